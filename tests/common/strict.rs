//! Reading as backends do, without limits.

use eherkenning_wizard::domain::wire::{Strict, Watch};
use serde::Deserialize;

struct Unwatched;

impl Watch for Unwatched {}

/// Reads a value from JSON text. Unknown fields are ignored.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict::new(&mut json, &Unwatched))?;
    json.end()?;
    Ok(value)
}
