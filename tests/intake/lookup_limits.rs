//! How many look-ups a minute are answered.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use crate::limits::Limits;
use crate::lookup::look_up;
use crate::server::{Folder, Server};

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn a_client_is_refused_for_the_rest_of_the_minute() {
    let limits = Limits::new(2, 100);
    let (client, start) = (address("192.0.2.1"), Instant::now());
    let after = |seconds| limits.count(Some(client), start + Duration::from_secs(seconds));
    assert_eq!((after(0), after(30)), (Ok(()), Ok(())));
    assert_eq!((after(30), after(59)), (Err(31), Err(2)));
    assert_eq!((after(60), after(60), after(60)), (Ok(()), Ok(()), Err(61)));
}

#[test]
fn clients_are_counted_apart_and_together() {
    let limits = Limits::new(2, 3);
    let now = Instant::now();
    let [one, other] = [address("192.0.2.1"), address("192.0.2.2")];
    assert!(
        limits.count(Some(one), now).is_ok()
            && limits.count(Some(one), now).is_ok()
            && limits.count(Some(one), now).is_err()
    );
    // What was refused does not count.
    assert!(limits.count(Some(other), now).is_ok() && limits.count(Some(other), now).is_err());
    assert!(limits.count(Some(address("192.0.2.3")), now).is_err());
}

#[test]
fn addresses_of_one_network_are_one_client() {
    for (one, other, is_same) in [
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", false),
        ("192.0.2.1", "::ffff:192.0.2.1", true),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
    ] {
        let limits = Limits::new(1, 100);
        let now = Instant::now();
        assert!(limits.count(Some(address(one)), now).is_ok());
        assert_eq!(limits.count(Some(address(other)), now).is_err(), is_same, "{one} {other}");
    }
}

#[test]
fn look_ups_over_the_limit_are_refused_with_the_time_to_wait() {
    for options in [["--lookup-limit", "3"], ["--lookup-limit-all", "3"]] {
        let server = Server::start_with(&Folder::new(), &[&["--lookup"][..], &options].concat());
        // A number that does not exist counts, one that cannot exist does not.
        for (number, status) in
            [("1", 400), ("68750110", 200), ("1", 400), ("12345678", 404), ("68750110", 200), ("1", 400)]
        {
            assert_eq!(look_up(&server, number).status, status);
        }
        let reply = look_up(&server, "68750110");
        assert_eq!((reply.status, reply.code().as_str()), (429, "too_many_lookups"), "{options:?}");
        assert!((1..=60).contains(&reply.retry_after()), "{reply:?}");
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        assert_eq!(server.get("/health", &[]).status, 200);
    }
}

#[test]
fn ten_look_ups_a_minute_are_answered_by_default() {
    let server = Server::start_with(&Folder::new(), &["--lookup"]);
    assert!((0..10).all(|_| look_up(&server, "68750110").status == 200));
    assert_eq!(look_up(&server, "68750110").status, 429);
}

#[test]
fn a_limit_is_at_least_one() {
    for option in ["--lookup-limit", "--lookup-limit-all"] {
        assert!(Server::refused_with(&[option, "0"]).contains(option));
    }
}
