//! Which applications are still to be announced: one file in `outbox/` for each.
//!
//! It is written before its application counts as stored, so that no announcement is forgotten, and removed when the
//! announcement has ended. It belongs to one attempt to store, because another may succeed.

use object_store::Error;
use serde::{Deserialize, Serialize};

use super::notes::{ANNOUNCED, Announced, GIVEN_UP, GivenUp};
use super::{Found, Receipt, Store};
use crate::clock;

/// An announcement that may have to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The id of the application.
    pub key: String,
    attempt: u32,
}

/// How often an announcement was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tries {
    /// How many tries have begun.
    pub count: u32,
    /// When the next one is due, in seconds since 1970. While one is under way, this keeps other machines from trying.
    pub due_at_unix: u64,
}

/// Whether an application can be announced.
#[derive(Debug)]
pub enum Announceable {
    /// It is being stored.
    NotYet,
    /// It is stored.
    Now(Receipt),
    /// It was not stored, is erased, or its announcement has ended.
    Never,
}

impl Waiting {
    /// The announcement of what an attempt writes in this folder.
    pub(super) fn of_folder(folder: &str) -> Option<Self> {
        let (key, attempt) = folder.strip_prefix("applications/")?.split_once('/')?;
        Some(Self { key: key.to_owned(), attempt: attempt.parse().ok()? })
    }

    /// The announcement with this file, from its name below `outbox`.
    pub(super) fn of_file(name: &str) -> Option<Self> {
        let (key, attempt) = name.strip_suffix(".json")?.split_once('.')?;
        Some(Self { key: key.to_owned(), attempt: attempt.parse().ok()? })
    }

    /// The name of its file.
    pub fn file(&self) -> String {
        format!("outbox/{}.{}.json", self.key, self.attempt)
    }

    fn is_of(&self, receipt: &Receipt) -> bool {
        Self::of_folder(&receipt.folder).as_ref() == Some(self)
    }
}

impl Store {
    /// Notes that what is written in a folder is to be announced.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub(super) async fn plan_announcement(&self, folder: &str) -> Result<(), Error> {
        match Waiting::of_folder(folder) {
            Some(waiting) => self.write_tries(&waiting, &Tries::default()).await,
            None => Ok(()),
        }
    }

    /// The announcements that have not ended.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn waiting(&self) -> Result<Vec<Waiting>, Error> {
        let files = self.objects.files_below("outbox").await?;
        Ok(files.iter().filter_map(|file| Waiting::of_file(file.name.strip_prefix("outbox/")?)).collect())
    }

    /// How often an announcement was tried; `None` when it has ended.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn tries(&self, waiting: &Waiting) -> Result<Option<Tries>, Error> {
        self.objects.read(&self.objects.path(&waiting.file())).await
    }

    /// Writes how often an announcement was tried.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn write_tries(&self, waiting: &Waiting, tries: &Tries) -> Result<(), Error> {
        self.objects.write_json(&self.objects.path(&waiting.file()), tries).await
    }

    /// Whether an application can be announced. An attempt to store it whose lease has expired is ended.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn announceable(&self, waiting: &Waiting) -> Result<Announceable, Error> {
        let path = |name: &str| self.objects.path(&format!("keys/{}/{name}", waiting.key));
        let has_ended = self.objects.read_bytes(&path(ANNOUNCED)).await?.is_some()
            || self.objects.read_bytes(&path(GIVEN_UP)).await?.is_some()
            || self.erased(&waiting.key).await?.is_some();
        if has_ended {
            return Ok(Announceable::Never);
        }
        Ok(match self.settle(&waiting.key).await? {
            Found::Stored(receipt) if waiting.is_of(&receipt) => Announceable::Now(receipt),
            Found::Stored(_) | Found::Nothing => Announceable::Never,
            Found::InProgress(_) => Announceable::NotYet,
        })
    }

    /// Notes that an application was announced.
    ///
    /// # Errors
    /// When the store cannot be reached; it may be announced again then.
    pub async fn end_as_announced(&self, waiting: &Waiting, tries: u32) -> Result<(), Error> {
        let note = Announced { announced_at_unix: clock::unix_seconds(), tries };
        self.note(&waiting.key, ANNOUNCED, &note).await?;
        self.drop_announcement(waiting).await
    }

    /// Notes that an application is not announced, and why.
    ///
    /// # Errors
    /// When the store cannot be reached; it may be announced again then.
    pub async fn end_as_given_up(&self, waiting: &Waiting, tries: u32, why: &str) -> Result<(), Error> {
        let note = GivenUp { given_up_at_unix: clock::unix_seconds(), tries, why: why.to_owned() };
        self.note(&waiting.key, GIVEN_UP, &note).await?;
        self.drop_announcement(waiting).await
    }

    /// Removes an announcement.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn drop_announcement(&self, waiting: &Waiting) -> Result<(), Error> {
        self.objects.remove_files(vec![waiting.file()]).await
    }
}
