//! `GET /applications/<key>`: what became of an application, for a client that did not get the response.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use eherkenning_wizard::domain::scheme::Uuid;
use serde_json::json;

use crate::app::App;
use crate::post::store_unavailable;
use crate::problem::Problem;
use crate::store::Found;

/// When to ask again about an application that is being stored, in seconds. Asking costs little.
const RETRY_AFTER: &str = "2";

/// Says what is stored under a key.
///
/// # Errors
/// `key_unknown`: nothing is stored, and no request that has started to store it can still do so.
pub async fn get(State(app): State<Arc<App>>, key: Result<Path<String>, PathRejection>) -> Result<Response, Problem> {
    let found = match key.ok().and_then(|Path(key)| key_of(&key)) {
        Some(key) => app.store.settle(&key).await.map_err(store_unavailable)?,
        None => Found::Nothing,
    };
    match found {
        Found::Stored(receipt) => Ok(Json(json!({ "reference": receipt.reference })).into_response()),
        Found::InProgress(_) => {
            let body = Json(json!({ "status": "processing" }));
            Ok((StatusCode::ACCEPTED, [(header::RETRY_AFTER, RETRY_AFTER)], body).into_response())
        }
        Found::Nothing => {
            Err(Problem::new(StatusCode::NOT_FOUND, "key_unknown", "No application is stored under this key"))
        }
    }
}

/// A key in the form in which it is stored; `None` when it is not a UUID, so that nothing can be stored under it.
pub fn key_of(text: &str) -> Option<String> {
    Uuid::parse(text).ok().map(|key| key.as_str().to_owned())
}
