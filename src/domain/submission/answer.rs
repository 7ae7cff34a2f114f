//! What a response means: the complete table.

use super::retry_after::retry_after;
use super::{Fields, HttpAnswer, KEY_UNKNOWN, PROBLEM_TYPE, Refusal, Remark, Reply};

/// The longest reference that is shown, in characters. A longer one is cut: its start can still be searched for,
/// whereas an unknown outcome would make the applicant send again.
const MAX_REFERENCE: usize = 100;

/// What the response to sending means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Received, under this reference.
    Received(String),
    /// The service is still processing it; it may have asked to wait this many seconds.
    Busy(Option<u32>),
    /// The key was used with other bytes.
    Conflict,
    /// The service refused it.
    Refused {
        /// What was refused.
        refusal: Refusal,
        /// The backend's remarks; may be empty.
        remarks: Vec<Remark>,
        /// Whether this is a verdict of the service on these very bytes, which any copy of them would get.
        is_verdict: bool,
    },
    /// Sending is not possible here now, and automatic tries would not help.
    NotHere,
    /// Nothing of this try was taken in; the service may have asked to wait this many seconds.
    Later(Option<u32>),
    /// It may have arrived; the response may have asked to wait this many seconds.
    MayHaveArrived(Doubtful, Option<u32>),
    /// Not a byte was sent.
    NeverLeft,
}

/// Why it is not known whether something arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubtful {
    /// There was no response.
    NoAnswer,
    /// A gateway responded, or the service failed.
    Gateway,
    /// The network responded instead of the service, such as the sign-in page of a hotel.
    Stranger,
}

/// What the response to a request for the outcome means (`GET <endpoint>/<key>`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Received, under this reference.
    Received(String),
    /// The service is still processing it; it may have asked to wait this many seconds.
    Underway(Option<u32>),
    /// The service has never seen this key.
    NeverSeen,
    /// This backend does not support such requests.
    CannotAsk,
    /// No response, or one that says nothing; it may have asked to wait this many seconds.
    Silence(Option<u32>),
}

impl Answer {
    /// Reads the response to sending; `now_unix` is the time in seconds since 1970 by the clock of the device.
    pub fn of(reply: Reply, now_unix: i64) -> Self {
        let answer = match reply {
            Reply::Answer(answer) => answer,
            Reply::Redirect => return Self::NotHere,
            Reply::Nothing => return Self::MayHaveArrived(Doubtful::NoAnswer, None),
            Reply::NeverLeft => return Self::NeverLeft,
        };
        let (status, pause, is_ours) = (answer.status, answer.pause(now_unix), answer.is_ours());
        let Some(fields) = answer.fields else { return Self::bare(status, pause) };
        match (status, fields.reference()) {
            (200 | 201 | 202 | 409, Some(reference)) => Self::Received(reference),
            // The form was damaged on the way: the same bytes may well arrive whole.
            (400, _) if fields.code == "form_unreadable" => Self::Later(pause),
            (400 | 422, _) if fields.is_about_key() => {
                if status == 422 {
                    Self::Conflict
                } else {
                    Self::NotHere
                }
            }
            (400 | 422, _) => Self::refused(Refusal::Issues, fields, is_ours),
            (413 | 415, _) => Self::refused(Refusal::TooLarge, fields, is_ours),
            (503, _) if is_ours => Self::Later(pause),
            _ => Self::bare(status, pause),
        }
    }

    /// What a status means without a body that we understand.
    const fn bare(status: u16, pause: Option<u32>) -> Self {
        match status {
            409 => Self::Busy(pause),
            413 | 415 => Self::Refused { refusal: Refusal::TooLarge, remarks: Vec::new(), is_verdict: false },
            // Both are sent before a request is processed.
            425 | 429 => Self::Later(pause),
            200..=299 | 511 => Self::MayHaveArrived(Doubtful::Stranger, pause),
            300..=407 | 410..=499 | 501 => Self::NotHere,
            _ => Self::MayHaveArrived(Doubtful::Gateway, pause),
        }
    }

    /// A verdict names what is wrong with the bytes; anything else could be about this one request.
    fn refused(refusal: Refusal, fields: Fields, is_ours: bool) -> Self {
        let is_named = refusal == Refusal::TooLarge || !fields.issues.is_empty();
        Self::Refused { refusal, remarks: fields.remarks(), is_verdict: is_ours && is_named }
    }
}

impl Outcome {
    /// Reads the response to a request for the outcome; `now_unix` as for [`Answer::of`].
    pub fn of(reply: Reply, now_unix: i64) -> Self {
        let answer = match reply {
            Reply::Answer(answer) => answer,
            Reply::Redirect => return Self::CannotAsk,
            Reply::Nothing | Reply::NeverLeft => return Self::Silence(None),
        };
        let (status, pause, is_ours) = (answer.status, answer.pause(now_unix), answer.is_ours());
        let fields = answer.fields.unwrap_or_default();
        match (status, fields.reference()) {
            (200 | 201 | 202 | 409, Some(reference)) => Self::Received(reference),
            (202 | 409, None) => Self::Underway(pause),
            // Only with our code: an older backend of ours responds to any such request with 404.
            (404, _) if is_ours && fields.code == KEY_UNKNOWN => Self::NeverSeen,
            (404 | 405 | 501, _) => Self::CannotAsk,
            _ => Self::Silence(pause),
        }
    }
}

impl HttpAnswer {
    fn pause(&self, now_unix: i64) -> Option<u32> {
        retry_after(self.retry_after.as_deref()?, self.date.as_deref(), now_unix)
    }

    /// Whether the service itself responded, not a gateway before it.
    fn is_ours(&self) -> bool {
        let essence = self.content_type.split(';').next().unwrap_or_default().trim();
        essence.eq_ignore_ascii_case("application/problem+json")
            && self.fields.as_ref().is_some_and(|fields| fields.kind.starts_with(PROBLEM_TYPE))
    }
}

impl Fields {
    fn reference(&self) -> Option<String> {
        let reference: String = self.reference.as_ref()?.trim().chars().take(MAX_REFERENCE).collect();
        (!reference.is_empty()).then_some(reference)
    }
}
