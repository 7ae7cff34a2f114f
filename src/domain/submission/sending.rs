//! From the first write to an answer: store, send, pause, try again.

use super::aim::{Aim, Question};
use super::event::Effects;
use super::{Answer, Chance, Doubtful, Effect, Failure, Machine, Notice, Pause, Reason, Refusal};
use super::{Remark, Standing, State, StoreTrouble, Submission, pause};

impl Machine {
    pub(super) fn begin(&mut self, submission: Submission, effects: &mut Effects) {
        // Under another key it would be another application.
        if !self.state.is_open() || submission.key != self.key {
            return;
        }
        self.submission = Some(submission);
        self.first_of_bytes = self.number + 1;
        self.store_and_send(effects);
    }

    /// Stores key and bytes, then sends.
    pub(super) fn store_and_send(&mut self, effects: &mut Effects) {
        self.aim = Aim::Send;
        (self.tries, self.busy) = (0, 0);
        self.is_stored = false;
        if self.has_store { self.store_first(effects) } else { self.go_on(effects) }
    }

    /// Continues after a pause, which may have been days on a sleeping device: the write shows whether another tab has
    /// the application by now, or it was erased. Then this tab sends nothing more.
    pub(super) fn resume(&mut self, effects: &mut Effects) {
        let may_store = self.aim == Aim::Send && self.is_stored && self.is_online;
        if may_store { self.store_first(effects) } else { self.go_on(effects) }
    }

    fn store_first(&mut self, effects: &mut Effects) {
        let number = self.run();
        self.state = State::Storing(None);
        effects.push(Effect::Store { number });
        self.wait(pause::STORE_MILLISECONDS, effects);
    }

    pub(super) fn stored(&mut self, number: u32, effects: &mut Effects) {
        self.is_stored |= number >= self.first_of_bytes;
        if number >= self.first_of_key {
            self.replaces.clear();
        }
        if self.running == number && matches!(self.state, State::Storing(_)) {
            self.go_on(effects);
        }
    }

    /// The write failed, or is slow. If an earlier one succeeded, key and bytes are safe, and sending continues.
    pub(super) fn not_stored_in_time(&mut self, trouble: StoreTrouble, effects: &mut Effects) {
        if self.is_stored {
            return self.go_on(effects);
        }
        self.state = State::Storing(Some(trouble));
        if trouble != StoreTrouble::Slow {
            effects.push(Effect::Tell(Notice::Failed(Failure::Store)));
        }
    }

    pub(super) fn send_unstored(&mut self, effects: &mut Effects) {
        if matches!(self.state, State::Storing(Some(_))) {
            self.go_on(effects);
        }
    }

    /// Does what the machine aims at, once there is a network.
    pub(super) fn go_on(&mut self, effects: &mut Effects) {
        if self.is_online {
            self.launch(effects);
        } else {
            self.state = State::Offline;
        }
    }

    /// Does what the machine aims at, now.
    fn launch(&mut self, effects: &mut Effects) {
        match (&self.aim, self.submission.clone()) {
            (Aim::Ask(_), _) => self.ask(effects),
            (Aim::Send, Some(submission)) => {
                let number = self.run();
                self.state = State::Sending;
                self.slices_left = pause::slices_for_request(submission.size_bytes());
                effects.push(Effect::Send { number, submission });
                self.wait(pause::SLICE_MILLISECONDS, effects);
            }
            // The record lost its bytes, so there is nothing to send.
            (Aim::Send, None) => self.settle(State::YourTurn(Reason::Found), None, effects),
        }
    }

    pub(super) fn slice_passed(&mut self, chance: Chance, effects: &mut Effects) {
        self.slices_left = self.slices_left.saturating_sub(1);
        if self.slices_left > 0 {
            return self.wait(pause::SLICE_MILLISECONDS, effects);
        }
        effects.push(Effect::Abort { number: self.running });
        self.doubted(Doubtful::NoAnswer, None, chance, effects);
    }

    pub(super) fn answered(&mut self, number: u32, answer: Answer, chance: Chance, effects: &mut Effects) {
        if let Answer::Received(reference) = answer {
            // The service compares bytes, so its response to the present ones is about these.
            let is_changed = number < self.first_of_bytes;
            return self.heard_received(number, reference, is_changed, effects);
        }
        if !self.is_sending(number) {
            return;
        }
        match answer {
            Answer::Received(_) => {}
            Answer::Busy(asked) => {
                self.standing = Standing::Doubt;
                self.pause_while_busy(asked, chance, effects);
            }
            Answer::Conflict => {
                // Other bytes were sent under this key: from another tab, or before a record was lost.
                self.standing = Standing::Doubt;
                self.is_mixed = true;
                self.ask_or(Question::Conflict, effects);
            }
            Answer::Refused { refusal, remarks, is_verdict } => self.refused(refusal, remarks, is_verdict, effects),
            Answer::NotHere => {
                self.declined();
                self.settle(State::NotHere, Some(Failure::NotHere), effects);
            }
            Answer::Later(asked) => {
                self.declined();
                self.pause_before_try(asked, Pause::Later, chance, effects);
            }
            Answer::MayHaveArrived(why, asked) => self.doubted(why, asked, chance, effects),
            Answer::NeverLeft => self.pause_before_try(None, Pause::NeverLeft, chance, effects),
        }
    }

    /// This try was turned away. A doubt from an earlier try remains.
    fn declined(&mut self) {
        if self.standing == Standing::Free {
            self.standing = Standing::Declined;
        }
    }

    fn refused(&mut self, refusal: Refusal, remarks: Vec<Remark>, is_verdict: bool, effects: &mut Effects) {
        if self.standing == Standing::Doubt {
            // An earlier try may have arrived: ask before the answers can be changed.
            return self.ask_or(Question::Refused { refusal, remarks, is_verdict }, effects);
        }
        if !is_verdict {
            self.declined();
        }
        self.conclude_refused(refusal, remarks, effects);
    }

    pub(super) fn conclude_refused(&mut self, refusal: Refusal, remarks: Vec<Remark>, effects: &mut Effects) {
        self.unseal();
        let failure = match refusal {
            Refusal::Issues => Failure::Issues,
            Refusal::TooLarge => Failure::TooLarge,
        };
        self.settle(State::Refused { refusal, remarks }, Some(failure), effects);
    }

    fn doubted(&mut self, why: Doubtful, asked: Option<u32>, chance: Chance, effects: &mut Effects) {
        self.standing = Standing::Doubt;
        match why {
            // It would respond instead of the service again a second later.
            Doubtful::Stranger => {
                self.settle(State::YourTurn(Reason::Stranger), Some(Failure::UnknownOutcome), effects);
            }
            Doubtful::NoAnswer | Doubtful::Gateway => self.pause_before_try(asked, Pause::NoAnswer, chance, effects),
        }
    }

    pub(super) fn pause_while_busy(&mut self, asked: Option<u32>, chance: Chance, effects: &mut Effects) {
        self.busy = self.busy.saturating_add(1);
        self.pause(pause::while_busy(self.busy, asked, chance), Pause::Busy, asked, effects);
    }

    pub(super) fn pause_before_try(&mut self, asked: Option<u32>, pause: Pause, chance: Chance, effects: &mut Effects) {
        self.tries = self.tries.saturating_add(1);
        self.pause(pause::between_tries(self.tries, asked, chance), pause, asked, effects);
    }

    fn pause(&mut self, milliseconds: Option<u32>, pause: Pause, asked: Option<u32>, effects: &mut Effects) {
        let Some(milliseconds) = milliseconds else { return self.tried_enough(asked, effects) };
        self.state = State::Waiting { milliseconds, pause };
        self.wait(milliseconds, effects);
    }

    fn tried_enough(&mut self, asked: Option<u32>, effects: &mut Effects) {
        match self.aim.clone() {
            Aim::Ask(question) => self.question_failed(question, effects),
            Aim::Send => {
                let again = asked.filter(|seconds| *seconds > pause::MAX_PAUSE_SECONDS);
                self.settle(State::YourTurn(Reason::Tried(again)), Some(self.failure()), effects);
            }
        }
    }

    pub(super) fn files_missing(&mut self, number: u32, files: Vec<String>, effects: &mut Effects) {
        if self.is_sending(number) {
            self.settle(State::MissingFiles(files), Some(Failure::MissingFiles), effects);
        }
    }

    /// Received, under the present key or an earlier one; in any state, and however late the response comes.
    pub(super) fn heard_received(&mut self, number: u32, reference: String, is_changed: bool, effects: &mut Effects) {
        if number >= self.first_of_key {
            return self.received(reference, is_changed || self.submission.is_none(), effects);
        }
        if self.earlier.take_if(|first| number >= *first).is_some() {
            effects.push(Effect::Tell(Notice::EarlierArrived { reference }));
        }
    }

    fn received(&mut self, reference: String, is_changed: bool, effects: &mut Effects) {
        if matches!(self.standing, Standing::Received { .. }) {
            return;
        }
        let is_elsewhere = self.state == State::Elsewhere;
        let level = self.submission.as_ref().map(|submission| submission.level.clone()).unwrap_or_default();
        self.timer = 0;
        self.standing = Standing::Received { reference: reference.clone(), is_changed };
        self.state = State::Received { reference: reference.clone(), is_changed };
        // The record belongs to another tab, which will ask for the outcome itself.
        if !is_elsewhere {
            match is_changed {
                true => self.store_quietly(effects),
                false => effects.push(Effect::Finish),
            }
        }
        effects.push(Effect::Tell(Notice::Submitted { reference, level }));
    }
}
