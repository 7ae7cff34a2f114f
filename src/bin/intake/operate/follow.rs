//! Exporting what arrives, until somebody stops it: between two applications, so that none is left half-finished.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use tokio::task::JoinHandle;

use super::copying::copy;
use super::filter::Filter;
use super::output::{Exit, complain, explain, unavailable};
use super::partial::remove_unfinished;
use crate::stopping::stop_signal;
use crate::store::Store;
use crate::store::inventory::State;

/// How long to wait before the store is listed again.
const PAUSE: Duration = Duration::from_secs(10);

/// What was done since the start.
#[derive(Default)]
struct Followed {
    /// The applications that are in the folder.
    done: BTreeSet<String>,
    /// What was last said about an application that could not be exported, so that it is not said in every round.
    complaints: BTreeMap<String, String>,
}

/// Exports the applications that are meant, and those that arrive.
///
/// # Errors
/// When the store or the folder cannot be used at the start. Later that is said, and tried again.
pub async fn follow(store: &Store, filter: &Filter, to: &Path) -> Result<Exit, String> {
    let mut stop = tokio::spawn(stop_signal());
    let mut followed = Followed::default();
    followed.round(store, filter, to, &stop).await?;
    loop {
        if stop.is_finished() {
            break;
        }
        tokio::select! {
            _ = &mut stop => break,
            () = tokio::time::sleep(PAUSE) => {}
        }
        match followed.round(store, filter, to, &stop).await {
            Ok(()) => followed.forgive(""),
            Err(message) => followed.complain_once("", message),
        }
    }
    Ok(if followed.complaints.is_empty() { Exit::Done } else { Exit::Incomplete })
}

impl Followed {
    async fn round(&mut self, store: &Store, filter: &Filter, to: &Path, stop: &JoinHandle<()>) -> Result<(), String> {
        // Of an application that could not be written before.
        remove_unfinished(to).map_err(|error| format!("{}: {error}", to.display()))?;
        let all = store.applications_of(|entry| !self.done.contains(&entry.key)).await.map_err(unavailable)?;
        for (key, error) in &all.unreadable {
            self.complain_once(key, format!("{key}: {}", explain(error)));
        }
        for stored in &all.stored {
            if stop.is_finished() {
                return Ok(());
            }
            let key = &stored.entry.key;
            if stored.state() == State::Erased {
                self.forgive(key);
                continue;
            }
            if filter.summary(store, stored).await?.is_none() {
                continue;
            }
            match copy(store, stored, to).await {
                Ok(()) => {
                    self.forgive(key);
                    self.done.insert(key.clone());
                }
                Err(message) => self.complain_once(key, format!("{} ({key}): {message}", stored.receipt.reference)),
            }
        }
        Ok(())
    }

    fn complain_once(&mut self, key: &str, message: String) {
        if self.complaints.get(key) != Some(&message) {
            complain(&message);
            self.complaints.insert(key.to_owned(), message);
        }
    }

    fn forgive(&mut self, key: &str) {
        self.complaints.remove(key);
    }
}
