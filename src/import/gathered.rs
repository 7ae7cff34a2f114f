//! Everything read from a file, before definitions and instances are joined.

use super::bounds::{MAX_ENTRIES, MAX_NAME_BYTES};
use super::definition::Definition;
use super::error::ImportFault;
use super::instance::Instance;
use super::names::Names;
use super::report::SkipReason;
use crate::domain::scheme::{Oin, ServiceUuid};

/// A provider with its definitions and instances.
#[derive(Debug)]
pub(super) struct ReadProvider {
    pub line: usize,
    pub oin: Oin,
    pub names: Names,
    pub definitions: Vec<Definition>,
    pub instances: Vec<Instance>,
}

/// Everything that was read from the file.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub providers: Vec<ReadProvider>,
    /// Skipped definitions: UUID, line and reason.
    pub skipped: Vec<(ServiceUuid, usize, SkipReason)>,
    entries: usize,
    name_bytes: usize,
}

impl Gathered {
    /// Counts one more entry, with the length of its names.
    ///
    /// # Errors
    /// When a limit is exceeded.
    pub fn count(&mut self, name_bytes: usize) -> Result<(), ImportFault> {
        self.entries += 1;
        self.name_bytes += name_bytes;
        if self.entries > MAX_ENTRIES {
            return Err(ImportFault::Entries);
        }
        if self.name_bytes > MAX_NAME_BYTES {
            return Err(ImportFault::Text);
        }
        Ok(())
    }
}
