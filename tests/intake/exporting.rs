//! `intake export`: each application is copied once, completely or not at all.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::form::Form;
use crate::operator::{Done, Place, files_below, stored};
use crate::server::Folder;

fn export(place: &Place, which: &[&str], to: &Folder) -> Done {
    place.run(&[&["export", "--to", to.0.to_str().unwrap()], which].concat())
}

/// Whether an application is in a folder, with everything that its manifest lists and nothing else.
pub fn is_exported(to: &Folder, form: &Form, reference: &str) -> bool {
    let folder = to.0.join(&form.key);
    if !folder.exists() {
        return false;
    }
    let mut files = files_below(&folder, "");
    files.sort();
    let at = files.iter().position(|(name, _)| name == "manifest.json").unwrap();
    let manifest: Value = serde_json::from_slice(&files.remove(at).1).unwrap();
    assert_eq!(manifest["format"], "eherkenning-export/1");
    assert_eq!((manifest["key"].as_str(), manifest["reference"].as_str()), (Some(form.key.as_str()), Some(reference)));
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len(), files.len());
    for (listed, (name, bytes)) in listed.iter().zip(&files) {
        assert_eq!(listed["name"], name.as_str());
        assert_eq!(listed["size_bytes"], bytes.len());
        assert_eq!(listed["sha256"], hex::encode(Sha256::digest(bytes)));
    }
    let content = |name: &str| files.iter().find(|(other, _)| other.contains(name)).map(|(_, bytes)| bytes.clone());
    assert_eq!(content("application.json").as_ref(), Some(&form.parts[0].bytes));
    for part in form.parts.iter().skip(1) {
        assert_eq!(content(&format!("documents/{}", part.name)).as_ref(), Some(&part.bytes));
    }
    let receipt: Value = serde_json::from_slice(&content("receipt.json").unwrap()).unwrap();
    assert_eq!((receipt["key"].as_str(), receipt["reference"].as_str()), (Some(form.key.as_str()), Some(reference)));
    true
}

/// The permissions of a folder and of everything in it.
fn modes(folder: &Path) -> Vec<(bool, u32)> {
    let facts = fs::metadata(folder).unwrap();
    let mut modes = vec![(facts.is_dir(), facts.permissions().mode() & 0o777)];
    if facts.is_dir() {
        modes.extend(fs::read_dir(folder).unwrap().flat_map(|entry| modes_of(&entry.unwrap().path())));
    }
    modes
}

fn modes_of(path: &Path) -> Vec<(bool, u32)> {
    modes(path)
}

#[test]
fn applications_are_exported_with_a_manifest_and_a_second_run_changes_nothing() {
    for place in Place::both() {
        let applications = stored(&place.start(), 3);
        let to = Folder::new();
        let to = Folder::at(to.0.join("new"));
        let done = export(&place, &[&applications[0].0.key, &applications[1].1], &to);
        assert_eq!(done.code, 0, "{done:?}");
        assert!(is_exported(&to, &applications[0].0, &applications[0].1));
        assert!(is_exported(&to, &applications[1].0, &applications[1].1));
        assert!(!is_exported(&to, &applications[2].0, &applications[2].1));
        for (is_folder, mode) in modes(&to.0) {
            assert_eq!(mode, if is_folder { 0o700 } else { 0o600 });
        }
        assert_eq!(place.acts(), ["export", "export"]);
        let before = files_below(&to.0, "");
        let again = export(&place, &[&applications[0].0.key, &applications[1].1], &to);
        assert!(again.code == 0 && again.out.contains("exported before"), "{again:?}");
        assert_eq!(files_below(&to.0, ""), before);
        assert_eq!(place.acts(), ["export", "export"]);
        let journal = place.lines(&["journal"]);
        assert!(journal.iter().any(|line| line["reference"] == applications[1].1.as_str()));
    }
}

#[test]
fn what_arrived_since_a_moment_is_exported_but_not_what_is_erased() {
    for place in Place::both() {
        let applications = stored(&place.start(), 3);
        place.age(&applications[0].0, 400);
        place.done(&["erase", &applications[1].1, "--why", "withdrawn"]);
        let to = Folder::new();
        let done = export(&place, &["--since", "2026-01-01"], &to);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        let exported = |at: usize| is_exported(&to, &applications[at].0, &applications[at].1);
        assert_eq!([exported(0), exported(1), exported(2)], [false, false, true]);
        let done = export(&place, &["--state", "new"], &to);
        assert_eq!(done.code, 0);
        assert!(exported(0) && exported(2));
        let done = export(&place, &[&applications[1].1], &to);
        assert!(done.code == 1 && done.err.contains("erased"), "{done:?}");
    }
}

#[test]
fn an_interrupted_export_is_resumed() {
    for place in Place::both() {
        let (form, reference) = stored(&place.start(), 1).remove(0);
        let to = Folder::new();
        to.write(&format!(".{}.partial/documents/half.jpg", form.key), "half");
        to.write(&format!(".{}.partial/application.json", form.key), "{");
        // Of an application that has been erased since.
        to.write(".019ab0c4-5c1e-7d52-9f0e-000000000099.partial/application.json", "personal data");
        to.write(".notes.partial/of-somebody-else", "stays");
        let done = export(&place, &[&form.key], &to);
        assert_eq!(done.code, 0, "{done:?}");
        assert!(is_exported(&to, &form, &reference));
        assert!(to.read(".notes.partial/of-somebody-else").is_some());
        assert_eq!(fs::read_dir(&to.0).unwrap().count(), 2);
    }
}

#[test]
fn an_export_that_is_killed_leaves_nothing_half_under_its_name() {
    for place in Place::both() {
        let applications = stored(&place.start(), 6);
        let to = Folder::new();
        let arguments = ["export", "--state", "new", "--to", to.0.to_str().unwrap()];
        for milliseconds in [5, 10, 15, 20, 25, 30, 40, 50] {
            let mut process = place.command(&arguments).stdout(Stdio::null()).spawn().unwrap();
            std::thread::sleep(Duration::from_millis(milliseconds));
            process.kill().unwrap();
            process.wait().unwrap();
            applications.iter().for_each(|(form, reference)| _ = is_exported(&to, form, reference));
        }
        place.done(&arguments);
        assert!(applications.iter().all(|(form, reference)| is_exported(&to, form, reference)));
        assert_eq!(fs::read_dir(&to.0).unwrap().count(), 6);
        assert!(place.acts().len() >= 6);
    }
}

#[test]
fn a_folder_that_was_changed_after_its_export_is_reported_and_left_alone() {
    let place = Place::Folder(Folder::new());
    let applications = stored(&place.start(), 2);
    let to = Folder::new();
    assert_eq!(export(&place, &["--state", "new"], &to).code, 0);
    let changed = format!("{}/application.json", applications[0].0.key);
    to.write(&changed, "changed");
    let done = export(&place, &["--state", "new"], &to);
    assert!(done.code == 1 && done.err.contains(&changed), "{done:?}");
    assert_eq!(to.read(&changed).unwrap(), b"changed");
}

#[test]
fn a_damaged_application_is_not_exported_and_does_not_stop_the_others() {
    for place in Place::both() {
        let applications = stored(&place.start(), 3);
        let key = |at: usize| applications[at].0.key.clone();
        place.change(&format!("{}/1/documents/", key(0)), |bytes| bytes.push(0));
        place.remove(&format!("{}/1/application.json", key(1)));
        let to = Folder::new();
        let done = export(&place, &["--since", "2026-01-01"], &to);
        assert_eq!(done.code, 1, "{done:?}");
        assert!(done.err.contains(&applications[0].1) && done.err.contains("differs from what was posted"), "{done:?}");
        assert!(done.err.contains(&applications[1].1) && done.err.contains("missing"), "{done:?}");
        assert!(is_exported(&to, &applications[2].0, &applications[2].1));
        assert_eq!(fs::read_dir(&to.0).unwrap().count(), 1, "nothing half is left");
    }
}

#[test]
fn two_exports_to_one_folder_do_not_meet() {
    let place = Place::Folder(Folder::new());
    let (form, _) = stored(&place.start(), 1).remove(0);
    let to = Folder::new();
    let lock = fs::File::open(&to.0).unwrap();
    lock.lock().unwrap();
    let done = export(&place, &[&form.key], &to);
    assert!(done.code == 2 && done.err.contains("another export"), "{done:?}");
    drop(lock);
    assert_eq!(export(&place, &[&form.key], &to).code, 0);
}

#[test]
fn nothing_leaves_the_store_without_a_line_in_the_journal() {
    let place = Place::Bucket(crate::bucket::Bucket::start());
    let (form, reference) = stored(&place.start(), 1).remove(0);
    let Place::Bucket(bucket) = &place else { unreachable!() };
    bucket.fail("PUT", "/journal/", crate::bucket::Fault::Refused, usize::MAX);
    let to = Folder::new();
    let done = export(&place, &[&form.key], &to);
    assert!(done.code == 1 && !is_exported(&to, &form, &reference), "{done:?}");
    assert!(to.is_empty(), "nor half of it");
    bucket.recover();
    assert_eq!(export(&place, &[&form.key], &to).code, 0);
    assert!(is_exported(&to, &form, &reference));
}

#[test]
fn nothing_is_exported_into_the_store_itself() {
    let place = Place::Folder(Folder::new());
    let (form, _) = stored(&place.start(), 1).remove(0);
    let Place::Folder(folder) = &place else { unreachable!() };
    for to in [folder.0.clone(), folder.0.join("exports")] {
        let done = place.run(&["export", &form.key, "--to", to.to_str().unwrap()]);
        assert!(done.code == 2 && done.err.contains("within the store"), "{done:?}");
    }
}
