//! How JSON is read everywhere: a struct only from an object, an enum only from text.
//!
//! The wizard reads everything with [`read`], so that each type is compiled for a single deserializer. For backends,
//! `verdict` also limits what is read and reports where an error is.

mod is_default;
mod progress;
mod strict;
mod watch;

use serde::Deserialize;

pub use progress::{Bounds, Progress, TOO_DEEP, TOO_MANY_ROWS};
pub use strict::Strict;
use watch::Unwatched;

/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;

/// Reads a value from JSON text. Unknown fields are ignored.
///
/// # Errors
/// The first thing that is not JSON or does not fit the type.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict::new(&mut json, &Unwatched))?;
    json.end()?;
    Ok(value)
}
