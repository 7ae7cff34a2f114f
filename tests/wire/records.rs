//! Our types as JSON: what is read, what is refused, and that it is written back unchanged.

use eherkenning_wizard::domain::catalogue::CatalogueFile;
use eherkenning_wizard::domain::draft::{DateDraft, Draft};
use eherkenning_wizard::domain::offer::{Offer, OfferTerms};
use eherkenning_wizard::domain::rules::{Issue, Place, Rule};
use eherkenning_wizard::domain::scheme::{Cents, Lang, Level};
use eherkenning_wizard::domain::wire::Json;
use serde::de::DeserializeOwned;
use serde_json::{Value, json, to_string, to_value};

use crate::common::strict::read;
use crate::common::{finished_draft, public};

fn refusal<T: DeserializeOwned>(text: &str) -> String {
    read::<T>(text).err().unwrap_or_else(|| panic!("accepted: {text}")).to_string()
}

fn file(name: &str) -> String {
    std::fs::read_to_string(public(name)).unwrap()
}

fn date([day, month, year]: [&str; 3]) -> DateDraft {
    DateDraft { day: day.into(), month: month.into(), year: year.into() }
}

#[test]
fn files_and_a_finished_draft_read_back_the_same() {
    let draft = finished_draft();
    assert_eq!(read::<Draft>(&draft.to_json()).unwrap(), draft);
    let offer: OfferTerms = read(&file("offer.json")).unwrap();
    assert_eq!(read::<OfferTerms>(&to_string(&offer).unwrap()).unwrap(), offer);
    let catalogue: CatalogueFile = read(&file("catalogue.json")).unwrap();
    assert_eq!(to_value(&catalogue).unwrap(), read::<Value>(&file("catalogue.json")).unwrap());
}

#[test]
fn missing_fields_are_as_in_an_empty_draft() {
    assert_eq!(read::<Draft>("{}").unwrap(), Draft::default());
    let draft: Draft = read(r#"{"representatives":[],"unknown":[1.5,{"deep":{}}]}"#).unwrap();
    assert_eq!(draft, Draft { representatives: Vec::new(), ..Draft::default() });
    assert!(refusal::<OfferTerms>(r#"{"format":"x"}"#).starts_with("missing field `version`"));
}

#[test]
fn empty_text_is_null_where_text_may_be_empty() {
    let draft: Draft = read(r#"{"id":null,"partner":"","language":null}"#).unwrap();
    assert_eq!((draft.id.as_str(), draft.partner.as_str(), draft.language), ("", "", None));
    let written = to_value(Draft { format: String::new(), ..draft }).unwrap();
    assert_eq!((&written["id"], &written["format"]), (&Value::Null, &json!("")));
    for text in [r#"{"format":null}"#, r#"{"partner":1.5}"#, r#"{"purpose":{"authorisation":{"services":[null]}}}"#] {
        assert!(refusal::<Draft>(text).contains("expected a string"), "{text}");
    }
}

#[test]
fn dates_are_text_an_object_or_null() {
    let day = date(["28", "2", "1990"]);
    assert_eq!(read::<DateDraft>(r#""1990-02-28""#).unwrap(), day);
    assert_eq!(read::<DateDraft>(r#"{"year":"1990","day":"28","month":"2","era":1}"#).unwrap(), day);
    assert_eq!(read::<DateDraft>("null").unwrap(), DateDraft::default());
    assert_eq!(to_string(&day).unwrap(), r#""1990-02-28""#);
    assert_eq!(to_string(&DateDraft::from("1990")).unwrap(), r#"{"day":"","month":"","year":"1990"}"#);
    for text in ["19900228", "true", "[]", r#"["28","2","1990"]"#] {
        assert!(refusal::<DateDraft>(text).contains("expected a date"), "{text}");
    }
}

#[test]
fn an_incomplete_date_stays_as_typed() {
    for typed in [["x", "2", "1990"], ["28", "feb", "1990"], ["28", "2", "90"], ["28", "2", "MCMX"], ["", "2", "1990"]]
    {
        let text = to_string(&date(typed)).unwrap();
        assert!(text.starts_with('{'), "{text}");
        assert_eq!(read::<DateDraft>(&text).unwrap(), date(typed));
    }
    for typed in [["028", "2", "1990"], ["28", "002", "1990"], ["28", "2", "01990"], ["08", "2", "1990"]] {
        assert!(to_value(date(typed)).unwrap().is_object(), "{typed:?}");
    }
    assert_eq!(to_value(date(["8", "2", "1990"])).unwrap(), "1990-02-08");
    assert_eq!(to_value(date(["99", "99", "0000"])).unwrap(), "0000-99-99");
    assert_eq!(to_value(date(["", "", ""])).unwrap(), Value::Null);
}

#[test]
fn amounts_are_read_up_to_their_limits() {
    for cents in [i64::MIN, -1, 0, i64::MAX] {
        let text = cents.to_string();
        assert_eq!(to_string(&Cents(cents)).unwrap(), text);
        assert_eq!(read::<Cents>(&text).unwrap(), Cents(cents));
    }
    for text in ["9223372036854775808", "1.0", "1e3", "\"5\"", "null"] {
        assert!(read::<Cents>(text).is_err(), "{text}");
    }
}

#[test]
fn a_duplicate_known_field_is_refused() {
    assert!(refusal::<Draft>(r#"{"user":{"email":"a","email":"b"}}"#).starts_with("duplicate field `email`"));
    assert!(refusal::<Draft>(r#"{"partner":"a","partner":null}"#).starts_with("duplicate field `partner`"));
    assert!(refusal::<DateDraft>(r#"{"day":"1","day":"1"}"#).starts_with("duplicate field `day`"));
    assert!(read::<Draft>(r#"{"unknown":1,"unknown":2}"#).is_ok());
}

#[test]
fn only_exact_codes_are_read() {
    assert_eq!(read::<Option<Lang>>("\"en\"").unwrap(), Some(Lang::En));
    assert_eq!(to_string(&read::<Level>("\"EH2+\"").unwrap()).unwrap(), "\"EH2+\"");
    // An escaped code cannot be borrowed from the input.
    assert_eq!(read::<Level>(r#""EH\u0032+""#).unwrap(), Level::Eh2Plus);
    for text in ["\"EN\"", "0", "null", r#"{"en":null}"#] {
        assert!(read::<Lang>(text).is_err(), "{text}");
    }
}

#[test]
fn an_error_does_not_repeat_a_value_that_may_be_personal() {
    assert_eq!(refusal::<Lang>("\"Anna\""), "expected a known Lang");
}

#[test]
fn unknown_fields_may_be_nested_deeper_than_the_stack_allows() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let text = format!(r#"{{"unknown":{}null{}}}"#, open.repeat(100_000), close.repeat(100_000));
        assert_eq!(read::<Draft>(&text).unwrap(), Draft::default());
        assert!(read::<Value>(&text).is_err());
    }
}

#[test]
fn an_issue_has_its_value_in_params_if_it_has_one() {
    let text = |limit: &str| {
        let place = Place::parse("user.email").unwrap();
        to_string(&Issue { place, rule: Rule::EmailShape, limit: limit.to_owned() }).unwrap()
    };
    assert_eq!(text(""), r#"{"place":"user.email","code":"email_shape","params":{}}"#);
    assert_eq!(text("80"), r#"{"place":"user.email","code":"email_shape","params":{"limit":"80"}}"#);
}

/// What the wizard's reader and the one of backends say about an offer.
fn readings(text: &str) -> [Result<Offer, String>; 2] {
    let json = Json::parse(text).map_err(|error| error.to_string());
    let wizard = json.and_then(|json| Offer::from_json(&json).map_err(|error| error.to_string()));
    [wizard, read::<Offer>(text).map_err(|error| error.to_string())]
}

/// Calls `judge` with the offer in which each value in turn is missing, and replaced by each of `others`.
fn each_change(whole: &Value, others: &[Value], judge: &mut dyn FnMut(&str)) {
    fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
            Value::Array(rows) => rows.iter().enumerate().map(|(row, value)| (row.to_string(), value)).collect(),
            _ => Vec::new(),
        };
        for (name, value) in children {
            let here = format!("{at}/{name}");
            pointers(value, &here, found);
            found.push(here);
        }
    }
    let mut found = Vec::new();
    pointers(whole, "", &mut found);
    for pointer in found {
        for other in others {
            let mut changed = whole.clone();
            *changed.pointer_mut(&pointer).unwrap() = other.clone();
            judge(&changed.to_string());
        }
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let mut changed = whole.clone();
        if let Some(fields) = changed.pointer_mut(parent).unwrap().as_object_mut() {
            fields.remove(name);
            judge(&changed.to_string());
        }
    }
}

#[test]
fn the_wizard_reads_offers_as_backends_do() {
    let text = file("offer.json");
    let [wizard, backend] = readings(&text);
    assert_eq!(wizard, backend);
    assert_eq!(wizard.unwrap().levels[0].terms[0].price, Cents(2400));
    let others = [
        Value::Null,
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!("7"),
        json!("true"),
        json!("EH3"),
        json!(""),
        json!([]),
        json!({}),
    ];
    let mut refused = 0;
    each_change(&read(&text).unwrap(), &others, &mut |text| {
        let [wizard, backend] = readings(text);
        assert_eq!(wizard.as_ref().ok(), backend.as_ref().ok(), "{text}");
        refused += u32::from(wizard.is_err());
    });
    assert!(refused > 1000, "{refused}");
}

#[test]
fn the_wizard_names_the_field_of_an_offer_that_it_cannot_read() {
    let text = file("offer.json");
    let reason = |from: &str, to: &str| readings(&text.replacen(from, to, 1))[0].clone().unwrap_err();
    assert!(reason("eherkenning-offer/1", "eherkenning-offer/9").contains("eherkenning-offer/9"));
    assert_eq!(reason("\"years\": 1", "\"years\": \"one\""), "offer: years is missing or not understood");
    assert_eq!(reason("\"joint\": \"", "\"joint\": \"x"), "offer: joint is missing or not understood");
}
