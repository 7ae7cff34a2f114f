//! What a fault means, for people.

use eherkenning_wizard::domain::handover::Fault;

/// The code of a fault, and what it means.
pub fn explain(fault: Fault) -> String {
    let meaning = match fault {
        Fault::NotAHandover => "this is another kind of file",
        Fault::NewerVersion => "it was sealed by a newer version",
        Fault::Damaged => "it is not as it was sealed; get the file again",
        Fault::CutOff => "a part is missing; get the file again",
        Fault::WrongPassphrase => "the passphrase is not that of this file",
        Fault::TooLarge => "it is too large",
        Fault::AnotherSupplier => "it is for another supplier",
        Fault::Ended => "its last day is over",
    };
    format!("{}: {meaning}", fault.code())
}
