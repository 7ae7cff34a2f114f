//! One tab: a machine, the answers on its screen, and what it waits for.

use eherkenning_wizard::domain::submission::{
    Claim, Effect, Event, Key, Machine, Record, Standing, State, StoreFault, Submission,
};

use crate::backend::{Body, KeyNumber};
use crate::world::{Copy, World};

/// A write that is under way in the store.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Write {
    pub number: u32,
    pub record: Record,
    pub answers: u8,
    /// Whether what is there is erased first.
    pub erases: bool,
}

/// A request whose answer may still come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Call {
    pub number: u32,
    pub key: KeyNumber,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tab {
    pub machine: Machine,
    /// The answers on the screen: how often they were changed.
    pub answers: u8,
    /// The revision of the store that this tab read or wrote last.
    pub revision: u8,
    pub write: Option<Write>,
    pub timer: u32,
    /// The number of the question that runs.
    pub ask: u32,
    /// All requests of this tab that may still be answered; the last one is the present one.
    pub calls: Vec<Call>,
}

pub fn key(number: KeyNumber) -> Key {
    Key::parse(&format!("00000000-0000-7000-8000-0000000000{number:02x}")).unwrap()
}

pub fn key_number(key: &Key) -> KeyNumber {
    u8::from_str_radix(&key.as_str()[34..], 16).unwrap()
}

pub fn submission(key: Key, body: Body) -> Submission {
    Submission { key, application: body.to_string(), files: Vec::new(), level: String::new() }
}

pub fn body(submission: &Submission) -> Body {
    submission.application.parse().unwrap()
}

impl Tab {
    /// Hands a write to the store; of those that wait the last is enough.
    pub fn put(&mut self, number: u32, record: Record) {
        let erases = self.write.as_ref().is_some_and(|waiting| waiting.erases);
        self.write = Some(Write { number, record, answers: self.answers, erases });
    }

    pub fn key(&self) -> KeyNumber {
        key_number(self.machine.key())
    }

    /// The request that the machine waits for.
    pub fn present_call(&self) -> Option<&Call> {
        let is_sending = matches!(self.machine.state(), State::Sending);
        self.calls.last().filter(|_| is_sending)
    }

    /// Whether a screen is shown on which the application is called not sent.
    pub fn says_not_sent(&self) -> bool {
        let says = !matches!(self.machine.state(), State::Editing | State::Storing(_) | State::Elsewhere);
        says && self.machine.claim() == Claim::NotSent
    }

    /// Gives histories that differ in numbers only the same numbers.
    fn renumber(&mut self) {
        let mut numbers: Vec<u32> = self.machine.numbers_mut().iter().map(|number| **number).collect();
        numbers.extend([0, self.timer, self.ask]);
        numbers.extend(self.write.iter().map(|write| write.number));
        numbers.extend(self.calls.iter().map(|call| call.number));
        numbers.sort_unstable();
        numbers.dedup();
        let rank = |number: &mut u32| *number = u32::try_from(numbers.binary_search(number).unwrap()).unwrap();
        self.machine.numbers_mut().into_iter().for_each(rank);
        rank(&mut self.timer);
        rank(&mut self.ask);
        self.write.iter_mut().for_each(|write| rank(&mut write.number));
        self.calls.iter_mut().for_each(|call| rank(&mut call.number));
    }
}

impl World {
    /// Gives an event to a tab, and carries out what it wants.
    pub fn feed(&mut self, at: usize, event: Event) {
        let Some(mut tab) = self.tabs[at].take() else { return };
        let (machine, effects) = tab.machine.step(event);
        tab.machine = machine;
        for effect in effects {
            self.carry_out(at, &mut tab, effect);
        }
        self.tabs[at] = Some(tab);
    }

    fn carry_out(&mut self, at: usize, tab: &mut Tab, effect: Effect) {
        match effect {
            Effect::Store { number } => tab.put(number, tab.machine.record()),
            Effect::Finish | Effect::Erase if !self.has_store => {}
            Effect::Finish => tab.put(0, tab.machine.record()),
            Effect::Erase => {
                // New answers are written as they are given, long before they can be sent.
                tab.answers = self.change_answers();
                tab.put(0, tab.machine.record());
                tab.write.iter_mut().for_each(|write| write.erases = true);
            }
            Effect::Send { number, submission } => {
                let call = Call { number, key: key_number(&submission.key), body: body(&submission) };
                self.note_sending(&call);
                self.copies.push(Copy { key: call.key, body: call.body, caller: Some((at, number)), is_repeat: false });
                tab.calls.push(call);
            }
            Effect::Ask { number, .. } => tab.ask = number,
            Effect::Wait { number, .. } => tab.timer = number,
            // What was cut off may be answered all the same: it stays among the calls.
            Effect::Abort { .. } | Effect::Tell(_) => {}
        }
    }

    /// The store does what a tab wants written, or finds that another tab was first.
    pub fn do_write(&mut self, at: usize) {
        let Some(tab) = self.tabs[at].as_mut() else { return };
        let Some(write) = tab.write.take() else { return };
        let may_replace = write.erases || write.record.may_replace(&self.store.record);
        if tab.revision != self.store.revision || !may_replace {
            if write.number > 0 {
                self.feed(at, Event::NotStored { number: write.number, fault: StoreFault::Newer });
            }
            return;
        }
        if self.previous.is_some() {
            self.previous = Some(Box::new(self.store.clone()));
        }
        self.store.revision += 1;
        tab.revision = self.store.revision;
        self.write_down(&write);
        if write.number > 0 {
            self.feed(at, Event::Stored { number: write.number });
        }
    }

    /// What a write leaves in the store, and whether it loses answers that a screen said were kept.
    fn write_down(&mut self, write: &Write) {
        let stored = self.store.answers.filter(|_| !write.erases);
        let is_receipt = matches!(write.record.standing, Standing::Received { is_changed: false, .. });
        let remaining = match is_receipt {
            false => Some(write.answers),
            true => {
                let kept = self.backend.receipts.get(&key_number(&write.record.key));
                kept.map(|body| self.bodies[usize::from(*body)])
            }
        };
        self.truth.lost_answers |= stored > remaining;
        self.store.answers = Some(write.answers).filter(|_| !is_receipt);
        self.store.record = write.record.clone();
    }

    /// One form for all worlds that differ in names only.
    pub fn tidy(&mut self) {
        // A request that nobody waits for has no caller.
        let tabs = &self.tabs;
        let is_called = |caller: &(usize, u32)| {
            tabs[caller.0].as_ref().is_some_and(|tab| tab.calls.iter().any(|call| call.number == caller.1))
        };
        self.copies.iter_mut().for_each(|copy| copy.caller = copy.caller.filter(is_called));
        self.backend.writing.iter_mut().for_each(|writing| writing.caller = writing.caller.filter(is_called));
        let mut before: Vec<Vec<u32>> = Vec::new();
        for tab in &mut self.tabs {
            before.push(tab.iter().flat_map(|tab| tab.calls.iter().map(|call| call.number)).collect());
            tab.iter_mut().for_each(Tab::renumber);
        }
        let tabs = &self.tabs;
        let rename = |caller: &mut Option<(usize, u32)>| {
            if let Some((at, number)) = caller {
                let place = before[*at].iter().position(|one| one == number).unwrap();
                *number = tabs[*at].as_ref().unwrap().calls[place].number;
            }
        };
        self.copies.iter_mut().for_each(|copy| rename(&mut copy.caller));
        self.backend.writing.iter_mut().for_each(|writing| rename(&mut writing.caller));
        self.copies.sort();
        self.backend.writing.sort();
        // Nobody compares revisions but for being the same.
        let oldest = self.tabs.iter().flatten().map(|tab| tab.revision).min().unwrap_or(self.store.revision);
        let previous = self.previous.as_ref().map_or(u8::MAX, |store| store.revision);
        let oldest = oldest.min(self.store.revision).min(previous);
        self.previous.iter_mut().for_each(|store| store.revision -= oldest);
        self.tabs.iter_mut().flatten().for_each(|tab| tab.revision -= oldest);
        self.store.revision -= oldest;
    }
}
