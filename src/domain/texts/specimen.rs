//! What is printed on the papers that an applicant copies from: the same in every language of the wizard.

use crate::domain::scheme::IdentityDocumentKind;

/// A label as printed on a document, and an example of what follows it.
pub type SpecimenLine = [&'static str; 2];

/// A representative on a KvK extract; the last line has the authority.
pub const EXTRACT: [SpecimenLine; 2] = [["Naam", "Vries, Johanna de"], ["Bevoegdheid", "Alleen/zelfstandig bevoegd"]];

/// Until when a Dutch identity document is valid.
pub const fn expiry(kind: IdentityDocumentKind) -> SpecimenLine {
    match kind {
        IdentityDocumentKind::DrivingLicence => ["4b.", "01.05.2030"],
        IdentityDocumentKind::Passport | IdentityDocumentKind::IdentityCard | IdentityDocumentKind::ResidencePermit => {
            ["Geldig tot / Date of expiry", "01 MEI/MAY 2030"]
        }
    }
}
