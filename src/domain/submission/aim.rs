//! What a machine is doing: sending the application, or asking for its outcome.

use super::{Key, Refusal, Remark};

/// What runs now, or follows the pause.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Aim {
    Send,
    Ask(Question),
}

/// Why the outcome is asked for; decides what follows when the backend has never seen the key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// A record was found at the start.
    Start,
    /// The applicant tries again: send the same bytes.
    Retry,
    /// The applicant wants to change the answers.
    Edit,
    /// The key was used with other bytes: what became of those?
    Conflict,
    /// The stored answers have expired: erase them, and continue under this key.
    Expired(Key),
    /// The service refused it, after an earlier try that may have arrived.
    Refused { refusal: Refusal, remarks: Vec<Remark>, is_verdict: bool },
}
