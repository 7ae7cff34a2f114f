//! Reads any of our types from JSON, and reports what is wrong and where, without repeating any of the input.

use serde::Deserialize;
use serde_json::error::Category;

use super::limits::{MAX_DEPTH, MAX_ROWS, MAX_UNKNOWN_FIELDS};
use super::progress::{Bounds, Progress, TOO_DEEP, TOO_MANY_ROWS};
use super::{Fault, Input, Unreadable};
use crate::domain::wire::Strict;

/// Reads a whole text, with pointers to the first unknown fields.
///
/// # Errors
/// The first thing that cannot be read.
pub fn read<'de, T: Deserialize<'de>>(of: Input, bytes: &'de [u8]) -> Result<(T, Vec<String>), Unreadable> {
    if bytes.len() > of.max_bytes() {
        return Err(Unreadable::too_large(of, bytes.len()));
    }
    let (mut json, progress) = (serde_json::Deserializer::from_slice(bytes), Progress::new(bounds(of)));
    let value = T::deserialize(Strict::new(&mut json, &progress));
    let value = value.and_then(|value| json.end().map(|()| value));
    let (pointer, unknown_fields) = progress.into_pointers();
    value.map(|value| (value, unknown_fields)).map_err(|error| unreadable(of, pointer, &error))
}

fn bounds(of: Input) -> Bounds {
    let is_catalogue = of == Input::Catalogue;
    let rows = if is_catalogue { usize::MAX } else { MAX_ROWS };
    Bounds { levels: MAX_DEPTH, rows, unknown_fields: MAX_UNKNOWN_FIELDS, notes_defaults: !is_catalogue }
}

fn unreadable(of: Input, mut pointer: String, error: &serde_json::Error) -> Unreadable {
    let message = error.to_string();
    // serde only describes the error in words.
    let (fault, message) = if error.classify() != Category::Data {
        (Fault::Syntax, message)
    } else if let Some(field) = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        pointer.extend(["/", field]);
        (Fault::Missing, "missing field".to_owned())
    } else if message.starts_with("duplicate field `") {
        (Fault::Twice, "duplicate field".to_owned())
    } else if message.starts_with(TOO_DEEP) {
        (Fault::Depth, message)
    } else if message.starts_with(TOO_MANY_ROWS) {
        (Fault::Rows, message)
    } else {
        (Fault::Type, expectation(&message))
    };
    Unreadable::new(of, fault, message).at(pointer)
}

/// What was expected, without the input, which may be personal, and without the line, because the pointer is more
/// precise. For `invalid type: integer `4`, expected a string at line 1 column 8` it is `expected text`.
fn expectation(message: &str) -> String {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let expected = message.rsplit_once("expected ").map_or("something else", |(_, expected)| expected);
    let plain = match expected {
        "a string" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "u8" => "a whole number from 0 to 255",
        "u32" => "a whole number from 0 to 4294967295",
        "u64" | "usize" => "a whole number, 0 or more",
        "i64" => "a whole number",
        _ if expected.starts_with("struct ") => "an object",
        _ => expected,
    };
    format!("expected {plain}")
}
