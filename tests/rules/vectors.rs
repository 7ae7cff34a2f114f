//! Runs every worked example of `vectors.csv`.

use eherkenning_wizard::domain::draft::DateDraft;
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{
    BirthDate, BranchNumber, Date, Email, FiscalNumber, HouseNumber, IdentityDocumentKind, IdentityDocumentNumber,
    KvkNumber, Mobile, Oin, PersonName, PostalCode, Prefix, ServiceId, StatedLevel, birth_date, contains_bsn,
    extract_date, fold, identity_document_expiry,
};

const VECTORS: &str = include_str!("vectors.csv");

/// The day for which the dates in the examples are checked.
fn today() -> Date {
    Date::new(2026, 1, 15).unwrap()
}

/// Parses an example: the parsed value as text, or the reason for refusal.
fn parse(field: &str, value: &str) -> Result<String, String> {
    let value_of = |text: &str| text.to_owned();
    let parsed = match field {
        "kvk_number" => KvkNumber::parse(value).map(|number| value_of(number.as_str())),
        "vestigingsnummer" => BranchNumber::parse(value).map(|number| value_of(number.as_str())),
        "rsin" => FiscalNumber::parse(value).map(|number| value_of(number.as_str())),
        "bsn_detect" if contains_bsn(value) => Ok(value_of(value)),
        "bsn_detect" => return Err("no BSN".to_owned()),
        "oin" => match Oin::parse(value) {
            // The scheme only requires twenty digits: an OIN with a wrong number in it is accepted with a warning.
            Ok(oin) if !oin.number_holds() => return Err("warning".to_owned()),
            parsed => parsed.map(|oin| value_of(oin.as_str())),
        },
        "mobile_nl" => Mobile::parse(value, false).map(|number| value_of(number.as_str())),
        "email" => Email::parse(value).map(|email| value_of(email.as_str())),
        "postcode_nl" => PostalCode::parse(value).map(|code| value_of(code.as_str())),
        "house_number_nl" => HouseNumber::parse(value).map(|number| number.as_str().to_owned()),
        "nl_travel_document_number" => document(value, IdentityDocumentKind::Passport),
        "nl_driving_licence_number" => document(value, IdentityDocumentKind::DrivingLicence),
        "person_name" => PersonName::parse(value).map(|name| value_of(name.as_str())),
        "tussenvoegsel" => match Prefix::parse(value) {
            // An unknown prefix is accepted with a warning.
            Ok(prefix) if !prefix.is_known() => return Err("warning".to_owned()),
            parsed => parsed.map(|prefix| value_of(prefix.as_str())),
        },
        "birth_date" => {
            let DateDraft { day, month, year } = DateDraft::from(value);
            let date = BirthDate::parse_parts(&day, &month, &year).and_then(|date| birth_date(date, today(), 18));
            date.map(|date| format!("{}-{:02}-{:02}", date.year(), date.month(), date.day()))
        }
        "id_expiry_date" => {
            let date = Date::parse(value);
            date.and_then(|date| identity_document_expiry(date, today(), 1).map(|()| date.to_string()))
        }
        "kvk_extract_date" => {
            let date = Date::parse(value);
            date.and_then(|date| extract_date(date, today(), 14).map(|()| date.to_string()))
        }
        "service_id" => ServiceId::parse(value).map(|id| value_of(id.as_str())),
        "loa_urn" => {
            return StatedLevel::from_urn(value).map(|level| value_of(level.code())).ok_or("no level".to_owned());
        }
        _ => panic!("no type for {field}"),
    };
    parsed.map_err(|rule| rule.code().to_owned())
}

fn document(value: &str, kind: IdentityDocumentKind) -> Result<String, Rule> {
    IdentityDocumentNumber::parse(value, kind, true).map(|number| number.as_str().to_owned())
}

#[test]
fn every_example_is_accepted_or_refused_as_the_scheme_says() {
    let mut count = 0;
    for row in csv::Reader::from_reader(VECTORS.as_bytes()).records() {
        let row = row.unwrap();
        let [field, value, valid, why] = [0, 1, 2, 3].map(|column| row.get(column).unwrap());
        let parsed = parse(field, value);
        assert_eq!(parsed.is_ok(), valid == "yes", "{field} {value:?}: {parsed:?}, but {why}");
        if let Some(normal) = why.strip_prefix("normalises to ") {
            assert_eq!(parsed.as_deref(), Ok(normal), "{field} {value:?}");
        }
        count += 1;
    }
    assert_eq!(count, 130);
}

#[test]
fn examples_are_normalised() {
    let cases = [
        ("postcode_nl", "nl-2611et", "2611 ET"),
        ("postcode_nl", "1234 ab", "1234 AB"),
        ("postcode_nl", "8823SJ", "8823 SJ"),
        ("nl_travel_document_number", "XR 1001R5 8", "XR1001R58"),
        ("house_number_nl", "47A", "47A"),
        ("house_number_nl", "12-2", "12-2"),
        ("birth_date", "29-02-2000", "2000-02-29"),
        ("person_name", "’t Hart", "’t Hart"),
        ("loa_urn", "urn:etoegang:core:assurance-class:loa1", "EH1"),
    ];
    for (field, value, normal) in cases {
        assert_eq!(parse(field, value).as_deref(), Ok(normal), "{field} {value:?}");
    }
}

#[test]
fn refused_examples_break_the_expected_rule() {
    let cases = [
        ("kvk_number", "00000000", Rule::KvkNumberShape),
        ("kvk_number", "٦٩٥٩٩٠٨٤", Rule::KvkNumberShape),
        ("rsin", "82380707", Rule::FiscalNumberShape),
        ("rsin", "823807072", Rule::FiscalNumberCheck),
        ("rsin", "000000000", Rule::FiscalNumberCheck),
        ("mobile_nl", "0201234567", Rule::MobileLandline),
        ("mobile_nl", "061234567", Rule::MobileShape),
        ("mobile_nl", "+32470123456", Rule::MobileForeign),
        ("mobile_nl", "0970123456789", Rule::MobileMachine),
        ("email", "jan@voorbeeld,nl", Rule::EmailComma),
        ("person_name", "", Rule::Required),
        ("person_name", "Jansen2", Rule::NameCharacters),
        ("person_name", "123456782", Rule::BsnNotAllowed),
        ("birth_date", "31-04-1990", Rule::DateImpossible),
        ("birth_date", "2030-01-01", Rule::BirthDateInFuture),
        ("birth_date", "1899-12-31", Rule::BirthDateTooLongAgo),
        ("birth_date", "12-00-1970", Rule::DateIncomplete),
        ("birth_date", "1-2-90", Rule::DateYearShort),
        ("id_expiry_date", "2026-02-14", Rule::IdentityDocumentExpiresSoon),
        ("kvk_extract_date", "2025-12-31", Rule::ExtractTooOld),
        ("kvk_extract_date", "2026-01-16", Rule::ExtractInFuture),
    ];
    for (field, value, rule) in cases {
        assert_eq!(parse(field, value), Err(rule.code().to_owned()), "{field} {value:?}");
    }
}

#[test]
fn typographic_characters_are_folded_for_comparison() {
    assert_eq!(PersonName::parse("’t Hart").unwrap().folded(), "'t hart");
    assert_eq!(fold("Nguyễn Müller Çelik IJsbrand Ĳ"), "nguyen muller celik ijsbrand ij");
}
