//! New applications are announced at a webhook: at least once, whatever fails, and without personal data.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bucket::{Bucket, Fault};
use crate::common::TODAY;
use crate::form::Form;
use crate::metrics::{text, value};
use crate::operator::{Place, stored};
use crate::receiver::{Receiver, Response};
use crate::server::{Folder, Server};
use crate::signature::Secret;

/// Longer than a round of announcements.
const A_ROUND: Duration = Duration::from_secs(7);

fn announcing(place: &Place, receiver: &Receiver) -> Server {
    let options = receiver.options();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    place.start_with(&[&options[..], &["--metrics-listen", "127.0.0.1:0"]].concat())
}

/// What the list says of the announcements.
fn announcements(place: &Place) -> Vec<Value> {
    place.lines(&["list", "--json"]).iter().map(|line| line["announcement"].clone()).collect()
}

/// The names of the files of announcements that have not ended.
fn waiting(place: &Place) -> Vec<String> {
    let names = place.files().into_iter().map(|(name, _)| name);
    names.filter(|name| name.starts_with("outbox/")).collect()
}

/// Waits until all announcements have ended.
fn wait_for_end(place: &Place) {
    let started = Instant::now();
    while !waiting(place).is_empty() {
        assert!(started.elapsed() < Duration::from_secs(90), "{:?}", waiting(place));
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_new_application_is_announced_once_signed_and_without_personal_data() {
    for place in Place::both() {
        let receiver = Receiver::start(|_| Response::Status(204));
        let server = announcing(&place, &receiver);
        let (form, reference) = stored(&server, 1).remove(0);
        let arrived = receiver.wait_for(1).remove(0);
        wait_for_end(&place);
        let stored_at = place.lines(&["list", "--json"])[0]["stored_at"].clone();
        let expected = json!({
            "type": "application.stored",
            "id": format!("stored_{}", form.key),
            "timestamp": stored_at,
            "data": { "key": form.key, "reference": reference, "level": "EH3", "stored_at": stored_at },
        });
        assert_eq!(arrived.json(), expected);
        assert_eq!(arrived.header("webhook-id"), format!("stored_{}", form.key));
        assert_eq!(arrived.header("content-type"), "application/json");
        assert!(arrived.header("webhook-timestamp").parse::<u64>().unwrap() > 1_700_000_000);
        assert!(arrived.is_signed_by(Receiver::SECRET) && !arrived.is_signed_by(Receiver::OTHER_SECRET));
        assert_eq!(arrived.target, "/new/aa11bb22?token=cc33");
        assert_eq!(announcements(&place), ["delivered"]);
        // The same again is not announced again.
        assert_eq!(form.post(&server).status, 200);
        thread::sleep(A_ROUND);
        assert_eq!(receiver.arrived().len(), 1);
        let text = text(&server);
        assert_eq!(value(&text, "intake_announcements_total{result=\"delivered\"}"), 1.0);
        assert_eq!(value(&text, "intake_announcements_waiting"), 0.0);
        let log = server.finish();
        assert!(log.contains("\"announced\"") && !log.contains("aa11bb22") && !log.contains("cc33"), "{log}");
    }
}

#[test]
fn an_announcement_is_tried_again_until_the_receiver_has_it() {
    let place = Place::Folder(Folder::new());
    let accepts = Arc::new(AtomicBool::new(false));
    let is_open = accepts.clone();
    let receiver = Receiver::start(move |number| match number % 3 {
        _ if is_open.load(Ordering::Relaxed) => Response::Endless,
        0 => Response::Status(500),
        // It is not followed.
        1 => Response::Status(307),
        _ => Response::Hangup,
    });
    let server = announcing(&place, &receiver);
    let forms = stored(&server, 3);
    receiver.wait_for(3);
    assert_eq!(announcements(&place), ["waiting"; 3]);
    assert_eq!(place.lines(&["list", "--json", "--announcement", "waiting"]).len(), 3);
    assert_eq!(place.lines(&["list", "--json", "--announcement", "delivered"]).len(), 0);
    accepts.store(true, Ordering::Relaxed);
    wait_for_end(&place);
    let arrived = receiver.arrived();
    for (form, _) in &forms {
        let tries: Vec<_> = arrived.iter().filter(|one| one.key() == form.key).collect();
        assert!(tries.len() >= 2 && tries.iter().all(|one| one.is_signed_by(Receiver::SECRET)), "{tries:?}");
        let (first, last) = (tries[0], tries[tries.len() - 1]);
        assert_eq!((&first.body, &first.target), (&last.body, &last.target));
        assert_eq!(first.header("webhook-id"), last.header("webhook-id"));
        assert!(first.header("webhook-timestamp") < last.header("webhook-timestamp"));
    }
    assert_eq!(announcements(&place), ["delivered"; 3]);
    let text = text(&server);
    let count = |result: &str| value(&text, &format!("intake_announcements_total{{result=\"{result}\"}}"));
    assert_eq!((count("failed") + 3.0, count("delivered")), (arrived.len() as f64, 3.0));
    let log = server.finish();
    for word in ["response with status 500", "response with status 307", "no response", "not announced yet"] {
        assert!(log.contains(word), "{word}: {log}");
    }
    assert!(!log.contains("words of theirs"), "{log}");
}

#[test]
fn a_receiver_that_hangs_is_given_ten_seconds_and_tried_again_after_a_restart() {
    let place = Place::Bucket(Bucket::start());
    let receiver = Receiver::start(|number| if number < 2 { Response::Silence } else { Response::Status(200) });
    let server = announcing(&place, &receiver);
    let key = stored(&server, 1)[0].0.key.clone();
    receiver.wait_for(1);
    server.kill();
    let server = announcing(&place, &receiver);
    receiver.wait_for(2);
    let arrived = receiver.wait_for(3);
    wait_for_end(&place);
    assert!(arrived.iter().all(|one| one.key() == key));
    assert!(server.finish().contains("no response in time"));
}

#[test]
fn what_the_receiver_does_not_want_is_not_announced_again() {
    let place = Place::Folder(Folder::new());
    let receiver = Receiver::start(|number| Response::Status(if number == 0 { 410 } else { 200 }));
    let server = announcing(&place, &receiver);
    stored(&server, 1);
    wait_for_end(&place);
    let second = Form::finished().numbered(2);
    assert_eq!(second.post(&server).status, 201);
    assert_eq!(receiver.wait_for(2)[1].key(), second.key);
    wait_for_end(&place);
    let mut all = announcements(&place);
    all.sort_by_key(Value::to_string);
    assert_eq!(all, ["delivered", "given_up"]);
    assert_eq!(place.lines(&["list", "--json", "--announcement", "given_up"]).len(), 1);
    assert!(server.finish().contains("does not want it"));
}

#[test]
fn an_application_is_given_up_when_it_could_not_be_announced_for_three_days() {
    for (days, is_given_up) in [(2, false), (4, true)] {
        let place = Place::Folder(Folder::new());
        let receiver = Receiver::start(|_| Response::Status(503));
        let server = announcing(&place, &receiver);
        let (form, _) = stored(&server, 1).remove(0);
        receiver.wait_for(1);
        place.age(&form, days);
        receiver.wait_for(2);
        if !is_given_up {
            receiver.wait_for(3);
            assert_eq!(announcements(&place), ["waiting"]);
            continue;
        }
        wait_for_end(&place);
        assert_eq!(announcements(&place), ["given_up"]);
        assert_eq!(value(&text(&server), "intake_announcements_total{result=\"given_up\"}"), 1.0);
        let before = receiver.arrived().len();
        thread::sleep(A_ROUND);
        assert_eq!(receiver.arrived().len(), before);
        let log = server.finish();
        assert!(log.contains("given up") && log.contains("\"level\":\"ERROR\""), "{log}");
    }
}

#[test]
fn what_is_erased_is_not_announced_any_more() {
    for place in Place::both() {
        let receiver = Receiver::start(|_| Response::Status(503));
        let server = announcing(&place, &receiver);
        let (_, reference) = stored(&server, 1).remove(0);
        receiver.wait_for(1);
        place.done(&["erase", &reference, "--why", "withdrawn"]);
        let before = receiver.arrived().len();
        wait_for_end(&place);
        // One try can be under way.
        assert!(receiver.arrived().len() <= before + 1);
        assert_eq!(announcements(&place), [Value::Null]);
        assert_eq!(place.done(&["verify"]), "1 keys checked, 0 faults found\n");
    }
}

#[test]
fn several_machines_on_one_store_do_not_announce_again_and_again() {
    let place = Place::Bucket(Bucket::start());
    // The first five are refused once.
    let receiver = Receiver::start(|number| Response::Status(if number < 5 { 500 } else { 200 }));
    let servers: Vec<Server> = (0..3).map(|_| announcing(&place, &receiver)).collect();
    let forms: Vec<Form> = (1..=9).map(|number| Form::finished().numbered(number)).collect();
    for (form, server) in forms.iter().zip(servers.iter().cycle()) {
        assert_eq!(form.post(server).status, 201);
    }
    wait_for_end(&place);
    thread::sleep(A_ROUND);
    let arrived = receiver.arrived();
    assert!(forms.iter().all(|form| arrived.iter().any(|one| one.key() == form.key)));
    // Without sharing what was tried there would be three times as many.
    assert!(arrived.len() <= 9 + 5 + 4, "{}", arrived.len());
    assert!(announcements(&place).iter().all(|one| one == "delivered"));
}

#[test]
fn no_announcement_is_lost_when_the_store_fails() {
    let bucket = Bucket::start();
    let receiver = Receiver::start(|_| Response::Status(200));
    let place = Place::Bucket(bucket);
    let Place::Bucket(bucket) = &place else { return };
    let server = announcing(&place, &receiver);
    // Before it is stored: then it is not stored either.
    bucket.fail("PUT", "outbox/", Fault::Refused, 1);
    let form = Form::finished();
    assert_eq!(form.post(&server).status, 503);
    // While its outcome is written: another attempt is stored, and announced once.
    bucket.fail("PUT", "2.outcome.json", Fault::Refused, 2);
    assert_eq!(form.post(&server).status, 503);
    assert!(receiver.arrived().is_empty());
    assert_eq!(form.post(&server).status, 201);
    receiver.wait_for(1);
    wait_for_end(&place);
    // While it is noted that it was announced: it is announced again, under the same id.
    bucket.fail("PUT", "announced.json", Fault::Refused, 1);
    bucket.fail("GET", "announced.json", Fault::Refused, 2);
    let second = Form::finished().numbered(2);
    assert_eq!(second.post(&server).status, 201);
    wait_for_end(&place);
    let arrived = receiver.arrived();
    let of = |form: &Form| arrived.iter().filter(|one| one.key() == form.key).count();
    assert_eq!(of(&form), 1);
    assert!((1..=2).contains(&of(&second)), "{arrived:?}");
    assert_eq!(announcements(&place), ["delivered", "delivered"]);
}

#[test]
fn all_secrets_sign_and_the_receiver_is_told_where_to_export_from() {
    let (place, receiver) = (Place::Folder(Folder::new()), Receiver::start(|_| Response::Status(200)));
    let mut options = receiver.options();
    options.extend(["--webhook-secret-file".to_owned(), receiver.secret("other-secret")]);
    options.extend(["--webhook-export-from".to_owned(), "store-2".to_owned()]);
    let server = place.start_with(&options.iter().map(String::as_str).collect::<Vec<_>>());
    stored(&server, 1);
    let arrived = receiver.wait_for(1).remove(0);
    assert!(arrived.is_signed_by(Receiver::SECRET) && arrived.is_signed_by(Receiver::OTHER_SECRET));
    assert_eq!(arrived.json()["data"]["export_from"], "store-2");
}

#[test]
fn without_a_webhook_nothing_waits_and_what_waits_stays() {
    let (place, receiver) = (Place::Folder(Folder::new()), Receiver::start(|_| Response::Status(500)));
    stored(&place.start(), 1);
    assert_eq!((waiting(&place).len(), announcements(&place)), (0, vec![Value::Null]));
    let server = announcing(&place, &receiver);
    assert_eq!(Form::finished().numbered(2).post(&server).status, 201);
    receiver.wait_for(1);
    server.kill();
    place.start().finish();
    assert_eq!(waiting(&place).len(), 1);
    assert_eq!(place.done(&["verify"]), "2 keys checked, 0 faults found\n");
}

#[test]
fn the_address_and_the_secret_are_neither_logged_nor_taken_when_they_are_wrong() {
    let receiver = Receiver::start(|_| Response::Status(500));
    let options = receiver.options();
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let server = Server::start_logging("trace", &[&options[..], &["--today", TODAY]].concat());
    assert_eq!(Form::finished().post(&server).status, 201);
    receiver.wait_for(2);
    let log = server.finish();
    for secret in ["aa11bb22", "cc33", "dGhpcnR5LXR3byBieXRl", "thirty-two bytes"] {
        assert!(!log.contains(secret), "{secret}");
    }
    let folder = Folder::new();
    for (name, text) in [
        ("plain", "thirty-two bytes, as good as any"),
        ("short", "whsec_dG9vIHNob3J0"),
        ("empty", ""),
        ("odd", "whsec_???"),
    ] {
        folder.write(name, text);
        let file = folder.0.join(name);
        let printed = Server::refused_with(&[
            "--webhook",
            "https://desk.example",
            "--webhook-secret-file",
            file.to_str().unwrap(),
        ]);
        assert!(printed.contains("expected one line: whsec_"), "{name}: {printed}");
        assert!(text.is_empty() || !printed.contains(text), "{name}: {printed}");
    }
    let secret = receiver.secret("secret");
    for address in
        ["http://desk.example/new", "https://user@desk.example", "ftp://desk.example", "desk", "https://a/#b"]
    {
        let printed = Server::refused_with(&["--webhook", address, "--webhook-secret-file", &secret]);
        assert!(printed.contains("--webhook"), "{address}: {printed}");
    }
    assert!(Server::refused_with(&["--webhook", "https://desk.example"]).contains("--webhook-secret-file"));
    assert!(Server::refused_with(&["--webhook-export-from", "here"]).contains("--webhook"));
}

#[test]
fn signatures_are_those_of_standard_webhooks() {
    // Source: https://github.com/standard-webhooks/standard-webhooks, libraries/python/tests/test_webhooks.py
    let (secret, id) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    let parsed = Secret::parse(secret).unwrap();
    assert_eq!(parsed.sign(id, 1_614_265_330, r#"{"test": 2432232314}"#), expected);
    assert!(Secret::parse(secret.trim_start_matches("whsec_")).is_none());
    let folder = Folder::new();
    folder.write("secret", format!("{secret}\n"));
    assert!(Secret::read(&folder.0.join("secret")).is_ok());
    for (bytes, is_secret) in [(23, false), (24, true), (64, true), (65, false)] {
        use base64::Engine;
        let text = format!("whsec_{}", base64::engine::general_purpose::STANDARD.encode(vec![7; bytes]));
        assert_eq!(Secret::parse(&text).is_some(), is_secret, "{bytes}");
    }
}
