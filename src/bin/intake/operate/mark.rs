//! `intake mark`: notes that an application is handled.

use super::find::find;
use super::output::{Exit, Place, complain, line, parse_words, unavailable};
use crate::clock;
use crate::store::inventory::State;

/// What an application can be marked as.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Mark {
    /// It needs no more work here.
    Handled,
}

/// What is marked, and by whom.
#[derive(clap::Args)]
pub struct Arguments {
    /// Its id or its reference.
    #[arg(value_name = "ID|REFERENCE")]
    name: String,
    /// As what.
    #[arg(value_enum)]
    mark: Mark,
    /// The role or the system that handled it; it goes into the journal, so not the name of a person.
    #[arg(long, value_name = "NAME", value_parser = parse_words)]
    by: String,
    #[command(flatten)]
    place: Place,
}

/// Marks an application.
///
/// # Errors
/// When it is not stored, or the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let store = arguments.place.open()?;
    let stored = find(&store, &arguments.name).await?;
    if stored.state() == State::Erased {
        complain(format!("{}: it is erased", arguments.name));
        return Ok(Exit::Incomplete);
    }
    let Mark::Handled = arguments.mark;
    let handled = store.mark_handled(&stored, &arguments.by).await.map_err(unavailable)?;
    let (reference, moment) = (&stored.receipt.reference, clock::rfc3339(handled.handled_at_unix));
    line(format!("{reference} was handled by {} at {moment}", handled.by))?;
    Ok(Exit::Done)
}
