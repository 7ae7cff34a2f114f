//! Which applications an operator means, and what may be told of them: no personal data.

use eherkenning_wizard::domain::scheme::Level;
use serde::Serialize;

use super::output::unavailable;
use crate::clock;
use crate::store::Store;
use crate::store::inventory::{Announcement, State, Stored};

/// Which applications are meant; those that meet all of it.
#[derive(clap::Args)]
pub struct Filter {
    /// In this state.
    #[arg(long, value_enum)]
    pub state: Option<State>,
    /// With an announcement that is still to be made, was delivered, or is not tried any more.
    #[arg(long, value_enum)]
    pub announcement: Option<Announcement>,
    /// Of this level: EH2+, EH3 or EH4.
    #[arg(long, value_name = "LEVEL", value_parser = parse_level)]
    pub level: Option<Level>,
    /// Stored at this moment or later: a day (from midnight, UTC), or a moment such as 2026-11-23T10:15:00Z.
    #[arg(long, value_name = "MOMENT", value_parser = clock::parse_moment)]
    pub since: Option<u64>,
    /// Stored before this moment.
    #[arg(long, value_name = "MOMENT", value_parser = clock::parse_moment)]
    pub until: Option<u64>,
    /// With this reference.
    #[arg(long, value_name = "REFERENCE")]
    pub reference: Option<String>,
}

/// What may be told of an application.
#[derive(Serialize)]
pub struct Summary<'a> {
    /// The id of the application.
    pub key: &'a str,
    /// The number that people quote.
    pub reference: &'a str,
    /// The level; unknown when an earlier version stored it and it is erased.
    pub level: Option<Level>,
    /// When it was stored.
    pub stored_at: String,
    /// What happened to it.
    pub state: State,
    /// What became of its announcement, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announcement: Option<Announcement>,
}

impl Filter {
    /// Whether nothing was asked, so that all applications are meant.
    pub fn is_empty(&self) -> bool {
        let Self { state, announcement, level, since, until, reference } = self;
        let is_of_any_kind = state.is_none() && announcement.is_none() && level.is_none();
        is_of_any_kind && since.is_none() && until.is_none() && reference.is_none()
    }

    /// The summary of an application that is meant; `None` for any other.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn summary<'a>(&self, store: &Store, stored: &'a Stored) -> Result<Option<Summary<'a>>, String> {
        let receipt = &stored.receipt;
        let is_meant = self.state.is_none_or(|state| state == stored.state())
            && self.announcement.is_none_or(|announcement| stored.announcement() == Some(announcement))
            && self.since.is_none_or(|since| receipt.stored_at_unix >= since)
            && self.until.is_none_or(|until| receipt.stored_at_unix < until)
            && self.reference.as_ref().is_none_or(|reference| is_same_reference(reference, &receipt.reference));
        if !is_meant {
            return Ok(None);
        }
        let summary = summary(store, stored).await?;
        Ok(self.level.is_none_or(|level| summary.level == Some(level)).then_some(summary))
    }
}

/// What may be told of an application.
///
/// # Errors
/// When the store fails.
pub async fn summary<'a>(store: &Store, stored: &'a Stored) -> Result<Summary<'a>, String> {
    Ok(Summary {
        key: &stored.entry.key,
        reference: &stored.receipt.reference,
        level: store.level(stored).await.map_err(unavailable)?,
        stored_at: clock::rfc3339(stored.receipt.stored_at_unix),
        state: stored.state(),
        announcement: stored.announcement(),
    })
}

/// Whether a reference is the one that was typed.
pub fn is_same_reference(typed: &str, reference: &str) -> bool {
    typed.trim().eq_ignore_ascii_case(reference)
}

fn parse_level(text: &str) -> Result<Level, &'static str> {
    Level::from_code(&text.to_ascii_uppercase()).ok_or("expected EH2+, EH3 or EH4")
}
