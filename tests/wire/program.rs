//! The program `check`: what it prints, and the code with which it ends.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::scheme::Lang;
use serde_json::{Value, json};

use crate::common::{TODAY, finished_draft, public};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut process = Command::new(env!("CARGO_BIN_EXE_check"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that looks at its arguments first may end without reading.
    let _ = process.stdin.take().unwrap().write_all(input.as_bytes());
    process.wait_with_output().unwrap()
}

fn application(input: &str, more: &[&str]) -> (Option<i32>, String) {
    let (offer, catalogue) = (public("offer.json"), public("catalogue.json"));
    let (offer, catalogue) = (offer.to_str().unwrap(), catalogue.to_str().unwrap());
    let arguments = ["application", "-", "--offer", offer, "--catalogue", catalogue, "--today", TODAY];
    let output = run(&[&arguments, more].concat(), input);
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn spoilt(change: impl FnOnce(&mut Draft)) -> String {
    let mut draft = finished_draft();
    change(&mut draft);
    serde_json::to_string(&draft).unwrap()
}

#[test]
fn a_finished_application_has_no_issues() {
    let (code, printed) = application(&spoilt(|_| {}), &[]);
    assert_eq!((code, printed.as_str()), (Some(0), "[]\n"));
}

#[test]
fn issues_are_printed_as_json() {
    let (code, printed) = application(&spoilt(|draft| draft.contract.term_years = Some(2)), &[]);
    let issues: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(code, Some(1));
    let expected = json!({ "place": "contract.term_years", "code": "term_not_offered", "params": {} });
    assert!(issues.as_array().unwrap().contains(&expected), "{printed}");
}

#[test]
fn issues_are_printed_for_people_in_the_language_of_the_applicant() {
    let (code, printed) = application(&spoilt(|draft| draft.user.email = "j@".to_owned()), &["--human"]);
    assert_eq!(code, Some(1));
    assert!(printed.contains("Vul een volledig e-mailadres in") && printed.contains("user.email"), "{printed}");
    let english = spoilt(|draft| {
        draft.language = Some(Lang::En);
        draft.user.email = "j@".to_owned();
    });
    assert!(!application(&english, &["--human"]).1.contains("Vul een"));
}

#[test]
fn what_cannot_be_read_ends_with_two() {
    assert_eq!(application("{", &[]).0, Some(2));
    assert_eq!(application("{\"documents\": 1}", &[]).0, Some(2));
    assert_eq!(run(&["offer", "/nowhere.json"], "").status.code(), Some(2));
    assert_eq!(run(&["catalogue", "-"], "<xml/>").status.code(), Some(2));
    assert_eq!(run(&["application", "-"], "").status.code(), Some(2));
}

#[test]
fn offers_and_catalogues_are_checked() {
    for name in ["offer", "catalogue"] {
        let file = public(&format!("{name}.json"));
        assert_eq!(run(&[name, file.to_str().unwrap()], "").status.code(), Some(0), "{name}");
        let refused = run(&[name, "-"], "{\"format\": \"another\"}");
        assert_eq!(refused.status.code(), Some(1), "{name}");
        assert!(!refused.stdout.is_empty());
    }
}
