//! `GET /live` and `/health`: the program runs. `GET /ready`: it can also store applications now.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::time::Instant;
use tracing::Instrument;

use crate::app::App;

/// How long the store and the scanner may take. Shorter than those who ask usually wait.
const PATIENCE: Duration = Duration::from_secs(4);

/// Says that the program runs.
pub async fn live() -> Response {
    Json(json!({ "status": "ok" })).into_response()
}

/// Says whether applications can be stored, and which parts fail: not why, because everybody may ask.
pub async fn ready(State(app): State<Arc<App>>) -> Response {
    let failed = app.readiness.failed(failing_parts(&app)).await;
    let (code, status) = match failed.as_slice() {
        [] => (StatusCode::OK, "ready"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "not_ready"),
    };
    (code, Json(json!({ "status": status, "failed": failed }))).into_response()
}

async fn failing_parts(app: &Arc<App>) -> Vec<&'static str> {
    let (store, space, scanner) = tokio::join!(store_problem(app), app.space.check(), scanner_problem(app));
    let mut failed = Vec::new();
    for (part, problem) in [("store", store), ("space", space.err()), ("scanner", scanner)] {
        if let Some(error) = problem {
            tracing::warn!(error, part, "not ready");
            failed.push(part);
        }
    }
    failed
}

async fn store_problem(app: &Arc<App>) -> Option<String> {
    let store = app.clone();
    // A task of its own, which removes what it wrote also when nobody waits any more.
    let trial = tokio::spawn(async move { store.store.check().await }.in_current_span());
    match tokio::time::timeout(PATIENCE, trial).await {
        Ok(Ok(result)) => result.err(),
        Ok(Err(error)) => Some(error.to_string()),
        Err(_) => Some("no response in time".to_owned()),
    }
}

async fn scanner_problem(app: &App) -> Option<String> {
    let scanner = app.scanner.as_ref()?;
    scanner.ping(Instant::now() + PATIENCE).await.err().map(|failure| failure.to_string())
}
