//! Slow clients are served as long as something moves; silent ones are not.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use eherkenning_wizard::domain::scheme::DocumentKind;
use serde_json::Value;

use crate::common::{TODAY, public};
use crate::form::{Form, pdf};
use crate::load::begin;
use crate::server::{Folder, Reply, Server, head};

/// Long enough for a busy machine.
const IDLE: Duration = Duration::from_secs(2);

/// An application with a document of 49 MB, and an offer that allows it.
fn fifty_megabytes(offer: &Folder) -> Form {
    let mut terms: Value = serde_json::from_slice(&std::fs::read(public("offer.json")).unwrap()).unwrap();
    terms["attachments"]["max_bytes"] = 50_000_000.into();
    terms["attachments"]["max_total_bytes"] = 60_000_000.into();
    offer.write("offer.json", terms.to_string());
    let mut form = Form::finished();
    let mut large = b"%PDF-1.7\n".to_vec();
    for _ in 0..490_000 {
        large.push(b'%');
        large.extend([b'x'; 98]);
        large.push(b'\n');
    }
    large.extend(pdf(""));
    form.replace(DocumentKind::KvkExtract, large);
    form
}

#[test]
fn s11_fifty_megabytes_arrive_over_a_slow_line() {
    let (store, offer) = (Folder::new(), Folder::new());
    let form = fifty_megabytes(&offer);
    let more = ["--today", TODAY, "--idle-timeout", "2"];
    let server = Server::start_offering(&offer.0.join("offer.json"), &store, &more);
    let body = form.body();
    let mut stream = begin(&server, &form, body.len());
    let started = Instant::now();
    for part in body.chunks(body.len() / 12 + 1) {
        stream.write_all(part).unwrap();
        std::thread::sleep(IDLE / 2);
    }
    assert!(started.elapsed() > 5 * IDLE);
    let reply = Reply::read(stream);
    assert_eq!(reply.status, 201, "{reply:?}");
}

#[test]
fn a_body_that_stops_arriving_is_given_up() {
    let store = Folder::new();
    let server = Server::start_with(&store, &["--today", TODAY, "--idle-timeout", "2"]);
    let form = Form::finished();
    let body = form.body();
    let mut stream = begin(&server, &form, body.len());
    stream.write_all(&body[..body.len() / 2]).unwrap();
    let started = Instant::now();
    let reply = Reply::read(stream);
    assert_eq!((reply.status, reply.code().as_str()), (408, "request_timeout"));
    assert!(started.elapsed() > IDLE / 2 && started.elapsed() < 10 * IDLE, "{:?}", started.elapsed());
    assert!(store.is_empty());
    assert_eq!(form.post(&server).status, 201);
}

#[test]
fn headers_that_stop_arriving_are_given_up() {
    let server = Server::start_with(&Folder::new(), &["--today", TODAY, "--idle-timeout", "2"]);
    for begun in ["", "POST /applications HTTP/1.1\r\nhost: intake.exa"] {
        let mut stream = server.connect();
        stream.write_all(begun.as_bytes()).unwrap();
        let started = Instant::now();
        let mut rest = Vec::new();
        let _ = stream.read_to_end(&mut rest);
        assert!(started.elapsed() < 10 * IDLE, "{begun:?}: {:?}", started.elapsed());
    }
}

#[test]
fn a_client_that_takes_nothing_of_its_response_is_given_up() {
    let dist = Folder::new();
    let size = 64 * 1024 * 1024;
    dist.write("large.bin", vec![0; size]);
    let server = Server::start_with(&Folder::new(), &["--idle-timeout", "2", "--dist", dist.0.to_str().unwrap()]);
    let mut stream = server.connect();
    stream.write_all(&head("GET", "/large.bin", &[], 0)).unwrap();
    std::thread::sleep(4 * IDLE);
    let mut taken = Vec::new();
    let _ = stream.read_to_end(&mut taken);
    assert!(taken.len() < size, "all {} bytes were sent to a client that took none", taken.len());
}
