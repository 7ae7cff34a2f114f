//! A copy of an identity document that is not covered yet, and whose it is.

use super::host::Photo;
use crate::domain::redaction::RawScan;
use crate::domain::rules::Place;

/// A place, tied to the representative who was in its row when it was made.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    pub(super) place: Place,
    /// Identifies the representative; `None` for a question that is asked once.
    pub(super) person: Option<u32>,
}

/// A copy that is not covered yet.
pub struct PendingScan {
    /// The copy.
    pub raw: RawScan<Photo>,
    /// The document that it is a copy of.
    pub anchor: Anchor,
    /// Id of the file that it replaces; empty for none.
    pub replaced: String,
}

impl PendingScan {
    /// The id of its photo.
    pub fn id(&self) -> &str {
        &self.raw.image().id
    }
}
