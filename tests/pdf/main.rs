//! PDFs as scanners and programs write them: their pages are drawn, and those that need a password are recognised.
//! `fixtures.py` made the files in `fixtures`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::fs;
use std::path::Path;

use eherkenning_wizard::pdf::{Document, Picture, Unopened, needs_password};

const RED: [u8; 3] = [220, 30, 30];
const BLUE: [u8; 3] = [30, 30, 220];
const WHITE: [u8; 3] = [255; 3];
const BLACK: [u8; 3] = [0; 3];

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pdf/fixtures/{name}.pdf"))).unwrap()
}

fn open(name: &str) -> Document {
    Document::open(fixture(name)).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

fn unopened(bytes: impl Into<Vec<u8>>) -> Option<Unopened> {
    Document::open(bytes.into()).err()
}

/// The first page at 72 dots per inch, at which a point is a pixel.
fn drawn(name: &str) -> Picture {
    open(name).draw(0, 72).unwrap()
}

/// Whether the pixel at a place has about this colour; JPEG changes it a little.
fn has(picture: &Picture, (x, y): (usize, usize), colour: [u8; 3]) -> bool {
    let at = 4 * (y * usize::from(picture.width()) + x);
    let pixel = &picture.rgba()[at..at + 4];
    pixel[3] == 255 && colour.iter().zip(pixel).all(|(wanted, found)| wanted.abs_diff(*found) < 16)
}

/// The left and the right half of a picture of 200 by 100.
fn assert_halves(name: &str, picture: &Picture, left: [u8; 3], right: [u8; 3]) {
    assert_eq!((picture.width(), picture.height()), (200, 100), "{name}");
    assert_eq!(picture.rgba().len(), 200 * 100 * 4);
    assert!(has(picture, (50, 50), left) && has(picture, (150, 50), right), "{name}");
}

#[test]
fn a_scan_is_drawn_however_it_is_compressed() {
    for name in ["scan-jpeg", "scan-jpeg-progressive", "scan-jpeg2000", "scan-flate"] {
        let picture = drawn(name);
        assert_halves(name, &picture, RED, BLUE);
        assert!(!picture.lacks_fonts, "{name}");
    }
    for name in ["scan-fax", "scan-jbig2"] {
        assert_halves(name, &drawn(name), BLACK, WHITE);
    }
}

#[test]
fn objects_may_be_in_streams() {
    for name in ["fields", "fields-in-streams", "mentions-encryption"] {
        assert_eq!(open(name).page_count(), 1, "{name}");
    }
    assert_halves("fields-in-streams", &drawn("fields-in-streams"), RED, BLUE);
}

#[test]
fn each_page_is_drawn_by_itself() {
    let document = open("two-pages");
    assert_eq!(document.page_count(), 2);
    assert_halves("first", &document.draw(0, 72).unwrap(), RED, BLUE);
    assert_halves("second", &document.draw(1, 72).unwrap(), BLUE, RED);
    assert!(document.draw(2, 72).is_none() && document.draw(usize::MAX, 72).is_none());
}

#[test]
fn a_rotated_page_is_drawn_as_it_is_shown() {
    let picture = drawn("rotated");
    assert_eq!((picture.width(), picture.height()), (100, 200));
    assert!(has(&picture, (50, 50), RED) && has(&picture, (50, 150), BLUE));
}

#[test]
fn the_resolution_is_as_asked_but_a_large_page_is_drawn_smaller() {
    let sizes = |name: &str, dots_per_inch| {
        let picture = open(name).draw(0, dots_per_inch).unwrap();
        (picture.width(), picture.height())
    };
    assert_eq!(sizes("fields", 144), (400, 200));
    assert_eq!(sizes("fields", u16::MAX), (4000, 2000));
    assert_eq!(sizes("fields", 0), (2, 1));
    assert_eq!(sizes("large-page", 72), (4000, 20));
}

#[test]
fn text_is_drawn_with_the_font_in_the_file() {
    let picture = drawn("text");
    assert!(!picture.lacks_fonts);
    assert!(picture.rgba().chunks(4).filter(|pixel| pixel[0] < 100).count() > 500);
}

#[test]
fn a_font_that_is_missing_is_noticed_unless_its_text_is_invisible() {
    assert!(drawn("text-without-font").lacks_fonts);
    let recognised = drawn("scan-recognised");
    assert_halves("scan-recognised", &recognised, RED, BLUE);
    assert!(!recognised.lacks_fonts);
}

/// Every way to encrypt, with 40, 128 and 256 bits.
const ENCRYPTIONS: [&str; 5] = ["rc4-40", "rc4-128", "aes-128", "aes-256", "in-streams"];

#[test]
fn a_pdf_that_only_restricts_what_may_be_done_with_it_opens() {
    for encryption in ENCRYPTIONS {
        let name = format!("restricted-{encryption}");
        assert!(!needs_password(&fixture(&name)), "{name}");
        assert_halves(&name, &drawn(&name), RED, BLUE);
    }
}

#[test]
fn a_pdf_with_a_password_to_open_is_recognised() {
    for encryption in ENCRYPTIONS {
        let locked = fixture(&format!("locked-{encryption}"));
        assert!(needs_password(&locked), "{encryption}");
        assert_eq!(unopened(locked), Some(Unopened::NeedsPassword), "{encryption}");
    }
}

#[test]
fn encryption_counts_only_where_the_pdf_states_it() {
    let mentions = fixture("mentions-encryption");
    assert!(mentions.windows(8).any(|window| window == b"/Encrypt"));
    assert!(!needs_password(&mentions));
    assert!(!needs_password(b"/Encrypt") && !needs_password(b"%PDF-1.7 /Encrypt 5 0 R startxref 0 %%EOF"));
}

#[test]
fn encryption_is_found_in_a_file_whose_end_points_nowhere() {
    for (name, expected) in [("locked-aes-256", true), ("locked-in-streams", true), ("restricted-aes-256", false)] {
        let mut bytes = fixture(name);
        let at = bytes.windows(9).rposition(|window| window == b"startxref").unwrap();
        bytes.splice(at + 10.., *b"99999999\n%%EOF\n");
        assert_eq!(needs_password(&bytes), expected, "{name}");
    }
}

#[test]
fn encryption_that_is_incomplete_or_unknown_cannot_be_opened() {
    let encrypted = |entry: &str| {
        format!("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Root 1 0 R /Encrypt {entry} >>\nstartxref\n9\n%%EOF\n")
    };
    for entry in
        ["5 0 R", "<< /Filter /Standard >>", "<< /Filter /Adobe.PubSec /V 4 >>", "<< /Filter /Standard /V 9 /R 9 >>"]
    {
        assert!(needs_password(encrypted(entry).as_bytes()), "{entry}");
    }
    assert!(!needs_password(encrypted("null").as_bytes()));
}

#[test]
fn a_truncated_pdf_opens_as_far_as_it_can_be_read() {
    let whole = fixture("scan-jpeg");
    for length in (0..whole.len()).step_by(60) {
        match Document::open(whole[..length].to_vec()) {
            Ok(document) => assert!(document.draw(0, 20).is_some(), "{length}"),
            Err(why) => assert_eq!(why, Unopened::Damaged, "{length}"),
        }
    }
}

#[test]
fn what_is_no_pdf_is_damaged() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    for bytes in
        [Vec::new(), b"%PDF-1.7".to_vec(), b"%PDF-1.7\n%%EOF\n".to_vec(), png, vec![0; 5000], b"<<".repeat(5000)]
    {
        assert_eq!(unopened(bytes), Some(Unopened::Damaged));
    }
}

#[test]
fn damage_anywhere_is_harmless() {
    for name in ["fields-in-streams", "restricted-rc4-128", "locked-aes-128"] {
        let whole = fixture(name);
        for at in (0..whole.len()).step_by(3) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xff;
            needs_password(&bytes);
        }
    }
}
