//! The steps of the logic of [`today`](crate::today), and of the backend of its time.

use crate::today::{Fate, Frozen, Kept, Run, Sending, Today, Wizard};

const CLAIM_SECONDS: u32 = 60;
const PAUSES: [u32; 4] = [1, 3, 5, 10];

impl Today {
    pub fn send(&mut self, at: usize) {
        let sending = self.tabs[at].sending;
        if sending.is_underway() || matches!(sending, Sending::Received(_)) {
            return;
        }
        let frozen = sending.frozen().unwrap_or_else(|| {
            self.last_key += 1;
            self.tabs[at].is_in_doubt = false;
            Frozen { key: self.last_key, answers: self.tabs[at].answers }
        });
        self.tabs[at].is_in_doubt |= matches!(sending, Sending::Unknown(_));
        self.tabs[at].sending = Sending::Underway(frozen);
        self.kept[at] = Kept { answers: self.tabs[at].answers, frozen: Some(frozen), reference: None };
        self.tabs[at].runs.push(Run { frozen, tries: 0, is_asleep: false });
    }

    pub fn stop(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        // The button is there between two tries.
        if let Sending::Retrying(frozen) | Sending::Busy(frozen) = tab.sending {
            tab.sending = if tab.is_in_doubt { Sending::Unknown(frozen) } else { Sending::Stopped(frozen) };
        }
    }

    pub fn thaw(&mut self, at: usize) {
        if matches!(self.tabs[at].sending, Sending::GaveUp(_) | Sending::Stopped(_) | Sending::Refused(_)) {
            self.tabs[at].sending = Sending::Idle;
            self.keep(at);
        }
    }

    pub fn change(&mut self, at: usize) {
        if self.tabs[at].sending == Sending::Idle {
            self.tabs[at].answers += 1;
            self.tabs[at].has_files = true;
            self.keep(at);
        }
    }

    fn keep(&mut self, at: usize) {
        let tab = &self.tabs[at];
        let reference = if let Sending::Received(reference) = tab.sending { Some(reference) } else { None };
        self.kept[at] = Kept { answers: tab.answers, frozen: tab.sending.frozen(), reference };
    }

    pub fn wipe(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let may_have_left = |frozen: Frozen| self.receipts.iter().any(|(key, ..)| *key == frozen.key);
        self.forgot_outcome |= tab.sending.frozen().is_some_and(may_have_left);
        (tab.sending, tab.answers, tab.is_in_doubt) = (Sending::Idle, 0, false);
        self.kept[at] = Kept::default();
    }

    pub fn open(&mut self, at: usize, keeps_files: bool) {
        let (kept, tab) = (self.kept[at], &mut self.tabs[at]);
        let sending = match kept {
            Kept { reference: Some(reference), .. } => Sending::Received(reference),
            Kept { frozen: Some(frozen), .. } => Sending::Unknown(frozen),
            _ => Sending::Idle,
        };
        let has_files = tab.has_files && keeps_files;
        *tab = Wizard { sending, is_in_doubt: false, runs: Vec::new(), answers: kept.answers, has_files };
    }

    /// A run that slept looks whether it was stopped; any other state it takes for its own.
    pub fn wake(&mut self, at: usize, run: usize) {
        let frozen = self.tabs[at].runs[run].frozen;
        match self.tabs[at].sending {
            Sending::Stopped(_) | Sending::Unknown(_) => drop(self.tabs[at].runs.remove(run)),
            before => {
                self.lost_receipt |= matches!(before, Sending::Received(_));
                self.posted_open |= before == Sending::Idle;
                self.tabs[at].sending = Sending::Underway(frozen);
                self.tabs[at].runs[run].is_asleep = false;
            }
        }
    }
}

/// What `Outcome::of` made of a reply.
enum Outcome {
    Received(u8),
    Busy,
    Later { is_silent: bool },
    Refused,
    FileGone,
}

impl Today {
    pub fn request(&mut self, at: usize, run: usize, fate: Fate) {
        let Run { frozen, tries, .. } = self.tabs[at].runs[run];
        let outcome = if self.tabs[at].has_files { self.backend(frozen, fate) } else { Outcome::FileGone };
        let (is_silent, is_busy) = match outcome {
            Outcome::Later { is_silent } => (is_silent, false),
            Outcome::Busy => (false, true),
            outcome => return self.conclude(at, run, frozen, outcome),
        };
        let tab = &mut self.tabs[at];
        tab.is_in_doubt |= is_silent || is_busy;
        let Some(pause) = PAUSES.get(usize::from(tries)) else {
            tab.sending = if tab.is_in_doubt { Sending::Unknown(frozen) } else { Sending::GaveUp(frozen) };
            tab.runs.remove(run);
            return;
        };
        self.second += pause;
        tab.sending = if is_busy { Sending::Busy(frozen) } else { Sending::Retrying(frozen) };
        tab.runs[run] = Run { frozen, tries: tries + 1, is_asleep: true };
    }

    fn conclude(&mut self, at: usize, run: usize, frozen: Frozen, outcome: Outcome) {
        self.tabs[at].runs.remove(run);
        let before = self.tabs[at].sending;
        self.tabs[at].sending = match outcome {
            Outcome::Received(reference) => Sending::Received(reference),
            Outcome::FileGone => Sending::Idle,
            _ => Sending::Refused(frozen),
        };
        self.lost_receipt |= matches!(before, Sending::Received(_)) && before != self.tabs[at].sending;
        self.keep(at);
    }

    /// The backend as it was: a claim blocks for a minute, whatever became of its owner.
    fn backend(&mut self, frozen: Frozen, fate: Fate) -> Outcome {
        if fate == Fate::Forbidden {
            return Outcome::Refused;
        }
        if fate == Fate::Overloaded {
            return Outcome::Later { is_silent: false };
        }
        if let Some((_, claimed)) = self.claim.filter(|(key, _)| *key == frozen.key) {
            if self.second - claimed < CLAIM_SECONDS {
                return Outcome::Busy;
            }
            self.claim = None;
        }
        if fate == Fate::ClaimedAnd503 {
            self.claim = Some((frozen.key, self.second));
            return Outcome::Later { is_silent: false };
        }
        let kept = self.receipts.iter().find(|(key, ..)| *key == frozen.key).map(|(.., reference)| *reference);
        let reference = kept.unwrap_or_else(|| {
            let reference = u8::try_from(self.references.len()).unwrap();
            self.receipts.push((frozen.key, frozen.answers, reference));
            self.references.push((frozen.key, reference));
            reference
        });
        match fate {
            Fate::KeptAndSilent => Outcome::Later { is_silent: true },
            Fate::KeptAnd502 => Outcome::Later { is_silent: false },
            _ => Outcome::Received(reference),
        }
    }
}
