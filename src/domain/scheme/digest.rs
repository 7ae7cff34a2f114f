//! Digests, UUIDs and timestamps.

use super::Date;
use super::as_str::as_str;
use super::text::{compact, is_digits};
use crate::domain::rules::Rule;

/// SHA-256 digest of a document, or of what is signed: sixty-four hexadecimal digits, lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(String);

impl Sha256 {
    /// Parses a digest; upper case is allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `DocumentDigestShape` unless it is sixty-four hexadecimal digits.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let digest = compact(input, &[])?.to_ascii_lowercase();
        let holds = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        if holds { Ok(Self(digest)) } else { Err(Rule::DocumentDigestShape) }
    }
}

/// Bytes as hexadecimal digits, lower case.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// So many bytes of hexadecimal digits, in either case; `None` for anything else.
pub fn from_hexadecimal<const COUNT: usize>(text: &str) -> Option<[u8; COUNT]> {
    let is_hexadecimal = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let pairs = text.as_bytes().chunks(2).filter(|_| is_hexadecimal);
    let byte = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = pairs.map(byte).collect();
    bytes?.try_into().ok().filter(|_| text.len() == 2 * COUNT)
}

/// Id of an application or document: a UUID, lower case.
/// Source: <https://www.rfc-editor.org/rfc/rfc9562>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid(String);

impl Uuid {
    /// Parses a UUID of any version; upper case is allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `IdShape` unless it is a UUID.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        uuid(input, Rule::IdShape).map(Self)
    }
}

/// A point in time in UTC, such as `2026-11-23T10:15:00Z`.
/// Source: <https://www.rfc-editor.org/rfc/rfc3339>
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    text: String,
    date: Date,
}

impl Moment {
    /// Parses a point in time; fractional seconds are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `TimeShape` unless it is a date and time in UTC.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let text = compact(input, &[])?;
        let (date, time) = text.split_once('T').ok_or(Rule::TimeShape)?;
        let date = Date::parse_iso(date).map_err(|_| Rule::TimeShape)?;
        if !is_time(time) {
            return Err(Rule::TimeShape);
        }
        Ok(Self { text, date })
    }

    /// The point in time as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its date in UTC.
    pub const fn date(&self) -> Date {
        self.date
    }
}

as_str!(Sha256, Uuid);

pub(super) fn uuid(input: &str, rule: Rule) -> Result<String, Rule> {
    let mut text = compact(input, &[])?;
    text.make_ascii_lowercase();
    let fits = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    let holds = text.len() == 36 && text.bytes().enumerate().all(fits);
    if holds { Ok(text) } else { Err(rule) }
}

fn is_time(time: &str) -> bool {
    let Some(time) = time.strip_suffix('Z') else {
        return false;
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let is_fraction = (1..=9).contains(&fraction.len()) && is_digits(fraction, fraction.len());
    let mut parts = time.split(':');
    let mut is_below = |limit| {
        parts.next().is_some_and(|part| is_digits(part, 2) && part.parse().is_ok_and(|number: u8| number < limit))
    };
    is_fraction && is_below(24) && is_below(60) && is_below(60) && parts.next().is_none()
}
