//! What the backend's response means: the whole table, in one place.
//!
//! The principle: a used key is kept until its outcome is known. Only a response in our format settles the outcome;
//! responses of gateways, proxies and hotel networks do not.

use serde::Deserialize;

use crate::domain::wire;

/// The result of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A response.
    Answer {
        /// HTTP status.
        status: u16,
        /// `Retry-After`, in seconds.
        retry_after: Option<u32>,
        /// Whether it is `application/problem+json`.
        is_problem: bool,
        /// The body, cut off at a limit.
        body: String,
    },
    /// A redirect, which is never followed.
    Redirect,
    /// Nothing: no network, or the connection was lost.
    Nothing,
    /// The request could not be made: nothing left this device.
    Unsent,
    /// A file of the application is no longer on this device.
    FileGone(String),
}

/// What to do after a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Received, under this reference.
    Received(String),
    /// Still being processed: send again with the same key.
    Busy,
    /// The key was used with another body: ask the applicant.
    Conflict,
    /// The backend found something wrong.
    Issues(Vec<ServerIssue>),
    /// Too large, or of a type that is not accepted.
    TooLarge(Vec<ServerIssue>),
    /// Not possible here now.
    Refused,
    /// It may have arrived: send again with the same key and the same bytes.
    Unknown,
    /// Retry automatically.
    Later {
        /// Seconds to wait, if the backend said so.
        retry_after: Option<u32>,
        /// Whether this attempt may have arrived anyway.
        may_have_arrived: bool,
    },
    /// A file is no longer on this device.
    FileGone(String),
}

/// A remark of the backend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ServerIssue {
    /// Path in the application.
    pub place: String,
    /// Code of a rule; may be one that is not known here.
    pub code: String,
    /// The value that the sentence names.
    pub params: ServerParams,
    /// The backend's own words, shown as plain text if the code is unknown.
    pub title: String,
}

/// The parameters of a remark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ServerParams {
    /// The limit.
    pub limit: String,
}

/// The parts of a response that are read; everything else is ignored.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Body {
    r#type: String,
    reference: Option<String>,
    title: String,
    code: String,
    issues: Vec<ServerIssue>,
}

/// Maximum size of a reference, in bytes.
const MAX_REFERENCE_BYTES: usize = 100;
/// Prefix of the `type` of our own problems; the code follows.
const OUR_TYPE: &str = "urn:eherkenning-wizard:";

impl Outcome {
    /// Interprets a reply.
    ///
    /// `is_in_doubt`: an earlier attempt with the same bytes may have arrived. Then a refusal of this attempt says
    /// nothing about that one, unless it is about the application itself.
    pub fn of(reply: Reply, is_in_doubt: bool) -> Self {
        let unless_in_doubt = |outcome| if is_in_doubt { Self::Unknown } else { outcome };
        let (status, retry_after, is_problem, body) = match reply {
            Reply::Answer { status, retry_after, is_problem, body } => (status, retry_after, is_problem, body),
            Reply::Redirect => return unless_in_doubt(Self::Refused),
            Reply::Nothing => return Self::Later { retry_after: None, may_have_arrived: true },
            Reply::Unsent => return Self::Later { retry_after: None, may_have_arrived: false },
            Reply::FileGone(id) => return unless_in_doubt(Self::FileGone(id)),
        };
        let body = wire::read::<Body>(&body).unwrap_or_default();
        let is_ours = is_problem && body.r#type.starts_with(OUR_TYPE);
        let reference = body.reference.filter(|text| !text.trim().is_empty() && text.len() <= MAX_REFERENCE_BYTES);
        let own_words = ServerIssue { title: body.title.clone(), ..ServerIssue::default() };
        // A form that was cut off on the way is unreadable too, which says nothing about an earlier attempt.
        let speaks_of_application =
            is_problem && (is_ours || !body.issues.is_empty()) && body.code != "form_unreadable";
        match (status, reference) {
            (200 | 201 | 202 | 409, Some(reference)) => Self::Received(reference),
            (200..=299, _) => Self::Unknown,
            (409, None) => Self::Busy,
            (400 | 413 | 415 | 422, _) if is_in_doubt && !speaks_of_application => Self::Unknown,
            (422, _) if body.code == "idempotency_key_reused" => Self::Conflict,
            (400 | 422, _) if !body.issues.is_empty() => Self::Issues(body.issues),
            (400 | 422, _) => Self::Issues(vec![own_words]),
            (413 | 415, _) if body.issues.is_empty() => Self::TooLarge(vec![own_words]),
            (413 | 415, _) => Self::TooLarge(body.issues),
            (425 | 429, _) => Self::Later { retry_after, may_have_arrived: false },
            (503, _) => Self::Later { retry_after, may_have_arrived: !is_ours },
            (408 | 500..=599, _) => Self::Later { retry_after, may_have_arrived: true },
            _ => unless_in_doubt(Self::Refused),
        }
    }
}

/// Seconds until the next automatic retry; `None` if the applicant has to decide.
///
/// 1, 3, 5 and 10 seconds, plus up to a quarter at random; a time from the backend is respected up to two minutes.
pub fn wait_seconds(tries: usize, retry_after: Option<u32>, chance: f64) -> Option<f64> {
    let usual = [1.0, 3.0, 5.0, 10.0].get(tries.checked_sub(1)?).copied()?;
    match retry_after {
        Some(asked) if asked > 120 => None,
        Some(asked) => Some(f64::from(asked).max(usual)),
        None => Some(usual * (1.0 + chance / 4.0)),
    }
}
