//! Handovers as the browser seals and opens them, with the vectors that an implementation in Python has made.

use eherkenning_wizard::domain::draft::{DocumentDraft, Draft};
use eherkenning_wizard::domain::handover::{Fault, Handover, Note, Party, Passphrase};
use eherkenning_wizard::domain::scheme::{Date, Uuid};
use eherkenning_wizard::web::wizard::{ChosenFile, Host, NotOpened, Unsealed};
use js_sys::{Array, Uint8Array};
use serde_json::Value;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::browser::{browser, file};

const VECTORS: &str = include_str!("../handover/vectors.json");
const SUPPLIER: &str = "Voorbeeld eHerkenning";

fn vectors() -> Value {
    serde_json::from_str(VECTORS).unwrap()
}

fn bytes(value: &Value) -> Vec<u8> {
    let digits = value.as_str().unwrap().as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks_exact(2).map(byte).collect()
}

async fn opened(file: ChosenFile, typed: &str, supplier: &str) -> Result<Unsealed, NotOpened> {
    let passphrase = Passphrase::parse(typed).map_err(NotOpened::Fault)?;
    browser("handover").open(file, passphrase, supplier.to_owned()).await
}

async fn content(blob: &Blob) -> Vec<u8> {
    Uint8Array::new(&JsFuture::from(blob.array_buffer()).await.unwrap()).to_vec()
}

#[wasm_bindgen_test]
async fn the_file_of_the_vectors_is_opened() {
    let vectors = vectors();
    let given = file("application.eh", &bytes(&vectors["file"]));
    let Unsealed { opened, files } = opened(given, vectors["typed"].as_str().unwrap(), SUPPLIER).await.unwrap();
    assert_eq!(opened.handover.draft.user.surname, "de Vries");
    assert_eq!(opened.handover.signer, Some(Party::Representative(1)));
    let ids: Vec<&str> = files.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, opened.handover.draft.documents.iter().map(|document| document.id.as_str()).collect::<Vec<_>>());
    for ((_, blob), wanted) in files.iter().zip(vectors["documents"].as_array().unwrap()) {
        assert_eq!(content(blob).await, bytes(wanted));
        assert_eq!(blob.type_(), "application/pdf");
    }
}

#[wasm_bindgen_test]
async fn each_refused_file_of_the_vectors_gets_its_code() {
    let vectors = vectors();
    for case in vectors["refused"].as_array().unwrap() {
        // The clock of the browser says whether a file has ended.
        if case["code"] == "ended" {
            continue;
        }
        let text = |name: &str| case.get(name).unwrap_or(&vectors[name]).as_str().unwrap().to_owned();
        let given = file("application.eh", &bytes(&case["file"]));
        let supplier = case.get("supplier").map_or(SUPPLIER.to_owned(), |name| name.as_str().unwrap().to_owned());
        let why = opened(given, &text("typed"), &supplier).await.map(|_| ()).unwrap_err();
        let NotOpened::Fault(fault) = why else { panic!("{}: {why:?}", case["name"]) };
        assert_eq!(fault.code(), case["code"], "{}", case["name"]);
    }
}

/// A handover with one document, which is held under its id.
fn handover(document: &[u8], sha256: &str) -> (Handover, Vec<(String, Blob)>) {
    let id = "019ab0c4-5c1e-7d52-9f0e-000000000001".to_owned();
    let size_bytes = u64::try_from(document.len()).unwrap();
    let described = DocumentDraft { id: id.clone(), size_bytes, sha256: sha256.to_owned(), ..DocumentDraft::default() };
    let draft = Draft { documents: vec![described], ..Draft::default() };
    let number = Uuid::parse("019ab0c4-5c1e-7d52-9f0e-6f1d2c3b4a59").unwrap();
    let mut handover = Handover::new(SUPPLIER, number, draft);
    handover.note = Note::parse("Klopt het adres?").ok();
    handover.signer = Some(Party::Representative(0));
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(document))).unwrap();
    (handover, vec![(id, blob)])
}

/// SHA-256 of `first document`.
const DIGEST: &str = "c12b830cf52";

async fn sealed(ends_on: &str, document: &[u8], sha256: &str) -> (Handover, Blob) {
    let (handover, files) = handover(document, sha256);
    let browser = browser("sealing");
    browser.hold_only(files);
    let passphrase = Passphrase::parse("rammen woog gerecht beheer tovert").unwrap();
    let file = browser.seal(handover.clone(), passphrase, Date::parse_iso(ends_on).unwrap()).await.unwrap();
    (handover, file)
}

#[wasm_bindgen_test]
async fn what_is_sealed_is_opened_and_no_two_files_are_alike() {
    let digest = digest(b"first document").await;
    assert!(digest.starts_with(DIGEST));
    let (handover, one) = sealed("2090-01-31", b"first document", &digest).await;
    let (_, other) = sealed("2090-01-31", b"first document", &digest).await;
    let one = content(&one).await;
    assert_ne!(one, content(&other).await, "salt and nonce are new each time");
    let typed = "Rammen, woog; GERECHT beheer tovert";
    let Unsealed { opened, files } = opened(file("a.eh", &one), typed, SUPPLIER).await.unwrap();
    assert_eq!((opened.handover, opened.warning), (handover, None));
    assert_eq!(content(&files.first().unwrap().1).await, b"first document");
}

#[wasm_bindgen_test]
async fn a_document_can_be_opened_as_nothing_but_a_picture_or_a_pdf() {
    let page = b"<script>alert(document.domain)</script>";
    let digest = digest(page).await;
    for (stated, opened_as) in [
        ("text/html", "application/octet-stream"),
        ("image/svg+xml", "application/octet-stream"),
        ("", "application/octet-stream"),
        ("image/png", "image/png"),
        ("application/pdf", "application/pdf"),
    ] {
        let (mut handover, files) = handover(page, &digest);
        handover.draft.documents.iter_mut().for_each(|document| stated.clone_into(&mut document.media_type));
        let browser = browser("typed");
        browser.hold_only(files);
        let passphrase = Passphrase::parse("rammen woog gerecht beheer tovert").unwrap();
        let sealed = browser.seal(handover, passphrase, Date::parse_iso("2090-01-31").unwrap()).await.unwrap();
        let given = file("a.eh", &content(&sealed).await);
        let unsealed = opened(given, "rammen woog gerecht beheer tovert", SUPPLIER).await.unwrap();
        assert_eq!(unsealed.files.first().unwrap().1.type_(), opened_as, "{stated}");
    }
}

#[wasm_bindgen_test]
async fn a_file_whose_last_day_is_over_is_opened_with_a_warning() {
    let digest = digest(b"first document").await;
    let (_, file_of_then) = sealed("2026-01-31", b"first document", &digest).await;
    let bytes = content(&file_of_then).await;
    let unsealed = opened(file("a.eh", &bytes), "rammen woog gerecht beheer tovert", SUPPLIER).await.unwrap();
    assert_eq!(unsealed.opened.warning, Some(Fault::Ended));
}

#[wasm_bindgen_test]
async fn nothing_is_sealed_without_the_bytes_of_its_documents() {
    let (handover, _) = handover(b"first document", &"0".repeat(64));
    let passphrase = Passphrase::parse("rammen woog gerecht beheer tovert").unwrap();
    let ends_on = Date::parse_iso("2090-01-31").unwrap();
    assert!(browser("bare").seal(handover, passphrase, ends_on).await.is_none());
}

async fn digest(document: &[u8]) -> String {
    browser("digest").digest(String::from_utf8(document.to_vec()).unwrap()).await.unwrap()
}
