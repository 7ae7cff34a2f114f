//! Whatever it receives, the server keeps running, stores nothing invalid, and logs no personal data.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::form::Form;
use crate::server::{Folder, Server};

#[test]
fn no_bytes_crash_the_server() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let whole = form.body();
    let content_type = Form::content_type();
    let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
    let post = |body: &[u8]| server.request("POST", "/applications", &headers, body).status;
    let mut runner = TestRunner::new(Config { cases: 100, failure_persistence: None, ..Config::default() });

    let noise = prop::collection::vec(any::<u8>(), 0..2000);
    runner
        .run(&noise, |bytes| {
            prop_assert_eq!(post(&bytes), 400);
            Ok(())
        })
        .unwrap();

    // The application is in the first 6,000 bytes; the documents follow.
    let flips = prop::collection::vec((0..6000_usize, any::<u8>()), 1..4);
    let corruption = (flips, 0..whole.len(), any::<bool>());
    runner
        .run(&corruption, |(flips, cut, is_cut)| {
            let mut body = whole.clone();
            for (at, byte) in flips {
                body[at] = byte;
            }
            body.truncate(if is_cut { cut } else { whole.len() });
            let status = post(&body);
            prop_assert!(matches!(status, 200 | 201 | 400 | 413 | 415 | 422), "{}", status);
            Ok(())
        })
        .unwrap();
    assert_eq!(server.get("/health", &[]).status, 200);
}

#[test]
fn no_personal_data_is_logged() {
    let store = Folder::new();
    let server = Server::start(&store);
    let mut form = Form::finished();
    assert_eq!(form.post(&server).status, 201);
    form.change(|draft| draft.user.email = "johanna@".to_owned());
    form.post(&server);
    form.parts[0].bytes = b"{\"user\": {\"surname\": 1, \"email\": \"johanna@bakkerij-devries.example\"}}".to_vec();
    form.post(&server);
    server.request("POST", "/applications", &[("idempotency-key", "johanna@bakkerij")], b"");
    let log = server.finish().to_lowercase();
    assert_eq!(log.matches("\"message\":\"application\"").count(), 4, "{log}");
    assert!(log.contains(&form.key) && log.contains("\"status\":201") && log.contains("milliseconds"));
    for word in ["johanna", "vries", "31612345678", "68750110", "kopie", "groningen"] {
        assert!(!log.contains(word), "{word} in {log}");
    }
}

#[test]
fn the_log_has_the_reference_of_what_was_stored_and_the_rules_that_were_broken() {
    let server = Server::start(&Folder::new());
    let mut form = Form::finished();
    let reference = form.post(&server).reference();
    let mut other = form.clone().numbered(7);
    other.change(|draft| draft.user.email = "johanna@".to_owned());
    assert_eq!(other.post(&server).status, 422);
    form.change(|draft| draft.user.email = "anna@bakkerij.example".to_owned());
    assert_eq!(form.post(&server).code(), "idempotency_key_reused");
    let log = server.finish();
    let lines = log.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let lines: Vec<_> = lines.filter(|line| line["message"] == "application").collect();
    assert_eq!(lines[0]["reference"], reference);
    assert_eq!((&lines[1]["code"], &lines[1]["issues"]), (&"issues".into(), &"user.email email_shape".into()));
    assert_eq!((&lines[2]["code"], &lines[2]["reference"]), (&"idempotency_key_reused".into(), &"".into()));
}
