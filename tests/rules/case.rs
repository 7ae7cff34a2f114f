//! A test case: a draft with a change, and exactly the rules that it breaks.

use eherkenning_wizard::domain::application::{Application, Facts, SignedApplication};
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::draft::{DateDraft, Draft};
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::offer::OfferTerms;
use eherkenning_wizard::domain::rules::{Issues, Place, Rule};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::texts::sentence;
use serde_json::Value;

use crate::common::{facts, seal};

/// The path of a place, and the rule that is broken there.
pub type Finding = (String, Rule);

/// A draft, the facts to check it with, and the expected issues.
#[derive(Clone)]
pub struct Case {
    name: String,
    draft: Draft,
    facts: Facts,
    is_signed: bool,
    expected: Vec<Finding>,
}

impl Case {
    /// Starts from answers that are not signed yet, and expects no issues.
    pub fn new(name: &str, draft: Draft) -> Self {
        Self { name: name.to_owned(), draft, facts: facts(), is_signed: false, expected: Vec::new() }
    }

    /// Starts from the finished application with these answers.
    pub fn signed(name: &str, draft: &Draft) -> Self {
        Self { is_signed: true, ..Self::new(name, Draft::from(&seal(draft))) }
    }

    /// Replaces one answer, and expects the rule that this breaks, if any.
    pub fn typed(draft: Draft, path: &str, text: &str, rule: Option<Rule>) -> Self {
        let case = Self::new(&format!("{path} {text:?}"), draft).give(path, text);
        match rule {
            Some(rule) => case.breaks(&[(path, rule)]),
            None => case,
        }
    }

    /// Replaces one answer.
    pub fn give(self, path: &str, text: &str) -> Self {
        let place = Place::parse(path).unwrap();
        self.but(|draft| match draft.date_mut(place.question) {
            Some(date) => *date = DateDraft::from(text),
            None => draft.give(place, text),
        })
    }

    /// Changes the answers.
    pub fn but(mut self, change: impl FnOnce(&mut Draft)) -> Self {
        change(&mut self.draft);
        self
    }

    /// Changes the offer.
    pub fn offer(mut self, change: impl FnOnce(&mut OfferTerms)) -> Self {
        let mut terms = OfferTerms::clone(&self.facts.offer);
        change(&mut terms);
        self.facts.offer = terms.try_into().unwrap();
        self
    }

    /// Removes the catalogue.
    pub fn no_catalogue(mut self) -> Self {
        self.facts.catalogue = Catalogue::empty();
        self
    }

    /// Expects exactly these issues.
    pub fn breaks(mut self, expected: &[(&str, Rule)]) -> Self {
        self.expected = expected.iter().map(|(path, rule)| ((*path).to_owned(), *rule)).collect();
        self.expected.sort();
        self
    }

    /// The rules that this case breaks.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        self.expected.iter().map(|(_, rule)| *rule)
    }

    /// What a backend gets at this JSON pointer.
    pub fn sent(&self, pointer: &str) -> Value {
        let application = SignedApplication::parse(&self.draft, &self.facts);
        let application = application.unwrap_or_else(|issues| panic!("{}: {issues:?}", self.name));
        serde_json::to_value(Draft::from(&application)).unwrap().pointer(pointer).unwrap().clone()
    }

    /// The Dutch sentence at a place.
    pub fn told(&self, path: &str) -> String {
        let issues = self.issues().unwrap_or_default();
        let issue =
            issues.at(Place::parse(path).unwrap()).unwrap_or_else(|| panic!("{}: nothing at {path}", self.name));
        sentence(Lang::Nl, issue, Addressee::of(&self.draft))
    }

    fn issues(&self) -> Option<Issues> {
        if self.is_signed {
            SignedApplication::parse(&self.draft, &self.facts).err()
        } else {
            Application::parse(&self.draft, &self.facts).err()
        }
    }
}

/// Place and rule of these issues, sorted.
pub fn findings(issues: &Issues) -> Vec<Finding> {
    let mut found: Vec<Finding> = issues.iter().map(|issue| (issue.place.to_string(), issue.rule)).collect();
    found.sort();
    found
}

/// Runs every case, and fails with all that have other issues than expected.
pub fn check(cases: Vec<Case>) {
    let mut failures = Vec::new();
    for case in &cases {
        let issues = case.issues();
        let found = issues.as_ref().map(findings).unwrap_or_default();
        if found != case.expected || issues.is_some() == case.expected.is_empty() {
            failures.push(format!("{}\n  expected {:?}\n  found    {found:?}", case.name, case.expected));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
