//! Stores each application exactly once, in a folder or in an object store.
//!
//! `keys/<id>/` says what happened under a key (see [`key`]), `applications/<id>/<n>/` has what attempt `n` wrote. Only the
//! outcome in `keys/` makes an application count as stored, and it stays when the application is erased. `journal/` has what
//! operators did, `outbox/` what is still to be announced, and `store.json` says which store a folder is.

mod claiming;
pub mod content;
mod erasing;
pub mod existing;
mod files;
pub mod inventory;
pub mod journal;
mod key;
pub mod layout;
mod leases;
mod marker;
mod marking;
mod notes;
mod objects;
pub mod outbox;
mod reference;
pub mod sealing;
pub mod sweeping;

use std::convert::Infallible;
use std::fmt;
use std::path::Path as FolderPath;
use std::time::Duration;

use axum::body::Bytes;
use eherkenning_wizard::domain::scheme::Level;
use object_store::Error;

use crate::clock;
use key::{Heartbeat, Key, Last, Outcome};
use leases::Leases;
use marker::Marker;
use objects::{Objects, explain};
use reference::new_reference;
use sealing::KeyRing;

pub use key::Receipt;

/// How often to try to write that an application is stored.
const STORED_TRIES: u8 = 2;

/// The longest lease that a server can have (`--lease`).
pub const LONGEST_LEASE: Duration = Duration::from_secs(3600);

/// The store of applications.
pub struct Store {
    objects: Objects,
    leases: Leases,
    keys: KeyRing,
    /// Which store a folder was at start; `None` for an object store, and for operators.
    marker: Option<Marker>,
}

/// An application that passed all checks, ready to be stored.
pub struct Submission {
    /// The id of the application, which is also its idempotency key.
    pub id: String,
    /// Identifies the exact bytes of the application and its documents.
    pub fingerprint: String,
    /// The level of assurance.
    pub level: Level,
    /// Whether it is announced when it is stored.
    pub is_announced: bool,
    /// The application, byte for byte.
    pub application: Bytes,
    /// The documents: file name in the store and content.
    pub documents: Vec<(String, Bytes)>,
}

/// What the store has under a key.
#[derive(Debug)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// An application.
    Stored(Receipt),
    /// Another request is storing an application; how long its claim is respected without another heartbeat.
    InProgress(Duration),
}

/// The result of [`Store::save`].
#[derive(Debug)]
pub enum Saved {
    /// Newly stored, under this reference.
    New(String),
    /// Not stored by this request, because of what was found under the key.
    Found(Found),
}

/// Why an application was not stored.
#[derive(Debug)]
pub enum SaveError {
    /// The store failed, and this request has stored nothing.
    NotStored(Error),
    /// The store failed at the last moment: the application may count as stored.
    Unknown(Error),
}

impl From<Error> for SaveError {
    fn from(error: Error) -> Self {
        Self::NotStored(error)
    }
}

/// An attempt that this request makes.
struct Attempt<'a> {
    key: Key<'a>,
    number: u32,
}

impl Store {
    /// Opens a folder, which is created if needed, or the object store at a URL, and tries whether it is suitable. Claims
    /// are respected for one lease after their last heartbeat. Reading or writing a file fails after `timeout`. With keys,
    /// applications are sealed.
    ///
    /// # Errors
    /// Why it cannot be used, as a sentence.
    pub async fn open(location: &str, lease: Duration, timeout: Duration, keys: KeyRing) -> Result<Self, String> {
        let objects = Objects::open(location, timeout)?;
        objects.check_put_if_absent().await?;
        let marker = Marker::of(&objects, keys.seals()).await?;
        Ok(Self { objects, leases: Leases::new(lease), keys, marker })
    }

    /// Opens a store that exists, for an operator. Nothing is written.
    ///
    /// # Errors
    /// Why it cannot be opened, as a sentence.
    pub fn open_existing(location: &str, keys: KeyRing) -> Result<Self, String> {
        let objects = Objects::open_existing(location)?;
        Ok(Self { objects, leases: Leases::new(LONGEST_LEASE), keys, marker: None })
    }

    /// Tries whether the store can be used now.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub async fn check(&self) -> Result<(), String> {
        self.check_marker().await.map_err(|error| format!("{self}: {}", explain(&error)))?;
        self.objects.check_put_if_absent().await
    }

    /// Finds out whether a folder is still the store that it was at start.
    async fn check_marker(&self) -> Result<(), Error> {
        match &self.marker {
            Some(marker) => marker.check(&self.objects).await,
            None => Ok(()),
        }
    }

    /// The folder on this machine, unless applications are in an object store.
    pub fn folder(&self) -> Option<&FolderPath> {
        self.objects.local_folder()
    }

    /// What is under a key, where a claim whose lease has expired counts as nothing.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn find(&self, id: &str) -> Result<Found, Error> {
        self.check_marker().await?;
        Ok(match Key::new(&self.objects, id).last().await? {
            Last::Stored(receipt) => Found::Stored(receipt),
            Last::Next(_) => Found::Nothing,
            Last::Open(_, heartbeat) => self.leases.time_left(&heartbeat).map_or(Found::Nothing, Found::InProgress),
        })
    }

    /// What is under a key. When it is nothing, that is final: an attempt whose lease has expired is ended first, so that
    /// its owner can no longer store anything.
    ///
    /// # Errors
    /// When the store cannot be reached, or has files that intake did not write.
    pub async fn settle(&self, id: &str) -> Result<Found, Error> {
        self.check_marker().await?;
        Ok(match self.next_attempt(&Key::new(&self.objects, id)).await? {
            Ok(_) => Found::Nothing,
            Err(found) => found,
        })
    }

    /// Stores an application, unless one is stored already or another request is storing one.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn save(&self, submission: &Submission) -> Result<Saved, SaveError> {
        self.check_marker().await?;
        let attempt = match self.claim(&submission.id).await? {
            Ok(attempt) => attempt,
            Err(found) => return Ok(Saved::Found(found)),
        };
        tokio::select! {
            saved = self.carry_out(&attempt, submission) => saved,
            never = self.keep_alive(&attempt) => match never {},
        }
    }

    /// Writes an application and ends its attempt.
    async fn carry_out(&self, attempt: &Attempt<'_>, submission: &Submission) -> Result<Saved, SaveError> {
        let folder = attempt.key.folder(attempt.number);
        if let Err(error) = self.write(&folder, submission).await {
            // Without this the key would be blocked until the lease expires.
            self.release(attempt).await;
            return Err(SaveError::NotStored(error));
        }
        let receipt = Receipt {
            reference: new_reference(),
            fingerprint: submission.fingerprint.clone(),
            folder: folder.clone(),
            stored_at_unix: clock::unix_seconds(),
            level: Some(submission.level),
        };
        match finish(attempt, &Outcome::Stored(receipt)).await? {
            Outcome::Stored(receipt) => Ok(Saved::New(receipt.reference)),
            // The store refused the receipt, or took so long that another request ended the attempt.
            Outcome::Abandoned => {
                self.discard(&folder).await;
                Ok(Saved::Found(self.find(&submission.id).await?))
            }
        }
    }

    /// Renews the lease of an attempt until it is dropped.
    async fn keep_alive(&self, attempt: &Attempt<'_>) -> Infallible {
        let mut beat = 0;
        loop {
            tokio::time::sleep(self.leases.beat()).await;
            if let Err(error) = attempt.key.renew(attempt.number, &Heartbeat { beat }).await {
                tracing::warn!(%error, "a lease could not be renewed");
            }
            beat += 1;
        }
    }

    /// Removes what an abandoned attempt wrote: personal data that nobody needs.
    async fn discard(&self, folder: &str) {
        if let Err(error) = self.objects.remove_below(folder).await {
            tracing::warn!(%error, folder, "files of an abandoned attempt were not removed");
        }
    }
}

impl fmt::Display for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.objects.fmt(formatter)
    }
}

/// Ends an attempt as stored, or as abandoned when the store refuses that. Returns how it has ended.
///
/// # Errors
/// When the store does not say how it has ended.
async fn finish(attempt: &Attempt<'_>, stored: &Outcome) -> Result<Outcome, SaveError> {
    for _ in 0..STORED_TRIES {
        match attempt.key.end(attempt.number, stored).await {
            Ok(outcome) => return Ok(outcome),
            Err(error) => tracing::warn!(%error, "an application could not be marked as stored"),
        }
    }
    // A write that failed may still arrive; this one makes it come too late.
    attempt.key.end(attempt.number, &Outcome::Abandoned).await.map_err(SaveError::Unknown)
}
