//! `GET /applications/<key>`: what became of an application.

use crate::common::TODAY;
use crate::form::Form;
use crate::server::{Folder, Reply, Server};

fn asked(server: &Server, key: &str, headers: &[(&str, &str)]) -> Reply {
    server.get(&format!("/applications/{key}"), headers)
}

#[test]
fn a_stored_application_is_answered_with_its_reference() {
    let store = Folder::new();
    let server = Server::start(&store);
    let form = Form::finished();
    let reference = form.post(&server).reference();
    for server in [&server, &Server::start(&store)] {
        for key in [form.key.clone(), form.key.to_uppercase()] {
            let reply = asked(server, &key, &[]);
            assert_eq!((reply.status, reply.reference()), (200, reference.clone()));
            assert_eq!(reply.header("cache-control"), Some("no-store"));
            assert_eq!(reply.header("content-type"), Some("application/json"));
        }
    }
    let log = server.finish();
    assert!(log.contains(&format!("\"key\":\"{}\",\"method\":\"GET\"", form.key)), "{log}");
}

#[test]
fn a_key_under_which_nothing_is_stored_is_unknown() {
    let store = Folder::new();
    let server = Server::start(&store);
    let mut refused = Form::finished();
    refused.change(|draft| draft.user.email = "johanna@".to_owned());
    assert_eq!(refused.post(&server).status, 422);
    for key in [
        refused.key.as_str(),
        "019ab0c4-5c1e-7d52-9f0e-000000000000",
        "1",
        "..",
        "%2e%2e%2fetc",
        "%ff",
        "johanna@bakkerij",
    ] {
        let reply = asked(&server, key, &[]);
        assert_eq!((reply.status, reply.code().as_str()), (404, "key_unknown"), "{key}");
        assert_eq!(reply.json()["type"], "urn:eherkenning-wizard:key_unknown");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"));
        assert_eq!(reply.header("cache-control"), Some("no-store"));
    }
    assert!(store.is_empty());
    let log = server.finish();
    assert!(!log.contains("johanna"), "{log}");
}

#[test]
fn only_pages_of_allowed_origins_may_ask() {
    let store = Folder::new();
    let partner = "https://partner.example";
    let server = Server::start_with(&store, &["--today", TODAY, "--allow-origin", partner]);
    let form = Form::finished();
    form.post(&server);
    let reply = asked(&server, &form.key, &[("origin", "https://evil.example")]);
    assert_eq!((reply.status, reply.code().as_str()), (403, "origin_not_allowed"));
    assert_eq!(reply.header("access-control-allow-origin"), None);
    let reply = asked(&server, &form.key, &[("origin", partner)]);
    assert_eq!((reply.status, reply.header("access-control-allow-origin")), (200, Some(partner)));
    assert_eq!(reply.header("access-control-expose-headers"), Some("retry-after,x-request-id"));
    let preflight = [("origin", partner), ("access-control-request-method", "GET")];
    let preflight = server.request("OPTIONS", &format!("/applications/{}", form.key), &preflight, b"");
    assert_eq!((preflight.status, preflight.header("access-control-allow-origin")), (200, Some(partner)));
    assert!(preflight.header("access-control-allow-methods").unwrap().contains("GET"));
}

#[test]
fn the_outcome_can_only_be_asked_for() {
    let server = Server::start(&Folder::new());
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let reply = server.request(method, &format!("/applications/{}", Form::finished().key), &[], b"");
        assert_eq!((reply.status, reply.code().as_str()), (405, "method_not_allowed"), "{method}");
    }
}

#[test]
fn an_application_stored_by_version_0_1_keeps_its_reference() {
    let store = Folder::new();
    let form = Form::finished();
    let fingerprint = {
        let other = Folder::new();
        form.post(&Server::start(&other));
        crate::storing::receipt(&other, &form).unwrap()["fingerprint"].as_str().unwrap().to_owned()
    };
    let claim = format!(r#"{{"reference":"EH-AAAA-BBBB","fingerprint":"{fingerprint}","claimed_at_unix":1795860000}}"#);
    store.write(&format!("{}/claim.json", form.key), claim);
    store.write(&format!("{}/receipt.json", form.key), r#"{"reference":"EH-AAAA-BBBB","kept_at_unix":1795860001}"#);
    let server = Server::start(&store);
    let asked = asked(&server, &form.key, &[]);
    assert_eq!((asked.status, asked.reference().as_str()), (200, "EH-AAAA-BBBB"));
    let again = form.post(&server);
    assert_eq!((again.status, again.reference().as_str()), (200, "EH-AAAA-BBBB"));
}
