//! Why an input cannot be read, and where.

use serde::Serialize;

use super::limits::{MAX_APPLICATION_BYTES, MAX_CATALOGUE_BYTES, MAX_OFFER_BYTES};
use crate::domain::rules::codes;

codes! {
    /// An input of the rules.
    pub enum Input {
        /// The application.
        Application = "application",
        /// The supplier's offer.
        Offer = "offer",
        /// The service catalogue.
        Catalogue = "catalogue",
        /// The day to check for.
        Today = "today",
    }
}

codes! {
    /// Why an input cannot be read.
    pub enum Fault {
        /// It is too large.
        TooLarge = "too_large",
        /// It is not JSON in UTF-8.
        Syntax = "json_syntax",
        /// It is nested too deep.
        Depth = "json_depth",
        /// The value has the wrong type.
        Type = "json_type",
        /// A required field is missing.
        Missing = "json_missing",
        /// A field is duplicate.
        Twice = "json_twice",
        /// A list is too long.
        Rows = "too_many_rows",
        /// The format is unknown.
        Format = "format_unknown",
        /// A field is unknown.
        Field = "field_unknown",
        /// The value has the right type, but cannot be used.
        Value = "value",
        /// It is not a day.
        Date = "date",
        /// It was passed to the WebAssembly module at an address without a buffer.
        Buffer = "buffer",
    }
}

impl Input {
    /// The size limit, in bytes.
    pub const fn max_bytes(self) -> usize {
        match self {
            Self::Application => MAX_APPLICATION_BYTES,
            Self::Offer => MAX_OFFER_BYTES,
            Self::Catalogue => MAX_CATALOGUE_BYTES,
            Self::Today => 10,
        }
    }
}

/// An input that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unreadable {
    /// The input.
    #[serde(rename = "in")]
    pub of: Input,
    /// Where in it, as a JSON pointer (RFC 6901); empty for the whole.
    pub pointer: String,
    /// What is wrong, for programs.
    #[serde(rename = "code")]
    pub fault: Fault,
    /// What is wrong, in English, for programmers.
    pub message: String,
}

impl Unreadable {
    /// The input as a whole cannot be read.
    pub fn new(of: Input, fault: Fault, message: impl Into<String>) -> Self {
        Self { of, pointer: String::new(), fault, message: message.into() }
    }

    /// The input is too large.
    pub fn too_large(of: Input, bytes: usize) -> Self {
        Self::new(of, Fault::TooLarge, format!("{bytes} bytes, more than the limit of {}", of.max_bytes()))
    }

    /// The same error, at a place in the input.
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
