//! The reading of JSON as it goes: its bounds, its place, and the unknown fields so far.

use std::cell::RefCell;

use serde::de::Error;

/// The message of the error for what is nested deeper than [`Bounds::levels`].
pub const TOO_DEEP: &str = "nested too deep";

/// The message of the error for a list of more than [`Bounds::rows`].
pub const TOO_MANY_ROWS: &str = "the list is too long";

/// How much is read.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Levels of lists and objects.
    pub levels: usize,
    /// Rows of each list.
    pub rows: usize,
    /// Unknown fields that are noted.
    pub unknown_fields: usize,
    /// Whether also those are noted that say no more than their absence: `null`, `false`, an empty text, list or object.
    pub notes_defaults: bool,
}

/// How far the reading of one text is, and what it met.
#[derive(Debug)]
pub struct Progress {
    bounds: Bounds,
    steps: RefCell<Vec<Step>>,
    unknown_fields: RefCell<Vec<String>>,
}

/// A step down in JSON.
#[derive(Debug)]
pub enum Step {
    /// Into a field of an object.
    Field(String),
    /// Into a row of a list.
    Row(usize),
}

impl Progress {
    /// Reads within these bounds.
    pub fn new(bounds: Bounds) -> Self {
        Self { bounds, steps: RefCell::default(), unknown_fields: RefCell::default() }
    }

    /// Where reading is, as a JSON pointer (RFC 6901). An error leaves it where it happened.
    pub fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Field(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Row(row) => format!("/{row}"),
        };
        self.steps.borrow().iter().map(step).collect()
    }

    /// Pointers to the unknown fields, in their order.
    pub fn into_unknown_fields(self) -> Vec<String> {
        self.unknown_fields.into_inner()
    }

    /// Goes a step down.
    pub fn enter(&self, step: Step) {
        self.steps.borrow_mut().push(step);
    }

    /// Goes a step up.
    pub fn leave(&self) {
        self.steps.borrow_mut().pop();
    }

    /// Checks that a list or an object may begin here.
    pub fn check_level<E: Error>(&self) -> Result<(), E> {
        if self.steps.borrow().len() < self.bounds.levels { Ok(()) } else { Err(E::custom(TOO_DEEP)) }
    }

    /// Checks that a list may have so many rows.
    pub fn check_rows<E: Error>(&self, rows: usize) -> Result<(), E> {
        if rows <= self.bounds.rows { Ok(()) } else { Err(E::custom(TOO_MANY_ROWS)) }
    }

    /// Notes that there is no field of this name.
    pub fn note_unknown_field(&self, is_default: bool) {
        let mut fields = self.unknown_fields.borrow_mut();
        if fields.len() < self.bounds.unknown_fields && (self.bounds.notes_defaults || !is_default) {
            fields.push(self.pointer());
        }
    }
}
