//! Who has a handover, or gets it.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::domain::wire::{FromJson, Json, Misfit};

/// One of the people of an application, by the place where it describes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// The user, who fills in the application.
    User,
    /// The representative in this row, from 0.
    Representative(usize),
}

impl Party {
    /// Reads `user`, or `representatives.1`; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let row = || text.strip_prefix("representatives.")?.parse().ok().map(Self::Representative);
        let party = if text == "user" { Some(Self::User) } else { row() };
        party.filter(|party| party.to_string() == text)
    }
}

impl fmt::Display for Party {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User => formatter.write_str("user"),
            Self::Representative(row) => write!(formatter, "representatives.{row}"),
        }
    }
}

impl Serialize for Party {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromJson for Party {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Self::parse(&json.as_text()?).ok_or(Misfit(""))
    }
}
