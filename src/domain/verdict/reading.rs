//! Reads any of our types from JSON, and tells what is wrong, and where, in words that repeat nothing of what came in.

use serde::Deserialize;
use serde_json::error::Category;
use serde_path_to_error::Segment;

use super::bounded::{Bounded, Bounds, TOO_DEEP, TOO_MANY_ROWS};
use super::{Fault, Input, Unreadable};

/// Reads a whole text. `ignore` is told of each field that the type does not know.
///
/// # Errors
/// The first thing that cannot be read.
pub fn read<'de, T: Deserialize<'de>>(
    of: Input,
    bytes: &'de [u8],
    bounds: Bounds,
    ignore: &mut dyn FnMut(&serde_ignored::Path<'_>),
) -> Result<T, Unreadable> {
    if bytes.len() > of.max_bytes() {
        return Err(Unreadable::too_large(of, bytes.len()));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let mut ignore = |path: serde_ignored::Path<'_>| ignore(&path);
    let deserializer = serde_ignored::Deserializer::new(Bounded::new(&mut json, bounds), &mut ignore);
    let value = serde_path_to_error::deserialize(deserializer).map_err(|error| unreadable(of, &error))?;
    json.end().map_err(|error| Unreadable::new(of, Fault::Syntax, error.to_string()))?;
    Ok(value)
}

/// Where a field is that nobody knows, as a JSON pointer.
pub fn pointer_to(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => format!("{}/{index}", pointer_to(parent)),
        Path::Map { parent, key } => format!("{}/{}", pointer_to(parent), escaped(key)),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => pointer_to(parent),
    }
}

fn unreadable(of: Input, error: &serde_path_to_error::Error<serde_json::Error>) -> Unreadable {
    let mut pointer: String = error.path().iter().map(step).collect();
    let message = error.inner().to_string();
    if error.inner().classify() != Category::Data {
        return Unreadable::new(of, Fault::Syntax, message).at(pointer);
    }
    // serde tells what is wrong in words only.
    let (fault, message) = if let Some(field) = field_of(&message, "missing field `") {
        pointer.extend(["/", field]);
        (Fault::Missing, "is missing".to_owned())
    } else if let Some(field) = field_of(&message, "duplicate field `") {
        pointer.extend(["/", field]);
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

fn step(segment: &Segment) -> String {
    match segment {
        Segment::Seq { index } => format!("/{index}"),
        Segment::Map { key } => format!("/{}", escaped(key)),
        Segment::Enum { .. } | Segment::Unknown => String::new(),
    }
}

/// A name as it stands in a JSON pointer (RFC 6901).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The field that a message names after these words.
fn field_of<'a>(message: &'a str, words: &str) -> Option<&'a str> {
    message.strip_prefix(words)?.split('`').next()
}

/// What was expected, without what came in its place, which may be personal, and without the line, as the pointer says
/// more. Of `invalid type: integer `4`, expected a string at line 1 column 8` it is `expected text`.
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
