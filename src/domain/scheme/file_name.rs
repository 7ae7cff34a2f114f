//! Names of attached files.

use super::as_str::as_str;
use super::bsn::contains_bsn;
use super::text::is_invisible;
use crate::domain::rules::Rule;

/// Name of an attached file, without a path and without a citizen service number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName(String);

impl FileName {
    /// Maximum length, in characters.
    pub const MAX: usize = 100;

    /// Parses a name; surrounding spaces are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `FileNameShape` for a path, control characters or invisible characters;
    /// `BsnNotAllowed` for a possible BSN; `TooLong` for more than [`FileName::MAX`] characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let name = input.trim();
        match name {
            "" => Err(Rule::Required),
            "." | ".." => Err(Rule::FileNameShape),
            _ if name.chars().any(|c| matches!(c, '/' | '\\') || is_unwanted(c)) => Err(Rule::FileNameShape),
            _ if contains_bsn(name) => Err(Rule::BsnNotAllowed),
            _ if name.chars().count() > Self::MAX => Err(Rule::TooLong),
            _ => Ok(Self(name.to_owned())),
        }
    }

    /// Turns any name from the device into a valid one: removes the path and invisible characters, shortens it, and
    /// replaces every digit by `x` if it may contain a BSN.
    pub fn cleaned(given: &str) -> Self {
        let last = given.trim().rsplit(['/', '\\']).next().unwrap_or_default();
        let seen: String = last.chars().filter(|c| !is_unwanted(*c)).collect();
        let (stem, extension) = match seen.rsplit_once('.') {
            Some((stem, extension)) if extension.len() <= 5 => (stem, seen.get(stem.len()..).unwrap_or_default()),
            _ => (seen.as_str(), ""),
        };
        let mut name: String = stem.chars().take(Self::MAX - 6).collect();
        name.push_str(extension);
        if contains_bsn(&name) {
            name = name.replace(|c: char| c.is_ascii_digit(), "x");
        }
        Self::parse(&name).unwrap_or_else(|_| Self("file".to_owned()))
    }
}

as_str!(FileName);

fn is_unwanted(c: char) -> bool {
    c.is_control() || is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}')
}
