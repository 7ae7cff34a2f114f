//! Texts that may be left out.

use crate::domain::rules::{Issues, Place, Rule};

/// Reads a text that may be left out: `None` when nothing was typed.
pub(super) fn optional<T>(
    issues: &mut Issues,
    place: impl Into<Place>,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, Rule>,
) -> Option<T> {
    if text.trim().is_empty() { None } else { issues.keep(place, parse(text)) }
}
