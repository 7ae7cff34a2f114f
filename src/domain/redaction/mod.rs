//! Copies of identity documents: what must be covered on them, and where; only a `RedactedScan` can be sent.
//!
//! All of it is geometry in whole numbers: whoever draws has nothing to decide.

mod alignment;
mod area;
mod legibility;
mod preset;
#[expect(clippy::module_inception, reason = "the room bears the name of its most important thing")]
mod redaction;
mod scan;
mod watermark;
mod zone;

pub use alignment::{Alignment, Drawing, MOST_TILT};
pub use area::Area;
pub use legibility::{Flaw, TILE, TILES, flaws};
pub use preset::Preset;
pub use redaction::{Mask, Redaction};
pub use scan::{RawScan, RedactedScan};
pub use watermark::{SLANT, Watermark};
pub use zone::{Zone, zones};
