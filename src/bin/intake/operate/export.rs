//! `intake export`: copies applications out of the store, each to a folder of its own, once or as they arrive.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::ArgGroup;

use super::copying::copy;
use super::filter::Filter;
use super::find::find;
use super::follow::follow;
use super::output::{Exit, Place, complain, complain_about, unavailable};
use super::partial::{create_folder, remove_unfinished};
use crate::store::Store;
use crate::store::inventory::{State, Stored};

/// What is exported, and where to.
#[derive(clap::Args)]
#[command(group(ArgGroup::new("which").required(true).multiple(true)
    .args(["names", "follow", "state", "announcement", "level", "since", "until", "reference"])))]
pub struct Arguments {
    /// Their ids or references.
    #[arg(value_name = "ID|REFERENCE",
        conflicts_with_all = ["follow", "state", "announcement", "level", "since", "until", "reference"])]
    names: Vec<String>,
    /// Goes on with what arrives, until it is stopped (ctrl-c or SIGTERM). Without a filter everything is exported.
    #[arg(long)]
    follow: bool,
    #[command(flatten)]
    filter: Filter,
    /// The folder in which each application gets a folder, named after its id.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Exports applications.
///
/// # Errors
/// When one is not stored, the store fails, or the folder cannot be used.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let store = arguments.place.open()?;
    let to = &arguments.to;
    let unusable = |error: std::io::Error| format!("{}: {error}", to.display());
    create_folder(to).map_err(unusable)?;
    if store.folder().is_some_and(|folder| is_within(to, folder)) {
        return Err(format!("{}: this is within the store", to.display()));
    }
    let lock = File::open(to).map_err(unusable)?;
    lock.try_lock().map_err(|_| format!("{}: another export to this folder is running", to.display()))?;
    remove_unfinished(to).map_err(unusable)?;

    if arguments.follow {
        return follow(&store, &arguments.filter, to).await;
    }
    let (chosen, mut exit) = choose(&store, arguments).await?;
    for stored in chosen {
        if let Err(message) = copy(&store, &stored, to).await {
            complain(format!("{} ({}): {message}", stored.receipt.reference, stored.entry.key));
            exit = Exit::Incomplete;
        }
    }
    Ok(exit)
}

/// Whether a folder is within another, or the same.
fn is_within(inner: &Path, outer: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(inner).starts_with(real(outer))
}

async fn choose(store: &Store, arguments: &Arguments) -> Result<(Vec<Stored>, Exit), String> {
    let mut chosen = Vec::new();
    if arguments.filter.is_empty() {
        for name in &arguments.names {
            chosen.push(find(store, name).await?);
        }
        return Ok((chosen, Exit::Done));
    }
    let all = store.applications().await.map_err(unavailable)?;
    for stored in all.stored {
        if stored.state() != State::Erased && arguments.filter.summary(store, &stored).await?.is_some() {
            chosen.push(stored);
        }
    }
    Ok((chosen, complain_about(&all.unreadable)))
}
