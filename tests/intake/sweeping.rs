//! `intake sweep` and `--keep`: what is old is erased, and what attempts left behind is removed.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use crate::form::Form;
use crate::operator::{Place, asked, stored};
use crate::server::Folder;

const DAY: Duration = Duration::from_secs(86_400);

/// Adds an attempt that was cut off, two days ago.
fn cut_off(place: &Place, form: &Form) {
    let claim = format!("keys/{}/1.claim.json", form.key);
    place.put(&claim, br#"{"owner":"d7a1a7a4-3f5c-4c43-9d0d-1f6a3f3c9f0e","claimed_at_unix":1}"#);
    place.put(&format!("applications/{}/1/documents/half.jpg", form.key), b"personal data");
    match place {
        Place::Bucket(bucket) => bucket.date("2026-11-01T00:00:00.000Z"),
        Place::Folder(folder) => set_date(folder, &claim, SystemTime::now() - 2 * DAY),
    }
}

fn set_date(folder: &Folder, name: &str, date: SystemTime) {
    File::options().write(true).open(folder.0.join(name)).unwrap().set_modified(date).unwrap();
}

#[test]
fn a_sweep_erases_what_is_old_enough() {
    for place in Place::both() {
        let server = place.start();
        let applications = stored(&server, 3);
        place.age(&applications[0].0, 31);
        place.age(&applications[1].0, 29);
        let before = place.files();
        let dry = place.done(&["sweep", "--older-than", "30d", "--dry-run"]);
        assert_eq!(dry, format!("{} would be erased\n", applications[0].1));
        assert_eq!(place.files(), before, "a dry run changes nothing");

        let done = place.done(&["sweep", "--older-than", "30d"]);
        assert_eq!(done, format!("{} erased\n", applications[0].1));
        let left: Vec<bool> = applications.iter().map(|(form, _)| place.has_personal_data(form)).collect();
        assert_eq!(left, [false, true, true]);
        let (form, reference) = &applications[0];
        assert_eq!((asked(&server, form).status, asked(&server, form).reference()), (200, reference.clone()));
        assert_eq!((form.post(&server).status, form.post(&server).reference()), (200, reference.clone()));
        assert!(!place.has_personal_data(form));

        let journal = place.lines(&["journal"]);
        let erased = journal.iter().find(|line| line["act"] == "erase").unwrap();
        assert_eq!(
            (erased["why"].as_str(), erased["reference"].as_str()),
            (Some("older than 30d"), Some(reference.as_str()))
        );
        let swept = journal.iter().find(|line| line["act"] == "sweep").unwrap();
        assert_eq!((swept["older_than"].as_str(), swept["erased"].as_u64()), (Some("30d"), Some(1)));
        assert_eq!(place.done(&["sweep", "--older-than", "4w"]).lines().count(), 1);
        place.done(&["verify"]);
    }
}

#[test]
fn a_server_with_keep_sweeps_by_itself() {
    for place in Place::both() {
        let applications = stored(&place.start(), 2);
        place.age(&applications[0].0, 31);
        let server = place.start_with(&["--keep", "30d"]);
        assert!(!place.has_personal_data(&applications[0].0));
        assert!(place.has_personal_data(&applications[1].0));
        let (form, reference) = &applications[0];
        assert_eq!((form.post(&server).status, form.post(&server).reference()), (200, reference.clone()));
        assert_eq!(place.acts(), ["erase"]);
        place.done(&["verify"]);
    }
}

#[test]
fn a_server_without_keep_erases_nothing() {
    for place in Place::both() {
        let (form, _) = stored(&place.start(), 1).remove(0);
        place.age(&form, 4000);
        let _server = place.start();
        assert!(place.has_personal_data(&form));
    }
}

#[test]
fn a_half_finished_claim_is_removed_after_a_day() {
    for place in Place::both() {
        let form = Form::finished();
        cut_off(&place, &form);
        assert!(place.has_personal_data(&form));
        let server = place.start();
        assert!(!place.has_personal_data(&form));
        let outcome = place.files().into_iter().find(|(name, _)| name.ends_with("1.outcome.json")).unwrap();
        assert_eq!(outcome.1, br#"{"outcome":"abandoned"}"#, "the attempt has ended, so it can no longer store");
        assert_eq!(asked(&server, &form).status, 404);
        let reply = form.post(&server);
        assert_eq!(reply.status, 201, "{reply:?}");
        place.done(&["verify"]);
    }
}

#[test]
fn an_operator_removes_half_finished_claims_too() {
    for place in Place::both() {
        let form = Form::finished();
        cut_off(&place, &form);
        let dry = place.done(&["sweep", "--older-than", "30d", "--dry-run"]);
        assert!(dry.contains(&form.key) && place.has_personal_data(&form), "{dry}");
        place.done(&["sweep", "--older-than", "30d"]);
        assert!(!place.has_personal_data(&form));
        place.done(&["verify"]);
    }
}

#[test]
fn a_claim_of_today_is_left_alone() {
    let place = Place::Folder(Folder::new());
    let form = Form::finished();
    cut_off(&place, &form);
    let Place::Folder(folder) = &place else { unreachable!() };
    set_date(folder, &format!("keys/{}/1.claim.json", form.key), SystemTime::now() - DAY / 2);
    let _server = place.start();
    place.done(&["sweep", "--older-than", "1h"]);
    assert!(place.has_personal_data(&form), "the next request for its key ends it");
}

#[test]
fn what_abandoned_attempts_left_behind_is_removed() {
    for place in Place::both() {
        let (server, abandoned) = (place.start(), Form::finished().numbered(99));
        for key in [&Form::finished().numbered(1).key, &abandoned.key] {
            place.put(&format!("keys/{key}/1.claim.json"), b"{}");
            place.put(&format!("keys/{key}/1.outcome.json"), br#"{"outcome":"abandoned"}"#);
            place.put(&format!("applications/{key}/1/documents/half.jpg"), b"personal data");
        }
        let (form, reference) = stored(&server, 1).remove(0);
        let half = format!("applications/{}/1/documents/half.jpg", form.key);
        assert!(place.files().iter().any(|(name, _)| *name == half));
        let _server = place.start();
        assert!(!place.has_personal_data(&abandoned));
        assert!(place.files().iter().all(|(name, _)| *name != half));
        assert!(place.has_personal_data(&form), "the stored attempt stays");
        assert_eq!(form.post(&server).reference(), reference);
        place.done(&["verify"]);
    }
}

#[test]
fn a_sweep_removes_the_file_of_an_old_trial_of_the_store_and_no_newer_one() {
    let (old, new) = ("put-if-absent-1.json", "put-if-absent-2.json");
    for place in Place::both() {
        drop(place.start());
        place.put(old, b"1");
        match &place {
            Place::Bucket(bucket) => bucket.date("2026-11-01T00:00:00.000Z"),
            Place::Folder(folder) => {
                place.put(new, b"1");
                set_date(folder, old, SystemTime::now() - 2 * DAY);
            }
        }
        let done = place.done(&["sweep", "--older-than", "30d"]);
        assert_eq!(done, format!("{old} removed\n"));
        let trials = place.files().into_iter().filter(|(name, _)| name.starts_with("put-if-absent"));
        let left: Vec<_> = trials.map(|(name, _)| name).collect();
        assert_eq!(left, if matches!(place, Place::Folder(_)) { vec![new] } else { Vec::new() });
    }
}

#[test]
fn a_sweep_removes_what_writes_that_were_cut_off_left_a_day_ago() {
    let place = Place::Folder(Folder::new());
    let (form, _) = stored(&place.start(), 1).remove(0);
    let Place::Folder(folder) = &place else { unreachable!() };
    let outbox = |number: u32| format!("outbox/{}.1.json#{number}", form.key);
    let key = |number: u32| format!("keys/{}/handled.json#{number}", form.key);
    let content = |number: u32| format!("applications/{}/1/application.json#{number}", form.key);
    let (old, new) = ([outbox(1), key(1), content(1)], [outbox(2), key(2), content(2)]);
    old.iter().chain(&new).for_each(|name| place.put(name, b"personal data"));
    old.iter().for_each(|name| set_date(folder, name, SystemTime::now() - 2 * DAY));
    let beside = format!("applications/{}/1/application.json.bak#1", form.key);
    let foreign = [".nfs#1", "lost+found/a#1", "notes#1", "keys/a#1", &beside];
    foreign.iter().for_each(|name| place.put(name, b"of somebody"));
    foreign.iter().for_each(|name| set_date(folder, name, SystemTime::now() - 2 * DAY));
    place.done(&["sweep", "--older-than", "30d"]);
    assert!(old.iter().all(|name| folder.read(name).is_none()));
    assert!(new.iter().all(|name| folder.read(name).is_some()));
    assert!(foreign.iter().all(|name| folder.read(name).is_some()));
}

#[test]
fn a_server_sweeps_again_and_again() {
    for place in Place::both() {
        let server = place.start_with(&["--keep", "30d", "--sweep-every", "1"]);
        for (form, _) in stored(&server, 2) {
            // Old only now, after the sweep at start and those before this one.
            place.age(&form, 31);
            let started = Instant::now();
            while place.has_personal_data(&form) {
                assert!(started.elapsed() < Duration::from_secs(60), "not swept");
                std::thread::sleep(Duration::from_millis(100));
            }
        }
        assert_eq!(place.acts(), ["erase", "erase"]);
        place.done(&["verify"]);
    }
}

#[test]
fn a_file_that_is_not_ours_next_to_an_application_does_not_endanger_it() {
    for place in Place::both() {
        let (form, reference) = stored(&place.start(), 1).remove(0);
        place.put(&format!("applications/{}/notes.txt", form.key), b"of somebody");
        place.put(&format!("keys/{}/notes.txt", form.key), b"of somebody");
        place.put(&format!("applications/{}/1/application.json.bak", form.key), b"of somebody");
        let before = place.files();
        place.done(&["sweep", "--older-than", "30d"]);
        place.done(&["show", &reference]);
        place.remove("journal/");
        assert_eq!(place.files(), before);
    }
}

#[test]
fn applications_behind_a_link_to_another_disk_are_found_and_erased() {
    let (store, disk) = (Folder::new(), Folder::new());
    std::os::unix::fs::symlink(&disk.0, store.0.join("applications")).unwrap();
    let place = Place::Folder(store);
    let (form, _) = stored(&place.start(), 1).remove(0);
    place.done(&["verify"]);
    place.age(&form, 31);
    place.done(&["sweep", "--older-than", "30d"]);
    assert!(!place.has_personal_data(&form));
    assert!(disk.is_empty());
    place.done(&["verify"]);
}

#[test]
fn files_are_for_their_owner_alone_whatever_the_umask() {
    let store = Folder::new();
    let store = Folder::at(store.0.join("new"));
    let command = format!(
        "umask 000; exec {} --listen 127.0.0.1:0 --store {} --offer {} --catalogue {} --today {}",
        env!("CARGO_BIN_EXE_intake"),
        store.0.display(),
        crate::common::public("offer.json").display(),
        crate::common::public("catalogue.json").display(),
        crate::common::TODAY,
    );
    let mut shell = Command::new("sh");
    shell.args(["-c", &command]).env_remove("RUST_LOG");
    let server = crate::server::Server::spawn(shell);
    let place = Place::Folder(store);
    let applications = stored(&server, 2);
    place.done(&["mark", &applications[0].1, "handled", "--by", "back office"]);
    let Place::Folder(folder) = &place else { unreachable!() };
    let mut folders = vec![folder.0.clone()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700, "{}", folder.display());
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                folders.push(entry.path());
                continue;
            }
            files += 1;
            assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{}", entry.path().display());
        }
    }
    assert!(files > 10);
}

#[test]
fn a_store_that_is_named_one_folder_too_high_or_too_low_loses_nothing() {
    let above = Folder::new();
    let place = Place::Folder(Folder::at(above.0.join("applications")));
    stored(&place.start(), 1);
    let Place::Folder(folder) = &place else { unreachable!() };
    for (name, _) in place.files() {
        set_date(folder, &name, SystemTime::now() - 40 * DAY);
    }
    let before = place.files();
    for wrong in [above.0.clone(), folder.0.join("applications"), folder.0.join("keys")] {
        let mut sweep = Command::new(env!("CARGO_BIN_EXE_intake"));
        let output = sweep.args(["sweep", "--older-than", "30d", "--store"]).arg(&wrong).output().unwrap();
        assert_eq!(output.stdout, b"", "{}", wrong.display());
    }
    let after = place.files();
    assert!(before.iter().all(|file| after.contains(file)));
    place.done(&["export", "--state", "new", "--to", Folder::new().0.to_str().unwrap()]);
}

#[test]
fn a_sweep_names_what_it_cannot_read() {
    for place in Place::both() {
        let applications = stored(&place.start(), 2);
        let (damaged, old) = (&applications[0].0, &applications[1].0);
        place.age(old, 31);
        place.change(&format!("{}/1.outcome.json", damaged.key), |bytes| bytes.truncate(9));
        let swept = place.run(&["sweep", "--older-than", "30d"]);
        assert!(swept.code == 1 && swept.err.contains(&damaged.key), "{swept:?}");
        assert!(!place.has_personal_data(old), "the others are swept");
        assert!(place.has_personal_data(damaged));
    }
}
