//! JSON as a value: what is read, what is refused and where, and that it is written back unchanged.

use eherkenning_wizard::domain::catalogue::{CatalogueFile, OfferTerms};
use eherkenning_wizard::domain::draft::{DateDraft, Draft};
use eherkenning_wizard::domain::json::{Json, JsonError, Wire};
use eherkenning_wizard::domain::rules::{Issue, Place, Rule};
use eherkenning_wizard::domain::scheme::{Cents, Lang, Level};
use proptest::prelude::*;

use crate::common::{finished_draft, public};

fn parse(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

fn read<T: Wire>(text: &str) -> Result<T, JsonError> {
    T::from_json(parse(text))
}

fn refusal<T: Wire>(text: &str) -> String {
    read::<T>(text).err().unwrap_or_else(|| panic!("accepted: {text}")).to_string()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(public(name)).unwrap()
}

#[test]
fn json_is_written_as_it_was_read() {
    let texts = [
        "null",
        "[true,false,null,[],{}]",
        r#"{"b":1,"a":-1,"":"\"\\\n\u0001é😀"}"#,
        "[0,18446744073709551615,-9223372036854775808]",
    ];
    for text in texts {
        assert_eq!(serde_json::to_string(&parse(text)).unwrap(), text);
        assert_eq!(read::<Json>(text).unwrap().write(), parse(text));
    }
}

#[test]
fn files_and_a_finished_draft_read_back_the_same() {
    let draft = finished_draft();
    assert_eq!(Draft::from_json(draft.write()).unwrap(), draft);
    assert_eq!(parse(&serde_json::to_string(&draft).unwrap()), draft.write());
    let offer: OfferTerms = read(&file("offer.json")).unwrap();
    assert_eq!(OfferTerms::from_json(offer.write()).unwrap(), offer);
    let catalogue: CatalogueFile = read(&file("catalogue.json")).unwrap();
    assert_eq!(parse(&file("catalogue.json")), catalogue.write());
}

#[test]
fn an_error_names_the_place() {
    assert_eq!(refusal::<Draft>("[]"), "expected an object");
    assert_eq!(refusal::<Draft>(r#"{"user":null}"#), "/user: expected an object");
    assert_eq!(
        refusal::<Draft>(r#"{"user":{"identity_document":{"number":4}}}"#),
        "/user/identity_document/number: expected text"
    );
    assert_eq!(
        refusal::<Draft>(r#"{"representatives":[{},{"is_user":"yes"}]}"#),
        "/representatives/1/is_user: expected true or false"
    );
    assert_eq!(refusal::<Draft>(r#"{"documents":{}}"#), "/documents: expected a list");
    assert_eq!(refusal::<Draft>(r#"{"purpose":{"level":"EH9"}}"#), "/purpose/level: expected a known Level");
    let other = file("offer.json").replace(r#""price":"#, r#""cost":"#).replace(r#""price" :"#, r#""cost":"#);
    assert_eq!(refusal::<OfferTerms>(&other), "/levels/0/terms/0/price: is missing");
    let error = read::<CatalogueFile>(r#"{"format":"","date":"","providers":[{"oin":""}]}"#).unwrap_err();
    assert_eq!(error.pointer(), "/providers/0/name");
}

#[test]
fn the_error_is_passed_on_through_serde() {
    let error = serde_json::from_str::<Draft>(r#"{"documents":[{"size_bytes":-1}]}"#).unwrap_err();
    assert!(error.to_string().contains("/documents/0/size_bytes: expected a whole number"), "{error}");
}

#[test]
fn missing_fields_are_as_in_an_empty_draft() {
    assert_eq!(read::<Draft>("{}").unwrap(), Draft::default());
    let draft: Draft = read(r#"{"representatives":[],"unknown":[1.5,{"deep":{}}]}"#).unwrap();
    assert_eq!(draft, Draft { representatives: Vec::new(), ..Draft::default() });
    assert!(refusal::<OfferTerms>(r#"{"format":"x"}"#).starts_with("/version: "));
}

#[test]
fn empty_text_is_null_where_text_may_be_empty() {
    let draft: Draft = read(r#"{"id":null,"partner":"","language":null}"#).unwrap();
    assert_eq!((draft.id.as_str(), draft.partner.as_str(), draft.language), ("", "", None));
    let Json::Object(fields) = (Draft { format: String::new(), ..draft }).write() else { panic!("no object") };
    let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    assert_eq!((field("id"), field("format")), (Some(Json::Null), Some(Json::Text(String::new()))));
    assert_eq!(refusal::<Draft>(r#"{"format":null}"#), "/format: expected text");
    assert_eq!(
        refusal::<Draft>(r#"{"purpose":{"authorisation":{"services":[null]}}}"#),
        "/purpose/authorisation/services/0: expected text"
    );
}

#[test]
fn dates_are_text_an_object_or_null() {
    let date = DateDraft { day: "28".to_owned(), month: "2".to_owned(), year: "1990".to_owned() };
    assert_eq!(read::<DateDraft>(r#""1990-02-28""#).unwrap(), date);
    assert_eq!(read::<DateDraft>(r#"{"year":"1990","day":"28","month":"2","era":1}"#).unwrap(), date);
    assert_eq!(read::<DateDraft>("null").unwrap(), DateDraft::default());
    assert_eq!(date.write(), Json::Text("1990-02-28".to_owned()));
    assert_eq!(serde_json::to_string(&DateDraft::from("1990")).unwrap(), r#"{"day":"","month":"","year":"1990"}"#);
    assert!(refusal::<DateDraft>("19900228").starts_with("expected a date"));
}

#[test]
fn an_incomplete_date_stays_as_typed() {
    let parts = |[day, month, year]: [&str; 3]| DateDraft { day: day.into(), month: month.into(), year: year.into() };
    for typed in [["x", "2", "1990"], ["28", "feb", "1990"], ["28", "2", "90"], ["28", "2", "MCMX"], ["", "2", "1990"]]
    {
        let date = parts(typed);
        assert!(matches!(date.write(), Json::Object(_)), "{typed:?}");
        assert_eq!(DateDraft::from_json(date.write()).unwrap(), date);
    }
    for typed in [["028", "2", "1990"], ["28", "002", "1990"], ["28", "2", "01990"]] {
        assert!(matches!(parts(typed).write(), Json::Object(_)), "{typed:?}");
    }
    assert_eq!(parts(["8", "2", "1990"]).write(), Json::Text("1990-02-08".to_owned()));
    assert_eq!(parts(["99", "99", "0000"]).write(), Json::Text("0000-99-99".to_owned()));
    assert_eq!(parts(["", "", ""]).write(), Json::Null);
}

#[test]
fn numbers_are_read_up_to_their_limits() {
    assert_eq!(read::<u8>("255").unwrap(), 255);
    assert_eq!(read::<u64>("18446744073709551615").unwrap(), u64::MAX);
    assert_eq!(read::<Cents>("-9223372036854775808").unwrap(), Cents(i64::MIN));
    assert_eq!(read::<Cents>("9223372036854775807").unwrap(), Cents(i64::MAX));
    for cents in [i64::MIN, -1, 0, i64::MAX] {
        assert_eq!(serde_json::to_string(&Cents(cents)).unwrap(), cents.to_string());
    }
    assert!(read::<u8>("256").is_err() && read::<u8>("-1").is_err() && read::<u8>("1.0").is_err());
    assert!(read::<u64>("18446744073709551616").is_err() && read::<u64>("1e3").is_err());
    assert!(read::<Cents>("9223372036854775808").is_err() && read::<Cents>("\"5\"").is_err());
}

#[test]
fn a_duplicate_known_field_is_refused() {
    assert_eq!(refusal::<Draft>(r#"{"user":{"email":"a","email":"b"}}"#), "/user/email: stands twice");
    assert_eq!(refusal::<Draft>(r#"{"partner":"a","partner":null}"#), "/partner: stands twice");
    assert!(read::<Draft>(r#"{"unknown":1,"unknown":2}"#).is_ok());
}

#[test]
fn only_exact_codes_are_read() {
    assert_eq!(read::<Option<Lang>>("\"en\"").unwrap(), Some(Lang::En));
    assert_eq!(read::<Level>("\"EH2+\"").unwrap().write(), Json::Text("EH2+".to_owned()));
    assert!(read::<Lang>("\"EN\"").is_err() && read::<Lang>("0").is_err());
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let deep = |depth: usize| open.repeat(depth) + "null" + &close.repeat(depth);
        assert!(serde_json::from_str::<Json>(&deep(100)).is_ok());
        assert!(serde_json::from_str::<Json>(&deep(100_000)).is_err());
        assert!(serde_json::from_str::<Draft>(&format!(r#"{{"unknown":{}}}"#, deep(100_000))).is_err());
    }
}

/// Whether `serde_json` and our reader agree on a text: both refuse it, or both read the same.
fn agrees(text: &str) -> bool {
    Json::parse(text).ok() == serde_json::from_str(text).ok()
}

#[test]
fn text_that_is_not_json_is_refused_with_line_and_column() {
    assert_eq!(Json::parse("[1,2]").unwrap().print(), "[1,2]");
    for text in ["", "{", "[1,]", "{}x", "\"\\ud800\"", "01", "nul"] {
        assert!(Json::parse(text).unwrap_err().to_string().contains("line 1 column"), "{text}");
    }
    assert_eq!(
        Json::parse("{\n \"a\": 01}").unwrap_err().to_string(),
        "expected no digit after a zero at line 2 column 8"
    );
    assert_eq!(Json::parse("[1 2]").unwrap_err().to_string(), "expected `,` or `]` at line 1 column 4");
}

#[test]
fn json_is_read_as_serde_json_reads_it() {
    let texts = [
        "0",
        "-0",
        "-1",
        "1.",
        ".5",
        "1.5",
        "-1.5e-7",
        "1e5",
        "1E+5",
        "1e",
        "+1",
        "00",
        "-",
        "--1",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "\"\"",
        "\"a\0\"",
        "\"\u{1}\"",
        "\"\t\"",
        "\"\u{7f}\"",
        r#""\u00e9""#,
        r#""\ud83d\ude00""#,
        r#""\ud83d""#,
        r#""\ud83dx""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\udc00""#,
        r#""\u12g4""#,
        r#""\u+123""#,
        r#""\x""#,
        r#""\"#,
        r#""\/\b\f\n\r\t\\\"""#,
        " [ 1 , 2 ] ",
        "[,1]",
        "[1,,2]",
        "{\"a\":1,\"a\":2}",
        "{\"a\" : 1 ,}",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{,}",
        "{1:2}",
        "\u{feff}1",
        "\u{a0}1",
        "[1]\n",
        "tru",
        "true1",
        "[true,false,null]",
        "nulll",
        "'a'",
        "\"é€😀\"",
        "[[[]],{}]",
        "1 2",
        "\r\n\t 1",
        "/**/1",
        "NaN",
        "Infinity",
        "[1]]",
        "\"\\u0",
        "{\"\\u0061\":{}}",
    ];
    for text in texts {
        assert!(agrees(text), "{text}");
    }
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        for depth in 126..=130 {
            let text = open.repeat(depth) + "null" + &close.repeat(depth);
            assert!(agrees(&text), "{depth}");
        }
    }
    assert!(Json::parse(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn an_issue_has_its_value_in_params_if_it_has_one() {
    let text = |limit: &str| {
        let place = Place::parse("user.email").unwrap();
        serde_json::to_string(&Issue { place, rule: Rule::EmailShape, limit: limit.to_owned() }).unwrap()
    };
    assert_eq!(text(""), r#"{"place":"user.email","code":"email_shape","params":{}}"#);
    assert_eq!(text("80"), r#"{"place":"user.email","code":"email_shape","params":{"limit":"80"}}"#);
}

#[test]
fn a_string_ends_at_its_quote_whatever_precedes_and_follows() {
    for sign in [
        "", "\\\"", "\\", "\\n", "\"", "\0", "\u{1f}", " ", "!", "#", "[", "]", "\u{7f}", "\u{80}", "é", "\u{ff}", "€",
        "😀",
    ] {
        for before in 0..=17 {
            for after in ["", "a", "\u{1f}", "\"", "\\", "¢", "!#![]!#![]!#![]"] {
                let text = format!("\"{}{sign}{after}\"", "\u{21}]".repeat(9).get(..before).unwrap());
                assert!(agrees(&text), "{text:?}");
                assert!(agrees(&format!("[{text}, {text}]")), "{text:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_as_serde_json_reads_it(text in r#"([ \[\]{},:"\\0-9eE.+\-]|"[a-z]{0,3}"|null|true|\\u[0-9a-fD]{4}|\PC){0,40}"#) {
        prop_assert!(agrees(&text), "{}", text);
    }

    #[test]
    fn printed_json_reads_back_the_same_and_equals_that_of_serde_json(json in any_json()) {
        let text = json.print();
        prop_assert_eq!(&text, &serde_json::to_string(&json).unwrap());
        prop_assert_eq!(Json::parse(&text).unwrap(), json);
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<u64>().prop_map(Json::Natural),
        (i64::MIN..0).prop_map(Json::Negative),
        any::<String>().prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            proptest::collection::vec((any::<String>(), inner), 0..6).prop_map(|fields| Json::Object(
                fields.into_iter().map(|(name, value)| (name.into(), value)).collect()
            )),
        ]
    })
}
