//! Copying an application out of the store, to a folder of its own.
//!
//! The folder appears when it is complete, so a copy that was interrupted is simply made again.

use std::path::Path;

use serde_json::json;

use super::manifest::Manifest;
use super::output::{line, unavailable};
use super::partial::{MANIFEST, Partial, first_changed};
use crate::clock;
use crate::store::Store;
use crate::store::content::Content;
use crate::store::inventory::{State, Stored};
use crate::store::journal::Act;
use crate::store::layout::APPLICATION;

/// Copies an application, unless that was done before.
///
/// # Errors
/// Why it is not copied, as a sentence.
pub async fn copy(store: &Store, stored: &Stored, to: &Path) -> Result<(), String> {
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
