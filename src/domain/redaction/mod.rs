//! Copies of identity documents: what must be covered on them, and where; only a `RedactedScan` can be sent.
//!
//! All of it is geometry in whole numbers: whoever draws has nothing to decide.

mod alignment;
mod area;
mod preset;
#[expect(clippy::module_inception, reason = "the room bears the name of its most important thing")]
mod redaction;
mod scan;
mod watermark;

pub use alignment::{Alignment, Drawing, MOST_TILT};
pub use area::Area;
pub use preset::Preset;
pub use redaction::{Mask, Redaction};
pub use scan::{RawScan, RedactedScan};
pub use watermark::{SLANT, Watermark};

use crate::domain::catalogue::Shielding;

/// What must be covered on a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The photo.
    Photo,
    /// The nationality.
    Nationality,
    /// The citizen service number (BSN).
    Bsn,
    /// The machine-readable zone.
    Mrz,
}

/// The zones that the offer wants covered.
pub fn zones(shielding: &Shielding) -> Vec<Zone> {
    let demanded = [
        (Zone::Photo, shielding.photo),
        (Zone::Nationality, shielding.nationality),
        (Zone::Bsn, shielding.bsn),
        (Zone::Mrz, shielding.mrz),
    ];
    demanded.into_iter().filter(|(_, is_demanded)| *is_demanded).map(|(zone, _)| zone).collect()
}
