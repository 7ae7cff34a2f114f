//! The browser as host.

use std::rc::Rc;

use eherkenning_wizard::domain::offer::Attachments;
use eherkenning_wizard::domain::redaction::{Mask, Redaction, Zone};
use eherkenning_wizard::domain::rules::{Place, Question, Rule};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::browser::{Browser, BrowserConfig};
use eherkenning_wizard::web::wizard::{Accepted, AcceptedFile, ChosenFile, Host, OnDevice, Photo};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

const LIMITS: Attachments =
    Attachments { max_bytes: 1_000_000, max_total_bytes: 5_000_000, max_files: 4, max_side: 600, min_side: 300 };

fn browser(instance: &str) -> Browser {
    Browser::new(BrowserConfig {
        endpoint: "https://intake.example/applications".to_owned(),
        catalogue: "https://intake.example/catalogue.json".to_owned(),
        instance: instance.to_owned(),
        on_device: OnDevice::Never,
        way_back: None,
        tell: Rc::new(|_| {}),
    })
}

fn file(name: &str, bytes: &[u8]) -> ChosenFile {
    ChosenFile::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).unwrap()
}

/// An image of this size, written by the browser itself.
fn picture(width: u32, height: u32, media_type: &str) -> Vec<u8> {
    let window = web_sys::window().unwrap();
    let canvas: HtmlCanvasElement = window.document().unwrap().create_element("canvas").unwrap().dyn_into().unwrap();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
    context.set_fill_style_str("#2a6f97");
    context.fill_rect(0.0, 0.0, f64::from(width) / 2.0, f64::from(height));
    let url = canvas.to_data_url_with_type(media_type).unwrap();
    let text = window.atob(url.split_once(',').unwrap().1).unwrap();
    text.chars().map(|byte| u8::try_from(u32::from(byte)).unwrap()).collect()
}

async fn accept_file(browser: &Browser, question: Question, file: ChosenFile) -> Result<Accepted, Rule> {
    match browser.accept_file(file, Place::from(question), LIMITS).await.map_err(|(rule, _)| rule)? {
        AcceptedFile::Document(taken) => Ok(taken),
        AcceptedFile::Scan(scan) => panic!("{scan:?} is not covered"),
    }
}

#[wasm_bindgen_test]
async fn an_image_is_redrawn_within_its_limits() {
    let browser = browser("image");
    let taken =
        accept_file(&browser, Question::KvkExtract, file("scan.png", &picture(1200, 400, "image/png"))).await.unwrap();
    assert_eq!(taken.document.media_type, "image/jpeg");
    assert_eq!(taken.document.sha256.len(), 64);
    assert!(taken.document.size_bytes > 0);
    assert!(browser.holds(&taken.document.id));
    assert!(browser.preview(&taken.document.id).is_some_and(|address| address.starts_with("blob:")));
    browser.release(&taken.document.id);
    assert!(!browser.holds(&taken.document.id));
}

#[wasm_bindgen_test]
async fn a_file_is_checked_by_its_content() {
    let browser = browser("content");
    let png = picture(400, 400, "image/png");
    let cut = png.get(..png.len() / 2).unwrap();
    for (name, bytes, rule) in [
        ("empty.pdf", &b""[..], Rule::DocumentEmpty),
        ("letter.pdf", b"MZ not a document at all", Rule::DocumentType),
        ("cut.png", cut, Rule::DocumentTruncated),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", Rule::DocumentTruncated),
    ] {
        assert_eq!(accept_file(&browser, Question::KvkExtract, file(name, bytes)).await.err(), Some(rule), "{name}");
    }
    let named_wrongly = accept_file(&browser, Question::KvkExtract, file("photo.pdf", &png)).await.unwrap();
    assert!(named_wrongly.document.file_name.ends_with(".jpg"), "{}", named_wrongly.document.file_name);
}

#[wasm_bindgen_test]
async fn a_copy_of_an_identity_document_is_an_image() {
    let pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    let browser = browser("copy");
    let place = Place::from(Question::UserIdCopy);
    let refused = browser.accept_file(file("id.pdf", pdf), place, LIMITS).await;
    assert_eq!(refused.err().map(|(rule, _)| rule), Some(Rule::DocumentPdfCopy));
}

#[wasm_bindgen_test]
async fn a_copy_is_accepted_only_as_a_drawing() {
    let browser = browser("scan");
    let place = Place::from(Question::UserIdCopy);
    let photo = file("mijn paspoort.png", &picture(1200, 800, "image/png"));
    let Ok(AcceptedFile::Scan(scan)) = browser.accept_file(photo, place, LIMITS).await else {
        panic!("not to be covered")
    };
    let id = scan.image().id.clone();
    assert!(browser.holds(&id) && scan.image().address.starts_with("blob:"));
    assert_eq!(scan.image().file_name, "mijn paspoort.jpg");

    let mut redaction = Redaction::new(vec![Zone::Bsn], Vec::new());
    assert!(scan.redact(&redaction, |_, _| Some(())).is_none());
    redaction.confirm(Zone::Bsn, true);
    let draw = |_: &Photo, _: &[Mask]| {
        let window = web_sys::window().unwrap();
        let canvas: HtmlCanvasElement =
            window.document().unwrap().create_element("canvas").unwrap().dyn_into().unwrap();
        canvas.set_width(500);
        Some(canvas)
    };
    let redacted = scan.redact(&redaction, draw).unwrap();
    let document = browser.accept_scan(redacted, place, "mijn paspoort.jpg".to_owned(), LIMITS).await.unwrap();
    assert!(document.shielded);
    assert_eq!((document.media_type.as_str(), document.of.as_str()), ("image/jpeg", "user"));
    assert_ne!(document.id, id);
    browser.release(&id);
    assert!(!browser.holds(&id) && browser.holds(&document.id));
}

#[wasm_bindgen_test]
async fn an_image_of_too_many_pixels_is_refused_from_its_header() {
    let mut png = picture(400, 400, "image/png");
    png.splice(16..24, [30_000_u32.to_be_bytes(), 30_000_u32.to_be_bytes()].concat());
    let refused = accept_file(&browser("bomb"), Question::KvkExtract, file("bomb.png", &png)).await;
    assert_eq!(refused.err(), Some(Rule::DocumentTooManyPixels));
}

#[wasm_bindgen_test]
async fn saved_answers_are_restored_with_their_files_until_they_are_erased() {
    let before = browser("kept");
    let taken =
        accept_file(&before, Question::KvkExtract, file("scan.png", &picture(400, 400, "image/png"))).await.unwrap();
    // Files that the answers do not mention are not saved.
    let answers = format!("{{\"id\": \"{}\"}}", taken.document.id);
    before.save(answers.clone()).await.unwrap();

    let after = browser("kept");
    assert_eq!(after.restore().await.unwrap().as_deref(), Some(answers.as_str()));
    assert!(after.holds(&taken.document.id));

    after.erase().await;
    assert!(!after.holds(&taken.document.id));
    assert_eq!(browser("kept").restore().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn two_wizards_do_not_read_each_others_answers() {
    let one = browser("one");
    one.save("of one".to_owned()).await.unwrap();
    assert_eq!(browser("two").restore().await.unwrap(), None);
    one.erase().await;
}

#[wasm_bindgen_test]
fn ids_are_ordered_uuids_and_countries_have_names() {
    let browser = browser("page");
    let (one, two) = (browser.new_id(), browser.new_id());
    assert_eq!(one.len(), 36);
    assert_eq!(one.chars().nth(14), Some('7'));
    assert_ne!(one, two);
    assert_eq!(browser.country_name("DE", Lang::Nl), "Duitsland");
    assert_eq!(browser.country_name("DE", Lang::En), "Germany");
}

#[wasm_bindgen_test]
async fn the_last_answers_are_saved_without_waiting_and_encrypted() {
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let hidden = || storage.get_item("eh-wizard:goes:last").unwrap();
    let browser = browser("goes");
    browser.save("{\"answer\": \"first\"}".to_owned()).await.unwrap();
    assert_eq!(hidden(), None);
    browser.save_at_once("{\"answer\": \"second ü\"}");
    assert!(hidden().is_some_and(|text| !text.contains("answer") && !text.contains("second")));
    let after = self::browser("goes");
    assert_eq!(after.restore().await.unwrap().as_deref(), Some("{\"answer\": \"second ü\"}"));
    after.save("{\"answer\": \"third\"}".to_owned()).await.unwrap();
    assert_eq!(hidden(), None);
    let after = self::browser("goes");
    assert_eq!(after.restore().await.unwrap().as_deref(), Some("{\"answer\": \"third\"}"));
    after.erase().await;
    assert_eq!(self::browser("goes").restore().await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_key_stream_is_never_used_twice() {
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let hidden = || storage.get_item("eh-wizard:twice:last").unwrap();
    let browser = browser("twice");
    browser.save("one".to_owned()).await.unwrap();
    browser.save_at_once("two");
    let first = hidden();
    browser.save_at_once("six");
    assert_eq!(hidden(), first);
    browser.erase().await;
    assert_eq!(hidden(), None);
}
