//! The limits of each format.

mod any_text;
mod dates;
mod files;

use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::*;

#[test]
fn empty_text_is_required_by_every_type() {
    for nothing in ["", "  ", "\u{a0}\t", "\u{200b}\u{feff}"] {
        let passport = IdentityDocumentKind::Passport;
        let faults = [
            KvkNumber::parse(nothing).err(),
            BranchNumber::parse(nothing).err(),
            FiscalNumber::parse(nothing).err(),
            Oin::parse(nothing).err(),
            PersonName::parse(nothing).err(),
            Prefix::parse(nothing).err(),
            Text::parse(nothing, 10).err(),
            PlainName::parse(nothing).err(),
            Email::parse(nothing).err(),
            Mobile::parse(nothing, true).err(),
            PostalCode::parse(nothing).err(),
            HouseNumber::parse(nothing).err(),
            Country::parse(nothing).err(),
            Date::parse(nothing).err(),
            Date::parse_parts(nothing, nothing, nothing).err(),
            IdentityDocumentNumber::parse(nothing, passport, true).err(),
            ServiceUuid::parse(nothing).err(),
            ServiceId::parse(nothing).err(),
            Sha256::parse(nothing).err(),
            Uuid::parse(nothing).err(),
            Moment::parse(nothing).err(),
        ];
        assert!(faults.iter().all(|fault| *fault == Some(Rule::Required)), "{nothing:?}: {faults:?}");
    }
    assert_eq!(FileName::parse(" "), Err(Rule::Required));
}

#[test]
fn services_can_state_every_level_that_is_issued() {
    for level in Level::ALL {
        let stated = StatedLevel::from_code(level.code()).unwrap();
        assert_eq!((stated.issued(), stated.has_ended()), (*level, false));
    }
}

#[test]
fn each_level_has_its_urn() {
    let levels = [
        ("loa1", StatedLevel::Eh1),
        ("loa2", StatedLevel::Eh2),
        ("loa2plus", StatedLevel::Eh2Plus),
        ("loa3", StatedLevel::Eh3),
        ("loa4", StatedLevel::Eh4),
    ];
    for (end, level) in levels {
        assert_eq!(StatedLevel::from_urn(&format!(" urn:etoegang:core:assurance-class:{end} ")), Some(level));
    }
    for other in [" ", "loa3", "urn:etoegang:core:assurance-class:loa5"] {
        assert_eq!(StatedLevel::from_urn(other), None, "{other}");
    }
}

#[test]
fn short_and_service_numbers_are_not_mobile() {
    for short in ["0201", "02012345", "08001"] {
        assert_eq!(Mobile::parse(short, false), Err(Rule::MobileShape), "{short}");
    }
    for service in ["0800 1234", "0900 123 4567"] {
        assert_eq!(Mobile::parse(service, false), Err(Rule::MobileLandline), "{service}");
    }
}

#[test]
fn numbers_may_have_separators_and_invisible_characters() {
    assert_eq!(KvkNumber::parse(" 6875 0110 ").unwrap().as_str(), "68750110");
    assert_eq!(KvkNumber::parse("\u{202d}68750110\u{202c}").unwrap().as_str(), "68750110");
    assert_eq!(FiscalNumber::parse("8238.07.071").unwrap().as_str(), "823807071");
    assert_eq!(KvkNumber::parse("823807071"), Err(Rule::KvkNumberIsRsin));
    assert_eq!(KvkNumber::parse("823807072"), Err(Rule::KvkNumberShape));
    assert_eq!(KvkNumber::parse("６８７５０１１０"), Err(Rule::KvkNumberShape));
}

#[test]
fn an_oin_with_a_wrong_rsin_is_accepted_but_flagged() {
    assert!(!Oin::parse("00000001002220648000").unwrap().number_holds());
    assert!(Oin::parse("00000003695990840000").unwrap().number_holds());
}

#[test]
fn a_bsn_is_found_in_groups_and_in_sentences() {
    let found = [
        "111.222.333",
        "123 456 782",
        "111-222-333",
        "1112.22.333",
        "kopie_123456782.pdf",
        "12345672",
        "Jan (111222333)",
    ];
    for text in found {
        assert!(contains_bsn(text), "{text}");
    }
    assert!(contains_bsn("2026 111.222.333"));
    assert!(contains_bsn("bel 0612345678 111222333"));
    for text in ["0612345678", "06 12345678", "06-12 34 56 78", "+31 6 12345678", "1112223334", "111222334", "geen"] {
        assert!(!contains_bsn(text), "{text}");
    }
}

#[test]
fn names_are_stored_as_typed() {
    assert_eq!(PersonName::parse("  Anne   Marie ").unwrap().as_str(), "Anne Marie");
    for name in [
        "Jan-Willem",
        "D'Hondt",
        "St. Jean",
        "Łukasz",
        "Zoe\u{308}",
        "Əliyev",
        "M\u{fc}ller",
        "Marcel·lí",
        "Kɔfi",
        "-",
        ".",
    ] {
        assert_eq!(PersonName::parse(name).unwrap().as_str(), name);
    }
    for name in ["- -", "...", "'", "Jan & Piet", "Jan/Piet", "Иван", "a×b", "J\u{7}n", "😀"] {
        assert_eq!(PersonName::parse(name), Err(Rule::NameCharacters), "{name}");
    }
    assert!(PersonName::parse(&"a".repeat(200)).is_ok());
    assert_eq!(PersonName::parse(&"a".repeat(201)), Err(Rule::TooLong));
    assert!(PersonName::parse_full(&"a".repeat(422)).is_ok());
    assert_eq!(PersonName::parse_full(&"a".repeat(423)), Err(Rule::TooLong));
    assert_eq!(PersonName::parse("–").unwrap().as_str(), "-");
    assert_eq!(PersonName::parse("Jan\u{200d}\u{200c}\u{202e}").unwrap().as_str(), "Jan");
    assert_eq!(PersonName::parse("Zoe\u{308}").unwrap().folded(), PersonName::parse("zoë").unwrap().folded());
    assert_eq!(PersonName::parse("So\u{fb01}a Ste\u{fb00}en").unwrap().as_str(), "Sofia Steffen");
    assert_eq!(PlainName::parse("Gra\u{fb03}ti \u{fb02}at").unwrap().as_str(), "Graffiti flat");
    assert!(!Prefix::parse("xyz").unwrap().is_known());
    assert!(Prefix::parse("VAN DER").unwrap().is_known());
    assert_eq!(Prefix::parse(&"a".repeat(21)), Err(Rule::TooLong));
}

#[test]
fn text_is_one_line_without_markup_or_bsn() {
    assert_eq!(Text::parse("\n a  b\r\n", 3).unwrap().as_str(), "a b");
    for broken in ["a\nb", "a \r\n b", "a\u{b}b", "a\u{85}b", "a\u{2028}b"] {
        assert_eq!(Text::parse(broken, 9), Err(Rule::LineBreak), "{broken:?}");
    }
    assert_eq!(PersonName::parse("Jan\nPiet"), Err(Rule::LineBreak));
    for (typed, lines) in [("\na\nb\n", "a\nb"), ("a \r\n\r\n  b", "a\nb"), ("a\rb", "a\nb"), (" a  b ", "a b")] {
        assert_eq!(Text::parse_lines(typed, 3).unwrap().as_str(), lines, "{typed:?}");
    }
    assert_eq!(Text::parse_lines(" \n", 3), Err(Rule::Required));
    assert_eq!(Text::parse_lines("a\nbc", 3), Err(Rule::TooLong));
    assert_eq!(Text::parse_lines("111\n222333", 20), Err(Rule::BsnNotAllowed));
    assert_eq!(Text::parse("abcd", 3), Err(Rule::TooLong));
    assert_eq!(Text::parse("<b>", 9), Err(Rule::TextCharacters));
    assert_eq!(Text::parse("a\0b", 9), Err(Rule::TextCharacters));
    assert_eq!(Text::parse("BSN 111222333", 20), Err(Rule::BsnNotAllowed));
    assert_eq!(PlainName::parse("Bakker & Zn. 2000 B.V.").unwrap().as_str(), "Bakker & Zn. 2000 B.V.");
    assert_eq!(PlainName::parse("111.222.333"), Err(Rule::BsnNotAllowed));
}

#[test]
fn an_email_address_has_a_lower_case_domain() {
    let email = Email::parse(" Jan.deVries@Voorbeeld.NL ").unwrap();
    assert_eq!(email.as_str(), "Jan.deVries@voorbeeld.nl");
    assert_eq!(email.folded(), "jan.devries@voorbeeld.nl");
    let host = format!("{}.{}.{}.nl", "a".repeat(60), "b".repeat(60), "c".repeat(60));
    assert!(Email::parse(&format!("{}@{host}", "x".repeat(64))).is_ok());
    let long = format!("{host}.{}", "d".repeat(10));
    for typed in ["a@localhost", "a@.b.nl", "a@-b.nl", "a@b-.nl", "a@127.0.0.1", &format!("{}@{long}", "x".repeat(64))]
    {
        assert_eq!(Email::parse(typed), Err(Rule::EmailShape), "{typed}");
    }
}

#[test]
fn mobile_numbers_are_normalised() {
    for typed in ["06 12 34 56 78", "+31 (0)6-12345678", "0031 6 1234 5678", "(06) 12345678", "+31 06 12345678"] {
        assert_eq!(Mobile::parse(typed, false).unwrap().as_str(), "+31612345678", "{typed}");
    }
    assert_eq!(Mobile::parse("0032 470 12 34 56", true).unwrap().as_str(), "+32470123456");
    for typed in ["0612345678a", "+", "00", "61234567", "+1234", "+1234567890123456", "٠٦١٢٣٤٥٦٧٨"] {
        assert_eq!(Mobile::parse(typed, true), Err(Rule::MobileShape), "{typed}");
    }
}

#[test]
fn house_numbers_are_kept_but_for_spaces_and_capitals() {
    for (typed, kept) in [
        ("47 a", "47A"),
        ("47a", "47A"),
        ("47 a-bis", "47A-bis"),
        ("12 bis", "12-bis"),
        ("12 2", "12-2"),
        ("12bis", "12bis"),
        ("12-14", "12-14"),
        ("12–14", "12-14"),
        ("12 - 14", "12 - 14"),
        ("12 t/m 14", "12 t/m 14"),
        ("12 t/o", "12 t/o"),
        ("12 k 4", "12 k 4"),
        ("1-I", "1-I"),
        ("1/I", "1/I"),
        ("1-III-A", "1-III-A"),
        ("12 A1-2", "12 A1-2"),
        (" 12  unit 3 ", "12 unit 3"),
        ("12-", "12"),
        ("nr 12", "12"),
        ("Nr. 12a", "12A"),
        ("no. 12", "12"),
        ("No12", "12"),
        ("huisnummer: 12", "12"),
    ] {
        assert_eq!(HouseNumber::parse(typed).as_ref().map(HouseNumber::as_str), Ok(kept), "{typed}");
    }
    for typed in
        ["12-12345", "12 verdieping", "12é", "12+2", "-2", "000000", "A12", "nr", "nr A12", "nr 0", "12 t/m/-é"]
    {
        assert_eq!(HouseNumber::parse(typed), Err(Rule::HouseNumberShape), "{typed}");
    }
    assert_eq!(HouseNumber::parse("12 unit 3 t/m unit 45").map_err(Rule::code), Err("too_long"));
    assert_eq!(HouseNumber::parse("111-2223-33"), Err(Rule::BsnNotAllowed));
}

#[test]
fn letters_for_digits_are_read_in_a_postal_code() {
    for typed in ["1O12 HH", "NL-1o12hh", "1012 HH"] {
        assert_eq!(PostalCode::parse(typed).unwrap().as_str(), "1012 HH", "{typed}");
    }
    assert_eq!(PostalCode::parse("O712 HH"), Err(Rule::PostalCodeShape));
}

#[test]
fn countries_are_those_of_iso_3166_and_kosovo() {
    let all: Vec<_> = Country::all().collect();
    assert_eq!(all.len(), 250);
    assert_eq!(Country::parse("xk").unwrap().as_str(), "XK");
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(Country::parse("nl").unwrap().is_netherlands());
    for typed in ["XX", "N", "NLD", "UK"] {
        assert_eq!(Country::parse(typed), Err(Rule::CountryUnknown), "{typed}");
    }
}

#[test]
fn document_numbers_depend_on_kind_and_country() {
    use IdentityDocumentKind::{DrivingLicence, IdentityCard, Passport, ResidencePermit};
    let read =
        |typed, kind, dutch| IdentityDocumentNumber::parse(typed, kind, dutch).map(|number| number.as_str().to_owned());
    assert_eq!(read("xr1001r58", Passport, true), Ok("XR1001R58".to_owned()));
    assert_eq!(read("5O1234567l", DrivingLicence, true), Ok("5012345671".to_owned()));
    assert_eq!(read("5O1234567I", DrivingLicence, false), Ok("5O1234567I".to_owned()));
    assert_eq!(read("XO1001R58", IdentityCard, true), Err(Rule::TravelDocumentNumberShape));
    assert_eq!(read("592-1234567-12", IdentityCard, false), Ok("592123456712".to_owned()));
    assert_eq!(read("111222333", Passport, true), Err(Rule::BsnNotAllowed));
    assert_eq!(read("111222333", Passport, false), Ok("111222333".to_owned()));
    assert_eq!(read("IR1234567", ResidencePermit, true), Ok("IR1234567".to_owned()));
    assert_eq!(read("abc", DrivingLicence, false), Err(Rule::DocumentNumberShape));
    assert_eq!(read("AB#12345", Passport, false), Err(Rule::DocumentNumberShape));
}

#[test]
fn a_name_of_a_partner_is_recognised() {
    for name in ["Vries e/v Bakker", "Vries E/V Bakker", "Vries e.v. Bakker", "Vries w/v Smit", "Vries echtgenote Smit"]
    {
        assert_eq!(PersonName::parse(name), Err(Rule::NamePartner), "{name}");
    }
    for name in [
        "Jansen geb. Smit",
        "JANSEN GEB. SMIT",
        "Jansen geboren Smit",
        "Vries gehuwd met Smit",
        "Vries weduwe van Smit",
        "Vries partner van Smit",
        "Vries h/v Smit",
        "e/v Jansen",
        "e.v. Jansen",
        "Smit (e/v Jansen)",
    ] {
        assert_eq!(PersonName::parse(name), Err(Rule::NamePartner), "{name}");
    }
    for name in [
        "E.V.",
        "Suresh P.V.",
        "J. E.V.",
        "Anna E.G. Maria",
        "Nair P.V.",
        "P.V. Nair",
        "de Weduwe",
        "de weduwe",
        "Vries-Bakker",
        "Eveleens",
    ] {
        assert!(PersonName::parse(name).is_ok(), "{name}");
    }
}

#[test]
fn every_latin_letter_folds_to_ascii() {
    for c in ('À'..='ɏ').chain('Ḁ'..='ỿ').filter(|c| c.is_alphabetic()) {
        let (plain, upper) = (fold(&c.to_string()), fold(&c.to_uppercase().collect::<String>()));
        // Letters of clicks and tones, and a few of scholars, have no plain form.
        let has_none = "ƄƅƍƛƢƣƪƸƹƺƻƼƽƾǀǁǂǃȡȢȣȸȹɁɂɅƕǶ".contains(c);
        assert!(plain.is_ascii() && !plain.is_empty() || has_none, "{c} -> {plain}");
        assert!(
            plain == upper || has_none || matches!(c, 'ı' | 'ŉ' | 'ȿ' | 'ɀ' | 'ẚ' | 'ẞ'),
            "{c}: {plain} and {upper}"
        );
    }
    assert_eq!(fold("Iı łŁ øØ ßẞ đĐ əƏ ŒœÆæ Þþ ĳ ﬀ"), "ii ll oo ssss dd ee oeoeaeae thth ij ﬀ");
    assert_eq!(fold("e\u{301}\u{323} ệ ʼ`´′ –"), "e e qqqq -".replace('q', "\u{27}"));
}

#[test]
fn numbers_are_read_as_they_are_copied() {
    let kvk = |typed| KvkNumber::parse(typed).map(|number| number.as_str().to_owned());
    for typed in [
        "KvK: 68750110",
        "KvK-nummer 68750110",
        "KVK68750110.",
        "6875–0110",
        "68.750.110;",
        "68,750,110",
        "6875O11O",
        "687501l0",
        "6875\u{200d}0110",
        "6875\u{41e}110",
        "6875\u{39f}110",
    ] {
        assert_eq!(kvk(typed), Ok("68750110".to_owned()), "{typed}");
    }
    for typed in ["-68750110", "+68750110", "\u{2212}68750110", "- 68750110", "68750110A", "x68750110", "LU68750110"] {
        assert_eq!(kvk(typed), Err(Rule::KvkNumberShape), "{typed}");
    }
    for typed in ["HRB 68750110", "FN 68750110", "HU68750110", "68750110 0001", "687501100000"] {
        assert_eq!(kvk(typed), Err(Rule::KvkNumberShape), "{typed}");
    }
    let branch = |typed| BranchNumber::parse(typed).map(|number| number.as_str().to_owned());
    assert_eq!(branch("-000037178598"), Err(Rule::BranchNumberShape));
    for typed in ["OOOO37178598", "Vestigingsnummer: 0000 3717 8598", "vestigingsnr. 000037178598", "nr 0000-3717-8598"]
    {
        assert_eq!(branch(typed), Ok("000037178598".to_owned()), "{typed}");
    }
    let fiscal = |typed| FiscalNumber::parse(typed).map(|number| number.as_str().to_owned());
    for typed in [
        "RSIN 003214345",
        "RSIN/fiscaal nummer: 003214345",
        "NL003214345B01",
        "btw-id: NL.0032.14.345.B01",
        "OO3214345",
        "0O3214345",
        "003214345L01",
        "003214345 V 01",
    ] {
        assert_eq!(fiscal(typed), Ok("003214345".to_owned()), "{typed}");
    }
    for typed in ["DE003214345", "PT 003214345", "GB003214345", "VAT: DE003214345", "003214345X01"] {
        assert_eq!(fiscal(typed), Err(Rule::FiscalNumberShape), "{typed}");
    }
}

#[test]
fn tel_02_mobile_numbers_are_read_as_they_are_copied() {
    let mobile = |typed| Mobile::parse(typed, false).map(|number| number.as_str().to_owned());
    for typed in [
        "31612345678",
        "612345678",
        "Tel: 06 12345678",
        "tel:+31612345678",
        "mob. 06-12345678",
        "mobiel 0612345678",
        "06 12345678;",
        "++31612345678",
        "06–12345678",
        "O6 12345678",
        "(06) 12345678",
        "+31 (0)6 12345678",
        "31 06 12345678",
        "310612345678",
        "06 12345678 (privé)",
        "mobiel: 06-12345678 zakelijk",
    ] {
        assert_eq!(mobile(typed), Ok("+31612345678".to_owned()), "{typed}");
    }
    for typed in ["-0612345678", "-612345678", "61234567", "6123456789", "3161234567", "1612345678", "x0612345678"] {
        assert_eq!(mobile(typed), Err(Rule::MobileShape), "{typed}");
    }
    for typed in ["0612345678 of 0687654321", "06 123456789", "- 0612345678"] {
        assert_eq!(mobile(typed), Err(Rule::MobileShape), "{typed}");
    }
}

#[test]
fn a_foreign_mobile_number_has_its_country_and_no_zero_behind_it() {
    for (typed, number) in [
        ("+44 07911 123456", "+447911123456"),
        ("+44 (0)7911 123456", "+447911123456"),
        ("0090 0532 123 45 67", "+905321234567"),
        ("+353 087 123 4567", "+353871234567"),
        ("+32 470 12 34 56", "+32470123456"),
        // Numbers of these countries may begin with a zero.
        ("+39 06 1234 5678", "+390612345678"),
        ("+378 0549 123456", "+3780549123456"),
        ("+225 07 12 34 56 78", "+2250712345678"),
    ] {
        assert_eq!(Mobile::parse(typed, true).unwrap().as_str(), number, "{typed}");
    }
    for typed in ["32470123456", "0470 12 34 56", "07911 123456", "0201234567"] {
        assert_eq!(Mobile::parse(typed, true), Err(Rule::MobileCountry), "{typed}");
    }
    assert_eq!(Mobile::parse("32470123456", false), Err(Rule::MobileShape));
    assert_eq!(Mobile::parse("0470 12 34 56", false), Err(Rule::MobileLandline));
}

#[test]
fn document_numbers_have_the_letters_of_the_document() {
    use IdentityDocumentKind::{IdentityCard, ResidencePermit};
    let number = |typed| IdentityDocumentNumber::parse(typed, IdentityCard, false);
    for typed in ["ΑΒ 123456", "αβ 123456", "АВ 123456", "ав-123456", "AB123456<<<", "A\u{200f}B123456"] {
        assert_eq!(number(typed).unwrap().as_str(), "AB123456", "{typed}");
    }
    for (typed, kept) in [
        ("Ξ 123456", "Ξ123456"),
        ("ΑΞ 123456", "AΞ123456"),
        ("ωφ 123456", "ΩΦ123456"),
        ("ФГ 123456", "ФГ123456"),
        ("фг 123456", "ФГ123456"),
        ("є 12345", "Є12345"),
    ] {
        assert_eq!(number(typed).unwrap().as_str(), kept, "{typed}");
    }
    for typed in ["-AB123456", "א1234567", "東123456", "é123456", "Ω12", "１２３４５", "AB123456·"] {
        assert_eq!(number(typed), Err(Rule::DocumentNumberShape), "{typed}");
    }
    let permit = IdentityDocumentNumber::parse("Ξ123456", ResidencePermit, true);
    assert_eq!(permit, Err(Rule::DocumentNumberShape), "a Dutch document");
}

#[test]
fn mail_01_email_addresses_are_read_as_they_are_copied() {
    for typed in [
        "jan@voorbeeld.nl. ",
        "jan@voorbeeld.nl.",
        "mailto:jan@voorbeeld.nl",
        "Jan de Vries <jan@voorbeeld.nl>",
        "<jan@voorbeeld.nl>",
        "\"jan@voorbeeld.nl\"",
        "jan@voorbeeld.nl;",
        "jan@voorbeeld.nl,",
        "jan@voorbeeld..nl",
        "(jan@voorbeeld.nl)",
        "j\u{200b}an@voor\u{202e}beeld.nl",
        "E-mail: jan@voorbeeld.nl",
        "jan@werk.nl <jan@voorbeeld.nl>",
        "jan@voorbeeld.nl…",
        "‘jan@voorbeeld.nl’",
        "'jan@voorbeeld.nl'",
        "“jan@voorbeeld.nl”,",
        "mailto:jan@voorbeeld.nl?subject=x",
        "jan@voorbeeld.nl/",
    ] {
        assert_eq!(Email::parse(typed).unwrap().as_str(), "jan@voorbeeld.nl", "{typed}");
    }
    for typed in ["jan@voorbeeld,nl", "jan,devries@voorbeeld.nl"] {
        assert_eq!(Email::parse(typed), Err(Rule::EmailComma), "{typed}");
    }
    for typed in [
        "jan de vries@voorbeeld.nl",
        "jan @voorbeeld.nl",
        "josé@voorbeeld.nl",
        "jan@voorbeeld.nl b",
        "jan@a_b.nl",
        "jan@b\u{430}nk.nl",
        "jan@b\u{3bf}nk.nl",
        "jan@voorbeeld.n\u{456}l",
    ] {
        assert_eq!(Email::parse(typed), Err(Rule::EmailCharacters), "{typed}");
    }
    for typed in [
        "jan@@voorbeeld.nl",
        "jan@werk@voorbeeld.nl",
        "jan.voorbeeld.nl",
        "-",
        ".",
        "<>",
        ".jan@voorbeeld.nl",
        "<.jan@voorbeeld.nl>",
        "https://jan@voorbeeld.nl",
        "mailto://jan@voorbeeld.nl",
        "a@voorbeeld.nl; b@voorbeeld.nl",
        "a@voorbeeld.nl,b@voorbeeld.nl",
        "A <a@voorbeeld.nl>, B <b@voorbeeld.nl>",
        "<a@voorbeeld.nl>, <b@voorbeeld.nl>",
        "Aan: a@voorbeeld.nl; cc: b@voorbeeld.nl",
        "mailto:a@voorbeeld.nl?cc=b@voorbeeld.nl",
    ] {
        assert_eq!(Email::parse(typed), Err(Rule::EmailShape), "{typed}");
    }
    for typed in ["o’brien@voorbeeld.ie", "o'brien@voorbeeld.ie"] {
        assert_eq!(Email::parse(typed).unwrap().as_str(), "o'brien@voorbeeld.ie", "{typed}");
    }
    assert_eq!(Email::parse("’t.hooft@voorbeeld.nl").unwrap().as_str(), "'t.hooft@voorbeeld.nl");
}

#[test]
fn an_international_domain_has_an_ascii_form() {
    let pairs = [
        ("jan@café.nl", "jan@xn--caf-dma.nl"),
        ("jan@bücher.example", "jan@xn--bcher-kva.example"),
        ("Jan@MÜNCHEN.example", "Jan@xn--mnchen-3ya.example"),
        ("jan@пример.рф", "jan@xn--e1afmkfd.xn--p1ai"),
        ("jan@例え.jp", "jan@xn--r8jz45g.jp"),
        ("jan@παράδειγμα.example", "jan@xn--hxajbheg2az3al.example"),
        ("jan@straße.example", "jan@xn--strae-oqa.example"),
        ("jan@他们为什么不说中文.example", "jan@xn--ihqwcrb4cv8a8dqg056pqjye.example"),
    ];
    for (typed, ascii) in pairs {
        let email = Email::parse(typed).unwrap();
        assert_eq!(email.ascii(), ascii);
        assert_eq!(Email::parse(email.as_str()), Ok(email));
    }
    assert_eq!(Email::parse("jan@café.nl").unwrap().as_str(), "jan@café.nl");
    assert_eq!(Email::parse("jan@café.nl").unwrap().folded(), Email::parse("jan@xn--caf-dma.nl").unwrap().folded());
    for typed in ["jan@ca×fé.nl", "jan@caf‽é.nl", "jan@ .nl", &format!("jan@{}.nl", "é".repeat(63))] {
        assert!(Email::parse(typed).is_err(), "{typed}");
    }
}

#[test]
fn an_international_address_has_an_ascii_form_and_an_ascii_address_has_no_other() {
    let ascii = |text| Email::parse(text).unwrap().ascii_if_international();
    assert_eq!(ascii("info@café.example"), "info@xn--caf-dma.example");
    // RFC 3492, section 7.1, in small letters.
    assert_eq!(ascii("a@pročprostěnemluvíčesky.cz"), "a@xn--proprostnemluvesky-uyb24dma41a.cz");
    assert_eq!(ascii("a@tạisaohọkhôngthểchỉnóitiếngviệt.vn"), "a@xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g.vn");
    assert_eq!(ascii("info@cafe.example"), "");
}

#[test]
fn letters_of_document_numbers_become_capitals_in_every_script() {
    let number = |text| IdentityDocumentNumber::parse(text, IdentityDocumentKind::IdentityCard, false).unwrap();
    assert_eq!(number("ωψ123456").as_str(), "ΩΨ123456");
    assert_eq!(number("ґя123456").as_str(), "ҐЯ123456");
    assert_eq!(number("ђи123456").as_str(), "ЂИ123456");
}

#[test]
fn a_number_without_sms_is_told_from_one_that_is_none() {
    for (number, rule) in [
        ("+31 20 1234567", Rule::MobileLandline),
        ("0031 900 1234567", Rule::MobileLandline),
        ("+31 20 123456", Rule::MobileShape),
        ("+31 700 1234567", Rule::MobileShape),
        ("020 1234567", Rule::MobileLandline),
        ("020 123456", Rule::MobileShape),
    ] {
        assert_eq!(Mobile::parse(number, false).err(), Some(rule), "{number}");
    }
    assert_eq!(Mobile::parse("31 20 1234567", true).err(), Some(Rule::MobileCountry));
}
