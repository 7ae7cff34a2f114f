//! Civil dates, without a clock.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::text::{as_digits, compact, is_digits, tidy};
use crate::domain::rules::Rule;

const FIRST_YEAR: u16 = 1800;
const LAST_YEAR: u16 = 2200;
/// The year that documents without an end print.
const NO_END: u16 = 9999;

/// A day of the Gregorian calendar from 1800 to 2200, or in 9999; ISO 8601 on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// This day, if it exists.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_near = (FIRST_YEAR..=LAST_YEAR).contains(&year) || year == NO_END;
        let exists = is_near && day >= 1 && day <= month_length(year, month);
        exists.then_some(Self { year, month, day })
    }

    /// The day in the Netherlands at a Unix time in seconds.
    ///
    /// Summer time runs from the last Sunday of March to the last Sunday of October, and changes at 01:00 UTC.
    /// Source: directive 2000/84/EC
    #[must_use]
    pub fn in_the_netherlands(unix_seconds: i64) -> Self {
        let epoch = Self { year: 1970, month: 1, day: 1 };
        let day_of = |seconds: i64| epoch.add_days(seconds.div_euclid(86_400));
        let year = day_of(unix_seconds).year;
        let last_sunday = |month: u8| {
            let last = Self { year, month, day: 31 }.days_since(&epoch);
            // The first day of 1970 was a Thursday.
            (last - (last + 4).rem_euclid(7)) * 86_400 + 3_600
        };
        let is_summer = (last_sunday(3)..last_sunday(10)).contains(&unix_seconds);
        day_of(unix_seconds.saturating_add(if is_summer { 7_200 } else { 3_600 }))
    }

    /// Parses exactly `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `Required` for empty text; `DateImpossible` for any other text that is not an existing day.
    pub fn parse_iso(text: &str) -> Result<Self, Rule> {
        if text.is_empty() {
            return Err(Rule::Required);
        }
        let part = |range| text.get(range).filter(|part: &&str| is_digits(part, part.len()));
        let is_shaped = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        match (part(0..4), part(5..7), part(8..10)) {
            (Some(year), Some(month), Some(day)) if is_shaped => {
                let [year, month, day] = [year, month, day].map(|part| part.parse().unwrap_or_default());
                Self::of_numbers(year, month, day).ok_or(Rule::DateImpossible)
            }
            _ => Err(Rule::DateImpossible),
        }
    }

    /// Parses a typed day, month and year; the month may be a name, also shortened and in two languages. The year 9999
    /// alone is its last day, which means that there is no end.
    ///
    /// # Errors
    /// `Required` when all are empty; `DateIncomplete` when one is empty or zero; `DateYearShort` for a year of one or two
    /// digits; `DateImpossible` when the day does not exist.
    pub fn parse_parts(day: &str, month: &str, year: &str) -> Result<Self, Rule> {
        if year.trim() == "9999" && [day, month].iter().all(|part| is_unknown(part.trim())) {
            return Self::new(NO_END, 12, 31).ok_or(Rule::DateImpossible);
        }
        let [day, month, year] = read_parts(day, month, year)?;
        match day == 0 || month == 0 {
            true => Err(Rule::DateIncomplete),
            false => Self::of_numbers(year, month, day).ok_or(Rule::DateImpossible),
        }
    }

    /// Parses `YYYY-MM-DD` or `D-M-YYYY`, also with slashes, dots or spaces.
    ///
    /// # Errors
    /// As [`Date::parse_parts`].
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = tidy(input)?;
        let mut parts = typed.split(['-', '/', '.', ' ']);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day), None) if year.len() == 4 => Self::parse_parts(day, month, year),
            (Some(day), Some(month), Some(year), None) => Self::parse_parts(day, month, year),
            _ => Err(Rule::DateImpossible),
        }
    }

    /// Day of the month.
    pub const fn day(&self) -> u8 {
        self.day
    }

    /// Number of the month.
    pub const fn month(&self) -> u8 {
        self.month
    }

    /// Year.
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The number of days from `other` to this day; negative if `other` is later.
    pub fn days_since(&self, other: &Self) -> i64 {
        self.day_number() - other.day_number()
    }

    /// This many months later, or the last day of that month if it is shorter; clamped to 1800–2200.
    #[must_use]
    pub fn plus_months(&self, months: i32) -> Self {
        let count = i64::from(self.year) * 12 + i64::from(self.month) - 1 + i64::from(months);
        let count = count.clamp(i64::from(FIRST_YEAR) * 12, i64::from(LAST_YEAR) * 12 + 11);
        let year = u16::try_from(count / 12).unwrap_or(LAST_YEAR);
        let month = u8::try_from(count % 12 + 1).unwrap_or(1);
        Self { year, month, day: self.day.min(month_length(year, month)) }
    }

    /// This many days later; clamped to 1800–2200.
    #[must_use]
    pub fn add_days(&self, days: i64) -> Self {
        let first = Self { year: FIRST_YEAR, month: 1, day: 1 };
        let last = Self { year: LAST_YEAR, month: 12, day: 31 };
        let wanted = self.day_number().saturating_add(days).clamp(first.day_number(), last.day_number());
        // Find the month first, then add the remaining days.
        let mut start = first.plus_months(i32::try_from((wanted - first.day_number()) / 31).unwrap_or_default());
        while start.plus_months(1).day_number() <= wanted && start.plus_months(1) > start {
            start = start.plus_months(1);
        }
        let left = u8::try_from(wanted - start.day_number()).unwrap_or_default();
        Self { day: start.day.saturating_add(left), ..start }
    }

    /// Age in whole years on a day; zero before birth. In common years 1 March is the birthday of 29 February.
    pub fn age_on(&self, today: &Self) -> u16 {
        let had_birthday = (today.month, today.day) >= (self.month, self.day);
        today.year.saturating_sub(self.year).saturating_sub(u16::from(!had_birthday))
    }

    pub(super) fn of_numbers(year: u16, month: u16, day: u16) -> Option<Self> {
        Self::new(year, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// The last day of a month.
    pub(super) fn end_of_month(year: u16, month: u16) -> Option<Self> {
        let month = month.try_into().ok()?;
        Self::new(year, month, month_length(year, month))
    }

    /// Days since 1 March of the year 0.
    fn day_number(&self) -> i64 {
        // Counting years from March puts the leap day last.
        let month = (i64::from(self.month) + 9) % 12;
        let year = i64::from(self.year) - i64::from(self.month < 3);
        year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + i64::from(self.day) - 1
    }
}

/// A typed day, month and year as numbers; the day and the month may be zero.
///
/// # Errors
/// As [`Date::parse_parts`], but whether the day exists is not checked.
pub(super) fn read_parts(day: &str, month: &str, year: &str) -> Result<[u16; 3], Rule> {
    let [day, month, year] = [day, month, year].map(|part| compact(part, &[]).unwrap_or_default());
    let parts = [&day, &month, &year];
    if parts.iter().all(|part| part.is_empty()) {
        return Err(Rule::Required);
    }
    // Such as 28-2-85 in one box.
    let is_whole = |part: &&String| part.split(['-', '/', '.']).count() == 3;
    let year_digits = as_digits(&year);
    if is_digits(&year_digits, 1) || is_digits(&year_digits, 2) || parts.iter().any(is_whole) {
        return Err(Rule::DateYearShort);
    }
    if parts.iter().any(|part| part.is_empty()) || year.bytes().all(|byte| byte == b'0') {
        return Err(Rule::DateIncomplete);
    }
    let is_year = is_digits(&year_digits, 4);
    let number = |part: &str| {
        let digits = if is_unknown(part) { "0".to_owned() } else { as_digits(part) };
        digits.parse().ok().filter(|_| is_digits(&digits, 1) || is_digits(&digits, 2))
    };
    match (number(&day), number(&month).or_else(|| month_named(&month)), year_digits.parse()) {
        (Some(day), Some(month), Ok(year)) if is_year => Ok([day, month, year]),
        _ => Err(Rule::DateImpossible),
    }
}

/// Whether a day or month is empty, or unknown: 00 in registers, XX in the machine-readable zone.
fn is_unknown(part: &str) -> bool {
    matches!(part, "" | "0" | "00") || part.eq_ignore_ascii_case("XX")
}

/// The number of a month with this name in Dutch or English, or with a name that begins so; also in both, as documents
/// print it: FEB/FEB.
fn month_named(text: &str) -> Option<u16> {
    let mut months = text.split('/').map(month_in_one_language);
    let month = months.next()?;
    month.filter(|_| months.all(|other| other == month))
}

fn month_in_one_language(text: &str) -> Option<u16> {
    let typed = text.trim_end_matches('.').to_ascii_lowercase();
    let is_start = |name: &str| typed.len() >= 3 && name.starts_with(&typed);
    let before = MONTHS.iter().position(|names| names.split(' ').any(is_start))?;
    u16::try_from(before + 1).ok()
}

const MONTHS: [&str; 12] = [
    "januari january",
    "februari february",
    "maart march mrt",
    "april",
    "mei may",
    "juni june",
    "juli july",
    "augustus august",
    "september",
    "oktober october",
    "november",
    "december",
];

const fn month_length(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse_iso(&text).map_err(|_| de::Error::custom("no date"))
    }
}
