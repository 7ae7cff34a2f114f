//! Reads a posted form: the application first, then its documents, none larger than it may be.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::offer::Attachments;
use eherkenning_wizard::domain::rules::{Issues, Place, Question, Rule};
use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::domain::verdict::{MAX_APPLICATION_BYTES, Unjudged, read_application};
use sha2::{Digest, Sha256};

use crate::problem::Problem;

/// What was posted.
pub struct Received {
    /// The application, byte for byte.
    pub application: Bytes,
    /// What it says.
    pub unjudged: Unjudged,
    /// The documents, by the lower-case id under which they came.
    pub parts: BTreeMap<String, Part>,
}

/// A document as it came.
pub struct Part {
    /// Its bytes.
    pub bytes: Bytes,
    /// Their digest, hexadecimal.
    pub sha256: String,
    /// The media type that the part says it has.
    pub media_type: String,
}

/// Reads all parts of a form.
///
/// What is too large is read to its end without being kept, because a browser sees the answer only then.
///
/// # Errors
/// A problem when the form cannot be read, has parts that were not announced, or parts that are too large.
pub async fn receive(mut form: Multipart, limits: &Attachments) -> Result<Received, Problem> {
    let first = next(&mut form).await?.filter(|field| field.name() == Some("application"));
    let Some(first) = first else {
        return Err(Problem::bad_request("application_missing", "The first part must be named application"));
    };
    if media_type(&first) != "application/json" {
        let title = "The part application must be of type application/json";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "application_type", title));
    }
    let Some(application) = read(first, MAX_APPLICATION_BYTES).await? else {
        let title = "The part application is too large";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "application_too_large", title));
    };
    let unjudged = parse(&application)?;

    let draft = &unjudged.draft;
    let lang = draft.language.unwrap_or(Lang::Nl);
    let places = announced(draft);
    let mut parts = BTreeMap::new();
    let mut issues = Issues::default();
    let mut room = usize::try_from(limits.max_total_bytes).unwrap_or(usize::MAX);
    let most = usize::try_from(limits.max_bytes).unwrap_or(usize::MAX);
    while let Some(field) = next(&mut form).await? {
        let id = field.name().unwrap_or_default().to_ascii_lowercase();
        let Some(place) = places.get(&id).copied() else {
            return Err(Problem::bad_request("part_unexpected", "A part came that the application does not announce"));
        };
        if parts.contains_key(&id) {
            return Err(Problem::bad_request("part_twice", "A document came twice"));
        }
        let media_type = media_type(&field);
        match read(field, most.min(room)).await? {
            Some(bytes) => {
                room = room.saturating_sub(bytes.len());
                let sha256 = hex::encode(Sha256::digest(&bytes));
                parts.insert(id, Part { bytes, sha256, media_type });
            }
            None if most <= room => issues.add_with(place, Rule::DocumentTooLarge, limits.max_bytes.to_string()),
            None => {
                issues.add_with(Question::Documents, Rule::DocumentsTooLarge, limits.max_total_bytes.to_string());
            }
        }
    }
    if issues.is_empty() {
        return Ok(Received { application, unjudged, parts });
    }
    Err(Problem::too_large(&issues, lang))
}

/// Reads an application as every backend does.
fn parse(application: &[u8]) -> Result<Unjudged, Problem> {
    let title = "The part application is not an application";
    match read_application(application) {
        Err(unreadable) => Err(Problem::bad_request("application_unreadable", title).at(unreadable)),
        // Nothing of it was read, its number and documents neither.
        Ok(unjudged) if unjudged.is_foreign() => {
            Err(Problem::issues(unjudged.unknown(), Lang::Nl, Addressee::default()))
        }
        Ok(unjudged) => Ok(unjudged),
    }
}

/// Where each document that the application announces stands, by its id.
fn announced(draft: &Draft) -> BTreeMap<String, Place> {
    let place = |place: Option<Place>| place.unwrap_or_else(|| Question::Documents.into());
    draft.documents.iter().map(|document| (document.id.to_ascii_lowercase(), place(document.place()))).collect()
}

async fn next(form: &mut Multipart) -> Result<Option<Field<'_>>, Problem> {
    form.next_field().await.map_err(|error| unreadable(&error))
}

/// The bytes of a part; nothing when there are more than `most`.
async fn read(mut field: Field<'_>, most: usize) -> Result<Option<Bytes>, Problem> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
        fits &= chunk.len() <= most.saturating_sub(bytes.len());
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then(|| bytes.into()))
}

/// The type of a part, without its parameters.
fn media_type(field: &Field<'_>) -> String {
    let full = field.content_type().unwrap_or_default();
    full.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn unreadable(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "request_too_large", "The request is too large")
        }
        _ => Problem::bad_request("form_unreadable", "The form is cut off or not multipart/form-data"),
    }
}
