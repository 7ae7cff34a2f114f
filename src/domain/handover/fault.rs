//! Why a handover cannot be opened.

use crate::domain::rules::codes;

codes! {
    /// Why a handover cannot be opened, or what must be told when it is.
    pub enum Fault {
        /// The file is something else.
        NotAHandover = "not_a_handover",
        /// The file is of a newer version of the format.
        NewerVersion = "newer_version",
        /// The file is not as it was sealed.
        Damaged = "damaged",
        /// The file is shorter than it says.
        CutOff = "cut_off",
        /// The passphrase is that of another file, or was mistyped.
        WrongPassphrase = "wrong_passphrase",
        /// The file, or what it would contain, is too large.
        TooLarge = "too_large",
        /// The application is for another supplier.
        AnotherSupplier = "another_supplier",
        /// The last day on which the file counts is over. It can be opened all the same, see
        /// [`Opened`](super::Opened).
        Ended = "ended",
    }
}
