//! The state of sending.

use super::submission::Submission;

/// The state of sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Not started.
    Idle,
    /// Preparing the request.
    Preparing,
    /// Being sent, or waiting for the response.
    Underway(Submission),
    /// Waiting for the next attempt: seconds, and the number of that attempt.
    Retrying(Submission, u32, usize),
    /// Waiting for a network.
    Offline(Submission),
    /// The backend is still processing it.
    Busy(Submission),
    /// It may have arrived.
    Unknown(Submission),
    /// Gave up retrying; the applicant has to decide.
    GaveUp(Submission),
    /// Stopped by the applicant between two attempts.
    Stopped(Submission),
    /// Not possible here now.
    Refused(Submission),
    /// The key was used for another application.
    Conflict(Submission),
    /// The backend found something wrong; in its own words if the code is unknown here.
    Issues(Vec<String>),
    /// Too large or of a wrong type.
    TooLarge(Vec<String>),
    /// Received under this reference.
    Received(String),
}

impl Sending {
    /// The application whose outcome is unknown, to be stored.
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

    /// Whether sending continues automatically.
    pub fn is_underway(&self) -> bool {
        matches!(self, Self::Preparing | Self::Underway(_) | Self::Retrying(..) | Self::Offline(_) | Self::Busy(_))
    }

    /// Whether the application may arrive or may have arrived: then it must not be changed or erased.
    pub fn may_arrive(&self) -> bool {
        self.is_underway() || matches!(self, Self::Unknown(_))
    }
}
