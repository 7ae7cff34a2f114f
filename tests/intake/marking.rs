//! `intake list`, `show` and `mark`.

use serde_json::Value;

use crate::operator::{Place, stored};
use crate::server::Folder;

#[test]
fn applications_are_listed_without_personal_data() {
    for place in Place::both() {
        let applications = stored(&place.start(), 3);
        place.age(&applications[1].0, 40);
        let lines = place.lines(&["list", "--json"]);
        let keys: Vec<&str> = lines.iter().map(|line| line["key"].as_str().unwrap()).collect();
        assert_eq!(keys[0], applications[1].0.key, "the oldest first");
        for (form, reference) in &applications {
            let line = lines.iter().find(|line| line["key"] == form.key.as_str()).unwrap();
            assert_eq!(line["reference"], reference.as_str());
            assert_eq!((line["level"].as_str(), line["state"].as_str()), (Some("EH3"), Some("new")));
            assert!(line["stored_at"].as_str().unwrap().ends_with('Z'), "{line}");
            let fields: Vec<&String> = line.as_object().unwrap().keys().collect();
            assert_eq!(fields, ["key", "level", "reference", "state", "stored_at"]);
        }
        let text = place.done(&["list"]);
        assert_eq!(text.lines().count(), 3);
        for (form, reference) in &applications {
            let line = text.lines().find(|line| line.contains(&form.key)).unwrap();
            assert!(line.starts_with(&format!("{reference}  EH3 ")) && line.contains("  new  "), "{line}");
        }
    }
}

#[test]
fn a_list_has_what_was_asked_for() {
    for place in Place::both() {
        let applications = stored(&place.start(), 3);
        let (old, reference) = &applications[0];
        place.age(old, 400);
        place.done(&["mark", &applications[1].1, "handled", "--by", "back office"]);
        place.done(&["erase", &applications[2].1, "--why", "withdrawn"]);
        let week_ago = "2026-01-01";
        for (filter, expected) in [
            (vec![], vec![0, 1, 2]),
            (vec!["--state", "new"], vec![0]),
            (vec!["--state", "handled"], vec![1]),
            (vec!["--state", "erased"], vec![2]),
            (vec!["--level", "eh3"], vec![0, 1, 2]),
            (vec!["--level", "EH4"], vec![]),
            (vec!["--since", week_ago], vec![1, 2]),
            (vec!["--until", "2026-01-01T00:00:00+01:00"], vec![0]),
            (vec!["--until", week_ago, "--state", "handled"], vec![]),
            (vec!["--reference", reference], vec![0]),
            (vec!["--reference", &reference.to_lowercase()], vec![0]),
            (vec!["--reference", "EH-0000-0000"], vec![]),
        ] {
            let lines = place.lines(&[&["list", "--json"], filter.as_slice()].concat());
            let mut found: Vec<String> = lines.iter().map(|line| line["key"].as_str().unwrap().to_owned()).collect();
            found.sort();
            let expected: Vec<String> = expected.iter().map(|at: &usize| applications[*at].0.key.clone()).collect();
            assert_eq!(found, expected, "{filter:?}");
        }
    }
}

#[test]
fn filters_and_stores_that_make_no_sense_are_refused() {
    let place = Place::Folder(Folder::new());
    for arguments in [
        vec!["list", "--state", "gone"],
        vec!["list", "--level", "EH5"],
        vec!["list", "--since", "yesterday"],
        vec!["list", "--until", "2026-02-30"],
        vec!["mark", "EH-0000-0000", "handled"],
        vec!["mark", "EH-0000-0000", "handled", "--by", " "],
        vec!["erase", "EH-0000-0000"],
        vec!["erase", "EH-0000-0000", "--why", " "],
        vec!["sweep"],
        vec!["sweep", "--older-than", "30"],
        vec!["sweep", "--older-than", "0d"],
        vec!["export", "--to", "x"],
        vec!["show", "EH-0000-0000"],
        vec!["show", "019ab0c4-5c1e-7d52-9f0e-000000000000"],
        vec!["list", "--offer", "offer.json"],
    ] {
        let done = place.run(&arguments);
        assert!(done.code == 2 && done.out.is_empty() && !done.err.is_empty(), "{arguments:?}: {done:?}");
    }
    let Place::Folder(folder) = &place else { unreachable!() };
    assert!(folder.is_empty());
    std::fs::remove_dir(&folder.0).unwrap();
    let done = place.run(&["list"]);
    assert!(done.code == 2 && done.err.contains("no such folder"), "{done:?}");
    assert!(!folder.0.exists(), "a mistyped folder is not created");
}

#[test]
fn an_application_is_shown_with_what_is_stored() {
    for place in Place::both() {
        let applications = stored(&place.start(), 2);
        let (form, reference) = &applications[0];
        for name in [form.key.clone(), form.key.to_uppercase(), reference.clone(), reference.to_lowercase()] {
            let shown: Value = serde_json::from_str(&place.done(&["show", &name])).unwrap();
            assert_eq!(shown["reference"], reference.as_str());
            assert_eq!(shown["key"], form.key.as_str());
            assert_eq!(shown["state"], "new");
            assert_eq!(shown["application"], serde_json::from_slice::<Value>(&form.parts[0].bytes).unwrap());
            let files = shown["files"].as_array().unwrap();
            assert_eq!(files.len(), form.parts.len());
            for part in &form.parts {
                let size = part.bytes.len() as u64;
                assert!(
                    files.iter().any(|file| {
                        file["name"].as_str().unwrap().contains(&part.name) && file["size_bytes"] == size
                    })
                );
            }
        }
        assert!(place.acts().is_empty());
    }
}

#[test]
fn an_application_is_marked_once() {
    for place in Place::both() {
        let server = place.start();
        let (form, reference) = stored(&server, 1).remove(0);
        let first = place.done(&["mark", &form.key, "handled", "--by", "back office"]);
        assert!(first.contains(&reference) && first.contains("by back office"), "{first}");
        let second = place.done(&["mark", &reference, "handled", "--by", "archive"]);
        assert_eq!(first, second, "the first mark stays");
        let shown: Value = serde_json::from_str(&place.done(&["show", &reference])).unwrap();
        assert_eq!((shown["state"].as_str(), shown["handled"]["by"].as_str()), (Some("handled"), Some("back office")));
        let journal = place.lines(&["journal"]);
        assert_eq!(journal.len(), 1);
        assert_eq!(journal[0]["act"], "mark");
        assert_eq!(journal[0]["by"], "back office");
        assert_eq!(journal[0]["reference"], reference.as_str());
        // A mark says nothing to applicants.
        assert_eq!((form.post(&server).status, form.post(&server).reference()), (200, reference));
    }
}

#[test]
fn the_level_of_an_application_of_an_earlier_version_is_read_from_it() {
    for place in Place::both() {
        let (form, _) = stored(&place.start(), 1).remove(0);
        place.change("1.outcome.json", |bytes| {
            let mut receipt: Value = serde_json::from_slice(bytes).unwrap();
            assert_eq!(receipt.as_object_mut().unwrap().remove("level"), Some("EH3".into()));
            *bytes = receipt.to_string().into_bytes();
        });
        assert_eq!(place.lines(&["list", "--json"])[0]["level"], "EH3");
        place.done(&["erase", &form.key, "--why", "withdrawn"]);
        assert_eq!(place.lines(&["list", "--json"])[0]["level"], Value::Null);
    }
}

#[test]
fn an_application_of_version_0_1_is_listed_exported_and_erased() {
    let (place, other) = (Place::Folder(Folder::new()), Place::Folder(Folder::new()));
    let (form, _) = stored(&other.start(), 1).remove(0);
    let receipt: Value =
        serde_json::from_slice(&other.files().into_iter().find(|(name, _)| name.ends_with("outcome.json")).unwrap().1)
            .unwrap();
    let claim =
        serde_json::json!({ "reference": "EH-AAAA-BBBB", "fingerprint": receipt["fingerprint"], "claimed_at_unix": 1 });
    place.put(&format!("{}/claim.json", form.key), claim.to_string().as_bytes());
    let receipt = br#"{"reference":"EH-AAAA-BBBB","kept_at_unix":1795860001}"#;
    place.put(&format!("{}/receipt.json", form.key), receipt);
    for (name, bytes) in other.files().iter().filter(|(name, _)| name.starts_with("applications/")) {
        let name = name.replace("applications/", "").replace("/1/", "/");
        place.put(&name, bytes);
    }
    let line = &place.lines(&["list", "--json"])[0];
    assert_eq!((line["reference"].as_str(), line["level"].as_str()), (Some("EH-AAAA-BBBB"), Some("EH3")));
    place.done(&["verify"]);
    let to = Folder::new();
    place.done(&["export", "EH-AAAA-BBBB", "--to", to.0.to_str().unwrap()]);
    assert_eq!(to.read(&format!("{}/application.json", form.key)).unwrap(), form.parts[0].bytes);
    place.done(&["erase", "EH-AAAA-BBBB", "--why", "withdrawn"]);
    assert!(!place.has_personal_data(&form));
    place.done(&["verify"]);
    let again = form.post(&place.start());
    assert_eq!((again.status, again.reference().as_str()), (200, "EH-AAAA-BBBB"));
}
