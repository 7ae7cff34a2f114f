//! All that is read of a file, before definitions and instances are joined.

use super::bounds::{MOST_ENTRIES, MOST_TEXT};
use super::definition::Definition;
use super::error::ImportFault;
use super::instance::Instance;
use super::names::Names;
use super::report::SkipReason;
use crate::domain::scheme::{Oin, ServiceUuid};

/// A provider with all that was read of it.
#[derive(Debug)]
pub(super) struct ReadProvider {
    pub line: usize,
    pub oin: Oin,
    pub names: Names,
    pub definitions: Vec<Definition>,
    pub instances: Vec<Instance>,
}

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub providers: Vec<ReadProvider>,
    /// Definitions that did not come in: UUID, line and why.
    pub skipped: Vec<(ServiceUuid, usize, SkipReason)>,
    entries: usize,
    text: usize,
}

impl Gathered {
    /// Counts one entry more, with the length of its names.
    ///
    /// # Errors
    /// When there are more than the bounds allow.
    pub fn take(&mut self, text: usize) -> Result<(), ImportFault> {
        self.entries += 1;
        self.text += text;
        if self.entries > MOST_ENTRIES {
            return Err(ImportFault::Entries);
        }
        if self.text > MOST_TEXT {
            return Err(ImportFault::Text);
        }
        Ok(())
    }
}
