//! Legal forms as the KvK names them.

use eherkenning_wizard::domain::scheme::LegalForm;

/// How names begin, in lower case and with nothing but the letters a to z. What follows is a variant, such as
/// *met gewone structuur* or *met uitsluiting van aansprakelijkheid*.
const NAMES: &[(&str, LegalForm)] = &[
    ("eenmanszaak", LegalForm::SoleProprietorship),
    ("vennootschaponderfirma", LegalForm::GeneralPartnership),
    ("commanditairevennootschap", LegalForm::LimitedPartnership),
    ("maatschap", LegalForm::ProfessionalPartnership),
    ("beslotenvennootschap", LegalForm::PrivateLimitedCompany),
    ("naamlozevennootschap", LegalForm::PublicLimitedCompany),
    ("stichting", LegalForm::Foundation),
    // Also *vereniging van eigenaars*.
    ("vereniging", LegalForm::Association),
    ("cooperatie", LegalForm::Cooperative),
    ("onderlingewaarborgmaatschappij", LegalForm::Cooperative),
    ("kerkgenootschap", LegalForm::ReligiousOrganisation),
    ("publiekrechtelijkerechtspersoon", LegalForm::PublicBody),
    // *Buitenlandse vennootschap*, *Buitenl. EG-vennootschap met onderneming in Nederland*
    ("buitenl", LegalForm::ForeignCompany),
];

/// The legal form with this name, written apart or together; `None` for no name.
pub fn legal_form(name: &str) -> Option<LegalForm> {
    let letters = name.to_lowercase().replace('ö', "o");
    let letters: String = letters.chars().filter(char::is_ascii_lowercase).collect();
    if letters.is_empty() {
        return None;
    }
    let known = NAMES.iter().find(|(start, _)| letters.starts_with(start));
    Some(known.map_or(LegalForm::Other, |(_, form)| *form))
}
