//! `POST /applications`: read, check, store.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::{ConnectInfo, Extension, FromRequest, Multipart, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use eherkenning_wizard::domain::application::SignedApplication;
use eherkenning_wizard::domain::journey::Addressee;
use eherkenning_wizard::domain::rules::Question;
use eherkenning_wizard::domain::scheme::{Lang, MediaType, Uuid};
use serde_json::json;
use tracing::Instrument;

use crate::app::App;
use crate::arriving::Arriving;
use crate::examine::{examine, megapixels};
use crate::fingerprint::fingerprint;
use crate::problem::Problem;
use crate::receive::{Received, receive};
use crate::scan::{Placed, scan};
use crate::store::{Found, SaveError, Saved, Submission};

/// The header that makes retries safe (draft-ietf-httpapi-idempotency-key-header).
pub const KEY: &str = "idempotency-key";

/// The reference in a response, for the log.
#[derive(Clone)]
pub struct Reference(pub String);

/// How long an application that has arrived waits for its turn to be checked and stored.
const TURN: Duration = Duration::from_secs(30);

/// How long storing may take until the response says that its outcome is unknown. Shorter than proxies wait.
const STORING: Duration = Duration::from_secs(90);

/// Receives an application.
///
/// A known key is answered from the store without checking again, because an application that was valid when it was
/// stored may break a rule today.
///
/// # Errors
/// A problem: this request did not store the application.
pub async fn post(
    State(app): State<Arc<App>>,
    ConnectInfo(connection): ConnectInfo<SocketAddr>,
    Extension(arriving): Extension<Arriving>,
    request: Request,
) -> Result<Response, Problem> {
    let client = app.clients.known_address(request.headers(), connection);
    app.post_limits.count(client, Instant::now()).map_err(too_many)?;
    let key = key(request.headers())?;
    if !is_form(request.headers()) {
        let title = "An application is posted as multipart/form-data";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "form_expected", title));
    }
    let _receiving = app.receiving.clone().try_acquire_owned().map_err(|_| Problem::busy())?;
    let form = Multipart::from_request(request, &()).await;
    let form = form.map_err(|_| Problem::bad_request("form_unreadable", "The form has no boundary"))?;
    let received = receive(form, &arriving, &app.offer.attachments).await?;
    if !received.unjudged.draft.id.eq_ignore_ascii_case(&key) {
        let title = "The header Idempotency-Key and the id of the application differ";
        return Err(Problem::bad_request("idempotency_key_differs", title));
    }
    let documents = received.parts.iter().map(|(id, part)| (id.as_str(), part.sha256.as_str()));
    let fingerprint = fingerprint(&received.application, documents);
    let turn = tokio::time::timeout(TURN, app.working.clone().acquire_owned()).await.map_err(|_| Problem::busy())?;
    let permit = turn.map_err(store_unavailable)?;
    match app.store.find(&key).await.map_err(store_unavailable)? {
        Found::Nothing => {}
        found => return respond(Saved::Found(found), &fingerprint),
    }
    app.space.check().await.map_err(store_unavailable)?;
    let Checked { mut submission, documents, lang } = check(&app, received, fingerprint.clone()).await?;
    scan(&app, &key, &documents, lang).await?;
    submission.is_announced = app.webhook.is_some();
    // A task of its own, so that storing finishes when the client disconnects and a retry finds the result.
    let saving = async move {
        let saved = app.store.save(&submission).await;
        if matches!(saved, Ok(Saved::New(_))) {
            app.metrics.stored.inc();
            app.webhook.iter().for_each(|webhook| webhook.news.notify_one());
        }
        drop(permit);
        saved
    };
    let saved = tokio::time::timeout(STORING, tokio::spawn(saving.in_current_span())).await.map_err(outcome_unknown)?;
    match saved.map_err(outcome_unknown)? {
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

/// An application that passed all checks.
struct Checked {
    submission: Submission,
    /// Its documents, to be scanned for viruses.
    documents: Vec<Placed>,
    lang: Lang,
}

/// Runs all checks on a blocking thread, a few applications at a time.
async fn check(app: &Arc<App>, received: Received, fingerprint: String) -> Result<Checked, Problem> {
    // Documents are decoded one after another, so the largest decides.
    let megapixels = received.parts.values().map(|part| megapixels(&part.bytes)).max().unwrap_or_default();
    let memory = app.megapixels.clone().acquire_many_owned(megapixels).await.map_err(store_unavailable)?;
    let permit = app.examining.clone().acquire_owned().await.map_err(store_unavailable)?;
    let facts = app.facts();
    let lang = received.unjudged.draft.language.unwrap_or(Lang::Nl);
    let draft = received.unjudged.draft.clone();
    let examined = tokio::task::spawn_blocking(move || {
        let examined = examine(&received, &facts);
        drop((permit, memory));
        examined.map(|signed| Checked {
            documents: placed(&received, &signed),
            submission: submission(received, &signed, fingerprint),
            lang,
        })
    });
    examined.await.map_err(store_unavailable)?.map_err(|issues| Problem::issues(&issues, lang, Addressee::of(&draft)))
}

/// Everything that was posted besides the application, with its places.
fn placed(received: &Received, signed: &SignedApplication) -> Vec<Placed> {
    let documents = signed.application().documents();
    let place = |id: &str| documents.iter().find(|document| document.id.as_str() == id).map(|document| document.place);
    let parts = received.parts.iter();
    parts.map(|(id, part)| (place(id).unwrap_or_else(|| Question::Documents.into()), part.bytes.clone())).collect()
}

fn submission(received: Received, signed: &SignedApplication, fingerprint: String) -> Submission {
    let documents = received.parts.into_iter().map(|(id, part)| {
        let extension = MediaType::from_code(&part.media_type).map_or("bin", MediaType::extension);
        (format!("{id}.{extension}"), part.bytes)
    });
    Submission {
        id: signed.id().to_owned(),
        fingerprint,
        level: signed.application().purpose().level,
        is_announced: false,
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
    let mut response = (status, Json(json!({ "reference": reference }))).into_response();
    response.extensions_mut().insert(Reference(reference));
    Ok(response)
}

/// At least one second, rounded up.
fn whole_seconds(duration: Duration) -> u16 {
    duration.as_millis().div_ceil(1000).max(1).try_into().unwrap_or(u16::MAX)
}

/// Nothing was read, because too much was posted; how many seconds to wait.
fn too_many(seconds: u16) -> Problem {
    let title = "Too many applications were posted";
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_applications", title).retry_after(seconds)
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
