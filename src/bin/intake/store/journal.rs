//! What operators did, one file per act: written once, never changed, and without personal data.
//!
//! The names begin with the moment, so they sort by time.

use object_store::Error;
use serde::{Deserialize, Serialize};

use super::Store;
use super::layout::JOURNAL;
use super::objects::failed;
use crate::clock;

/// One line of the journal.
#[derive(Debug, Serialize, Deserialize)]
pub struct Line {
    /// When it was done, in UTC.
    pub at: String,
    /// What was done.
    #[serde(flatten)]
    pub act: Act,
}

/// What an operator did.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// An application was copied out of the store.
    Export {
        /// The id of the application.
        key: String,
        /// The reference of the application.
        reference: String,
    },
    /// An application was marked.
    Mark {
        /// The id of the application.
        key: String,
        /// The reference of the application.
        reference: String,
        /// As what.
        state: String,
        /// The role or the system that did it.
        by: String,
    },
    /// An application was erased.
    Erase {
        /// The id of the application.
        key: String,
        /// The reference of the application.
        reference: String,
        /// The reason.
        why: String,
    },
    /// Old applications were looked for; each that was erased has its own line.
    Sweep {
        /// How old they had to be, such as `30d`.
        older_than: String,
        /// How many were erased.
        erased: usize,
        /// How many could not be erased.
        failed: usize,
    },
}

impl Act {
    /// Tells acts of the same moment apart.
    fn name(&self) -> String {
        match self {
            Self::Export { key, .. } => format!("export-{key}"),
            Self::Mark { key, .. } => format!("mark-{key}"),
            Self::Erase { key, .. } => format!("erase-{key}"),
            Self::Sweep { .. } => "sweep".to_owned(),
        }
    }
}

impl Store {
    /// Adds a line.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub async fn write_journal(&self, act: Act) -> Result<(), Error> {
        let now = clock::unix_seconds();
        let name = format!("{}-{}-{}", clock::compact(now), act.name(), uuid::Uuid::new_v4());
        self.write_line(&name, Line { at: clock::rfc3339(now), act }).await
    }

    /// Adds the line of an act that can be done only once, unless it is there.
    ///
    /// # Errors
    /// When the store cannot be reached.
    pub(super) async fn write_journal_once(&self, at_unix: u64, act: Act) -> Result<(), Error> {
        let name = format!("{}-{}", clock::compact(at_unix), act.name());
        self.write_line(&name, Line { at: clock::rfc3339(at_unix), act }).await
    }

    /// All lines, the oldest first, and the files that cannot be read, with the reason.
    ///
    /// # Errors
    /// When the store cannot be listed.
    pub async fn journal(&self) -> Result<(Vec<Line>, Vec<(String, Error)>), Error> {
        let found = self.objects.found_below(JOURNAL).await?;
        let mut names: Vec<String> = found.files.into_iter().map(|file| file.name).collect();
        names.retain(|name| name.ends_with(".json"));
        names.sort();
        let unreadable = found.unreadable.into_iter().map(|(path, reason)| (path, failed(&reason)));
        let (mut lines, mut unreadable) = (Vec::new(), unreadable.collect::<Vec<_>>());
        for name in names {
            match self.objects.read(&self.objects.path(&name)).await {
                Ok(line) => lines.extend(line),
                Err(error) => unreadable.push((name, error)),
            }
        }
        Ok((lines, unreadable))
    }

    async fn write_line(&self, name: &str, line: Line) -> Result<(), Error> {
        self.objects.write_once(&self.objects.path(&format!("{JOURNAL}/{name}.json")), &line).await.map(|_| ())
    }
}
