//! How the wizard and the verdict read JSON: a struct only from an object, an enum only from text.
//!
//! The wizard reads everything with [`read`], so that each type is compiled for a single deserializer; what has many fields
//! is read as [`Json`], and then field by field, which takes less code. `verdict` adds a [`Watch`] that limits what is read
//! and knows where an error is.

mod json;
mod strict;
mod watch;

use serde::Deserialize;

pub(crate) use json::fields;
pub use json::{FromJson, Json, Misfit};
pub use strict::Strict;
use watch::Unwatched;
pub use watch::Watch;

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
