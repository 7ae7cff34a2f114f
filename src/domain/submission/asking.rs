//! Asking the service whether an application arrived: a question without the bytes.

use super::aim::{Aim, Question};
use super::event::Effects;
use super::{Chance, Effect, Failure, Machine, Outcome, Pause, Reason, Standing, State, pause};

impl Machine {
    /// Asks for the outcome, or does what follows when this backend cannot be asked.
    pub(super) fn ask_or(&mut self, question: Question, effects: &mut Effects) {
        (self.tries, self.busy) = (0, 0);
        self.aim = Aim::Ask(question.clone());
        if self.can_ask {
            self.go_on(effects);
        } else {
            self.cannot_ask(question, effects);
        }
    }

    pub(super) fn ask(&mut self, effects: &mut Effects) {
        let number = self.run();
        self.state = State::Asking;
        effects.push(Effect::Ask { number, key: self.key.clone() });
        self.wait(pause::QUESTION_MILLISECONDS, effects);
    }

    pub(super) fn question_timed_out(&mut self, chance: Chance, effects: &mut Effects) {
        effects.push(Effect::Abort { number: self.running });
        self.no_answer(None, chance, effects);
    }

    /// The question got no answer. The applicant who tries again does not wait for many more: sending the same bytes tells
    /// as well.
    fn no_answer(&mut self, asked: Option<u32>, chance: Chance, effects: &mut Effects) {
        match self.aim {
            Aim::Ask(Question::Retry) if self.tries > 0 => self.store_and_send(effects),
            _ => self.pause_before_try(asked, Pause::NoAnswer, chance, effects),
        }
    }

    pub(super) fn told(&mut self, number: u32, outcome: Outcome, chance: Chance, effects: &mut Effects) {
        if let Outcome::Received(reference) = outcome {
            // The question is by key: if several versions were sent under it, any of them may be the one received.
            let is_changed = self.is_mixed;
            return self.heard_received(number, reference, is_changed, effects);
        }
        let Aim::Ask(question) = self.aim.clone() else { return };
        if self.running != number || self.state != State::Asking {
            return;
        }
        match outcome {
            Outcome::Received(_) => {}
            Outcome::Underway(asked) => self.pause_while_busy(asked, chance, effects),
            Outcome::NeverSeen => self.never_seen(question, effects),
            Outcome::CannotAsk => {
                self.can_ask = false;
                self.cannot_ask(question, effects);
            }
            Outcome::Silence(asked) => self.no_answer(asked, chance, effects),
        }
    }

    /// The backend has nothing under this key. A copy may still be on its way, so the key stays.
    fn never_seen(&mut self, question: Question, effects: &mut Effects) {
        self.standing = Standing::Declined;
        match question {
            Question::Start => self.settle(State::YourTurn(Reason::Found), None, effects),
            Question::Retry => self.store_and_send(effects),
            Question::Edit => self.reopen(effects),
            Question::Conflict => self.settle(State::Conflict, Some(Failure::Conflict), effects),
            // No request takes days: one that has not arrived by now never will.
            Question::Expired(key) => self.expire(key, effects),
            Question::Refused { refusal, remarks, .. } => self.conclude_refused(refusal, remarks, effects),
        }
    }

    /// Only sending the same bytes under the same key can tell the outcome now.
    fn cannot_ask(&mut self, question: Question, effects: &mut Effects) {
        match question {
            Question::Retry => self.store_and_send(effects),
            // The service looks up the key before it checks the answers: it does not refuse what it has stored.
            Question::Refused { refusal, remarks, is_verdict: true } => {
                self.standing = Standing::Declined;
                self.conclude_refused(refusal, remarks, effects);
            }
            question => self.question_failed(question, effects),
        }
    }

    /// The outcome stays unknown.
    pub(super) fn question_failed(&mut self, question: Question, effects: &mut Effects) {
        let (state, failure) = match question {
            Question::Start => (State::YourTurn(Reason::Found), None),
            Question::Edit => (State::YourTurn(Reason::OutcomeNeeded), None),
            // The answers stay until the outcome can be learned.
            Question::Expired(_) => (self.at_rest(), None),
            Question::Conflict => (State::Conflict, Some(Failure::Conflict)),
            // A backend of another origin that does not know this request may respond without CORS headers, which looks
            // like no response. Sending the same bytes under the same key does no harm.
            Question::Retry => return self.store_and_send(effects),
            Question::Refused { .. } => (State::YourTurn(Reason::Tried(None)), Some(Failure::UnknownOutcome)),
        };
        self.settle(state, failure, effects);
    }
}
