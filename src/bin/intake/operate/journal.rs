//! `intake journal`: what operators did.

use super::output::{Exit, Place, complain_about, json_line, unavailable};

/// Whose journal is printed.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
}

/// Prints the journal, the oldest line first, and the names of files that cannot be read.
///
/// # Errors
/// When the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let (lines, unreadable) = arguments.place.open()?.journal().await.map_err(unavailable)?;
    lines.iter().try_for_each(json_line)?;
    Ok(complain_about(&unreadable))
}
