//! The name of a file.

use crate::domain::draft::{Draft, OrganisationDraft};
use crate::domain::scheme::{Date, LegalForm, contains_bsn, fold};

/// The most letters of the name of an organisation.
const MAX_NAME: usize = 40;

/// The name under which a handover is saved on a day: that of the organisation, or a general one if it may be the name of
/// a person. It has only letters, digits, hyphens and a full stop, so every system accepts it.
pub fn file_name(draft: &Draft, day: Date) -> String {
    let name = Some(plain(&draft.organisation)).filter(|name| !name.is_empty());
    format!("{}-{day}.eh", name.as_deref().unwrap_or("eherkenning-aanvraag"))
}

/// The name in small letters and hyphens; nothing if it may be that of a person, or the citizen service number of one.
fn plain(organisation: &OrganisationDraft) -> String {
    if !is_impersonal(organisation.legal_form) || contains_bsn(&organisation.name) {
        return String::new();
    }
    // B.V. becomes bv.
    let name = fold(&organisation.name).replace(['.', '\''], "");
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String = words.collect::<Vec<_>>().join("-").chars().take(MAX_NAME).collect();
    name.trim_end_matches('-').to_owned()
}

/// Whether organisations of this form have names of their own, and not those of their owners.
fn is_impersonal(form: Option<LegalForm>) -> bool {
    match form {
        Some(
            LegalForm::PrivateLimitedCompany
            | LegalForm::PublicLimitedCompany
            | LegalForm::Foundation
            | LegalForm::Association
            | LegalForm::Cooperative
            | LegalForm::ReligiousOrganisation
            | LegalForm::PublicBody,
        ) => true,
        // The owners of these are people, or may be.
        Some(
            LegalForm::SoleProprietorship
            | LegalForm::GeneralPartnership
            | LegalForm::LimitedPartnership
            | LegalForm::ProfessionalPartnership
            | LegalForm::ForeignCompany
            | LegalForm::Other,
        )
        | None => false,
    }
}
