//! How long a backend asks to be left alone.

use eherkenning_wizard::domain::submission::{http_date, retry_after};
use proptest::prelude::*;

#[test]
fn seconds() {
    for (text, expected) in [
        ("0", Some(0)),
        (" 120 ", Some(120)),
        ("86400", Some(86_400)),
        ("604800", Some(604_800)),
        ("604801", None),
        ("99999999999999999999", None),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
    ] {
        assert_eq!(retry_after(text, None, 0), expected, "{text}");
    }
}

#[test]
fn s18_a_moment_is_counted_from_the_clock_of_the_one_who_said_it() {
    let (at, date) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:07 GMT");
    let now = 784_111_777;
    assert_eq!(retry_after(at, Some(date), 0), Some(30));
    assert_eq!(retry_after(at, None, now - 9), Some(9));
    assert_eq!(retry_after(at, Some("yesterday"), now - 9), Some(9));
    // The clock of this device is years behind, or ahead.
    assert_eq!(retry_after(at, None, 0), None);
    assert_eq!(retry_after(at, None, now + 1_000_000), Some(0));
    assert_eq!(retry_after(at, Some(at), 0), Some(0));
}

#[test]
fn the_three_forms_of_a_moment() {
    for (text, expected) in [
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
        ("Sunday, 06-Nov-94 08:49:37 GMT", Some(784_111_777)),
        ("Sun Nov  6 08:49:37 1994", Some(784_111_777)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
        ("Thu, 29 Feb 2024 23:59:60 GMT", Some(1_709_251_200)),
        ("Friday, 01-Mar-24 00:00:00 GMT", Some(1_709_251_200)),
        ("Thursday, 01-Jan-76 00:00:00 GMT", Some(189_302_400)),
        ("Wednesday, 01-Jan-75 00:00:00 GMT", Some(3_313_526_400)),
        ("Sun, 31 Dec 2000 00:00:00 GMT", Some(978_220_800)),
        ("Mon, 01 Mar 2100 00:00:00 GMT", Some(4_107_542_400)),
        ("Sun, 06 Nov 1994 08:49:37 UTC", None),
        ("Sun, 06 Nov 1994 08:49:37", None),
        ("Sun, 06 nov 1994 08:49:37 GMT", None),
        ("Sun, 00 Nov 1994 08:49:37 GMT", None),
        ("Sun, 32 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 24:49:37 GMT", None),
        ("Sun, 06 Nov 1994 08:60:37 GMT", None),
        ("Sun, 06 Nov 1994 08:49:61 GMT", None),
        ("Sun, 06 Nov 1994 08:49 GMT", None),
        ("Sun, 06 Nov 194 08:49:37 GMT", None),
        ("Sun, 06 Nov 01994 08:49:37 GMT", None),
        ("Sun, +6 Nov 1994 08:49:37 GMT", None),
        ("", None),
    ] {
        assert_eq!(http_date(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd_and_no_wait_too_long(header in ".{0,40}", date in ".{0,40}", now in any::<i64>()) {
        let seconds = retry_after(&header, Some(&date), now);
        prop_assert!(seconds.is_none_or(|seconds| seconds <= 604_800));
    }

    #[test]
    fn days_follow_each_other(day in 1_u32..28, month in 0_usize..12, year in 1970_u32..2200) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let at = |day: u32| http_date(&format!("Sun, {day:02} {} {year} 12:30:00 GMT", months[month])).unwrap();
        prop_assert_eq!(at(day + 1) - at(day), 86_400);
        prop_assert_eq!(at(day).rem_euclid(86_400), 45_000);
    }
}
