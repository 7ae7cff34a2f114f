//! JSON as all of the code reads it: within bounds, a struct only from an object, an enum only from text.
//!
//! The wizard reads everything through [`read`], so that each type is compiled for one deserializer. That also leaves out
//! the code by which serde_json reads a struct from a list, a third of what reading weighs.

mod progress;
mod strict;

use serde::Deserialize;

pub use progress::{Bounds, Progress, TOO_DEEP, TOO_MANY_ROWS};
pub use strict::Strict;

/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;

/// Reads any of our types from a whole text. Unknown fields are passed over.
///
/// # Errors
/// The first thing that is no JSON, or not what the type is read from.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, serde_json::Error> {
    let bounds = Bounds { levels: MAX_DEPTH, rows: usize::MAX, unknown_fields: 0, notes_defaults: false };
    let (mut json, progress) = (serde_json::Deserializer::from_str(text), Progress::new(bounds));
    let value = T::deserialize(Strict::new(&mut json, &progress))?;
    json.end()?;
    Ok(value)
}
