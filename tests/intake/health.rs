//! Whether the program runs, whether it can store applications, and the id by which a request is found again.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bucket::{Bucket, Fault};
use crate::common::TODAY;
use crate::form::Form;
use crate::server::{Folder, Reply, Server};

/// Asks until the status is as expected: a result is kept for some seconds.
fn wait_for(server: &Server, status: u16) -> Value {
    let started = Instant::now();
    loop {
        let reply = server.get("/ready", &[]);
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        if reply.status == status {
            return reply.json();
        }
        assert!(started.elapsed() < Duration::from_secs(30), "{reply:?}");
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn the_program_says_that_it_runs_and_that_it_is_ready() {
    let server = Server::start(&Folder::new());
    for path in ["/live", "/health"] {
        assert_eq!((server.get(path, &[]).status, server.get(path, &[]).json()), (200, json!({ "status": "ok" })));
        assert_eq!(server.request("POST", path, &[], b"").status, 405);
    }
    assert_eq!(wait_for(&server, 200), json!({ "status": "ready", "failed": [] }));
}

#[test]
fn a_store_that_fails_or_hangs_makes_the_program_not_ready_until_it_recovers() {
    for (method, fault) in [("PUT", Fault::Refused), ("GET", Fault::Refused), ("PUT", Fault::Held)] {
        let bucket = Bucket::start();
        let server = Server::start_on(&bucket);
        assert_eq!(server.get("/ready", &[]).status, 200);
        bucket.fail(method, "", fault, usize::MAX);
        assert_eq!(wait_for(&server, 503), json!({ "status": "not_ready", "failed": ["store"] }));
        assert_eq!(server.get("/live", &[]).status, 200);
        bucket.recover();
        wait_for(&server, 200);
        assert_eq!(bucket.names(), Vec::<String>::new());
        let log = server.finish();
        assert!(log.contains("not ready") && log.contains("\"part\":\"store\""), "{log}");
    }
}

#[test]
fn many_questions_are_one_to_the_store() {
    let bucket = Bucket::start();
    let server = Server::start_on(&bucket);
    let before = bucket.writes("put-if-absent");
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| assert_eq!(server.get("/ready", &[]).status, 200));
        }
    });
    if started.elapsed() < Duration::from_secs(4) {
        assert_eq!(bucket.writes("put-if-absent") - before, 1);
    }
}

#[test]
fn a_request_keeps_the_id_that_a_proxy_gave_it_and_gets_one_otherwise() {
    let server = Server::start(&Folder::new());
    let longest = "x".repeat(64);
    for given in ["a", "019ab0c4-5c1e-7d52", "A_b.c-9", &longest] {
        let reply = server.get("/live", &[("x-request-id", given)]);
        assert_eq!(reply.header("x-request-id"), Some(given));
    }
    let mut made = Vec::new();
    for refused in ["", "a b", "a\"b", "a,b", "é", &format!("{longest}x")] {
        let reply = server.get("/live", &[("x-request-id", refused)]);
        let id = reply.header("x-request-id").unwrap();
        assert_ne!(id, refused);
        assert!(id.len() == 36 && !made.contains(&id.to_owned()), "{id}");
        made.push(id.to_owned());
    }
}

#[test]
fn the_id_is_in_every_response_and_every_line_of_a_request() {
    let bucket = Bucket::start();
    let server = Server::start_on(&bucket);
    let form = Form::finished();
    let id = |id| [("x-request-id", id)];
    let problem = |reply: Reply| (reply.header("x-request-id").unwrap().to_owned(), reply.json()["request_id"].clone());
    assert_eq!(form.post_with(&server, &id("stored")).header("x-request-id"), Some("stored"));
    assert_eq!(problem(server.get("/nothing", &id("missing"))), ("missing".to_owned(), "missing".into()));
    assert_eq!(problem(server.get("/lookup/1", &id("short"))), ("short".to_owned(), "short".into()));
    bucket.fail("PUT", "2.claim.json", Fault::Refused, 1);
    bucket.fail("PUT", "1.claim.json", Fault::Refused, 1);
    assert_eq!(problem(form.numbered(2).post_with(&server, &id("failed"))), ("failed".to_owned(), "failed".into()));
    let log = server.finish();
    let lines = log.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let lines: Vec<_> = lines.filter(|line| line["target"] != "intake").collect();
    assert!(lines.iter().all(|line| line["span"]["request_id"].is_string()), "{log}");
    let of = |id: &str| lines.iter().filter(|line| line["span"]["request_id"] == id).count();
    assert_eq!((of("stored"), of("short")), (1, 1));
    assert!(of("failed") >= 2, "{log}");
}

#[test]
fn pages_of_other_origins_may_read_the_id_and_when_to_retry() {
    let server = Server::start_with(&Folder::new(), &["--today", TODAY, "--allow-origin", "https://partner.example"]);
    let reply = server.get("/applications/1", &[("origin", "https://partner.example")]);
    let exposed = reply.header("access-control-expose-headers").unwrap();
    assert!(exposed.contains("x-request-id") && exposed.contains("retry-after"), "{exposed}");
}
