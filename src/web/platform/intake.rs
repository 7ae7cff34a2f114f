//! Takes in a file that the applicant chose: by its content, not by its name.

use js_sys::ArrayBuffer;
use web_sys::{Blob, HtmlCanvasElement};

use super::files::Files;
use super::script::Work;
use super::{clock, crypto, image, script};
use crate::domain::application::is_file_accepted;
use crate::domain::catalogue::Attachments;
use crate::domain::draft::DocumentDraft;
use crate::domain::rules::{Place, Rule};
use crate::domain::scheme::{DocumentKind, FileName, MediaType, pdf_is_encrypted};
use crate::web::wizard::{ChosenFile, Refusal, Taken};

/// How much is read of the beginning and of the end, in bytes.
const ENDS: f64 = 65_536.0;
/// The largest image that is taken in, in bytes; drawn anew it becomes smaller.
const LARGEST_IMAGE: u64 = 50 * 1024 * 1024;

/// Takes in a chosen file.
pub(super) async fn take(
    files: &Files,
    file: ChosenFile,
    place: Place,
    limits: &Attachments,
) -> Result<Taken, Refusal> {
    let kind = kind(place)?;
    let name = file.name();
    let (blob, media_type) = checked(&file, kind, limits).await?;
    let buffer = script::bytes(&blob).await.map_err(|_| gone())?;
    // A file of the device may change later; these bytes do not.
    let blob = script::blob(&buffer, media_type.code()).map_err(|_| unreadable())?;
    is_file_accepted(kind, media_type, script::count(blob.size()), limits)?;
    keep(files, (blob, buffer), named(&name, media_type), media_type, place).await
}

/// Takes in a drawn signature.
pub(super) async fn take_drawing(files: &Files, canvas: HtmlCanvasElement, place: Place) -> Result<Taken, Refusal> {
    let media_type = MediaType::Png;
    let blob = image::encoded(&canvas, media_type.code(), None).await.map_err(|_| unreadable())?;
    let buffer = script::bytes(&blob).await.map_err(|_| unreadable())?;
    keep(files, (blob, buffer), "signature.png".to_owned(), media_type, place).await
}

/// The bytes that are taken for a file: its own for a PDF, drawn anew for an image.
async fn checked(file: &Blob, kind: DocumentKind, limits: &Attachments) -> Result<(Blob, MediaType), Refusal> {
    let size = file.size();
    if size <= 0.0 {
        return Err((Rule::DocumentEmpty, String::new()));
    }
    let head = script::part(file, 0.0, ENDS).await.map_err(|_| gone())?;
    let media_type = MediaType::sniff(&head);
    if media_type.is_none() && !MediaType::is_heic(&head) {
        let types = if kind.is_id_copy() { "JPEG, PNG" } else { "JPEG, PNG, PDF" };
        return Err((Rule::DocumentType, types.to_owned()));
    }
    if media_type == Some(MediaType::Pdf) {
        is_file_accepted(kind, MediaType::Pdf, script::count(size), limits)?;
    } else if script::count(size) > LARGEST_IMAGE {
        return Err((Rule::DocumentTooLarge, LARGEST_IMAGE.to_string()));
    }
    let tail = script::part(file, (size - ENDS).max(0.0), size).await.map_err(|_| gone())?;
    if media_type.is_some_and(|media_type| !media_type.is_complete(&tail)) {
        return Err((Rule::DocumentTruncated, String::new()));
    }
    if media_type != Some(MediaType::Pdf) {
        let drawn = image::redrawn(file, media_type, &head, limits).await;
        let drawn = drawn.map_err(|refusal| match media_type {
            Some(_) => refusal,
            None => (Rule::DocumentHeic, String::new()),
        });
        return Ok((drawn?, MediaType::Jpeg));
    }
    if pdf_is_encrypted(&head) || pdf_is_encrypted(&tail) {
        return Err((Rule::DocumentEncrypted, String::new()));
    }
    Ok((file.clone(), MediaType::Pdf))
}

fn keep<'a>(
    files: &'a Files,
    bytes: (Blob, ArrayBuffer),
    file_name: String,
    media_type: MediaType,
    place: Place,
) -> Work<'a, Result<Taken, Refusal>> {
    Box::pin(kept(files, bytes, file_name, media_type, place))
}

async fn kept(
    files: &Files,
    (blob, buffer): (Blob, ArrayBuffer),
    file_name: String,
    media_type: MediaType,
    place: Place,
) -> Result<Taken, Refusal> {
    let kind = kind(place)?;
    let of = place.to_string();
    let sha256 = crypto::sha256(&buffer).await.map_err(|_| unreadable())?;
    let document = DocumentDraft {
        id: clock::new_id(),
        kind: Some(kind),
        of: of.splitn(3, '.').nth(2).unwrap_or_default().to_owned(),
        file_name,
        media_type: media_type.code().to_owned(),
        size_bytes: script::count(blob.size()),
        sha256,
        shielded: false,
    };
    let preview = files.hold(&document.id, blob);
    Ok(Taken { document, preview })
}

/// A name that can be sent, with the ending of what the file is.
fn named(given: &str, media_type: MediaType) -> String {
    let cleaned = FileName::cleaned(given);
    let stem = cleaned.as_str().rsplit_once('.').map_or(cleaned.as_str(), |(stem, _)| stem);
    let ending = match media_type {
        MediaType::Jpeg => "jpg",
        MediaType::Png => "png",
        MediaType::Pdf => "pdf",
    };
    FileName::cleaned(&format!("{stem}.{ending}")).as_str().to_owned()
}

fn kind(place: Place) -> Result<DocumentKind, Refusal> {
    DocumentKind::of_question(place.question).ok_or((Rule::DocumentNotAsked, String::new()))
}

fn unreadable() -> Refusal {
    (Rule::DocumentUnreadable, String::new())
}

/// The device no longer gives the file out.
fn gone() -> Refusal {
    (Rule::DocumentGone, String::new())
}
