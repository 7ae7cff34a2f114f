//! What may happen in the world, at any time.

use eherkenning_wizard::domain::submission::{Answer, Doubtful, Pause, Refusal, State};
use stateright::{Model, Property};

use crate::promises;
use crate::tab::Tab;
use crate::world::{Bounds, World};

/// One thing that happens; tabs, copies and requests by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    // The applicant, and the host page.
    Begin(usize),
    Change(usize),
    ChangeAndBegin(usize),
    Stop(usize),
    Retry(usize),
    Edit(usize),
    StartAgain(usize),
    SendUnstored(usize),
    Reset(usize),
    Close(usize),
    /// The tab dies, and the write that was under way arrives all the same.
    CloseWriting(usize),
    Open(usize),
    TakeOver(usize),
    // The store.
    Write(usize),
    WriteFails(usize),
    // Time.
    Wait(usize),
    TimeOut(usize),
    Expire(usize),
    LeaseEnds(u8),
    // The network.
    Arrive(usize),
    ArriveUnheard(usize),
    ArriveTwice(usize),
    NeverLeft(usize),
    Gateway(usize, Said),
    FilesGone(usize),
    Network(usize, bool),
    Superseded(usize),
    Asked(usize),
    AskedInVain(usize),
    // The backend.
    Overloaded(usize),
    WriteNext(usize),
    WriteNextUnheard(usize),
    FailsToWrite(usize),
    Dies(usize),
}

/// What others say in place of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Broken,
    Stranger,
    NotHere,
    Later,
    TooLarge,
}

impl Said {
    pub fn answer(self) -> Answer {
        match self {
            Self::Broken => Answer::MayHaveArrived(Doubtful::Gateway, None),
            Self::Stranger => Answer::MayHaveArrived(Doubtful::Stranger, None),
            Self::NotHere => Answer::NotHere,
            Self::Later => Answer::Later(None),
            Self::TooLarge => Answer::Refused { refusal: Refusal::TooLarge, remarks: Vec::new(), is_verdict: false },
        }
    }
}

/// The world, explored.
#[derive(Clone, Debug)]
pub struct Explored(pub Bounds);

impl Explored {
    fn acts_of_a_tab(&self, at: usize, tab: &Tab, world: &World, acts: &mut Vec<Act>) {
        let state = tab.machine.state();
        if world.acts > 0 {
            if world.has_store {
                acts.push(Act::Close(at));
            }
            if tab.write.is_some() {
                acts.push(Act::CloseWriting(at));
            }
            // Where all was erased, answers are given again and written long before anything can be sent.
            if state.is_open() && !tab.write.as_ref().is_some_and(|write| write.erases) {
                acts.extend([Act::Begin(at), Act::Change(at), Act::ChangeAndBegin(at)]);
            }
            if state.is_underway() {
                acts.push(Act::Stop(at));
            }
            match state {
                State::YourTurn(_) | State::NotHere | State::Conflict | State::MissingFiles(_) => {
                    acts.extend([Act::Retry(at), Act::Edit(at)]);
                }
                State::Waiting { .. } | State::Offline => acts.push(Act::Retry(at)),
                State::Storing(Some(_)) => acts.push(Act::SendUnstored(at)),
                State::Elsewhere => acts.push(Act::TakeOver(at)),
                _ => {}
            }
            if tab.machine.may_start_again() {
                acts.push(Act::StartAgain(at));
            }
            // Where a power cut may take a write back, what is erased may have been sent, and nobody knows.
            if world.previous.is_none() {
                acts.push(Act::Reset(at));
            }
        }
        if tab.write.is_some() {
            acts.push(Act::Write(at));
        }
        if matches!(state, State::Waiting { .. }) && (!world.is_busy_with(tab) || world.faults > 0) {
            acts.push(Act::Wait(at));
        }
        if *state == State::Asking {
            acts.push(Act::Asked(at));
        }
        if *state == State::Offline {
            acts.push(Act::Network(at, true));
        }
        if world.faults > 0 {
            self.faults_of_a_tab(at, tab, world, acts);
        }
    }

    fn faults_of_a_tab(&self, at: usize, tab: &Tab, world: &World, acts: &mut Vec<Act>) {
        let state = tab.machine.state();
        if tab.write.is_some() {
            acts.push(Act::WriteFails(at));
        }
        if self.0.goes_offline {
            acts.push(Act::Network(at, false));
        }
        if *state == State::Storing(None) {
            acts.push(Act::Wait(at));
        }
        if *state == State::Asking {
            acts.push(Act::AskedInVain(at));
        }
        if tab.revision != world.store.revision && *state != State::Elsewhere {
            acts.push(Act::Superseded(at));
        }
        let is_at_rest = state.is_open() || matches!(state, State::YourTurn(_) | State::NotHere);
        if is_at_rest && world.previous.is_none() && world.has_store {
            acts.push(Act::Expire(at));
        }
        if let Some(call) = tab.present_call() {
            acts.push(Act::TimeOut(at));
            let said = [Said::Broken, Said::Stranger, Said::NotHere, Said::Later, Said::TooLarge];
            acts.extend(said.map(|said| Act::Gateway(at, said)));
            let has_not_left = |copy: &crate::world::Copy| copy.caller == Some((at, call.number)) && !copy.is_repeat;
            if world.copies.iter().any(has_not_left) {
                acts.extend([Act::NeverLeft(at), Act::FilesGone(at)]);
            }
        }
    }
}

impl Model for Explored {
    type State = World;
    type Action = Act;

    fn init_states(&self) -> Vec<World> {
        [None, Some(0)].into_iter().map(|wrong| World::new(&self.0, wrong)).collect()
    }

    fn actions(&self, world: &World, acts: &mut Vec<Act>) {
        for (at, tab) in world.tabs.iter().enumerate() {
            match tab {
                Some(tab) => self.acts_of_a_tab(at, tab, world, acts),
                None if world.acts > 0 => acts.push(Act::Open(at)),
                None => {}
            }
        }
        for at in 0..world.copies.len() {
            // Copies that are alike need not be told apart.
            if at > 0 && world.copies[at - 1] == world.copies[at] {
                continue;
            }
            acts.push(Act::Arrive(at));
            if world.faults > 0 {
                acts.extend([Act::ArriveTwice(at), Act::Overloaded(at)]);
                if world.copies[at].caller.is_some() {
                    acts.push(Act::ArriveUnheard(at));
                }
            }
        }
        for (at, writing) in world.backend.writing.iter().enumerate() {
            acts.push(Act::WriteNext(at));
            if world.faults > 0 {
                acts.extend([Act::FailsToWrite(at), Act::Dies(at)]);
                if writing.caller.is_some() && writing.has_documents {
                    acts.push(Act::WriteNextUnheard(at));
                }
            }
        }
        for (key, claim) in &world.backend.claims {
            if claim.is_live && (!claim.has_owner || world.faults > 0) {
                acts.push(Act::LeaseEnds(*key));
            }
        }
    }

    fn next_state(&self, last: &World, act: Act) -> Option<World> {
        let mut world = last.clone();
        world.happen(act, &self.0);
        world.tidy();
        if world == *last {
            return None;
        }
        world.spend(act, last);
        Some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        promises::all(&self.0)
    }
}

impl World {
    /// Whether the backend is at it still, for a tab that waits for that. It is slower than a pause now and then only:
    /// else the world would be a dozen times as large and show nothing new.
    fn is_busy_with(&self, tab: &Tab) -> bool {
        let is_waiting = matches!(tab.machine.state(), State::Waiting { pause: Pause::Busy, .. });
        is_waiting && self.backend.claims.get(&tab.key()).is_some_and(|claim| claim.is_live)
    }

    fn spend(&mut self, act: Act, last: &Self) {
        match act {
            Act::Begin(_)
            | Act::Change(_)
            | Act::ChangeAndBegin(_)
            | Act::Stop(_)
            | Act::Retry(_)
            | Act::Edit(_)
            | Act::StartAgain(_)
            | Act::SendUnstored(_)
            | Act::Reset(_)
            | Act::Close(_)
            | Act::CloseWriting(_)
            | Act::Open(_)
            | Act::TakeOver(_) => self.acts -= 1,
            Act::WriteFails(_)
            | Act::TimeOut(_)
            | Act::Expire(_)
            | Act::ArriveUnheard(_)
            | Act::ArriveTwice(_)
            | Act::NeverLeft(_)
            | Act::Gateway(..)
            | Act::FilesGone(_)
            | Act::Network(_, false)
            | Act::Superseded(_)
            | Act::AskedInVain(_)
            | Act::Overloaded(_)
            | Act::WriteNextUnheard(_)
            | Act::FailsToWrite(_)
            | Act::Dies(_) => self.faults -= 1,
            Act::LeaseEnds(key) => self.faults -= u8::from(last.backend.claims[&key].has_owner),
            Act::Wait(at) => {
                let is_fault = |tab: &Tab| matches!(tab.machine.state(), State::Storing(_)) || last.is_busy_with(tab);
                self.faults -= u8::from(last.tabs[at].as_ref().is_some_and(is_fault));
            }
            Act::Write(_) | Act::Network(_, true) | Act::Arrive(_) | Act::Asked(_) | Act::WriteNext(_) => {}
        }
    }
}
