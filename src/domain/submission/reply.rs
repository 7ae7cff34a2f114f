//! What came back from a request, as the browser read it.

use crate::domain::rules::{Issue, Place, Rule};

/// The start of the `type` of all our problems. It tells a response of the service from one of a gateway.
pub const PROBLEM_TYPE: &str = "urn:eherkenning-wizard:";
/// The `code` of the problem (404) for `GET <endpoint>/<key>` with a key that the service has never seen.
pub const KEY_UNKNOWN: &str = "key_unknown";

/// The longest text of a remark that is shown, in characters.
const MAX_WORDS: usize = 300;
/// The most remarks that are shown.
const MOST_REMARKS: usize = 50;

/// The result of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A response.
    Answer(Box<HttpAnswer>),
    /// A redirect, which is never followed.
    Redirect,
    /// No response, or an incomplete one. Bytes may have been sent.
    Nothing,
    /// It failed before a byte was sent, and the browser knows that: the body could not be built, or the URL was
    /// refused.
    NeverLeft,
}

/// A response of HTTP.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpAnswer {
    /// Status.
    pub status: u16,
    /// `Content-Type`, empty when there is none.
    pub content_type: String,
    /// `Retry-After`, as received.
    pub retry_after: Option<String>,
    /// `X-Request-Id`: by it people find this request in the logs of a server.
    pub request_id: Option<String>,
    /// `Date`, as received. Responses from another origin only show it if they expose it.
    pub date: Option<String>,
    /// The body, if it is a JSON object; `None` for anything else, and when it is incomplete or too large.
    pub fields: Option<Fields>,
}

/// The fields that are read from a body. One that is missing or of the wrong type is left empty: it must not hide the
/// reference next to it.
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
    /// Code of a rule, which need not be known here.
    pub code: String,
    /// `params.limit`: the limit in the rule's text.
    pub limit: String,
    /// The backend's own words, shown when place or code is not known here.
    pub title: String,
}

impl Remark {
    /// A remark without place and code.
    pub fn words(words: &str) -> Self {
        Self { title: words.to_owned(), ..Self::default() }
    }

    /// The issue that it names; `None` when place or code is not known here.
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
    /// Its issues, else its errors, else its detail or title.
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

    /// Whether it says that the idempotency key was used with another body. Other people's backends have other codes
    /// for this, but all of them name the header.
    pub(super) fn is_about_key(&self) -> bool {
        let names_key = |text: &String| text.to_ascii_lowercase().contains("idempotency");
        self.issues.is_empty() && [&self.code, &self.kind, &self.title, &self.detail].into_iter().any(names_key)
    }
}
