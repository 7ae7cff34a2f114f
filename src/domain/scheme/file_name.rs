//! Names of files that come from an applicant.

use super::as_str::as_str;
use super::bsn::contains_bsn;
use super::text::is_invisible;
use crate::domain::rules::Rule;

/// Name of an attached file, without a path and without a citizen service number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName(String);

impl FileName {
    /// Longest name, in characters.
    pub const MAX: usize = 100;

    /// Reads a name; spaces around it are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `FileNameShape` for a path, control characters or marks of direction,
    /// `BsnNotAllowed` for what may be a BSN, `TooLong` for more than [`FileName::MAX`] characters.
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

    /// Makes a name that can be sent of any name that a device gives: no path, no hidden characters, short enough,
    /// and with `x` for every digit if it may hold a BSN.
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
