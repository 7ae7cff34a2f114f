//! What the store holds about sending, beside the answers.

use serde::Serialize;

use super::{Key, Submission};
use crate::domain::wire::{Json, Misfit};

/// What is known of everything that was sent under a key. Stored as text: the name, for a receipt with its reference
/// behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub enum Standing {
    /// No byte left, or the service found the very bytes that left to be wrong. Nothing is kept under the key.
    #[default]
    Free,
    /// The service, or a machine before it, said that it took nothing in. A copy may still be on its way, so the key
    /// stays; the answers may change.
    Declined,
    /// It may have arrived. The bytes stay as they are until the outcome is known.
    Doubt,
    /// Received.
    Received {
        /// The reference, to quote.
        reference: String,
        /// Whether answers were changed after the bytes left that were received. Then they are not erased.
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
    /// From text; nothing for a text of a newer version or a broken one.
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
    /// The keys that this one takes the place of, knowingly: erased with their outcome known, or given up by an
    /// applicant who was told that the application may have arrived. Empty once the store holds this key.
    pub replaces: Vec<Key>,
    /// What is known of the key. Written before a sending, it says what must be believed if nothing is ever heard.
    pub standing: Standing,
    /// The bytes that were sent, or are about to be.
    pub submission: Option<Submission>,
    /// Whether other bytes left under this key before, and may still arrive.
    pub is_mixed: bool,
}

/// Why a record was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreFault {
    /// The store holds a revision that this tab has not read: another tab works on the application.
    Newer,
    /// There is no room.
    Full,
    /// The store cannot be used, or failed.
    Unavailable,
}

impl Record {
    /// Reads a record as it was stored.
    ///
    /// # Errors
    /// When something in it does not fit.
    pub fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Self {
            key: Key::from_json(json.required("key")?)?,
            replaces: json.rows("replaces", Key::from_json)?,
            standing: Standing::parse(&json.text("standing")?).ok_or(Misfit)?,
            submission: json.present("submission")?.map(Submission::from_json).transpose()?,
            is_mixed: json.flag("is_mixed")?,
        })
    }

    /// Whether it may be erased when it has grown old, without asking anybody. What was turned away, or may have
    /// arrived, is read all the same; then [`Event::Expired`](super::Event::Expired) asks for the outcome first.
    pub const fn may_expire(&self) -> bool {
        matches!(self.standing, Standing::Free | Standing::Received { .. })
    }

    /// Whether this record may be written over another one in the same place. The store asks this in the transaction
    /// that writes, after it compared revisions.
    ///
    /// A key whose application may have arrived is only given up for a record that says so.
    pub fn may_replace(&self, stored: &Self) -> bool {
        let is_received = |record: &Self| matches!(record.standing, Standing::Received { .. });
        if self.key == stored.key {
            return is_received(self) || !is_received(stored);
        }
        stored.standing == Standing::Free || is_received(stored) || self.replaces.contains(&stored.key)
    }
}
