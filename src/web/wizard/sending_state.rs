//! How far sending is.

use super::submission::Submission;

/// How far sending is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Not begun.
    Idle,
    /// Making what is sent.
    Preparing,
    /// On its way, or waiting for the answer.
    Underway(Submission),
    /// Waiting until the next try; seconds, and the number of that try.
    Retrying(Submission, u32, usize),
    /// No network: waits for it.
    Offline(Submission),
    /// The backend is still at it.
    Busy(Submission),
    /// It may have arrived.
    Unknown(Submission),
    /// Tried often enough: the applicant's turn.
    GaveUp(Submission),
    /// Stopped by the applicant between two tries.
    Stopped(Submission),
    /// Not possible here now.
    Refused(Submission),
    /// The key was used for another application.
    Conflict(Submission),
    /// The backend found something wrong, in its own words where the code is not known here.
    Issues(Vec<String>),
    /// Too large or of a wrong type.
    TooLarge(Vec<String>),
    /// Received under this reference.
    Received(String),
}

impl Sending {
    /// The application whose outcome is not known, to be kept.
    pub fn submission(&self) -> Option<&Submission> {
        match self {
            Self::Underway(submission)
            | Self::Retrying(submission, ..)
            | Self::Offline(submission)
            | Self::Busy(submission)
            | Self::Unknown(submission)
            | Self::GaveUp(submission)
            | Self::Stopped(submission)
            | Self::Refused(submission)
            | Self::Conflict(submission) => Some(submission),
            Self::Idle | Self::Preparing | Self::Issues(_) | Self::TooLarge(_) | Self::Received(_) => None,
        }
    }

    /// Whether something goes on by itself.
    pub fn is_underway(&self) -> bool {
        matches!(self, Self::Preparing | Self::Underway(_) | Self::Retrying(..) | Self::Offline(_) | Self::Busy(_))
    }

    /// Whether the application may arrive, or may have arrived: then it is neither changed nor erased.
    pub fn may_arrive(&self) -> bool {
        self.is_underway() || matches!(self, Self::Unknown(_))
    }
}
