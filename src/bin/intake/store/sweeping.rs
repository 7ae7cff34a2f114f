//! Sweeping: erases applications that are old enough, and removes what attempts left behind.

use std::time::Duration;

use object_store::Error;

use super::Store;
use super::erasing::refuse_link;
use super::files::FoundFile;
use super::inventory::{Entry, Standing, Stored, by_key};
use super::layout::{attempt_of, is_remnant};
use super::objects::TRIAL;
use crate::clock;

/// How old an attempt that has not ended must be to be ended by a sweep. The next request for its key ends it sooner.
pub const HALF_FINISHED_AGE: Duration = Duration::from_secs(24 * 60 * 60);

/// What a sweep has to do, and the keys that it leaves alone, with the reason.
pub struct Plan {
    /// The steps.
    pub steps: Vec<Step>,
    /// The keys with files that intake did not write, cannot reach or cannot remove, and why.
    pub refused: Vec<(String, Error)>,
}

/// One thing that a sweep does.
#[derive(Debug)]
pub enum Step {
    /// Erases an application, or completes that.
    Erase(Stored),
    /// Ends an attempt that has given no sign of life for a day, and removes what it wrote.
    End(String),
    /// Removes the files of an abandoned attempt, old files that no attempt wrote, or what is left of an old trial of the store
    /// or an old write that was cut off.
    Remove {
        /// Their folder, or the one file.
        path: String,
        /// Their names in the store.
        files: Vec<String>,
    },
}

impl Plan {
    fn add(&mut self, entry: Entry, standing: Standing, before: Option<u64>) {
        let (key, link) = (entry.key.clone(), refuse_link(&entry));
        let steps = steps_for(entry, standing, before);
        match link {
            Err(error) if !steps.is_empty() => self.refused.push((key, error)),
            _ => self.steps.extend(steps),
        }
    }
}

impl Store {
    /// What a sweep has to do. Without an age, stored applications stay.
    ///
    /// # Errors
    /// When the store cannot be listed.
    pub async fn plan_sweep(&self, older_than: Option<Duration>) -> Result<Plan, Error> {
        let before = older_than.map(clock::ago);
        let found = self.objects.everything().await?;
        let steps = found.files.iter().filter(|file| is_old_remnant(file)).map(removal_of_remnant).collect();
        let mut plan = Plan { steps, refused: Vec::new() };
        for (entry, standing) in self.standings_of(by_key(found)).await {
            match standing {
                Ok(standing) => plan.add(entry, standing, before),
                Err(error) => plan.refused.push((entry.key, error)),
            }
        }
        Ok(plan)
    }

    /// Carries out one step.
    ///
    /// # Errors
    /// When the store cannot be reached; the next sweep does the rest.
    pub async fn sweep(&self, step: &Step, why: &str) -> Result<(), Error> {
        match step {
            Step::Erase(stored) => self.erase(stored, why).await.map(|_| ()),
            Step::End(key) => self.settle(key).await.map(|_| ()),
            Step::Remove { files, .. } => self.objects.remove_files(files.clone()).await,
        }
    }
}

fn steps_for(entry: Entry, standing: Standing, before: Option<u64>) -> Vec<Step> {
    match standing {
        Standing::Open { seen_at_unix, .. } if seen_at_unix < clock::ago(HALF_FINISHED_AGE) => {
            vec![Step::End(entry.key)]
        }
        Standing::Open { attempt, .. } => removals(&entry, |folder, _| {
            entry.has_written(folder) && attempt_of(folder).is_some_and(|number| number < attempt)
        }),
        Standing::Abandoned(attempt) => removals(&entry, |folder, _| {
            entry.has_written(folder) && attempt_of(folder).is_some_and(|number| number <= attempt)
        }),
        Standing::Unclaimed => {
            // Files that are being written may have been listed before their claim.
            let before = before.map_or(0, |before| before.min(clock::ago(HALF_FINISHED_AGE)));
            removals(&entry, |folder, files| {
                is_of_attempt(folder) && files.iter().all(|file| file.modified_unix < before)
            })
        }
        Standing::Stored(receipt) => {
            let is_old = before.is_some_and(|before| receipt.stored_at_unix < before);
            let has_files = !entry.folders.is_empty();
            if has_files && (entry.is_erased || is_old) {
                return vec![Step::Erase(Stored { entry, receipt })];
            }
            removals(&entry, |folder, _| entry.has_written(folder) && folder != receipt.folder)
        }
    }
}

/// Removes the files in the folders that are meant, and no other file.
fn removals(entry: &Entry, is_meant: impl Fn(&str, &[FoundFile]) -> bool) -> Vec<Step> {
    let meant = entry.folders.iter().filter(|(folder, files)| is_meant(folder, files));
    let removal = |(folder, files): (&String, &Vec<FoundFile>)| Step::Remove {
        path: folder.clone(),
        files: files.iter().map(|file| file.name.clone()).collect(),
    };
    meant.map(removal).collect()
}

/// Whether a file is of a trial or a write that was cut off. Both take less than a day.
fn is_old_remnant(file: &FoundFile) -> bool {
    let is_remnant = file.name.starts_with(TRIAL) || is_remnant(&file.name);
    is_remnant && file.modified_unix < clock::ago(HALF_FINISHED_AGE)
}

fn removal_of_remnant(file: &FoundFile) -> Step {
    Step::Remove { path: file.name.clone(), files: vec![file.name.clone()] }
}

/// Whether only an attempt writes there. A store that was named one folder too high or too low has its files elsewhere.
fn is_of_attempt(folder: &str) -> bool {
    folder.starts_with("applications/") && attempt_of(folder).is_some()
}
