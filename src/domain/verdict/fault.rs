//! Why something that came in cannot be read, and where.

use serde::Serialize;

use super::limits::{MAX_APPLICATION_BYTES, MAX_CATALOGUE_BYTES, MAX_OFFER_BYTES};
use crate::domain::rules::codes;

codes! {
    /// What comes in.
    pub enum Input {
        /// The application.
        Application = "application",
        /// The supplier's offer.
        Offer = "offer",
        /// The service catalogue.
        Catalogue = "catalogue",
        /// The day for which the rules are asked.
        Today = "today",
    }
}

codes! {
    /// Why it cannot be read.
    pub enum Fault {
        /// It is larger than is taken.
        TooLarge = "too_large",
        /// It is no JSON in UTF-8.
        Syntax = "json_syntax",
        /// It is nested deeper than is taken.
        Depth = "json_depth",
        /// Something else stands there than can be read.
        Type = "json_type",
        /// Something must stand there, and nothing does.
        Missing = "json_missing",
        /// The name stands there twice.
        Twice = "json_twice",
        /// The list is longer than is taken.
        Rows = "too_many_rows",
        /// The format is none that is known.
        Format = "format_unknown",
        /// There is no such field.
        Field = "field_unknown",
        /// What stands there is of the right type, but cannot be worked with.
        Value = "value",
        /// It is not a day.
        Date = "date",
        /// It was handed to the WebAssembly module at an address where no buffer stands.
        Buffer = "buffer",
    }
}

impl Input {
    /// The most bytes that are taken.
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::Application => MAX_APPLICATION_BYTES,
            Self::Offer => MAX_OFFER_BYTES,
            Self::Catalogue => MAX_CATALOGUE_BYTES,
            Self::Today => 10,
        }
    }
}

/// Something that came in and cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// What came in.
    #[serde(rename = "in")]
    pub of: Input,
    /// Where in it, as a JSON pointer (RFC 6901); empty for the whole.
    pub pointer: String,
    /// What is wrong, for programs.
    #[serde(rename = "code")]
    pub fault: Fault,
    /// What is wrong, in English, for whoever writes the program.
    pub message: String,
}

impl Unreadable {
    /// The whole of it cannot be read.
    pub fn new(of: Input, fault: Fault, message: impl Into<String>) -> Self {
        Self { of, pointer: String::new(), fault, message: message.into() }
    }

    /// It has so many bytes, which are more than are taken.
    pub fn too_large(of: Input, bytes: usize) -> Self {
        Self::new(of, Fault::TooLarge, format!("{bytes} bytes, of which {} are taken", of.max_bytes()))
    }

    /// The same, at a place.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { of, pointer, message, .. } = self;
        let colon = if pointer.is_empty() { "" } else { ": " };
        write!(formatter, "{}: {pointer}{colon}{message}", of.code())
    }
}

impl std::error::Error for Unreadable {}
