//! What came back from a request, as the browser read it.

use crate::domain::rules::{Issue, Place, Rule};

/// How the `type` of every problem of ours begins: by it an answer of the service is told from one of a gateway.
pub const PROBLEM_TYPE: &str = "urn:eherkenning-wizard:";
/// The `code` of the problem (404) that answers `GET <endpoint>/<key>` for a key that was never seen.
pub const KEY_UNKNOWN: &str = "key_unknown";

/// The most words of a remark that are shown, in characters.
const MAX_WORDS: usize = 300;
/// The most remarks that are shown.
const MOST_REMARKS: usize = 50;

/// What came back, or did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer of HTTP.
    Answer(Box<HttpAnswer>),
    /// A redirect, which is never followed.
    Redirect,
    /// No answer, or one that was cut off: bytes may have left.
    Nothing,
    /// It failed before a byte left, and the browser knows that: a body that could not be built, a refused URL.
    NeverLeft,
}

/// An answer of HTTP.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpAnswer {
    /// Status.
    pub status: u16,
    /// `Content-Type`, empty when there is none.
    pub content_type: String,
    /// `Retry-After`, as it came.
    pub retry_after: Option<String>,
    /// `X-Request-Id`: by it people find this request in the logs of a server.
    pub request_id: Option<String>,
    /// `Date`, as it came; other origins hide it unless they expose it.
    pub date: Option<String>,
    /// What could be read of the body as a JSON object; nothing when it is none, or cut off, or too large.
    pub fields: Option<Fields>,
}

/// The fields that are read of a body. Each that is missing, or not of the type it should have, is left empty: one odd
/// field must not hide the reference beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// `reference`: a text, or a number as text.
    pub reference: Option<String>,
    /// `type`.
    pub kind: String,
    /// `code`.
    pub code: String,
    /// `title`.
    pub title: String,
    /// `detail`.
    pub detail: String,
    /// `issues`.
    pub issues: Vec<Remark>,
    /// `errors`, as other frameworks write them: the texts in it, or the `detail`, `message` or `title` of each entry.
    pub errors: Vec<String>,
}

/// One remark of the backend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Remark {
    /// Path in the application.
    pub place: String,
    /// Code of a rule; may be one that is not known here.
    pub code: String,
    /// `params.limit`: what the rule speaks of.
    pub limit: String,
    /// The backend's own words, shown as text when place or code is not known here.
    pub title: String,
}

impl Remark {
    /// A remark in words alone.
    pub fn words(words: &str) -> Self {
        Self { title: words.to_owned(), ..Self::default() }
    }

    /// The issue that it names; nothing when place or code is not known here.
    pub fn issue(&self) -> Option<Issue> {
        let (place, rule) = (Place::parse(&self.place)?, Rule::from_code(&self.code)?);
        Some(Issue { place, rule, limit: self.limit.clone() })
    }

    fn cut(self) -> Self {
        let cut = |text: String| text.trim().chars().take(MAX_WORDS).collect();
        Self { place: cut(self.place), code: cut(self.code), limit: cut(self.limit), title: cut(self.title) }
    }

    fn is_said(&self) -> bool {
        !self.title.is_empty() || self.issue().is_some()
    }
}

impl Fields {
    /// Every remark in it: its issues, else its errors, else its own words.
    pub(super) fn remarks(self) -> Vec<Remark> {
        let said = |remarks: Vec<Remark>| -> Vec<Remark> {
            remarks.into_iter().map(Remark::cut).filter(Remark::is_said).take(MOST_REMARKS).collect()
        };
        let issues = said(self.issues);
        if !issues.is_empty() {
            return issues;
        }
        let errors = said(self.errors.iter().map(|words| Remark::words(words)).collect());
        if !errors.is_empty() {
            return errors;
        }
        // The detail is about this request; the title is the same for every request of its kind.
        let own = if self.detail.trim().is_empty() { &self.title } else { &self.detail };
        said(vec![Remark::words(own)])
    }

    /// Whether it says that an idempotency key was used with another body. Backends that are not ours have other codes
    /// for it; all of them name the header.
    pub(super) fn is_about_key(&self) -> bool {
        let names_key = |text: &String| text.to_ascii_lowercase().contains("idempotency");
        self.issues.is_empty() && [&self.code, &self.kind, &self.title, &self.detail].into_iter().any(names_key)
    }
}
