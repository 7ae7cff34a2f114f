//! Sweeping: erases applications that are old enough, and removes what attempts left behind.

use std::time::Duration;

use object_store::Error;

use super::Store;
use super::files::FoundFile;
use super::inventory::{Entry, Standing, Stored};
use crate::clock;

/// How old an attempt that has not ended must be to be ended by a sweep. The next request for its key ends it sooner.
pub const HALF_FINISHED_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// One thing that a sweep does.
#[derive(Debug)]
pub enum Step {
    /// Erases an application, or completes that.
    Erase(Stored),
    /// Ends an attempt that has given no sign of life for a day, and removes what it wrote.
    End(String),
    /// Removes a folder whose attempt was abandoned, or old files that no attempt wrote.
    Remove(String),
}

impl Store {
    /// What a sweep has to do. Without an age, stored applications stay.
    ///
    /// # Errors
    /// When the store cannot be listed.
    pub async fn plan_sweep(&self, older_than: Option<Duration>) -> Result<Vec<Step>, Error> {
        let before = older_than.map(clock::ago);
        let mut steps = Vec::new();
        for (entry, standing) in self.standings().await? {
            match standing {
                Ok(standing) => steps.extend(steps_for(entry, standing, before)),
                Err(error) => tracing::warn!(%error, key = entry.key, "a key could not be read"),
            }
        }
        Ok(steps)
    }

    /// Carries out one step.
    ///
    /// # Errors
    /// When the store cannot be reached; the next sweep does the rest.
    pub async fn sweep(&self, step: &Step, why: &str) -> Result<(), Error> {
        match step {
            Step::Erase(stored) => self.erase(stored, why).await.map(|_| ()),
            Step::End(key) => self.settle(key).await.map(|_| ()),
            Step::Remove(folder) => self.remove_folder(folder).await,
        }
    }

    async fn remove_folder(&self, folder: &str) -> Result<(), Error> {
        if folder.starts_with("applications/") {
            return self.objects.remove_below(folder).await;
        }
        // Of version 0.1: whatever its claim and receipt say stays.
        let files = self.objects.files_below(folder).await?.into_iter().map(|file| file.name);
        self.objects.remove_files(files.filter(|name| !is_of_key(name)).collect()).await
    }
}

fn is_of_key(name: &str) -> bool {
    name.ends_with("/claim.json") || name.ends_with("/receipt.json")
}

fn steps_for(entry: Entry, standing: Standing, before: Option<u64>) -> Vec<Step> {
    let is_number = |folder: &str, up_to: u32| {
        let number = folder.rsplit('/').next().and_then(|number| number.parse::<u32>().ok());
        number.is_some_and(|number| number <= up_to)
    };
    let folders = entry.folders.keys();
    match standing {
        Standing::Open { seen_at_unix, .. } if seen_at_unix < clock::ago(HALF_FINISHED_AGE) => {
            vec![Step::End(entry.key)]
        }
        Standing::Open { attempt, .. } => {
            folders.filter(|folder| is_number(folder, attempt.saturating_sub(1))).cloned().map(Step::Remove).collect()
        }
        Standing::Abandoned(attempt) => {
            folders.filter(|folder| is_number(folder, attempt)).cloned().map(Step::Remove).collect()
        }
        Standing::Unclaimed => {
            // Files that are being written may have been listed before their claim.
            let before = before.map_or(0, |before| before.min(clock::ago(HALF_FINISHED_AGE)));
            let is_old = |files: &[FoundFile]| files.iter().all(|file| file.modified_unix < before);
            entry
                .folders
                .iter()
                .filter(|(_, files)| is_old(files))
                .map(|(name, _)| Step::Remove(name.clone()))
                .collect()
        }
        Standing::Stored(receipt) => {
            let is_old = before.is_some_and(|before| receipt.stored_at_unix < before);
            let has_files = !entry.folders.is_empty();
            if has_files && (entry.is_erased || is_old) {
                return vec![Step::Erase(Stored { entry, receipt })];
            }
            folders.filter(|folder| **folder != receipt.folder).cloned().map(Step::Remove).collect()
        }
    }
}
