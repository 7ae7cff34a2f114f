//! What the store holds about sending, besides the answers.

use serde::Serialize;

use super::{Key, Submission};
use crate::domain::wire::{FromJson, Json, Misfit, fields};

/// What is known about everything that was sent under a key. Stored as text: the name, and for a receipt its reference.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub enum Standing {
    /// Nothing was sent, or the service found the very bytes that were sent to be wrong. It has nothing under the key.
    #[default]
    Free,
    /// The service, or a gateway before it, said that it took nothing in. A copy may still be on its way, so the key
    /// stays; the answers may change.
    Declined,
    /// It may have arrived. The bytes stay as they are until the outcome is known.
    Doubt,
    /// Received.
    Received {
        /// The reference, to quote.
        reference: String,
        /// Whether the answers were changed after these bytes were sent. Then they are not erased.
        is_changed: bool,
    },
}

impl From<Standing> for String {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Free => "free".into(),
            Standing::Declined => "declined".into(),
            Standing::Doubt => "doubt".into(),
            Standing::Received { reference, is_changed: false } => ["received:", &reference].concat(),
            Standing::Received { reference, is_changed: true } => ["changed:", &reference].concat(),
        }
    }
}

impl Standing {
    /// From text; `None` for one of a newer version, or a damaged one.
    fn parse(text: &str) -> Option<Self> {
        let received = |reference: &str, is_changed| Self::Received { reference: reference.to_owned(), is_changed };
        match (text, text.split_once(':')) {
            ("free", _) => Some(Self::Free),
            ("declined", _) => Some(Self::Declined),
            ("doubt", _) => Some(Self::Doubt),
            (_, Some(("received", reference))) => Some(received(reference, false)),
            (_, Some(("changed", reference))) => Some(received(reference, true)),
            _ => None,
        }
    }
}

/// The part of a stored record that this machine owns. It is written together with the answers, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Record {
    /// The key of the application.
    pub key: Key,
    /// The keys that this one may replace: their outcome is known, or the applicant was told that the application may
    /// have arrived and started again. Empty once the store holds this key.
    pub replaces: Vec<Key>,
    /// What is known about the key. Written before sending, it says what must be assumed if no response ever comes.
    pub standing: Standing,
    /// The bytes that were sent, or are about to be.
    pub submission: Option<Submission>,
    /// Whether other bytes were sent under this key before, and may still arrive.
    pub is_mixed: bool,
}

/// Why a record was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreFault {
    /// The store holds a revision that this tab has not read, because another tab works on the application.
    Newer,
    /// There is no room.
    Full,
    /// The store failed, or cannot be used.
    Unavailable,
}

impl Record {
    /// Whether it may be erased once it is too old, without asking for the outcome. Otherwise it is read as usual, and
    /// [`Event::Expired`](super::Event::Expired) asks first.
    pub const fn may_expire(&self) -> bool {
        matches!(self.standing, Standing::Free | Standing::Received { .. })
    }

    /// Whether this record may overwrite the stored one. The store asks this in the transaction that writes, after it
    /// compared revisions.
    ///
    /// A key whose application may have arrived is only replaced by a record that names it.
    pub fn may_replace(&self, stored: &Self) -> bool {
        let is_received = |record: &Self| matches!(record.standing, Standing::Received { .. });
        if self.key == stored.key {
            return is_received(self) || !is_received(stored);
        }
        stored.standing == Standing::Free || is_received(stored) || self.replaces.contains(&stored.key)
    }
}

impl FromJson for Standing {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Self::parse(&json.as_text()?).ok_or(Misfit(""))
    }
}

fields!(Record: key standing; default replaces submission is_mixed);
