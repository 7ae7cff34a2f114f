//! The organisation: number, name, legal form, address, branch.

use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{LegalForm, Level};

use crate::case::{Case, check};
use crate::common::sole_director;
use crate::starts::{BSN, FISCAL_NUMBER, at, fiscal};

fn kvk_cases() -> Vec<Case> {
    let number = |text, rule| Case::typed(sole_director(), "organisation.identifier.number", text, rule);
    vec![
        number("6875 0110", None),
        number("1234567", Some(Rule::KvkNumberShape)),
        number("123456789", Some(Rule::KvkNumberShape)),
        number(FISCAL_NUMBER, Some(Rule::KvkNumberIsRsin)),
        number("", Some(Rule::Required)),
        Case::new("no kind of number", sole_director())
            .but(|draft| draft.organisation.identifier.kind = None)
            .breaks(&[("organisation.identifier.kind", Rule::Required)]),
    ]
}

fn fiscal_cases() -> Vec<Case> {
    let number = |text, rule| Case::typed(fiscal(), "organisation.identifier.number", text, rule);
    let form = |form: LegalForm| {
        let case = Case::new(form.code(), fiscal()).but(|draft| draft.organisation.legal_form = Some(form));
        match form {
            LegalForm::PrivateLimitedCompany
            | LegalForm::PublicLimitedCompany
            | LegalForm::GeneralPartnership
            | LegalForm::LimitedPartnership => case.breaks(&[("organisation.legal_form", Rule::LegalFormHasKvkNumber)]),
            // Other proof of authority is tested separately.
            LegalForm::ReligiousOrganisation => {
                case.breaks(&[("documents.authority_evidence.organisation", Rule::DocumentMissing)])
            }
            _ => case,
        }
    };
    let mut cases: Vec<Case> = LegalForm::ALL.iter().map(|one| form(*one)).collect();
    cases.extend([
        number("8238.07.071", None),
        number(BSN, None),
        number("82380707", Some(Rule::FiscalNumberShape)),
        number("823807072", Some(Rule::FiscalNumberCheck)),
        number("68750110", Some(Rule::FiscalNumberShape)),
        number("", Some(Rule::Required)),
        Case::new("no legal form", fiscal())
            .but(|draft| draft.organisation.legal_form = None)
            .breaks(&[("organisation.legal_form", Rule::Required)]),
        Case::new("with a KvK number any legal form", sole_director())
            .but(|draft| draft.organisation.legal_form = Some(LegalForm::GeneralPartnership)),
        Case::new("branches are only in the trade register", fiscal()).but(|draft| {
            draft.organisation.restricted_to_branch = Some(true);
            draft.organisation.branch_number = "nonsense".to_owned();
        }),
    ]);
    cases
}

fn name_cases() -> Vec<Case> {
    let name = |text: &str, rule| Case::typed(sole_director(), "organisation.name", text, rule);
    let city = |text: &str, rule| Case::typed(sole_director(), "organisation.address.city", text, rule);
    let street = |text: &str, rule| Case::typed(sole_director(), "organisation.address.street", text, rule);
    vec![
        name("Zn. & Co. 2000", None),
        name("", Some(Rule::Required)),
        name("<b>Bakker</b>", Some(Rule::TextCharacters)),
        name(&format!("Bakker {BSN}"), Some(Rule::BsnNotAllowed)),
        name(&"a".repeat(200), None),
        name(&"a".repeat(201), Some(Rule::TooLong)),
        street("1e Dwarsstraat", None),
        street("", Some(Rule::Required)),
        street(&"a".repeat(100), None),
        street(&"a".repeat(101), Some(Rule::TooLong)),
        street("111.222.333", Some(Rule::BsnNotAllowed)),
        city(&"a".repeat(80), None),
        city(&"a".repeat(81), Some(Rule::TooLong)),
        city(BSN, Some(Rule::BsnNotAllowed)),
    ]
}

fn address_cases() -> Vec<Case> {
    let dutch = |path: &str, text: &str, rule| Case::typed(sole_director(), path, text, rule);
    let abroad = |path: &str, text: &str, rule| Case::typed(fiscal(), path, text, rule);
    let (house, code, country) =
        ("organisation.address.house_number", "organisation.address.postal_code", "organisation.address.country");
    vec![
        dutch(house, "1", None),
        dutch(house, "99999 A-bis", None),
        dutch(house, "0", Some(Rule::HouseNumberShape)),
        dutch(house, "100000", Some(Rule::HouseNumberShape)),
        dutch(house, "", Some(Rule::Required)),
        dutch(code, "1000aa", None),
        dutch(code, "0999 AA", Some(Rule::PostalCodeShape)),
        dutch(code, "9712 SS", Some(Rule::PostalCodeShape)),
        dutch(code, "", Some(Rule::Required)),
        dutch(country, "XX", None),
        abroad(house, "Bus 12/3", None),
        abroad(house, &"a".repeat(20), None),
        abroad(house, &"a".repeat(21), Some(Rule::TooLong)),
        abroad(code, "B-1000", None),
        abroad(code, "", Some(Rule::Required)),
        abroad(country, "", Some(Rule::Required)),
        abroad(country, "XX", Some(Rule::CountryUnknown)),
        Case::new("a Dutch address without KvK number", fiscal())
            .but(|draft| {
                draft.organisation.address.country = "nl".to_owned();
                draft.organisation.address.postal_code = "B-1000".to_owned();
            })
            .breaks(&[(code, Rule::PostalCodeShape)]),
    ]
}

fn branch_cases() -> Vec<Case> {
    let number = |text: &str, rule| {
        let mut draft = at(Level::Eh2Plus);
        draft.organisation.restricted_to_branch = Some(true);
        Case::typed(draft, "organisation.branch_number", text, rule)
    };
    vec![
        number("0000 3717 8598", None),
        number("37178598", Some(Rule::BranchNumberShape)),
        number("0000371785980", Some(Rule::BranchNumberShape)),
        number("", Some(Rule::Required)),
        Case::new("one branch or all?", sole_director())
            .but(|draft| draft.organisation.restricted_to_branch = None)
            .breaks(&[("organisation.restricted_to_branch", Rule::Required)]),
    ]
}

pub fn cases() -> Vec<Case> {
    [kvk_cases(), fiscal_cases(), name_cases(), address_cases(), branch_cases()].concat()
}

#[test]
fn a_kvk_number_has_eight_digits_and_is_not_an_rsin() {
    check(kvk_cases());
}

#[test]
fn a_fiscal_number_is_for_organisations_without_kvk_number() {
    check(fiscal_cases());
}

#[test]
fn names_and_streets_have_no_markup_or_bsn() {
    check(name_cases());
}

#[test]
fn an_address_has_the_format_of_its_country() {
    check(address_cases());
}

#[test]
fn a_branch_number_has_twelve_digits() {
    check(branch_cases());
}
