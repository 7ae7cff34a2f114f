//! Any bytes as an application: always a verdict, and the canonical form of an accepted application is accepted
//! unchanged.

#![no_main]

use std::sync::LazyLock;

use eherkenning_wizard::domain::application::Facts;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::verdict::{Verdict, read_facts};
use libfuzzer_sys::fuzz_target;

static FACTS: LazyLock<Facts> = LazyLock::new(|| {
    let offer = include_bytes!("../../conformance/offers/example.json");
    read_facts(offer, include_bytes!("../../conformance/catalogues/example.json"), b"2026-11-23").unwrap()
});

fuzz_target!(|bytes: &[u8]| {
    let verdict = Verdict::to(bytes, &FACTS);
    assert!(verdict.print().starts_with(r#"{"format":"eherkenning-answer/1","#));
    if let Verdict::Accepted(signed) = &verdict {
        let canonical = Draft::from(&**signed).to_json();
        assert_eq!(Verdict::to(canonical.as_bytes(), &FACTS), verdict, "{canonical}");
    }
});
