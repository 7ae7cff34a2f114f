//! The name of a file says nothing personal, and is accepted everywhere.

use eherkenning_wizard::domain::draft::{Draft, OrganisationDraft};
use eherkenning_wizard::domain::handover::file_name;
use eherkenning_wizard::domain::scheme::LegalForm;
use proptest::prelude::proptest;

use crate::file::day;

const DAY: &str = "2026-11-30";
const GENERAL: &str = "eherkenning-aanvraag-2026-11-30.eh";

fn named(name: &str, legal_form: Option<LegalForm>) -> String {
    let organisation = OrganisationDraft { name: name.to_owned(), legal_form, ..OrganisationDraft::default() };
    file_name(&Draft { organisation, ..Draft::default() }, day(DAY))
}

#[test]
fn a_file_has_the_name_of_the_organisation_in_plain_letters() {
    for (name, expected) in [
        ("Bakkerij De Vries B.V.", "bakkerij-de-vries-bv-2026-11-30.eh"),
        ("Café 't Hoekje / Zuid: \"de beste\"", "cafe-t-hoekje-zuid-de-beste-2026-11-30.eh"),
        ("../../etc/passwd", "etc-passwd-2026-11-30.eh"),
        ("A<>|*?\\\u{0}\u{202e}B", "a-b-2026-11-30.eh"),
        (
            "Zeer Lange Naam van een Organisatie met Heel Veel Woorden",
            "zeer-lange-naam-van-een-organisatie-met-2026-11-30.eh",
        ),
        ("Αθήνα", GENERAL),
        ("", GENERAL),
        ("---", GENERAL),
        ("111222333", GENERAL),
    ] {
        assert_eq!(named(name, Some(LegalForm::PrivateLimitedCompany)), expected, "{name}");
    }
}

#[test]
fn a_business_that_may_be_named_after_a_person_is_not_named() {
    let name = "Installatiebedrijf J. de Boer";
    for form in LegalForm::ALL {
        let is_named = named(name, Some(*form)) != GENERAL;
        let impersonal = [
            LegalForm::PrivateLimitedCompany,
            LegalForm::PublicLimitedCompany,
            LegalForm::Foundation,
            LegalForm::Association,
            LegalForm::Cooperative,
            LegalForm::ReligiousOrganisation,
            LegalForm::PublicBody,
        ];
        assert_eq!(is_named, impersonal.contains(form), "{}", form.code());
    }
    assert_eq!(named(name, None), GENERAL);
}

proptest! {
    #[test]
    fn any_name_becomes_one_that_every_system_accepts(name in "\\PC{0,100}") {
        let found = named(&name, Some(LegalForm::Foundation));
        let stem = found.strip_suffix("-2026-11-30.eh").unwrap();
        assert!(found.len() <= 60 && !stem.is_empty() && !stem.starts_with('-') && !stem.ends_with('-'), "{found}");
        assert!(stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{found}");
    }
}
