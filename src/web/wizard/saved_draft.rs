//! What is saved of a wizard, so that a reload or a crash loses nothing.

use serde::{Deserialize, Serialize};

use super::Submission;
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::scheme::Lang;
use crate::domain::wire;

/// The version of this format.
const VERSION: u32 = 1;

/// Answers, where the applicant was, and what was being sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SavedDraft {
    version: u32,
    /// The answers.
    pub draft: Draft,
    /// The screen.
    pub screen: Screen,
    /// Places whose errors may show.
    pub seen: Vec<String>,
    /// An application whose sending began and whose outcome is not known. Older versions of the widget call it so.
    #[serde(rename = "frozen")]
    pub submission: Option<Submission>,
    /// Reference of the application that was received; then nothing else is saved.
    pub reference: Option<String>,
}

impl SavedDraft {
    /// The answers and what belongs to them.
    pub fn new(draft: Draft, screen: Screen, seen: Vec<String>, submission: Option<Submission>) -> Self {
        Self { version: VERSION, draft, screen, seen, submission, reference: None }
    }

    /// What is saved after sending: the reference alone.
    pub fn sent(reference: String, language: Option<Lang>) -> Self {
        let draft = Draft { language, ..Draft::default() };
        Self { reference: Some(reference), ..Self::new(draft, Screen::Sent, Vec::new(), None) }
    }

    /// As text.
    pub fn write(&self) -> String {
        // It cannot fail: it is written to memory, and every key is text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From text; nothing for a text of another version or a broken one.
    pub fn read(text: &str) -> Option<Self> {
        wire::read::<Self>(text).ok().filter(|saved| saved.version == VERSION)
    }
}
