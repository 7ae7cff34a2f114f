//! Checks files that the applicant chose by their content, not their name, and accepts or refuses them.

use js_sys::{ArrayBuffer, JsString};
use web_sys::{Blob, HtmlCanvasElement};

use super::files::Files;
use super::image::{Drawn, FINE_QUALITY};
use super::pdf::Pdf;
use super::script::{BoxFuture, JsError};
use super::{clock, crypto, image, script};
use crate::domain::application::is_file_accepted;
use crate::domain::draft::DocumentDraft;
use crate::domain::offer::Attachments;
use crate::domain::redaction::{Flaw, RawScan, RedactedScan};
use crate::domain::rules::{Place, Rule};
use crate::domain::scheme::{DocumentKind, FileName, JpegEnd, MediaType, pdf_may_be_encrypted};
use crate::domain::submission::SubmittedFile;
use crate::web::wizard::{Accepted, AcceptedFile, ChosenFile, Photo, Refusal};

/// How many bytes are read at a time: of most files only the beginning and the end.
const PIECE: f64 = 65_536.0;
/// Maximum size of an image, in bytes; redrawing makes it smaller.
const MAX_IMAGE_BYTES: u64 = 50 * 1024 * 1024;
/// JPEG quality of images that are sent: small print stays legible.
const QUALITY: f64 = 0.85;

/// Accepts or refuses a chosen file. Of a copy of an identity document only the pixels are kept, for covering.
pub(super) async fn accept(
    files: &Files,
    file: ChosenFile,
    place: Place,
    limits: &Attachments,
) -> Result<AcceptedFile, Refusal> {
    let kind = kind(place)?;
    let head = checked(&file, kind, limits).await?;
    if kind.is_id_copy() && MediaType::sniff(&head) == Some(MediaType::Pdf) {
        let pdf = Pdf::open(&file).await.map_err(|rule| (rule, String::new()))?;
        return pages(files, &pdf, &named(&file, MediaType::Jpeg), limits).await.map(AcceptedFile::Scans);
    }
    let (blob, media_type, flaws) = match MediaType::sniff(&head) {
        Some(MediaType::Pdf) => (file.clone().into(), MediaType::Pdf, Vec::new()),
        media_type => {
            let (side, quality) = if kind.is_id_copy() {
                // Larger than what is sent, because only a part of the photo is the document.
                (limits.max_side + limits.max_side / 2, FINE_QUALITY)
            } else {
                (limits.max_side, QUALITY)
            };
            let drawn = image::redrawn(&file, media_type, &head, [side, limits.min_side], quality).await;
            let Drawn { blob, flaws } = drawn.map_err(|refusal| match media_type {
                Some(_) => refusal,
                None => (Rule::DocumentHeic, String::new()),
            })?;
            (blob, MediaType::Jpeg, flaws)
        }
    };
    let file_name = named(&file, media_type);
    if kind.is_id_copy() {
        return Ok(AcceptedFile::Scans(vec![hold_photo(files, blob, file_name, flaws)?]));
    }
    let buffer = script::bytes(&blob).await.map_err(|_| gone())?;
    // A file on the device may change later; these bytes do not.
    let blob = script::blob(&buffer, media_type.code()).map_err(|_| not_drawn())?;
    is_file_accepted(kind, media_type, script::count(blob.size()), limits)?;
    let document = hold(files, (blob, buffer), file_name, media_type, place).await?;
    Ok(AcceptedFile::Document(Accepted { document, flaws }))
}

/// Draws the first pages of a PDF, for covering: as many as a document may have.
async fn pages(
    files: &Files,
    pdf: &Pdf,
    file_name: &str,
    limits: &Attachments,
) -> Result<Vec<RawScan<Photo>>, Refusal> {
    let most = u32::try_from(limits.max_files).unwrap_or(u32::MAX);
    let mut drawn = Vec::new();
    for page in 0..pdf.pages().min(most) {
        let mut one = pdf.draw(page).await.map_err(|rule| (rule, String::new()))?;
        one.flaws.extend((pdf.pages() > most).then_some(Flaw::PagesLeftOut));
        drawn.push(one);
    }
    drawn.into_iter().map(|Drawn { blob, flaws }| hold_photo(files, blob, file_name.to_owned(), flaws)).collect()
}

fn hold_photo(files: &Files, blob: Blob, file_name: String, flaws: Vec<Flaw>) -> Result<RawScan<Photo>, Refusal> {
    let id = clock::new_id();
    let address = files.hold(&id, blob).ok_or_else(not_drawn)?;
    Ok(RawScan::new(Photo { id, address, file_name, flaws }))
}

/// Accepts or refuses a covered copy of an identity document.
pub(super) async fn accept_scan(
    files: &Files,
    scan: RedactedScan<HtmlCanvasElement>,
    place: Place,
    file_name: String,
    limits: &Attachments,
) -> Result<DocumentDraft, Refusal> {
    let media_type = MediaType::Jpeg;
    let mut document = accept_drawing(files, scan.into_image(), place, file_name, media_type).await?;
    if let Err(refusal) = is_file_accepted(kind(place)?, media_type, document.size_bytes, limits) {
        files.release(&document.id);
        return Err(refusal);
    }
    document.shielded = true;
    Ok(document)
}

/// Accepts a drawing on a canvas.
pub(super) fn accept_drawing(
    files: &Files,
    canvas: HtmlCanvasElement,
    place: Place,
    file_name: String,
    media_type: MediaType,
) -> BoxFuture<'_, Result<DocumentDraft, Refusal>> {
    Box::pin(async move {
        let quality = (media_type == MediaType::Jpeg).then_some(QUALITY);
        let blob = image::encoded(&canvas, media_type.code(), quality).await.map_err(|_| not_drawn())?;
        let buffer = script::bytes(&blob).await.map_err(|_| not_drawn())?;
        hold(files, (blob, buffer), file_name, media_type, place).await
    })
}

/// Holds a file again whose bytes are gone, as it was or as it is when it is redrawn; false if it is another one.
pub(super) async fn bring_back(
    files: &Files,
    file: ChosenFile,
    wanted: &SubmittedFile,
    place: Place,
    limits: &Attachments,
) -> bool {
    let is_wanted = |size_bytes: u64, sha256: &str| size_bytes == wanted.size_bytes && sha256 == wanted.sha256;
    let Ok(buffer) = script::bytes(&file).await else { return false };
    let Ok(sha256) = crypto::sha256(&buffer).await else { return false };
    if is_wanted(script::count(file.size()), &sha256) {
        let blob = script::blob(&buffer, &wanted.media_type);
        return blob.is_ok_and(|blob| {
            files.hold(&wanted.id, blob);
            true
        });
    }
    let Ok(AcceptedFile::Document(Accepted { document, .. })) = accept(files, file, place, limits).await else {
        return false;
    };
    let redrawn = files.blob(&document.id).filter(|_| is_wanted(document.size_bytes, &document.sha256));
    files.release(&document.id);
    redrawn.is_some_and(|blob| {
        files.hold(&wanted.id, blob);
        true
    })
}

/// Checks that a file is whole and of a type that is accepted; returns its first bytes.
fn checked<'a>(file: &'a Blob, kind: DocumentKind, limits: &'a Attachments) -> BoxFuture<'a, Result<Vec<u8>, Refusal>> {
    Box::pin(checking(file, kind, limits))
}

async fn checking(file: &Blob, kind: DocumentKind, limits: &Attachments) -> Result<Vec<u8>, Refusal> {
    let size = file.size();
    if size <= 0.0 {
        return Err((Rule::DocumentEmpty, String::new()));
    }
    let head = script::part(file, 0.0, PIECE).await.map_err(|_| gone())?;
    let media_type = MediaType::sniff(&head);
    if media_type.is_none() && !MediaType::is_heic(&head) {
        return Err((Rule::DocumentType, "JPEG, PNG, PDF".to_owned()));
    }
    if media_type == Some(MediaType::Pdf) {
        // Only pictures of its pages are sent of a copy of an identity document.
        let sent_as = if kind.is_id_copy() { MediaType::Jpeg } else { MediaType::Pdf };
        is_file_accepted(kind, sent_as, script::count(size), limits)?;
    } else if script::count(size) > MAX_IMAGE_BYTES {
        return Err((Rule::DocumentTooLarge, MAX_IMAGE_BYTES.to_string()));
    }
    let tail = script::part(file, (size - PIECE).max(0.0), size).await.map_err(|_| gone())?;
    let is_complete = match media_type {
        Some(MediaType::Jpeg) => jpeg_ends(file).await.map_err(|_| gone())?,
        Some(media_type) => media_type.is_complete(&tail),
        None => true,
    };
    if !is_complete {
        return Err((Rule::DocumentTruncated, String::new()));
    }
    let may_be_encrypted =
        media_type == Some(MediaType::Pdf) && (pdf_may_be_encrypted(&head) || pdf_may_be_encrypted(&tail));
    if may_be_encrypted && !kind.is_id_copy() {
        // A PDF that only restricts printing opens without a password.
        if let Err(rule @ (Rule::DocumentEncrypted | Rule::DocumentNotDrawn)) = Pdf::open(file).await {
            return Err((rule, String::new()));
        }
    }
    Ok(head)
}

/// Whether a JPEG has its end.
async fn jpeg_ends(file: &Blob) -> Result<bool, JsError> {
    let (mut end, mut at) = (JpegEnd::default(), 0.0);
    while at < file.size() {
        if end.is_in(&script::part(file, at, at + PIECE).await?) {
            return Ok(true);
        }
        at += PIECE;
    }
    Ok(false)
}

/// Stores the bytes of a file, and describes it as a document.
fn hold<'a>(
    files: &'a Files,
    bytes: (Blob, ArrayBuffer),
    file_name: String,
    media_type: MediaType,
    place: Place,
) -> BoxFuture<'a, Result<DocumentDraft, Refusal>> {
    Box::pin(holding(files, bytes, file_name, media_type, place))
}

async fn holding(
    files: &Files,
    (blob, buffer): (Blob, ArrayBuffer),
    file_name: String,
    media_type: MediaType,
    place: Place,
) -> Result<DocumentDraft, Refusal> {
    let kind = kind(place)?;
    let sha256 = crypto::sha256(&buffer).await.map_err(|_| not_drawn())?;
    let mut document = DocumentDraft {
        id: clock::new_id(),
        kind: Some(kind),
        of: String::new(),
        file_name,
        media_type: media_type.code().to_owned(),
        size_bytes: script::count(blob.size()),
        sha256,
        shielded: false,
    };
    document.set_place(place);
    files.hold(&document.id, blob);
    Ok(document)
}

/// A name that can be sent, with the extension of the actual type.
fn named(file: &ChosenFile, media_type: MediaType) -> String {
    let cleaned = FileName::cleaned(&String::from(JsString::from(file.name()).normalize("NFC")));
    let stem = cleaned.as_str().rsplit_once('.').map_or(cleaned.as_str(), |(stem, _)| stem);
    FileName::cleaned(&format!("{stem}.{}", media_type.extension())).as_str().to_owned()
}

fn kind(place: Place) -> Result<DocumentKind, Refusal> {
    DocumentKind::of_question(place.question).ok_or((Rule::DocumentNotAsked, String::new()))
}

/// This device cannot redraw the file now.
fn not_drawn() -> Refusal {
    (Rule::DocumentNotDrawn, String::new())
}

/// The file can no longer be read from the device.
fn gone() -> Refusal {
    (Rule::DocumentGone, String::new())
}
