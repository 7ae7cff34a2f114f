//! The wizard reads a catalogue as backends do.

use eherkenning_wizard::domain::catalogue::{Catalogue, CatalogueFile};
use eherkenning_wizard::domain::wire::Json;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use crate::common::strict;

const SHIPPED: &str = include_str!("../../public/catalogue.json");
const OIN: &str = "00000099000000000001";
const ID: &str = "11111111-1111-4111-8111-111111111111";

/// Reads as the wizard does.
fn read(text: &str) -> Option<Catalogue> {
    Catalogue::from_json(&Json::parse(text).ok()?)
}

/// Reads as backends do.
fn whole(text: &str) -> Option<Catalogue> {
    let file: CatalogueFile = strict::read(text).ok()?;
    Catalogue::try_from(file).ok()
}

/// Checks that both ways read the same or both refuse it; returns whether they read it.
fn is_read(text: &str) -> bool {
    if Json::parse(text).is_err() {
        // Backends ignore what is wrong within an unknown field, such as half a letter.
        return false;
    }
    let (Some(read), Some(whole)) = (read(text), whole(text)) else {
        assert_eq!((read(text), whole(text)), (None, None), "{text}");
        return false;
    };
    assert_eq!(read.providers(), whole.providers(), "{text}");
    let rest = |catalogue: &Catalogue| {
        let words = [catalogue.date(), catalogue.source(), catalogue.licence()].map(str::to_owned);
        (words, catalogue.is_official(), catalogue.dropped())
    };
    assert_eq!(rest(&read), rest(&whole), "{text}");
    for provider in whole.providers() {
        assert_eq!(read.provider(provider.oin()), whole.provider(provider.oin()), "{text}");
        for service in provider.services() {
            assert_eq!(read.service(service.id()), whole.service(service.id()), "{text}");
        }
    }
    true
}

/// A file with one provider and one service, with extra fields in each.
fn file(of_file: &str, of_provider: &str, of_service: &str) -> String {
    format!(
        r#"{{"format":"eherkenning-catalogue/1","date":"2026-11-23"{of_file},"providers":[{{"oin":"{OIN}","name":{{"nl":"Een"}}{of_provider},"services":[{{"id":"{ID}","name":{{"en":"Two"}},"level":"EH3"{of_service}}}]}}]}}"#
    )
}

#[test]
fn the_shipped_catalogue_is_read() {
    assert!(is_read(SHIPPED));
    for end in (0..SHIPPED.len()).step_by(97).filter(|end| SHIPPED.is_char_boundary(*end)) {
        assert!(!is_read(&SHIPPED[..end]), "cut at {end}");
    }
    assert!(!is_read(&[SHIPPED, "{}"].concat()));
}

#[test]
fn fields_may_come_in_any_order_and_unknown_ones_are_ignored() {
    assert!(is_read(&file("", "", "")));
    assert!(is_read(&file(
        r#","id":7,"level":null,"nl":[],"x":{"providers":[{}]}"#,
        r#","id":7,"format":{}"#,
        r#","oin":null,"services":5"#
    )));
    let turned = r#"{"providers":[{"services":[{"level":"EH4","name":{"en":"B","nl":"A"},"id":"11111111-1111-4111-8111-111111111111"}],
        "name":{"en":"P"},"oin":"00000099000000000001"}],"date":"2026-11-23","format":"eherkenning-catalogue/1"}"#;
    assert!(is_read(turned));
    assert_eq!(read(turned).unwrap().service(ID).unwrap().provider.oin(), OIN);
}

#[test]
fn escaped_names_and_upper_case_uuids_are_read() {
    let text =
        file("", r#","al\u0069ases":["\u00e9\n"]"#, r#","service_id":"\"a\\b\ud83d\ude00","source":"https:\/\/x""#);
    assert!(is_read(&text));
    let read = read(&text).unwrap();
    assert_eq!(read.provider(OIN).unwrap().aliases(), ["é\n"]);
    let service = read.service(ID).unwrap().service;
    assert_eq!((service.service_id(), service.source()), (Some("\"a\\b😀"), Some("https://x")));
    assert!(is_read(&text.replace("1-1111-4111-8111-1", "A-ABCD-4111-8111-B")));
}

#[test]
fn duplicate_fields_and_wrong_types_are_refused_everywhere() {
    let twice = [
        (r#","date":"2026-11-23""#, "", ""),
        (r#","checksum":null,"checksum":null"#, "", ""),
        (r#","providers":[]"#, "", ""),
        ("", r#","oin":"00000099000000000002""#, ""),
        ("", r#","name":{"nl":"Twee"}"#, ""),
        ("", r#","aliases":[],"aliases":[]"#, ""),
        ("", r#","services":[]"#, ""),
        ("", "", r#","level":"EH3""#),
        ("", "", r#","branch":null,"branch":"allowed""#),
        ("", "", r#","date":null,"date":null"#),
        ("", "", r#","without_kvk":true,"without_kvk":true"#),
    ];
    let wrong = [
        (r#","source":null"#, "", ""),
        (r#","licence":1"#, "", ""),
        (r#","official":null"#, "", ""),
        (r#","checksum":1"#, "", ""),
        (r#","checksum":4294967296"#, "", ""),
        ("", r#","aliases":null"#, ""),
        ("", r#","is_tax_authority":"yes""#, ""),
        ("", "", r#","service_id":1"#),
        ("", "", r#","date":1"#),
        ("", "", r#","aliases":[null]"#),
        ("", "", r#","identifies_by_bsn":0"#),
    ];
    for (of_file, of_provider, of_service) in twice.into_iter().chain(wrong) {
        assert!(!is_read(&file(of_file, of_provider, of_service)), "{of_file}{of_provider}{of_service}");
    }
    for (from, to) in [
        (r#""format":"eherkenning-catalogue/1","#, ""),
        (r#""date":"2026-11-23","#, ""),
        ("2026-11-23", "23-11-2026"),
        ("catalogue/1", "catalogue/2"),
        (r#"{"nl":"Een"}"#, r#"{"nl":"Een","nl":"Een"}"#),
        (r#"{"nl":"Een"}"#, r#"{"nl":7}"#),
        (r#"{"nl":"Een"}"#, "null"),
        (r#""name":{"nl":"Een"},"#, ""),
        (r#""oin":"00000099000000000001","#, ""),
        (OIN, "123"),
        (r#""level":"EH3""#, r#""level":null"#),
        (r#""id":"11111111-1111-4111-8111-111111111111""#, r#""id":null"#),
    ] {
        assert!(!is_read(&file("", "", "").replacen(from, to, 1)), "{from} as {to}");
    }
    for part in ["{}", "[]", "", "null", r#"{"format":"eherkenning-catalogue/1","date":"2026-11-23","providers":{}}"#] {
        assert!(!is_read(part), "{part}");
    }
}

#[test]
fn unknown_fields_are_ignored_however_deep_they_are() {
    let deep = |depth| format!(r#","x":{}{}"#, "[".repeat(depth), "]".repeat(depth));
    // The tree of the wizard has a hundred levels at least.
    for depth in [1, 100] {
        assert!(is_read(&file(&deep(depth), "", "")));
        assert!(is_read(&file("", &deep(depth), "")) && is_read(&file("", "", &deep(depth))));
    }
}

/// Mostly a valid value, sometimes any other.
fn value(good: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    let any = [
        "null",
        "5",
        "-1",
        "1.5",
        "true",
        "false",
        "\"\"",
        "[]",
        "{}",
        r#"[{"a":[1,"\u00e9"]}]"#,
        r#""\u0041""#,
        "nul",
        "\"\\ud800\"",
    ];
    prop_oneof![40 => good, 1 => select(any.to_vec()).prop_map(str::to_owned)].boxed()
}

fn one_of(texts: &[&str]) -> BoxedStrategy<String> {
    value(select(texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>()))
}

/// An object with most of these fields in any order, sometimes with a duplicate or an unknown field.
fn object(fields: Vec<(&'static str, BoxedStrategy<String>)>) -> BoxedStrategy<String> {
    let count = fields.len();
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    let values: Vec<BoxedStrategy<String>> = fields.into_iter().map(|(_, value)| value).collect();
    let kept = prop_oneof![3 => Just((0..count).collect::<Vec<_>>()), 1 => subsequence((0..count).collect::<Vec<_>>(), 0..=count)];
    let more = prop_oneof![20 => Just(None), 1 => any::<Index>().prop_map(Some)];
    let other = select(vec!["", "", "", r#""x":{"id":[]}"#, r#""oin":1"#, r#""nl":null"#]);
    (values, kept.prop_shuffle(), more, other)
        .prop_map(move |(values, kept, more, other)| {
            let mut parts: Vec<String> = kept.iter().map(|at| format!("\"{}\": {}", names[*at], values[*at])).collect();
            if let Some(index) = more.filter(|_| !parts.is_empty()) {
                parts.push(parts[index.index(parts.len())].clone());
            }
            parts.extend(Some(other.to_owned()).filter(|other| !other.is_empty()));
            format!("{{{}}}", parts.join(", "))
        })
        .boxed()
}

fn list(row: BoxedStrategy<String>, most: usize) -> BoxedStrategy<String> {
    value(proptest::collection::vec(row, 0..=most).prop_map(|rows| format!("[{}]", rows.join(","))))
}

fn any_file() -> BoxedStrategy<String> {
    let name = || {
        let one = || one_of(&["Aangifte", "Btw", " ", "", "\\u00e9\\\"n", "ë"]);
        value(object(vec![("nl", one()), ("en", one())]))
    };
    let truth = || value(select(vec!["true".to_owned(), "false".to_owned()]));
    let aliases = || list(one_of(&["a", "b c"]), 2);
    let service = object(vec![
        (
            "id",
            one_of(&[
                ID,
                "22222222-2222-4222-8222-22222222222A",
                "22222222-2222-4222-8222-22222222222a",
                " 33333333-3333-4333-8333-333333333333",
                "4",
            ]),
        ),
        ("service_id", one_of(&["urn:etoegang:DV:00000099000000000001:services:1", ""])),
        ("name", name()),
        ("aliases", aliases()),
        ("level", one_of(&["EH2+", "EH3", "EH3", "EH4", "EH5", ""])),
        ("branch", one_of(&["allowed", "refused", "allowed", "perhaps"])),
        ("without_kvk", truth()),
        ("refuses_kvk", truth()),
        ("identifies_by_bsn", truth()),
        ("source", one_of(&["https://a.example", "http://a.example"])),
        ("date", one_of(&["2026-11-23"])),
    ]);
    let provider = object(vec![
        ("oin", one_of(&[OIN, "00000099000000000002", "0000 0099 0000 0000 0003", "00000099000000000004"])),
        ("name", name()),
        ("aliases", aliases()),
        ("is_tax_authority", truth()),
        ("services", list(service, 4)),
    ]);
    object(vec![
        ("format", one_of(&["eherkenning-catalogue/1"])),
        ("source", one_of(&["ours"])),
        ("date", one_of(&["2026-11-23"])),
        ("licence", one_of(&["free"])),
        ("official", truth()),
        ("providers", list(provider, 3)),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_file_reads_the_same_both_ways_with_and_without_its_checksum(text in any_file(), cut in any::<Index>()) {
        is_read(&text);
        let end = cut.index(text.len());
        if text.is_char_boundary(end) {
            is_read(&text[..end]);
            is_read(&[&text[..end], &text[end + text[end..].chars().next().map_or(0, char::len_utf8)..]].concat());
        }
        if let Ok(file) = serde_json::from_str::<CatalogueFile>(&text) {
            let with = |sum: u32| format!("{{\"checksum\":{sum},{}", &text[1..]);
            prop_assert_eq!(is_read(&with(file.sum())), is_read(&text));
            prop_assert!(!is_read(&with(file.sum() ^ 1)));
        }
    }
}
