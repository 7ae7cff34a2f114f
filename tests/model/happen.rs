//! What each act does to the world.

use eherkenning_wizard::domain::submission::{Answer, Chance, Claim, Event, Outcome, StoreFault};

use crate::acts::Act;
use crate::backend::{Arrival, Writing};
use crate::tab::{Tab, key, submission};
use crate::world::{Bounds, Copy, World};

impl World {
    /// Lets something happen. What is not possible now changes nothing.
    pub fn happen(&mut self, act: Act, bounds: &Bounds) {
        match act {
            Act::Begin(at) => self.begin(at),
            Act::Change(at) => self.change(at),
            Act::ChangeAndBegin(at) => {
                self.change(at);
                self.begin(at);
            }
            Act::Stop(at) => self.feed(at, Event::Stop),
            Act::Retry(at) => {
                self.feed(at, Event::FilesRestored);
                self.feed(at, Event::Retry);
            }
            Act::Edit(at) => self.feed(at, Event::Edit),
            Act::StartAgain(at) => {
                self.truth.informed += 1;
                let key = key(self.fresh_key());
                self.feed(at, Event::StartAgain { key });
            }
            Act::SendUnstored(at) => {
                (self.truth.informed, self.truth.sent_unstored) = (self.truth.informed + 1, true);
                self.feed(at, Event::SendUnstored);
            }
            Act::Reset(at) => self.reset(at),
            Act::Close(at) => self.close(at),
            Act::CloseWriting(at) => {
                self.do_write(at);
                self.tabs[at] = None;
            }
            Act::Open(at) => self.open(at),
            Act::TakeOver(at) => self.take_over(at),
            Act::Write(at) => self.do_write(at),
            Act::WriteFails(at) => {
                if let Some(write) = self.tabs[at].as_mut().and_then(|tab| tab.write.take()) {
                    self.feed(at, Event::NotStored { number: write.number, fault: StoreFault::Unavailable });
                }
            }
            Act::Wait(at) => self.wait(at),
            Act::TimeOut(at) => {
                while self.tabs[at].as_ref().is_some_and(|tab| tab.present_call().is_some()) {
                    self.wait(at);
                }
            }
            Act::Expire(at) => self.expire(at),
            Act::LeaseEnds(key) => {
                self.backend.claims.get_mut(&key).into_iter().for_each(|claim| claim.is_live = false);
            }
            Act::Arrive(copy) => self.arrive(copy, true),
            Act::ArriveUnheard(copy) => self.arrive(copy, false),
            Act::ArriveTwice(copy) => {
                self.copies.push(Copy { is_repeat: true, ..self.copies[copy].clone() });
                self.arrive(copy, true);
            }
            Act::NeverLeft(at) => {
                self.recall(at, |number| Event::Answered { number, answer: Answer::NeverLeft, chance: Chance(0) })
            }
            Act::FilesGone(at) => self.recall(at, |number| Event::FilesMissing { number, files: Vec::new() }),
            Act::Gateway(at, said) => {
                let number = self.tabs[at].as_ref().and_then(|tab| tab.present_call().map(|call| call.number));
                self.answer(number.map(|number| (at, number)), said.answer());
            }
            Act::Network(at, is_online) => self.feed(at, Event::Network { is_online }),
            Act::Superseded(at) => self.feed(at, Event::Superseded),
            Act::Asked(at) => self.asked(at, bounds),
            Act::AskedInVain(at) => self.tell(at, Outcome::Silence(None)),
            Act::Overloaded(copy) => {
                let copy = self.copies.remove(copy);
                self.answer(copy.caller, Answer::Later(None));
            }
            Act::WriteNext(at) => self.write_next(at, true),
            Act::WriteNextUnheard(at) => self.write_next(at, false),
            Act::FailsToWrite(at) => {
                let caller = self.backend.writing[at].caller;
                let answer = self.backend.fail(at);
                self.answer(caller, answer);
            }
            Act::Dies(at) => self.backend.die(at),
        }
    }

    /// The applicant changes an answer, which is written with what the machine knows.
    pub fn change(&mut self, at: usize) {
        let answers = self.change_answers();
        if let Some(tab) = &mut self.tabs[at] {
            tab.answers = answers;
            if self.has_store {
                tab.put(0, tab.machine.record());
            }
        }
    }

    pub fn begin(&mut self, at: usize) {
        let Some(tab) = self.tabs[at].as_ref() else { return };
        let body = u8::try_from(self.bodies.len()).unwrap();
        // Signed again, the same answers make other bytes: the moment of signing is in them.
        self.bodies.push(tab.answers);
        let submission = submission(tab.machine.key().clone(), body);
        self.feed(at, Event::Begin(submission));
    }

    fn reset(&mut self, at: usize) {
        let was_received = self.tabs[at].as_ref().is_some_and(|tab| tab.machine.claim() == Claim::Received);
        let before = self.tabs[at].as_ref().map(Tab::key);
        let next = self.last_key + 1;
        self.feed(at, Event::Reset { key: key(next) });
        if self.tabs[at].as_ref().map(Tab::key) != before {
            self.last_key = next;
            self.truth.started_after_receipt += u8::from(was_received);
        }
    }

    /// The clock of the store says that a week has passed.
    fn expire(&mut self, at: usize) {
        let Some(tab) = self.tabs[at].as_ref() else { return };
        let before = tab.key();
        // It is judged with sense: a jump of the clock is told from a week in which every request ended.
        let is_out = self.copies.iter().any(|copy| copy.key == before)
            || self.backend.writing.iter().any(|writing| writing.key == before);
        if is_out && tab.machine.claim() == Claim::NotTaken {
            return;
        }
        let next = self.last_key + 1;
        self.feed(at, Event::Expired { key: key(next) });
        if self.tabs[at].as_ref().map(Tab::key) != Some(before) {
            self.last_key = next;
        }
    }

    /// A tab dies; with the last one the power may go, and the last write with it.
    fn close(&mut self, at: usize) {
        self.tabs[at] = None;
        if let Some(previous) = self.previous.clone().filter(|_| self.tabs.iter().all(Option::is_none)) {
            self.store = *previous;
        }
    }

    pub fn wait(&mut self, at: usize) {
        if let Some(number) = self.tabs[at].as_ref().map(|tab| tab.timer) {
            self.feed(at, Event::Waited { number, chance: Chance(0) });
        }
    }

    pub fn asked(&mut self, at: usize, bounds: &Bounds) {
        let Some(tab) = self.tabs[at].as_ref() else { return };
        let outcome = if bounds.can_ask { self.backend.tell(tab.key()) } else { Outcome::CannotAsk };
        self.tell(at, outcome);
    }

    fn tell(&mut self, at: usize, outcome: Outcome) {
        if let Some(number) = self.tabs[at].as_ref().map(|tab| tab.ask) {
            self.feed(at, Event::Told { number, outcome, chance: Chance(0) });
        }
    }

    /// The present request of a tab fails before anything of it arrives.
    fn recall(&mut self, at: usize, event: impl FnOnce(u32) -> Event) {
        let Some(number) = self.tabs[at].as_ref().and_then(|tab| tab.present_call()).map(|call| call.number) else {
            return;
        };
        self.copies.retain(|copy| copy.caller != Some((at, number)));
        self.tabs[at].iter_mut().for_each(|tab| tab.calls.retain(|call| call.number != number));
        self.feed(at, event(number));
    }

    pub fn arrive(&mut self, copy: usize, is_heard: bool) {
        let copy = self.copies.remove(copy);
        let caller = copy.caller.filter(|_| is_heard);
        let request = Writing { key: copy.key, body: copy.body, has_documents: false, caller };
        let is_right = self.is_right(copy.body);
        if let Arrival::Answered(answer) = self.backend.arrive(request, is_right) {
            self.answer(caller, answer);
        }
    }

    pub fn write_next(&mut self, at: usize, is_heard: bool) {
        let caller = self.backend.writing[at].caller.filter(|_| is_heard);
        if let Some(answer) = self.backend.write(at) {
            self.answer(caller, answer);
        }
    }

    /// An answer comes to the tab that asked, once.
    fn answer(&mut self, caller: Option<(usize, u32)>, answer: Answer) {
        let Some((at, number)) = caller else { return };
        let Some(tab) = self.tabs[at].as_mut() else { return };
        if !tab.calls.iter().any(|call| call.number == number) {
            return;
        }
        tab.calls.retain(|call| call.number != number);
        self.feed(at, Event::Answered { number, answer, chance: Chance(0) });
    }
}
