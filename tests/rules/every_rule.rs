//! No rule is left without a case that breaks it.

use std::collections::BTreeSet;

use eherkenning_wizard::domain::rules::Rule;

use crate::case::Case;
use crate::{contract, documents, organisation, people, purpose, signatories, signing};

/// Rules that no application can break here, and why.
const ELSEWHERE: &[(Rule, &str)] = &[
    (Rule::FieldUnknown, "a draft has no unknown fields; see tests/conformance"),
    (Rule::OinShape, "providers are looked up in the catalogue; see formats"),
    (Rule::ServiceIdShape, "services are looked up in the catalogue; see formats"),
    (Rule::DocumentTypeDiffers, "the intake reads the bytes; see tests/intake"),
    (Rule::DocumentTruncated, "the intake and the browser read the bytes; see tests/intake"),
    (Rule::DocumentEncrypted, "the intake and the browser read the bytes; see tests/intake"),
    (Rule::DocumentUnreadable, "the intake and the browser read the bytes; see tests/intake"),
    (Rule::DocumentTooSmall, "only the browser measures images; see tests/e2e"),
    (Rule::DocumentTooManyPixels, "the intake and the browser read the bytes; see tests/intake"),
    (Rule::DocumentNotDrawn, "only the browser draws"),
    (Rule::DocumentDigestDiffers, "the intake weighs what arrived; see tests/intake"),
    (Rule::DocumentPartMissing, "the intake counts what arrived; see tests/intake"),
    (Rule::DocumentHeic, "only the browser opens photos"),
    (Rule::DocumentGone, "only the browser keeps files"),
];

fn cases() -> Vec<Case> {
    [
        purpose::cases(),
        organisation::cases(),
        people::cases(),
        signatories::cases(),
        contract::cases(),
        documents::cases(),
        signing::cases(),
    ]
    .concat()
}

#[test]
fn every_rule_is_broken_by_a_case_or_stands_elsewhere() {
    let broken: BTreeSet<Rule> = cases().iter().flat_map(|case| case.rules().collect::<Vec<_>>()).collect();
    let elsewhere: BTreeSet<Rule> = ELSEWHERE.iter().map(|(rule, _)| *rule).collect();
    let forgotten: Vec<&Rule> =
        Rule::ALL.iter().filter(|rule| !broken.contains(rule) && !elsewhere.contains(rule)).collect();
    assert!(forgotten.is_empty(), "no case breaks {forgotten:?}");
    let both: Vec<&Rule> = broken.intersection(&elsewhere).collect();
    assert!(both.is_empty(), "a case breaks {both:?}, so take it off the list");
}
