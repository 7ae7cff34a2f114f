//! Any text as a type of the scheme, chosen by the first byte: a parsed value parses again to the same value.

#![no_main]

use eherkenning_wizard::domain::rules::Place;
use eherkenning_wizard::domain::scheme::*;
use libfuzzer_sys::fuzz_target;

macro_rules! stable {
    ($typed:expr, $parse:expr) => {
        if let Ok(value) = $parse($typed) {
            assert_eq!($parse(value.as_str()), Ok(value));
        }
    };
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, text)) = bytes.split_first() else { return };
    let Ok(typed) = std::str::from_utf8(text) else { return };
    match kind % 28 {
        0 => stable!(typed, KvkNumber::parse),
        1 => stable!(typed, BranchNumber::parse),
        2 => stable!(typed, FiscalNumber::parse),
        3 => stable!(typed, Oin::parse),
        4 => stable!(typed, PersonName::parse),
        5 => stable!(typed, Prefix::parse),
        6 => stable!(typed, PlainName::parse),
        7 => stable!(typed, Email::parse),
        8 => stable!(typed, PostalCode::parse),
        9 => stable!(typed, Country::parse),
        10 => stable!(typed, ServiceUuid::parse),
        11 => stable!(typed, ServiceId::parse),
        12 => stable!(typed, Sha256::parse),
        13 => stable!(typed, Uuid::parse),
        14 => stable!(typed, Moment::parse),
        15 => stable!(typed, FileName::parse),
        16 => stable!(typed, |text: &str| Text::parse(text, 500)),
        17 => stable!(typed, |text: &str| Mobile::parse(text, true)),
        18 => stable!(typed, |text: &str| Mobile::parse(text, false)),
        19 => document_number(typed),
        20 => assert_eq!(FileName::parse(FileName::cleaned(typed).as_str()), Ok(FileName::cleaned(typed))),
        21 => assert_eq!(fold(&fold(typed)), fold(typed)),
        22 => date(typed),
        23 => stable!(typed, HouseNumber::parse),
        24 => {
            if let Some(place) = Place::parse(typed) {
                assert_eq!(place.to_string(), typed);
            }
        }
        25 => {
            let _ = (StatedLevel::from_urn(typed), contains_bsn(typed));
        }
        26 => {
            let _ = (MediaType::sniff(text), pdf_may_be_encrypted(text), MediaType::is_heic(text));
            let _ = MediaType::ALL.iter().map(|kind| kind.is_complete(text)).collect::<Vec<_>>();
        }
        _ => {
            for kind in DocumentKind::ALL {
                if let Some(place) = kind.place(typed) {
                    assert_eq!(place.to_string(), format!("documents.{}.{typed}", kind.code()));
                }
            }
        }
    }
});

fn document_number(typed: &str) {
    for kind in IdentityDocumentKind::ALL {
        stable!(typed, |text: &str| IdentityDocumentNumber::parse(text, *kind, true));
        stable!(typed, |text: &str| IdentityDocumentNumber::parse(text, *kind, false));
    }
}

fn date(typed: &str) {
    let mut parts = typed.splitn(3, ',');
    let [day, month, year] = [(); 3].map(|()| parts.next().unwrap_or_default());
    let today = Date::new(2026, 11, 23).unwrap();
    if let Ok(date) = BirthDate::parse_parts(day, month, year) {
        assert!(date.first() <= date.last());
        let _ = birth_date(date, today, 18);
    }
    for read in [Date::parse(typed), Date::parse_iso(typed), Date::parse_parts(day, month, year)] {
        let Ok(date) = read else { continue };
        assert_eq!(Date::parse_iso(&date.to_string()), Ok(date));
        let _ = (extract_date(date, today, 31), identity_document_expiry(date, today, 3));
        // A document without an end has the year 9999; `add_days` ends before it.
        assert!(date.year() == 9999 || today.add_days(date.days_since(&today)) == date, "{date}");
    }
}
