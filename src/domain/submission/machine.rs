//! The machine: what it knows, and what handles which event.

use super::aim::Aim;
use super::event::Effects;
use super::{Chance, Claim, Effect, Event, Failure, Key, Notice, Record, StoreFault, Submission};
use super::{Standing, State, StoreTrouble, pause};

/// Storing and sending of one application in one tab.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Machine {
    pub(super) key: Key,
    /// The keys that this one may replace in the store.
    pub(super) replaces: Vec<Key>,
    pub(super) state: State,
    /// What is known about the key, apart from the request that runs now.
    pub(super) standing: Standing,
    /// The bytes that were sent, or are about to be. While there are any, the answers are locked.
    pub(super) submission: Option<Submission>,
    /// Whether other bytes were sent under this key, and may still arrive.
    pub(super) is_mixed: bool,
    /// What runs now, or follows the pause.
    pub(super) aim: Aim,
    /// Whether there is a store at all.
    pub(super) has_store: bool,
    /// Whether the store confirmed key and bytes since the applicant last chose to send.
    pub(super) is_stored: bool,
    pub(super) is_online: bool,
    /// Whether the backend answers questions by key, as far as is known.
    pub(super) can_ask: bool,
    /// The last number that was issued.
    pub(super) number: u32,
    /// The first number that is issued for this key, since its record was read.
    pub(super) first_of_key: u32,
    /// The first number of the application before the applicant started again; `None` once that one was received.
    pub(super) earlier: Option<u32>,
    /// The first number that is issued for the present bytes.
    pub(super) first_of_bytes: u32,
    /// The number of the operation that runs now: a write, a request or a question.
    pub(super) running: u32,
    /// The number of the timer that is waited for; 0 for none.
    pub(super) timer: u32,
    /// Automatic tries since the applicant last acted.
    pub(super) tries: u8,
    /// How often the backend said that it is still processing.
    pub(super) busy: u8,
    /// How many more slices of time the request gets.
    pub(super) slices_left: u32,
}

impl Machine {
    /// For a new application under this key; `has_store` tells whether this browser can store anything.
    pub const fn new(key: Key, has_store: bool, is_online: bool) -> Self {
        Self {
            key,
            replaces: Vec::new(),
            state: State::Editing,
            standing: Standing::Free,
            submission: None,
            is_mixed: false,
            aim: Aim::Send,
            has_store,
            is_stored: false,
            is_online,
            can_ask: true,
            number: 0,
            first_of_key: 1,
            earlier: None,
            first_of_bytes: 1,
            running: 0,
            timer: 0,
            tries: 0,
            busy: 0,
            slices_left: 0,
        }
    }

    /// How far it is.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The key of the application.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// What was sent, or is about to be.
    pub const fn submission(&self) -> Option<&Submission> {
        self.submission.as_ref()
    }

    /// Number of the present or next automatic try, from 1.
    pub const fn attempt(&self) -> u8 {
        self.tries.saturating_add(1)
    }

    /// Whether the answers are locked.
    pub const fn is_locked(&self) -> bool {
        !self.state.is_open()
    }

    /// The most that a screen may say.
    pub const fn claim(&self) -> Claim {
        match (&self.state, &self.standing) {
            (_, Standing::Received { .. }) => Claim::Received,
            (State::Sending, _) | (_, Standing::Doubt) => Claim::MayHaveArrived,
            (_, Standing::Declined) => Claim::NotTaken,
            (_, Standing::Free) => Claim::NotSent,
        }
    }

    /// Whether the applicant can start again under another key, after being told what that may lead to.
    pub fn may_start_again(&self) -> bool {
        let is_used = matches!(self.standing, Standing::Declined | Standing::Doubt);
        is_used && self.state != State::Elsewhere && !self.state.is_underway()
    }

    /// What the store must hold. Every write of the answers includes this, not only [`Effect::Store`].
    ///
    /// While sending runs, the record says that the application may have arrived: the tab may end at any moment, and a
    /// try may start without another write.
    pub fn record(&self) -> Record {
        let may_leave = self.state.is_underway() && self.submission.is_some();
        let standing = match &self.standing {
            Standing::Free | Standing::Declined if may_leave => Standing::Doubt,
            standing => standing.clone(),
        };
        // Once received, only the reference matters.
        let submission = self.submission.as_ref().filter(|_| !matches!(standing, Standing::Received { .. }));
        Record {
            key: self.key.clone(),
            replaces: self.replaces.clone(),
            standing,
            submission: submission.cloned(),
            is_mixed: self.is_mixed,
        }
    }

    /// Handles an event. Returns the next machine, and what is to be done.
    #[must_use]
    pub fn step(mut self, event: Event) -> (Self, Vec<Effect>) {
        let mut effects = Effects::new();
        self.take(event, &mut effects);
        (self, effects)
    }

    /// Every number in it. The model checker ranks them, so that states that differ only in numbers count as one.
    #[doc(hidden)]
    pub fn numbers_mut(&mut self) -> Vec<&mut u32> {
        let Self { number, first_of_key, earlier, first_of_bytes, running, timer, .. } = self;
        [number, first_of_key, first_of_bytes, running, timer].into_iter().chain(earlier).collect()
    }

    fn take(&mut self, event: Event, effects: &mut Effects) {
        match event {
            Event::Begin(submission) => self.begin(submission, effects),
            Event::Stored { number } => self.stored(number, effects),
            Event::NotStored { number, fault } => self.not_stored(number, fault, effects),
            Event::SendUnstored => self.send_unstored(effects),
            Event::Answering { number } => self.answering(number),
            Event::Answered { number, answer, chance } => self.answered(number, answer, chance, effects),
            Event::FilesMissing { number, files } => self.files_missing(number, files, effects),
            Event::FilesRestored => self.files_restored(),
            Event::Told { number, outcome, chance } => self.told(number, outcome, chance, effects),
            Event::Waited { number, chance } => self.waited(number, chance, effects),
            Event::Stop => self.stop(effects),
            Event::Retry => self.retry(effects),
            Event::Edit => self.edit(effects),
            Event::StartAgain { key } => self.start_again(key, effects),
            Event::Reset { key } => self.reset(key, effects),
            Event::Expired { key } => self.expired(key, effects),
            Event::Network { is_online } => self.network(is_online, effects),
            Event::Found(record) => self.found(record, effects),
            Event::Superseded => self.superseded(),
        }
    }

    /// Issues a number.
    pub(super) const fn next(&mut self) -> u32 {
        self.number += 1;
        self.number
    }

    /// Issues the number of an operation, whose result is the only one that counts from now on.
    pub(super) const fn run(&mut self) -> u32 {
        self.running = self.next();
        self.timer = 0;
        self.running
    }

    /// Whether this is the number of the request that runs now.
    pub(super) const fn is_sending(&self, number: u32) -> bool {
        self.running == number && matches!(self.state, State::Sending)
    }

    pub(super) fn wait(&mut self, milliseconds: u32, effects: &mut Effects) {
        self.timer = self.next();
        effects.push(Effect::Wait { number: self.timer, milliseconds });
    }

    /// Stops in this state, and stores what became known. If that fails, the record still says the worst.
    pub(super) fn settle(&mut self, state: State, failure: Option<Failure>, effects: &mut Effects) {
        self.state = state;
        self.timer = 0;
        self.store_quietly(effects);
        effects.extend(failure.map(|failure| Effect::Tell(Notice::Failed(failure))));
    }

    /// Stores without waiting for the result.
    pub(super) fn store_quietly(&mut self, effects: &mut Effects) {
        if self.has_store {
            let number = self.next();
            effects.push(Effect::Store { number });
        }
    }

    /// The failure to report when sending ends without a verdict.
    pub(super) fn failure(&self) -> Failure {
        if self.standing == Standing::Doubt { Failure::UnknownOutcome } else { Failure::Send }
    }

    fn waited(&mut self, number: u32, chance: Chance, effects: &mut Effects) {
        if self.timer != number || number == 0 {
            return;
        }
        match &self.state {
            State::Storing(None) => self.not_stored_in_time(StoreTrouble::Slow, effects),
            State::Sending => self.slice_passed(chance, effects),
            State::Asking => self.question_timed_out(chance, effects),
            State::Waiting { .. } => self.resume(effects),
            _ => {}
        }
    }

    fn not_stored(&mut self, number: u32, fault: StoreFault, effects: &mut Effects) {
        if fault == StoreFault::Newer && number >= self.first_of_key {
            return self.superseded();
        }
        if self.running == number && matches!(self.state, State::Storing(_)) {
            let trouble = match fault {
                StoreFault::Full => StoreTrouble::Full,
                StoreFault::Newer | StoreFault::Unavailable => StoreTrouble::Failed,
            };
            self.not_stored_in_time(trouble, effects);
        }
    }

    fn answering(&mut self, number: u32) {
        if self.is_sending(number) {
            self.slices_left = pause::slices_for_response();
        }
    }
}
