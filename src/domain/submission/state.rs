//! What a screen can show of storing and sending.

use super::Remark;

/// How far storing and sending is. Together with [`Machine::claim`](super::Machine::claim) it says all that a screen
/// needs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The answers can be changed.
    Editing,
    /// Key and bytes are being stored, before the first byte leaves.
    Storing(Option<StoreTrouble>),
    /// On its way.
    Sending(Stage),
    /// Waiting until the next try by itself.
    Waiting {
        /// How long, from the moment this state began.
        milliseconds: u32,
        /// For what.
        pause: Pause,
    },
    /// No network, as far as the device knows: goes on when it is back, or when the applicant tries all the same.
    Offline,
    /// Asking the service whether it arrived.
    Asking,
    /// Nothing goes on by itself: it is the applicant's turn.
    YourTurn(Reason),
    /// Not possible here now: a page that is missing, access refused, a redirect.
    NotHere,
    /// The key was used with other bytes, and the service does not tell what became of them.
    Conflict,
    /// The service refused something in it. The answers can be changed and sent again under the same key.
    Refused {
        /// What.
        refusal: Refusal,
        /// The backend's remarks; may be empty.
        remarks: Vec<Remark>,
    },
    /// These files, by their ids, are no longer on this device. The same files bring the same bytes back.
    MissingFiles(Vec<String>),
    /// Received.
    Received {
        /// The reference, to quote.
        reference: String,
        /// Whether answers were changed after the bytes left that were received; they are still here.
        is_changed: bool,
    },
    /// Another tab works on this application; nothing changes here.
    Elsewhere,
}

/// What is wrong with the store while a sending waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreTrouble {
    /// It takes long, and may still succeed.
    Slow,
    /// There is no room.
    Full,
    /// It failed.
    Failed,
}

/// What is going on with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The body is being made.
    Preparing {
        /// Number of the document, from 1.
        document: u32,
        /// Of how many.
        of: u32,
    },
    /// Bytes leave: so many, where the browser can tell.
    Uploading(Option<u64>),
    /// All has left, or the answer has begun to come.
    Answering,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pause {
    /// The service asked to come back.
    Later,
    /// The service is still at it.
    Busy,
    /// There was no answer of the service.
    NoAnswer,
    /// Not a byte left.
    NeverLeft,
}

/// Why it is the applicant's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Tried often enough; the service may have said in how many seconds it wants to be asked again.
    Tried(Option<u32>),
    /// The applicant stopped it.
    Stopped,
    /// The network answered in place of the service.
    Stranger,
    /// It was found on this device, from an earlier visit.
    Found,
    /// The applicant wants to change something, and it could not be learned whether it arrived.
    OutcomeNeeded,
}

/// What kind of thing is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Answers.
    Issues,
    /// A document, or all of it, is too large or of a wrong type.
    TooLarge,
}

/// What a screen may say of the application. It never says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// It was not sent, or was refused: nothing is kept.
    NotSent,
    /// The service said that it took nothing in.
    NotTaken,
    /// It may have arrived.
    MayHaveArrived,
    /// It was received.
    Received,
}

impl State {
    /// Whether something goes on by itself.
    pub const fn is_underway(&self) -> bool {
        match self {
            Self::Storing(_) | Self::Sending(_) | Self::Waiting { .. } | Self::Offline | Self::Asking => true,
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
