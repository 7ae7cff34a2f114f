//! How many applications are taken in: a minute, on a disk that fills up, and in memory.

use std::fs;
use std::thread;
use std::time::Instant;

use eherkenning_wizard::domain::scheme::DocumentKind;
use serde_json::json;

use crate::common::TODAY;
use crate::form::Form;
use crate::limits::Limits;
use crate::lookup::look_up;
use crate::server::{Folder, Reply, Server};

const HEADER: [&str; 2] = ["--client-address-header", "x-real-ip"];

fn start(more: &[&str]) -> Server {
    Server::start_with(&Folder::new(), &[&["--today", TODAY, "--lookup"], more].concat())
}

fn refused(reply: &Reply) -> bool {
    match (reply.status, reply.code().as_str()) {
        (429, "too_many_applications") => (1..=60).contains(&reply.retry_after()),
        (429, _) => panic!("{reply:?}"),
        _ => false,
    }
}

/// Posts without a form, which counts too.
fn post_from(server: &Server, address: &str) -> bool {
    refused(&server.request("POST", "/applications", &[("x-real-ip", address)], b"x"))
}

#[test]
fn a_client_whose_address_the_proxy_gives_is_limited_apart_from_others() {
    let server = start(&[&["--post-limit", "2"], &HEADER[..]].concat());
    for (address, is_refused) in [
        ("192.0.2.1", false),
        ("192.0.2.1", false),
        ("192.0.2.1", true),
        ("192.0.2.2", false),
        // What a client claims comes before what the proxy adds.
        ("192.0.2.9, 192.0.2.1", true),
        ("192.0.2.1, 192.0.2.9", false),
        ("2001:db8:0:1::1", false),
        ("2001:db8:0:1::2", false),
        ("2001:db8:0:1:ffff::3", true),
        ("2001:db8:0:2::1", false),
        // As some proxies write the same addresses.
        ("192.0.2.1:5678", true),
        ("192.0.2.9, 192.0.2.1:5678", true),
        ("::ffff:192.0.2.1", true),
        ("[::ffff:192.0.2.1]:443", true),
        ("[2001:db8:0:1::4]", true),
        ("[2001:db8:0:1::4]:443", true),
        ("2001:DB8:0:1::4", true),
        ("[2001:db8:0:3::1]:443", false),
        ("192.0.2.3:5678", false),
    ] {
        assert_eq!(post_from(&server, address), is_refused, "{address}");
    }
    // Without an address that can be read, all count as one.
    for (address, is_refused) in [
        ("", false),
        ("unknown", false),
        ("192.0.2.256", true),
        ("192.0.2.4:port", true),
        ("[2001:db8:0:4::1", true),
        ("192.0.2.4,", true),
        ("192.0.2.5", false),
    ] {
        assert_eq!(post_from(&server, address), is_refused, "{address}");
    }
    assert!(refused(&server.request("POST", "/applications", &[], b"x")), "without the header");
    let log = server.finish();
    assert_eq!(log.matches("no address that can be read").count(), 1, "{log}");
    assert!(!log.contains("192.0.2") && !log.contains("2001:db8"), "{log}");
}

#[test]
fn a_header_that_was_not_named_says_nothing() {
    let server = start(&["--post-limit", "1"]);
    assert!((0..5).all(|_| !post_from(&server, "192.0.2.1")));
}

#[test]
fn all_clients_together_are_limited_and_other_requests_are_not() {
    let server = start(&["--post-limit-all", "3"]);
    let form = Form::finished();
    assert_eq!(form.post(&server).status, 201);
    assert!(!refused(&form.post(&server)) && !refused(&form.post(&server)));
    assert!(refused(&form.post(&server)));
    assert_eq!(server.get(&format!("/applications/{}", form.key), &[]).status, 200);
    assert_eq!(server.get("/ready", &[]).status, 200);
    assert_eq!(look_up(&server, "68750110").status, 200);
}

#[test]
fn look_ups_are_counted_by_the_address_that_the_proxy_gives() {
    let server = start(&[&["--lookup-limit", "1"], &HEADER[..]].concat());
    let status = |address| server.get("/lookup/68750110", &[("x-real-ip", address)]).status;
    assert_eq!((status("192.0.2.1"), status("192.0.2.2"), status("192.0.2.1")), (200, 200, 429));
}

#[test]
fn a_client_that_is_not_known_counts_only_in_all() {
    let limits = Limits::new(1, 3);
    let now = Instant::now();
    let known = Some("192.0.2.1".parse().unwrap());
    assert!(limits.count(None, now).is_ok() && limits.count(None, now).is_ok());
    assert!(limits.count(known, now).is_ok() && limits.count(None, now).is_err());
}

#[test]
fn nothing_more_is_stored_on_a_disk_that_is_almost_full() {
    let store = Folder::new();
    let form = Form::finished();
    let server = Server::start_with(&store, &["--today", TODAY, "--min-free", "0"]);
    let reference = form.post(&server).reference();
    drop(server);
    let server = Server::start_with(&store, &["--today", TODAY, "--min-free", "1000000TiB"]);
    let other = form.clone().numbered(2);
    let reply = other.post(&server);
    assert_eq!((reply.status, reply.code().as_str()), (503, "out_of_order"));
    assert!(reply.retry_after() > 0);
    // What is there is answered as before.
    assert_eq!((form.post(&server).status, form.post(&server).reference()), (200, reference));
    let ready = server.get("/ready", &[]);
    assert_eq!((ready.status, ready.json()), (503, json!({ "status": "not_ready", "failed": ["space"] })));
    assert_eq!(server.get("/live", &[]).status, 200);
    assert_eq!(server.get(&format!("/applications/{}", other.key), &[]).status, 404);
    assert!(server.finish().contains("--min-free"));
}

#[test]
fn options_with_impossible_limits_are_refused() {
    let (count, seconds) = ("expected a whole number from 1 to ", "expected a number of seconds from 1 to 3600");
    let age = "expected hours, days or weeks, at most 100 years";
    for (option, values, said) in [
        ("--post-limit", vec!["0", "4294967296", "1.5", "many"], count),
        ("--post-limit-all", vec!["0"], count),
        ("--lookup-limit", vec!["0"], count),
        ("--lookup-limit-all", vec!["0"], count),
        ("--max-connections", vec!["0", "65536"], count),
        ("--max-bytes", vec!["0", "1023", "1073741825", "99999999999999999999"], "from 1024 to 1073741824"),
        ("--min-free", vec!["1GB", "99999999999TiB"], "expected a size such as 1GiB"),
        ("--client-address-header", vec!["x real ip", ""], "invalid HTTP header name"),
        ("--idle-timeout", vec!["0", "3601", "1s"], seconds),
        ("--store-timeout", vec!["0"], seconds),
        ("--lease", vec!["0"], seconds),
        ("--sweep-every", vec!["0", "86400"], seconds),
        ("--scan-timeout", vec!["0"], seconds),
        ("--keep", vec!["0d", "30", "5300w", "99999999999999w"], age),
    ] {
        for value in values {
            let printed = Server::refused_with(&[option, value]);
            assert!(printed.contains(option) && printed.contains(said), "{option} {value}: {printed}");
        }
    }
}

/// A grey progressive JPEG of 50 megapixels without any details, in 300 KB.
fn progressive_jpeg() -> Vec<u8> {
    let (width, height) = (8000_u16, 6256_u16);
    let mut bytes = vec![0xff, 0xd8];
    let mut segment = |marker: u8, content: &[u8]| {
        bytes.extend([0xff, marker]);
        bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        bytes.extend(content);
    };
    segment(0xdb, &[&[0], &[1; 64][..]].concat());
    let [[high, low], [wide, narrow]] = [height.to_be_bytes(), width.to_be_bytes()];
    segment(0xc2, &[8, high, low, wide, narrow, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    // Only one code, of one bit, which says: as the block before.
    segment(0xc4, &[&[0, 1], &[0; 15][..], &[0]].concat());
    segment(0xda, &[3, 1, 0, 2, 0, 3, 0, 0, 0, 0]);
    let blocks = usize::from(width / 8) * usize::from(height / 8) * 3;
    bytes.extend(vec![0; blocks / 8]);
    bytes.extend([0xff, 0xd9]);
    bytes
}

#[test]
fn large_images_that_arrive_at_once_are_decoded_within_the_memory_of_one() {
    let server = start(&[]);
    let mut form = Form::finished();
    form.replace(DocumentKind::UserIdCopy, progressive_jpeg());
    thread::scope(|scope| {
        for number in 0..2 {
            let (form, server) = (form.clone().numbered(number), &server);
            scope.spawn(move || {
                let reply = form.post(server);
                assert_eq!(reply.status, 201, "{reply:?}");
            });
        }
    });
    let status = fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")).unwrap();
    let peak = peak.parse::<u32>().unwrap();
    assert!(peak < 700_000, "{peak} kB");
}
