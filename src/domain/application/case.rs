//! What the parts of an application are parsed from.

use super::facts::Facts;
use super::price::Price;
use super::requirements::Requirements;
use crate::domain::draft::{Draft, PriceDraft, SigningDraft};
use crate::domain::offer::LevelOffer;

/// A draft, the facts it is checked against, and what follows from both.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub draft: &'a Draft,
    pub facts: &'a Facts,
    pub requirements: &'a Requirements,
}

impl<'a> Case<'a> {
    /// What the supplier asks at the level of the application.
    pub fn terms(self) -> Option<&'a LevelOffer> {
        self.requirements.terms(self.facts)
    }

    /// The draft with what follows from it: who provides the extract, the price, and how it is signed.
    pub fn completed(self) -> Draft {
        let Self { draft, facts, requirements } = self;
        let mut completed = draft.clone();
        // An answer that no longer applies, if the supplier has stopped fetching extracts.
        completed.authority_proof.extract = requirements.extract();
        completed.contract.price = Price::of(draft, facts, requirements).as_ref().map(PriceDraft::from);
        completed.signing = SigningDraft { method: requirements.signing(), form: requirements.form_route() };
        completed
    }
}
