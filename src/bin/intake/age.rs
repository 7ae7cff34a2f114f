//! How old an application is to be, as a person writes it.

use std::fmt;
use std::time::Duration;

const HOUR: u64 = 60 * 60;

/// The highest age: a hundred years.
const MOST: u64 = 100 * 365 * 24 * HOUR;

/// An age of at least an hour, such as `30d`.
#[derive(Clone, Debug)]
pub struct Age {
    /// The age.
    pub duration: Duration,
    text: String,
}

impl Age {
    /// Parses a whole number of hours, days or weeks: `12h`, `30d`, `4w`.
    ///
    /// # Errors
    /// That it is not one, as a sentence.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let units = [('h', HOUR), ('d', 24 * HOUR), ('w', 7 * 24 * HOUR)];
        let seconds = units.iter().find_map(|(unit, seconds)| {
            let number: u64 = text.strip_suffix(*unit)?.parse().ok()?;
            number.checked_mul(*seconds).filter(|seconds| (1..=MOST).contains(seconds))
        });
        let expected = "expected hours, days or weeks, at most 100 years, such as 12h, 30d or 4w";
        let duration = Duration::from_secs(seconds.ok_or(expected)?);
        Ok(Self { duration, text: text.to_owned() })
    }

    /// Why an application of this age is erased.
    pub fn reason(&self) -> String {
        format!("older than {self}")
    }
}

impl fmt::Display for Age {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}
