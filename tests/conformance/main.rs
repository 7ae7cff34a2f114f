//! The conformance cases against the rules themselves.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

#[allow(dead_code, reason = "the tool that writes them all uses more of it")]
mod cases;

use std::collections::{BTreeMap, BTreeSet};

use eherkenning_wizard::domain::answer::answer;

use cases::{all, read};

#[test]
fn every_case_gets_its_answer() {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut file = |path: String| files.entry(path.clone()).or_insert_with(|| read(&path)).clone();
    let mut wrong = Vec::new();
    for case in all() {
        let offer = file(format!("offers/{}.json", case.offer));
        let catalogue = file(format!("catalogues/{}.json", case.catalogue));
        let found = answer(case.application.as_bytes(), offer.as_bytes(), catalogue.as_bytes(), case.today.as_bytes());
        if found != case.answer {
            wrong.push(format!("{}: {}\n  expected {}\n  found    {found}", case.file, case.name, case.answer));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n{} cases", wrong.join("\n"), wrong.len());
}

#[test]
fn every_case_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    let twice: Vec<String> =
        all().into_iter().map(|case| case.name).filter(|name| !names.insert(name.clone())).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
