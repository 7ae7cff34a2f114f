//! `intake verify`: what is damaged, missing or left behind is reported, and nothing is changed.

use std::fs::File;
use std::time::{Duration, SystemTime};

use crate::form::Form;
use crate::operator::{Place, stored};

const CLAIM: &[u8] = br#"{"owner":"d7a1a7a4-3f5c-4c43-9d0d-1f6a3f3c9f0e","claimed_at_unix":1}"#;

/// Dates all files two hours back.
fn make_old(place: &Place) {
    match place {
        Place::Bucket(bucket) => bucket.date("2026-11-01T00:00:00.000Z"),
        Place::Folder(folder) => {
            for (name, _) in place.files() {
                let date = SystemTime::now() - Duration::from_secs(7200);
                File::options().write(true).open(folder.0.join(name)).unwrap().set_modified(date).unwrap();
            }
        }
    }
}

type Spoil = fn(&Place, &Form);

const FAULTS: [(&str, Spoil); 10] = [
    ("damaged: documents/", |place, form| place.change(&format!("{}/1/documents/", form.key), |bytes| bytes.push(0))),
    ("is missing", |place, form| place.remove(&format!("{}/1/documents/", form.key))),
    ("damaged: application.json", |place, form| {
        place.change(&format!("{}/1/application.json", form.key), |bytes| bytes.truncate(100));
    }),
    ("damaged: application.json or the list", |place, form| {
        place.change(&format!("{}/1/application.json", form.key), |bytes| bytes.push(b' '));
    }),
    ("damaged: application.json or the list", |place, form| {
        place.put(&format!("applications/{}/1/documents/more.pdf", form.key), b"more");
    }),
    ("missing: applications/", |place, form| place.remove(&format!("{}/1/application.json", form.key))),
    ("orphan: ", |place, form| place.put(&format!("applications/{}/2/application.json", form.key), b"more")),
    ("orphan: ", |place, _| place.put(&format!("applications/{}/1/application.json", Form::finished().key), b"more")),
    ("half-finished: ", |place, _| place.put(&format!("keys/{}/1.claim.json", Form::finished().key), CLAIM)),
    ("half-erased: ", |place, form| {
        place.put(&format!("keys/{}/erased.json", form.key), br#"{"why":"withdrawn","erased_at_unix":1}"#);
    }),
];

#[test]
fn a_store_in_order_has_no_faults() {
    for place in Place::both() {
        stored(&place.start(), 2);
        make_old(&place);
        let before = place.files();
        assert_eq!(place.done(&["verify"]), "2 keys checked, 0 faults found\n");
        assert_eq!(place.files(), before);
    }
}

#[test]
fn every_fault_is_reported() {
    for place in Place::both() {
        let applications = stored(&place.start(), 2);
        let (form, _) = &applications[0];
        let before = place.files();
        for (expected, spoil) in FAULTS {
            spoil(&place, form);
            make_old(&place);
            let spoilt = place.files();
            let done = place.run(&["verify"]);
            assert!(done.code == 1 && done.out.contains(expected), "{expected}: {done:?}");
            let is_other = |line: &str| line.starts_with(&applications[1].0.key);
            assert!(!done.out.lines().any(is_other), "{expected}: {done:?}");
            assert_eq!(place.files(), spoilt, "nothing is changed");
            place.remove("");
            before.iter().for_each(|(name, bytes)| place.put(name, bytes));
        }
    }
}

#[test]
fn what_is_being_stored_is_no_fault() {
    let place = Place::Folder(crate::server::Folder::new());
    place.put(&format!("keys/{}/1.claim.json", Form::finished().key), CLAIM);
    place.put(&format!("applications/{}/1/documents/x.jpg", Form::finished().key), b"half");
    assert_eq!(place.done(&["verify"]), "1 keys checked, 0 faults found\n");
}

#[test]
fn a_receipt_that_cannot_be_read_is_reported_and_does_not_stop_the_rest() {
    for place in Place::both() {
        let applications = stored(&place.start(), 2);
        let (form, reference) = &applications[0];
        place.change(&format!("{}/1.outcome.json", form.key), |bytes| bytes.truncate(20));
        for command in [vec!["verify"], vec!["list"]] {
            let done = place.run(&command);
            assert!(done.code == 1 && done.err.contains(&form.key), "{done:?}");
        }
        assert_eq!(place.run(&["show", reference]).code, 2);
        let other = place.done(&["show", &applications[1].0.key]);
        assert!(other.contains(&applications[1].1));
    }
}
