//! The current time and date.

use std::time::{SystemTime, UNIX_EPOCH};

use eherkenning_wizard::domain::scheme::Date;

/// Seconds since 1970, in UTC.
pub fn unix_seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default()
}

/// Today in the Netherlands, whatever the time zone of this machine.
pub fn today() -> Date {
    Date::in_the_netherlands(i64::try_from(unix_seconds()).unwrap_or_default())
}

/// Parses a day given on the command line.
pub fn parse_day(text: &str) -> Result<Date, &'static str> {
    Date::parse_iso(text).map_err(|_| "expected a day as YYYY-MM-DD")
}
