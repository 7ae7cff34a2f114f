//! Today's date.

use std::time::{SystemTime, UNIX_EPOCH};

use eherkenning_wizard::domain::scheme::Date;

/// Today in the Netherlands, whatever the time zone of this machine.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    Date::in_the_netherlands(i64::try_from(seconds).unwrap_or_default())
}
