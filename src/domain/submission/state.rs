//! The states of storing and sending, for the screen.

use super::Remark;

/// How far storing and sending is. A screen needs this and [`Machine::claim`](super::Machine::claim).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The answers can be changed.
    Editing,
    /// Key and bytes are being stored, before the first byte is sent.
    Storing(Option<StoreTrouble>),
    /// The request runs.
    Sending,
    /// Waiting for the next automatic try.
    Waiting {
        /// How long, from the start of this state.
        milliseconds: u32,
        /// Why.
        pause: Pause,
    },
    /// The device thinks that there is no network. Continues when it is back, or when the applicant tries anyway.
    Offline,
    /// Asking the service whether the application arrived.
    Asking,
    /// Nothing runs: it is the applicant's turn.
    YourTurn(Reason),
    /// Sending is not possible here now: the endpoint is missing, access was refused, or it redirects.
    NotHere,
    /// The key was used with other bytes, and it is not known what became of those.
    Conflict,
    /// The service refused the application. The answers can be changed and sent again under the same key.
    Refused {
        /// What.
        refusal: Refusal,
        /// The backend's remarks; may be empty.
        remarks: Vec<Remark>,
    },
    /// These files, by their ids, are no longer on this device. The applicant can add the same files again.
    MissingFiles(Vec<String>),
    /// Received.
    Received {
        /// The reference, to quote.
        reference: String,
        /// Whether the answers were changed after these bytes were sent. Then they are still here.
        is_changed: bool,
    },
    /// Another tab works on this application. Nothing changes in this one.
    Elsewhere,
}

/// What is wrong with the store while sending waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreTrouble {
    /// The write is slow, and may still succeed.
    Slow,
    /// There is no room.
    Full,
    /// It failed.
    Failed,
}

/// Why the next try waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pause {
    /// Nothing of the last try was taken in; the service may have asked to wait.
    Later,
    /// The service is still processing it.
    Busy,
    /// There was no response of the service.
    NoAnswer,
    /// Not a byte was sent.
    NeverLeft,
}

/// Why it is the applicant's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The last automatic try failed, or the service asked to wait longer than the wizard does: this many seconds.
    Tried(Option<u32>),
    /// The applicant stopped it.
    Stopped,
    /// The network responded instead of the service, such as the sign-in page of a hotel.
    Stranger,
    /// It was found on this device, from an earlier visit.
    Found,
    /// The applicant wants to change the answers, but it is not known whether the application arrived.
    OutcomeNeeded,
}

/// What was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Answers.
    Issues,
    /// A document, or the whole request: too large, or of a wrong type.
    TooLarge,
}

/// The most that a screen may say about the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// It was not sent, or was refused: the service has nothing.
    NotSent,
    /// The service said that it took nothing in.
    NotTaken,
    /// It may have arrived.
    MayHaveArrived,
    /// It was received.
    Received,
}

impl State {
    /// Whether something runs, or will without the applicant.
    pub const fn is_underway(&self) -> bool {
        match self {
            Self::Storing(_) | Self::Sending | Self::Waiting { .. } | Self::Offline | Self::Asking => true,
            Self::Editing
            | Self::YourTurn(_)
            | Self::NotHere
            | Self::Conflict
            | Self::Refused { .. }
            | Self::MissingFiles(_)
            | Self::Received { .. }
            | Self::Elsewhere => false,
        }
    }

    /// Whether the answers can be changed.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Editing | Self::Refused { .. })
    }
}
