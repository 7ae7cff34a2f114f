//! All faults of a form at once.

use serde::{Serialize, Serializer};

use super::{Place, Rule};

/// One broken rule at one place, on the wire `{"place": "user.email", "code": "email_shape", "params": {}}`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Issue {
    /// Where.
    pub place: Place,
    /// Which rule.
    #[serde(rename = "code")]
    pub rule: Rule,
    /// What the rule speaks of, such as a number of days, a level or a name; empty when it needs none.
    #[serde(rename = "params", serialize_with = "as_params")]
    pub limit: String,
}

fn as_params<S: Serializer>(limit: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(Some(("limit", limit)).filter(|_| !limit.is_empty()))
}

/// The faults noted so far; a value is built only when there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// Notes a broken rule.
    pub fn add(&mut self, place: impl Into<Place>, rule: Rule) {
        self.add_with(place, rule, String::new());
    }

    /// Notes a broken rule together with what it speaks of.
    pub fn add_with(&mut self, place: impl Into<Place>, rule: Rule, limit: impl Into<String>) {
        let issue = Issue { place: place.into(), rule, limit: limit.into() };
        if !self.0.contains(&issue) {
            self.0.push(issue);
        }
    }

    /// Hands a value on, or notes why there is none.
    pub fn keep<T>(&mut self, place: impl Into<Place>, parsed: Result<T, Rule>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(rule) => {
                self.refuse(place.into(), rule);
                None
            }
        }
    }

    /// Notes the rule that a text breaks; the same code for every type of value.
    #[inline(never)]
    fn refuse(&mut self, place: Place, rule: Rule) {
        let limit = if rule == Rule::TooLong { place.question.longest().to_string() } else { String::new() };
        self.add_with(place, rule, limit);
    }

    /// Takes over the issues of a part.
    pub fn absorb<T>(&mut self, parsed: Result<T, Issues>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(issues) => {
                self.extend(issues);
                None
            }
        }
    }

    /// Takes over other issues.
    pub fn extend(&mut self, other: Issues) {
        for issue in other.0 {
            if !self.0.contains(&issue) {
                self.0.push(issue);
            }
        }
    }

    /// Builds the value only if nothing was noted.
    ///
    /// # Errors
    /// All that was noted.
    pub fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Issues> {
        if self.0.is_empty()
            && let Some(value) = build()
        {
            return Ok(value);
        }
        Err(self)
    }

    /// Whether nothing was noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The issues, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Issue> {
        self.0.iter()
    }

    /// The first issue at a place.
    pub fn at(&self, place: Place) -> Option<&Issue> {
        self.0.iter().find(|issue| issue.place == place)
    }

    /// Whether this rule is broken at this place.
    pub fn has(&self, place: impl Into<Place>, rule: Rule) -> bool {
        let place = place.into();
        self.0.iter().any(|issue| issue.place == place && issue.rule == rule)
    }
}

impl<'a> IntoIterator for &'a Issues {
    type Item = &'a Issue;
    type IntoIter = std::slice::Iter<'a, Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
