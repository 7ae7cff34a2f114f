//! Properties of the verdict on any bytes.

use std::sync::OnceLock;

use eherkenning_wizard::domain::application::Facts;
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::verdict::{
    Fault, MAX_APPLICATION_BYTES, MAX_CATALOGUE_BYTES, MAX_DEPTH, MAX_OFFER_BYTES, MAX_ROWS, Verdict, read_application,
    read_catalogue, read_facts, read_offer, verdict,
};
use proptest::prelude::*;
use proptest::sample::Index;
use unicode_normalization::UnicodeNormalization;

use super::cases::{Case, all, read};
use super::json::Json;

const TODAY: &str = "2026-11-23";

fn offer() -> String {
    read("offers/example.json")
}

fn catalogue() -> String {
    read("catalogues/example.json")
}

fn facts(case: &Case) -> Option<Facts> {
    let (offer, catalogue) =
        (read(&format!("offers/{}.json", case.offer)), read(&format!("catalogues/{}.json", case.catalogue)));
    read_facts(offer.as_bytes(), catalogue.as_bytes(), case.today.as_bytes()).ok()
}

/// Cases whose offer, catalogue and application can be read.
pub fn readable() -> &'static [(Case, Facts, Json)] {
    static CASES: OnceLock<Vec<(Case, Facts, Json)>> = OnceLock::new();
    let read = |case: Case| {
        let (facts, json) = (facts(&case)?, Json::parse(&case.application).ok()?);
        Some((case, facts, json))
    };
    CASES.get_or_init(|| all().into_iter().filter_map(read).collect())
}

/// The application in a verdict, if it was accepted.
pub fn accepted(answer: &str) -> Option<&str> {
    answer.strip_prefix(r#"{"format":"eherkenning-answer/1","application":"#)?.strip_suffix('}')
}

/// Text with accents, marks, Korean syllables and letters that are written in several ways.
fn accented() -> impl Strategy<Value = String> {
    "[a-eA-EÀ-ỿ\u{300}-\u{345}\u{590}-\u{5bd}ΐ-ώ\u{1100}-\u{11c2}가-갿ÅΩ豈-﫿が\u{3099}]{0,12}"
}

/// Whether a verdict has one of its three forms.
fn is_answer(text: &str) -> bool {
    let Ok(Json::Object(fields)) = Json::parse(text) else { return false };
    let names: Vec<&str> = fields.keys().map(String::as_str).collect();
    matches!(names.as_slice(), ["format", "application" | "issues" | "error"])
}

/// Any JSON, some levels deep.
fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<u64>().prop_map(|number| Json::Number(number.into())),
        (i64::MIN..0).prop_map(|number| Json::Number(number.into())),
        Just(Json::Number(serde_json::Number::from_f64(1.5).unwrap())),
        any::<String>().prop_map(Json::Text),
        "[0-9]{1,12}|EH[34]|[a-z_]{1,12}|20[0-9]{2}-[01][0-9]-[0-3][0-9]".prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::List),
            prop::collection::vec(("[a-z_~/]{0,6}", inner), 0..4)
                .prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

/// Replaces one node; `row` counts every node of the tree.
pub fn spoil(json: &mut Json, at: &mut usize, other: &Json) -> bool {
    if *at == 0 {
        *json = other.clone();
        return true;
    }
    *at -= 1;
    match json {
        Json::List(rows) => rows.iter_mut().any(|row| spoil(row, at, other)),
        Json::Object(fields) => fields.values_mut().any(|value| spoil(value, at, other)),
        _ => false,
    }
}

fn places(json: &Json) -> usize {
    1 + match json {
        Json::List(rows) => rows.iter().map(places).sum(),
        Json::Object(fields) => fields.values().map(places).sum(),
        _ => 0,
    }
}

/// The same JSON with the fields of every object in another order.
fn turned(json: &Json, by: usize) -> Json {
    match json {
        Json::List(rows) => Json::List(rows.iter().map(|row| turned(row, by)).collect()),
        Json::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), turned(value, by)));
            let mut fields: Vec<(String, Json)> = fields.collect();
            let length = fields.len().max(1);
            fields.rotate_left(by % length);
            Json::Object(fields.into_iter().collect())
        }
        other => other.clone(),
    }
}

#[test]
fn the_canonical_form_is_its_own_canonical_form() {
    for (case, facts, _) in readable() {
        if let Some(canonical) = accepted(&case.answer) {
            assert_eq!(Verdict::to(canonical.as_bytes(), facts).print(), case.answer, "{}", case.name);
        }
    }
}

#[test]
fn the_order_of_fields_does_not_matter() {
    for (case, facts, json) in readable() {
        // Unknown fields are reported in their order, and `Json` has a duplicate field only once.
        if case.answer.matches("field_unknown").count() > 1 || case.answer.contains("json_twice") {
            continue;
        }
        for by in [1, 2, 5] {
            assert_eq!(Verdict::to(turned(json, by).print().as_bytes(), facts).print(), case.answer, "{}", case.name);
        }
    }
}

#[test]
fn the_order_of_documents_and_signatures_does_not_matter() {
    let mut count = 0;
    // A digest is that of the documents in their order.
    let is_any_order = |case: &Case| accepted(&case.answer).is_some_and(|canonical| !canonical.contains("\"digest\""));
    for (case, facts, json) in readable().iter().filter(|(case, ..)| is_any_order(case)) {
        let Json::Object(mut fields) = json.clone() else { panic!("{}", case.name) };
        for (name, value) in &mut fields {
            if let ("documents" | "signatures", Json::List(rows)) = (name.as_str(), value) {
                count += usize::from(rows.len() > 1);
                rows.reverse();
            }
        }
        let found = Verdict::to(Json::Object(fields).print().as_bytes(), facts).print();
        assert!(accepted(&found).is_some(), "{}: {found}", case.name);
    }
    assert!(count > 40, "only {count} lists have an order");
}

#[test]
fn input_that_is_too_large_is_not_read() {
    let (offer, catalogue) = (offer(), catalogue());
    let at_most = |size: usize| " ".repeat(size);
    let asked = |application: &str, offer: &str, catalogue: &str| {
        verdict(application.as_bytes(), offer.as_bytes(), catalogue.as_bytes(), TODAY.as_bytes())
    };
    for (size, code) in [(MAX_APPLICATION_BYTES, "json_syntax"), (MAX_APPLICATION_BYTES + 1, "too_large")] {
        assert!(
            asked(&at_most(size), &offer, &catalogue)
                .contains(&format!(r#""in":"application","pointer":"","code":"{code}""#))
        );
    }
    for (size, code) in [(MAX_OFFER_BYTES, "json_syntax"), (MAX_OFFER_BYTES + 1, "too_large")] {
        assert!(
            asked("{}", &at_most(size), &catalogue).contains(&format!(r#""in":"offer","pointer":"","code":"{code}""#))
        );
    }
    for (size, code) in [(MAX_CATALOGUE_BYTES, "json_syntax"), (MAX_CATALOGUE_BYTES + 1, "too_large")] {
        assert!(
            asked("{}", &offer, &at_most(size)).contains(&format!(r#""in":"catalogue","pointer":"","code":"{code}""#))
        );
    }
}

#[test]
fn lists_of_the_maximum_length_get_a_verdict() {
    let (offer, catalogue) = (offer(), catalogue());
    let facts = read_facts(offer.as_bytes(), catalogue.as_bytes(), TODAY.as_bytes()).unwrap();
    for list in ["representatives", "documents", "signatures"] {
        let rows = vec!["{}"; MAX_ROWS].join(",");
        let found = Verdict::to(format!(r#"{{"{list}":[{rows}]}}"#).as_bytes(), &facts).print();
        assert!(is_answer(&found) && found.contains(r#""issues""#), "{list}");
    }
    let text = "9".repeat(MAX_APPLICATION_BYTES - 40);
    for field in ["given_names", "surname", "email", "mobile", "birth_date"] {
        let found = Verdict::to(format!(r#"{{"user":{{"{field}":"{text}"}}}}"#).as_bytes(), &facts).print();
        assert!(is_answer(&found), "{field}");
    }
    let fields = (0..9000).map(|number| format!(r#""field_number_{number}":0"#)).collect::<Vec<_>>().join(",");
    let found = Verdict::to(format!("{{{fields}}}").as_bytes(), &facts).print();
    assert_eq!(found.matches("field_unknown").count(), 100);
}

#[test]
fn any_depth_of_nesting_is_refused_safely() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let deep = |levels: usize| format!(r#"{{"a":{}0{}}}"#, open.repeat(levels), close.repeat(levels));
        let code = |levels: usize| {
            let found = verdict(deep(levels).as_bytes(), offer().as_bytes(), catalogue().as_bytes(), TODAY.as_bytes());
            ["json_depth", "field_unknown"].into_iter().find(|code| found.contains(code))
        };
        assert_eq!(code(31), Some("field_unknown"));
        assert_eq!(code(32), Some("json_depth"));
        assert_eq!(code(40_000), Some("json_depth"));
    }
}

#[test]
fn other_ways_to_write_a_struct_or_a_choice_are_refused() {
    let found = |application: &str, offer: &str| {
        let text = verdict(application.as_bytes(), offer.as_bytes(), catalogue().as_bytes(), TODAY.as_bytes());
        let error = Json::parse(&text).unwrap().get("error").cloned().unwrap_or_else(|| panic!("{text}"));
        ["pointer", "code", "message"].map(|field| error.text_of(field).unwrap())
    };
    for (application, pointer) in [
        (r#"{"user":[]}"#, "/user"),
        (r#"{"user":[true,true,"Anna"]}"#, "/user"),
        (r#"{"representatives":[{},[false]]}"#, "/representatives/1"),
        (r#"{"contract":{"price":[1,2]}}"#, "/contract/price"),
    ] {
        assert_eq!(found(application, &offer()), [pointer, "json_type", "expected an object"], "{application}");
    }
    assert_eq!(found(r#"{"language":{"nl":null}}"#, &offer()), ["/language", "json_type", "expected text"]);
    let other = offer().replacen(r#""joint": "all""#, r#""joint": {"all":null}"#, 1);
    assert_ne!(other, offer());
    assert_eq!(found("{}", &other), ["/levels/0/joint", "json_type", "expected text"]);
    let other = offer().replacen(r#""joint": "all""#, r#""joint": "Anna""#, 1);
    let [pointer, code, message] = found("{}", &other);
    assert_eq!((pointer.as_str(), code.as_str()), ("/levels/0/joint", "json_type"));
    assert!(message.starts_with("expected ") && !message.contains("Anna"), "{message}");
}

#[test]
fn a_message_repeats_nothing_of_the_input() {
    for (field, value) in [
        ("user", r#""Anna, expected at line 3""#),
        ("user", r#"{"birth_date":7}"#),
        ("representatives", r#""Anna, expected at line 3""#),
        ("language", r#""Anna, expected at line 3""#),
        ("authorisations_manager", r#""Anna, expected at line 3""#),
        ("contract", r#"{"term_years":"Anna, expected at line 3"}"#),
    ] {
        let unreadable = read_application(format!(r#"{{"{field}":{value}}}"#).as_bytes()).unwrap_err();
        assert!(unreadable.message.starts_with("expected "), "{unreadable}");
        assert!(!unreadable.message.contains("Anna") && !unreadable.message.contains(" at line "), "{unreadable}");
    }
}

#[test]
fn a_catalogue_may_only_have_unknown_fields_that_are_empty() {
    let with = |fields: &str| {
        let catalogue = catalogue().replacen('{', &format!("{{{fields},"), 1);
        read_catalogue(catalogue.as_bytes()).map(|_| ()).map_err(|unreadable| (unreadable.fault, unreadable.pointer))
    };
    let unknown = |pointer: &str| Err((Fault::Field, pointer.to_owned()));
    assert_eq!(with(r#""a/b":null,"c":false,"d":"","e":[],"f":{}"#), Ok(()));
    assert_eq!(with(r#""a/b":null,"c/d":0"#), unknown("/c~1d"));
    assert_eq!(with(r#""a":true"#), unknown("/a"));
    let many: Vec<String> = (0..100).map(|number| format!(r#""{number}":null"#)).collect();
    assert_eq!(with(&many.join(",")), Ok(()));
    assert_eq!(with(&[&many.join(","), r#""a":[0]"#].join(",")), unknown("/a"));
    let offer = offer().replacen('{', r#"{"a":null,"#, 1);
    assert_eq!(read_offer(offer.as_bytes()).unwrap_err().pointer, "/a");
}

#[test]
fn the_limits_are_those_in_the_docs() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verdict.md")).unwrap();
    assert_eq!(MAX_APPLICATION_BYTES, MAX_OFFER_BYTES);
    let (kib, mib) = (MAX_OFFER_BYTES / 1024, MAX_CATALOGUE_BYTES / 1024 / 1024);
    assert!(docs.contains(&format!(
        "at most {kib} KiB for an application and for an offer, {mib} MiB for a catalogue, lists of 1,000 rows in the first two, and \
         {MAX_DEPTH} levels"
    )));
    assert_eq!(MAX_ROWS, 1000);
}

#[test]
fn bytes_that_are_not_utf8_are_not_json() {
    let found = verdict(b"{\"partner\":\"\xff\"}", offer().as_bytes(), catalogue().as_bytes(), TODAY.as_bytes());
    assert!(found.contains(r#""in":"application","pointer":"/partner","code":"json_syntax""#), "{found}");
    let found = verdict(b"{}", offer().as_bytes(), catalogue().as_bytes(), b"2026-11-2\xff");
    assert!(found.contains(r#""in":"today","pointer":"","code":"date""#), "{found}");
}

#[test]
fn the_first_fault_in_invalid_utf8_is_reported() {
    let message = |bytes: &[u8]| read_application(bytes).unwrap_err().to_string();
    // Text that is not UTF-8.
    assert!(
        message(b"{\"partner\":\"\xff\"}").contains("invalid unicode code point"),
        "{}",
        message(b"{\"partner\":\"\xff\"}")
    );
    // An earlier error.
    assert!(message(b"{partner:\"\xff\"}").contains("line 1 column 2"), "{}", message(b"{partner:\"\xff\"}"));
}

#[test]
fn reading_an_application_reports_its_unknown_fields() {
    let unjudged = read_application(br#"{"colour":"red"}"#).unwrap();
    assert!(!unjudged.is_foreign());
    let found: Vec<_> = unjudged.unknown().iter().map(|issue| (issue.rule, issue.limit.as_str())).collect();
    assert_eq!(found, [(Rule::FieldUnknown, "/colour")]);
    let foreign = read_application(br#"{"format":"eherkenning-application/2"}"#).unwrap();
    assert!(foreign.is_foreign());
    assert_eq!(foreign.unknown().iter().map(|issue| issue.rule).collect::<Vec<_>>(), [Rule::FormatUnknown]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn accents_are_composed_with_their_letters(text in prop_oneof![any::<String>(), accented()]) {
        let apart: String = text.nfd().collect();
        let composed: String = text.nfc().collect();
        for text in [&text, &apart] {
            let json = serde_json::json!({
                "user": { "given_names": text, "surname": text }, "partner": text,
                "representatives": [{}, { "surname": text }], "documents": [{ "file_name": text }],
                "signatures": [{ "by": "representatives.1", "typed_name": text }],
            });
            let draft = read_application(json.to_string().as_bytes()).unwrap().draft;
            let found = [
                &draft.user.given_names,
                &draft.user.surname,
                &draft.partner,
                &draft.representatives[1].surname,
                &draft.documents[0].file_name,
                &draft.signatures[0].typed_name,
            ];
            prop_assert!(found.iter().all(|found| **found == composed), "{:?} -> {:?}", text, found);
        }
    }

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200), text in any::<String>()) {
        let (offer, catalogue) = (offer(), catalogue());
        let (offer, catalogue) = (offer.as_bytes(), catalogue.as_bytes());
        let (empty, day) = (b"{}".as_slice(), TODAY.as_bytes());
        for any in [bytes.as_slice(), text.as_bytes()] {
            let answers = [
                verdict(any, offer, catalogue, day),
                verdict(empty, any, catalogue, day),
                verdict(empty, offer, any, day),
                verdict(empty, offer, catalogue, any),
            ];
            prop_assert!(answers.iter().all(|found| is_answer(found)), "{answers:?}");
        }
    }

    #[test]
    fn an_application_spoilt_anywhere_gets_an_answer(
        case in any::<Index>(),
        spoils in prop::collection::vec((any::<Index>(), any_json()), 1..4),
    ) {
        let (_, facts, json) = case.get(readable());
        let mut json = json.clone();
        for (at, other) in &spoils {
            let mut at = at.index(places(&json));
            spoil(&mut json, &mut at, other);
        }
        let found = Verdict::to(json.print().as_bytes(), facts).print();
        prop_assert!(is_answer(&found), "{}", found);
        if let Some(canonical) = accepted(&found) {
            prop_assert_eq!(&Verdict::to(canonical.as_bytes(), facts).print(), &found);
        }
    }

    #[test]
    fn an_offer_or_a_catalogue_spoilt_anywhere_gets_an_answer(
        case in any::<Index>(),
        (at, other) in (any::<Index>(), any_json()),
        (number, text) in (any::<u64>(), "[a-z_]{1,12}"),
        is_offer in any::<bool>(),
    ) {
        let (case, ..) = case.get(readable());
        for other in [other, Json::Number(number.into()), Json::Text(text), Json::List(Vec::new())] {
            let (mut offer, mut catalogue) = (Json::parse(&offer()).unwrap(), Json::parse(&catalogue()).unwrap());
            let spoilt = if is_offer { &mut offer } else { &mut catalogue };
            let mut at = at.index(places(spoilt));
            spoil(spoilt, &mut at, &other);
            let (offer, catalogue) = (offer.print(), catalogue.print());
            let found = verdict(case.application.as_bytes(), offer.as_bytes(), catalogue.as_bytes(), TODAY.as_bytes());
            prop_assert!(is_answer(&found), "{}", found);
        }
    }
}
