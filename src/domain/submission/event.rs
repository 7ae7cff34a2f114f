//! What happens to a machine, and what it wants done.

use super::{Answer, Key, Outcome, Record, StoreFault, Submission};

/// A number by chance, from 0 to 255: `(chance * 256.0) as u8` for a chance from 0 up to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Chance(pub u8);

/// What happens. The numbers are those of the effects that are answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Event {
    /// The applicant sends this.
    Begin(Submission),
    /// [`Effect::Store`] is done, and will outlive the tab.
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
    /// The applicant sends without a copy on this device, told that nobody can tell whether it arrived once the page
    /// is closed.
    SendUnstored,
    /// A request moves.
    Progress {
        /// Of [`Effect::Send`].
        number: u32,
        /// How far it is.
        progress: Progress,
    },
    /// [`Effect::Send`] is done.
    Answered {
        /// Of the effect.
        number: u32,
        /// What the answer means.
        answer: Answer,
        /// For the pause that may follow.
        chance: Chance,
    },
    /// [`Effect::Send`] was not begun: these files, by their ids, are not here.
    FilesMissing {
        /// Of the effect.
        number: u32,
        /// Their ids.
        files: Vec<String>,
    },
    /// The missing files are back, byte for byte.
    FilesRestored,
    /// [`Effect::Ask`] is done.
    Told {
        /// Of the effect.
        number: u32,
        /// What the answer means.
        outcome: Outcome,
        /// For the pause that may follow.
        chance: Chance,
    },
    /// [`Effect::Wait`] is done.
    Waited {
        /// Of the effect.
        number: u32,
        /// For the pause that may follow.
        chance: Chance,
    },
    /// The applicant stops what goes on.
    Stop,
    /// The applicant wants to go on: try again, ask again, try without a network, not wait any longer.
    Retry,
    /// The applicant wants to change the answers.
    Edit,
    /// The applicant gives the key up and begins anew with the same answers, told that the first application may have
    /// arrived.
    StartAgain {
        /// The next key.
        key: Key,
    },
    /// The host page, or the applicant, wants everything erased.
    Reset {
        /// The next key.
        key: Key,
    },
    /// What is stored is older than it may become, by a clock that makes sense.
    Expired {
        /// The next key.
        key: Key,
    },
    /// The device thinks that there is a network, or none.
    Network {
        /// Whether there is.
        is_online: bool,
    },
    /// This was read from the store: at the start, or after this tab took the application over.
    Found(Record),
    /// Another tab took the application over.
    Superseded,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// The body is being made.
    Preparing {
        /// Number of the document, from 1.
        document: u32,
        /// Of how many.
        of: u32,
    },
    /// So many bytes have left. Tell it only where that is known, and at most once a second.
    Sent(u64),
    /// All has left, or a byte of the answer came.
    Answering,
}

/// What a step wants done.
pub(super) type Effects = Vec<Effect>;

/// What is to be done, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Write the answers together with [`Machine::record`](super::Machine::record), durably, in one transaction; then
    /// [`Event::Stored`] or [`Event::NotStored`]. One write at a time; of several that wait, the last is enough.
    Store {
        /// Of this effect.
        number: u32,
    },
    /// Send this; then [`Event::Answered`], or [`Event::FilesMissing`]. At most one request runs at a time, but one
    /// that was cut off may still arrive.
    Send {
        /// Of this effect.
        number: u32,
        /// What.
        submission: Submission,
    },
    /// Cut off the request, or the question, with this number, if it still runs. What it answers all the same is
    /// welcome.
    Abort {
        /// Of [`Effect::Send`] or [`Effect::Ask`].
        number: u32,
    },
    /// Ask `GET <endpoint>/<key>`; then [`Event::Told`].
    Ask {
        /// Of this effect.
        number: u32,
        /// Which key.
        key: Key,
    },
    /// Wait; then [`Event::Waited`]. Several may run; those that are out of date may be cancelled, or end unheard.
    Wait {
        /// Of this effect.
        number: u32,
        /// How long.
        milliseconds: u32,
    },
    /// Write the record in place of the answers, in one transaction, and let go of all files when that is done. It needs
    /// no answer: when it fails, the next visit asks for the outcome again.
    Finish,
    /// Erase all that is stored, and the answers on the screen.
    Erase,
    /// Tell the host page, and the applicant where a screen says nothing of it.
    Tell(Notice),
}

/// What the host page is told.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// Received.
    Submitted {
        /// The reference.
        reference: String,
        /// Level that was applied for; empty when it is not known any more.
        level: String,
    },
    /// The application under a key that the applicant gave up was received after all.
    EarlierArrived {
        /// Its reference.
        reference: String,
    },
    /// Something failed.
    Failed(Failure),
    /// The answers had become too old, and were erased.
    Expired,
    /// A reset was refused: the outcome of a sending is not known.
    ResetRefused,
}

/// What failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// Sending, with nothing taken in.
    Send,
    /// Sending, and it may have arrived.
    UnknownOutcome,
    /// The key was used with other bytes.
    Conflict,
    /// Not possible here.
    NotHere,
    /// Answers are refused.
    Issues,
    /// Documents are refused.
    TooLarge,
    /// Storing, before the first byte.
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
