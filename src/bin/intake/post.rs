//! `POST /applications`: read, check, store.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use eherkenning_wizard::domain::application::SignedApplication;
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::scheme::{Lang, MediaType, Uuid};
use serde_json::json;
use tower_http::timeout::TimeoutBody;

use crate::app::App;
use crate::examine::examine;
use crate::fingerprint::fingerprint;
use crate::problem::Problem;
use crate::receive::{Received, receive};
use crate::store::{Found, SaveError, Saved, Submission};

/// The header that makes retries safe (draft-ietf-httpapi-idempotency-key-header).
pub const KEY: &str = "idempotency-key";

/// Receives an application.
///
/// A known key is answered from the store without checking again, because an application that was valid when it was
/// stored may break a rule today.
///
/// # Errors
/// A problem: this request did not store the application.
pub async fn post(State(app): State<Arc<App>>, request: Request) -> Result<Response, Problem> {
    let key = key(request.headers())?;
    if !is_form(request.headers()) {
        let title = "An application is posted as multipart/form-data";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "form_expected", title));
    }
    let Ok(permit) = app.receiving.clone().try_acquire_owned() else {
        let title = "Too many requests at once";
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "busy", title).retry_after(2));
    };
    let idle_timeout = app.idle_timeout;
    let request = request.map(|body| Body::new(TimeoutBody::new(idle_timeout, body)));
    let form = Multipart::from_request(request, &()).await;
    let form = form.map_err(|_| Problem::bad_request("form_unreadable", "The form has no boundary"))?;
    let received = receive(form, &app.offer.attachments).await?;
    if !received.unjudged.draft.id.eq_ignore_ascii_case(&key) {
        let title = "The header Idempotency-Key and the id of the application differ";
        return Err(Problem::bad_request("idempotency_key_differs", title));
    }
    let documents = received.parts.iter().map(|(id, part)| (id.as_str(), part.sha256.as_str()));
    let fingerprint = fingerprint(&received.application, documents);
    match app.store.find(&key).await.map_err(store_unavailable)? {
        Found::Nothing => {}
        found => return respond(Saved::Found(found), &fingerprint),
    }
    let submission = check(&app, received, fingerprint.clone()).await?;
    // A task of its own, so that storing finishes when the client disconnects and a retry finds the result.
    let saving = tokio::spawn(async move {
        let saved = app.store.save(&submission).await;
        drop(permit);
        saved
    });
    match saving.await.map_err(outcome_unknown)? {
        Ok(saved) => respond(saved, &fingerprint),
        Err(SaveError::NotStored(error)) => Err(store_unavailable(error)),
        Err(SaveError::Unknown(error)) => Err(outcome_unknown(error)),
    }
}

/// The key of a request: a UUID, plain or as a quoted string.
///
/// # Errors
/// When there is no key, more than one, or one that is not a UUID.
pub fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let mut keys = headers.get_all(KEY).iter();
    let (Some(key), None) = (keys.next(), keys.next()) else {
        let title = "Exactly one Idempotency-Key header is required";
        return Err(Problem::bad_request("idempotency_key_missing", title));
    };
    let text = key.to_str().unwrap_or_default().trim();
    let plain = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let key = Uuid::parse(plain);
    let key = key.map_err(|_| Problem::bad_request("idempotency_key_shape", "The Idempotency-Key must be a UUID"))?;
    Ok(key.as_str().to_owned())
}

fn is_form(headers: &HeaderMap) -> bool {
    let full = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    full.split(';').next().is_some_and(|essence| essence.trim().eq_ignore_ascii_case("multipart/form-data"))
}

/// Runs all checks on a blocking thread, a few applications at a time because decoding images takes memory.
async fn check(app: &Arc<App>, received: Received, fingerprint: String) -> Result<Submission, Problem> {
    let permit = app.examining.clone().acquire_owned().await.map_err(store_unavailable)?;
    let facts = app.facts();
    let lang = received.unjudged.draft.language.unwrap_or(Lang::Nl);
    let draft = received.unjudged.draft.clone();
    let examined = tokio::task::spawn_blocking(move || {
        let examined = examine(&received, &facts);
        drop(permit);
        examined.map(|signed| submission(received, &signed, fingerprint))
    });
    examined.await.map_err(store_unavailable)?.map_err(|issues| Problem::issues(&issues, lang, Addressee::of(&draft)))
}

fn submission(received: Received, signed: &SignedApplication, fingerprint: String) -> Submission {
    let documents = received.parts.into_iter().map(|(id, part)| {
        let extension = match MediaType::from_code(&part.media_type) {
            Some(MediaType::Jpeg) => "jpg",
            Some(MediaType::Png) => "png",
            Some(MediaType::Pdf) => "pdf",
            None => "bin",
        };
        (format!("{id}.{extension}"), part.bytes)
    });
    Submission {
        id: signed.id().to_owned(),
        fingerprint,
        level: signed.application().purpose().level,
        application: received.application,
        documents: documents.collect(),
    }
}

fn respond(saved: Saved, fingerprint: &str) -> Result<Response, Problem> {
    let (status, reference) = match saved {
        Saved::New(reference) => (StatusCode::CREATED, reference),
        Saved::Found(Found::Stored(receipt)) if receipt.fingerprint == fingerprint => {
            (StatusCode::OK, receipt.reference)
        }
        Saved::Found(Found::Stored(_)) => {
            let title = "This idempotency key was used with another application";
            return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", title));
        }
        Saved::Found(Found::InProgress(left)) => {
            let title = "An application with this key is still being processed";
            return Err(Problem::new(StatusCode::CONFLICT, "still_processing", title).retry_after(whole_seconds(left)));
        }
        Saved::Found(Found::Nothing) => return Err(store_unavailable("the attempt was abandoned")),
    };
    Ok((status, Json(json!({ "reference": reference }))).into_response())
}

/// At least one second, rounded up.
fn whole_seconds(duration: Duration) -> u16 {
    duration.as_millis().div_ceil(1000).max(1).try_into().unwrap_or(u16::MAX)
}

/// The store failed and this request has stored nothing.
pub fn store_unavailable(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "store unavailable");
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "out_of_order", "Store unavailable").retry_after(5)
}

/// The store failed and the application may count as stored.
fn outcome_unknown(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "store unavailable, outcome unknown");
    let title = "Store unavailable; the application may be stored";
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "outcome_unknown", title).retry_after(5)
}
