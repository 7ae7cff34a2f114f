//! Optional texts.

use crate::domain::rules::{Issues, Place, Rule};

/// Parses an optional text: `None` when nothing was typed.
pub(super) fn optional<T>(
    issues: &mut Issues,
    place: impl Into<Place>,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, Rule>,
) -> Option<T> {
    if text.trim().is_empty() { None } else { issues.keep(place, parse(text)) }
}

/// The text of an optional value; empty for `None`.
pub(super) fn text_of<T>(value: Option<&T>, text: fn(&T) -> &str) -> String {
    value.map(text).unwrap_or_default().to_owned()
}
