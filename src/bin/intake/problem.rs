//! Error responses as `application/problem+json` (RFC 9457).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::rules::{Issue, Issues};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::texts;
use eherkenning_wizard::domain::verdict::Unreadable;
use serde::Serialize;

use crate::request_id;

/// How many issues the log names.
const MAX_LOGGED_ISSUES: usize = 20;

/// What is wrong with a request.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    issues: Vec<TitledIssue>,
    unreadable: Option<Unreadable>,
    retry_after: Option<u16>,
}

/// What the log says of a problem: its code, and the broken rules with their places.
#[derive(Clone, Default)]
pub struct Logged {
    /// The code of the problem.
    pub code: &'static str,
    /// Such as `user.email email_shape`, separated by commas.
    pub issues: String,
}

/// An issue with its sentence.
#[derive(Debug, Serialize)]
struct TitledIssue {
    #[serde(flatten)]
    issue: Issue,
    title: String,
}

impl TitledIssue {
    /// Place and code. What the issue says of a value is personal data.
    fn logged(&self) -> String {
        format!("{} {}", self.issue.place, self.issue.rule.code())
    }
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<&'a str>,
    #[serde(skip_serializing_if = "<[TitledIssue]>::is_empty")]
    issues: &'a [TitledIssue],
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

impl Problem {
    /// A problem. The code is for programs, the title for people.
    pub const fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        Self { status, code, title, issues: Vec::new(), unreadable: None, retry_after: None }
    }

    /// The request cannot be read.
    pub const fn bad_request(code: &'static str, title: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, title)
    }

    /// There are too many requests at once.
    pub fn busy() -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Too many requests at once").retry_after(2)
    }

    /// Adds where the application cannot be read, and why.
    pub fn at(mut self, unreadable: Unreadable) -> Self {
        self.unreadable = Some(unreadable);
        self
    }

    /// Rules are broken. Some sentences depend on the addressee.
    pub fn issues(issues: &Issues, lang: Lang, to: Addressee<'_>) -> Self {
        let title = "The application breaks one or more rules";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "issues", title).with_issues(issues, lang, to)
    }

    /// Documents are too large.
    pub fn too_large(issues: &Issues, lang: Lang) -> Self {
        let problem = Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "Documents are too large");
        problem.with_issues(issues, lang, Addressee::default())
    }

    /// A virus was found in documents.
    pub fn infected(issues: &Issues, lang: Lang) -> Self {
        let title = "A document contains a virus or other harmful software; nothing was stored";
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "infected", title);
        problem.with_issues(issues, lang, Addressee::default())
    }

    /// Tells the client after how many seconds to retry.
    pub fn retry_after(self, seconds: u16) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    fn with_issues(mut self, issues: &Issues, lang: Lang, to: Addressee<'_>) -> Self {
        let titled = |issue: &Issue| TitledIssue { issue: issue.clone(), title: texts::sentence(lang, issue, to) };
        self.issues = issues.iter().map(titled).collect();
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = Body {
            r#type: format!("urn:eherkenning-wizard:{}", self.code),
            title: self.title,
            status: self.status.as_u16(),
            code: self.code,
            detail: self.unreadable.as_ref().map(|unreadable| unreadable.message.as_str()),
            pointer: self.unreadable.as_ref().map(|unreadable| unreadable.pointer.as_str()),
            issues: &self.issues,
            request_id: request_id::current(),
        };
        let mut response = (self.status, Json(&body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        let issues: Vec<String> = self.issues.iter().take(MAX_LOGGED_ISSUES).map(TitledIssue::logged).collect();
        response.extensions_mut().insert(Logged { code: self.code, issues: issues.join(", ") });
        response
    }
}
