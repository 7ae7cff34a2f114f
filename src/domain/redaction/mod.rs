//! Covering parts of the copy of an identity document. Only a `RedactedScan` can be sent.
//!
//! Everything is geometry in whole numbers, so that the browser only has to draw it.

mod alignment;
mod area;
mod preset;
#[expect(clippy::module_inception, reason = "the module is named after its main type")]
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

/// A part of an identity document that an offer can require to be covered.
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

/// The zones that the offer requires to be covered.
pub fn zones(shielding: &Shielding) -> Vec<Zone> {
    let demanded = [
        (Zone::Photo, shielding.photo),
        (Zone::Nationality, shielding.nationality),
        (Zone::Bsn, shielding.bsn),
        (Zone::Mrz, shielding.mrz),
    ];
    demanded.into_iter().filter(|(_, is_demanded)| *is_demanded).map(|(zone, _)| zone).collect()
}
