//! A copy of the logic before `domain::submission`: a loop with five exits, state that several loops share, and a key
//! made at the moment of sending. It is kept to show that the checker finds what was wrong with it.

use stateright::{Model, Property};

/// Application and key as they were fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Frozen {
    pub key: u8,
    pub answers: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sending {
    Idle,
    Underway(Frozen),
    Retrying(Frozen),
    Busy(Frozen),
    Unknown(Frozen),
    GaveUp(Frozen),
    Stopped(Frozen),
    Refused(Frozen),
    Received(u8),
}

impl Sending {
    pub fn frozen(self) -> Option<Frozen> {
        match self {
            Self::Underway(frozen)
            | Self::Retrying(frozen)
            | Self::Busy(frozen)
            | Self::Unknown(frozen)
            | Self::GaveUp(frozen)
            | Self::Stopped(frozen)
            | Self::Refused(frozen) => Some(frozen),
            Self::Idle | Self::Received(_) => None,
        }
    }

    pub fn is_underway(self) -> bool {
        matches!(self, Self::Underway(_) | Self::Retrying(_) | Self::Busy(_))
    }
}

/// One run of the loop in `dispatch`: it waits for an answer, or sleeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    pub frozen: Frozen,
    pub tries: u8,
    pub is_asleep: bool,
}

/// What was kept for a reload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Kept {
    pub answers: u8,
    pub frozen: Option<Frozen>,
    pub reference: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wizard {
    pub sending: Sending,
    pub is_in_doubt: bool,
    pub runs: Vec<Run>,
    pub answers: u8,
    pub has_files: bool,
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The backend does its work and says so.
    Answered,
    /// It keeps the application, and the answer is lost.
    KeptAndSilent,
    /// It keeps the application, and a gateway says 502.
    KeptAnd502,
    /// It says 503 and keeps nothing.
    Overloaded,
    /// It makes the claim, and then a write fails.
    ClaimedAnd503,
    /// A gateway says 403.
    Forbidden,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Send(usize),
    Stop(usize),
    Thaw(usize),
    Change(usize),
    Reset(usize),
    Wake(usize, usize),
    Request(usize, usize, Fate),
    CloseAndOpen(usize),
    Duplicate,
    /// The tab is killed while a slow store still writes what it sends.
    KilledAndOpen(usize),
    SpoilAndOpen(usize),
    ClockJumps(usize),
    RemoveFolder,
}

/// All there is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Today {
    pub tabs: Vec<Wizard>,
    pub kept: Vec<Kept>,
    /// What the backend keeps: key, answers, reference.
    pub receipts: Vec<(u8, u8, u8)>,
    /// Every reference that was ever given to a key.
    pub references: Vec<(u8, u8)>,
    /// Key and second of a claim without receipt.
    pub claim: Option<(u8, u32)>,
    pub second: u32,
    pub last_key: u8,
    pub acts: u8,
    /// A receipt was on the screen, and is so no longer.
    pub lost_receipt: bool,
    /// Something was posted while the answers were open.
    pub posted_open: bool,
    /// An outcome that was open is forgotten, with the answers.
    pub forgot_outcome: bool,
}

/// Which acts and fates there are, and how many acts.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    pub acts: u8,
    pub can: fn(Act) -> bool,
    /// Whether files are kept over a reload.
    pub keeps_files: bool,
}

impl Model for Rehearsal {
    type State = Today;
    type Action = Act;

    fn init_states(&self) -> Vec<Today> {
        let wizard =
            Wizard { sending: Sending::Idle, is_in_doubt: false, runs: Vec::new(), answers: 0, has_files: true };
        vec![Today {
            tabs: vec![wizard],
            kept: vec![Kept::default()],
            receipts: Vec::new(),
            references: Vec::new(),
            claim: None,
            second: 0,
            last_key: 0,
            acts: self.acts,
            lost_receipt: false,
            posted_open: false,
            forgot_outcome: false,
        }]
    }

    fn actions(&self, today: &Today, acts: &mut Vec<Act>) {
        if today.acts == 0 {
            return;
        }
        acts.extend([Act::Duplicate, Act::RemoveFolder]);
        for (at, tab) in today.tabs.iter().enumerate() {
            acts.extend([Act::Send(at), Act::Stop(at), Act::Thaw(at), Act::Change(at), Act::Reset(at)]);
            acts.extend([Act::CloseAndOpen(at), Act::SpoilAndOpen(at), Act::ClockJumps(at)]);
            acts.push(Act::KilledAndOpen(at));
            for (run, one) in tab.runs.iter().enumerate() {
                if one.is_asleep {
                    acts.push(Act::Wake(at, run));
                    continue;
                }
                let fates = [Fate::Answered, Fate::KeptAndSilent, Fate::KeptAnd502, Fate::Overloaded];
                let fates = fates.into_iter().chain([Fate::ClaimedAnd503, Fate::Forbidden]);
                acts.extend(fates.map(|fate| Act::Request(at, run, fate)));
            }
        }
        acts.retain(|act| (self.can)(*act));
    }

    fn next_state(&self, last: &Today, act: Act) -> Option<Today> {
        let mut today = last.clone();
        match act {
            Act::Send(at) => today.send(at),
            Act::Stop(at) => today.stop(at),
            Act::Thaw(at) => today.thaw(at),
            Act::Change(at) => today.change(at),
            Act::Reset(at) => today.wipe(at),
            Act::Wake(at, run) => today.wake(at, run),
            Act::Request(at, run, fate) => today.request(at, run, fate),
            Act::CloseAndOpen(at) => today.open(at, self.keeps_files),
            Act::Duplicate => {
                today.kept.push(today.kept[0]);
                today.tabs.push(today.tabs[0].clone());
                today.open(today.tabs.len() - 1, true);
            }
            Act::KilledAndOpen(at) => {
                today.kept[at].frozen = None;
                today.open(at, self.keeps_files);
            }
            Act::SpoilAndOpen(at) => {
                today.kept[at] = Kept::default();
                today.open(at, true);
            }
            // Looked at again, what seems older than a week is wiped, unless the receipt is on the screen.
            Act::ClockJumps(at) => match today.tabs[at].sending {
                Sending::Received(_) => {}
                _ => today.wipe(at),
            },
            Act::RemoveFolder => today.receipts.clear(),
        }
        today.acts -= 1;
        (today.tabs.len() < 3 && Today { acts: last.acts, ..today.clone() } != *last).then_some(today)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("one application", |_: &Self, today: &Today| today.receipts.len() <= 1),
            Property::always("one reference for a key", |_: &Self, today: &Today| {
                let of = |key: u8| today.references.iter().filter(move |(one, _)| *one == key).count();
                today.references.iter().all(|(key, _)| of(*key) == 1)
            }),
            Property::always("what is kept is not called unsent", |_: &Self, today: &Today| {
                let is_kept = |frozen: Frozen| today.receipts.iter().any(|(key, ..)| *key == frozen.key);
                let lies = |tab: &Wizard| matches!(tab.sending, Sending::GaveUp(frozen) if is_kept(frozen));
                !today.tabs.iter().any(lies)
            }),
            Property::always("a receipt stays", |_: &Self, today: &Today| !today.lost_receipt),
            Property::always("nothing is posted while the answers are open", |_: &Self, today: &Today| {
                !today.posted_open
            }),
            Property::always("an open outcome is not forgotten", |_: &Self, today: &Today| !today.forgot_outcome),
            Property::always("a backend that works again is waited for", |_: &Self, today: &Today| {
                let gave_up = |tab: &Wizard| matches!(tab.sending, Sending::Unknown(_));
                !(today.claim.is_some() && today.tabs.iter().any(gave_up))
            }),
        ]
    }
}
