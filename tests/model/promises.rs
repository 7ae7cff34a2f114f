//! What is promised, in every state of the world.

use eherkenning_wizard::domain::submission::{Claim, Event, State};
use stateright::Property;

use crate::acts::Explored;
use crate::tab::{Tab, key};
use crate::world::{Bounds, World};

pub fn all(bounds: &Bounds) -> Vec<Property<Explored>> {
    let mut all = vec![
        Property::always(
            "one application is kept, unless the applicant was told and started again",
            |_: &Explored, world: &World| {
                world.backend.receipts.len()
                    <= usize::from(1 + world.truth.informed + world.truth.started_after_receipt)
            },
        ),
        Property::always("nothing that is kept is called not sent", |_: &Explored, world: &World| {
            let is_kept = |key: &u8| world.backend.receipts.contains_key(key);
            // A tab that was overtaken is frozen as soon as it hears of that.
            let is_newest = |tab: &&Tab| tab.revision == world.store.revision;
            let lies = |tab: &Tab| tab.says_not_sent() && is_kept(&tab.key());
            let lies = world.tabs.iter().flatten().filter(is_newest).any(lies);
            // Who sent without a copy was told that nobody can tell any more once the page is gone. A write that a
            // power cut takes back although it was flushed is more than a screen can know.
            world.truth.sent_unstored || world.previous.is_some() || !lies
        }),
        Property::always("what is called received is kept", |_: &Explored, world: &World| {
            let is_true =
                |tab: &Tab| tab.machine.claim() != Claim::Received || world.backend.receipts.contains_key(&tab.key());
            world.tabs.iter().flatten().all(is_true)
        }),
        Property::always("no answer is lost that a screen said was kept", |_: &Explored, world: &World| {
            // What a power cut took back, nobody knows of.
            world.previous.is_some() || !world.truth.lost_answers
        }),
        Property::always("key and bytes are stored before the first byte leaves", |_: &Explored, world: &World| {
            !world.truth.unsafe_sending
        }),
        Property::always("once everything works it is received", |explored: &Explored, world: &World| {
            recovers(world, &explored.0)
        }),
    ];
    if bounds.tabs == 1 {
        all.push(Property::always("a tab is only frozen by another", |_: &Explored, world: &World| {
            world.tabs.iter().flatten().all(|tab| *tab.machine.state() != State::Elsewhere)
        }));
    }
    // With fewer acts the applicant does not come so far.
    if bounds.acts > 2 {
        all.extend(possible(bounds));
    }
    all
}

/// What must happen somewhere: a world in which it does not is too small to show anything.
fn possible(bounds: &Bounds) -> Vec<Property<Explored>> {
    let mut possible =
        vec![Property::sometimes("two applications, by an applicant who was told", |_: &Explored, world: &World| {
            world.backend.receipts.len() == 2 && world.truth.started_after_receipt == 0
        })];
    if bounds.can_ask {
        possible.push(Property::sometimes(
            "received with answers that changed since",
            |_: &Explored, world: &World| {
                let is_changed = |tab: &Tab| matches!(tab.machine.state(), State::Received { is_changed: true, .. });
                world.tabs.iter().flatten().any(is_changed)
            },
        ));
    }
    if bounds.tabs > 1 {
        possible.push(Property::sometimes("one tab is frozen by the other", |_: &Explored, world: &World| {
            world.tabs.iter().flatten().any(|tab| *tab.machine.state() == State::Elsewhere)
        }));
    }
    possible
}

/// Whether an applicant who goes on comes to a receipt, when the network, the store and the backend work from now on.
fn recovers(world: &World, bounds: &Bounds) -> bool {
    let mut world = world.clone();
    // Requests that nobody waits for may stay away for ever.
    (0..100).any(|_| world.one_good_step(bounds))
}

impl World {
    /// One step in a world where everything works; whether the application is received, and said to be.
    fn one_good_step(&mut self, bounds: &Bounds) -> bool {
        let is_open = |at: &usize| self.tabs[*at].is_some();
        let works = |at: &usize| self.tabs[*at].as_ref().is_some_and(|tab| *tab.machine.state() != State::Elsewhere);
        let places = 0..self.tabs.len();
        let Some(at) = places.clone().find(works).or_else(|| places.clone().find(is_open)) else {
            self.open(0);
            return false;
        };
        let Some(tab) = self.tabs[at].as_ref() else { return false };
        if tab.write.is_some() {
            self.do_write(at);
            return false;
        }
        match tab.machine.state() {
            State::Received { .. } => return self.backend.receipts.contains_key(&tab.key()),
            State::Editing | State::Refused { .. } => {
                self.change(at);
                self.begin(at);
            }
            // Its write failed.
            State::Storing(_) => self.feed(at, Event::Stop),
            State::Sending => self.deliver(at),
            State::Waiting { .. } => {
                self.backend_settles();
                self.wait(at);
            }
            State::Asking => {
                self.backend_settles();
                self.asked(at, bounds);
            }
            State::Offline => self.feed(at, Event::Network { is_online: true }),
            State::YourTurn(_) | State::NotHere | State::MissingFiles(_) => {
                self.feed(at, Event::FilesRestored);
                self.feed(at, Event::Retry);
            }
            State::Conflict if tab.machine.claim() == Claim::NotTaken => self.feed(at, Event::Edit),
            State::Conflict if bounds.can_ask => self.feed(at, Event::Retry),
            // Nobody can tell what became of the other bytes: the applicant is told so.
            State::Conflict => {
                let key = key(self.fresh_key());
                self.feed(at, Event::StartAgain { key });
            }
            State::Elsewhere => self.take_over(at),
        }
        false
    }

    /// The present request of a tab arrives and is answered; or it is lost, and time passes.
    fn deliver(&mut self, at: usize) {
        let Some(number) = self.tabs[at].as_ref().and_then(|tab| tab.present_call()).map(|call| call.number) else {
            return;
        };
        let caller = Some((at, number));
        if let Some(copy) = self.copies.iter().position(|copy| copy.caller == caller) {
            self.arrive(copy, true);
        } else if let Some(writing) = self.backend.writing.iter().position(|writing| writing.caller == caller) {
            self.write_next(writing, true);
        } else {
            self.wait(at);
        }
    }

    /// While time passes, requests come to their ends, and so do the leases of those that died.
    fn backend_settles(&mut self) {
        while !self.backend.writing.is_empty() {
            self.write_next(0, false);
        }
        self.backend.claims.values_mut().for_each(|claim| claim.is_live = false);
    }
}
