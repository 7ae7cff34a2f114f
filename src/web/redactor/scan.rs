//! Copies waiting to be covered.

use leptos::prelude::*;

use crate::domain::redaction::RawScan;
use crate::web::wizard::{Photo, Wizard};

/// A copy that is not covered yet.
pub struct PendingScan {
    /// The copy.
    pub raw: RawScan<Photo>,
    /// Id of the document that it replaces; empty for none.
    pub replaced: String,
}

impl PendingScan {
    /// The id of its photo.
    pub fn id(&self) -> String {
        self.raw.image().id.clone()
    }
}

/// The waiting copies; the first one is in the redactor.
pub type PendingScans = RwSignal<Vec<PendingScan>>;

/// Releases all copies that are not covered.
pub fn release_all(wizard: Wizard, scans: PendingScans) {
    let ids = scans.try_with_untracked(|scans| scans.iter().map(PendingScan::id).collect::<Vec<_>>());
    ids.unwrap_or_default().iter().for_each(|id| wizard.host().release(id));
}
