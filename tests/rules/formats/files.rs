//! Files, identifiers, points in time and amounts.

use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::*;

#[test]
fn identifiers_are_lower_case_hexadecimal() {
    let id = "0190F3A2-7C1D-7e55-8abc-0123456789ab";
    assert_eq!(Uuid::parse(id).unwrap().as_str(), id.to_lowercase());
    assert_eq!(ServiceUuid::parse(id).unwrap().as_str(), id.to_lowercase());
    for text in [
        "0190f3a27c1d7e558abc0123456789ab",
        "0190f3a2-7c1d-7e55-8abc-0123456789ag",
        "0190f3a2-7c1d-7e55-8abc0-123456789ab",
    ] {
        assert_eq!(Uuid::parse(text), Err(Rule::IdShape), "{text}");
        assert_eq!(ServiceUuid::parse(text), Err(Rule::ServiceIdShape), "{text}");
    }
    assert_eq!(Sha256::parse(&"AB".repeat(32)).unwrap().as_str(), "ab".repeat(32));
    assert_eq!(Sha256::parse(&"a".repeat(63)), Err(Rule::DocumentDigestShape));
    assert_eq!(Sha256::parse(&"g".repeat(64)), Err(Rule::DocumentDigestShape));
    let id = ServiceId::parse("urn:etoegang:DV:00000001002220647000:services:9052").unwrap();
    assert_eq!(id.oin(), "00000001002220647000");
}

#[test]
fn moments_are_in_utc() {
    assert_eq!(Moment::parse("2026-11-23T10:15:00Z").unwrap().date(), Date::new(2026, 11, 23).unwrap());
    assert!(Moment::parse("2026-11-23T23:59:59.999Z").is_ok());
    let wrong = [
        "2026-11-23",
        "2026-11-23T10:15:00",
        "2026-11-23T10:15Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T10:60:00Z",
        "2026-02-30T10:15:00Z",
        "2026-11-23T10:15:00+01:00",
        "2026-11-23T10:15:00.Z",
        "2026-11-23T+1:15:00Z",
    ];
    for text in wrong {
        assert_eq!(Moment::parse(text), Err(Rule::TimeShape), "{text}");
    }
}

#[test]
fn file_names_have_no_path_or_bsn() {
    for name in ["a/b.pdf", "a\\b.pdf", "..", "a\nb.pdf", "fdp.\u{202e}exe"] {
        assert_eq!(FileName::parse(name), Err(Rule::FileNameShape), "{name:?}");
    }
    assert_eq!(FileName::parse("paspoort 111222333.jpg"), Err(Rule::BsnNotAllowed));
    assert_eq!(FileName::parse(&"a".repeat(101)), Err(Rule::TooLong));
    assert_eq!(FileName::cleaned("C:\\fakepath\\uittreksel.pdf").as_str(), "uittreksel.pdf");
    assert_eq!(FileName::cleaned("paspoort 111222333.jpg").as_str(), "paspoort xxxxxxxxx.jpg");
    assert_eq!(FileName::cleaned("").as_str(), "file");
    assert_eq!(FileName::cleaned("..").as_str(), "file");
    let long = FileName::cleaned(&format!("{}.jpeg", "é".repeat(300)));
    assert!(long.as_str().ends_with("é.jpeg") && long.as_str().chars().count() <= 100);
}

/// A JPEG with a preview that has an end of its own, a stuffed zero, a restart marker and a second scan.
const JPEG: &[u8] =
    b"\xff\xd8\xff\xe1\0\x06\xff\xd8\xff\xd9\xff\xda\0\x04\x01\x02data\xff\0\xff\xd0data\xff\xda\0\x02more\xff\xff\xd9";

#[test]
fn a_jpeg_is_complete_when_its_image_ends_whatever_follows() {
    assert!(MediaType::Jpeg.is_complete(JPEG));
    for end in 0..JPEG.len() {
        assert!(!MediaType::Jpeg.is_complete(&JPEG[..end]), "cut at {end}");
    }
    let film = b"\0\0\0\x18ftypisom".repeat(400_000);
    assert!(MediaType::Jpeg.is_complete(&[JPEG, &film].concat()));
    assert!(!MediaType::Jpeg.is_complete(&[&JPEG[..JPEG.len() - 1], &film].concat()));
}

#[test]
fn the_end_of_a_jpeg_is_found_across_pieces() {
    for size in 1..JPEG.len() {
        let mut end = JpegEnd::default();
        let found: Vec<bool> = JPEG.chunks(size).map(|piece| end.is_in(piece)).collect();
        assert_eq!(found.iter().position(|found| *found), Some(found.len() - 1), "pieces of {size}");
    }
}

#[test]
fn the_kind_of_file_is_detected_from_its_content() {
    let png = b"\x89PNG\r\n\x1a\n....IHDR";
    assert_eq!(MediaType::sniff(b"\xff\xd8\xff\xe0"), Some(MediaType::Jpeg));
    assert_eq!(MediaType::sniff(png), Some(MediaType::Png));
    assert_eq!(MediaType::sniff(b"\n%PDF-1.7"), Some(MediaType::Pdf));
    assert_eq!(MediaType::sniff(b"GIF89a"), None);
    assert_eq!(MediaType::sniff(b""), None);
    assert!(MediaType::Png.is_complete(b"\0\0\0\0IEND\xaeB`\x82"));
    assert!(!MediaType::Png.is_complete(b""));
    assert!(MediaType::Pdf.is_complete(b"startxref\n9\n%%EOF\n"));
    assert!(!MediaType::Pdf.is_complete(b"startxref"));
    assert!(MediaType::is_heic(b"\0\0\0\x18ftypheic"));
    assert!(!MediaType::is_heic(b"\0\0\0\x18ftypavif") && !MediaType::is_heic(b"ftyp"));
    assert!(pdf_may_be_encrypted(b"trailer << /Encrypt 5 0 R >>") && !pdf_may_be_encrypted(b"trailer"));
}

#[test]
fn vat_is_rounded_half_up() {
    assert_eq!(Cents(1000).plus_vat(21), Cents(1210));
    assert_eq!(Cents(50).plus_vat(21), Cents(61));
    assert_eq!(Cents(1).plus_vat(21), Cents(1));
    assert_eq!(Cents(i64::MAX) + Cents(1), Cents(i64::MAX));
    assert_eq!(serde_json::to_string(&Cents(5)).unwrap(), "5");
}

#[test]
fn only_a_short_extension_is_kept() {
    let long = format!("brief.{}", "a".repeat(120));
    assert_eq!(FileName::cleaned(&long).as_str(), format!("brief.{}", "a".repeat(88)));
    let short = format!("{}.jpeg", "a".repeat(120));
    assert_eq!(FileName::cleaned(&short).as_str(), format!("{}.jpeg", "a".repeat(94)));
}

#[test]
fn only_metadata_is_removed_from_a_jpeg() {
    let segment = |kind: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, kind], &length[..], content].concat()
    };
    let [jfif, exif, icc, adobe, comment] =
        [(0xe0, "JFIF"), (0xe1, "Exif"), (0xe2, "ICC_PROFILE"), (0xee, "Adobe"), (0xfe, "by me")]
            .map(|(kind, content)| segment(kind, content.as_bytes()));
    let (tables, frame, scan) = (segment(0xdb, &[1; 65]), segment(0xc0, &[8; 15]), segment(0xda, &[2; 10]));
    let pixels = [&[9; 500][..], &[0xff, 0xd9]].concat();
    let whole = [&[0xff, 0xd8][..], &jfif, &exif, &tables, &icc, &adobe, &frame, &comment, &scan, &pixels].concat();
    let bare = [&[0xff, 0xd8][..], &jfif, &tables, &frame, &scan, &pixels].concat();
    let strip = |jpeg: &[u8]| {
        let parts = jpeg_without_notes(jpeg, jpeg.len())?;
        Some(parts.into_iter().flat_map(|(from, to)| jpeg[from..to].to_vec()).collect::<Vec<u8>>())
    };
    assert_eq!(strip(&whole).as_deref(), Some(&bare[..]));
    assert_eq!(strip(&bare).as_deref(), Some(&bare[..]));
    // Only the bytes before the pixels are needed.
    let parts = jpeg_without_notes(&whole[..whole.len() - pixels.len()], whole.len()).unwrap();
    assert_eq!(parts.last().unwrap().1, whole.len());
    for end in 0..whole.len() - pixels.len() - scan.len() + 3 {
        assert_eq!(jpeg_without_notes(&whole[..end], end), None, "{end}");
    }
    assert_eq!(jpeg_without_notes(b"\xff\xd8no segment", 12), None);
}
