//! `Retry-After`: how long a backend asks to wait.
//! Source: <https://www.rfc-editor.org/rfc/rfc9110#name-retry-after>

/// The longest wait that is believed: a week. A longer one comes from a wrong clock.
const MAX_SECONDS: i64 = 7 * 24 * 60 * 60;
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Seconds that a `Retry-After` asks for: a number of seconds, or a date.
///
/// A date counts from the `Date` of the same response if that can be read, because the clock of the device may be years
/// wrong; else from `now_unix`. A date in the past is no wait. `None` for nonsense, and for more than a week.
pub fn retry_after(header: &str, date: Option<&str>, now_unix: i64) -> Option<u32> {
    let header = header.trim();
    let seconds = if header.bytes().all(|byte| byte.is_ascii_digit()) {
        header.parse().ok()?
    } else {
        let now = date.and_then(http_date).unwrap_or(now_unix);
        http_date(header)?.saturating_sub(now).max(0)
    };
    u32::try_from(seconds).ok().filter(|_| seconds <= MAX_SECONDS)
}

/// A date of HTTP in any of its three forms, as seconds since 1970.
/// Source: <https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats>
pub fn http_date(text: &str) -> Option<i64> {
    let words: Vec<&str> = text.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect();
    let (day, month, year, time) = match words.as_slice() {
        [_, day, month, year, time, "GMT"] => (day, month, year, time),
        [_, month, day, time, year] => (day, month, year, time),
        _ => return None,
    };
    let month = i64::try_from(MONTHS.iter().position(|name| name == month)?).ok()? + 1;
    let year = match (number(year)?, year.len()) {
        (year, 4) => year,
        // A year of two digits that is more than fifty years ahead belongs to the last century.
        (year, 2) => year + if year < 76 { 2000 } else { 1900 },
        _ => return None,
    };
    let day = Some(number(day)?).filter(|day| (1..=31).contains(day))?;
    let clock: Vec<&str> = time.split(':').collect();
    let [hours, minutes, seconds] = clock.as_slice() else { return None };
    let within = |text: &str, most: i64| number(text).filter(|number| *number <= most);
    let seconds = within(hours, 23)? * 3600 + within(minutes, 59)? * 60 + within(seconds, 60)?;
    Some(days(year, month, day) * 86_400 + seconds)
}

fn number(digits: &str) -> Option<i64> {
    (digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// Days since 1970 in the Gregorian calendar.
/// Source: <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}
