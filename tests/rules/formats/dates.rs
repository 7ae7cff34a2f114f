//! The calendar, and the rules about dates.

use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::*;

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

#[test]
fn only_dates_of_the_calendar_are_valid() {
    assert_eq!(Date::new(1900, 2, 29), None);
    assert!(Date::new(2000, 2, 29).is_some());
    assert_eq!((Date::new(1799, 12, 31), Date::new(2201, 1, 1), Date::new(2026, 13, 1)), (None, None, None));
    assert_eq!(date("2026-01-31").plus_months(1), date("2026-02-28"));
    assert_eq!(date("2026-01-31").plus_months(-11), date("2025-02-28"));
    assert_eq!(date("2024-02-29").plus_months(12), date("2025-02-28"));
    assert_eq!(date("2026-12-31").add_days(1), date("2027-01-01"));
    assert_eq!(date("2026-03-01").days_since(&date("2024-03-01")), 730);
    assert_eq!(date("2200-12-31").add_days(i64::MAX), date("2200-12-31"));
    assert_eq!(date("1800-01-01").add_days(i64::MIN), date("1800-01-01"));
    assert_eq!(date("2200-12-31").plus_months(i32::MAX), date("2200-12-31"));
    assert_eq!(date("2008-02-29").age_on(&date("2026-02-28")), 17);
    assert_eq!(date("2008-02-29").age_on(&date("2026-03-01")), 18);
    assert_eq!(Date::parse_parts(" 1", "2 ", "2026").unwrap(), date("2026-02-01"));
    assert_eq!(Date::parse_parts("", "2", "2026"), Err(Rule::DateIncomplete));
    assert_eq!(Date::parse_parts("1", "0", "2026"), Err(Rule::DateIncomplete));
    assert_eq!(Date::parse_parts("1", "2", "26"), Err(Rule::DateYearShort));
    assert_eq!(Date::parse_parts("1", "x", "2026"), Err(Rule::DateImpossible));
    assert_eq!(Date::parse_parts("+1", "2", "2026"), Err(Rule::DateImpossible));
    for text in ["2026-1-1", "2026-01-01Z", "2026/01/01", "+026-01-01", "2026-02-29", "２０26-01-01"] {
        assert_eq!(Date::parse_iso(text), Err(Rule::DateImpossible), "{text}");
    }
    assert_eq!(serde_json::to_string(&date("2026-11-23")).unwrap(), "\"2026-11-23\"");
    assert_eq!(serde_json::from_str::<Date>("\"2026-11-23\"").unwrap(), date("2026-11-23"));
    assert!(serde_json::from_str::<Date>("\"23-11-2026\"").is_err());
}

#[test]
fn days_and_months_are_added_by_the_calendar() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let first = date("1800-01-01");
    let mut days = 0;
    for year in 1800..=2200_u16 {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        for (month, length) in (1..).zip(lengths) {
            let length = length + u8::from(is_leap && month == 2);
            for day in 1..=length {
                let today = Date::new(year, month, day).unwrap();
                assert_eq!(first.add_days(days), today);
                assert_eq!(today.days_since(&first), days);
                days += 1;
            }
            assert_eq!(Date::new(year, month, length + 1), None);
            let months = i32::from(year - 1800) * 12 + i32::from(month) - 1;
            assert_eq!(date("1800-01-31").plus_months(months), Date::new(year, month, length).unwrap());
            assert_eq!(date("2200-12-31").plus_months(months - 4811), Date::new(year, month, length).unwrap());
        }
    }
    assert_eq!(date("1800-05-31").plus_months(i32::MIN), date("1800-01-31"));
}

#[test]
fn dates_of_people_and_documents_have_limits() {
    let today = date("2026-01-15");
    assert_eq!(birth_date(date("2008-01-15"), today), Ok(date("2008-01-15")));
    assert_eq!(birth_date(date("2008-01-16"), today), Err(Rule::UserTooYoung));
    assert_eq!(birth_date(today, today), Err(Rule::UserTooYoung));
    assert_eq!(birth_date(date("1905-01-16"), today), Ok(date("1905-01-16")));
    assert_eq!(birth_date(date("1905-01-15"), today), Err(Rule::BirthDateTooLongAgo));
    assert_eq!(identity_document_expiry(date("2026-01-14"), today, 1), Err(Rule::IdentityDocumentExpired));
    assert_eq!(identity_document_expiry(today, today, 1), Err(Rule::IdentityDocumentExpiresSoon));
    assert_eq!(identity_document_expiry(today, today, 0), Ok(()));
    assert_eq!(identity_document_expiry(date("2026-02-28"), date("2026-01-31"), 1), Ok(()));
}
