//! A store that fails: whatever it does, an application is stored once or not at all, and can be sent again at once.

use crate::bucket::{Bucket, Fault};
use crate::form::Form;
use crate::server::{Reply, Server};

/// The references in the store, of which there may be at most one per key.
fn references(bucket: &Bucket) -> Vec<String> {
    let outcomes = bucket.matching("outcome.json").into_iter();
    let outcomes = outcomes.map(|(_, bytes)| serde_json::from_slice::<serde_json::Value>(&bytes).unwrap());
    outcomes.filter_map(|outcome| outcome["reference"].as_str().map(str::to_owned)).collect()
}

fn asked(server: &Server, form: &Form) -> Reply {
    server.get(&format!("/applications/{}", form.key), &[])
}

/// Posts while a request to the store goes wrong, then again; both answers.
fn post_twice(method: &'static str, part: &str, fault: Fault, times: usize) -> (Bucket, Reply, Reply) {
    let bucket = Bucket::start();
    let server = Server::start_on(&bucket);
    let form = Form::finished();
    bucket.fail(method, part, fault, times);
    let first = form.post(&server);
    assert!(matches!(first.status, 201 | 503), "{method} {part}: {first:?}");
    if first.status == 503 {
        assert_eq!(first.code(), "out_of_order");
        assert_eq!(references(&bucket), Vec::<String>::new(), "told that nothing is stored");
        assert_eq!(asked(&server, &form).code(), "key_unknown");
        assert!(bucket.matching("/applications/").is_empty(), "{part}: personal data of a failed attempt is left");
    }
    bucket.recover();
    let second = form.post(&server);
    assert_eq!(second.status, if first.status == 201 { 200 } else { 201 }, "{method} {part}: {second:?}");
    assert_eq!(references(&bucket), [second.reference()]);
    assert_eq!((asked(&server, &form).status, asked(&server, &form).reference()), (200, second.reference()));
    assert_eq!(bucket.matching("application.json").len(), 1);
    (bucket, first, second)
}

const WRITES: [&str; 4] = ["1.claim.json", "/1/documents/", "/1/application.json", "1.outcome.json"];

#[test]
fn s13_one_failed_write_does_not_block_the_key() {
    for part in WRITES {
        post_twice("PUT", part, Fault::Refused, 1);
    }
}

#[test]
fn a_write_that_succeeds_but_reports_an_error_stores_no_second_application() {
    for part in WRITES {
        let (_, first, second) = post_twice("PUT", part, Fault::RefusedAfterwards, 1);
        if part.contains("outcome") {
            assert_eq!((first.status, first.reference()), (201, second.reference()));
        }
    }
}

#[test]
fn a_failed_read_does_not_block_the_key() {
    for part in ["prefix=", "1.claim.json", "1.outcome.json"] {
        post_twice("GET", part, Fault::Refused, 1);
    }
}

#[test]
fn a_receipt_counts_only_when_it_can_be_read_back() {
    let (bucket, first, second) = post_twice("PUT", "1.outcome.json", Fault::Lost, 1);
    assert_eq!((first.status, first.reference()), (201, second.reference()));
    assert_eq!(references(&bucket), [first.reference()]);
    // It is never there, until the attempt is given up: then nothing is stored.
    let (_, first, _) = post_twice("PUT", "1.outcome.json", Fault::Lost, 2);
    assert_eq!(first.status, 503);
}

#[test]
fn when_the_store_does_not_say_whether_it_stored_the_outcome_is_unknown() {
    let bucket = Bucket::start();
    let server = Server::start_on(&bucket);
    let form = Form::finished();
    bucket.fail("GET", "1.outcome.json", Fault::Refused, usize::MAX);
    let reply = form.post(&server);
    assert_eq!((reply.status, reply.code().as_str()), (500, "outcome_unknown"));
    bucket.recover();
    assert_eq!(asked(&server, &form).status, 200);
    let again = form.post(&server);
    assert_eq!((again.status, again.reference()), (200, references(&bucket)[0].clone()));
}

/// A store that hangs, from one request on: what is answered and logged.
fn hanging(method: &'static str, part: &str) -> (Bucket, Form, Reply, String) {
    let bucket = Bucket::start();
    let server = Server::start_impatient_on(&bucket);
    let form = Form::finished();
    bucket.fail(method, part, Fault::Held, usize::MAX);
    let reply = form.post(&server);
    bucket.recover();
    (bucket, form, reply, server.finish())
}

#[test]
fn a_store_that_hangs_is_one_that_fails() {
    for (method, part) in [("GET", ""), ("PUT", "1.claim.json"), ("PUT", "/1/documents/")] {
        let (_, form, reply, log) = hanging(method, part);
        assert_eq!((reply.status, reply.code().as_str()), (503, "out_of_order"), "{method} {part}");
        assert!(reply.retry_after() > 0);
        let line = log.lines().find(|line| line.contains("\"message\":\"application\"")).unwrap();
        assert!(line.contains(&form.key) && line.contains("\"status\":503") && line.contains("out_of_order"), "{line}");
        assert!(log.contains("store unavailable"), "{log}");
    }
}

#[test]
fn a_store_that_hangs_at_the_last_moment_leaves_the_outcome_unknown() {
    let (_, _, reply, log) = hanging("GET", "1.outcome.json");
    assert_eq!((reply.status, reply.code().as_str()), (500, "outcome_unknown"));
    assert!(log.contains("\"status\":500") && log.contains("\"code\":\"outcome_unknown\""), "{log}");
}
