//! Everything that the machine lives among, as one state.

use eherkenning_wizard::domain::submission::{Event, Machine, Record, Standing};

use crate::backend::{Backend, Body, KeyNumber};
use crate::tab::{Call, Tab, key, key_number};

/// How large the world is.
#[derive(Clone, Debug)]
pub struct Bounds {
    pub tabs: usize,
    /// Acts of the applicant and of the host page.
    pub acts: u8,
    /// Failures of the network, the store, the backend and the clock.
    pub faults: u8,
    /// Whether the backend answers questions by key.
    pub can_ask: bool,
    /// Whether a tab that dies may take the last confirmed write with it, as a power cut may.
    pub loses_confirmed: bool,
    /// Whether the browser can store anything. Without that the tab stays open: what it holds would be gone with it.
    pub has_store: bool,
    /// Whether the browser may say that there is no network.
    pub goes_offline: bool,
}

/// The store of the browser: one place for one application.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Store {
    pub revision: u8,
    pub record: Record,
    /// The answers beside it, by when they were changed last; none beside a receipt. A screen said that these are kept.
    pub answers: Option<u8>,
}

/// A copy of a request on its way: it may arrive at any time, or never.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Copy {
    pub key: KeyNumber,
    pub body: Body,
    pub caller: Option<(usize, u32)>,
    /// Whether a copy of it arrived already.
    pub is_repeat: bool,
}

/// What is true, whatever the machines believe.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Truth {
    /// How often the applicant was told that an application may have arrived, and went on all the same.
    pub informed: u8,
    /// How often a new application was started after a receipt.
    pub started_after_receipt: u8,
    /// Whether something was sent without a copy on this device, by an applicant who was told what that means.
    pub sent_unstored: bool,
    /// Whether something was sent that the store does not hold.
    pub unsafe_sending: bool,
    /// Whether answers are gone that a screen said were kept.
    pub lost_answers: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct World {
    pub tabs: Vec<Option<Tab>>,
    pub has_store: bool,
    pub store: Store,
    /// The store before its last write, where a power cut may bring that back.
    pub previous: Option<Box<Store>>,
    pub copies: Vec<Copy>,
    pub backend: Backend,
    /// The answers in each body that was ever fixed.
    pub bodies: Vec<u8>,
    /// Answers with these numbers break a rule.
    pub wrong_answers: Option<u8>,
    /// The last number of answers that was given out.
    pub last_answers: u8,
    pub last_key: KeyNumber,
    pub acts: u8,
    pub faults: u8,
    pub truth: Truth,
}

impl World {
    /// One open tab, with answers that may break a rule, which the store holds under their key.
    pub fn new(bounds: &Bounds, wrong_answers: Option<u8>) -> Self {
        let (key, standing) = (key(1), Standing::Free);
        let record = Record { key, replaces: Vec::new(), standing, submission: None, is_mixed: false };
        let store = Store { revision: 0, record, answers: Some(0) };
        let mut world = Self {
            tabs: vec![None; bounds.tabs],
            previous: bounds.loses_confirmed.then(|| Box::new(store.clone())),
            has_store: bounds.has_store,
            store,
            copies: Vec::new(),
            backend: Backend::default(),
            bodies: Vec::new(),
            wrong_answers,
            last_answers: 0,
            last_key: 1,
            acts: bounds.acts,
            faults: bounds.faults,
            truth: Truth::default(),
        };
        world.open(0);
        world
    }

    /// A key that was never used.
    pub fn fresh_key(&mut self) -> KeyNumber {
        self.last_key += 1;
        self.last_key
    }

    /// Answers that were never given before.
    pub fn change_answers(&mut self) -> u8 {
        self.last_answers += 1;
        self.last_answers
    }

    /// Opens a tab, which goes on with what the store holds.
    pub fn open(&mut self, at: usize) {
        let (machine, answers) = (Machine::new(key(0), self.has_store, true), self.store.answers.unwrap_or_default());
        let revision = self.store.revision;
        self.tabs[at] = Some(Tab { machine, answers, revision, write: None, timer: 0, ask: 0, calls: Vec::new() });
        self.feed(at, Event::Found(self.store.record.clone()));
    }

    /// A frozen tab takes the application over: it reads the store.
    pub fn take_over(&mut self, at: usize) {
        if let Some(tab) = &mut self.tabs[at] {
            (tab.answers, tab.revision) = (self.store.answers.unwrap_or_default(), self.store.revision);
            tab.write = None;
        }
        self.feed(at, Event::Found(self.store.record.clone()));
    }

    pub fn is_right(&self, body: Body) -> bool {
        self.wrong_answers != Some(self.bodies[usize::from(body)])
    }

    /// Before a byte leaves, the store must know its key as used.
    pub fn note_sending(&mut self, call: &Call) {
        // Another tab may have settled it meanwhile, and even have erased it: what is kept cannot be doubled.
        let holds = |record: &Record| key_number(&record.key) == call.key && record.standing != Standing::Free;
        let is_known = holds(&self.store.record) || self.backend.receipts.contains_key(&call.key);
        // Whoever was told that it may have arrived expects what another tab still sends.
        self.truth.unsafe_sending |= self.has_store && self.truth.informed == 0 && !is_known;
    }
}
