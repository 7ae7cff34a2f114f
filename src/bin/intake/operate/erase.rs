//! `intake erase`: removes every personal byte of one application.

use super::find::find;
use super::output::{Exit, Place, line, parse_words, unavailable};
use crate::clock;

/// What is erased, and why.
#[derive(clap::Args)]
pub struct Arguments {
    /// Its id or its reference.
    #[arg(value_name = "ID|REFERENCE")]
    name: String,
    /// The reason; it goes into the journal, so no personal data.
    #[arg(long, value_name = "WORD", num_args = 1.., required = true)]
    why: Vec<String>,
    #[command(flatten)]
    place: Place,
}

/// Erases an application.
///
/// # Errors
/// When it is not stored, or the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let why = parse_words(&arguments.why.join(" ")).map_err(|error| format!("--why: {error}"))?;
    let store = arguments.place.open()?;
    let stored = find(&store, &arguments.name).await?;
    let erased = store.erase(&stored, &why).await.map_err(unavailable)?;
    let (reference, moment) = (&stored.receipt.reference, clock::rfc3339(erased.erased_at_unix));
    line(format!("{reference} was erased at {moment}: {}", erased.why))?;
    Ok(Exit::Done)
}
