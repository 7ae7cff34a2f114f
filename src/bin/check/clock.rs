//! What day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use eherkenning_wizard::domain::scheme::Date;

/// Today in the Netherlands, wherever this runs.
pub fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_secs()).unwrap_or_default();
    Date::in_the_netherlands(i64::try_from(since).unwrap_or_default())
}
