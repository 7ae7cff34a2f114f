//! Covering parts of the copy of an identity document. Only a `RedactedScan` can be sent.
//!
//! Everything is geometry in whole numbers, so that the browser only has to draw it.

mod alignment;
mod area;
mod legibility;
mod preset;
#[expect(clippy::module_inception, reason = "the module is named after its main type")]
mod redaction;
mod scan;
mod watermark;
mod zone;

pub use alignment::{Alignment, Drawing, MAX_TILT_DEGREES};
pub use area::Area;
pub use legibility::{Flaw, TILE, TILES, flaws};
pub use preset::Preset;
pub use redaction::{Mask, Redaction};
pub use scan::{RawScan, RedactedScan};
pub use watermark::{SLANT, Watermark};
pub use zone::{Zone, zones};
