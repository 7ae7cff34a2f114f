//! All issues of a form at once.

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
    /// The value that the sentence names, such as a number of days, a level or a name; empty if it names none.
    #[serde(rename = "params", serialize_with = "as_params")]
    pub limit: String,
}

fn as_params<S: Serializer>(limit: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(Some(("limit", limit)).filter(|_| !limit.is_empty()))
}

/// The issues found so far; a value is built only if there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// Adds a broken rule.
    pub fn add(&mut self, place: impl Into<Place>, rule: Rule) {
        self.add_with(place, rule, String::new());
    }

    /// Adds a broken rule with the value that its sentence names.
    pub fn add_with(&mut self, place: impl Into<Place>, rule: Rule, limit: impl Into<String>) {
        let issue = Issue { place: place.into(), rule, limit: limit.into() };
        if !self.0.contains(&issue) {
            self.0.push(issue);
        }
    }

    /// Returns a value, or adds the rule that it breaks.
    pub fn keep<T>(&mut self, place: impl Into<Place>, parsed: Result<T, Rule>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(rule) => {
                self.refuse(place.into(), rule);
                None
            }
        }
    }

    /// Adds the rule that a text breaks; one function for every type of value, to save code.
    #[inline(never)]
    fn refuse(&mut self, place: Place, rule: Rule) {
        let limit = if rule == Rule::TooLong { place.question.longest().to_string() } else { String::new() };
        self.add_with(place, rule, limit);
    }

    /// Returns the value of a part, or adds its issues.
    pub fn absorb<T>(&mut self, parsed: Result<T, Issues>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(issues) => {
                self.extend(issues);
                None
            }
        }
    }

    /// Adds other issues.
    pub fn extend(&mut self, other: Issues) {
        for issue in other.0 {
            if !self.0.contains(&issue) {
                self.0.push(issue);
            }
        }
    }

    /// Builds the value only if there are no issues.
    ///
    /// # Errors
    /// All issues.
    pub fn finish<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T, Issues> {
        if self.0.is_empty()
            && let Some(value) = build()
        {
            return Ok(value);
        }
        Err(self)
    }

    /// Whether there are no issues.
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
