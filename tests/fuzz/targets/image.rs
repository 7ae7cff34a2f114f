//! Any bytes as an image: its kind, its end, and what is left of a JPEG without its metadata.

#![no_main]

use eherkenning_wizard::domain::scheme::{JpegEnd, MediaType, jpeg_without_notes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    MediaType::is_heic(bytes);
    if let Some(kind) = MediaType::sniff(bytes) {
        kind.is_complete(bytes);
    }
    // The end is found alike in one piece and in two.
    let (head, tail) = bytes.split_at(bytes.len() / 2);
    let mut end = JpegEnd::default();
    let in_two = end.is_in(head) || end.is_in(tail);
    assert_eq!(JpegEnd::default().is_in(bytes), in_two);

    if let Some(kept) = jpeg_without_notes(bytes, bytes.len()) {
        assert_eq!(kept.last().map(|(_, end)| *end), Some(bytes.len()));
        assert!(kept.iter().all(|(start, end)| start <= end));
        assert!(kept.windows(2).all(|pair| matches!(pair, [(_, end), (start, _)] if end <= start)));
    }
});
