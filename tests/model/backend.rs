//! A backend that keeps its promises (DESIGN 6, docs/backends.md), and may die between any two writes.

use std::collections::BTreeMap;

use eherkenning_wizard::domain::submission::{Answer, Outcome, Refusal};

/// Bytes of an application: one of the bodies that were ever fixed, by their number.
pub type Body = u8;
/// A key, by its number.
pub type KeyNumber = u8;

/// The right to write under a key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claim {
    pub body: Body,
    /// Whether the lease holds. It ends some time after its owner died, and sooner when clocks jump.
    pub is_live: bool,
    /// Whether the request that owns it still runs.
    pub has_owner: bool,
}

/// A request that passed every check and writes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writing {
    pub key: KeyNumber,
    pub body: Body,
    /// Whether the documents are written; the receipt comes last.
    pub has_documents: bool,
    /// Which call waits for it.
    pub caller: Option<(usize, u32)>,
}

/// What the store of the backend holds, and what runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Backend {
    pub claims: BTreeMap<KeyNumber, Claim>,
    /// The applications that are kept.
    pub receipts: BTreeMap<KeyNumber, Body>,
    pub writing: Vec<Writing>,
}

/// What comes of a request that arrives.
pub enum Arrival {
    Answered(Answer),
    /// It was claimed; the answer comes later.
    Writing,
}

pub fn reference(key: KeyNumber) -> String {
    format!("EH-{key}")
}

impl Backend {
    /// A request arrives. A key is looked up before the rules judge.
    pub fn arrive(&mut self, request: Writing, is_right: bool) -> Arrival {
        let Writing { key, body, .. } = request;
        if let Some(kept) = self.receipts.get(&key) {
            return Arrival::Answered(match *kept == body {
                true => Answer::Received(reference(key)),
                false => Answer::Conflict,
            });
        }
        if self.claims.get(&key).is_some_and(|claim| claim.is_live) {
            return Arrival::Answered(Answer::Busy(None));
        }
        if !is_right {
            let verdict = Answer::Refused { refusal: Refusal::Issues, remarks: Vec::new(), is_verdict: true };
            return Arrival::Answered(verdict);
        }
        self.claims.insert(key, Claim { body, is_live: true, has_owner: true });
        self.writing.push(request);
        self.writing.sort();
        Arrival::Writing
    }

    /// A request writes what comes next; gives the answer when it is done.
    pub fn write(&mut self, at: usize) -> Option<Answer> {
        if !self.writing[at].has_documents {
            self.writing[at].has_documents = true;
            self.writing.sort();
            return None;
        }
        let Writing { key, body, .. } = self.writing.remove(at);
        // The receipt is a write that fails when there is one: a request whose lease ended finds out here.
        let kept = *self.receipts.entry(key).or_insert(body);
        self.claims.remove(&key);
        Some(if kept == body { Answer::Received(reference(key)) } else { Answer::Conflict })
    }

    /// A write fails; the claim is given back.
    pub fn fail(&mut self, at: usize) -> Answer {
        let Writing { key, .. } = self.writing.remove(at);
        self.claims.remove(&key);
        Answer::Later(None)
    }

    /// The program dies with this request, between two writes.
    pub fn die(&mut self, at: usize) {
        let Writing { key, body, .. } = self.writing.remove(at);
        if let Some(claim) = self.claims.get_mut(&key).filter(|claim| claim.body == body) {
            claim.has_owner = false;
        }
    }

    /// The answer to `GET <endpoint>/<key>`.
    pub fn tell(&self, key: KeyNumber) -> Outcome {
        match (self.receipts.contains_key(&key), self.claims.get(&key)) {
            (true, _) => Outcome::Received(reference(key)),
            (false, Some(claim)) if claim.is_live => Outcome::Underway(None),
            _ => Outcome::NeverSeen,
        }
    }
}
