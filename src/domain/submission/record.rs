//! What the store holds about sending, beside the answers.

use serde::{Deserialize, Serialize};

use super::{Key, Submission};

/// What is known of everything that was sent under a key. Stored as text: the name, for a receipt with its reference
/// behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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

impl TryFrom<String> for Standing {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match (text.as_str(), text.split_once(':')) {
            ("free", _) => Ok(Self::Free),
            ("declined", _) => Ok(Self::Declined),
            ("doubt", _) => Ok(Self::Doubt),
            (_, Some((name @ ("received" | "changed"), reference))) => {
                Ok(Self::Received { reference: reference.to_owned(), is_changed: name == "changed" })
            }
            _ => Err("no standing of an application"),
        }
    }
}

/// The part of a stored record that this machine owns. It is written together with the answers, in one transaction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Record {
    /// The key of the application.
    pub key: Key,
    /// The keys that this one takes the place of, knowingly: erased with their outcome known, or given up by an
    /// applicant who was told that the application may have arrived. Empty once the store holds this key.
    #[serde(default)]
    pub replaces: Vec<Key>,
    /// What is known of the key. Written before a sending, it says what must be believed if nothing is ever heard.
    pub standing: Standing,
    /// The bytes that were sent, or are about to be.
    #[serde(default)]
    pub submission: Option<Submission>,
    /// Whether other bytes left under this key before, and may still arrive.
    #[serde(default)]
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
