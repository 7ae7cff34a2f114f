//! Several requests for one key: one stores, the others wait no longer than a lease, and no clock decides what is stored.

use std::fs::File;
use std::time::{Duration, Instant, SystemTime};

use crate::bucket::{Bucket, Fault};
use crate::common::TODAY;
use crate::form::Form;
use crate::operator::Place;
use crate::server::{Folder, Reply, Server};
use crate::storing::{is_stored, receipt};

/// Long enough for heartbeats on a busy machine.
const LEASE: Duration = Duration::from_secs(2);

fn changed(form: &Form) -> Form {
    let mut other = form.clone();
    other.change(|draft| draft.user.mobile = "+31687654321".to_owned());
    other
}

/// A server with short leases.
fn start(store: &Folder) -> Server {
    Server::start_with(store, &["--today", TODAY, "--lease", "2"])
}

/// A store in which a request stopped just after its claim, which is dated this far from now.
fn abandoned(form: &Form, date: impl FnOnce(SystemTime) -> SystemTime) -> Folder {
    let store = Folder::new();
    let claim = format!("keys/{}/1.claim.json", form.key);
    store.write(&claim, r#"{"owner":"d7a1a7a4-3f5c-4c43-9d0d-1f6a3f3c9f0e","claimed_at_unix":4102444800}"#);
    let document = format!("applications/{}/1/documents/half.jpg", form.key);
    store.write(&document, "personal data");
    File::options().write(true).open(store.0.join(claim)).unwrap().set_modified(date(SystemTime::now())).unwrap();
    store
}

/// Posts until the answer is not 409; returns that, and how long it took.
fn post_until_settled(form: &Form, server: &Server) -> (Reply, Duration) {
    let started = Instant::now();
    loop {
        let reply = form.post(server);
        if reply.status != 409 {
            return (reply, started.elapsed());
        }
        assert_eq!(reply.code(), "still_processing");
        assert!((1..=2).contains(&reply.retry_after()), "the time left of a lease of two seconds: {reply:?}");
        // A lease and what a busy machine needs for two posts, against a day.
        assert!(started.elapsed() < Duration::from_secs(60), "blocked for longer than a lease");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn an_expired_claim_is_taken_over_also_by_changed_bytes() {
    for change in [|form: &Form| form.clone(), changed] {
        let form = Form::finished();
        let store = abandoned(&form, |now| now);
        let server = start(&store);
        let form = change(&form);
        let (reply, waited) = post_until_settled(&form, &server);
        assert_eq!(reply.status, 201, "{reply:?}");
        assert!(waited >= LEASE / 2, "taken over after {waited:?}");
        assert!(is_stored(&store, &form));
        let left = store.read(&format!("applications/{}/1/documents/half.jpg", form.key));
        assert_eq!(left, None, "the abandoned attempt left personal data");
    }
}

#[test]
fn a_claim_of_long_ago_is_taken_over_at_once() {
    let form = Form::finished();
    let store = abandoned(&form, |now| now - 5 * LEASE);
    assert_eq!(form.post(&start(&store)).status, 201);
    assert!(is_stored(&store, &form));
}

#[test]
fn s13_a_claim_dated_ahead_blocks_no_longer_than_a_lease() {
    let form = Form::finished();
    let store = abandoned(&form, |now| now + Duration::from_secs(86_400));
    let (reply, _) = post_until_settled(&form, &start(&store));
    assert_eq!(reply.status, 201, "{reply:?}");
}

#[test]
fn a_live_claim_is_respected_for_longer_than_a_lease_and_by_every_server() {
    let bucket = Bucket::start();
    let form = Form::finished();
    let (first, second) = (Server::start_on(&bucket), Server::start_on(&bucket));
    bucket.fail("PUT", "/documents/", Fault::Held, 1);
    std::thread::scope(|scope| {
        let storing = scope.spawn(|| form.post(&first));
        let started = Instant::now();
        while bucket.matching("claim.json").is_empty() {
            assert!(started.elapsed() < Duration::from_secs(20));
            std::thread::sleep(Duration::from_millis(10));
        }
        let started = Instant::now();
        while started.elapsed() < 3 * LEASE {
            for (form, server) in [(form.clone(), &first), (form.clone(), &second), (changed(&form), &second)] {
                let reply = form.post(server);
                assert_eq!((reply.status, reply.code().as_str()), (409, "still_processing"));
                assert!((1..=2).contains(&reply.retry_after()), "{reply:?}");
            }
            let asked = second.get(&format!("/applications/{}", form.key), &[]);
            assert_eq!((asked.status, asked.reference().as_str()), (202, ""));
            assert!((1..=2).contains(&asked.retry_after()));
            std::thread::sleep(Duration::from_millis(100));
        }
        bucket.recover();
        let stored = storing.join().unwrap();
        assert_eq!(stored.status, 201, "{stored:?}");
        let again = form.post(&second);
        assert_eq!((again.status, again.reference()), (200, stored.reference()));
    });
    let reused = changed(&form).post(&second);
    assert_eq!((reused.status, reused.code().as_str()), (422, "idempotency_key_reused"));
}

/// Posts on a server whose heartbeats fail while a document is being written, and when its lease has expired, does
/// something else. Returns the answer to the post.
fn stalled(bucket: &Bucket, form: &Form, meanwhile: impl FnOnce(&Server)) -> Reply {
    let (stalled, healthy) = (Server::start_on(bucket), Server::start_on(bucket));
    bucket.fail("PUT", "/1.lease.json", Fault::Refused, usize::MAX);
    bucket.fail("PUT", "/1/documents/", Fault::Held, 1);
    let reply = std::thread::scope(|scope| {
        let storing = scope.spawn(|| form.post(&stalled));
        while bucket.matching("claim.json").is_empty() {
            std::thread::sleep(Duration::from_millis(10));
        }
        healthy.get(&format!("/applications/{}", form.key), &[]);
        std::thread::sleep(LEASE + LEASE / 2);
        meanwhile(&healthy);
        bucket.recover();
        storing.join().unwrap()
    });
    let outcomes = bucket.matching("outcome.json");
    let stored = outcomes.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("\"stored\""));
    assert!(stored.count() <= 1, "two applications are stored under one key");
    assert!(bucket.matching("/1/").is_empty(), "the attempt that lost its lease left personal data");
    reply
}

#[test]
fn a_request_that_lost_its_lease_stores_nothing() {
    let (bucket, form) = (Bucket::start(), Form::finished());
    let mut reference = String::new();
    let late = stalled(&bucket, &form, |server| {
        let reply = form.post(server);
        assert_eq!(reply.status, 201, "{reply:?}");
        reference = reply.reference();
    });
    assert_eq!((late.status, late.reference()), (200, reference));
}

#[test]
fn a_request_that_lost_its_lease_to_changed_bytes_is_told_so() {
    let (bucket, form) = (Bucket::start(), Form::finished());
    let late = stalled(&bucket, &form, |server| assert_eq!(changed(&form).post(server).status, 201));
    assert_eq!((late.status, late.code().as_str()), (422, "idempotency_key_reused"));
}

#[test]
fn what_was_called_unknown_is_not_stored_afterwards() {
    let (bucket, form) = (Bucket::start(), Form::finished());
    let path = format!("/applications/{}", form.key);
    let late = stalled(&bucket, &form, |server| assert_eq!(server.get(&path, &[]).code(), "key_unknown"));
    assert_eq!(late.status, 503, "{late:?}");
    let server = Server::start_on(&bucket);
    assert_eq!(server.get(&path, &[]).code(), "key_unknown");
    assert_eq!(changed(&form).post(&server).status, 201);
}

#[test]
fn s14_the_same_post_after_the_application_was_removed_gets_the_same_reference() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let reference = form.post(&server).reference();
    let folder = receipt(&store, &form).unwrap()["folder"].as_str().unwrap().to_owned();
    std::fs::remove_dir_all(store.0.join(folder).parent().unwrap()).unwrap();
    let again = form.post(&server);
    assert_eq!((again.status, again.reference()), (200, reference.clone()));
    let asked = server.get(&format!("/applications/{}", form.key), &[]);
    assert_eq!((asked.status, asked.reference()), (200, reference));
    assert_eq!(changed(&form).post(&server).code(), "idempotency_key_reused");
}

#[test]
fn what_was_found_under_a_new_key_stays_and_becomes_no_part_of_its_application() {
    for place in Place::both() {
        let form = Form::finished();
        let found = ["1/documents/019ab0c4-5c1e-7d52-9f0e-0000000000ff.jpg", "1/data-key.json", "2/application.json"]
            .map(|name| format!("applications/{}/{name}", form.key));
        found.iter().for_each(|name| place.put(name, b"of another application"));
        let server = place.start();
        let reply = form.post(&server);
        assert_eq!(reply.status, 201, "{reply:?}");
        // The server sweeps when it starts, an operator when he wants.
        let _server = place.start();
        place.done(&["sweep", "--older-than", "30d"]);
        let verified = place.run(&["verify"]);
        assert!(verified.code == 1 && verified.out.contains("1 keys checked, 2 faults found"), "{verified:?}");
        assert_eq!(verified.out.matches("has files that no attempt to store wrote").count(), 2, "{verified:?}");
        let content: Vec<_> = place.files().into_iter().filter(|(name, _)| name.starts_with("applications/")).collect();
        let is_left = |name: &String| content.contains(&(name.clone(), b"of another application".to_vec()));
        assert!(found.iter().all(is_left), "they may be the only copy");
        assert_eq!(content.len(), found.len() + form.parts.len());
        assert_eq!((form.post(&server).status, form.post(&server).reference()), (200, reply.reference()));
    }
}

#[test]
fn a_request_that_wakes_up_after_another_one_has_stored_takes_nothing_from_it() {
    let bucket = Bucket::start();
    let (first, second) = (Server::start_on(&bucket), Server::start_on(&bucket));
    let form = Form::finished();
    // The first request stops while it looks at the folder of its attempt, before its claim.
    bucket.fail("GET", &format!("prefix=folder/applications/{}", form.key), Fault::Held, 1);
    let stored = std::thread::scope(|scope| {
        let late = scope.spawn(|| form.post(&first));
        while !bucket.is_holding() {
            std::thread::sleep(Duration::from_millis(10));
        }
        let (stored, _) = post_until_settled(&form, &second);
        assert_eq!(stored.status, 201, "{stored:?}");
        bucket.recover();
        let late = late.join().unwrap();
        assert_eq!((late.status, late.reference()), (200, stored.reference()), "{late:?}");
        stored
    });
    let again = form.post(&second);
    assert_eq!((again.status, again.reference()), (200, stored.reference()));
    let place = Place::Bucket(bucket);
    assert_eq!(place.done(&["verify"]), "1 keys checked, 0 faults found\n");
}
