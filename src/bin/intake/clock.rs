//! The current time and date.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
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

/// The moment that was this long ago, in seconds since 1970.
pub fn ago(duration: Duration) -> u64 {
    unix_seconds().saturating_sub(duration.as_secs())
}

/// A moment as people and programs read it, such as `2026-11-23T10:15:00Z`.
pub fn rfc3339(unix_seconds: u64) -> String {
    utc(unix_seconds).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment for the name of a file, such as `20261123T101500Z`; names sort by time.
pub fn compact(unix_seconds: u64) -> String {
    utc(unix_seconds).format("%Y%m%dT%H%M%SZ").to_string()
}

/// Parses a moment given on the command line, to seconds since 1970. A day is its first moment in UTC.
pub fn parse_moment(text: &str) -> Result<u64, &'static str> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    let moment = day.map(|day| day.and_utc().timestamp());
    let moment = moment.or_else(|| DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.timestamp()));
    let seconds = moment.and_then(|seconds| u64::try_from(seconds).ok());
    seconds.ok_or("expected a day such as 2026-11-23, or a moment such as 2026-11-23T10:15:00Z")
}

fn utc(unix_seconds: u64) -> DateTime<Utc> {
    let seconds = i64::try_from(unix_seconds).unwrap_or_default();
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}
