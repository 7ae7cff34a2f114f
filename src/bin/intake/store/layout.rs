//! What lies where in the store: which file belongs to which key, and what is not ours.

use eherkenning_wizard::domain::scheme::Uuid;

use super::key::Kind;
use super::marker::MARKER;
use super::notes::{ANNOUNCED, ERASED, GIVEN_UP, HANDLED};
use super::objects::TRIAL;
use super::outbox::Waiting;
use super::sealing::{DATA_KEY, SEALED};

/// The folder of the journal.
pub const JOURNAL: &str = "journal";

/// The name of the file with the application.
pub const APPLICATION: &str = "application.json";

/// What a file is, by its path in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    /// Says what happened under a key: an attempt, or a note.
    Fact {
        /// The key.
        key: &'a str,
        /// The name of the file.
        name: &'a str,
    },
    /// Lies where an attempt wrote an application.
    Content {
        /// The key.
        key: &'a str,
        /// The folder of the attempt.
        folder: String,
    },
    /// An announcement that is still to be made.
    Waiting(String),
    /// The receipt or the claim of version 0.1, which had no folder for them.
    Old(&'a str),
    /// The marker; of the journal, or of a trial of the store.
    Other,
    /// What is left of a write that was cut off, outside of an application.
    Remnant,
    /// Not ours.
    Foreign,
}

/// What a file is.
pub fn role(path: &str) -> Role<'_> {
    let written = without_number(path);
    if written != path && !matches!(role(written), Role::Foreign | Role::Content { .. }) {
        return Role::Remnant;
    }
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["keys", key, name] if is_key(key) && is_fact(name) => Role::Fact { key, name },
        ["applications", key, attempt, _, ..] if is_key(key) && is_number(attempt) => {
            Role::Content { key, folder: format!("applications/{key}/{attempt}") }
        }
        ["outbox", name] => announced_key(name).map_or(Role::Foreign, Role::Waiting),
        [JOURNAL, _] | [MARKER] => Role::Other,
        [name] if name.starts_with(TRIAL) => Role::Other,
        [key, "receipt.json" | "claim.json"] if is_key(key) => Role::Old(key),
        [key, _, ..] if is_key(key) => Role::Content { key, folder: (*key).to_owned() },
        _ => Role::Foreign,
    }
}

/// The part of a path that is not ours: a file, or the folder in which it is. `None` when all of it is ours, or of the file
/// system.
pub fn foreign_part(path: &str) -> Option<String> {
    if path.starts_with('.') || path.split('/').next() == Some("lost+found") {
        return None;
    }
    let is_foreign = match role(path) {
        Role::Foreign => true,
        Role::Content { folder, .. } => !is_content(within(without_number(path), &folder)),
        _ => false,
    };
    if !is_foreign {
        return None;
    }
    let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
    let mut parts = ends.filter_map(|end| path.get(..end));
    parts.find(|part| !is_folder(part)).map(str::to_owned)
}

/// Whether there is nothing of ours below a path.
pub fn is_foreign(path: &str) -> bool {
    !is_folder(path) && role(path) == Role::Foreign
}

/// Whether a path is one of our folders.
pub fn is_folder(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["keys" | "applications" | "outbox" | JOURNAL] => true,
        [key] | ["keys" | "applications", key] | [key, "documents"] => is_key(key),
        ["applications", key, attempt] | ["applications", key, attempt, "documents"] => {
            is_key(key) && is_number(attempt)
        }
        _ => false,
    }
}

/// Whether a path is what erasing removes, or in it: the folder of an application, in version 0.1 named after the key alone.
pub fn is_of_application(path: &str) -> bool {
    let path = path.strip_prefix("applications/").unwrap_or(path);
    path.split('/').next().is_some_and(is_key)
}

/// The key that a path belongs to.
pub fn key_of(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["outbox", name] => announced_key(name),
        ["keys" | "applications", key, ..] | [key, ..] => Some((*key).to_owned()).filter(|key| is_key(key)),
        [] => None,
    }
}

/// The number of the attempt that writes in a folder; a folder of version 0.1 has none.
pub fn attempt_of(folder: &str) -> Option<u32> {
    folder.rsplit_once('/').and_then(|(_, number)| number.parse().ok())
}

/// Whether a file is what is left of a write that was cut off: of `1.claim.json` that is `1.claim.json#1`.
pub fn is_remnant(path: &str) -> bool {
    let written = without_number(path);
    match role(path) {
        Role::Remnant => true,
        Role::Content { folder, .. } => written != path && is_content(within(written, &folder)),
        _ => false,
    }
}

/// Whether a file is a document, and not what is left of a write that was cut off.
pub fn is_document(name: &str) -> bool {
    !name.contains('#') && !name.starts_with('.')
}

/// Whether an attempt writes a file with this name in its folder.
fn is_content(name: &str) -> bool {
    let plain = name.strip_suffix(SEALED).unwrap_or(name);
    let document = plain.strip_prefix("documents/");
    name == DATA_KEY || plain == APPLICATION || document.is_some_and(|name| is_document(name) && !name.contains('/'))
}

/// The name of a file in a folder.
fn within<'a>(path: &'a str, folder: &str) -> &'a str {
    path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/')
}

/// A path without the number that a file has while it is written.
fn without_number(path: &str) -> &str {
    path.rsplit_once('#').filter(|(_, number)| is_number(number)).map_or(path, |(written, _)| written)
}

fn is_number(text: &str) -> bool {
    text.parse::<u32>().is_ok()
}

/// Whether a file says what happened under a key.
fn is_fact(name: &str) -> bool {
    matches!(name, HANDLED | ERASED | ANNOUNCED | GIVEN_UP) || Kind::of(name).is_some()
}

/// The key whose announcement is still to be made, from the name of its file.
fn announced_key(name: &str) -> Option<String> {
    Waiting::of_file(name).map(|waiting| waiting.key).filter(|key| is_key(key))
}

fn is_key(text: &str) -> bool {
    Uuid::parse(text).is_ok()
}
