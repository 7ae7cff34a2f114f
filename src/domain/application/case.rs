//! What the parts of an application are parsed from.

use super::facts::Facts;
use super::requirements::Requirements;
use crate::domain::draft::Draft;
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
}
