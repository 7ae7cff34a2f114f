//! What is in the first box.

use eherkenning_wizard::domain::draft::{DocumentDraft, Draft};
use eherkenning_wizard::domain::handover::{Act, Deed, Fault, Handover, MAX_NOTE, Note, Opened, Party};
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{Moment, Uuid};
use serde_json::{Value, json};

use crate::common::{ID, MOMENT, finished_draft};
use crate::file::day;

const SUPPLIER: &str = "Voorbeeld eHerkenning";

fn content() -> Value {
    let handover = Handover::new(SUPPLIER, Uuid::parse(ID).unwrap(), finished_draft());
    serde_json::from_str(&handover.to_json()).unwrap()
}

fn read_on(content: &Value, today: &str) -> Result<Opened, Fault> {
    Handover::read(content.to_string().as_bytes(), Some(SUPPLIER), day("2026-12-07"), day(today))
}

fn changed(field: &str, value: Value) -> Result<Opened, Fault> {
    let mut content = content();
    content[field] = value;
    read_on(&content, "2026-12-07")
}

#[test]
fn the_application_in_it_is_the_json_of_an_application() {
    let content = content();
    assert_eq!(content["draft"].to_string(), serde_json::to_value(finished_draft()).unwrap().to_string());
    assert_eq!(content["number"], ID);
    assert_eq!(content.get("note"), None);
    assert_eq!(content.get("for"), None);
    assert_eq!(read_on(&content, "2026-12-07").unwrap().handover.draft, finished_draft());
}

#[test]
fn a_file_that_ended_is_opened_all_the_same() {
    for (today, warning) in
        [("2026-12-07", None), ("2026-12-08", Some(Fault::Ended)), ("2030-01-01", Some(Fault::Ended))]
    {
        let opened = read_on(&content(), today).unwrap();
        assert_eq!((opened.warning, opened.handover.draft), (warning, finished_draft()), "{today}");
    }
}

#[test]
fn a_file_for_another_supplier_is_refused_where_the_supplier_is_known() {
    let read =
        |supplier| Handover::read(content().to_string().as_bytes(), supplier, day("2026-12-07"), day("2026-12-07"));
    assert_eq!(read(Some("Een ander")), Err(Fault::AnotherSupplier));
    assert!(read(Some(SUPPLIER)).is_ok());
    assert!(read(None).is_ok());
}

#[test]
fn each_field_is_read_or_refused() {
    let deed = |by: &str, did: &str, at: &str| json!([{ "by": by, "did": did, "at": at }]);
    let good = [
        ("history", json!([])),
        ("history", deed("user", "began", MOMENT)),
        ("history", deed("representatives.12", "returned", "2026-11-30T09:00:00.5Z")),
        ("note", Value::Null),
        ("note", "Het adres klopt niet.\nGraag aanpassen".into()),
        ("note", "é".repeat(MAX_NOTE).into()),
        ("for", "user".into()),
        ("for", "representatives.0".into()),
        ("more", json!({ "than": "we know" })),
        ("draft", json!({})),
    ];
    for (field, value) in good {
        assert!(changed(field, value.clone()).is_ok(), "{field}: {value}");
    }
    let bad = [
        ("format", json!("eherkenning-handover/3")),
        ("supplier", Value::Null),
        ("number", "1".into()),
        ("number", Value::Null),
        ("draft", "none".into()),
        ("draft", json!({ "documents": [{ "size_bytes": -1 }] })),
        ("history", Value::Null),
        ("history", deed("organisation", "began", MOMENT)),
        ("history", deed("representatives.01", "began", MOMENT)),
        ("history", deed("representatives.+1", "began", MOMENT)),
        ("history", deed("representatives.", "began", MOMENT)),
        ("history", deed("user", "Began", MOMENT)),
        ("history", deed("user", "began", "yesterday")),
        ("note", "é".repeat(MAX_NOTE + 1).into()),
        ("note", "<b>".into()),
        ("note", 1.into()),
        ("for", "organisation".into()),
    ];
    for (field, value) in bad {
        assert_eq!(changed(field, value.clone()), Err(Fault::Damaged), "{field}: {value}");
    }
    let newer = json!({ "format": "eherkenning-application/2" });
    assert_eq!(changed("draft", newer), Err(Fault::NewerVersion));
}

#[test]
fn a_note_says_which_rule_it_breaks() {
    for (typed, found) in [
        (" ", Err(Rule::Required)),
        ("<script>", Err(Rule::TextCharacters)),
        ("burgerservicenummer 111222333", Err(Rule::BsnNotAllowed)),
        ("  Klopt  het\n\nadres? ", Ok("Klopt het\nadres?".to_owned())),
    ] {
        assert_eq!(Note::parse(typed).map(|note| note.as_str().to_owned()), found, "{typed}");
    }
}

#[test]
fn names_of_acts_and_parties_are_read_as_they_are_written() {
    assert_eq!(Act::ALL.iter().map(|act| act.code()).collect::<Vec<_>>(), ["began", "handed_on", "signed", "returned"]);
    for party in [Party::User, Party::Representative(0), Party::Representative(11)] {
        assert_eq!(Party::parse(&party.to_string()), Some(party));
    }
}

#[test]
fn an_empty_application_can_be_handed_on() {
    let handover = Handover::new(SUPPLIER, Uuid::parse(ID).unwrap(), Draft::default());
    let opened = Handover::read(handover.to_json().as_bytes(), None, day("2026-12-07"), day("2026-12-07")).unwrap();
    assert_eq!(opened.handover, handover);
}

#[test]
fn each_document_has_an_id_of_its_own_and_no_list_is_endless() {
    let document = |id: &str| DocumentDraft { id: id.to_owned(), ..DocumentDraft::default() };
    let read = |documents: Vec<DocumentDraft>, deeds: usize| {
        let draft = Draft { documents, ..Draft::default() };
        let mut handover = Handover::new(SUPPLIER, Uuid::parse(ID).unwrap(), draft);
        let deed = Deed { by: Party::User, did: Act::Began, at: Moment::parse(MOMENT).unwrap() };
        handover.history = vec![deed; deeds];
        Handover::read(handover.to_json().as_bytes(), None, day("2026-12-07"), day("2026-12-07")).map(|_| ())
    };
    let numbered = |count: usize| (0..count).map(|number| document(&format!("{ID}{number}"))).collect::<Vec<_>>();
    assert_eq!(read(vec![document("019ab0c4-a"), document("019ab0c4-b")], 1), Ok(()));
    // Otherwise a person could be shown one of them, and sign the other.
    assert_eq!(read(vec![document("019ab0c4-a"), document("x"), document("019AB0C4-A")], 1), Err(Fault::Damaged));
    assert_eq!(read(numbered(1000), 1000), Ok(()));
    assert_eq!(read(numbered(1001), 1), Err(Fault::TooLarge));
    assert_eq!(read(numbered(1), 1001), Err(Fault::TooLarge));
}
