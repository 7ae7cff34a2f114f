//! Many clients at once, slow ones among them: the others are served, and every refusal arrives.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use eherkenning_wizard::domain::scheme::DocumentKind;

use crate::common::TODAY;
use crate::form::{Form, pdf};
use crate::server::{Folder, Reply, Server, head};

/// Starts to post a form; the body is still to be sent.
pub fn begin(server: &Server, form: &Form, length: usize) -> TcpStream {
    let content_type = Form::content_type();
    let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
    let mut stream = server.connect();
    stream.write_all(&head("POST", "/applications", &headers, length)).unwrap();
    stream
}

fn has_ended(stream: &mut TcpStream) -> bool {
    stream.set_read_timeout(Some(Duration::from_millis(1))).unwrap();
    match stream.read(&mut [0; 1024]) {
        Ok(length) => length == 0,
        Err(error) => !matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut),
    }
}

#[test]
fn a_hundred_slow_bodies_do_not_stop_others() {
    let server = Server::start(&Folder::new());
    let form = Form::finished();
    let slow: Vec<_> = (0..100).map(|number| begin(&server, &form.clone().numbered(number), 1_000_000)).collect();
    for mut stream in &slow {
        stream.write_all(b"--").unwrap();
    }
    let started = Instant::now();
    assert_eq!(form.post(&server).status, 201);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

#[test]
fn bodies_that_do_not_fit_in_memory_are_refused_until_others_end() {
    let more = ["--today", TODAY, "--max-bytes", "100000", "--idle-timeout", "5"];
    let server = Server::start_with(&Folder::new(), &more);
    let form = Form::finished();
    let whole = form.body();
    let (unfinished, _) = whole.split_at(whole.len() - 30);
    let body = [unfinished, &vec![b'x'; 99_000 - unfinished.len()]].concat();
    let slow: Vec<_> = (0..40).map(|number| begin(&server, &form.clone().numbered(number), 99_999)).collect();
    for mut stream in &slow {
        stream.write_all(&body).unwrap();
    }
    let codes: Vec<_> = slow.into_iter().map(|stream| Reply::read(stream).code()).collect();
    // Memory for 32.
    assert!(codes.iter().filter(|code| *code == "busy").count() >= 8, "{codes:?}");
    assert!(codes.iter().filter(|code| *code == "request_timeout").count() >= 16, "{codes:?}");
    assert_eq!(form.post(&server).status, 201);
}

#[test]
fn headers_that_trickle_are_given_up() {
    let server = Server::start_with(&Folder::new(), &["--idle-timeout", "2"]);
    let mut streams: Vec<_> = (0..200).map(|_| server.connect()).collect();
    for stream in &mut streams {
        stream.write_all(b"POST /applications HTTP/1.1\r\nhost: intake.example\r\n").unwrap();
    }
    let started = Instant::now();
    while !streams.is_empty() {
        assert!(started.elapsed() < Duration::from_secs(30), "{} heads are still open", streams.len());
        thread::sleep(Duration::from_millis(200));
        streams.retain_mut(|stream| stream.write_all(b"x: y\r\n").is_ok() && !has_ended(stream));
    }
}

#[test]
fn a_body_that_trickles_is_given_up_and_a_slow_one_arrives() {
    let server = Server::start_with(&Folder::new(), &["--today", TODAY, "--idle-timeout", "2"]);
    let form = Form::finished();
    let body = form.body();
    // Half of what is asked, and four times that.
    for (bytes_per_second, status) in [(512, 408), (4096, 201)] {
        let mut stream = begin(&server, &form, body.len());
        let (slow, rest) = body.split_at(bytes_per_second * 8);
        for part in slow.chunks(bytes_per_second / 4) {
            let _ = stream.write_all(part);
            thread::sleep(Duration::from_millis(250));
        }
        let _ = stream.write_all(rest);
        let reply = Reply::read(stream);
        assert_eq!(reply.status, status, "{reply:?}");
    }
}

#[test]
fn a_body_that_arrived_quickly_and_is_then_held_back_is_given_up() {
    let server = Server::start_with(&Folder::new(), &["--today", TODAY, "--idle-timeout", "2"]);
    let body = Form::finished().body();
    let mut stream = begin(&server, &Form::finished(), body.len());
    let (most, rest) = body.split_at(body.len() - 100);
    stream.write_all(most).unwrap();
    let started = Instant::now();
    for byte in rest.chunks(1) {
        if has_ended(&mut stream) || stream.write_all(byte).is_err() {
            break;
        }
        thread::sleep(Duration::from_millis(250));
    }
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
}

#[test]
fn connections_over_the_limit_are_closed_and_the_open_ones_served() {
    let server = Server::start_with(&Folder::new(), &["--max-connections", "3"]);
    let mut open: Vec<_> = (0..3).map(|_| server.connect()).collect();
    // Each has been accepted once it has answered.
    for stream in &mut open {
        stream.write_all(b"GET /health HTTP/1.1\r\nhost: intake.example\r\n\r\n").unwrap();
        assert_ne!(stream.read(&mut [0; 1024]).unwrap(), 0);
    }
    let mut fourth = server.connect();
    assert!(!matches!(fourth.read(&mut [0; 1]), Ok(1..)));
    drop(open.pop());
    for _ in 0..100 {
        let mut next = server.connect();
        let _ = next.write_all(&head("GET", "/health", &[], 0));
        let mut answer = Vec::new();
        if next.read_to_end(&mut answer).is_ok() && answer.starts_with(b"HTTP/1.1 200") {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    panic!("no connection is accepted after one was closed");
}

/// Sends a whole request before it reads, as browsers do: when the connection is closed before that, the response is lost.
fn send_all(mut stream: TcpStream, body: &[u8]) -> Reply {
    for part in body.chunks(64 * 1024) {
        stream.write_all(part).unwrap();
    }
    Reply::read(stream)
}

#[test]
fn a_refusal_arrives_after_everything_was_sent() {
    let server = Server::start_with(&Folder::new(), &["--today", TODAY, "--max-bytes", "6000000"]);
    let form = Form::finished();
    let whole = form.body();
    let (unfinished, _) = whole.split_at(whole.len() - 30);
    let filler = vec![b'x'; 9_000_000];
    let content_type = Form::content_type();
    let other = ("idempotency-key", "019ab0c4-5c1e-7d52-9f0e-000000000009");
    let typed = ("content-type", content_type.as_str());
    for (headers, status, code) in [
        (&[typed, ("idempotency-key", &form.key)][..], 413, "request_too_large"),
        (&[typed, other], 400, "idempotency_key_differs"),
        (&[typed], 400, "idempotency_key_missing"),
        (&[("idempotency-key", &form.key)], 415, "form_expected"),
        (&[("origin", "https://stranger.example")], 403, "origin_not_allowed"),
    ] {
        let form = if status == 413 { unfinished } else { &whole };
        let body = [form, &filler].concat();
        let mut stream = server.connect();
        stream.write_all(&head("POST", "/applications", headers, body.len())).unwrap();
        let reply = send_all(stream, &body);
        assert_eq!((reply.status, reply.code().as_str()), (status, code));
    }
}

#[test]
fn a_client_that_waits_for_the_go_ahead_is_refused_without_its_body() {
    let server = Server::start(&Folder::new());
    let mut stream = server.connect();
    stream.write_all(&head("POST", "/applications", &[("expect", "100-continue")], 1_000_000)).unwrap();
    let reply = Reply::read(stream);
    assert_eq!((reply.status, reply.code().as_str()), (400, "idempotency_key_missing"));
}

#[test]
fn of_many_uploads_at_once_each_gets_its_answer() {
    let server = Server::start(&Folder::new());
    let mut form = Form::finished();
    form.replace(DocumentKind::KvkExtract, [&b"%PDF-1.7\n%"[..], &[b'x'; 2_000_000], &pdf("")].concat());
    let replies: Vec<Reply> = thread::scope(|scope| {
        let post = |number| {
            let form = form.clone().numbered(number);
            let stream = begin(&server, &form, form.body().len());
            send_all(stream, &form.body())
        };
        let threads: Vec<_> = (0..64).map(|number| scope.spawn(move || post(number))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for reply in &replies {
        match reply.status {
            201 => assert!(!reply.reference().is_empty()),
            503 => assert!(reply.code() == "busy" && reply.retry_after() > 0),
            other => panic!("{other}: {reply:?}"),
        }
    }
    let stored = replies.iter().filter(|reply| reply.status == 201).count();
    assert!(stored >= 32, "{stored} of 64");
}

#[test]
fn the_headers_of_a_part_are_bounded() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let long = format!("\r\nx-long: {}\r\n\r\n", "x".repeat(4_000_000));
    let body = String::from_utf8_lossy(&form.body()).replacen("\r\n\r\n", &long, 1).into_bytes();
    let reply = send_all(begin(&server, &form, body.len()), &body);
    assert_eq!((reply.status, reply.code().as_str()), (400, "form_unreadable"));
    assert!(reply.json()["title"].as_str().unwrap().contains("headers"), "{reply:?}");
    assert!(store.is_empty());
}

#[test]
fn the_second_large_form_on_a_connection_is_read_like_the_first() {
    let store = Folder::new();
    let server = Server::start(&store);
    let mut form = Form::finished();
    form.parts[0].bytes = vec![b' '; 2 * 1024 * 1024];
    let body = form.body();
    let content_type = Form::content_type();
    let headers = [("content-type", content_type.as_str()), ("idempotency-key", form.key.as_str())];
    let head = head("POST", "/applications", &headers, body.len());
    let head = String::from_utf8(head).unwrap().replacen("connection: close", "connection: keep-alive", 1);
    let mut stream = server.connect();
    // By the first form the server learns to read more at once.
    for _ in 0..4 {
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&body).unwrap();
        let mut response = Vec::new();
        while !response.ends_with(b"}") {
            let mut more = [0; 4096];
            let length = stream.read(&mut more).unwrap();
            assert!(length > 0, "{}", String::from_utf8_lossy(&response));
            response.extend(&more[..length]);
        }
        assert!(response.starts_with(b"HTTP/1.1 413 "), "{}", String::from_utf8_lossy(&response));
    }
}
