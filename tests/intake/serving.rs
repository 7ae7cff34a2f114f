//! Serving the wizard: headers, compressed files, and the same offer and catalogue that applications are checked with.

use std::io::Write;

use crate::common::public;
use crate::server::{Folder, Reply, Server};

fn dist() -> Folder {
    let dist = Folder::new();
    dist.write("index.html", "<!doctype html>");
    dist.write("frame.html", "<!doctype html>");
    dist.write("offer.json", "{}");
    dist.write("0.1.0/widget.js", "plain");
    dist.write("0.1.0/widget.js.br", "brotli");
    dist.write("0.1.0/widget.js.gz", "gzip");
    dist.write("0.1.0/widget_bg.wasm", "wasm");
    dist
}

fn serve(dist: &Folder) -> Server {
    Server::start_with(&Folder::new(), &["--dist", dist.0.to_str().unwrap()])
}

#[test]
fn every_response_has_the_security_headers() {
    let dist = dist();
    let server = serve(&dist);
    for path in ["/", "/index.html", "/0.1.0/widget.js", "/nothing", "/health", "/applications", "/offer.json"] {
        let reply = server.get(path, &[]);
        let policy = reply.header("content-security-policy").unwrap();
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ] {
            assert!(policy.split("; ").any(|other| other == part), "{part} on {path}");
        }
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(reply.header("cross-origin-opener-policy"), Some("same-origin"));
        let permissions = reply.header("permissions-policy").unwrap();
        assert!(permissions.contains("camera=(self)") && permissions.contains("geolocation=()"));
    }
}

#[test]
fn only_frame_html_may_be_framed_by_own_pages_and_the_frame_parents_of_the_offer() {
    let dist = dist();
    let folder = Folder::new();
    let offer = std::fs::read_to_string(public("offer.json")).unwrap();
    folder.write(
        "offer.json",
        offer.replace(r#""frame_parents": []"#, r#""frame_parents": ["https://partner.example"]"#),
    );
    let offer = folder.0.join("offer.json");
    let server = Server::start_offering(&offer, &Folder::new(), &["--dist", dist.0.to_str().unwrap()]);
    let reply = server.get("/frame.html", &[]);
    let policy = reply.header("content-security-policy").unwrap();
    assert!(policy.ends_with("; frame-ancestors 'self' https://partner.example"), "{policy}");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
    assert_eq!(reply.header("cross-origin-resource-policy"), Some("cross-origin"));
    assert_eq!(reply.header("cross-origin-embedder-policy"), Some("require-corp"));
    assert_eq!(reply.header("cache-control"), Some("no-cache"));
    let policy = server.get("/", &[]);
    assert!(policy.header("content-security-policy").unwrap().ends_with("; frame-ancestors 'none'"));
    assert_eq!(policy.header("cross-origin-embedder-policy"), None);
}

#[test]
fn versioned_files_are_cached_for_a_year_and_open_to_all_sites() {
    let dist = dist();
    let server = serve(&dist);
    let script = server.get("/0.1.0/widget.js", &[]);
    assert_eq!(script.body, b"plain");
    assert_eq!(script.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(script.header("access-control-allow-origin"), Some("*"));
    assert_eq!(script.header("cross-origin-resource-policy"), Some("cross-origin"));
    assert!(script.header("content-type").unwrap().starts_with("text/javascript"));
    let wasm = server.get("/0.1.0/widget_bg.wasm", &[]);
    assert_eq!(wasm.header("content-type"), Some("application/wasm"));

    let page = server.get("/", &[]);
    assert_eq!((page.status, page.header("cache-control")), (200, Some("no-cache")));
    assert_eq!(page.header("access-control-allow-origin"), None);
    let missing = server.get("/0.1.0/nothing.js", &[]);
    assert_eq!((missing.status, missing.header("cache-control")), (404, Some("no-cache")));
}

#[test]
fn compressed_files_are_served_to_clients_that_accept_them() {
    let dist = dist();
    let server = serve(&dist);
    for (accepted, encoding, body) in [("gzip, br", Some("br"), "brotli"), ("gzip", Some("gzip"), "gzip")] {
        let reply = server.get("/0.1.0/widget.js", &[("accept-encoding", accepted)]);
        assert_eq!((reply.header("content-encoding"), reply.body.as_slice()), (encoding, body.as_bytes()));
        assert!(reply.header("content-type").unwrap().starts_with("text/javascript"));
        assert_eq!(reply.header("vary"), Some("accept-encoding"));
    }
}

#[test]
fn the_offer_and_catalogue_used_for_checking_are_served() {
    let dist = dist();
    let server = serve(&dist);
    for name in ["offer.json", "catalogue.json"] {
        let reply = server.get(&format!("/{name}"), &[]);
        assert_eq!(reply.body, std::fs::read(public(name)).unwrap());
        assert_eq!(reply.header("content-type"), Some("application/json"));
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
        assert_eq!(reply.header("cache-control"), Some("no-cache"));
        let etag = reply.header("etag").unwrap();
        let again = server.get(&format!("/{name}"), &[("if-none-match", etag)]);
        assert_eq!((again.status, again.body.len()), (304, 0));
    }
}

#[test]
fn the_same_offer_in_the_wizard_folder_is_served_compressed() {
    let dist = dist();
    dist.write("offer.json", std::fs::read(public("offer.json")).unwrap());
    dist.write("offer.json.br", "brotli");
    let server = serve(&dist);
    let reply = server.get("/offer.json", &[("accept-encoding", "br")]);
    assert_eq!((reply.header("content-encoding"), reply.body.as_slice()), (Some("br"), &b"brotli"[..]));
    assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
}

#[test]
fn a_request_that_is_not_valid_http_gets_no_headers_and_its_connection_is_closed() {
    let server = Server::start(&Folder::new());
    let post = "POST /applications HTTP/1.1\r\nhost: intake.example\r\n";
    for (head, status) in [
        ("nonsense\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/3.7\r\n\r\n".to_owned(), 400),
        ("GET / HTTP/1.1\r\nno header\r\n\r\n".to_owned(), 400),
        (format!("{post}content-length: 1\r\ncontent-length: 2\r\n\r\nxx"), 400),
        (format!("GET /{} HTTP/1.1\r\n\r\n", "x".repeat(70_000)), 414),
        (format!("{post}{}\r\n", "x: y\r\n".repeat(101)), 431),
        (format!("{post}x: {}\r\n\r\n", "y".repeat(600_000)), 431),
    ] {
        let mut stream = server.connect();
        let _ = stream.write_all(head.as_bytes());
        let reply = Reply::read(stream);
        let mut names: Vec<&str> = reply.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort();
        assert_eq!((reply.status, names), (status, vec!["connection", "content-length", "date"]), "{reply:?}");
        assert!(reply.body.is_empty());
    }
}
