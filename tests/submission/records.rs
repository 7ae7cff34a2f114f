//! What may be written over what.

use eherkenning_wizard::domain::application::{Seal, SignedApplication};
use eherkenning_wizard::domain::submission::{Key, Piece, Record, Standing, Submission};
use eherkenning_wizard::domain::wire::{FromJson, Json, Misfit};

use crate::common;
use crate::walk::{key, submission};

fn record(number: u8, standing: Standing) -> Record {
    Record { key: key(number), replaces: Vec::new(), standing, submission: None, is_mixed: false }
}

fn receipt() -> Standing {
    Standing::Received { reference: "EH-1".into(), is_changed: false }
}

fn read(text: &str) -> Result<Record, Misfit> {
    Record::from_json(&Json::parse(text).map_err(|_| Misfit(""))?)
}

#[test]
fn a_key_that_was_used_is_only_replaced_by_one_that_names_it() {
    for (stored, may_go) in
        [(Standing::Free, true), (Standing::Declined, false), (Standing::Doubt, false), (receipt(), true)]
    {
        let stored = record(1, stored);
        let other = record(2, Standing::Free);
        assert_eq!(other.may_replace(&stored), may_go, "{stored:?}");
        assert!(Record { replaces: vec![key(1)], ..other.clone() }.may_replace(&stored));
        assert_eq!(Record { replaces: vec![key(3)], ..other }.may_replace(&stored), may_go);
    }
}

#[test]
fn a_receipt_is_only_replaced_by_a_receipt_or_another_application() {
    let all = [Standing::Free, Standing::Declined, Standing::Doubt, receipt()];
    for standing in &all {
        assert_eq!(record(1, standing.clone()).may_replace(&record(1, receipt())), *standing == receipt());
        for stored in all.iter().filter(|stored| **stored != receipt()) {
            assert!(record(1, standing.clone()).may_replace(&record(1, stored.clone())), "{standing:?} {stored:?}");
        }
    }
}

#[test]
fn what_was_sent_grows_old_only_when_its_outcome_is_known() {
    let ages = [Standing::Free, Standing::Declined, Standing::Doubt, receipt()].map(|one| record(1, one).may_expire());
    assert_eq!(ages, [true, false, false, true]);
}

#[test]
fn a_record_reads_back_as_it_was_written() {
    let changed = Standing::Received { reference: "EH:2".into(), is_changed: true };
    for standing in [Standing::Free, Standing::Declined, Standing::Doubt, receipt(), changed] {
        let mut record = record(1, standing);
        record.submission = Some(submission("A"));
        record.replaces = vec![key(2)];
        assert_eq!(read(&serde_json::to_string(&record).unwrap()), Ok(record));
    }
    let newer = format!(r#"{{"key": "{}", "standing": "lost"}}"#, key(1).as_str());
    assert!(read(&newer).is_err(), "what a newer version wrote is not guessed at");
    let bare = format!(r#"{{"key": "{}", "standing": "free"}}"#, key(1).as_str());
    assert_eq!(read(&bare), Ok(record(1, Standing::Free)));
    assert!(read(r#"{"key": "1", "standing": "free"}"#).is_err());
}

#[test]
fn a_signed_application_is_fixed_with_its_files() {
    let (draft, facts) = (common::sole_director(), common::facts());
    let seal = Seal { id: key(7).as_str().to_owned(), at: common::MOMENT.to_owned() };
    let signed = SignedApplication::seal(&draft, &facts, &seal).unwrap();
    let submission = Submission::new(&signed, "{}".to_owned()).unwrap();
    assert_eq!((&submission.key, submission.level.as_str()), (&key(7), "EH3"));
    assert_eq!(submission.files.len(), draft.documents.len());
    for (file, document) in submission.files.iter().zip(&draft.documents) {
        assert_eq!((&file.id, &file.sha256), (&document.id, &document.sha256));
        assert_eq!((&file.file_name, file.size_bytes), (&document.file_name, document.size_bytes));
    }
    let files: u64 = draft.documents.iter().map(|document| document.size_bytes).sum();
    assert_eq!(submission.size_bytes(), files + 2);
}

#[test]
fn the_body_is_the_same_at_every_try() {
    let mut one = submission("{}");
    one.files[0].file_name = "a \"b\".jpg".to_owned();
    let boundary = one.boundary();
    assert_eq!(boundary, format!("eherkenning-{}", key(1).as_str()));
    let text: String = one
        .pieces()
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::File(id) => format!("<{id}>"),
        })
        .collect();
    let expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"application\"\r\nContent-Type: application/json\r\n\r\n\
         {{}}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"copy\"; filename=\"a %22b%22.jpg\"\r\n\
         Content-Type: image/jpeg\r\n\r\n<copy>\r\n--{boundary}--\r\n"
    );
    assert_eq!(text, expected);
}

#[test]
fn a_key_is_a_uuid() {
    let text = "0190CBA1-0000-7000-8000-00000000000A";
    assert_eq!(Key::parse(text).unwrap().as_str(), text.to_ascii_lowercase());
    assert_eq!(String::from(Key::parse(text).unwrap()), text.to_ascii_lowercase());
    assert!(Key::parse("").is_err() && Key::parse("1").is_err());
}

#[test]
fn a_fresh_key_is_a_uuid_of_version_7() {
    let fresh = Key::fresh([0xff; 16]);
    assert_eq!(fresh.as_str(), "ffffffff-ffff-7fff-bfff-ffffffffffff");
    assert_eq!(Key::parse(fresh.as_str()), Ok(fresh));
    assert_eq!(Key::fresh([0; 16]).as_str(), "00000000-0000-7000-8000-000000000000");
    assert_eq!(Key::fresh([0x52; 16]).as_str(), "52525252-5252-7252-9252-525252525252");
}
