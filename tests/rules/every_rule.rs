//! Every rule has a case that breaks it.

use std::collections::BTreeSet;

use eherkenning_wizard::domain::rules::Rule;

use crate::case::Case;
use crate::{contract, documents, organisation, people, purpose, signatories, signing};

/// Rules that are tested elsewhere, and why no case here can break them.
const ELSEWHERE: &[(Rule, &str)] = &[
    (Rule::FieldUnknown, "a draft has no unknown fields; see tests/conformance"),
    (Rule::OinShape, "providers are looked up in the catalogue; see formats"),
    (Rule::ServiceIdShape, "services are looked up in the catalogue; see formats"),
    (Rule::DocumentTypeDiffers, "only intake reads the content; see tests/intake"),
    (Rule::DocumentInfected, "only intake asks a scanner; see tests/intake"),
    (Rule::DocumentTruncated, "only intake and the browser read the content; see tests/intake"),
    (Rule::DocumentEncrypted, "only intake and the browser read the content; see tests/intake"),
    (Rule::DocumentUnreadable, "only intake and the browser read the content; see tests/intake"),
    (Rule::DocumentTooSmall, "only the browser measures images; see tests/e2e"),
    (Rule::DocumentTooManyPixels, "only intake and the browser read the content; see tests/intake"),
    (Rule::DocumentNotDrawn, "only the browser redraws images"),
    (Rule::DocumentDigestDiffers, "only intake has the parts; see tests/intake"),
    (Rule::DocumentPartMissing, "only intake has the parts; see tests/intake"),
    (Rule::DocumentHeic, "only the browser opens photos"),
    (Rule::DocumentGone, "only the browser stores files"),
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
fn every_rule_is_broken_by_a_case_or_listed_as_tested_elsewhere() {
    let broken: BTreeSet<Rule> = cases().iter().flat_map(|case| case.rules().collect::<Vec<_>>()).collect();
    let elsewhere: BTreeSet<Rule> = ELSEWHERE.iter().map(|(rule, _)| *rule).collect();
    let missing: Vec<&Rule> =
        Rule::ALL.iter().filter(|rule| !broken.contains(rule) && !elsewhere.contains(rule)).collect();
    assert!(missing.is_empty(), "no case breaks {missing:?}");
    let both: Vec<&Rule> = broken.intersection(&elsewhere).collect();
    assert!(both.is_empty(), "a case breaks {both:?}, so remove it from the list");
}
