//! `intake show`: one application, and what is stored of it.

use serde_json::{Value, json};

use super::filter::summary;
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
        json!({ "name": name, "size_bytes": file.size_bytes })
    });
    let shown = json!({
        "key": summary.key,
        "reference": summary.reference,
        "level": summary.level,
        "state": summary.state,
        "stored_at": summary.stored_at,
        "fingerprint": stored.receipt.fingerprint,
        "handled": handled.map(|it| json!({ "by": it.by, "at": clock::rfc3339(it.handled_at_unix) })),
        "erased": erased.map(|it| json!({ "why": it.why, "at": clock::rfc3339(it.erased_at_unix) })),
        "files": files.collect::<Vec<_>>(),
        "application": application,
    });
    line(format!("{shown:#}"))?;
    Ok(Exit::Done)
}
