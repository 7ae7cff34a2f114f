//! `intake verify`: whether the store still has what it should have, and nothing else.

use object_store::Error;

use super::output::{Exit, Place, complain_about, line, unavailable};
use crate::clock;
use crate::store::inventory::{Entry, Standing, State, Stored};
use crate::store::{LONGEST_LEASE, Store};

/// Which store is checked.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
}

/// Checks the store.
///
/// # Errors
/// When the store fails.
pub async fn run(arguments: &Arguments) -> Result<Exit, String> {
    let store = arguments.place.open()?;
    let (mut checked, mut faults, mut unreadable) = (0_usize, 0_usize, Vec::new());
    let survey = store.survey().await.map_err(unavailable)?;
    for (entry, standing) in survey.standings {
        checked += 1;
        let key = entry.key.clone();
        let link =
            entry.link.as_ref().map(|path| format!("link: {path} is a link; `erase` cannot remove what it leads to"));
        match check(&store, entry, standing).await {
            Err(error) => unreadable.push((key, error)),
            Ok(mut found) => {
                found.extend(link);
                faults += found.len();
                found.iter().try_for_each(|fault| line(format!("{key}: {fault}")))?;
            }
        }
    }
    faults += survey.foreign.len();
    survey.foreign.iter().try_for_each(|part| line(format!("{part} is no file of intake")))?;
    line(format!("{checked} keys checked, {} faults found", faults + unreadable.len()))?;
    let exit = complain_about(&unreadable);
    Ok(if faults == 0 { exit } else { Exit::Incomplete })
}

/// What is wrong under a key.
async fn check(store: &Store, entry: Entry, standing: Result<Standing, Error>) -> Result<Vec<String>, Error> {
    // Without a sign of life for so long, storing was cut off.
    let long_ago = clock::ago(LONGEST_LEASE);
    let folders: Vec<String> = entry.folders.keys().cloned().collect();
    match standing? {
        Standing::Stored(receipt) => check_stored(store, &Stored { entry, receipt }).await,
        Standing::Open { seen_at_unix, .. } if seen_at_unix < long_ago => {
            let moment = clock::rfc3339(seen_at_unix);
            Ok(vec![format!("half-finished: an attempt to store was cut off at {moment}")])
        }
        Standing::Open { .. } => Ok(Vec::new()),
        Standing::Abandoned(_) => Ok(folders.iter().map(|folder| left_behind(&entry, folder)).collect()),
        Standing::Unclaimed => {
            // Files that are being written may have been listed before their claim.
            let is_old = entry.folders.values().flatten().all(|file| file.modified_unix < long_ago);
            Ok(folders.iter().filter(|_| is_old).map(|folder| left_behind(&entry, folder)).collect())
        }
    }
}

async fn check_stored(store: &Store, stored: &Stored) -> Result<Vec<String>, Error> {
    let (folders, receipt) = (stored.entry.folders.keys(), &stored.receipt);
    if stored.state() == State::Erased {
        return Ok(folders.map(|folder| format!("half-erased: {folder} still has files; erase it again")).collect());
    }
    let beside = folders.filter(|folder| **folder != receipt.folder);
    let mut faults: Vec<String> = beside.map(|folder| left_behind(&stored.entry, folder)).collect();
    match store.content(stored).await? {
        None => faults.push(format!("missing: {}/application.json", receipt.folder)),
        Some(content) => {
            faults.extend(content.faults(&receipt.fingerprint).iter().map(|fault| format!("damaged: {fault}")));
        }
    }
    Ok(faults)
}

fn left_behind(entry: &Entry, folder: &str) -> String {
    match entry.has_written(folder) {
        true => format!("orphan: {folder} has files of an abandoned attempt; a sweep removes them"),
        false => format!("orphan: {folder} has files that no attempt to store wrote"),
    }
}
