//! What is refused, with which status, place and code, and that nothing of it is stored.

use std::fs;

use eherkenning_wizard::domain::scheme::{DocumentKind, IdentityDocumentKind, Lang};
use image::ImageFormat;

use crate::form::{Form, Part, huge_png, pdf, picture};
use crate::server::{Folder, Reply, Server};

/// Posts a changed form and expects an issue with this code at this place, and nothing stored.
fn refused(spoil: impl FnOnce(&mut Form), status: u16, place: &str, code: &str) -> Reply {
    let store = Folder::new();
    let server = Server::start(&store);
    let mut form = Form::finished();
    spoil(&mut form);
    let reply = form.post(&server);
    assert_eq!(reply.status, status, "{reply:?}");
    assert_eq!(reply.header("content-type"), Some("application/problem+json"));
    let problem = reply.json();
    assert_eq!(problem["status"], status);
    let issues = problem["issues"].as_array().unwrap();
    let found = issues.iter().find(|issue| issue["place"] == place && issue["code"] == code);
    let found = found.unwrap_or_else(|| panic!("no {code} at {place}: {problem}"));
    assert!(found["params"].is_object() && found["title"].as_str().is_some_and(|title| !title.is_empty()));
    assert!(store.is_empty());
    reply
}

/// Posts a changed form and expects a problem with this code, and nothing stored.
fn rejected(spoil: impl FnOnce(&mut Form), status: u16, code: &str) -> Reply {
    let store = Folder::new();
    let server = Server::start(&store);
    let mut form = Form::finished();
    spoil(&mut form);
    let reply = form.post(&server);
    assert_eq!((reply.status, reply.code().as_str()), (status, code));
    assert!(store.is_empty());
    reply
}

/// Replaces text in the application.
fn rewrite(from: &str, to: &str) -> impl FnOnce(&mut Form) {
    move |form| {
        let text = String::from_utf8(form.parts[0].bytes.clone()).unwrap();
        assert!(text.contains(from));
        form.parts[0].bytes = text.replacen(from, to, 1).into_bytes();
    }
}

const COPY: &str = "documents.user_id_copy.user";
const EXTRACT: &str = "documents.kvk_extract.organisation";

#[test]
fn a_broken_rule_has_its_place_and_a_sentence_in_dutch() {
    let spoil = |form: &mut Form| form.change(|draft| draft.user.email = "johanna@".to_owned());
    let reply = refused(spoil, 422, "user.email", "email_shape");
    assert!(reply.json()["issues"][0]["title"].as_str().unwrap().contains("Vul één volledig"));
}

#[test]
fn the_sentence_is_in_english_for_an_english_application() {
    let spoil = |form: &mut Form| {
        form.change(|draft| {
            draft.language = Some(Lang::En);
            draft.user.surname = String::new();
        });
    };
    let reply = refused(spoil, 422, "user.surname", "required");
    assert!(reply.json()["issues"][0]["title"].as_str().unwrap().contains("surname"), "{reply:?}");
}

#[test]
fn a_changed_price_is_refused() {
    let spoil = |form: &mut Form| {
        form.change(|draft| draft.contract.price.as_mut().unwrap().total_cents.0 -= 1);
    };
    refused(spoil, 422, "contract.price", "price_differs");
}

#[test]
fn a_copy_that_is_not_shielded_is_refused() {
    let spoil = |form: &mut Form| form.change(|draft| draft.documents[0].shielded = false);
    refused(spoil, 422, COPY, "document_not_shielded");
}

#[test]
fn an_identity_copy_as_pdf_is_refused() {
    let spoil = |form: &mut Form| {
        form.replace(DocumentKind::UserIdCopy, pdf(""));
        form.change(|draft| draft.documents[0].media_type = "application/pdf".to_owned());
        form.parts[1].media_type = "application/pdf".to_owned();
    };
    refused(spoil, 422, COPY, "document_pdf_copy");
}

#[test]
fn one_side_of_a_card_is_refused_when_both_are_required() {
    let spoil = |form: &mut Form| {
        form.change(|draft| draft.user.identity_document.kind = Some(IdentityDocumentKind::IdentityCard));
    };
    refused(spoil, 422, COPY, "document_side_missing");
}

#[test]
fn every_listed_document_must_be_posted() {
    let spoil = |form: &mut Form| {
        form.parts.remove(1);
    };
    refused(spoil, 422, COPY, "document_part_missing");
}

#[test]
fn a_document_with_another_digest_is_refused() {
    let spoil = |form: &mut Form| {
        let last = form.parts[1].bytes.len() - 10;
        form.parts[1].bytes[last] ^= 1;
    };
    refused(spoil, 422, COPY, "document_digest_differs");
}

#[test]
fn a_document_of_another_size_is_refused() {
    refused(|form| form.parts[1].bytes.push(0), 422, COPY, "document_digest_differs");
}

#[test]
fn a_document_of_another_type_is_refused() {
    let spoil = |form: &mut Form| form.replace(DocumentKind::UserIdCopy, picture(ImageFormat::Png));
    refused(spoil, 422, COPY, "document_type_differs");
    let spoil = |form: &mut Form| form.replace(DocumentKind::KvkExtract, b"<svg xmlns='x'></svg>".to_vec());
    refused(spoil, 422, EXTRACT, "document_type_differs");
    let spoil = |form: &mut Form| form.parts[1].media_type = "image/png".to_owned();
    refused(spoil, 422, COPY, "document_type_differs");
}

#[test]
fn a_truncated_document_is_refused() {
    let mut half = picture(ImageFormat::Jpeg);
    half.truncate(half.len() / 2);
    refused(|form| form.replace(DocumentKind::UserIdCopy, half), 422, COPY, "document_truncated");
    let half = b"%PDF-1.7\n1 0 obj\n<< /Type".to_vec();
    refused(|form| form.replace(DocumentKind::KvkExtract, half), 422, EXTRACT, "document_truncated");
}

#[test]
fn a_document_with_a_password_is_refused() {
    for locked in [pdf("/Encrypt 5 0 R"), fixture("locked-aes-256")] {
        refused(|form| form.replace(DocumentKind::KvkExtract, locked), 422, EXTRACT, "document_encrypted");
    }
}

#[test]
fn a_document_that_opens_without_a_password_is_accepted() {
    for name in ["restricted-rc4-128", "restricted-aes-256", "mentions-encryption"] {
        let store = Folder::new();
        let server = Server::start(&store);
        let mut form = Form::finished();
        form.replace(DocumentKind::KvkExtract, fixture(name));
        assert_eq!(form.post(&server).status, 201, "{name}");
    }
}

/// A PDF of tests/pdf.
fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/pdf/fixtures/{name}.pdf", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn an_image_that_cannot_be_decoded_is_refused() {
    let broken = [&[0xff, 0xd8, 0xff, 0xe0, 0, 4], &b"no image at all"[..], &[0xff, 0xd9]].concat();
    refused(|form| form.replace(DocumentKind::UserIdCopy, broken), 422, COPY, "document_unreadable");
}

#[test]
fn an_image_of_too_many_pixels_is_refused_before_it_is_decoded() {
    let spoil = |form: &mut Form| form.replace(DocumentKind::SignatureDrawing, huge_png());
    refused(spoil, 422, "documents.signature_drawing.representatives.0", "document_too_many_pixels");
}

#[test]
fn a_document_that_is_too_large_is_refused_with_the_limit() {
    let large = vec![b'x'; 10_485_761];
    let reply = refused(|form| form.parts[2].bytes = large, 413, EXTRACT, "document_too_large");
    let issue = &reply.json()["issues"][0];
    assert_eq!(issue["params"]["limit"], "10485760");
    assert!(issue["title"].as_str().unwrap().contains("MB"), "{issue}");
}

#[test]
fn documents_that_are_too_large_together_are_refused() {
    let spoil = |form: &mut Form| {
        for part in 1..4 {
            form.parts[part].bytes = vec![b'x'; 10_000_000];
        }
    };
    refused(spoil, 413, "documents", "documents_too_large");
}

#[test]
fn a_document_that_is_not_required_is_refused() {
    let spoil = |form: &mut Form| {
        form.change(|draft| draft.documents[2].kind = Some(DocumentKind::Articles));
        form.change(|draft| draft.documents[2].of = "organisation".to_owned());
        form.change(|draft| draft.signatures[0].typed_name = "J.M. de Vries".to_owned());
    };
    refused(spoil, 422, "documents.articles.organisation", "document_not_asked");
}

#[test]
fn a_signature_of_other_answers_is_refused() {
    let spoil = |form: &mut Form| form.change(|draft| draft.signatures[0].digest = "ab".repeat(32));
    refused(spoil, 422, "signatures.0", "signature_outdated");
}

#[test]
fn a_request_that_is_too_large_is_not_read() {
    let store = Folder::new();
    let server = Server::start_with(&store, &["--max-bytes", "5000"]);
    let mut form = Form::finished();
    form.parts[1].bytes = vec![b'x'; 6000];
    assert_eq!(form.post(&server).status, 413);
    assert!(store.is_empty());
}

#[test]
fn unexpected_duplicate_and_misplaced_parts_are_refused() {
    let part = |name: &str| {
        let media_type = "image/png".to_owned();
        Part { name: name.to_owned(), file_name: Some("x.png".to_owned()), media_type, bytes: vec![1] }
    };
    rejected(|form| form.parts.push(part("another")), 400, "part_unexpected");
    rejected(|form| form.parts.push(part("../../x")), 400, "part_unexpected");
    rejected(|form| form.parts.push(form.parts[1].clone()), 400, "part_twice");
    rejected(|form| form.parts.swap(0, 1), 400, "application_missing");
    rejected(|form| form.parts.clear(), 400, "application_missing");
}

#[test]
fn an_unreadable_application_is_refused() {
    rejected(|form| form.parts[0].bytes = b"{\"id\": ".to_vec(), 400, "application_unreadable");
    rejected(|form| form.parts[0].bytes = b"[]".to_vec(), 400, "application_unreadable");
    rejected(|form| form.parts[0].bytes = vec![b'['; 100_000], 400, "application_unreadable");
    rejected(|form| form.parts[0].media_type = "text/plain".to_owned(), 415, "application_type");
    rejected(|form| form.parts[0].bytes = vec![b' '; 300_000], 413, "application_too_large");
}

#[test]
fn an_unreadable_application_is_refused_with_the_place_of_the_error() {
    let reply = rejected(rewrite(r#""term_years":3"#, r#""term_years":"3""#), 400, "application_unreadable");
    let problem = reply.json();
    assert_eq!(problem["pointer"], "/contract/term_years");
    assert_eq!(problem["detail"], "expected a whole number from 0 to 255");
}

#[test]
fn an_unknown_field_is_refused() {
    let spoil = rewrite(r#""partner":null"#, r#""partner":null,"colour":"red""#);
    let reply = refused(spoil, 422, "format", "field_unknown");
    assert_eq!(reply.json()["issues"][0]["params"]["limit"], "/colour");
}

#[test]
fn an_unknown_format_is_refused_with_the_known_one() {
    let spoil = rewrite("eherkenning-application/1", "eherkenning-application/2");
    let reply = refused(spoil, 422, "format", "format_unknown");
    assert_eq!(reply.json()["issues"][0]["params"]["limit"], "eherkenning-application/1");
}

#[test]
fn a_request_without_a_valid_key_is_refused() {
    rejected(|form| form.key = String::new(), 400, "idempotency_key_shape");
    rejected(|form| form.key = "1".to_owned(), 400, "idempotency_key_shape");
    rejected(|form| form.key = "../../etc/passwd".to_owned(), 400, "idempotency_key_shape");
    let other = "019ab0c4-5c1e-7d52-9f0e-000000000000";
    rejected(|form| form.key = other.to_owned(), 400, "idempotency_key_differs");

    let store = Folder::new();
    let server = Server::start(&store);
    let content_type = Form::content_type();
    let body = Form::finished().body();
    let reply = server.request("POST", "/applications", &[("content-type", &content_type)], &body);
    assert_eq!((reply.status, reply.code().as_str()), (400, "idempotency_key_missing"));
    let key = Form::finished().key;
    let reply = Form::finished().post_with(&server, &[("idempotency-key", &key)]);
    assert_eq!((reply.status, reply.code().as_str()), (400, "idempotency_key_missing"));
}

#[test]
fn a_request_that_is_not_a_form_is_refused() {
    let server = Server::start(&Folder::new());
    let key = Form::finished().key;
    let response = |content_type: &str, body: &[u8]| {
        let headers = [("content-type", content_type), ("idempotency-key", key.as_str())];
        let reply = server.request("POST", "/applications", &headers, body);
        (reply.status, reply.code())
    };
    assert_eq!(response("application/json", b"{}"), (415, "form_expected".to_owned()));
    assert_eq!(response("multipart/form-data", b"x"), (400, "form_unreadable".to_owned()));
    assert_eq!(response("multipart/form-data; boundary=x", b"no form"), (400, "form_unreadable".to_owned()));
    let body = Form::finished().body();
    assert_eq!(response(&Form::content_type(), &body[..body.len() - 60]), (400, "form_unreadable".to_owned()));
}

#[test]
fn other_methods_and_other_paths_are_refused() {
    let server = Server::start(&Folder::new());
    for method in ["GET", "PUT", "DELETE", "PATCH"] {
        let reply = server.request(method, "/applications", &[], b"");
        assert_eq!((reply.status, reply.code().as_str()), (405, "method_not_allowed"), "{method}");
        assert_eq!(reply.header("allow"), Some("POST"));
    }
    for path in ["/nothing", "/applications/1", "/applications/", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        assert_eq!(server.get(path, &[]).status, 404, "{path}");
    }
}

#[test]
fn only_pages_of_allowed_origins_may_post() {
    let store = Folder::new();
    let today = ["--today", crate::common::TODAY];
    let partner = "https://partner.example";
    let server = Server::start_with(&store, &[&today[..], &["--allow-origin", partner]].concat());
    let form = Form::finished();
    for foreign in ["https://evil.example", "null", "https://partner.example.evil.example", "http://partner.example"] {
        let reply = form.post_with(&server, &[("origin", foreign)]);
        assert_eq!((reply.status, reply.code().as_str()), (403, "origin_not_allowed"), "{foreign}");
        assert_eq!(reply.header("access-control-allow-origin"), None);
    }
    assert!(store.is_empty());

    let asked = [
        ("origin", partner),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "content-type,idempotency-key"),
    ];
    let preflight = server.request("OPTIONS", "/applications", &asked, b"");
    assert_eq!(preflight.status, 200);
    assert_eq!(preflight.header("access-control-allow-origin"), Some(partner));
    assert_eq!(preflight.header("access-control-allow-methods"), Some("POST,GET"));
    assert!(preflight.header("access-control-allow-headers").unwrap().contains("idempotency-key"));
    assert_eq!(preflight.header("access-control-allow-credentials"), None);

    let reply = form.post_with(&server, &[("origin", partner)]);
    assert_eq!((reply.status, reply.header("access-control-allow-origin")), (201, Some(partner)));
    let own = form.post_with(&server, &[("origin", "https://intake.example")]);
    assert_eq!(own.status, 200);
}
