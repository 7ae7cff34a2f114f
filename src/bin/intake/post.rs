//! `POST /applications`: read, check, keep.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::scheme::{Lang, MediaType, Uuid};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::app::App;
use crate::examine::examine;
use crate::problem::Problem;
use crate::receive::{Received, receive};
use crate::store::{Found, Outcome, Submission};

/// The header that makes sending twice harmless (draft-ietf-httpapi-idempotency-key-header).
pub const KEY: &str = "idempotency-key";

/// Takes an application in.
///
/// A key that is known is answered from what was kept, without asking the rules again: they may since hold no more.
///
/// # Errors
/// A problem; then the application does not count as kept.
pub async fn post(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let key = key(request.headers())?;
    if !is_form(request.headers()) {
        let title = "An application is posted as multipart/form-data";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "form_expected", title));
    }
    let Ok(place) = app.receiving.clone().try_acquire_owned() else {
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Too many at once").retry_after(2));
    };
    let form = Multipart::from_request(request, &()).await;
    let form = form.map_err(|_| Problem::bad_request("form_unreadable", "The form has no boundary"))?;
    let received = receive(form, &app.offer.attachments).await?;
    if !received.unjudged.draft.id.eq_ignore_ascii_case(&key) {
        let title = "The header Idempotency-Key and the id of the application differ";
        return Err(Problem::bad_request("idempotency_key_differs", title));
    }
    let fingerprint = fingerprint(&received);
    let found = app.store.find(&key, &fingerprint).await.map_err(out_of_order)?;
    let submission = match found {
        Found::Nothing => checked(&app, received, fingerprint).await?,
        // It was claimed, so every check had passed.
        Found::Abandoned(_) => submission(received, key, fingerprint),
        found => return answer(Outcome::Found(found)),
    };
    // Goes on when the applicant hangs up, so that the next request finds it done.
    let keeping = tokio::spawn(async move {
        let kept = app.store.keep(&submission).await;
        drop(place);
        kept
    });
    answer(keeping.await.map_err(out_of_order)?.map_err(out_of_order)?)
}

/// The key of a request: a UUID, plain or as a quoted string.
///
/// # Errors
/// There is none, there are several, or it is not a UUID.
pub fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let mut keys = headers.get_all(KEY).iter();
    let (Some(key), None) = (keys.next(), keys.next()) else {
        let title = "One header Idempotency-Key must name the application";
        return Err(Problem::bad_request("idempotency_key_missing", title));
    };
    let text = key.to_str().unwrap_or_default().trim();
    let plain = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let key = Uuid::parse(plain);
    let key = key.map_err(|_| Problem::bad_request("idempotency_key_shape", "The idempotency key must be a UUID"))?;
    Ok(key.as_str().to_owned())
}

fn is_form(headers: &HeaderMap) -> bool {
    let full = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    full.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case("multipart/form-data"))
}

/// Runs every check away from the threads that answer requests, a few at a time because images take memory.
async fn checked(app: &Arc<App>, received: Received, fingerprint: String) -> Result<Submission, Problem> {
    let place = app.examining.clone().acquire_owned().await.map_err(out_of_order)?;
    let facts = app.facts();
    let lang = received.unjudged.draft.language.unwrap_or(Lang::Nl);
    let draft = received.unjudged.draft.clone();
    let examined = tokio::task::spawn_blocking(move || {
        let examined = examine(&received, &facts);
        drop(place);
        examined.map(|signed| submission(received, signed.id().to_owned(), fingerprint))
    });
    examined.await.map_err(out_of_order)?.map_err(|issues| Problem::issues(&issues, lang, Addressee::of(&draft)))
}

fn submission(received: Received, id: String, fingerprint: String) -> Submission {
    let documents = received.parts.into_iter().map(|(id, part)| {
        let extension = match MediaType::from_code(&part.media_type) {
            Some(MediaType::Jpeg) => "jpg",
            Some(MediaType::Png) => "png",
            Some(MediaType::Pdf) => "pdf",
            None => "bin",
        };
        (format!("{id}.{extension}"), part.bytes)
    });
    Submission { id, fingerprint, application: received.application, documents: documents.collect() }
}

/// Tells these bytes from any others: a digest of the application and of the digests of its documents.
fn fingerprint(received: &Received) -> String {
    let mut digest = Sha256::new();
    digest.update(Sha256::digest(&received.application));
    for (id, part) in &received.parts {
        digest.update(format!("{id} {}\n", part.sha256));
    }
    hex::encode(digest.finalize())
}

fn answer(outcome: Outcome) -> Result<Response, Problem> {
    let (status, reference) = match outcome {
        Outcome::New(reference) => (StatusCode::CREATED, reference),
        Outcome::Found(Found::Kept(reference)) => (StatusCode::OK, reference),
        Outcome::Found(Found::Other) => {
            let title = "This idempotency key was used with another application";
            return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", title));
        }
        Outcome::Found(Found::Busy | Found::Nothing | Found::Abandoned(_)) => {
            let title = "This application is still being processed";
            return Err(Problem::new(StatusCode::CONFLICT, "still_processing", title).retry_after(1));
        }
    };
    Ok((status, Json(json!({ "reference": reference }))).into_response())
}

fn out_of_order(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "out of order");
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "out_of_order", "Applications cannot be kept now").retry_after(5)
}
