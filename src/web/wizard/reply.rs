//! What the backend's answer means (DESIGN 6): the whole table, in one place.

use serde::Deserialize;

/// What came back, or did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// An answer.
    Answer {
        /// Status of HTTP.
        status: u16,
        /// `Retry-After`, in seconds.
        retry_after: Option<u32>,
        /// The body, cut off at a bound.
        body: String,
    },
    /// A redirect, which is never followed.
    Redirect,
    /// Nothing: no network, or cut off on the way.
    Nothing,
    /// A file of the application is no longer on this device.
    FileGone(String),
}

/// What to do with a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Received, under this reference.
    Received(String),
    /// Still being processed: ask again with the same key.
    Busy,
    /// The key was used with another body: ask the applicant.
    Conflict,
    /// The backend found something wrong.
    Issues(Vec<ServerIssue>),
    /// Too large, or of a type that is not taken.
    TooLarge(Vec<ServerIssue>),
    /// Not possible here now.
    Refused,
    /// It may have arrived: ask again with the same key and the same bytes.
    Unknown,
    /// Try again by itself, after so many seconds if the backend said so.
    Later(Option<u32>),
    /// A file is gone from this device.
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
    /// What the rule speaks of.
    pub params: ServerParams,
    /// The backend's own words, shown as text when the code is not known.
    pub title: String,
}

/// What the rule of a remark speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ServerParams {
    /// The limit.
    pub limit: String,
}

/// The parts of an answer that are read; anything else in it is passed over.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Body {
    reference: Option<String>,
    title: String,
    code: String,
    issues: Vec<ServerIssue>,
}

/// The longest reference that is shown.
const LONGEST_REFERENCE: usize = 100;

impl Outcome {
    /// Reads a reply.
    pub fn of(reply: Reply) -> Self {
        let (status, retry_after, body) = match reply {
            Reply::Answer { status, retry_after, body } => (status, retry_after, body),
            Reply::Redirect => return Self::Refused,
            Reply::Nothing => return Self::Later(None),
            Reply::FileGone(id) => return Self::FileGone(id),
        };
        let body = serde_json::from_str::<Body>(&body).unwrap_or_default();
        let reference = body.reference.filter(|text| !text.trim().is_empty() && text.len() <= LONGEST_REFERENCE);
        let own_words = ServerIssue { title: body.title.clone(), ..ServerIssue::default() };
        match (status, reference) {
            (200 | 201 | 202 | 409, Some(reference)) => Self::Received(reference),
            (200..=299, _) => Self::Unknown,
            (300..=399, _) => Self::Refused,
            (409, None) => Self::Busy,
            (422, _) if body.code == "idempotency_key_reused" => Self::Conflict,
            (400 | 422, _) if !body.issues.is_empty() => Self::Issues(body.issues),
            (400 | 422, _) => Self::Issues(vec![own_words]),
            (413 | 415, _) if body.issues.is_empty() => Self::TooLarge(vec![own_words]),
            (413 | 415, _) => Self::TooLarge(body.issues),
            (408 | 425 | 429 | 500 | 502..=599, _) => Self::Later(retry_after),
            _ => Self::Refused,
        }
    }
}

/// Seconds until the next try by itself; `None` when it is the applicant's turn.
///
/// 1, 3, 5 and 10 seconds with up to a quarter more, as chance has it; what the backend asks for is obeyed
/// up to two minutes.
pub fn wait_seconds(tries: usize, retry_after: Option<u32>, chance: f64) -> Option<f64> {
    let usual = [1.0, 3.0, 5.0, 10.0].get(tries.checked_sub(1)?).copied()?;
    match retry_after {
        Some(asked) if asked > 120 => None,
        Some(asked) => Some(f64::from(asked).max(usual)),
        None => Some(usual * (1.0 + chance / 4.0)),
    }
}
