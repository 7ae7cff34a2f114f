//! Files that were sealed here, and then damaged in every way.

use eherkenning_wizard::domain::draft::{DocumentDraft, Draft};
use eherkenning_wizard::domain::handover::{
    Act, BoxPlace, Clear, Deed, Fault, Handover, Header, MAX_CLEAR_BYTES, MAX_CONTENT_BYTES, MAX_FILE_BYTES, Note,
    Party, ReceivedClear,
};
use eherkenning_wizard::domain::scheme::{Moment, Uuid};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};

use crate::common::{ID, MOMENT, finished_draft};
use crate::crypto::sha256;
use crate::file::{FILE, KEYS, clear, day, fault, header, open, seal};

/// A handover of a finished draft with these documents.
pub fn handover(documents: &[&[u8]]) -> Handover {
    let described = documents.iter().zip(1..).map(|(bytes, row)| DocumentDraft {
        id: row.to_string(),
        size_bytes: bytes.len() as u64,
        sha256: hex::encode(sha256(bytes)),
        ..DocumentDraft::default()
    });
    let draft = Draft { documents: described.collect(), ..finished_draft() };
    Handover::new("Voorbeeld eHerkenning", Uuid::parse(ID).unwrap(), draft)
}

#[test]
fn each_flipped_byte_of_the_clear_part_has_its_code() {
    let start = "{\"format\":\"eherkenning-handover/";
    let length = clear(&FILE).unwrap().bytes().len();
    for at in 0..length {
        for bit in 0..8 {
            let mut file = FILE.clone();
            file[at] ^= 1 << bit;
            let expected = match at {
                _ if at < start.len() => Fault::NotAHandover,
                // Another digit here is another version, whose sum we do not know.
                _ if at == start.len() && (b'2'..=b'9').contains(&file[at]) => Fault::NewerVersion,
                _ => Fault::Damaged,
            };
            assert_eq!(fault(&file), Some(expected), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn each_flipped_byte_of_the_boxes_is_damage() {
    let documents: [&[u8]; 2] = [&[7; 600], b""];
    let file = seal(header(), &handover(&documents).to_json(), &documents).unwrap();
    let start = clear(&file).unwrap().bytes().len();
    let step = (file.len() - start).div_ceil(1000);
    for at in (start..file.len()).step_by(step).chain(file.len() - 32..file.len()) {
        let mut file = file.clone();
        file[at] ^= 0x10;
        assert_eq!(fault(&file), Some(Fault::Damaged), "byte {at}");
    }
}

#[test]
fn each_prefix_of_a_file_is_cut_off() {
    for length in 0..FILE.len() {
        assert_eq!(fault(&FILE[..length]), Some(Fault::CutOff), "{length} bytes");
    }
}

#[test]
fn whatever_follows_the_last_box_is_damage() {
    for more in [&b"\n"[..], b"\0", &FILE] {
        assert_eq!(fault(&[&FILE, more].concat()), Some(Fault::Damaged));
    }
}

#[test]
fn a_box_of_another_file_is_damage() {
    let documents: [&[u8]; 1] = [b"document"];
    let sealed = |nonce| seal(Header { nonce, ..header() }, &handover(&documents).to_json(), &documents).unwrap();
    let (one, mut other) = (sealed([1; 8]), sealed([2; 8]));
    assert_eq!(fault(&one), None);
    let at = one.len() - 24;
    other[at..].copy_from_slice(&one[at..]);
    assert_eq!(fault(&other), Some(Fault::Damaged));
}

#[test]
fn fifty_megabytes_of_documents_are_sealed_and_opened_one_by_one() {
    let documents: Vec<Vec<u8>> = (0..5).map(|row| vec![row; 10 * 1024 * 1024]).collect();
    let documents: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
    let handover = handover(&documents);
    let file = seal(header(), &handover.to_json(), &documents).unwrap();
    let envelope = clear(&file).unwrap();
    let places = envelope.document_boxes(&handover.draft.documents, file.len() as u64).unwrap();
    // The last one first, as a browser may read any slice of the file.
    for (BoxPlace { number, start, length }, document) in places.into_iter().zip(&documents).rev() {
        let sealed = &file[start as usize..][..length as usize];
        assert!(KEYS.open(&envelope, number, sealed).unwrap() == *document, "{number}");
    }
}

#[test]
fn the_sizes_of_a_file_are_limited_on_both_sides() {
    assert_eq!((MAX_CLEAR_BYTES, MAX_CONTENT_BYTES, MAX_FILE_BYTES), (1024 + 20, 1 << 22, 1 << 30));
    let most = MAX_CONTENT_BYTES as usize - 16;
    assert!(Clear::new(header(), KEYS.check, most).is_ok());
    assert_eq!(Clear::new(header(), KEYS.check, most + 1), Err(Fault::TooLarge));
    assert_eq!(Clear::new(header(), KEYS.check, usize::MAX), Err(Fault::TooLarge));

    let envelope = Clear::new(header(), KEYS.check, most).map(|clear| {
        let sum = sha256(&clear.to_sum());
        clear.summed(sum)
    });
    let start = envelope.unwrap().bytes().to_vec();
    let whole = [start, vec![0; MAX_CONTENT_BYTES as usize]].concat();
    assert!(clear(&whole).is_ok());
    assert_eq!(clear(&whole[..whole.len() - 1]), Err(Fault::CutOff));

    let received = |file_bytes| {
        let received = ReceivedClear::read(&FILE).unwrap();
        let sum = sha256(&received.to_sum());
        received.checked(sum, file_bytes).err()
    };
    assert_eq!(received(MAX_FILE_BYTES), None);
    assert_eq!(received(MAX_FILE_BYTES + 1), Some(Fault::TooLarge));

    let envelope = clear(&FILE).unwrap();
    let boxes = |size_bytes: u64, file_bytes: u64| {
        envelope.document_boxes(&[DocumentDraft { size_bytes, ..DocumentDraft::default() }], file_bytes).map(|_| ())
    };
    let content = envelope.content_box();
    let fits = MAX_FILE_BYTES - content.start - content.length - 16;
    assert_eq!(boxes(fits, MAX_FILE_BYTES), Ok(()));
    assert_eq!(boxes(fits + 1, MAX_FILE_BYTES), Err(Fault::TooLarge));
    assert_eq!(boxes(fits - 1, MAX_FILE_BYTES), Err(Fault::Damaged));
    assert_eq!(boxes(u64::MAX, u64::MAX), Err(Fault::TooLarge));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..1500), end in 0..1200_usize) {
        let _ = fault(&bytes);
        // Behind a good start, too.
        let _ = fault(&[&FILE[..end.min(FILE.len())], &bytes].concat());
    }

    #[test]
    fn any_text_after_the_format_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = fault(format!("{{\"format\":\"eherkenning-handover/{text}\n").as_bytes());
    }

    #[test]
    fn what_is_sealed_is_opened(
        nonce in any::<[u8; 8]>(), days in 0..20_000_i64, documents in vec(vec(any::<u8>(), 0..300), 0..5), note in "[ -;=?-~]{0,80}",
        rows in vec((0..4_usize, 0..5_usize), 0..6),
    ) {
        let documents: Vec<&[u8]> = documents.iter().map(Vec::as_slice).collect();
        let mut sealed = handover(&documents);
        sealed.note = Note::parse(&note).ok();
        let at = Moment::parse(MOMENT).unwrap();
        let party = |row: usize| row.checked_sub(1).map_or(Party::User, Party::Representative);
        sealed.history = rows.iter().map(|(act, row)| Deed { by: party(*row), did: Act::ALL[*act], at: at.clone() }).collect();
        sealed.signer = rows.first().map(|(_, row)| party(*row));
        let header = Header { nonce, ends_on: day("2026-01-01").add_days(days), ..header() };
        let file = seal(header.clone(), &sealed.to_json(), &documents).unwrap();
        let (opened, bytes) = open(&file, &KEYS, Some("Voorbeeld eHerkenning"), header.ends_on).unwrap();
        assert_eq!(opened.handover, sealed);
        assert_eq!(opened.warning, None);
        assert_eq!(bytes, documents);
        assert_eq!(opened.handover.to_json(), sealed.to_json());
    }
}
