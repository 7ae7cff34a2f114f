//! What the store has under all keys.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::{StreamExt, stream};
use object_store::Error;

use super::Store;
use super::files::{FoundFile, Listing};
use super::key::{Key, Kind, Outcome, Receipt};
use super::layout::{Role, attempt_of, foreign_part, key_of, role};
use super::notes::{ANNOUNCED, ERASED, GIVEN_UP, HANDLED};
use super::objects::failed;

/// Marks the file of an announcement that is still to be made.
const WAITING: &str = "outbox";

/// How many keys are read at once.
const READ_AT_ONCE: usize = 16;

/// The files under one key.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Whether an operator has marked the application as handled.
    pub is_handled: bool,
    /// Whether an operator has begun to erase the application.
    pub is_erased: bool,
    /// How its announcement has ended, if it has.
    ended: Option<Announcement>,
    /// Whether an announcement is still to be made.
    is_waiting: bool,
    /// The folders with an application and its documents, by their names; of an abandoned attempt too.
    pub folders: BTreeMap<String, Vec<FoundFile>>,
    /// The newest file of the newest attempt: its number, kind and date.
    newest: Option<(u32, Kind, u64)>,
    /// The numbers of the attempts that were claimed; only they have written files.
    claimed: BTreeSet<u32>,
    /// What of it cannot be read, and why.
    unreadable: Option<String>,
    /// What of the application is a link.
    pub link: Option<String>,
}

/// What has become of the attempts under a key.
#[derive(Debug)]
pub enum Standing {
    /// No attempt was ever made: the files are of unknown origin.
    Unclaimed,
    /// An attempt has not ended.
    Open {
        /// Its number.
        attempt: u32,
        /// Its last sign of life, in seconds since 1970.
        seen_at_unix: u64,
    },
    /// The last attempt, which has this number, was abandoned.
    Abandoned(u32),
    /// The application is stored.
    Stored(Receipt),
}

/// A stored application.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its files.
    pub entry: Entry,
    /// The proof that it is stored.
    pub receipt: Receipt,
}

/// What happened to a stored application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nobody has marked it.
    New,
    /// It is marked as handled.
    Handled,
    /// It is erased; its receipt is left.
    Erased,
}

impl State {
    /// Its name on the command line and in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Handled => "handled",
            Self::Erased => "erased",
        }
    }
}

/// What became of the announcement of a stored application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum Announcement {
    /// It is still to be made.
    Waiting,
    /// The receiver has it.
    Delivered,
    /// It is not tried any more.
    GivenUp,
}

/// What the store has, and what does not belong there.
pub struct Survey {
    /// What has become of the attempts under all keys.
    pub standings: Vec<(Entry, Result<Standing, Error>)>,
    /// The files and folders that are not ours.
    pub foreign: BTreeSet<String>,
}

/// All stored applications, the oldest first, and the keys that cannot be read.
pub struct Applications {
    /// The stored applications.
    pub stored: Vec<Stored>,
    /// The keys with files that intake did not write or cannot reach, and why.
    pub unreadable: Vec<(String, Error)>,
}

impl Entry {
    fn add(&mut self, file: FoundFile, name: &str, folder: Option<String>) {
        match (folder, name) {
            (Some(folder), _) => self.folders.entry(folder).or_default().push(file),
            (None, HANDLED) => self.is_handled = true,
            (None, ERASED) => self.is_erased = true,
            (None, ANNOUNCED) => self.ended = Some(Announcement::Delivered),
            (None, GIVEN_UP) => self.ended = Some(Announcement::GivenUp),
            (None, WAITING) => self.is_waiting = true,
            (None, name) => {
                let found = Kind::of(name).map(|(attempt, kind)| (attempt, kind, file.modified_unix));
                self.newest = self.newest.max(found);
                self.claimed.extend(found.filter(|(_, kind, _)| *kind == Kind::Claim).map(|(attempt, ..)| attempt));
            }
        }
    }

    /// Whether an attempt wrote the files in a folder; in one of version 0.1, which has no number, always.
    pub fn has_written(&self, folder: &str) -> bool {
        attempt_of(folder).is_none_or(|attempt| self.claimed.contains(&attempt))
    }
}

impl Stored {
    /// What happened to it.
    pub fn state(&self) -> State {
        match (self.entry.is_erased, self.entry.is_handled) {
            (true, _) => State::Erased,
            (false, true) => State::Handled,
            (false, false) => State::New,
        }
    }

    /// What became of its announcement; `None` when there is none to make.
    pub fn announcement(&self) -> Option<Announcement> {
        let waiting = (self.entry.is_waiting && !self.entry.is_erased).then_some(Announcement::Waiting);
        self.entry.ended.or(waiting)
    }

    /// The files of the application.
    pub fn files(&self) -> &[FoundFile] {
        self.entry.folders.get(&self.receipt.folder).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Store {
    /// The files under all keys.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn inventory(&self) -> Result<Vec<Entry>, Error> {
        Ok(by_key(self.objects.everything().await?))
    }

    /// The files under one key; `None` when there are none.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn entry(&self, key: &str) -> Result<Option<Entry>, Error> {
        let mut all = Listing::default();
        for folder in [format!("keys/{key}"), format!("applications/{key}"), key.to_owned()] {
            let found = self.objects.found_below(&folder).await?;
            all.files.extend(found.files);
            all.unreadable.extend(found.unreadable);
            all.links.extend(found.links);
        }
        let outbox = self.objects.files_below("outbox").await?;
        all.files.extend(outbox.into_iter().filter(|file| key_of(&file.name).as_deref() == Some(key)));
        Ok(by_key(all).pop())
    }

    /// What has become of the attempts under a key.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write or cannot read.
    pub async fn standing(&self, entry: &Entry) -> Result<Standing, Error> {
        // What is left could look like files of no attempt, which are removed.
        if let Some(reason) = &entry.unreadable {
            return Err(failed(reason));
        }
        let key = Key::new(&self.objects, &entry.key);
        Ok(match entry.newest {
            None => key.stored_by_old_version().await?.map_or(Standing::Unclaimed, Standing::Stored),
            Some((attempt, Kind::Claim | Kind::Lease, seen_at_unix)) => Standing::Open { attempt, seen_at_unix },
            Some((attempt, Kind::Outcome, _)) => match key.outcome(attempt).await? {
                Some(Outcome::Stored(receipt)) => Standing::Stored(receipt),
                Some(Outcome::Abandoned) | None => Standing::Abandoned(attempt),
            },
        })
    }

    /// What the store has under all keys, and besides.
    ///
    /// # Errors
    /// When the store cannot be listed.
    pub async fn survey(&self) -> Result<Survey, Error> {
        let found = self.objects.everything().await?;
        let foreign = found.files.iter().filter_map(|file| foreign_part(&file.name)).collect();
        Ok(Survey { standings: self.standings_of(by_key(found)).await, foreign })
    }

    /// What has become of the attempts under these keys.
    pub(super) async fn standings_of(&self, entries: Vec<Entry>) -> Vec<(Entry, Result<Standing, Error>)> {
        let read = |entry: Entry| async move {
            let standing = self.standing(&entry).await;
            (entry, standing)
        };
        stream::iter(entries).map(read).buffered(READ_AT_ONCE).collect().await
    }

    /// All stored applications.
    ///
    /// # Errors
    /// When the store cannot be listed.
    pub async fn applications(&self) -> Result<Applications, Error> {
        self.applications_of(|_| true).await
    }

    /// The stored applications of the keys that are meant; the receipts of others are not read.
    ///
    /// # Errors
    /// When the store cannot be listed.
    pub async fn applications_of(&self, is_meant: impl Fn(&Entry) -> bool) -> Result<Applications, Error> {
        let mut all = Applications { stored: Vec::new(), unreadable: Vec::new() };
        let mut entries = self.inventory().await?;
        entries.retain(is_meant);
        for (entry, standing) in self.standings_of(entries).await {
            match standing {
                Ok(Standing::Stored(receipt)) => all.stored.push(Stored { entry, receipt }),
                Ok(_) => {}
                Err(error) => all.unreadable.push((entry.key, error)),
            }
        }
        all.stored.sort_by_key(|stored| stored.receipt.stored_at_unix);
        Ok(all)
    }
}

/// What was found in the store, by the keys that it belongs to.
pub(super) fn by_key(found: Listing) -> Vec<Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for file in found.files {
        let path = file.name.clone();
        let (key, folder, name) = match role(&path) {
            Role::Fact { key, name } => (key.to_owned(), None, name),
            Role::Content { key, folder } => (key.to_owned(), Some(folder), ""),
            Role::Waiting(key) => (key, None, WAITING),
            Role::Old(key) => (key.to_owned(), None, ""),
            Role::Other | Role::Remnant | Role::Foreign => continue,
        };
        entry_of(&mut entries, key).add(file, name, folder);
    }
    for (path, reason) in found.unreadable {
        if let Some(key) = key_of(&path) {
            entry_of(&mut entries, key).unreadable.get_or_insert(format!("{path}: {reason}"));
        }
    }
    for path in found.links {
        if let Some(key) = key_of(&path) {
            entry_of(&mut entries, key).link.get_or_insert(path);
        }
    }
    entries.into_values().collect()
}

fn entry_of(entries: &mut BTreeMap<String, Entry>, key: String) -> &mut Entry {
    let entry = entries.entry(key.clone()).or_default();
    entry.key = key;
    entry
}
