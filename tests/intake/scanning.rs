//! Documents are scanned for viruses before anything of an application is stored.

use std::io::Write;
use std::thread;
use std::time::{Duration, Instant};

use eherkenning_wizard::domain::scheme::DocumentKind;
use serde_json::json;

use crate::clamd::{CLEAN, FOUND, RealClamd, Scan, StandIn, eicar};
use crate::common::TODAY;
use crate::form::{Form, pdf};
use crate::metrics::{text, value};
use crate::server::{Folder, Reply, Server};

const COPY: &str = "documents.user_id_copy.user";
const EXTRACT: &str = "documents.kvk_extract.organisation";

fn scanning(option: &str, store: &Folder) -> Server {
    scanning_with(option, store, &[])
}

fn scanning_with(option: &str, store: &Folder, more: &[&str]) -> Server {
    let options = ["--today", TODAY, "--metrics-listen", "127.0.0.1:0", "--scan", option];
    Server::start_with(store, &[&options[..], more].concat())
}

fn is_pdf(start: &[u8]) -> bool {
    start.starts_with(b"%PDF")
}

fn scans(server: &Server) -> [f64; 3] {
    let text = text(server);
    ["clean", "infected", "failed"].map(|result| {
        let series = format!("intake_scans_total{{result=\"{result}\"}}");
        if text.contains(&series) { value(&text, &series) } else { 0.0 }
    })
}

/// A large document: of many chunks.
fn large() -> Vec<u8> {
    pdf(&format!("/Comment ({})", "x".repeat(900_000)))
}

/// More than fits into what a system keeps for a connection, so that a scanner has read much of it before its end is sent.
fn larger() -> Vec<u8> {
    pdf(&format!("/Comment ({})", "x".repeat(9_500_000)))
}

/// Expects that nothing can be stored now, and that nothing was.
fn is_unavailable(reply: &Reply, store: &Folder) {
    assert_eq!((reply.status, reply.code().as_str()), (503, "scanner_unavailable"), "{reply:?}");
    assert_eq!(reply.json()["type"], "urn:eherkenning-wizard:scanner_unavailable");
    assert!(reply.retry_after() > 0);
    assert!(store.is_empty());
}

#[test]
fn every_document_is_scanned_whole_before_an_application_is_stored() {
    for is_socket in [false, true] {
        let (store, folder) = (Folder::new(), Folder::new());
        let clamd = StandIn::start(|_| CLEAN);
        let mut form = Form::finished();
        form.replace(DocumentKind::KvkExtract, large());
        if is_socket {
            let server = scanning(&clamd.at_socket(&folder), &store);
            assert_eq!(form.post(&server).status, 201);
            continue;
        }
        let server = scanning(&clamd.option(), &store);
        assert_eq!(form.post(&server).status, 201);
        let (mut scanned, mut posted) = (clamd.documents(), Vec::new());
        posted.extend(form.parts.iter().skip(1).map(|part| part.bytes.clone()));
        scanned.sort();
        posted.sort();
        assert_eq!(scanned, posted);
        assert_eq!(scans(&server), [3.0, 0.0, 0.0]);
        // The same again is answered from the store.
        assert_eq!(form.post(&server).status, 200);
        assert_eq!(clamd.documents().len(), 3);
    }
}

#[test]
fn an_infected_document_is_refused_at_its_place_and_nothing_is_stored() {
    let store = Folder::new();
    let clamd = StandIn::start(|start| if is_pdf(start) { FOUND } else { CLEAN });
    let server = scanning(&clamd.option(), &store);
    let form = Form::finished();
    let reply = form.post(&server);
    assert_eq!((reply.status, reply.code().as_str()), (422, "infected"), "{reply:?}");
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let problem = reply.json();
    assert_eq!(problem["type"], "urn:eherkenning-wizard:infected");
    let issues = problem["issues"].as_array().unwrap();
    assert_eq!(issues.len(), 1);
    assert_eq!((&issues[0]["place"], &issues[0]["code"]), (&json!(EXTRACT), &json!("document_infected")));
    assert!(issues[0]["title"].as_str().is_some_and(|title| !title.is_empty()));
    assert!(store.is_empty());
    assert_eq!(scans(&server), [2.0, 1.0, 0.0]);
    // Another file under the same key is stored.
    let mut other = form.clone();
    other.replace(DocumentKind::KvkExtract, large());
    assert_eq!(server.get(&format!("/applications/{}", form.key), &[]).code(), "key_unknown");
    assert_eq!(other.post(&scanning(&StandIn::start(|_| CLEAN).option(), &store)).status, 201);
    let log = server.finish();
    assert!(log.contains("Win.Test.EICAR_HDB-1") && log.contains(EXTRACT) && log.contains(&form.key), "{log}");
    assert!(!log.contains("uittreksel.pdf") && !log.contains("Johanna"), "{log}");
}

#[test]
fn all_infected_documents_are_named_also_when_the_scanner_fails_after_the_first() {
    for (of_png, places) in [(FOUND, 3), (Scan::Hangup(0), 1)] {
        let store = Folder::new();
        let clamd = StandIn::start(move |start| if start.starts_with(b"\x89PNG") { of_png.clone() } else { FOUND });
        let reply = Form::finished().post(&scanning(&clamd.option(), &store));
        assert_eq!((reply.status, reply.code().as_str()), (422, "infected"), "{reply:?}");
        let problem = reply.json();
        let issues = problem["issues"].as_array().unwrap();
        assert!(issues.len() >= places && issues.iter().any(|issue| issue["place"] == COPY), "{problem}");
        assert!(store.is_empty());
    }
}

#[test]
fn a_broken_rule_comes_before_a_virus() {
    let store = Folder::new();
    let clamd = StandIn::start(|_| FOUND);
    let server = scanning(&clamd.option(), &store);
    let mut form = Form::finished();
    form.change(|draft| draft.user.email = "johanna@".to_owned());
    assert_eq!(form.post(&server).code(), "issues");
    assert!(clamd.documents().is_empty());
}

#[test]
fn without_a_verdict_nothing_is_stored_and_the_wizard_may_try_again() {
    for (scan, words) in [
        (Scan::Say(b"INSTREAM size limit exceeded. ERROR\0"), "StreamMaxLength"),
        (Scan::SayAfter(70_000, b"INSTREAM size limit exceeded. ERROR\0"), ""),
        (Scan::Say(b"stream: Can't allocate memory ERROR\0"), "allocate memory"),
        (Scan::Say(b"stream: OK"), "ended before"),
        (Scan::Say(b"stream: O"), "ended before"),
        (Scan::Say(b""), "ended before"),
        (Scan::Say(b"stream: OK FOUND ERROR\0"), "stream: OK FOUND"),
        (Scan::Say(b"stream: OKAY\0"), "malformed"),
        (Scan::Say(b"stream:  FOUND\0"), "malformed"),
        (Scan::Say(b"OK\0"), "malformed"),
        (Scan::Say(b"HTTP/1.1 200 OK\r\n\r\nOK\0"), "malformed"),
        (Scan::Say(b"\xff\xfe\x00"), "malformed"),
        (Scan::Say(&[b'x'; 100_000]), ""),
        (Scan::Say(b"stream: OK\0stream: OK\0"), "malformed"),
        (Scan::Say(b"stream: OK\0\0"), "malformed"),
        (Scan::Say(b"stream: OK\0more"), ""),
        (Scan::Say(b"stream: OK\0stream: Win.Test.EICAR_HDB-1 FOUND\0"), "malformed"),
        (Scan::SayAfter(70_000, b"stream: OK\0"), ""),
        (Scan::SayAndRead(0, b"stream: OK\0"), "before the end of the document"),
        (Scan::SayAndRead(70_000, b"stream: OK\0"), "before the end of the document"),
        (Scan::Hangup(0), ""),
        (Scan::Hangup(70_000), ""),
    ] {
        let store = Folder::new();
        let mut form = Form::finished();
        form.replace(DocumentKind::KvkExtract, if matches!(scan, Scan::SayAndRead(..)) { larger() } else { large() });
        let clamd = StandIn::start(move |start| if is_pdf(start) { scan.clone() } else { CLEAN });
        let server = scanning(&clamd.option(), &store);
        is_unavailable(&form.post(&server), &store);
        assert_eq!(scans(&server)[2], 1.0);
        let log = server.finish();
        assert!(log.contains("could not be scanned") && log.contains(words), "{words}: {log}");
        assert!(log.contains("\"code\":\"scanner_unavailable\""), "{log}");
    }
}

#[test]
fn a_scanner_that_is_slow_is_given_up_after_its_time() {
    for scan in [Scan::Silence, Scan::Deaf] {
        let store = Folder::new();
        let clamd = StandIn::start(move |_| scan.clone());
        let server = scanning_with(&clamd.option(), &store, &["--scan-timeout", "1"]);
        let mut form = Form::finished();
        form.replace(DocumentKind::KvkExtract, large());
        let started = Instant::now();
        is_unavailable(&form.post(&server), &store);
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    }
}

#[test]
fn a_scanner_that_is_down_is_named_by_ready_until_it_is_back() {
    let store = Folder::new();
    let clamd = StandIn::start(|_| CLEAN);
    let server = scanning(&clamd.option(), &store);
    assert_eq!(server.get("/ready", &[]).status, 200);
    clamd.set_down(true);
    is_unavailable(&Form::finished().post(&server), &store);
    let wait_for = |status: u16| {
        let started = Instant::now();
        loop {
            let reply = server.get("/ready", &[]);
            if reply.status == status {
                return reply.json();
            }
            assert!(started.elapsed() < Duration::from_secs(30), "{reply:?}");
            thread::sleep(Duration::from_millis(200));
        }
    };
    assert_eq!(wait_for(503), json!({ "status": "not_ready", "failed": ["scanner"] }));
    clamd.set_down(false);
    wait_for(200);
    assert_eq!(Form::finished().post(&server).status, 201);
    // At start it need not be there: signatures take a while to load.
    let nowhere = scanning("unix:/nowhere/clamd.ctl", &Folder::new());
    assert_eq!(nowhere.get("/ready", &[]).json()["failed"], json!(["scanner"]));
}

#[test]
fn only_addresses_of_a_scanner_are_accepted() {
    for refused in [
        "127.0.0.1:3310",
        "tcp://127.0.0.1",
        "tcp://:3310",
        "tcp://host:3310/path",
        "tcp://user@host:3310",
        "http://host:3310",
        "unix:clamd.ctl",
        "unix://host/clamd.ctl",
        "",
    ] {
        let printed = Server::refused_with(&["--scan", refused]);
        assert!(printed.contains("tcp://HOST:PORT or unix:/path"), "{refused}: {printed}");
    }
}

#[test]
fn clamd_itself_finds_a_virus_and_passes_what_is_clean() {
    let max_bytes = 2_000_000;
    let Some(clamd) = RealClamd::start(max_bytes) else {
        // Not by `eprintln!`, which the test harness hides.
        let _ = writeln!(std::io::stderr(), "skipped: clamd is not installed (apt-get install clamav-daemon)");
        return;
    };
    let store = Folder::new();
    let server = scanning(&clamd.option(), &store);
    assert_eq!(server.get("/ready", &[]).status, 200);
    let mut form = Form::finished();
    form.replace(DocumentKind::KvkExtract, pdf(&format!("/Comment ({})", String::from_utf8(eicar()).unwrap())));
    let reply = form.post(&server);
    assert_eq!((reply.status, reply.code().as_str()), (422, "infected"), "{reply:?}");
    assert_eq!(reply.json()["issues"][0]["place"], EXTRACT);
    form.replace(DocumentKind::KvkExtract, pdf(&format!("/Comment ({})", "x".repeat(max_bytes))));
    is_unavailable(&form.post(&server), &store);
    form.replace(DocumentKind::KvkExtract, large());
    assert_eq!(form.post(&server).status, 201);
    let log = server.finish();
    assert!(log.contains("Test.Eicar") && log.contains("StreamMaxLength"), "{log}");
}
