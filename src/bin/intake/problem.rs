//! Answers that say what is wrong, as `application/problem+json` (RFC 9457).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::rules::{Issue, Issues};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::texts;
use eherkenning_wizard::domain::verdict::Unreadable;
use serde::Serialize;

/// What is wrong with a request.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    issues: Vec<Faulty>,
    unreadable: Option<Unreadable>,
    retry_after: Option<u16>,
}

/// An issue with its sentence.
#[derive(Debug, Serialize)]
struct Faulty {
    #[serde(flatten)]
    issue: Issue,
    title: String,
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
    #[serde(skip_serializing_if = "<[Faulty]>::is_empty")]
    issues: &'a [Faulty],
}

impl Problem {
    /// A problem of its own kind; programs go by the code, people read the title.
    pub const fn new(status: StatusCode, code: &'static str, title: &'static str) -> Self {
        Self { status, code, title, issues: Vec::new(), unreadable: None, retry_after: None }
    }

    /// The request is not one that can be read.
    pub const fn bad_request(code: &'static str, title: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, title)
    }

    /// The same problem, with where the application cannot be read, and why.
    pub fn at(mut self, unreadable: Unreadable) -> Self {
        self.unreadable = Some(unreadable);
        self
    }

    /// Rules do not hold.
    pub fn issues(issues: &Issues, lang: Lang, to: Addressee<'_>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "issues", "Rules do not hold").with(issues, lang, to)
    }

    /// Documents are too large.
    pub fn too_large(issues: &Issues, lang: Lang) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "Documents are too large").with(
            issues,
            lang,
            Addressee::default(),
        )
    }

    /// The same problem, to be tried again after so many seconds.
    pub fn retry_after(self, seconds: u16) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    fn with(mut self, issues: &Issues, lang: Lang, to: Addressee<'_>) -> Self {
        let faulty = |issue: &Issue| Faulty { issue: issue.clone(), title: texts::sentence(lang, issue, to) };
        self.issues = issues.iter().map(faulty).collect();
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
        };
        let mut response = (self.status, Json(&body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
