//! The calendar, and the rules about dates.

use eherkenning_wizard::domain::draft::DateDraft;
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
fn a_part_of_a_date_of_birth_may_be_unknown() {
    let read =
        |day, month, year| BirthDate::parse_parts(day, month, year).map(|date| (date.year(), date.month(), date.day()));
    assert_eq!(read("00", "00", "1970"), Ok((1970, 0, 0)));
    assert_eq!(read("0", "5", "1970"), Ok((1970, 5, 0)));
    assert_eq!(read("31", "mei", "1970"), Ok((1970, 5, 31)));
    assert_eq!(read("XX", "xx", "1970"), Ok((1970, 0, 0)));
    assert_eq!(read("XX", "5", "1970"), Ok((1970, 5, 0)));
    assert_eq!(read("O1", "O1", "197O"), Ok((1970, 1, 1)));
    assert_eq!(read("", "", "28.2.85"), Err(Rule::DateYearShort));
    assert_eq!(read("28-2-85", "", ""), Err(Rule::DateYearShort));
    assert_eq!(read("28-2", "", ""), Err(Rule::DateIncomplete));
    assert_eq!(read("31", "00", "1970"), Err(Rule::DateIncomplete));
    assert_eq!(read("", "", "1970"), Err(Rule::DateIncomplete));
    assert_eq!(read("00", "00", "0000"), Err(Rule::DateIncomplete));
    assert_eq!(read("00", "13", "1970"), Err(Rule::DateImpossible));
    assert_eq!(read("00", "00", "1799"), Err(Rule::DateImpossible));
    assert_eq!(read("", "", ""), Err(Rule::Required));
    let february = BirthDate::parse_parts("00", "02", "1972").unwrap();
    assert_eq!((february.first(), february.last()), (date("1972-02-01"), date("1972-02-29")));
}

#[test]
fn months_have_names() {
    let names = [
        ("januari", 1),
        ("Feb", 2),
        ("mrt.", 3),
        ("maart", 3),
        ("march", 3),
        ("APR", 4),
        ("mei", 5),
        ("may", 5),
        ("june", 6),
        ("jul", 7),
        ("aug.", 8),
        ("sept", 9),
        ("okt", 10),
        ("oct", 10),
        ("november", 11),
        ("dec", 12),
    ];
    for (name, month) in names {
        assert_eq!(Date::parse_parts("28", name, "1985"), Ok(Date::new(1985, month, 28).unwrap()), "{name}");
    }
    for (name, month) in [("FEB/FEB", 2), ("MRT/MAR", 3), ("maa/mar", 3), ("MEI/MAY", 5), ("O2", 2), ("l2", 12)] {
        assert_eq!(Date::parse_parts("28", name, "1985"), Ok(Date::new(1985, month, 28).unwrap()), "{name}");
    }
    for name in ["", "j", "ja", "maandag", "februaryy", "13", "-2", "+2", "002", "JAN/FEB", "FEB/", "2/2", "xx"] {
        assert!(Date::parse_parts("28", name, "1985").is_err(), "{name}");
    }
}

#[test]
fn only_the_year_9999_is_later_than_2200() {
    assert_eq!(Date::parse_parts("1", "1", "9999"), Ok(date("9999-01-01")));
    assert_eq!(identity_document_expiry(date("9999-12-31"), date("2026-01-15"), 1), Ok(()));
    for nothing in ["", "0", "00", "XX"] {
        assert_eq!(Date::parse_parts(nothing, nothing, "9999"), Ok(date("9999-12-31")), "{nothing}");
    }
    assert_eq!(BirthDate::parse_parts("", "", "9999"), Err(Rule::DateIncomplete));
    assert_eq!(Date::parse_parts("31", "", "9999"), Err(Rule::DateIncomplete));
    for year in ["2201", "9998", "10000"] {
        assert_eq!(Date::parse_parts("1", "1", year), Err(Rule::DateImpossible), "{year}");
    }
}

#[test]
fn a_whole_date_is_split() {
    let whole = [
        "28-02-1985",
        "28/2/1985",
        "28.02.1985",
        " 28 02 1985 ",
        "1985-02-28",
        "1985/2/28",
        "28021985",
        "19850228",
        "28 februari 1985",
        "28 feb. 1985",
        "28-feb-1985",
        "28feb1985",
        "28februari1985",
        "28–02–1985",
        "28\u{2011}02\u{2011}1985",
        "28 FEB/FEB 1985",
        "28 FEB / FEB 1985",
        "28-feb/feb-1985",
        "28-O2-1985",
    ];
    let DateDraft { day, month, year } = DateDraft::whole("1feb1985").unwrap();
    assert_eq!([day, month, year], ["1", "feb", "1985"], "as long as eight digits");
    for text in whole {
        let DateDraft { day, month, year } = DateDraft::whole(text).unwrap();
        assert_eq!(Date::parse_parts(&day, &month, &year), Ok(date("1985-02-28")), "{text}");
    }
    assert_eq!(DateDraft::whole("20011210").unwrap(), DateDraft::from("2001-12-10"));
    assert_eq!(DateDraft::whole("20122001").unwrap(), DateDraft::from("2001-12-20"));
    let DateDraft { day, month, year } = DateDraft::whole("28 MAA/MAR 1985").unwrap();
    assert_eq!(Date::parse_parts(&day, &month, &year), Ok(date("1985-03-28")));
    let DateDraft { day, month, year } = DateDraft::whole("XX-XX-1985").unwrap();
    assert_eq!(BirthDate::parse_parts(&day, &month, &year).unwrap().first(), date("1985-01-01"));
    for text in [
        "",
        "28",
        "28-02",
        "28-02-19",
        "28-02-85",
        "-28-02-1985",
        "2802198",
        "280219855",
        "2828-02-1985",
        "28-02-1985-1",
        "–28-02-1985",
        "feb1985",
        "28feb85",
        "281985",
        "28f2b1985",
        "128-2-1985",
        "128 FEB FEB 1985",
        "28 FEB FEB 85",
        "28 2 FEB 1985",
        "28 FEB 2 1985",
    ] {
        assert_eq!(DateDraft::whole(text), None, "{text}");
    }
    assert_eq!(DateDraft::from("soon").year, "soon", "what is no date goes where the rules refuse it");
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
    let born = |year, month, day| birth_date(BirthDate::parse_parts(day, month, year).unwrap(), today, 18).err();
    assert_eq!(born("2008", "1", "15"), None);
    assert_eq!(born("2008", "1", "16"), Some(Rule::UserTooYoung));
    assert_eq!(born("2026", "1", "15"), Some(Rule::UserTooYoung));
    assert_eq!(born("2026", "1", "16"), Some(Rule::BirthDateInFuture));
    assert_eq!(born("1905", "1", "16"), None);
    assert_eq!(born("1905", "1", "15"), Some(Rule::BirthDateTooLongAgo));
    // The last possible day counts.
    assert_eq!(born("2007", "00", "00"), None);
    assert_eq!(born("2008", "00", "00"), Some(Rule::UserTooYoung));
    assert_eq!(born("2007", "12", "00"), None);
    assert_eq!(born("2008", "01", "00"), Some(Rule::UserTooYoung));
    assert_eq!(born("2026", "00", "00"), Some(Rule::UserTooYoung));
    assert_eq!(born("2026", "02", "00"), Some(Rule::BirthDateInFuture));
    assert_eq!(born("1905", "00", "00"), None);
    assert_eq!(born("1904", "00", "00"), Some(Rule::BirthDateTooLongAgo));
    assert_eq!(identity_document_expiry(date("2026-01-14"), today, 1), Err(Rule::IdentityDocumentExpired));
    assert_eq!(identity_document_expiry(today, today, 1), Err(Rule::IdentityDocumentExpiresSoon));
    assert_eq!(identity_document_expiry(today, today, 0), Ok(()));
    assert_eq!(identity_document_expiry(date("2026-02-28"), date("2026-01-31"), 1), Ok(()));
}
