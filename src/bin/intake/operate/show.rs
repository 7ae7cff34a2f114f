//! `intake show`: one application, and what is stored of it.

use serde::Serialize;
use serde_json::{Value, json};

use super::filter::{Summary, summary};
use super::find::find;
use super::output::{Exit, Place, line, unavailable};
use crate::clock;

/// What is shown.
#[derive(clap::Args)]
pub struct Arguments {
    /// Its id or its reference.
    #[arg(value_name = "ID|REFERENCE")]
    name: String,
    #[command(flatten)]
    place: Place,
}

/// What is printed, in this order.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    summary: Summary<'a>,
    fingerprint: &'a str,
    handled: Option<Value>,
    erased: Option<Value>,
    files: Vec<ShownFile>,
    application: Option<Value>,
}

#[derive(Serialize)]
struct ShownFile {
    name: String,
    size_bytes: u64,
}

/// Shows an application.
///
/// # Errors
/// When it is not stored, or the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let store = arguments.place.open()?;
    let stored = find(&store, &arguments.name).await?;
    let summary = summary(&store, &stored).await?;
    let handled = store.handled(&stored.entry.key).await.map_err(unavailable)?;
    let erased = store.erased(&stored.entry.key).await.map_err(unavailable)?;
    let application = store.application(&stored).await.map_err(unavailable)?;
    let application = application.map(|bytes| match serde_json::from_slice(&bytes) {
        Ok(application) => application,
        Err(_) => Value::from(String::from_utf8_lossy(&bytes)),
    });
    let files = stored.files().iter().map(|file| {
        let name = file.name.strip_prefix(&stored.receipt.folder).unwrap_or(&file.name).trim_start_matches('/');
        ShownFile { name: name.to_owned(), size_bytes: file.size_bytes }
    });
    let shown = Shown {
        summary,
        fingerprint: &stored.receipt.fingerprint,
        handled: handled.map(|note| json!({ "by": note.by, "at": clock::rfc3339(note.handled_at_unix) })),
        erased: erased.map(|note| json!({ "why": note.why, "at": clock::rfc3339(note.erased_at_unix) })),
        files: files.collect(),
        application,
    };
    line(serde_json::to_string_pretty(&shown).map_err(|error| error.to_string())?)?;
    Ok(Exit::Done)
}
