//! What a verdict keeps track of while it reads: limits, the place of an error, and unknown fields.

use std::cell::{Cell, RefCell};

use serde::de::{Deserialize, Deserializer, Error};

use super::is_default::IsDefault;
use crate::domain::wire::{Strict, Watch};

/// The error message for input nested deeper than [`Bounds::levels`].
pub const TOO_DEEP: &str = "nested too deep";

/// The error message for a list of more than [`Bounds::rows`].
pub const TOO_MANY_ROWS: &str = "the list is too long";

/// The limits of what is read.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Maximum nesting of lists and objects.
    pub levels: usize,
    /// Maximum number of rows of a list.
    pub rows: usize,
    /// Maximum number of unknown fields that are reported.
    pub unknown_fields: usize,
    /// Whether to report also those that say no more than their absence: `null`, `false`, an empty text, list or
    /// object.
    pub notes_defaults: bool,
}

/// How far the reading of one text is, and what it found.
#[derive(Debug)]
pub struct Progress {
    bounds: Bounds,
    level: Cell<usize>,
    /// A JSON pointer (RFC 6901) to the current value; after an error it points to where that happened.
    pointer: RefCell<String>,
    unknown_fields: RefCell<Vec<String>>,
}

impl Progress {
    /// Reads within these bounds.
    pub fn new(bounds: Bounds) -> Self {
        Self { bounds, level: Cell::default(), pointer: RefCell::default(), unknown_fields: RefCell::default() }
    }

    /// The current position as a JSON pointer, and pointers to the unknown fields so far.
    pub fn into_pointers(self) -> (String, Vec<String>) {
        (self.pointer.into_inner(), self.unknown_fields.into_inner())
    }
}

impl Watch for Progress {
    fn length(&self) -> usize {
        self.pointer.borrow().len()
    }

    fn enter_field(&self, name: &str) {
        let mut pointer = self.pointer.borrow_mut();
        pointer.push('/');
        for c in name.chars() {
            match c {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                _ => pointer.push(c),
            }
        }
    }

    fn enter_row(&self, row: usize) {
        self.pointer.borrow_mut().extend(["/", &row.to_string()]);
    }

    fn leave(&self, length: usize) {
        self.pointer.borrow_mut().truncate(length);
    }

    fn within<T, E: Error>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let level = self.level.get();
        if level == self.bounds.levels {
            return Err(E::custom(TOO_DEEP));
        }
        self.level.set(level + 1);
        let value = read()?;
        self.level.set(level);
        Ok(value)
    }

    fn check_rows<E: Error>(&self, rows: usize) -> Result<(), E> {
        if rows <= self.bounds.rows { Ok(()) } else { Err(E::custom(TOO_MANY_ROWS)) }
    }

    fn pass_over<'de, D: Deserializer<'de>>(&self, value: D) -> Result<(), D::Error> {
        let IsDefault(is_default) = IsDefault::deserialize(Strict::new(value, self))?;
        let mut fields = self.unknown_fields.borrow_mut();
        if fields.len() < self.bounds.unknown_fields && (self.bounds.notes_defaults || !is_default) {
            fields.push(self.pointer.borrow().clone());
        }
        Ok(())
    }
}
