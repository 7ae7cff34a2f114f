//! Properties of the formats for any text.

use eherkenning_wizard::domain::scheme::*;
use proptest::prelude::*;

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

/// Parsing a parsed value gives the same value.
macro_rules! is_stable {
    ($input:expr, $( $parse:expr ),+ $(,)?) => { $(
        if let Ok(value) = $parse($input) {
            prop_assert_eq!($parse(value.as_str()), Ok(value));
        }
    )+ };
}

fn check_all(typed: &str) -> Result<(), TestCaseError> {
    use IdentityDocumentKind::{DrivingLicence, Passport};
    is_stable!(typed, KvkNumber::parse, BranchNumber::parse, FiscalNumber::parse, Oin::parse, PersonName::parse);
    is_stable!(typed, Prefix::parse, PlainName::parse, Email::parse, HouseNumber::parse);
    is_stable!(typed, |text: &str| Text::parse_lines(text, 500));
    is_stable!(typed, PostalCode::parse, Country::parse, ServiceUuid::parse);
    is_stable!(typed, ServiceId::parse, Sha256::parse, Uuid::parse, Moment::parse, FileName::parse);
    is_stable!(typed, |text: &str| Text::parse(text, 500), |text: &str| Mobile::parse(text, true));
    is_stable!(typed, |text: &str| IdentityDocumentNumber::parse(text, Passport, true));
    is_stable!(typed, |text: &str| IdentityDocumentNumber::parse(text, DrivingLicence, false));
    if let Ok(date) = Date::parse(typed) {
        prop_assert_eq!(Date::parse_iso(&date.to_string()), Ok(date));
    }
    let _ = (Date::parse_iso(typed), Date::parse_parts(typed, typed, typed), StatedLevel::from_urn(typed));
    let _ = (MediaType::sniff(typed.as_bytes()), contains_bsn(typed));
    prop_assert_eq!(fold(&fold(typed)), fold(typed));
    let cleaned = FileName::cleaned(typed);
    prop_assert_eq!(FileName::parse(cleaned.as_str()), Ok(cleaned));
    Ok(())
}

#[test]
fn redundant_spaces_are_removed() {
    for (typed, expected) in [
        ("a", "a"),
        ("a b", "a b"),
        (" a", "a"),
        ("a ", "a"),
        ("  a", "a"),
        ("a  b", "a b"),
        ("a\tb", "a b"),
        ("é  b ", "é b"),
    ] {
        assert_eq!(Text::parse(typed, 10).unwrap().as_str(), expected, "{typed:?}");
    }
}

proptest! {
    #[test]
    fn no_text_crashes_a_parser(typed in any::<String>()) {
        check_all(&typed)?;
    }

    #[test]
    fn parsing_a_parsed_value_gives_the_same_value(
        typed in r"[0-9]{1,20}|[0-9. -]{7,14}|(\+31|0)[0-9 ()-]{8,12}|[A-Za-z'’. -]{1,25}|[a-z.,]{1,9}@[A-Za-z-]{1,9}[.,][a-z]{2}|[1-9][0-9]{3} ?[a-zA-Z]{2}|[0-9]{1,6}[ /-]?[a-zA-Z0-9 -]{0,6}|(nr )?[1-9]([ /–-]{0,2}[a-zA-Z0-9]{1,4}){0,4}|[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}|[A-Z]{2}[0-9A-Z]{6}[0-9]|[a-z0-9._ ]{90,130}\.pdf",
    ) {
        check_all(&typed)?;
    }

    #[test]
    fn one_space_remains_between_words(typed in r"[ab.é \t\u{a0}\u{200b}]{0,9}") {
        let seen = typed.replace('\u{200b}', "");
        let wanted = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(Text::parse(&typed, 10).map_or(String::new(), |text| text.as_str().to_owned()), wanted);
    }

    #[test]
    fn days_and_dates_agree(first in 0_i64..146_000, more in 0_i64..146_000) {
        let start = date("1800-01-01");
        let (one, other) = (start.add_days(first), start.add_days(more));
        prop_assert_eq!(one.days_since(&start), first);
        prop_assert_eq!(other.days_since(&one), more - first);
        prop_assert_eq!(one.cmp(&other), first.cmp(&more));
        prop_assert_eq!(Date::new(one.year(), one.month(), one.day()), Some(one));
    }
}

#[test]
fn a_foreign_number_with_several_zeros_reads_back_the_same() {
    let read = |text: &str| Mobile::parse(text, true).map(|mobile| mobile.as_str().to_owned());
    let number = read("0090004973000000").unwrap();
    assert_eq!(number, "+904973000000");
    assert_eq!(read(&number).as_deref(), Ok("+904973000000"));
}
