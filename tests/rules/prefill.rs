//! Prefilling by the host page: only unanswered questions, and never what only the applicant may answer.

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::rules::{Place, Question};
use eherkenning_wizard::domain::wire::{FromJson, Json};

use crate::starts::all;

fn filled(draft: &Draft, given: &str) -> Option<Draft> {
    let mut draft = draft.clone();
    draft.fill(&Draft::from_json(&Json::parse(given).ok()?).ok()?);
    Some(draft)
}

#[test]
fn only_unanswered_questions_are_filled_in() {
    let mut draft = Draft::default();
    draft.user.surname = "De Vries".to_owned();
    draft.user.employed = Some(false);
    let given = r#"{
        "user": { "surname": "Jansen", "given_names": "Anna", "employed": true },
        "organisation": { "name": "Bakkerij", "identifier": { "kind": "kvk", "number": "68750110" } },
        "representatives": [{ "surname": "Een" }, { "surname": "Twee", "is_user": false }],
        "purpose": { "level": "EH3" }
    }"#;
    let after = filled(&draft, given).unwrap();
    assert_eq!((after.user.surname.as_str(), after.user.given_names.as_str()), ("De Vries", "Anna"));
    assert_eq!(after.user.employed, Some(false));
    assert_eq!(after.answer(Place::row(Question::OrganisationNumber, 0)), "68750110");
    assert_eq!(after.representatives.iter().map(|one| one.surname.as_str()).collect::<Vec<_>>(), ["Een", "Twee"]);
    assert_eq!(after.answer(Place::row(Question::Level, 0)), "EH3");
    // A second prefill changes nothing: rows that have answers are not mixed with others.
    let other = given.replace("Een", "Drie").replace("EH3", "EH4");
    assert_eq!(filled(&after, &other).unwrap(), after);
}

#[test]
fn documents_consents_signatures_and_the_partner_are_never_filled_in() {
    let given = r#"{
        "id": "x", "partner": "x", "language": "en", "format": "x",
        "documents": [{ "id": "x", "kind": "user_id_copy" }],
        "consents": { "terms": { "version": "1", "accepted_at": "2026-11-26T00:00:00Z" } },
        "signatures": [{ "by": "representatives.0", "typed_name": "x" }],
        "signing": { "method": "screen" }
    }"#;
    assert_eq!(filled(&Draft::default(), given), Some(Draft::default()));
}

#[test]
fn an_unreadable_prefill_is_refused() {
    let mut draft = Draft::default();
    draft.user.surname = "De Vries".to_owned();
    for given in [
        "[]",
        "1",
        "null",
        r#"{"user": 1}"#,
        r#"{"user": {"employed": "perhaps"}}"#,
        r#"{"representatives": [1]}"#,
        r#"{"user": []}"#,
        r#"{"organisation": {"address": ["Dam"]}}"#,
        r#"{"representatives": [[false]]}"#,
    ] {
        assert_eq!(filled(&draft, given), None, "{given}");
    }
    // A list of nobody leaves the row that is there.
    assert_eq!(filled(&draft, r#"{"representatives": []}"#), Some(draft.clone()));
    // A complete draft is a valid prefill.
    assert_eq!(filled(&draft, &draft.to_json()), Some(draft));
}

#[test]
fn every_answer_that_a_page_may_give_is_filled_in() {
    for (name, given) in all() {
        let mut after = Draft::default();
        after.fill(&given);
        let unfilled = Draft::default();
        let Draft { format, id, language, prepared_at, partner, documents, consents, signing, signatures, .. } =
            unfilled;
        let expected =
            Draft { format, id, language, prepared_at, partner, documents, consents, signing, signatures, ..given };
        assert_eq!(after, expected, "{name}");
    }
}

#[test]
fn what_is_not_filled_in_is_told_with_its_path() {
    let mut draft = Draft::default();
    draft.user.surname = "De Vries".to_owned();
    let given = r#"{
        "user": {
            "surname": "Jansen", "given_names": "Anna", "email": "", "mobile": null, "lastname": "Jansen",
            "birth_date": { "day": "28", "month": "2", "year": "1990" }
        },
        "organisation": { "name": "Bakkerij" },
        "authorisations_manager": true,
        "representatives": [{ "surname": "Een", "title": "dr." }, { "surname": "Twee" }],
        "purpose": { "authorisation": { "services": ["x"] } },
        "documents": [{ "kind": "user_id_copy" }],
        "signing": { "method": "screen" }
    }"#;
    let after = filled(&draft, given).unwrap();
    let ignored = |given: &str| {
        let json = Json::parse(given).unwrap();
        let mut ignored = Vec::new();
        after.list_ignored(&Draft::from_json(&json).unwrap(), &json, String::new(), &mut ignored);
        ignored
    };
    assert_eq!(
        ignored(given),
        ["user.surname", "user.lastname", "representatives.0.title", "documents.0.kind", "signing.method"]
    );
    // All of it was answered by the first.
    let other =
        given.replace("28", "27").replace("Twee", "Drie").replace("Bakkerij", "Slagerij").replace("true", "false");
    assert_eq!(
        ignored(&other),
        [
            "user.surname",
            "user.lastname",
            "user.birth_date",
            "organisation.name",
            "authorisations_manager",
            "representatives.0.title",
            "representatives.1.surname",
            "documents.0.kind",
            "signing.method",
        ]
    );
}
