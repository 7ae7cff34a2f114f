//! The browser as host.

use std::rc::Rc;

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::journey::Screen;
use eherkenning_wizard::domain::offer::Attachments;
use eherkenning_wizard::domain::redaction::{Layout, Redaction, Zone};
use eherkenning_wizard::domain::rules::{Place, Question, Rule};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::submission::{Key, Record, Standing, StoreFault};
use eherkenning_wizard::web::browser::{Browser, BrowserConfig};
use eherkenning_wizard::web::wizard::{
    Accepted, AcceptedFile, ChosenFile, Host, OnDevice, Photo, RestoreError, SavedDraft,
};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

const LIMITS: Attachments =
    Attachments { max_bytes: 1_000_000, max_total_bytes: 5_000_000, max_files: 4, max_side: 600, min_side: 300 };

pub fn browser(instance: &str) -> Browser {
    Browser::new(BrowserConfig {
        outcome: String::new(),
        endpoint: "https://intake.example/applications".to_owned(),
        lookup: None,
        catalogue: "https://intake.example/catalogue.json".to_owned(),
        is_framed: false,
        instance: instance.to_owned(),
        on_device: OnDevice::Never,
        way_back: None,
        tell: Rc::new(|_| {}),
    })
}

pub fn file(name: &str, bytes: &[u8]) -> ChosenFile {
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
        AcceptedFile::Scans(scans) => panic!("{scans:?} are not covered"),
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
async fn a_pdf_for_a_copy_is_refused_without_the_module_that_draws_it() {
    let pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    let browser = browser("copy");
    let place = Place::from(Question::UserIdCopy);
    let refused = browser.accept_file(file("id.pdf", pdf), place, LIMITS).await;
    assert_eq!(refused.err().map(|(rule, _)| rule), Some(Rule::DocumentNotDrawn));
}

#[wasm_bindgen_test]
async fn a_copy_is_accepted_only_as_a_drawing() {
    let browser = browser("scan");
    let place = Place::from(Question::UserIdCopy);
    let photo = file("mijn paspoort.png", &picture(1200, 800, "image/png"));
    let Ok(AcceptedFile::Scans(mut scans)) = browser.accept_file(photo, place, LIMITS).await else {
        panic!("not to be covered")
    };
    let scan = scans.pop().unwrap();
    let id = scan.image().id.clone();
    assert!(browser.holds(&id) && scan.image().address.starts_with("blob:"));
    assert_eq!(scan.image().file_name, "mijn paspoort.jpg");

    let mut redaction = Redaction::new(vec![Zone::Bsn], Vec::new());
    assert!(redaction.confirmed().is_none());
    redaction.confirm(Zone::Bsn, true);
    let draw = |_: &Photo, _: &Layout| {
        let window = web_sys::window().unwrap();
        let canvas: HtmlCanvasElement =
            window.document().unwrap().create_element("canvas").unwrap().dyn_into().unwrap();
        canvas.set_width(500);
        Some(canvas)
    };
    let blank = scan.redact(redaction.confirmed().unwrap(), draw).unwrap();
    let refused = browser.accept_scan(blank, place, "mijn paspoort.jpg".to_owned(), LIMITS).await;
    assert_eq!(refused.err().map(|(rule, _)| rule), Some(Rule::DocumentNotDrawn), "the browser drew nothing");
    let draw = |photo: &Photo, layout: &Layout| {
        let canvas = draw(photo, layout)?;
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.fill_rect(0.0, 0.0, 500.0, 500.0);
        Some(canvas)
    };
    let redacted = scan.redact(redaction.confirmed().unwrap(), draw).unwrap();
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

/// Answers of which one is this, in the application with this number.
fn answers(answer: &str, number: u8) -> SavedDraft {
    let mut draft = Draft::default();
    draft.user.email = answer.to_owned();
    SavedDraft::new(draft, Screen::PersonalData, Vec::new(), record(number, Standing::Free))
}

fn record(number: u8, standing: Standing) -> Record {
    Record { key: Key::fresh([number; 16]), replaces: Vec::new(), standing, submission: None, is_mixed: false }
}

#[wasm_bindgen_test]
async fn saved_answers_are_restored_with_their_files_until_they_are_erased() {
    let before = browser("kept");
    let taken =
        accept_file(&before, Question::KvkExtract, file("scan.png", &picture(400, 400, "image/png"))).await.unwrap();
    // Files of which the answers do not speak are not kept.
    let mut draft = Draft::default();
    draft.documents.push(taken.document.clone());
    let saved = SavedDraft::new(draft, Screen::PersonalData, Vec::new(), record(1, Standing::Free));
    before.save(saved.clone(), false).await.unwrap();

    let after = browser("kept");
    assert_eq!(after.restore().await.unwrap(), Some(saved));
    assert!(after.holds(&taken.document.id));

    after.erase().await;
    assert!(!after.holds(&taken.document.id));
    assert_eq!(browser("kept").restore().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn two_wizards_do_not_read_each_others_answers() {
    let one = browser("one");
    one.save(answers("of one", 1), false).await.unwrap();
    assert_eq!(browser("two").restore().await.unwrap(), None);
    one.erase().await;
}

#[wasm_bindgen_test]
async fn s9_what_another_tab_wrote_since_is_not_overwritten() {
    let (one, two) = (browser("twice open"), browser("twice open"));
    one.save(answers("first", 1), false).await.unwrap();
    assert_eq!(two.restore().await.unwrap(), Some(answers("first", 1)));
    one.save(answers("second", 1), false).await.unwrap();
    assert_eq!(two.save(answers("other", 1), false).await, Err(StoreFault::Newer));
    assert!(two.is_superseded() && !one.is_superseded());
    one.save(answers("third", 1), false).await.unwrap();
    assert_eq!(browser("twice open").restore().await.unwrap(), Some(answers("third", 1)));
    // What was erased is not written again by a tab that still has it.
    let three = browser("twice open");
    three.restore().await.unwrap();
    let name = "eh-wizard:twice open";
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let entry = storage.get_item(name).unwrap().unwrap();
    one.erase().await;
    storage.set_item(name, &entry).unwrap();
    assert_eq!(three.save(answers("fourth", 1), false).await, Err(StoreFault::Newer));
    assert_eq!(browser("twice open").restore().await.unwrap(), None);
}

#[wasm_bindgen_test]
async fn a_record_with_a_used_key_is_only_replaced_by_one_that_knows_of_it() {
    let browser = browser("used");
    let used = record(1, Standing::Doubt);
    let saved = |record: &Record| SavedDraft::new(Draft::default(), Screen::Sign, Vec::new(), record.clone());
    browser.save(saved(&used), true).await.unwrap();
    assert_eq!(browser.save(saved(&record(2, Standing::Free)), true).await, Err(StoreFault::Newer));
    let knowing = Record { replaces: vec![used.key.clone()], ..record(2, Standing::Free) };
    browser.save(saved(&knowing), true).await.unwrap();
    browser.erase().await;
}

#[wasm_bindgen_test]
async fn after_sending_only_the_receipt_is_kept() {
    let before = browser("sent");
    let taken =
        accept_file(&before, Question::KvkExtract, file("scan.png", &picture(400, 400, "image/png"))).await.unwrap();
    let mut saved = answers("someone", 1);
    saved.draft.documents.push(taken.document.clone());
    before.save(saved, false).await.unwrap();
    let receipt = Standing::Received { reference: "EH-1".to_owned(), is_changed: false };
    let sent = SavedDraft::sent(record(1, receipt), Draft::default());
    before.finish(sent.clone()).await;
    assert!(!before.holds(&taken.document.id));
    let after = browser("sent");
    assert_eq!(after.restore().await.unwrap(), Some(sent));
    assert!(!after.holds(&taken.document.id));
    after.erase().await;
}

#[wasm_bindgen_test]
async fn row_38_what_the_browser_removed_is_told_once() {
    let before = browser("removed");
    before.save(answers("first", 1), false).await.unwrap();
    let name = "eh-wizard:removed";
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let entry = storage.get_item(name).unwrap().unwrap();
    // Erasing leaves a tombstone under the old id; nothing was ever written under this one.
    before.erase().await;
    storage.set_item(name, &format!("x{entry}")).unwrap();
    assert_eq!(browser("removed").restore().await, Err(RestoreError::Gone));
    assert_eq!(browser("removed").restore().await, Ok(None));
}

#[wasm_bindgen_test]
async fn s8_what_cannot_be_read_is_set_aside() {
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let name = "eh-wizard:damaged";
    browser("damaged").save(answers("first", 1), false).await.unwrap();
    let entry = storage.get_item(name).unwrap().unwrap();
    // Another key cannot read it, as it cannot read a record of which a bit is wrong.
    let (id, key) = entry.split_once(':').unwrap();
    storage.set_item(name, &format!("{id}:{}", "0".repeat(key.len()))).unwrap();
    let after = browser("damaged");
    let Err(RestoreError::SetAside(left)) = after.restore().await else { panic!("it cannot be read") };
    assert!(left.contains('\n') && !left.contains("first"));
    after.save(answers("second", 2), false).await.unwrap();
    assert_ne!(storage.get_item(name).unwrap().unwrap().split_once(':').unwrap().0, id, "under another name");
    storage.set_item(name, &entry).unwrap();
    assert_eq!(browser("damaged").restore().await.unwrap(), Some(answers("first", 1)), "still whole");
}

#[wasm_bindgen_test]
fn ids_are_ordered_uuids_and_countries_have_names() {
    let browser = browser("page");
    let (one, two) = (browser.new_key(), browser.new_key());
    assert!(one.as_str()[..8] <= two.as_str()[..8]);
    assert_ne!(one, two);
    assert_eq!(browser.country_name("DE", Lang::Nl), "Duitsland");
    assert_eq!(browser.country_name("DE", Lang::En), "Germany");
}

#[wasm_bindgen_test]
async fn the_last_answers_are_saved_without_waiting_and_encrypted() {
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let hidden = || storage.get_item("eh-wizard:goes:last").unwrap();
    let browser = browser("goes");
    browser.save(answers("first", 1), false).await.unwrap();
    assert_eq!(hidden(), None);
    browser.save_at_once(&answers("second ü", 1));
    assert!(hidden().is_some_and(|text| !text.contains("email") && !text.contains("second")));
    let after = self::browser("goes");
    assert_eq!(after.restore().await.unwrap(), Some(answers("second ü", 1)));
    after.save(answers("third", 1), false).await.unwrap();
    assert_eq!(hidden(), None);
    let after = self::browser("goes");
    assert_eq!(after.restore().await.unwrap(), Some(answers("third", 1)));
    after.erase().await;
    assert_eq!(self::browser("goes").restore().await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_key_stream_is_never_used_twice() {
    let storage = web_sys::window().unwrap().session_storage().unwrap().unwrap();
    let hidden = || storage.get_item("eh-wizard:twice:last").unwrap();
    let browser = browser("twice");
    browser.save(answers("one", 1), false).await.unwrap();
    browser.save_at_once(&answers("two", 1));
    let first = hidden();
    browser.save_at_once(&answers("six", 1));
    assert_eq!(hidden(), first);
    browser.erase().await;
    assert_eq!(hidden(), None);
}
