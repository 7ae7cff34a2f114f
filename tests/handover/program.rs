//! The program: `check handover open` and `seal`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::handover::{Act, Deed, Note, Party};
use eherkenning_wizard::domain::scheme::Moment;
use serde_json::Value;

use crate::common::{ID, MOMENT};
use crate::file::{day, decode, header, seal, text};
use crate::running::run_with;
use crate::sealing::handover;

/// A folder for one test, empty at its start.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("handover").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut check = Command::new(env!("CARGO_BIN_EXE_check"));
    run_with(check.arg("handover").args(arguments).current_dir(folder), input)
}

/// Exit code, standard output and standard error.
fn outcome(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

const DOCUMENTS: [&[u8]; 2] = [b"first document", b"second"];

/// A file that counts until a day, with a history and a note.
fn write_file(folder: &Path, ends_on: &str) {
    let mut content = handover(&DOCUMENTS);
    content.draft.documents[0].media_type = "application/pdf".to_owned();
    content.draft.documents[0].file_name = "../../escaped.pdf".to_owned();
    content.history = vec![Deed { by: Party::User, did: Act::Began, at: Moment::parse(MOMENT).unwrap() }];
    content.note = Some(Note::parse("Klopt het adres?").unwrap());
    let header = eherkenning_wizard::domain::handover::Header { ends_on: day(ends_on), ..header() };
    fs::write(folder.join("application.eh"), seal(header, &content.to_json(), &DOCUMENTS).unwrap()).unwrap();
}

#[test]
fn a_file_is_opened_into_a_folder_and_sealed_again() {
    let folder = folder("round");
    write_file(&folder, "2200-01-01");
    let open = ["open", "application.eh", "--to", "opened"];
    let (code, printed, complaint) = outcome(&run(&folder, &open, &text("typed")));
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
    assert_eq!(printed, format!("opened: {ID}\n"));

    let read = |name: &str| fs::read(folder.join("opened").join(name)).unwrap();
    assert_eq!((read("documents/1.pdf").as_slice(), read("documents/2.bin").as_slice()), (DOCUMENTS[0], DOCUMENTS[1]));
    let draft: Draft = serde_json::from_slice(&read("application.json")).unwrap();
    assert_eq!(draft.documents[0].file_name, "../../escaped.pdf");
    let rest: Value = serde_json::from_slice(&read("handover.json")).unwrap();
    assert_eq!(rest["history"][0]["did"], "began");
    assert_eq!((rest.get("draft"), rest["note"].as_str()), (None, Some("Klopt het adres?")));
    is_private(&folder.join("opened"));

    let (code, _, complaint) = outcome(&run(&folder, &open, &text("typed")));
    assert_eq!(code, Some(2));
    assert!(complaint.starts_with("check: opened: "), "{complaint}");
    assert_eq!(read("documents/2.bin"), DOCUMENTS[1]);

    let seal = ["seal", "opened", "--out", "again.eh", "--print-passphrase", "--lang", "en"];
    let (code, passphrase, complaint) = outcome(&run(&folder, &seal, ""));
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
    assert_eq!(passphrase.split_whitespace().count(), 5, "{passphrase}");
    is_private(&folder.join("again.eh"));
    let (code, _, complaint) = outcome(&run(&folder, &seal, ""));
    assert!(code == Some(2) && complaint.starts_with("check: again.eh: "), "{complaint}");

    fs::write(folder.join("passphrase"), passphrase.to_uppercase()).unwrap();
    let open = ["open", "again.eh", "--to", "twice", "--passphrase-file", "passphrase"];
    assert_eq!(outcome(&run(&folder, &open, "")).0, Some(0));
    for name in ["application.json", "handover.json", "documents/1.pdf", "documents/2.bin"] {
        assert!(read(name) == fs::read(folder.join("twice").join(name)).unwrap(), "{name}");
    }
}

#[cfg(unix)]
fn is_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(path).unwrap().permissions().mode() & 0o777;
    if !path.is_dir() {
        assert_eq!(mode, 0o600, "{}", path.display());
        return;
    }
    assert_eq!(mode, 0o700, "{}", path.display());
    for inside in fs::read_dir(path).unwrap() {
        is_private(&inside.unwrap().path());
    }
}

#[cfg(not(unix))]
fn is_private(_: &Path) {}

#[test]
fn a_file_that_ended_is_written_and_told() {
    let folder = folder("ended");
    write_file(&folder, "2026-01-01");
    let (code, _, complaint) = outcome(&run(&folder, &["open", "application.eh", "--to", "opened"], &text("typed")));
    assert_eq!((code, complaint.as_str()), (Some(1), "check: application.eh: ended: its last day is over\n"));
    assert!(folder.join("opened/application.json").is_file());
}

#[test]
fn what_cannot_be_opened_leaves_nothing_and_names_its_code() {
    let folder = folder("refused");
    let refused = |name: &str| {
        let cases = crate::file::VECTORS["refused"].as_array().unwrap();
        decode(&cases.iter().find(|case| case["name"] == name).unwrap()["file"])
    };
    let cases = [
        ("another file", "not_a_handover"),
        ("version 2", "newer_version"),
        ("one round", "damaged"),
        ("a document with another digest", "damaged"),
        ("without the last byte", "cut_off"),
        ("content of more than 4 MiB", "too_large"),
    ];
    for (name, expected) in cases {
        fs::write(folder.join("file.eh"), refused(name)).unwrap();
        let (code, printed, complaint) = outcome(&run(&folder, &["open", "file.eh", "--to", "opened"], &text("typed")));
        assert_eq!((code, printed.as_str()), (Some(2), ""), "{name}");
        assert!(complaint.starts_with(&format!("check: file.eh: {expected}: ")), "{name}: {complaint}");
        assert!(!folder.join("opened").exists(), "{name}");
    }
    write_file(&folder, "2200-01-01");
    for (typed, expected) in [
        ("appel boot citroen dolfijn eend", "check: application.eh: wrong_passphrase: "),
        ("appel", "check: wrong_passphrase: a passphrase has five words"),
    ] {
        let (code, _, complaint) = outcome(&run(&folder, &["open", "application.eh", "--to", "opened"], typed));
        assert!(code == Some(2) && complaint.starts_with(expected), "{complaint}");
    }
    let (code, _, complaint) = outcome(&run(&folder, &["open", "missing.eh", "--to", "opened"], ""));
    assert!(code == Some(2) && complaint.starts_with("check: missing.eh: "), "{complaint}");
}

#[test]
fn a_folder_that_does_not_fit_together_is_not_sealed() {
    let folder = folder("unsealed");
    write_file(&folder, "2200-01-01");
    assert_eq!(outcome(&run(&folder, &["open", "application.eh", "--to", "opened"], &text("typed"))).0, Some(0));
    let spoil: [(&str, &[u8], &str); 5] = [
        ("documents/1.pdf", b"other document", "opened/documents/1.pdf: its size or digest"),
        ("documents/1.pdf", b"first documents", "opened/documents/1.pdf: its size or digest"),
        ("handover.json", b"{}", "opened: this is not a handover"),
        ("handover.json", b"[]", "opened: this is not a handover"),
        ("application.json", b"hello", "opened/application.json: "),
    ];
    for (name, bytes, expected) in spoil {
        let file = folder.join("opened").join(name);
        let before = fs::read(&file).unwrap();
        fs::write(&file, bytes).unwrap();
        let seal = ["seal", "opened", "--out", "again.eh", "--print-passphrase"];
        let (code, printed, complaint) = outcome(&run(&folder, &seal, ""));
        assert_eq!((code, printed.as_str()), (Some(2), ""), "{name}");
        assert!(complaint.starts_with(&format!("check: {expected}")), "{name}: {complaint}");
        assert!(!folder.join("again.eh").exists(), "{name}");
        fs::write(&file, before).unwrap();
    }
    fs::remove_file(folder.join("opened/documents/2.bin")).unwrap();
    assert_eq!(outcome(&run(&folder, &["seal", "opened", "--out", "again.eh"], &text("typed"))).0, Some(2));
}
