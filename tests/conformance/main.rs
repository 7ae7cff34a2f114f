//! The conformance cases against the rules themselves and the program `check`.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

#[allow(dead_code, reason = "only the tool that writes the cases uses all of it")]
mod cases;
mod json;
#[cfg(feature = "check")]
mod program;
mod properties;
mod questions;
mod signed;

use std::collections::{BTreeMap, BTreeSet};

use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::verdict::{Verdict, read_facts, verdict};

use cases::{Case, all, read};

/// Rules that no application breaks, and why.
const ELSEWHERE: &[(Rule, &str)] = &[
    (Rule::OinShape, "a provider is looked up in the catalogue"),
    (Rule::ServiceIdShape, "a service is looked up in the catalogue"),
    (Rule::DocumentTypeDiffers, "only who has the bytes knows"),
    (Rule::DocumentInfected, "only who has the bytes knows"),
    (Rule::DocumentTruncated, "only who has the bytes knows"),
    (Rule::DocumentEncrypted, "only who has the bytes knows"),
    (Rule::DocumentUnreadable, "only who has the bytes knows"),
    (Rule::DocumentTooSmall, "only who has the bytes knows"),
    (Rule::DocumentDigestDiffers, "only who has the bytes knows"),
    (Rule::DocumentPartMissing, "only who has the bytes knows"),
    (Rule::DocumentTooManyPixels, "only who has the bytes knows"),
    (Rule::DocumentNotDrawn, "only the browser draws"),
    (Rule::DocumentHeic, "only the browser opens photos"),
    (Rule::DocumentGone, "only the browser keeps files"),
];

/// Reports every case with another verdict than expected.
fn expect(answers: impl Fn(&Case, &str, &str) -> String) {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut file = |path: String| files.entry(path.clone()).or_insert_with(|| read(&path)).clone();
    let mut wrong = Vec::new();
    for case in all() {
        let offer = file(format!("offers/{}.json", case.offer));
        let catalogue = file(format!("catalogues/{}.json", case.catalogue));
        let found = answers(&case, &offer, &catalogue);
        if found != case.answer {
            wrong.push(format!("{}: {}\n  expected {}\n  found    {found}", case.file, case.name, case.answer));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n{} cases", wrong.join("\n"), wrong.len());
}

fn breaks(case: &Case, code: &str) -> bool {
    case.answer.contains(&format!(r#""code":"{code}""#))
}

#[test]
fn every_case_gets_its_verdict() {
    expect(|case, offer, catalogue| {
        verdict(case.application.as_bytes(), offer.as_bytes(), catalogue.as_bytes(), case.today.as_bytes())
    });
}

#[test]
fn every_case_has_a_unique_name() {
    let mut names = BTreeSet::new();
    let twice: Vec<String> =
        all().into_iter().map(|case| case.name).filter(|name| !names.insert(name.clone())).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_rule_has_cases_on_both_sides() {
    let cases = all();
    for rule in Rule::ALL {
        let code = rule.code();
        let is_broken = cases.iter().any(|case| breaks(case, code));
        let is_kept = cases.iter().any(|case| case.holds.iter().any(|held| held == code));
        let is_elsewhere = ELSEWHERE.iter().any(|(other, _)| other == rule);
        assert_eq!(is_broken, !is_elsewhere, "{code}: a case breaks it, or it stands in `ELSEWHERE`");
        assert_eq!(is_kept, !is_elsewhere, "{code}: a case names it in `holds`");
    }
    for case in &cases {
        for code in &case.holds {
            assert!(Rule::from_code(code).is_some(), "{}: {code} is no rule", case.name);
            assert!(!breaks(case, code), "{}: {code} does not hold", case.name);
        }
    }
}

#[test]
fn unknown_fields_are_reported_whatever_their_names() {
    let [offer, catalogue] = ["offers/example.json", "catalogues/example.json"].map(read);
    let facts = read_facts(offer.as_bytes(), catalogue.as_bytes(), b"2026-11-23").unwrap();
    let names = (0..0x110).filter_map(char::from_u32).chain(['\u{2028}', '😀']);
    let names = names.map(|c| serde_json::to_string(&format!("{c} of a name")).unwrap() + ":[1,-1,1.5,true,{}]");
    let unknown = names.collect::<Vec<_>>();
    for some in unknown.chunks(90) {
        let answer = Verdict::to(format!("{{{}}}", some.join(",")).as_bytes(), &facts);
        assert!(answer.print().matches("field_unknown").count() == some.len());
    }
}
