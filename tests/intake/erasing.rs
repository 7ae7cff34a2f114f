//! `intake erase`: no personal byte is left, and the application is never stored a second time.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::Value;

use crate::bucket::{Bucket, Fault};
use crate::operator::{Place, asked, stored};
use crate::server::Folder;

#[test]
fn an_erased_application_keeps_its_reference_and_nothing_else() {
    for place in Place::both() {
        let server = place.start();
        let applications = stored(&server, 2);
        let (form, reference) = &applications[0];
        assert!(place.has_personal_data(form));
        let done = place.done(&["erase", reference, "--why", "the", "applicant", "withdrew"]);
        assert!(done.contains(reference) && done.contains("the applicant withdrew"), "{done}");
        assert!(!place.has_personal_data(form));
        assert!(place.has_personal_data(&applications[1].0), "the other application stays");

        for server in [&server, &place.start()] {
            let asked = asked(server, form);
            assert_eq!((asked.status, asked.reference()), (200, reference.clone()));
            let again = form.post(server);
            assert_eq!((again.status, again.reference()), (200, reference.clone()));
            let mut other = form.clone();
            other.change(|draft| draft.user.mobile = "+31687654321".to_owned());
            assert_eq!(other.post(server).code(), "idempotency_key_reused");
        }
        assert!(!place.has_personal_data(form), "posted again, but not stored again");

        let shown: Value = serde_json::from_str(&place.done(&["show", &form.key])).unwrap();
        assert_eq!((shown["state"].as_str(), &shown["application"]), (Some("erased"), &Value::Null));
        assert_eq!(shown["erased"]["why"], "the applicant withdrew");
        assert_eq!(place.done(&["erase", &form.key, "--why", "another"]), done, "the first reason stays");
        let journal = place.lines(&["journal"]);
        assert_eq!(journal.len(), 1);
        assert_eq!(journal[0]["act"], "erase");
        assert_eq!(journal[0]["why"], "the applicant withdrew");
        place.done(&["verify"]);
        let marked = place.run(&["mark", reference, "handled", "--by", "back office"]);
        assert!(marked.code == 1 && marked.err.contains("erased"), "{marked:?}");
    }
}

#[test]
fn what_a_write_left_half_finished_is_erased_too() {
    let place = Place::Folder(Folder::new());
    let (form, reference) = stored(&place.start(), 1).remove(0);
    place.put(&format!("applications/{}/1/documents/half.jpg#1", form.key), b"personal data");
    place.put(&format!("applications/{}/2/application.json#3", form.key), b"personal data");
    place.done(&["erase", &reference, "--why", "withdrawn"]);
    assert!(!place.has_personal_data(&form));
    let Place::Folder(folder) = &place else { unreachable!() };
    assert!(!folder.0.join("applications").join(&form.key).exists());
}

#[test]
fn erasing_that_was_interrupted_is_completed_by_a_second_run_or_a_sweep() {
    for (method, part) in
        [("PUT", "erased.json"), ("DELETE", "/documents/"), ("DELETE", "application.json"), ("PUT", "/journal/")]
    {
        for second in [vec!["erase", "ID", "--why", "again"], vec!["sweep", "--older-than", "30d"]] {
            let place = Place::Bucket(Bucket::start());
            let Place::Bucket(bucket) = &place else { unreachable!() };
            let (form, reference) = stored(&place.start(), 1).remove(0);
            bucket.fail(method, part, Fault::Refused, usize::MAX);
            let done = place.run(&["erase", &reference, "--why", "withdrawn"]);
            assert_eq!(done.code, 2, "{method} {part}: {done:?}");
            bucket.recover();
            let was_decided = !bucket.matching("erased.json").is_empty();
            if was_decided && place.has_personal_data(&form) {
                let found = place.run(&["verify"]);
                assert!(found.code == 1 && found.out.contains("half-erased"), "{found:?}");
            }
            let is_erase = second[0] == "erase";
            let second = second.iter().map(|argument| if *argument == "ID" { form.key.as_str() } else { argument });
            place.done(&second.collect::<Vec<_>>());
            if is_erase || was_decided {
                assert!(!place.has_personal_data(&form), "{method} {part}");
            }
            let journal = place.lines(&["journal"]);
            let erased = journal.iter().filter(|line| line["act"] == "erase").count();
            assert!(erased <= 1, "{journal:?}");
        }
    }
}

#[test]
fn an_application_removed_by_hand_can_be_noted_as_erased() {
    for place in Place::both() {
        let server = place.start();
        let (form, reference) = stored(&server, 1).remove(0);
        place.remove(&format!("applications/{}", form.key));
        let found = place.run(&["verify"]);
        assert!(found.code == 1 && found.out.contains("missing"), "{found:?}");
        let again = form.post(&server);
        assert_eq!((again.status, again.reference()), (200, reference.clone()));
        place.done(&["erase", &reference, "--why", "removed by hand"]);
        place.done(&["verify"]);
        assert!(!place.has_personal_data(&form));
        assert_eq!(place.lines(&["list", "--json"]).len(), 1, "no second reference");
    }
}

#[test]
fn a_restored_backup_has_the_same_references_and_what_was_erased_since_can_be_erased_again() {
    for place in Place::both() {
        let applications = stored(&place.start(), 3);
        let backup = place.files();
        let why = r"-- withdrawn, by C:\new";
        place.done(&["erase", &applications[1].1, &format!("--why={why}")]);
        let journal: Vec<_> = place.files().into_iter().filter(|(name, _)| name.starts_with("journal/")).collect();
        place.remove("");
        backup.iter().chain(&journal).for_each(|(name, bytes)| place.put(name, bytes));

        assert!(place.has_personal_data(&applications[1].0));
        for line in place.lines(&["journal"]) {
            assert_eq!((line["act"].as_str(), line["why"].as_str()), (Some("erase"), Some(why)));
            place.done(&["erase", line["key"].as_str().unwrap(), &format!("--why={why}")]);
        }
        let left: Vec<bool> = applications.iter().map(|(form, _)| place.has_personal_data(form)).collect();
        assert_eq!(left, [true, false, true]);
        let server = place.start();
        for (form, reference) in &applications {
            let again = form.post(&server);
            assert_eq!((again.status, again.reference()), (200, reference.clone()));
        }
        place.done(&["verify"]);
    }
}

#[test]
fn nothing_is_erased_without_a_line_in_the_journal() {
    let place = Place::Bucket(Bucket::start());
    let (form, reference) = stored(&place.start(), 1).remove(0);
    let Place::Bucket(bucket) = &place else { unreachable!() };
    bucket.fail("PUT", "/journal/", Fault::Refused, usize::MAX);
    let failed = place.run(&["erase", &reference, "--why", "withdrawn"]);
    assert!(failed.code == 2 && place.has_personal_data(&form), "{failed:?}");
    bucket.recover();
    place.done(&["erase", &reference, "--why", "withdrawn"]);
    assert!(!place.has_personal_data(&form));
    assert_eq!(place.acts(), ["erase"]);
}

#[test]
fn a_damaged_file_of_the_journal_is_named_and_hides_no_other() {
    for place in Place::both() {
        let (_, reference) = stored(&place.start(), 1).remove(0);
        place.done(&["erase", &reference, "--why", "withdrawn"]);
        for damaged in [&b""[..], b"{", b"[]", b"\xff"] {
            place.put("journal/20260101T000000Z-damaged.json", damaged);
            let journal = place.run(&["journal"]);
            assert!(journal.code == 1 && journal.err.contains("20260101T000000Z-damaged.json"), "{journal:?}");
            assert!(journal.out.contains(&reference), "{journal:?}");
        }
        if let Place::Folder(folder) = &place {
            symlink("/nowhere", folder.0.join("journal/link.json")).unwrap();
            fs::create_dir(folder.0.join("journal/folder")).unwrap();
            let journal = place.run(&["journal"]);
            let named = ["journal/link.json", "journal/folder", "damaged.json"];
            assert!(journal.code == 1 && named.iter().all(|name| journal.err.contains(name)), "{journal:?}");
            assert!(journal.out.contains(&reference), "{journal:?}");
        }
    }
}

#[test]
fn an_application_behind_a_link_is_refused_and_nothing_of_it_is_erased() {
    for part in ["", "/1", "/1/documents", "/1/application.json"] {
        let (place, disk) = (Place::Folder(Folder::new()), Folder::new());
        let applications = stored(&place.start(), 2);
        let (form, other) = (&applications[0].0, &applications[1].0);
        [form, other].iter().for_each(|form| place.age(form, 31));
        let Place::Folder(folder) = &place else { unreachable!() };
        let name = format!("applications/{}{part}", form.key);
        let (link, target) = (folder.0.join(&name), disk.0.join("target"));
        fs::rename(&link, &target).unwrap();
        symlink(&target, &link).unwrap();
        place.done(&["show", &form.key]);
        let before = place.files();

        let verified = place.run(&["verify"]);
        assert!(verified.code == 1 && verified.out.contains(&format!("link: {name} is a link")), "{verified:?}");
        let refused = format!("{name} is a link: remove what it leads to yourself");
        for name in [&form.key, &applications[0].1] {
            let done = place.run(&["erase", name, "--why", "withdrawn"]);
            assert!(done.code == 2 && done.out.is_empty() && done.err.contains(&refused), "{done:?}");
        }
        let dry = place.run(&["sweep", "--older-than", "30d", "--dry-run"]);
        assert!(dry.code == 1 && dry.err.contains(&refused) && !dry.out.contains(&applications[0].1), "{dry:?}");
        assert_eq!(place.files(), before, "{part}");
        let swept = place.run(&["sweep", "--older-than", "30d"]);
        assert!(swept.code == 1 && swept.err.contains(&refused), "{swept:?}");
        assert!(!place.has_personal_data(other) && place.has_personal_data(form), "{part}");
        let is_of_form = |name: &str| name.contains(&form.key);
        let left = place.files().into_iter().filter(|(name, _)| is_of_form(name));
        assert!(left.eq(before.iter().filter(|(name, _)| is_of_form(name)).cloned()), "{part}");

        if target.is_dir() { fs::remove_dir_all(&target) } else { fs::remove_file(&target) }.unwrap();
        fs::remove_file(&link).unwrap();
        place.done(&["erase", &form.key, "--why", "withdrawn"]);
        assert!(!place.has_personal_data(form));
        place.done(&["verify"]);
    }
}
