//! `intake list`: which applications are stored.

use super::filter::Filter;
use super::output::{Exit, Place, complain_about, json_line, line, unavailable};

/// What is listed, and how.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    filter: Filter,
    /// Prints one line of JSON per application.
    #[arg(long)]
    json: bool,
}

/// Lists applications.
///
/// # Errors
/// When the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let store = arguments.place.open()?;
    let all = store.applications().await.map_err(unavailable)?;
    for stored in &all.stored {
        let Some(summary) = arguments.filter.summary(&store, stored).await? else { continue };
        if arguments.json {
            json_line(&summary)?;
            continue;
        }
        let level = summary.level.map_or("-", |level| level.code());
        let state = summary.state.code();
        line(format!("{}  {level:<4}  {}  {state:<7}  {}", summary.reference, summary.stored_at, summary.key))?;
    }
    Ok(complain_about(&all.unreadable))
}
