//! JSON as all of the code reads it: a struct only from an object, an enum only from text.
//!
//! The wizard reads everything through [`read`], so that each type is compiled for one deserializer. For backends
//! `verdict` also bounds what is read, and follows where reading is.

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

/// Reads any of our types from a whole text. Unknown fields are passed over.
///
/// # Errors
/// The first thing that is no JSON, or not what the type is read from.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict::new(&mut json, &Unwatched))?;
    json.end()?;
    Ok(value)
}
