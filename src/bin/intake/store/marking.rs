//! Marking an application, so that operators see what needs no more work.

use object_store::Error;

use super::Store;
use super::inventory::Stored;
use super::journal::Act;
use super::notes::{HANDLED, Handled};
use crate::clock;

impl Store {
    /// Marks an application as handled, unless it is marked already. Returns how it is marked.
    ///
    /// # Errors
    /// When the store cannot be reached. Doing it again completes what was begun.
    pub async fn mark_handled(&self, stored: &Stored, by: &str) -> Result<Handled, Error> {
        let handled = Handled { by: by.to_owned(), handled_at_unix: clock::unix_seconds() };
        let handled = self.note(&stored.entry.key, HANDLED, &handled).await?;
        let act = Act::Mark {
            key: stored.entry.key.clone(),
            reference: stored.receipt.reference.clone(),
            state: "handled".to_owned(),
            by: handled.by.clone(),
        };
        self.write_journal_once(handled.handled_at_unix, act).await?;
        Ok(handled)
    }
}
