//! `intake export`: copies applications out of the store, each to a folder of its own.
//!
//! A folder appears when it is complete, so an export that was interrupted is simply done again.

use std::fs::File;
use std::path::{Path, PathBuf};

use clap::ArgGroup;
use serde_json::json;

use super::filter::Filter;
use super::find::find;
use super::manifest::Manifest;
use super::output::{Exit, Place, complain, complain_about, line, unavailable};
use super::partial::{MANIFEST, Partial, create_folder, first_changed, remove_unfinished};
use crate::clock;
use crate::store::Store;
use crate::store::content::{APPLICATION, Content};
use crate::store::inventory::{State, Stored};
use crate::store::journal::Act;

/// What is exported, and where to.
#[derive(clap::Args)]
#[command(group(ArgGroup::new("which").required(true).multiple(true)
    .args(["names", "state", "level", "since", "until", "reference"])))]
pub struct Arguments {
    /// Their ids or references.
    #[arg(value_name = "ID|REFERENCE", conflicts_with_all = ["state", "level", "since", "until", "reference"])]
    names: Vec<String>,
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
    let lock = File::open(to).map_err(unusable)?;
    lock.try_lock().map_err(|_| format!("{}: another export to this folder is running", to.display()))?;
    remove_unfinished(to).map_err(unusable)?;

    let (chosen, mut exit) = choose(&store, arguments).await?;
    for stored in chosen {
        if let Err(message) = export(&store, &stored, to).await {
            complain(format!("{} ({}): {message}", stored.receipt.reference, stored.entry.key));
            exit = Exit::Incomplete;
        }
    }
    Ok(exit)
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

/// Exports one application, unless that was done before.
async fn export(store: &Store, stored: &Stored, to: &Path) -> Result<(), String> {
    let (key, reference) = (&stored.entry.key, &stored.receipt.reference);
    let folder = to.join(key);
    if folder.exists() {
        return match first_changed(&folder) {
            Ok(None) => line(format!("{reference} was exported before, to {}", folder.display())),
            Ok(Some(name)) => Err(format!("{} has been changed since it was exported", folder.join(name).display())),
            Err(error) => Err(format!("{}: {error}", folder.join(MANIFEST).display())),
        };
    }
    if stored.state() == State::Erased {
        return Err("it is erased".to_owned());
    }
    let content = store.content(stored).await.map_err(unavailable)?.ok_or("the application is missing")?;
    if let Some(fault) = content.faults(&stored.receipt.fingerprint).first() {
        return Err(format!("not exported, because {fault}"));
    }
    let partial = write(stored, content, to).map_err(|error| format!("{}: {error}", to.display()))?;
    // Before the folder appears, so that nothing leaves the store without a line.
    let act = Act::Export { key: key.clone(), reference: reference.clone() };
    store.write_journal(act).await.map_err(unavailable)?;
    partial.finish().map_err(|error| format!("{}: {error}", folder.display()))?;
    line(format!("{reference} is exported to {}", folder.display()))
}

fn write(stored: &Stored, content: Content, to: &Path) -> std::io::Result<Partial> {
    let (key, receipt) = (&stored.entry.key, &stored.receipt);
    let receipt_file = json!({
        "key": key,
        "reference": receipt.reference,
        "fingerprint": receipt.fingerprint,
        "stored_at": clock::rfc3339(receipt.stored_at_unix),
    });
    let mut files = vec![
        (APPLICATION.to_owned(), content.application.to_vec()),
        ("receipt.json".to_owned(), format!("{receipt_file:#}\n").into_bytes()),
    ];
    let documents = content.documents.into_iter().map(|(name, bytes)| (format!("documents/{name}"), bytes.to_vec()));
    files.extend(documents);
    let partial = Partial::create(to, key)?;
    for (name, bytes) in &files {
        partial.write(name, bytes)?;
    }
    let manifest = serde_json::to_vec_pretty(&Manifest::of(key, &receipt.reference, &files))?;
    partial.write(MANIFEST, &manifest)?;
    Ok(partial)
}
