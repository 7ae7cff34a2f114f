//! A case: a draft with something changed, and exactly what the rules say of it.

use eherkenning_wizard::domain::application::{Application, Facts, SignedApplication};
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::offer::OfferTerms;
use eherkenning_wizard::domain::rules::{Issues, Place, Rule};

use crate::common::{facts, seal};

/// What is wrong, and where: the path of the place, and the rule.
pub type Finding = (String, Rule);

/// A draft, the facts that it is read against, and what must be found.
#[derive(Clone)]
pub struct Case {
    name: String,
    draft: Draft,
    facts: Facts,
    is_signed: bool,
    expected: Vec<Finding>,
}

impl Case {
    /// Starts from answers that are not signed yet; nothing is wrong until said.
    pub fn new(name: &str, draft: Draft) -> Self {
        Self { name: name.to_owned(), draft, facts: facts(), is_signed: false, expected: Vec::new() }
    }

    /// Starts from the finished application of these answers.
    pub fn signed(name: &str, draft: &Draft) -> Self {
        Self { is_signed: true, ..Self::new(name, Draft::from(&seal(draft))) }
    }

    /// One answer typed otherwise, and the rule that this breaks, if any.
    pub fn typed(draft: Draft, path: &str, text: &str, rule: Option<Rule>) -> Self {
        let case =
            Self::new(&format!("{path} {text:?}"), draft).but(|draft| draft.give(Place::parse(path).unwrap(), text));
        match rule {
            Some(rule) => case.breaks(&[(path, rule)]),
            None => case,
        }
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

    /// Takes the catalogue away.
    pub fn no_catalogue(mut self) -> Self {
        self.facts.catalogue = Catalogue::empty();
        self
    }

    /// Says what is wrong, all of it.
    pub fn breaks(mut self, expected: &[(&str, Rule)]) -> Self {
        self.expected = expected.iter().map(|(path, rule)| ((*path).to_owned(), *rule)).collect();
        self.expected.sort();
        self
    }

    /// The rules that this case says are broken.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        self.expected.iter().map(|(_, rule)| *rule)
    }

    fn issues(&self) -> Option<Issues> {
        match self.is_signed {
            true => SignedApplication::parse(&self.draft, &self.facts).err(),
            false => Application::parse(&self.draft, &self.facts).err(),
        }
    }
}

/// What stands in these issues, sorted.
pub fn findings(issues: &Issues) -> Vec<Finding> {
    let mut found: Vec<Finding> = issues.iter().map(|issue| (issue.place.to_string(), issue.rule)).collect();
    found.sort();
    found
}

/// Reads every case, and tells all that come out otherwise.
pub fn check(cases: Vec<Case>) {
    let mut wrong = Vec::new();
    for case in &cases {
        let issues = case.issues();
        let found = issues.as_ref().map(findings).unwrap_or_default();
        if found != case.expected || issues.is_some() == case.expected.is_empty() {
            wrong.push(format!("{}\n  expected {:?}\n  found    {found:?}", case.name, case.expected));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
