//! What the applicant, the host page, the clock and other tabs do: stop, change, start again, erase, take over.

use super::aim::{Aim, Question};
use super::event::Effects;
use super::{Effect, Key, Machine, Notice, Reason, Record, Standing, State};

impl Machine {
    pub(super) fn stop(&mut self, effects: &mut Effects) {
        match &self.state {
            // Nothing was sent, and the applicant has seen nothing of sending yet.
            State::Storing(_) if self.standing != Standing::Doubt => self.reopen(effects),
            State::Sending => {
                effects.push(Effect::Abort { number: self.running });
                self.standing = Standing::Doubt;
                self.stopped(effects);
            }
            State::Asking => {
                effects.push(Effect::Abort { number: self.running });
                self.stopped(effects);
            }
            State::Storing(_) | State::Waiting { .. } | State::Offline => self.stopped(effects),
            _ => {}
        }
    }

    fn stopped(&mut self, effects: &mut Effects) {
        // Back to where the question was asked.
        let state = match self.aim {
            Aim::Ask(Question::Conflict) => State::Conflict,
            Aim::Ask(Question::Expired(_)) => self.at_rest(),
            _ => State::YourTurn(Reason::Stopped),
        };
        self.settle(state, None, effects);
    }

    pub(super) fn retry(&mut self, effects: &mut Effects) {
        match &self.state {
            State::Offline => {
                // The device may be wrong about its network. If not, it will report that again.
                self.is_online = true;
                self.resume(effects);
            }
            State::Waiting { .. } => self.resume(effects),
            State::Conflict if self.standing == Standing::Doubt => self.ask_or(Question::Conflict, effects),
            State::YourTurn(_) | State::NotHere | State::Conflict | State::MissingFiles(_) => {
                match self.standing == Standing::Doubt {
                    true => self.ask_or(Question::Retry, effects),
                    false => self.store_and_send(effects),
                }
            }
            _ => {}
        }
    }

    pub(super) fn edit(&mut self, effects: &mut Effects) {
        match &self.state {
            State::Conflict if self.standing == Standing::Doubt => {}
            State::YourTurn(_) | State::NotHere | State::Conflict | State::MissingFiles(_) => {
                match self.standing == Standing::Doubt {
                    true => self.ask_or(Question::Edit, effects),
                    false => self.reopen(effects),
                }
            }
            _ => {}
        }
    }

    /// Lets the answers be changed, under the same key.
    pub(super) fn reopen(&mut self, effects: &mut Effects) {
        self.unseal();
        self.settle(State::Editing, None, effects);
    }

    /// Drops the bytes. If they were sent, and not found wrong by the service, they may still arrive besides the next.
    pub(super) fn unseal(&mut self) {
        self.submission = None;
        self.is_mixed |= self.standing != Standing::Free;
    }

    pub(super) fn files_restored(&mut self) {
        if matches!(self.state, State::MissingFiles(_)) {
            self.state = State::YourTurn(Reason::Found);
        }
    }

    pub(super) fn start_again(&mut self, key: Key, effects: &mut Effects) {
        if !self.may_start_again() || key == self.key {
            return;
        }
        self.earlier = Some(self.first_of_key);
        self.renew(key);
        self.settle(State::Editing, None, effects);
    }

    pub(super) fn reset(&mut self, key: Key, effects: &mut Effects) {
        let is_free = matches!(self.standing, Standing::Free | Standing::Received { .. });
        let is_busy = self.state.is_underway() || self.state == State::Elsewhere;
        if !is_free || is_busy || key == self.key {
            return effects.push(Effect::Tell(Notice::ResetRefused));
        }
        self.erase(key, effects);
    }

    pub(super) fn expired(&mut self, key: Key, effects: &mut Effects) {
        // A reference on the screen stays readable.
        if self.state.is_underway() || matches!(self.state, State::Received { .. } | State::Elsewhere) {
            return;
        }
        match self.standing {
            Standing::Free if key != self.key => self.expire(key, effects),
            // A gateway may have turned it away after an earlier copy had arrived.
            Standing::Declined if key != self.key => self.ask_or(Question::Expired(key), effects),
            Standing::Free | Standing::Declined | Standing::Doubt | Standing::Received { .. } => {}
        }
    }

    pub(super) fn expire(&mut self, key: Key, effects: &mut Effects) {
        self.erase(key, effects);
        effects.push(Effect::Tell(Notice::Expired));
    }

    /// The state when nothing runs: with answers open, or with fixed bytes.
    pub(super) const fn at_rest(&self) -> State {
        match self.submission {
            Some(_) => State::YourTurn(Reason::Found),
            None => State::Editing,
        }
    }

    fn erase(&mut self, key: Key, effects: &mut Effects) {
        self.earlier = None;
        self.renew(key);
        self.state = State::Editing;
        self.timer = 0;
        effects.push(Effect::Erase);
    }

    /// Changes the key. The previous one is listed as replaced until the store holds the new one.
    fn renew(&mut self, key: Key) {
        self.replaces.push(std::mem::replace(&mut self.key, key));
        self.standing = Standing::Free;
        self.submission = None;
        self.is_mixed = false;
        self.first_of_key = self.number + 1;
        self.first_of_bytes = self.first_of_key;
        self.aim = Aim::Send;
    }

    pub(super) fn network(&mut self, is_online: bool, effects: &mut Effects) {
        self.is_online = is_online;
        if is_online && self.state == State::Offline {
            self.resume(effects);
        }
    }

    pub(super) fn found(&mut self, record: Record, effects: &mut Effects) {
        let is_unused = self.state == State::Editing && self.standing == Standing::Free;
        if !is_unused && self.state != State::Elsewhere {
            return;
        }
        self.earlier = None;
        self.renew(record.key);
        self.replaces = record.replaces;
        self.is_mixed = record.is_mixed;
        self.standing = record.standing;
        self.submission = record.submission;
        self.timer = 0;
        match &self.standing {
            Standing::Received { reference, is_changed } => {
                self.state = State::Received { reference: reference.clone(), is_changed: *is_changed };
            }
            Standing::Doubt => self.ask_or(Question::Start, effects),
            Standing::Free | Standing::Declined if self.submission.is_some() => {
                self.state = State::YourTurn(Reason::Found);
            }
            Standing::Free | Standing::Declined => self.state = State::Editing,
        }
    }

    /// Another tab has the application now. A request that still runs may still report a receipt.
    pub(super) fn superseded(&mut self) {
        if !matches!(self.state, State::Received { .. }) {
            self.standing = self.record().standing;
            self.state = State::Elsewhere;
        }
    }
}
