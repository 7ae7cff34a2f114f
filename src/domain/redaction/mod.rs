//! Covering parts of the copy of an identity document. Only a `RedactedScan` can be sent.
//!
//! What the applicant confirms holds for one [`Layout`]: any change of the frame or a mask clears every confirmation, and a copy
//! is only drawn in a [`ConfirmedLayout`].
//!
//! Everything is geometry in whole numbers, so that the browser only has to draw it.

mod alignment;
mod area;
mod layout;
mod legibility;
mod mask;
mod preset;
#[expect(clippy::module_inception, reason = "the module is named after its main type")]
mod redaction;
mod scan;
mod watermark;
mod zone;

pub use alignment::{Alignment, Drawing, MAX_TILT_DEGREES};
pub use area::Area;
pub use layout::{ConfirmedLayout, Layout};
pub use legibility::{Flaw, TILE, TILES, flaws};
pub use mask::Mask;
pub use preset::Preset;
pub use redaction::Redaction;
pub use scan::{RawScan, RedactedScan};
pub use watermark::{SLANT, Watermark};
pub use zone::{Zone, zones};
