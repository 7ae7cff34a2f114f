//! Erasing: removes every personal byte of an application, and keeps its key, its fingerprint and its receipt.
//!
//! A later question is still answered with the reference, and the same application is never stored a second time.

use object_store::Error;

use super::Store;
use super::inventory::{Entry, Stored};
use super::journal::Act;
use super::notes::{ERASED, Erased};
use super::objects::failed;
use crate::clock;

impl Store {
    /// Erases an application. Doing it again completes what was begun, with the first reason.
    ///
    /// # Errors
    /// When a part of it is a link, and when the store cannot be reached; some files may be left then.
    pub async fn erase(&self, stored: &Stored, why: &str) -> Result<Erased, Error> {
        refuse_link(&stored.entry)?;
        let key = &stored.entry.key;
        let erased = Erased { why: why.to_owned(), erased_at_unix: clock::unix_seconds() };
        let erased = self.note(key, ERASED, &erased).await?;
        let reference = stored.receipt.reference.clone();
        let act = Act::Erase { key: key.clone(), reference, why: erased.why.clone() };
        // Before anything is removed: an erasure that the journal lacks would be lost when a backup is restored.
        self.write_journal_once(erased.erased_at_unix, act).await?;
        self.remove_content(&stored.entry).await?;
        Ok(erased)
    }

    /// Removes what all attempts under a key wrote; none of them may be open.
    ///
    /// # Errors
    /// When the store cannot be reached; some files may be left.
    pub async fn remove_content(&self, entry: &Entry) -> Result<(), Error> {
        self.objects.remove_below(&format!("applications/{}", entry.key)).await?;
        // Version 0.1 had receipt and application in one folder.
        let old = entry.folders.get(&entry.key).into_iter().flatten();
        self.objects.remove_files(old.map(|file| file.name.clone()).collect()).await
    }
}

/// Refuses to remove what is under a key when a part of it is a link: what that leads to would stay.
///
/// # Errors
/// Which part, and what to do, as a sentence.
pub fn refuse_link(entry: &Entry) -> Result<(), Error> {
    let Some(link) = &entry.link else { return Ok(()) };
    Err(failed(&format!("{link} is a link: remove what it leads to yourself, and the link")))
}
