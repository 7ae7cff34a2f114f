//! `docs/rules.md` is up to date, and every rule states its source.
//!
//! After a change: `cargo run --features check -- rules --write docs/rules.md`.

use std::process::Command;

use eherkenning_wizard::domain::rules::Rule;
use serde_json::Value;

/// What a source contains: an address, a law, a standard, a field of the offer, one of our documents, or a statement that
/// the rule is inferred because there is no public source.
const SOURCES: &[&str] =
    &["https://", "art. ", "RFC ", "ISO", "ICAO ", "FIPS ", "numbering plan", "the offer", "docs/", "inferred from "];

fn printed(arguments: &[&str]) -> String {
    let printed = Command::new(env!("CARGO_BIN_EXE_check")).args(arguments).output().unwrap();
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    String::from_utf8(printed.stdout).unwrap()
}

#[test]
fn docs_rules_is_up_to_date() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = std::fs::read_to_string(path).unwrap_or_default();
    assert!(page == printed(&["rules"]), "run: check rules --write docs/rules.md");
}

#[test]
fn every_rule_has_a_source_and_a_sentence_in_both_languages() {
    let rules: Vec<Value> = serde_json::from_str(&printed(&["rules", "--json"])).unwrap();
    let codes: Vec<&str> = rules.iter().map(|rule| rule["code"].as_str().unwrap()).collect();
    assert_eq!(codes, Rule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>());
    for rule in &rules {
        let field = |name: &str| rule[name].as_str().unwrap();
        for name in ["asks", "why"] {
            assert!(field(name).len() > 10 && field(name).ends_with('.'), "{}: {name}", field("code"));
        }
        let source = field("source");
        assert!(SOURCES.iter().any(|known| source.contains(known)), "{}: source {source:?}", field("code"));
        assert!(!field("nl").is_empty() && !field("en").is_empty(), "{}", field("code"));
        assert!(field("nl") != field("en"), "{}: the same in both languages", field("code"));
    }
}
