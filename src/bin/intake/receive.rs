//! Reads a posted form: first the application, then its documents, each within its size limit.

use std::collections::BTreeMap;
use std::error::Error;

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

use crate::arriving::{Arriving, Fault};
use crate::problem::Problem;

/// A posted form.
pub struct Received {
    /// The application, byte for byte.
    pub application: Bytes,
    /// The application, parsed but not checked.
    pub unjudged: Unjudged,
    /// The documents, by the name of their part in lower case.
    pub parts: BTreeMap<String, Part>,
}

/// A posted document.
pub struct Part {
    /// The content.
    pub bytes: Bytes,
    /// The SHA-256 digest of the content, hexadecimal.
    pub sha256: String,
    /// The media type that the part declares.
    pub media_type: String,
}

/// Reads all parts of a form.
///
/// A part that is too large is read to its end and discarded, because a browser reads the response only after it has
/// sent everything.
///
/// # Errors
/// A problem when the form cannot be read, has parts that the application does not list, or parts that are too large.
pub async fn receive(mut form: Multipart, arriving: &Arriving, limits: &Attachments) -> Result<Received, Problem> {
    let first = next(&mut form, arriving).await?.filter(|field| field.name() == Some("application"));
    let Some(first) = first else {
        return Err(Problem::bad_request("application_missing", "The first part must be named \"application\""));
    };
    if media_type(&first) != "application/json" {
        let title = "The part \"application\" must have the type application/json";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "application_type", title));
    }
    let Some(application) = read(first, MAX_APPLICATION_BYTES).await? else {
        let title = "The part \"application\" is too large";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "application_too_large", title));
    };
    let unjudged = parse(&application)?;

    let draft = &unjudged.draft;
    let lang = draft.language.unwrap_or(Lang::Nl);
    let places = document_places(draft);
    let mut parts = BTreeMap::new();
    let mut issues = Issues::default();
    let mut remaining = usize::try_from(limits.max_total_bytes).unwrap_or(usize::MAX);
    let max_bytes = usize::try_from(limits.max_bytes).unwrap_or(usize::MAX);
    while let Some(field) = next(&mut form, arriving).await? {
        let id = field.name().unwrap_or_default().to_ascii_lowercase();
        let Some(place) = places.get(&id).copied() else {
            return Err(Problem::bad_request("part_unexpected", "A part is not listed in the application"));
        };
        if parts.contains_key(&id) {
            return Err(Problem::bad_request("part_twice", "Duplicate part"));
        }
        let media_type = media_type(&field);
        match read(field, max_bytes.min(remaining)).await? {
            Some(bytes) => {
                remaining = remaining.saturating_sub(bytes.len());
                let sha256 = hex::encode(Sha256::digest(&bytes));
                parts.insert(id, Part { bytes, sha256, media_type });
            }
            None if max_bytes <= remaining => {
                issues.add_with(place, Rule::DocumentTooLarge, limits.max_bytes.to_string())
            }
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

fn parse(application: &[u8]) -> Result<Unjudged, Problem> {
    let title = "The application cannot be read";
    match read_application(application) {
        Err(unreadable) => Err(Problem::bad_request("application_unreadable", title).at(unreadable)),
        // The format is unknown, so neither the id nor the documents were read.
        Ok(unjudged) if unjudged.is_foreign() => {
            Err(Problem::issues(unjudged.unknown(), Lang::Nl, Addressee::default()))
        }
        Ok(unjudged) => Ok(unjudged),
    }
}

/// The place of each document that the application lists, by document id.
fn document_places(draft: &Draft) -> BTreeMap<String, Place> {
    let place = |place: Option<Place>| place.unwrap_or_else(|| Question::Documents.into());
    draft.documents.iter().map(|document| (document.id.to_ascii_lowercase(), place(document.place()))).collect()
}

async fn next<'a>(form: &'a mut Multipart, arriving: &Arriving) -> Result<Option<Field<'a>>, Problem> {
    arriving.expect_head(true);
    let field = form.next_field().await.map_err(|error| unreadable(&error));
    arriving.expect_head(false);
    field
}

/// The content of a part, or `None` when it is larger than `max_bytes`.
async fn read(mut field: Field<'_>, max_bytes: usize) -> Result<Option<Bytes>, Problem> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
        fits &= chunk.len() <= max_bytes.saturating_sub(bytes.len());
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then(|| bytes.into()))
}

/// The media type of a part, without parameters.
fn media_type(field: &Field<'_>) -> String {
    let full = field.content_type().unwrap_or_default();
    full.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn unreadable(error: &MultipartError) -> Problem {
    let mut causes = std::iter::successors(error.source(), |&cause| cause.source());
    match (causes.find_map(|cause| cause.downcast_ref()), error.status()) {
        (Some(Fault::Slow), _) => {
            Problem::new(StatusCode::REQUEST_TIMEOUT, "request_timeout", "The request stopped arriving, or is too slow")
        }
        (Some(Fault::Full), _) => Problem::busy(),
        (Some(Fault::HeadTooLong), _) => Problem::bad_request("form_unreadable", "The headers of a part are too long"),
        (None, StatusCode::PAYLOAD_TOO_LARGE) => {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "request_too_large", "The request is too large")
        }
        (None, _) => Problem::bad_request("form_unreadable", "The form is truncated or not multipart/form-data"),
    }
}
