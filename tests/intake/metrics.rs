//! What is counted, at an address of its own.

use std::thread;
use std::time::{Duration, Instant};

use crate::bucket::{Bucket, Fault};
use crate::common::TODAY;
use crate::form::Form;
use crate::lookup::look_up;
use crate::server::{Folder, Reply, Server};

const LISTEN: [&str; 2] = ["--metrics-listen", "127.0.0.1:0"];

pub fn text(server: &Server) -> String {
    let reply = server.metrics("/metrics");
    assert_eq!(reply.status, 200);
    assert!(reply.header("content-type").unwrap().starts_with("application/openmetrics-text"), "{reply:?}");
    String::from_utf8(reply.body).unwrap()
}

pub fn value(text: &str, series: &str) -> f64 {
    let found = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    found.unwrap_or_else(|| panic!("no {series} in {text}")).parse().unwrap()
}

#[test]
fn requests_are_counted_by_route_method_status_and_code() {
    let server = Server::start_with(&Folder::new(), &[&["--today", TODAY, "--lookup"], &LISTEN[..]].concat());
    let mut form = Form::finished();
    assert_eq!((form.post(&server).status, form.post(&server).status), (201, 200));
    form.change(|draft| draft.user.email = "johanna@".to_owned());
    let broken = form.numbered(2);
    assert_eq!(broken.post(&server).status, 422);
    for number in ["68750110", "12345678", "1"] {
        look_up(&server, number);
    }
    for (method, path) in [("GET", "/nothing"), ("GET", "/other"), ("BREW", "/live"), ("GET", "/live")] {
        server.request(method, path, &[], b"");
    }
    let text = text(&server);
    for (series, count) in [
        (r#"intake_requests_total{route="/applications",method="POST",status="201",code=""}"#, 1.0),
        (r#"intake_requests_total{route="/applications",method="POST",status="200",code=""}"#, 1.0),
        (r#"intake_requests_total{route="/applications",method="POST",status="422",code="issues"}"#, 1.0),
        (r#"intake_requests_total{route="other",method="GET",status="404",code="not_found"}"#, 2.0),
        (r#"intake_requests_total{route="/live",method="other",status="405",code="method_not_allowed"}"#, 1.0),
        (r#"intake_request_duration_seconds_count{route="/applications"}"#, 3.0),
        (r#"intake_lookups_total{result="found"}"#, 1.0),
        (r#"intake_lookups_total{result="unknown"}"#, 1.0),
        (r#"intake_lookups_total{result="refused"}"#, 1.0),
        ("intake_applications_stored_total", 1.0),
        ("intake_open_requests", 0.0),
        ("intake_refused_connections_total", 0.0),
    ] {
        assert_eq!(value(&text, series), count, "{series}\n{text}");
    }
    assert!(value(&text, "intake_received_bytes_total") > 3.0 * 30_000.0);
    assert!(text.ends_with("# EOF\n"));
    for word in ["johanna", "68750110", &broken.key, "nothing", "BREW", "127.0.0.1"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn failures_of_the_store_and_open_requests_are_counted() {
    let bucket = Bucket::start();
    let server = Server::start_counting_on(&bucket);
    bucket.fail("PUT", "1.claim.json", Fault::Refused, 1);
    assert_eq!(Form::finished().post(&server).status, 503);
    assert_eq!(value(&text(&server), r#"intake_store_failures_total{outcome="not_stored"}"#), 1.0);
    bucket.fail("PUT", "1.claim.json", Fault::Held, 1);
    thread::scope(|scope| {
        scope.spawn(|| Form::finished().numbered(2).post(&server));
        let started = Instant::now();
        while value(&text(&server), "intake_open_requests") == 0.0 {
            assert!(started.elapsed() < Duration::from_secs(30));
            thread::sleep(Duration::from_millis(20));
        }
        bucket.recover();
    });
    assert_eq!(value(&text(&server), "intake_open_requests"), 0.0);
}

#[test]
fn metrics_are_at_their_own_address_only_and_nothing_else_is() {
    let server = Server::start_with(&Folder::new(), &LISTEN);
    assert_eq!(server.get("/metrics", &[]).status, 404);
    for path in ["/", "/health", "/applications", "/offer.json"] {
        assert_eq!(server.metrics(path).status, 404);
    }
    let without: fn() -> Reply = || Server::start(&Folder::new()).get("/metrics", &[]);
    assert_eq!(without().status, 404);
    let taken = server.address.to_string();
    assert!(Server::refused_with(&["--metrics-listen", &taken]).contains("metrics-listen"));
}
