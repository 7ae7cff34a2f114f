//! Looking up an organisation: what its answer fills in, and when that no longer counts.

use eherkenning_wizard::domain::application::Requirements;
use eherkenning_wizard::domain::draft::{Draft, OrganisationDraft, SourceDraft};
use eherkenning_wizard::domain::journey::{Journey, Screen};
use eherkenning_wizard::domain::lookup::{Branch, Registration};
use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::domain::scheme::{IdentifierKind, LegalForm};
use eherkenning_wizard::domain::wire::{FromJson, Json};
use serde_json::json;

use crate::common::{self, facts};

const ANSWER: &str = r#"{
    "format": "eherkenning-registration/1",
    "organisation": {
        "identifier": {"kind": "kvk", "number": "68750110"},
        "name": "Test BV Donald",
        "legal_form": "private_limited_company",
        "address": {
            "street": "Hizzaarderlaan", "house_number": "3A", "postal_code": "8823 SJ", "city": "Lollum", "country": "NL"
        }
    },
    "branches": [{"branch_number": "000037178598", "name": "Test BV Donald"}],
    "later": {"unknown": [1]}
}"#;

fn source() -> SourceDraft {
    SourceDraft { fetched_at: common::MOMENT.to_owned(), host: "www.voorbeeld.example".to_owned() }
}

fn registration(text: &str) -> Option<Registration> {
    Registration::from_json(&Json::parse(text).ok()?).ok()
}

/// A draft that was filled in by looking up its number.
fn looked_up() -> Draft {
    let mut draft = common::sole_director();
    draft.organisation.restricted_to_branch = None;
    registration(ANSWER).unwrap().fill(&mut draft.organisation, source());
    draft
}

fn screens(draft: &Draft) -> Vec<Screen> {
    let facts = facts();
    let requirements = Requirements::of(draft, &facts);
    let problems = eherkenning_wizard::domain::application::SignedApplication::problems(draft, &facts);
    Journey::of(&requirements, &problems).screens().to_vec()
}

#[test]
fn the_wizard_reads_a_registration_as_backends_do() {
    let derived: Registration = serde_json::from_str(ANSWER).unwrap();
    assert_eq!(registration(ANSWER), Some(derived.clone()));
    assert_eq!(registration(&serde_json::to_string(&derived).unwrap()), Some(derived));
    let whole: serde_json::Value = serde_json::from_str(ANSWER).unwrap();
    for (pointer, value) in [
        ("/format", json!("eherkenning-registration/2")),
        ("/format", json!(null)),
        ("/organisation", json!("Test BV Donald")),
        ("/organisation/name", json!(["Test BV Donald"])),
        ("/organisation/legal_form", json!("bv")),
        ("/branches", json!(1)),
        ("/branches/0", json!("000037178598")),
    ] {
        let mut changed = whole.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        assert_eq!(registration(&changed.to_string()), None, "{changed}");
    }
    for text in ["", "null", "[]", "{}", "<html>"] {
        assert_eq!(registration(text), None, "{text}");
    }
}

#[test]
fn what_was_found_replaces_what_was_typed_except_the_number() {
    let mut organisation = OrganisationDraft { name: "Donald".to_owned(), ..OrganisationDraft::default() };
    organisation.identifier.number = "6875 0110".to_owned();
    registration(ANSWER).unwrap().fill(&mut organisation, source());
    assert_eq!(organisation.identifier.number, "6875 0110");
    assert_eq!(
        (organisation.name.as_str(), organisation.legal_form),
        ("Test BV Donald", Some(LegalForm::PrivateLimitedCompany))
    );
    assert_eq!(organisation.address.street, "Hizzaarderlaan");
    assert_eq!(organisation.source, source());
}

#[test]
fn without_several_branches_the_means_is_for_the_whole_organisation() {
    let branches = |count: Option<usize>, answered: Option<bool>| {
        let mut registration = registration(ANSWER).unwrap();
        registration.branches = count.map(|count| vec![Branch::default(); count]);
        let mut organisation = OrganisationDraft { restricted_to_branch: answered, ..OrganisationDraft::default() };
        registration.fill(&mut organisation, source());
        organisation.restricted_to_branch
    };
    assert_eq!(branches(Some(1), None), Some(false));
    assert_eq!(branches(Some(0), None), Some(false), "a legal person without an enterprise");
    assert_eq!(branches(Some(1), Some(true)), Some(true), "an answer stays");
    assert_eq!(branches(Some(2), None), None);
    assert_eq!(branches(None, None), None, "unknown");
}

#[test]
fn a_changed_answer_was_typed() {
    for question in [
        Question::OrganisationName,
        Question::LegalForm,
        Question::Street,
        Question::HouseNumber,
        Question::PostalCode,
        Question::City,
        Question::Country,
    ] {
        let mut draft = looked_up();
        let other = if question == Question::LegalForm { "foundation" } else { "BE" };
        draft.give(question.into(), other);
        assert!(draft.organisation.source.is_empty(), "{question:?}");
        assert_eq!(draft.answer(question.into()), other, "{question:?}");
        let is_name = question == Question::OrganisationName;
        assert_eq!(draft.organisation.name == "Test BV Donald", !is_name, "{question:?}: the rest stays");
    }
    let mut draft = looked_up();
    draft.give(Question::OrganisationName.into(), "Test BV Donald");
    draft.give(Question::BranchNumber.into(), "000037178598");
    draft.give(Question::Surname.into(), "Jansen");
    assert_eq!(draft.organisation.source, source(), "the same answer, and other questions");
}

#[test]
fn another_number_is_another_organisation() {
    for (question, other) in [(Question::OrganisationNumber, "69599084"), (Question::IdentifierKind, "fiscal")] {
        let mut draft = looked_up();
        draft.give(question.into(), other);
        let mut expected = OrganisationDraft::default();
        expected.identifier.kind = Some(IdentifierKind::Kvk);
        expected.identifier.number = "68750110".to_owned();
        let mut expected = Draft { organisation: expected, ..draft.clone() };
        expected.give(question.into(), other);
        assert_eq!(draft.organisation, expected.organisation, "{question:?}");
    }
    let mut typed = common::sole_director();
    let before = typed.organisation.name.clone();
    typed.give(Question::OrganisationNumber.into(), "69599084");
    assert_eq!(typed.organisation.name, before, "what was typed stays");
}

#[test]
fn what_was_found_is_not_asked_again_unless_something_is_wrong_or_missing() {
    assert!(screens(&common::sole_director()).contains(&Screen::Organisation));
    assert!(!screens(&looked_up()).contains(&Screen::Organisation));
    let changes: [fn(&mut OrganisationDraft); 5] = [
        |organisation| organisation.name.clear(),
        |organisation| organisation.legal_form = None,
        |organisation| organisation.address.house_number = "three".to_owned(),
        |organisation| organisation.source = SourceDraft::default(),
        |organisation| organisation.source.host.clear(),
    ];
    for change in changes {
        let mut draft = looked_up();
        change(&mut draft.organisation);
        assert!(screens(&draft).contains(&Screen::Organisation), "{:?}", draft.organisation);
    }
}

#[test]
fn where_it_was_looked_up_is_part_of_the_application() {
    let facts = facts();
    let parsed = |draft: &Draft| eherkenning_wizard::domain::application::Application::parse(draft, &facts);
    let written = |draft: &Draft| Draft::from(&parsed(draft).unwrap()).organisation.source;
    assert_eq!(written(&looked_up()), source());
    assert_eq!(written(&common::sole_director()), SourceDraft::default());
    let mut fiscal = looked_up();
    fiscal.organisation.identifier.kind = Some(IdentifierKind::Fiscal);
    assert!(!Requirements::of(&fiscal, &facts).is_looked_up(), "without KvK number nothing can be looked up");
    let mut half = looked_up();
    half.organisation.source.fetched_at = "yesterday".to_owned();
    half.organisation.source.host.clear();
    let issues = parsed(&half).unwrap_err();
    let found: Vec<_> = issues.iter().map(|issue| (issue.place.question, issue.rule)).collect();
    assert!(found.iter().any(|(question, _)| *question == Question::FetchedAt), "{found:?}");
    assert!(found.contains(&(Question::FetchedFrom, Rule::Required)), "{found:?}");
}
