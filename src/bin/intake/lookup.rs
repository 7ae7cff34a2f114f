//! `GET /lookup/<KvK number>`: the registration of an organisation, so that an applicant need not type it.
//!
//! What was asked and answered is neither logged nor kept.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, StatusCode};
use eherkenning_wizard::domain::lookup::Registration;
use eherkenning_wizard::domain::scheme::KvkNumber;

use crate::app::App;
use crate::problem::Problem;

/// Looks an organisation up.
///
/// # Errors
/// `kvk_number_unknown`: the register has no such number. Any other problem says nothing about the organisation.
pub async fn get(
    State(app): State<Arc<App>>,
    ConnectInfo(connection): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    number: Result<Path<String>, PathRejection>,
) -> Result<Json<Registration>, Problem> {
    let number = number.ok().and_then(|Path(text)| number_of(&text));
    let number = number.ok_or(Problem::bad_request("kvk_number_shape", "A KvK number is eight digits"))?;
    let register = app.register.as_ref().ok_or_else(unavailable)?;
    let client = app.clients.address(&headers, connection);
    app.lookup_limits.count(Some(client), Instant::now()).map_err(|seconds| {
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_lookups", "Too many look-ups").retry_after(seconds)
    })?;
    match register.find(&number).await {
        Ok(Some(registration)) => Ok(Json(registration)),
        Ok(None) => {
            Err(Problem::new(StatusCode::NOT_FOUND, "kvk_number_unknown", "The register does not have this number"))
        }
        Err(failure) => {
            tracing::warn!(%failure, "look-up failed");
            Err(unavailable())
        }
    }
}

fn unavailable() -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "lookup_unavailable", "Organisations cannot be looked up now")
}

/// A KvK number without any separators.
fn number_of(text: &str) -> Option<KvkNumber> {
    KvkNumber::parse(text).ok().filter(|number| number.as_str() == text)
}
