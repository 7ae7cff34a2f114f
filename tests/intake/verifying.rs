//! `intake verify`: what is damaged, missing or left behind is reported, and nothing is changed.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::form::Form;
use crate::operator::{Place, stored};
use crate::server::Folder;

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

const FAULTS: [(&str, Spoil); 16] = [
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
    ("1/application.json.bak is no file of intake", |place, form| {
        place.put(&format!("applications/{}/1/application.json.bak", form.key), b"more");
    }),
    ("1/more is no file of intake", |place, form| {
        place.put(&format!("applications/{}/1/more/a.json", form.key), b"more");
    }),
    ("notes.txt is no file of intake", |place, form| {
        place.put(&format!("applications/{}/notes.txt", form.key), b"more");
    }),
    ("1.outcome.json.bak is no file of intake", |place, form| {
        place.put(&format!("keys/{}/1.outcome.json.bak", form.key), b"more");
    }),
    ("backup is no file of intake", |place, _| {
        place.put("backup/a.json", b"more");
        place.put("backup/b.json", b"more");
    }),
    ("outbox/notes.txt is no file of intake", |place, _| place.put("outbox/notes.txt", b"more")),
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
            assert!(!expected.contains("no file") || done.out.matches(expected).count() == 1, "{expected}: {done:?}");
            assert_eq!(place.files(), spoilt, "nothing is changed");
            place.remove("");
            before.iter().for_each(|(name, bytes)| place.put(name, bytes));
        }
    }
}

#[test]
fn what_is_being_stored_is_no_fault() {
    let place = Place::Folder(Folder::new());
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

#[test]
fn what_is_left_of_a_write_that_was_cut_off_is_neither_a_key_nor_a_fault() {
    let place = Place::Folder(Folder::new());
    let (form, _) = stored(&place.start(), 1).remove(0);
    let other = Form::finished().numbered(2).key;
    for name in [
        format!("outbox/{other}.1.json#1"),
        format!("keys/{other}/1.claim.json#1"),
        format!("keys/{}/handled.json#12", form.key),
        format!("applications/{}/1/application.json#2", form.key),
        "put-if-absent-1.json#1".to_owned(),
    ] {
        place.put(&name, b"half");
        assert_eq!(place.done(&["verify"]), "1 keys checked, 0 faults found\n", "{name}");
    }
}

type Obstruct = fn(&Path, &str);

/// What keeps one key from being read.
const OBSTACLES: [(&str, Obstruct); 6] = [
    ("a link that leads nowhere", |store, key| {
        fs::rename(store.join("keys").join(key), store.join("elsewhere")).unwrap();
        symlink("/nowhere", store.join("keys").join(key)).unwrap();
    }),
    ("a link that leads nowhere", |store, key| {
        let receipt = store.join("keys").join(key).join("1.outcome.json");
        fs::remove_file(&receipt).unwrap();
        symlink("/nowhere", receipt).unwrap();
    }),
    ("expected a file", |store, key| {
        let receipt = store.join("keys").join(key).join("1.outcome.json");
        fs::remove_file(&receipt).unwrap();
        fs::create_dir(receipt).unwrap();
    }),
    ("a link that leads nowhere", |store, key| {
        fs::rename(store.join("applications").join(key), store.join("elsewhere")).unwrap();
        symlink("/nowhere", store.join("applications").join(key)).unwrap();
    }),
    ("expected a folder", |store, key| {
        fs::rename(store.join("applications").join(key), store.join("elsewhere")).unwrap();
        File::create(store.join("applications").join(key)).unwrap();
    }),
    ("expected a folder", |store, key| {
        fs::rename(store.join("keys").join(key), store.join("elsewhere")).unwrap();
        File::create(store.join("keys").join(key)).unwrap();
    }),
];

#[test]
fn a_key_that_cannot_be_read_is_named_once_and_does_not_stop_the_rest() {
    for (reason, obstruct) in OBSTACLES {
        let place = Place::Folder(Folder::new());
        let applications = stored(&place.start(), 2);
        let (key, other) = (&applications[0].0.key, &applications[1].1);
        let Place::Folder(folder) = &place else { unreachable!() };
        obstruct(&folder.0, key);
        let to = Folder::new();
        for command in [
            vec!["list"],
            vec!["export", "--state", "new", "--to", to.0.to_str().unwrap()],
            vec!["verify"],
            vec!["sweep", "--older-than", "1h"],
        ] {
            let done = place.run(&command);
            assert!(done.code == 1 && done.err.contains(reason), "{reason}: {command:?}: {done:?}");
            let named = done.err.lines().filter(|line| line.contains(key)).count();
            assert_eq!((named, done.out.contains(key)), (1, false), "{reason}: {command:?}: {done:?}");
            let is_told = matches!(command[0], "list" | "export");
            assert_eq!(done.out.contains(other), is_told, "{reason}: {command:?}: {done:?}");
        }
        assert!(to.0.join(&applications[1].0.key).exists());
    }
}

#[test]
fn what_is_not_ours_in_the_store_does_not_stop_a_command() {
    let place = Place::Folder(Folder::new());
    let (form, reference) = stored(&place.start(), 1).remove(0);
    let Place::Folder(folder) = &place else { unreachable!() };
    for (name, is_named) in [("lost+found", false), (".snapshot", false), ("backup", true), ("keys/old", true)] {
        folder.write(&format!("{name}/{}/application.json", form.key), b"of somebody");
        symlink(&folder.0, folder.0.join(name).join("loop")).unwrap();
        let to = Folder::new();
        place.done(&["export", "--state", "new", "--to", to.0.to_str().unwrap()]);
        assert_eq!(place.done(&["list"]).matches(&reference).count(), 1);
        place.done(&["sweep", "--older-than", "30d"]);
        let verified = place.run(&["verify"]);
        let named = format!("{name} is no file of intake\n");
        assert_eq!((verified.code == 1, verified.out.contains(&named)), (is_named, is_named), "{name}: {verified:?}");
        fs::remove_dir_all(folder.0.join(name)).unwrap();
        // Nor a link.
        symlink("/nowhere", folder.0.join(name)).unwrap();
        place.done(&["list"]);
        fs::remove_file(folder.0.join(name)).unwrap();
    }
}

#[test]
fn a_store_whose_own_folders_cannot_be_read_is_refused_and_loses_nothing() {
    for part in ["keys", "applications", "outbox", "journal"] {
        let place = Place::Folder(Folder::new());
        let (form, _) = stored(&place.start(), 1).remove(0);
        place.age(&form, 400);
        let Place::Folder(folder) = &place else { unreachable!() };
        let (own, elsewhere) = (folder.0.join(part), folder.0.join("elsewhere"));
        let _ = fs::rename(&own, &elsewhere);
        for is_link in [true, false] {
            if is_link {
                symlink("/nowhere", &own).unwrap();
            } else {
                File::create(&own).unwrap();
            }
            let commands = if part == "journal" { vec!["journal"] } else { vec!["list", "verify", "sweep"] };
            for command in commands {
                let more: &[&str] = if command == "sweep" { &["--older-than", "1h"] } else { &[] };
                let done = place.run(&[&[command], more].concat());
                assert!(done.code == 2 && done.err.contains(part) && done.out.is_empty(), "{part} {command}: {done:?}");
            }
            fs::remove_file(&own).unwrap();
        }
        let _ = fs::rename(&elsewhere, &own);
        assert!(place.has_personal_data(&form));
        assert_eq!(place.done(&["list"]).lines().count(), 1);
    }
}
