//! What is known of how an application went from person to person.

use serde::Serialize;

use crate::domain::handover::{Deed, Party};
use crate::domain::wire::{FromJson, Json, Misfit};

/// What is known of how an application went from person to person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Handed {
    /// Who has it now, as far as they said; the user unless it was handed over.
    pub holder: Option<Party>,
    /// What was done with it, from the first to the last.
    pub history: Vec<Deed>,
    /// What the last person wrote; empty for nothing.
    pub note: String,
}

impl Handed {
    /// The row of the representative who has it; `None` for the user.
    pub fn row(&self) -> Option<usize> {
        match self.holder {
            Some(Party::Representative(row)) => Some(row),
            Some(Party::User) | None => None,
        }
    }
}

impl FromJson for Handed {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Ok(Self {
            holder: json.get_or_default("holder")?,
            history: json.get_or_default("history")?,
            note: json.get_or_default("note")?,
        })
    }
}
