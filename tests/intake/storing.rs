//! Each application is stored exactly once, completely or not at all.

use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use eherkenning_wizard::domain::application::Application;
use eherkenning_wizard::domain::scheme::SigningMethod;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::common::{TODAY, facts, public};
use crate::form::Form;
use crate::server::{Folder, Reply, Server, head};

/// The receipt of an application.
///
/// A server that is killed can leave a temporary file with the same content beside it, such as `1.outcome.json#1`.
pub fn receipt(store: &Folder, form: &Form) -> Option<Value> {
    let mut receipts = std::fs::read_dir(store.0.join("keys").join(&form.key)).ok()?.filter_map(|file| {
        let path = file.ok()?.path();
        let is_complete = path.extension().is_some_and(|extension| extension == "json");
        let content: Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        (is_complete && content["outcome"] == "stored").then_some(content)
    });
    let receipt = receipts.next()?;
    assert!(receipts.next().is_none(), "two receipts for one key");
    Some(receipt)
}

/// Whether an application has a receipt; all of its files are then as they were sent.
pub fn is_stored(store: &Folder, form: &Form) -> bool {
    let Some(receipt) = receipt(store, form) else { return false };
    let folder = receipt["folder"].as_str().unwrap();
    for part in form.parts.iter().skip(1) {
        let extension = match part.media_type.as_str() {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            _ => "pdf",
        };
        assert!(store.read(&format!("{folder}/documents/{}.{extension}", part.name)).as_ref() == Some(&part.bytes));
    }
    assert!(store.read(&format!("{folder}/application.json")).as_ref() == Some(&form.parts[0].bytes));
    true
}

#[test]
fn a_signature_from_before_sending_is_stored_with_its_moment() {
    let form = Form::of(|draft| {
        let signed = Application::what_is_signed(draft, &facts()).unwrap();
        let signature = &mut draft.signatures[0];
        signature.method = Some(SigningMethod::Screen);
        signature.at = "2026-11-20T08:00:00Z".to_owned();
        signature.digest = hex::encode(Sha256::digest(signed));
    });
    let store = Folder::new();
    let server = Server::start(&store);
    let reply = form.post(&server);
    assert_eq!(reply.status, 201, "{reply:?}");
    assert!(is_stored(&store, &form));
    assert!(String::from_utf8_lossy(&form.parts[0].bytes).contains("2026-11-20T08:00:00Z"));
}

#[test]
fn an_application_is_stored_as_it_was_sent() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let reply = form.post(&server);
    assert_eq!(reply.status, 201, "{reply:?}");
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let reference = reply.reference();
    assert!(reference.len() == 12 && reference.starts_with("EH-"), "{reference}");
    assert!(is_stored(&store, &form));

    let checked = Command::new(env!("CARGO_BIN_EXE_check"))
        .arg("application")
        .arg(store.0.join(receipt(&store, &form).unwrap()["folder"].as_str().unwrap()).join("application.json"))
        .arg("--offer")
        .arg(public("offer.json"))
        .arg("--catalogue")
        .arg(public("catalogue.json"))
        .args(["--today", TODAY])
        .output()
        .unwrap();
    let verdict: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert!(verdict["application"].is_object(), "{verdict}");
    assert!(checked.status.success());
}

#[test]
fn the_same_application_gets_the_same_reference() {
    let store = Folder::new();
    let server = Server::start(&store);
    let mut form = Form::finished();
    let reference = form.post(&server).reference();
    let again = form.post(&server);
    assert_eq!((again.status, again.reference()), (200, reference.clone()));
    form.key = format!("\"{}\"", form.key.to_uppercase());
    let quoted = form.post(&server);
    assert_eq!((quoted.status, quoted.reference()), (200, reference));
}

#[test]
fn a_stored_application_keeps_its_reference_when_it_is_no_longer_valid() {
    let store = Folder::new();
    let form = Form::finished();
    let reference = form.post(&Server::start(&store)).reference();
    let later = Server::start_with(&store, &["--today", "2027-06-01"]);
    let again = form.post(&later);
    assert_eq!((again.status, again.reference()), (200, reference));
    assert_eq!(form.numbered(2).post(&later).status, 422);
}

#[test]
fn another_application_under_the_same_key_is_refused() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    assert_eq!(form.post(&server).status, 201);
    let mut other = form.clone();
    other.change(|draft| draft.user.mobile = "+31687654321".to_owned());
    let reply = other.post(&server);
    assert_eq!((reply.status, reply.code().as_str()), (422, "idempotency_key_reused"));
    assert!(is_stored(&store, &form));
}

#[test]
fn twenty_simultaneous_posts_store_one_application() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let replies: Vec<Reply> = std::thread::scope(|scope| {
        let posts: Vec<_> = (0..20).map(|_| scope.spawn(|| form.post(&server))).collect();
        posts.into_iter().map(|post| post.join().unwrap()).collect()
    });
    let count = |status: u16| replies.iter().filter(|reply| reply.status == status).count();
    assert_eq!(count(201), 1, "{replies:?}");
    assert_eq!(count(201) + count(200) + count(409), 20, "{replies:?}");
    let reference = form.post(&server).reference();
    assert!(replies.iter().filter(|reply| reply.status < 300).all(|reply| reply.reference() == reference));
    for reply in replies.iter().filter(|reply| reply.status == 409) {
        assert!((1..=20).contains(&reply.retry_after()), "{reply:?}");
    }
}

#[test]
fn many_simultaneous_applications_are_all_stored() {
    let store = Folder::new();
    let server = Server::start(&store);
    let forms: Vec<Form> = (0..20).map(|number| Form::finished().numbered(number)).collect();
    let mut references: Vec<String> = std::thread::scope(|scope| {
        let posts: Vec<_> = forms.iter().map(|form| scope.spawn(|| form.post(&server))).collect();
        posts.into_iter().map(|post| post.join().unwrap().reference()).collect()
    });
    assert!(forms.iter().all(|form| is_stored(&store, form)));
    references.sort();
    references.dedup();
    assert_eq!(references.len(), 20);
}

#[test]
fn a_server_killed_while_reading_has_stored_nothing() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let body = form.body();
    let content_type = Form::content_type();
    let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
    let mut stream = server.connect();
    stream.write_all(&head("POST", "/applications", &headers, body.len())).unwrap();
    stream.write_all(&body[..body.len() / 2]).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    server.kill();
    assert!(store.is_empty());
    assert_eq!(form.post(&Server::start(&store)).status, 201);
}

#[test]
fn an_application_with_a_receipt_is_complete_whenever_the_server_is_killed() {
    let store = Folder::new();
    let mut receipts = 0;
    for number in 0..12 {
        let form = Form::finished().numbered(number);
        let server = Server::start(&store);
        let mut stream = server.connect();
        let body = form.body();
        let content_type = Form::content_type();
        let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
        stream.write_all(&head("POST", "/applications", &headers, body.len())).unwrap();
        stream.write_all(&body).unwrap();
        // Kill at a different moment each time, from just after the claim until after the receipt.
        let started = Instant::now();
        let claim = store.0.join("keys").join(&form.key).join("1.claim.json");
        while !claim.exists() && started.elapsed() < Duration::from_secs(20) {
            std::thread::yield_now();
        }
        std::thread::sleep(Duration::from_micros(u64::from(number) * 700));
        server.kill();
        let was_stored = is_stored(&store, &form);
        receipts += u32::from(was_stored);
        let reply = form.post(&Server::start(&store));
        let expected = if was_stored { 200 } else { 409 };
        assert_eq!(reply.status, expected, "{reply:?}");
    }
    assert!(receipts < 12, "no server was killed before its receipt");
}

#[test]
fn a_server_finishes_open_requests_before_it_stops() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let body = form.body();
    let content_type = Form::content_type();
    let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
    let mut stream = server.connect();
    stream.write_all(&head("POST", "/applications", &headers, body.len())).unwrap();
    stream.write_all(&body[..1000]).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    server.terminate();
    std::thread::sleep(Duration::from_millis(100));
    stream.write_all(&body[1000..]).unwrap();
    assert_eq!(Reply::read(stream).status, 201);
    assert!(server.wait().success());
    assert!(is_stored(&store, &form));
}

#[test]
fn an_application_is_stored_when_the_client_disconnects() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let body = form.body();
    let content_type = Form::content_type();
    let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
    let mut stream = server.connect();
    stream.write_all(&head("POST", "/applications", &headers, body.len())).unwrap();
    stream.write_all(&body).unwrap();
    drop(stream);
    // The next post finds the application stored, in progress or not started.
    let started = Instant::now();
    let mut reply = form.post(&server);
    while reply.status == 409 && started.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
        reply = form.post(&server);
    }
    assert!(matches!(reply.status, 200 | 201), "{reply:?}");
    assert!(is_stored(&store, &form));
}
