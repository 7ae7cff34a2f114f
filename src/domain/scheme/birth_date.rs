//! Dates of birth, which may be incomplete.

use super::Date;
use super::date::read_parts;
use crate::domain::rules::Rule;

/// Date of birth (*geboortedatum*). Registers and documents write 00 for a day or month that is unknown.
/// Source: Logisch Ontwerp BRP, element 03.10
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthDate {
    last: Date,
    is_day_known: bool,
    is_month_known: bool,
}

impl BirthDate {
    /// Parses a typed day, month and year; the day, or the day and the month, may be zero.
    ///
    /// # Errors
    /// As [`Date::parse_parts`]; `DateIncomplete` when one is empty, the year is zero, or only the month is.
    pub fn parse_parts(day: &str, month: &str, year: &str) -> Result<Self, Rule> {
        let [day, month, year] = read_parts(day, month, year)?;
        let last = match (day, month) {
            (0, 0) => Date::end_of_month(year, 12),
            (0, _) => Date::end_of_month(year, month),
            (_, 0) => return Err(Rule::DateIncomplete),
            _ => Date::of_numbers(year, month, day),
        };
        let last = last.ok_or(Rule::DateImpossible)?;
        Ok(Self { last, is_day_known: day > 0, is_month_known: month > 0 })
    }

    /// The first day that it can be.
    pub fn first(&self) -> Date {
        let month = if self.is_month_known { self.last.month() } else { 1 };
        let day = if self.is_day_known { self.last.day() } else { 1 };
        Date::new(self.last.year(), month, day).unwrap_or(self.last)
    }

    /// The last day that it can be.
    pub const fn last(&self) -> Date {
        self.last
    }

    /// Day of the month; 0 if it is unknown.
    pub const fn day(&self) -> u8 {
        if self.is_day_known { self.last.day() } else { 0 }
    }

    /// Number of the month; 0 if it is unknown.
    pub const fn month(&self) -> u8 {
        if self.is_month_known { self.last.month() } else { 0 }
    }

    /// Year.
    pub const fn year(&self) -> u16 {
        self.last.year()
    }
}
