//! Time and randomness.

use js_sys::{Date as JsDate, Math};

use super::crypto;
use crate::domain::scheme::Date;
use crate::domain::submission::Key;

/// Today, by the device's time zone.
pub(super) fn today() -> Date {
    let now = JsDate::new_0();
    let year = u16::try_from(now.get_full_year()).ok();
    let month = u8::try_from(now.get_month() + 1).ok();
    let day = u8::try_from(now.get_date()).ok();
    let date = year.zip(month).zip(day).and_then(|((year, month), day)| Date::new(year, month, day));
    // A clock outside the supported years counts as no clock.
    date.unwrap_or_else(|| Date::in_the_netherlands(0))
}

/// The moment in UTC, to the second.
pub(super) fn now() -> String {
    let text = String::from(JsDate::new_0().to_iso_string());
    match text.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => text,
    }
}

/// A fresh id: a key as text.
pub(super) fn new_id() -> String {
    new_key().into()
}

/// A fresh key: it begins with the time, the rest is chance.
pub(super) fn new_key() -> Key {
    let mut bytes = crypto::random::<16>().unwrap_or_else(|| std::array::from_fn(|_| chance_byte()));
    let time = milliseconds().to_be_bytes();
    for (byte, of_time) in bytes.iter_mut().zip(time.iter().skip(2)) {
        *byte = *of_time;
    }
    Key::fresh(bytes)
}

/// When one of our ids was made, in milliseconds since 1970.
pub(super) fn made_at(id: &str) -> Option<u64> {
    let digits: String = id.chars().filter(|c| *c != '-').take(12).collect();
    u64::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 12)
}

/// Milliseconds since 1970, in UTC.
pub(super) fn milliseconds() -> u64 {
    super::script::count(JsDate::now())
}

/// A random number from 0 up to 1.
pub(super) fn chance() -> f64 {
    Math::random()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 up to 256")]
fn chance_byte() -> u8 {
    (chance() * 256.0) as u8
}
