//! What is saved of a wizard, so that a reload or a crash loses nothing.

use serde::Serialize;

use super::Handed;
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::submission::Record;
use crate::domain::wire::{Json, Misfit};

/// The version of this format. Version 1, which was never released, had no record of sending.
const VERSION: u32 = 2;

/// Answers, where the applicant was, and what is known of sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SavedDraft {
    version: u32,
    /// The answers.
    pub draft: Draft,
    /// The screen.
    pub screen: Screen,
    /// Places whose errors may show.
    pub seen: Vec<String>,
    /// What is known of sending.
    pub record: Record,
    /// Whether the camera or a file dialog was open. Phones with little memory may reload the page then.
    pub is_choosing: bool,
    /// How the application went from person to person.
    pub handed: Handed,
}

impl SavedDraft {
    /// The answers and what belongs to them.
    pub fn new(draft: Draft, screen: Screen, seen: Vec<String>, record: Record) -> Self {
        Self { version: VERSION, draft, screen, seen, record, is_choosing: false, handed: Handed::default() }
    }

    /// What is saved after sending: the receipt, and what a form needs that is still to be printed.
    pub fn sent(record: Record, kept: Draft) -> Self {
        Self::new(kept, Screen::Sent, Vec::new(), record)
    }

    /// As text.
    pub fn write(&self) -> String {
        // Cannot fail: it writes to memory, and every key is text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From text; nothing for a text of another version or a broken one.
    pub fn read(text: &str) -> Option<Self> {
        Self::from_json(&Json::parse(text).ok()?).ok()
    }

    fn from_json(json: &Json) -> Result<Self, Misfit> {
        if json.get("version") != Ok(VERSION) {
            return Err(Misfit(""));
        }
        Ok(Self {
            version: VERSION,
            draft: json.get("draft")?,
            // An earlier version had other screens.
            screen: json.get("screen").unwrap_or(Screen::OrganisationKind),
            seen: json.get_or_default("seen")?,
            record: json.get("record")?,
            is_choosing: json.get_or_default("is_choosing")?,
            handed: json.get_or_default("handed")?,
        })
    }
}
