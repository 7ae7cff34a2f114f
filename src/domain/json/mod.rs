//! JSON as a value, and how our types are read from it and written to it.
//!
//! Types say what they are with `record!` or [`Wire`], so that the code for it stands in the widget once and not once
//! for each type. Only [`Json`] itself meets serde, which can read and write them through it.

mod error;
mod parse;
mod print;
mod record;
mod serde;
mod wire;

use std::borrow::Cow;

pub use error::{JsonError, JsonFault};
pub use parse::{Read, Scanner};
#[cfg(feature = "check")]
pub use record::is_bare;
pub(crate) use record::{record, serde_through_json, wire_names};
pub use wire::{Mode, Reader, Source, Target, Wire, Writer};

/// What stands in a JSON text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number that is not below zero.
    Natural(u64),
    /// A whole number below zero.
    Negative(i64),
    /// Any other number. Nothing of ours is one, so which it is is not kept; it is written as `null`.
    Fraction,
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names and values in their order. A name can stand twice; a [`Reader`] refuses that where it matters.
    Object(Vec<(Cow<'static, str>, Json)>),
}

/// The name at a place among names that are each followed by a space: one text, as a table that points at each name
/// would weigh more than the names.
#[inline(never)]
pub(crate) fn name_at(names: &'static str, place: usize) -> &'static str {
    names.split(' ').nth(place).unwrap_or_default()
}

/// The place of a name among names that are each followed by a space.
#[inline(never)]
pub(crate) fn place_of(names: &str, name: &str) -> Option<usize> {
    // As bytes: among few short names, what finds a sign in a long text takes longer to begin than to find it.
    names.as_bytes().split(|byte| *byte == b' ').position(|known| known == name.as_bytes() && !name.is_empty())
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// When it is no JSON, or nested too deep.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        parse::parse(text)
    }

    /// As text, without spaces; the same to the byte as `serde_json` writes it.
    pub fn print(&self) -> String {
        let mut text = String::new();
        self.print_to(&mut text);
        text
    }

    /// Puts it as text behind another text.
    pub fn print_to(&self, text: &mut String) {
        print::print(self, text);
    }

    /// A text.
    #[inline(never)]
    pub fn of_text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Which of these names it is; a space follows each.
    ///
    /// # Errors
    /// When it is none of them; `what` says of what they are the names.
    #[inline(never)]
    pub fn one_of(self, names: &str, what: &'static str) -> Result<usize, JsonError> {
        let name = self.text()?;
        place_of(names, &name).ok_or_else(|| JsonError::expected(what))
    }

    /// The text.
    ///
    /// # Errors
    /// When it is anything else.
    #[inline(never)]
    pub fn text(self) -> Result<String, JsonError> {
        match self {
            Self::Text(text) => Ok(text),
            _ => Err(JsonError::expected("text")),
        }
    }

    /// The members of a list.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn list(self) -> Result<Vec<Self>, JsonError> {
        match self {
            Self::List(list) => Ok(list),
            _ => Err(JsonError::expected("a list")),
        }
    }

    /// Puts what another holds where this one is blank, field by field.
    pub fn fill(&mut self, other: Self) {
        match (self, other) {
            (Self::Object(own), Self::Object(fields)) => {
                for (name, value) in fields {
                    match own.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, known)) => known.fill(value),
                        None => own.push((name, value)),
                    }
                }
            }
            (own, other) if own.is_blank() => *own = other,
            _ => {}
        }
    }

    /// Whether nothing is answered in it: `null`, an empty text, or a list or object with no more than these.
    fn is_blank(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.iter().all(Self::is_blank),
            Self::Object(fields) => fields.iter().all(|(_, value)| value.is_blank()),
            _ => false,
        }
    }

    /// Whether it says no more than its absence: `null`, `false`, an empty text, list or object.
    pub fn is_bare(&self) -> bool {
        match self {
            Self::Null | Self::Bool(false) => true,
            Self::Bool(true) | Self::Natural(_) | Self::Negative(_) | Self::Fraction => false,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Object(fields) => fields.is_empty(),
        }
    }
}
