//! The same cases through the program `check`: its output and exit code.

use std::io::Write;
use std::process::{Command, Stdio};

use super::cases::{Case, folder};
use super::expect;

#[test]
fn check_gives_every_case_its_verdict() {
    expect(|case, _, _| check(case));
}

fn check(case: &Case) -> String {
    let file = |kind: &str, name: &str| folder().join(kind).join(format!("{name}.json"));
    let mut process = Command::new(env!("CARGO_BIN_EXE_check"))
        .arg("application")
        .arg("--offer")
        .arg(file("offers", &case.offer))
        .arg("--catalogue")
        .arg(file("catalogues", &case.catalogue))
        .args(["--today", &case.today])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    process.stdin.take().unwrap().write_all(case.application.as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    let ending = match () {
        () if printed.contains(r#""application":{"#) => 0,
        () if printed.contains(r#""issues":["#) => 1,
        () => 2,
    };
    assert_eq!(output.status.code(), Some(ending), "{}", case.name);
    printed.trim_end_matches('\n').to_owned()
}
