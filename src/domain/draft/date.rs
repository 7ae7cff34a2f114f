//! A date as typed in three boxes.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::scheme::{BirthDate, Date, is_dash};

/// Day, month and year as typed.
///
/// On the wire, an empty date is `null`, text in the format of a date is `"1990-02-28"`, and anything else is an
/// object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateDraft {
    /// Day of the month.
    pub day: String,
    /// Number of the month.
    pub month: String,
    /// Year.
    pub year: String,
}

impl DateDraft {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.day.is_empty() && self.month.is_empty() && self.year.is_empty()
    }

    /// Splits a whole date as people write and paste it: `28-02-1985`, `28 februari 1985`, `28 FEB/FEB 1985`,
    /// `28feb1985`, `1985/2/28`, `28021985`. `None` for any other text, or while the year does not have four digits.
    pub fn whole(text: &str) -> Option<Self> {
        let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let shorten = |part: &str| part.strip_prefix('0').unwrap_or(part).to_owned();
        let is_word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_separator = |c: char| is_dash(c) || matches!(c, '/' | '.') || c.is_whitespace();
        // A sign is no separator.
        let mut parts = text.split(is_separator).filter(|part| !part.is_empty() && !text.starts_with(is_dash));
        let (first, mut next) = (parts.next()?, || parts.next());
        let (year, month, day) = match (first, next(), next(), next(), next()) {
            (year, Some(month), Some(day), None, _) if is_year(year) => (year, month, day),
            (day, Some(month), Some(year), None, _) if is_year(year) => (year, month, day),
            (day, Some(month), Some(other), Some(year), None) if is_year(year) && is_word(month) && is_word(other) => {
                let month = [month, "/", other].concat();
                return (day.len() < 3).then(|| Self { day: shorten(day), month, year: year.to_owned() });
            }
            (digits, None, ..) if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                let (start, end) = digits.split_at_checked(4).filter(|(start, end)| is_year(start) && is_year(end))?;
                // No month has a number above 12, so the year is where the century is.
                let is_year_last = matches!(end.get(..2)?, "18" | "19" | "20" | "21" | "22" | "99");
                let (year, rest) = if is_year_last { (end, start) } else { (start, end) };
                let (first, second) = rest.split_at_checked(2)?;
                if is_year_last { (year, second, first) } else { (year, first, second) }
            }
            (joined, None, ..) => {
                let (rest, year) = joined.split_at_checked(joined.len().checked_sub(4)?)?;
                let month = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                let day = rest.strip_suffix(month).filter(|day| is_year(year) && is_word(month) && !day.is_empty())?;
                (year, month, day)
            }
            _ => return None,
        };
        (day.len() < 3).then(|| Self { day: shorten(day), month: shorten(month), year: year.to_owned() })
    }

    fn iso(&self) -> Option<String> {
        let fits = |text: &str, longest: usize| {
            !text.is_empty() && text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        // Where a zero was typed, it comes back.
        let fits_two = |text: &str| fits(text, 2) && !(text.len() == 2 && text.starts_with('0'));
        let is_plain = fits_two(&self.day) && fits_two(&self.month) && fits(&self.year, 4) && self.year.len() == 4;
        is_plain.then(|| format!("{}-{:0>2}-{:0>2}", self.year, self.month, self.day))
    }
}

impl From<&Date> for DateDraft {
    fn from(date: &Date) -> Self {
        Self { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }
}

impl From<&BirthDate> for DateDraft {
    fn from(date: &BirthDate) -> Self {
        Self { day: date.day().to_string(), month: date.month().to_string(), year: date.year().to_string() }
    }
}

impl From<&str> for DateDraft {
    /// Splits a date; any other text goes where the rules refuse it.
    fn from(text: &str) -> Self {
        let mut parts = text.splitn(3, '-');
        let of_iso = || {
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            Some(Self { day: day.to_owned(), month: month.to_owned(), year: year.to_owned() })
        };
        let other = || Self { year: text.to_owned(), ..Self::default() };
        Self::whole(text).or_else(of_iso).unwrap_or_else(other)
    }
}

/// The three parts as an object: the JSON of a [`DateDraft`] that is not a date.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Parts {
    day: String,
    month: String,
    year: String,
}

impl Serialize for DateDraft {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_empty() {
            return serializer.serialize_none();
        }
        match self.iso() {
            Some(iso) => serializer.serialize_str(&iso),
            None => {
                let Self { day, month, year } = self.clone();
                Parts { day, month, year }.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for DateDraft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateVisitor)
    }
}

struct DateVisitor;

impl<'de> Visitor<'de> for DateVisitor {
    type Value = DateDraft;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date such as \"1990-02-28\", an object with day, month and year, or null")
    }

    fn visit_unit<E>(self) -> Result<DateDraft, E> {
        Ok(DateDraft::default())
    }

    fn visit_str<E>(self, text: &str) -> Result<DateDraft, E> {
        Ok(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DateDraft, A::Error> {
        let Parts { day, month, year } = Parts::deserialize(MapAccessDeserializer::new(map))?;
        Ok(DateDraft { day, month, year })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for DateDraft {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let part = schemars::json_schema!({ "type": "string" });
        schemars::json_schema!({
            "description": "A day, such as \"1990-02-28\"; as an object what was typed, which may be no day.",
            "type": ["string", "object", "null"],
            "properties": { "day": part, "month": part, "year": part },
            "default": null
        })
    }
}
