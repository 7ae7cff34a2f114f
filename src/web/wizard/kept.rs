//! What is kept of a wizard in the tab, so that a reload or a crash loses nothing.

use serde::{Deserialize, Serialize};

use super::Frozen;
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;

/// The version of what is kept.
const VERSION: u32 = 1;

/// Answers, where the applicant was, and what was being sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    version: u32,
    /// The answers.
    pub draft: Draft,
    /// The screen.
    pub screen: Screen,
    /// Places whose errors may show.
    pub seen: Vec<String>,
    /// An application whose sending began and whose outcome is not known.
    pub frozen: Option<Frozen>,
    /// Reference of the application that was received; then nothing else is kept.
    pub reference: Option<String>,
}

impl Kept {
    /// What is kept of these.
    pub fn new(draft: Draft, screen: Screen, seen: Vec<String>, frozen: Option<Frozen>) -> Self {
        Self { version: VERSION, draft, screen, seen, frozen, reference: None }
    }

    /// What is kept after sending: the reference alone.
    pub fn sent(reference: String, language: Option<crate::domain::scheme::Lang>) -> Self {
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
        serde_json::from_str::<Self>(text).ok().filter(|kept| kept.version == VERSION)
    }
}
