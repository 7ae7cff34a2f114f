//! The organisation: number, name, legal form, address, branch.

use eherkenning_wizard::domain::application::Application;
use eherkenning_wizard::domain::draft::{AddressDraft, AuthorisationDraft, Draft};
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{AuthorisationKind, Capacity, DocumentKind, LegalForm, Level};

use crate::case::{Case, check};
use crate::common::{SERVICE_EH2_PLUS, facts, sole_director};
use crate::starts::{BSN, FISCAL_NUMBER, at, attach, fiscal};

/// OINs in the example catalogue.
const BELASTINGDIENST: &str = "00000099000000001003";
const CBS: &str = "00000099000000001005";

fn all_of(provider: &str) -> AuthorisationDraft {
    AuthorisationDraft {
        kind: Some(AuthorisationKind::Providers),
        providers: vec![provider.to_owned()],
        services: Vec::new(),
    }
}

fn kvk_cases() -> Vec<Case> {
    let number = |text, rule| Case::typed(sole_director(), "organisation.identifier.number", text, rule);
    vec![
        number("6875 0110", None),
        number("1234567", Some(Rule::KvkNumberSevenDigits)),
        number("0000000", Some(Rule::KvkNumberShape)),
        number("123456", Some(Rule::KvkNumberShape)),
        number("123456789", Some(Rule::KvkNumberShape)),
        number(FISCAL_NUMBER, Some(Rule::KvkNumberIsRsin)),
        number("0000 3717 8598", Some(Rule::KvkNumberIsBranch)),
        number("NL823807071B01", Some(Rule::KvkNumberIsVat)),
        number("nl 8238.07.071.b01", Some(Rule::KvkNumberIsVat)),
        number("823807071B01", Some(Rule::KvkNumberIsVat)),
        number("NL823807071B0", Some(Rule::KvkNumberShape)),
        number("NL82380707B01", Some(Rule::KvkNumberShape)),
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
            LegalForm::ReligiousOrganisation => case.breaks(&[
                ("documents.articles.organisation", Rule::DocumentMissing),
                ("documents.authority_evidence.organisation", Rule::DocumentMissing),
            ]),
            LegalForm::PublicBody => {
                case.breaks(&[("documents.authority_evidence.organisation", Rule::DocumentMissing)])
            }
            // The director of the other cases would be its owner.
            LegalForm::SoleProprietorship => case.breaks(&[("organisation.legal_form", Rule::LegalFormCapacity)]),
            _ => case,
        }
    };
    let mut cases: Vec<Case> = LegalForm::ALL.iter().map(|one| form(*one)).collect();
    cases.extend([
        number("8238.07.071", None),
        number(BSN, None),
        number("NL823807071B01", None),
        number("NL823807072B01", Some(Rule::FiscalNumberCheck)),
        number("8238070", Some(Rule::FiscalNumberShape)),
        number("82380707", Some(Rule::FiscalNumberIsKvk)),
        number("823807072", Some(Rule::FiscalNumberCheck)),
        number("6875 0110", Some(Rule::FiscalNumberIsKvk)),
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
        street("Postbus 200", None),
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
        dutch(country, "", None),
        dutch(country, "nl", None),
        dutch(country, "XX", Some(Rule::CountryUnknown)),
        abroad(house, "Bus 12/3", None),
        abroad(house, &"a".repeat(20), None),
        abroad(house, &"a".repeat(21), Some(Rule::TooLong)),
        abroad(code, "B-1000", None),
        abroad(code, "", None),
        abroad(house, "", None),
        abroad(country, "", Some(Rule::Required)),
        abroad(country, "XX", Some(Rule::CountryUnknown)),
        Case::new("a Dutch address without KvK number", fiscal())
            .but(|draft| {
                draft.organisation.address.country = "nl".to_owned();
                draft.organisation.address.postal_code = "B-1000".to_owned();
            })
            .breaks(&[(code, Rule::PostalCodeShape)]),
        kvk("a foreign company with a KvK number", |draft| {
            draft.organisation.legal_form = Some(LegalForm::ForeignCompany);
            draft.organisation.address = belgian();
        }),
        kvk("a BV with a KvK number and an address abroad", |draft| draft.organisation.address = belgian()),
        kvk("the country of a foreign company is stated with its address", |draft| {
            draft.organisation.legal_form = Some(LegalForm::ForeignCompany);
            draft.organisation.address.country.clear();
        })
        .breaks(&[(country, Rule::Required)]),
        kvk("a shielded address", |draft| draft.organisation.address = AddressDraft::default()),
        kvk("a shielded address of a foreign company", |draft| {
            draft.organisation.legal_form = Some(LegalForm::ForeignCompany);
            draft.organisation.address = AddressDraft { country: "BE".to_owned(), ..AddressDraft::default() };
        }),
        kvk("a shielded address somewhere", |draft| {
            draft.organisation.address = AddressDraft { country: "XX".to_owned(), ..AddressDraft::default() };
        })
        .breaks(&[(country, Rule::CountryUnknown)]),
        in_street("Postbus 200"),
        in_street("POSTBUS  200 "),
        in_street("PO Box 200"),
        in_street("P.O. box 200"),
        in_street("Postbus").breaks(&[(house, Rule::Required)]),
        in_street("Postbus A").breaks(&[(house, Rule::Required)]),
        in_street("Postbuslaan 2").breaks(&[(house, Rule::Required)]),
        in_street("Dorpsstraat 2").breaks(&[(house, Rule::Required)]),
        kvk("half of an address", |draft| {
            draft.organisation.address = AddressDraft { city: "Groningen".to_owned(), ..AddressDraft::default() };
        })
        .breaks(&[
            ("organisation.address.street", Rule::Required),
            (house, Rule::Required),
            (code, Rule::Required),
        ]),
        Case::new("without KvK number the address is stated", fiscal())
            .but(|draft| {
                draft.organisation.address = AddressDraft { country: "BE".to_owned(), ..AddressDraft::default() };
            })
            .breaks(&[("organisation.address.city", Rule::Required), ("organisation.address.street", Rule::Required)]),
        without_numbers("without KvK number", fiscal(), "Queen's Road", "Hong Kong", "HK"),
        without_numbers("without KvK number", fiscal(), "P.O. Box 12", "00100 Nairobi", "KE"),
        without_numbers("without KvK number", fiscal(), "Sheikh Zayed Road", "Dubai", "ae"),
        without_numbers("with KvK number", sole_director(), "Kaya Grandi", "Kralendijk", "BQ"),
        without_numbers("with KvK number", sole_director(), "Abbey Street", "Wexford", "IE"),
        without_numbers("without KvK number in the Netherlands", fiscal(), "Dorpsstraat", "Lollum", "nl")
            .breaks(&[(house, Rule::Required), (code, Rule::Required)]),
        without_numbers("in an unknown country", fiscal(), "Dorpsstraat", "Lollum", "XX")
            .breaks(&[(country, Rule::CountryUnknown)]),
    ]
}

/// An address without house number and postal code.
fn without_numbers(name: &str, draft: Draft, street: &str, city: &str, country: &str) -> Case {
    Case::new(&format!("{street}, {city}, {country}, {name}"), draft).but(|draft| {
        let [street, city, country] = [street, city, country].map(str::to_owned);
        draft.organisation.address = AddressDraft { street, city, country, ..AddressDraft::default() };
    })
}

/// The sole director, whose organisation has a KvK number, with a change.
fn kvk(name: &str, change: impl FnOnce(&mut Draft)) -> Case {
    Case::new(name, sole_director()).but(change)
}

/// The sole director with this in the field of the street, and no house number.
fn in_street(street: &str) -> Case {
    kvk(street, |draft| {
        street.clone_into(&mut draft.organisation.address.street);
        draft.organisation.address.house_number.clear();
    })
}

fn belgian() -> AddressDraft {
    let [street, house_number, postal_code, city, country] = ["Meir", "12 bus 3", "2000", "Antwerpen", "BE"];
    AddressDraft {
        street: street.to_owned(),
        house_number: house_number.to_owned(),
        postal_code: postal_code.to_owned(),
        city: city.to_owned(),
        country: country.to_owned(),
    }
}

/// Which capacities there are in which legal forms.
fn form_cases() -> Vec<Case> {
    use Capacity::{Director, Other, Owner, Partner, ProxyHolder};
    use LegalForm::{ForeignCompany, GeneralPartnership, PrivateLimitedCompany, SoleProprietorship};
    let case = |(form, capacity): (LegalForm, Capacity)| {
        Case::new(&format!("{capacity:?} of {form:?}"), sole_director()).but(|draft| {
            draft.organisation.legal_form = Some(form);
            draft.representatives.first_mut().unwrap().capacity = Some(capacity);
            if capacity == Other {
                attach(draft, DocumentKind::AuthorityEvidence, "organisation");
            }
        })
    };
    let suited = [
        (SoleProprietorship, Owner),
        (SoleProprietorship, ProxyHolder),
        (SoleProprietorship, Other),
        (PrivateLimitedCompany, Director),
        (GeneralPartnership, Partner),
        (ForeignCompany, Owner),
        (LegalForm::Other, Owner),
    ];
    let unsuited = [
        (PrivateLimitedCompany, Owner),
        (GeneralPartnership, Owner),
        (SoleProprietorship, Director),
        (SoleProprietorship, Partner),
    ];
    let refused = |pair| case(pair).breaks(&[("organisation.legal_form", Rule::LegalFormCapacity)]);
    suited.into_iter().map(case).chain(unsuited.into_iter().map(refused)).collect()
}

fn branch_cases() -> Vec<Case> {
    let number = |text: &str, rule| {
        let mut draft = at(Level::Eh2Plus);
        draft.organisation.restricted_to_branch = Some(true);
        Case::typed(draft, "organisation.branch_number", text, rule)
    };
    vec![
        number("0000 3717 8598", None),
        number("990000541921", None),
        number("37178598", Some(Rule::BranchNumberShape)),
        number("000137178598", Some(Rule::BranchNumberShape)),
        number("123456789012", Some(Rule::BranchNumberShape)),
        number("000068750110", Some(Rule::BranchNumberIsKvk)),
        number("687501100000", Some(Rule::BranchNumberIsKvk)),
        number("68750110", Some(Rule::BranchNumberIsKvk)),
        number("000006875011", None),
        number("0000371785980", Some(Rule::BranchNumberShape)),
        number("", Some(Rule::Required)),
        Case::new("one branch or all?", sole_director())
            .but(|draft| draft.organisation.restricted_to_branch = None)
            .but(|draft| draft.purpose.authorisation.services = vec![SERVICE_EH2_PLUS.to_owned()])
            .breaks(&[("organisation.restricted_to_branch", Rule::Required)]),
        Case::new("not asked if a chosen service refuses it", sole_director())
            .but(|draft| draft.organisation.restricted_to_branch = None),
        Case::new("not asked if a chosen provider refuses it", sole_director())
            .but(|draft| draft.organisation.restricted_to_branch = None)
            .but(|draft| draft.purpose.authorisation = all_of(BELASTINGDIENST)),
        Case::new("asked if no chosen provider is known to refuse it", sole_director())
            .but(|draft| draft.organisation.restricted_to_branch = None)
            .but(|draft| draft.purpose.authorisation = all_of(CBS))
            .but(|draft| draft.purpose.level = Some(Level::Eh3))
            .breaks(&[("organisation.restricted_to_branch", Rule::Required)]),
    ]
}

pub fn cases() -> Vec<Case> {
    [kvk_cases(), fiscal_cases(), name_cases(), address_cases(), branch_cases(), form_cases()].concat()
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
fn a_branch_number_has_twelve_digits_and_is_not_the_kvk_number() {
    check(branch_cases());
}

#[test]
fn only_a_sole_proprietorship_has_an_owner() {
    check(form_cases());
}

#[test]
fn org_02_the_country_is_sent_as_stated_or_refused() {
    let mut draft = sole_director();
    for (stated, written) in
        [("BE", Some("BE")), ("de", Some("DE")), ("nl", Some("NL")), ("", Some("NL")), ("XX", None)]
    {
        stated.clone_into(&mut draft.organisation.address.country);
        let application = Application::parse(&draft, &facts()).ok();
        let country = application.map(|application| Draft::from(&application).organisation.address.country);
        assert_eq!(country.as_deref(), written, "{stated:?}");
    }
    draft.organisation.address = AddressDraft::default();
    let application = Application::parse(&draft, &facts()).unwrap();
    assert_eq!(Draft::from(&application).organisation.address, AddressDraft::default());
}

#[test]
fn a_country_that_was_stated_without_an_address_stays() {
    let mut draft = sole_director();
    draft.organisation.address = AddressDraft { country: "BE".to_owned(), ..AddressDraft::default() };
    let application = Application::parse(&draft, &facts()).unwrap();
    assert_eq!(Draft::from(&application).organisation.address, draft.organisation.address);
}
