//! Sealing and opening handovers: one document at a time, and none of it in WebAssembly memory.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, CryptoKey};

use super::files::Files;
use super::script::{self, BoxFuture, JsError};
use super::{clock, crypto, fetch};
use crate::domain::draft::DocumentDraft;
use crate::domain::handover::{
    self, BoxPlace, CHECK_BYTES, CHECK_INFO, Clear, Envelope, Fault, Handover, Header, KEY_INFO, MAX_CLEAR_BYTES,
    Passphrase, ROUNDS, ReceivedClear, WordList,
};
use crate::domain::scheme::{Date, Lang, MediaType};
use crate::web::wizard::{NotOpened, Unsealed};

/// The type of a sealed file: bytes that only our own programs can read.
const MEDIA_TYPE: &str = "application/octet-stream";

/// Maximum size of a list of words, in bytes.
const MAX_LIST_BYTES: usize = 64 * 1024;

/// What a passphrase opens, and what tells whether it is the right one.
struct Keys {
    key: CryptoKey,
    check: [u8; CHECK_BYTES],
}

#[wasm_bindgen]
extern "C" {
    /// The bundle has this function: `public/word-list.js`.
    #[wasm_bindgen(js_name = wordList)]
    fn word_list(lang: &str) -> String;
}

/// The lists of words that were fetched. They are kept: an application that cannot be sent, because there is no network, can
/// be saved all the same.
#[derive(Default)]
pub(super) struct WordLists(RefCell<Vec<(Lang, String)>>);

impl WordLists {
    /// Makes up a passphrase from the words of a language, or of another one that is here if they cannot be fetched.
    pub async fn passphrase(&self, lang: Lang) -> Option<String> {
        if !self.0.borrow().iter().any(|(here, _)| *here == lang) {
            let fetched = fetch::load_json(&word_list(lang.code()), MAX_LIST_BYTES).await.ok();
            let usable = fetched.filter(|words| WordList::parse(words).is_some());
            self.0.borrow_mut().extend(usable.map(|words| (lang, words)));
        }
        let lists = self.0.borrow();
        let (_, words) = lists.iter().find(|(here, _)| *here == lang).or(lists.first())?;
        WordList::parse(words)?.passphrase(&crypto::random::<64>()?)
    }
}

/// Seals a handover with the files of its documents, which must all be held.
pub(super) async fn seal(
    files: &Files,
    handover: &Handover,
    passphrase: &Passphrase,
    ends_on: Date,
) -> Result<Blob, JsError> {
    let header = Header { salt: crypto::random().ok_or(JsError)?, nonce: crypto::random().ok_or(JsError)?, ends_on };
    let keys = keys(passphrase, &header.salt).await?;
    let content = handover.to_json();
    let clear = Clear::new(header, keys.check, content.len()).map_err(|_| JsError)?;
    let sum = crypto::digest(&clear.to_sum()).await?;
    let envelope = clear.summed(sum);
    let parts = Array::of1(&Uint8Array::from(envelope.bytes()));
    let content = Uint8Array::from(content.as_bytes());
    let sealed = crypto::seal_box(&keys.key, &envelope.nonce(0), envelope.bytes(), &content).await?;
    parts.push(&sealed);
    for (document, number) in handover.draft.documents.iter().zip(1..) {
        let bytes = script::bytes(&files.blob(&document.id).ok_or(JsError)?).await?;
        let sealed = crypto::seal_box(&keys.key, &envelope.nonce(number), envelope.bytes(), &bytes).await?;
        // The browser may keep blobs elsewhere than in memory.
        let sealed = script::blob(&sealed, MEDIA_TYPE)?;
        parts.push(&sealed);
    }
    let bag: BlobPropertyBag = script::options(&[("type", MEDIA_TYPE.into())]);
    Ok(Blob::new_with_blob_sequence_and_options(&parts, &bag)?)
}

/// Opens a file that was sealed for this supplier. Nothing is held yet.
pub(super) async fn open(file: &Blob, passphrase: &Passphrase, supplier: &str) -> Result<Unsealed, NotOpened> {
    let size = script::count(file.size());
    let start = part(file, 0, u64::try_from(MAX_CLEAR_BYTES).unwrap_or(u64::MAX)).await?;
    let received = ReceivedClear::read(&Uint8Array::new(&start).to_vec())?;
    let sum = crypto::digest(&received.to_sum()).await?;
    let envelope = received.checked(sum, size)?;
    let keys = keys(passphrase, &envelope.header().salt).await?;
    envelope.check_key(keys.check)?;
    let content = unsealed(file, &keys.key, &envelope, envelope.content_box()).await?;
    let content = Uint8Array::new(&content).to_vec();
    let opened = Handover::read(&content, Some(supplier), envelope.header().ends_on, clock::today())?;
    let documents = &opened.handover.draft.documents;
    let mut files = Vec::new();
    for (document, place) in documents.iter().zip(envelope.document_boxes(documents, size)?) {
        let bytes = unsealed(file, &keys.key, &envelope, place).await?;
        files.push((document.id.clone(), checked(document, &bytes).await?));
    }
    Ok(Unsealed { opened, files })
}

/// The file of an opened document, if it is the one that the application describes.
fn checked<'a>(document: &'a DocumentDraft, bytes: &'a js_sys::ArrayBuffer) -> BoxFuture<'a, Result<Blob, NotOpened>> {
    Box::pin(async move {
        let size = usize::try_from(bytes.byte_length()).unwrap_or(usize::MAX);
        handover::check_document(document, size, &crypto::sha256(bytes).await?)?;
        // What somebody else calls a page must not be opened as one, as part of ours.
        let media_type = MediaType::from_code(&document.media_type).map_or(MEDIA_TYPE, MediaType::code);
        Ok(script::blob(bytes, media_type)?)
    })
}

fn keys<'a>(passphrase: &'a Passphrase, salt: &'a [u8]) -> BoxFuture<'a, Result<Keys, JsError>> {
    Box::pin(async move {
        let secret = crypto::stretched(passphrase.as_str(), salt, ROUNDS).await?;
        let key = crypto::expanded(&secret, KEY_INFO).await?;
        Ok(Keys { key: crypto::key(&key).await?, check: crypto::expanded(&secret, CHECK_INFO).await? })
    })
}

fn unsealed<'a>(
    file: &'a Blob,
    key: &'a CryptoKey,
    envelope: &'a Envelope,
    BoxPlace { number, start, length }: BoxPlace,
) -> BoxFuture<'a, Result<js_sys::ArrayBuffer, NotOpened>> {
    Box::pin(async move {
        let sealed = part(file, start, start.saturating_add(length)).await?;
        let opening = crypto::open_box(key, &envelope.nonce(number), envelope.bytes(), &sealed);
        opening.await.map_err(|_| NotOpened::Fault(Fault::Damaged))
    })
}

/// A part of a file, in JavaScript memory.
#[expect(clippy::cast_precision_loss, reason = "a file has far less than 2^53 bytes")]
fn part(file: &Blob, from: u64, to: u64) -> BoxFuture<'_, Result<js_sys::ArrayBuffer, JsError>> {
    Box::pin(async move { script::bytes(&file.slice_with_f64_and_f64(from as f64, to as f64)?).await })
}

impl From<Fault> for NotOpened {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<JsError> for NotOpened {
    fn from(_: JsError) -> Self {
        Self::Unavailable
    }
}
