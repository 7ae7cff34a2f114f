//! What is saved of a wizard, so that a reload or a crash loses nothing.

use serde::{Deserialize, Serialize};

use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::scheme::Lang;
use crate::domain::submission::{Key, Record, Standing, Submission};
use crate::domain::wire;

/// The version of this format. Version 1 had no record of sending, and gave an application its number when it was sent.
const VERSION: u32 = 2;

/// Answers, where the applicant was, and what is known of sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedDraft {
    version: u32,
    /// The answers.
    pub draft: Draft,
    /// The screen.
    pub screen: Screen,
    /// Places whose errors may show.
    pub seen: Vec<String>,
    record: Option<Record>,
    /// Version 1: an application whose sending began and whose outcome was not known.
    #[serde(skip_serializing)]
    frozen: Option<Submission>,
    /// Version 1: reference of the application that was received.
    #[serde(skip_serializing)]
    reference: Option<String>,
}

impl SavedDraft {
    /// The answers and what belongs to them.
    pub fn new(draft: Draft, screen: Screen, seen: Vec<String>, record: Record) -> Self {
        Self { version: VERSION, draft, screen, seen, record: Some(record), frozen: None, reference: None }
    }

    /// What is saved after sending: the receipt alone.
    pub fn sent(record: Record, language: Option<Lang>) -> Self {
        Self::new(Draft { language, ..Draft::default() }, Screen::Sent, Vec::new(), record)
    }

    /// What is known of sending; `fresh` becomes the key of what has none yet.
    pub fn record(&self, fresh: Key) -> Record {
        if let Some(record) = &self.record {
            return record.clone();
        }
        let (key, standing) = match (&self.frozen, &self.reference) {
            (_, Some(reference)) => (fresh, Standing::Received { reference: reference.clone(), is_changed: false }),
            (Some(submission), None) => (submission.key.clone(), Standing::Doubt),
            (None, None) => (fresh, Standing::Free),
        };
        Record { key, replaces: Vec::new(), standing, submission: self.frozen.clone(), is_mixed: false }
    }

    /// What is known of sending; nothing in what an older version wrote.
    pub fn known_record(&self) -> Option<&Record> {
        self.record.as_ref()
    }

    /// As text.
    pub fn write(&self) -> String {
        // Cannot fail: it writes to memory, and every key is text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From text; nothing for a text of a newer version or a broken one.
    pub fn read(text: &str) -> Option<Self> {
        wire::read::<Self>(text).ok().filter(|saved| (1..=VERSION).contains(&saved.version))
    }
}
