//! What a machine is about.

use super::{Key, Refusal, Remark};

/// What goes on, or follows a pause.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Aim {
    Send,
    Ask(Question),
}

/// Why the outcome is asked for; it decides what follows when the key was never seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// A record was found at the start.
    Start,
    /// The applicant wants to go on: send the same bytes again.
    Retry,
    /// The applicant wants to change the answers.
    Edit,
    /// The key was used with other bytes: learn what became of those.
    Conflict,
    /// What is stored has grown old: erase it, and go on under this key.
    Expired(Key),
    /// It was refused, after an earlier try that may have arrived.
    Refused { refusal: Refusal, remarks: Vec<Remark>, is_verdict: bool },
}
