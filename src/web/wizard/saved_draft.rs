//! What is saved of a wizard, so that a reload or a crash loses nothing.

use serde::{Deserialize, Serialize};

use super::Submission;
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::scheme::Lang;
use crate::domain::wire;

/// The version of this format.
const VERSION: u32 = 1;

/// Answers, the current screen, and what was being sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SavedDraft {
    version: u32,
    /// The answers.
    pub draft: Draft,
    /// The screen.
    pub screen: Screen,
    /// Places whose errors may show.
    pub seen: Vec<String>,
    /// An application whose sending began and whose outcome is not known. The name on disk is from older versions.
    #[serde(rename = "frozen")]
    pub submission: Option<Submission>,
    /// Reference of the application that was received; then nothing else is saved.
    pub reference: Option<String>,
}

impl SavedDraft {
    /// The answers with everything else.
    pub fn new(draft: Draft, screen: Screen, seen: Vec<String>, submission: Option<Submission>) -> Self {
        Self { version: VERSION, draft, screen, seen, submission, reference: None }
    }

    /// What is saved after sending: only the reference.
    pub fn sent(reference: String, language: Option<Lang>) -> Self {
        let draft = Draft { language, ..Draft::default() };
        Self { reference: Some(reference), ..Self::new(draft, Screen::Sent, Vec::new(), None) }
    }

    /// As text.
    pub fn write(&self) -> String {
        // Cannot fail: it writes to memory, and every key is text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// From text; `None` if it is invalid or of another version.
    pub fn read(text: &str) -> Option<Self> {
        wire::read::<Self>(text).ok().filter(|saved| saved.version == VERSION)
    }
}
