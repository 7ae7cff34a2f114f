//! A mask over a copy.

use super::{Area, Zone};

/// A rectangle that covers part of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Identifies the mask while it exists; below [`super::Redaction::MAX_MASKS`].
    pub id: usize,
    /// The zone it covers; `None` for a mask that the applicant added.
    pub zone: Option<Zone>,
    /// Where it is.
    pub area: Area,
}
