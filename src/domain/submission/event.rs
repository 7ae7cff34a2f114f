//! The events that a machine handles, and the effects that it asks for.

use super::{Answer, Key, Outcome, Record, StoreFault, Submission};

/// A random number from 0 to 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chance(pub u8);

/// What happened. The numbers are those of the effects that this is the result of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// The applicant sends this.
    Begin(Submission),
    /// [`Effect::Store`] is done, durably.
    Stored {
        /// Of the effect.
        number: u32,
    },
    /// [`Effect::Store`] failed.
    NotStored {
        /// Of the effect.
        number: u32,
        /// Why.
        fault: StoreFault,
    },
    /// The applicant sends without a copy on this device, and was told that the outcome may never be known once the
    /// page is closed.
    SendUnstored,
    /// The response to [`Effect::Send`] begins to arrive: everything was sent.
    Answering {
        /// Of the effect.
        number: u32,
    },
    /// [`Effect::Send`] is done.
    Answered {
        /// Of the effect.
        number: u32,
        /// What the response means.
        answer: Answer,
        /// For the pause that may follow.
        chance: Chance,
    },
    /// [`Effect::Send`] was not started: these files, by their ids, are not on this device.
    FilesMissing {
        /// Of the effect.
        number: u32,
        /// Their ids.
        files: Vec<String>,
    },
    /// The missing files were added again, byte for byte.
    FilesRestored,
    /// [`Effect::Ask`] is done.
    Told {
        /// Of the effect.
        number: u32,
        /// What the response means.
        outcome: Outcome,
        /// For the pause that may follow.
        chance: Chance,
    },
    /// [`Effect::Wait`] is over.
    Waited {
        /// Of the effect.
        number: u32,
        /// For the pause that may follow.
        chance: Chance,
    },
    /// The applicant stops what runs.
    Stop,
    /// The applicant wants to continue: try again, ask again, try without a network, or not wait any longer.
    Retry,
    /// The applicant wants to change the answers.
    Edit,
    /// The applicant starts again with the same answers under another key, and was told that the first application may
    /// have arrived.
    StartAgain {
        /// The next key.
        key: Key,
    },
    /// The host page, or the applicant, wants everything erased.
    Reset {
        /// The next key.
        key: Key,
    },
    /// The stored answers have expired, by a clock that can be trusted.
    Expired {
        /// The next key.
        key: Key,
    },
    /// The device thinks that it is online, or offline.
    Network {
        /// Whether it is online.
        is_online: bool,
    },
    /// This was read from the store, at the start or when this tab took the application over.
    Found(Record),
    /// Another tab took the application over.
    Superseded,
}

/// The effects of one step.
pub(super) type Effects = Vec<Effect>;

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Write the answers together with [`Machine::record`](super::Machine::record), durably, in one transaction; then
    /// [`Event::Stored`] or [`Event::NotStored`]. One write at a time; of several that wait, only the last is needed.
    Store {
        /// Of this effect.
        number: u32,
    },
    /// Send this; then [`Event::Answered`] or [`Event::FilesMissing`]. At most one request runs at a time, but one that
    /// was aborted may still arrive.
    Send {
        /// Of this effect.
        number: u32,
        /// What.
        submission: Submission,
    },
    /// Abort the request with this number, if it still runs. Its response, if there is one, is reported all the same.
    Abort {
        /// Of [`Effect::Send`] or [`Effect::Ask`].
        number: u32,
    },
    /// Ask `GET <endpoint>/<key>`; then [`Event::Told`].
    Ask {
        /// Of this effect.
        number: u32,
        /// The key.
        key: Key,
    },
    /// Wait; then [`Event::Waited`]. A later one replaces those before, which may be cancelled, or end without effect.
    Wait {
        /// Of this effect.
        number: u32,
        /// How long.
        milliseconds: u32,
    },
    /// Replace the answers in the store by the record, in one transaction, then delete all files. There is no event for
    /// the result: if it fails, the next visit asks for the outcome again.
    Finish,
    /// Erase everything in the store, and the answers on the screen.
    Erase,
    /// Tell the host page, and the applicant if no state shows it.
    Tell(Notice),
}

/// What the host page is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// Received.
    Submitted {
        /// The reference.
        reference: String,
        /// Level of assurance that was applied for; empty when it is no longer known.
        level: String,
    },
    /// The application from before the applicant started again was received after all.
    EarlierArrived {
        /// Its reference.
        reference: String,
    },
    /// Something failed.
    Failed(Failure),
    /// The answers expired, and were erased.
    Expired,
    /// A reset was refused: the application is being sent, or may have arrived.
    ResetRefused,
}

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// Sending; nothing was taken in.
    Send,
    /// Sending; the application may have arrived.
    UnknownOutcome,
    /// The key was used with other bytes.
    Conflict,
    /// Sending is not possible here.
    NotHere,
    /// Answers were refused.
    Issues,
    /// Documents were refused.
    TooLarge,
    /// Storing, before anything was sent.
    Store,
    /// Files are missing.
    MissingFiles,
}

impl Failure {
    /// The `code` of the event `eh-error`, and whether trying again may help.
    pub const fn code(self) -> (&'static str, bool) {
        match self {
            Self::Send => ("send", true),
            Self::UnknownOutcome => ("unknown_outcome", true),
            Self::Conflict => ("conflict", false),
            Self::NotHere => ("refused", false),
            Self::Issues => ("issues", false),
            Self::TooLarge => ("too_large", false),
            Self::Store => ("store", true),
            Self::MissingFiles => ("missing_files", false),
        }
    }
}
