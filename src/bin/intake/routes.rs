//! The routes, and the log line of each application and look-up.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::services::ServeDir;

use crate::app::App;
use crate::post::Reference;
use crate::problem::{Logged, Problem};
use crate::{arriving, headers, health, lookup, observe, outcome, post, request_id};

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::list(app.origins.iter().cloned()))
        .allow_methods([Method::POST, Method::GET])
        .allow_headers([HeaderName::from_static(post::KEY), header::CONTENT_TYPE, header::ACCEPT])
        .expose_headers([header::RETRY_AFTER, request_id::HEADER])
        .max_age(Duration::from_secs(3600));
    let applications = axum::routing::post(post::post)
        .fallback(not_allowed)
        .layer::<_, Infallible>(DefaultBodyLimit::max(app.max_bytes));
    let outcome = get(outcome::get).fallback(not_allowed);
    let mut router = Router::new()
        .route("/applications", applications)
        .route("/applications/{key}", outcome)
        .route("/lookup/{kvk_number}", get(lookup::get).fallback(not_allowed))
        .route_layer(cors)
        .route_layer(middleware::from_fn_with_state(app.clone(), headers::check_origin))
        .route_layer(middleware::from_fn_with_state(app.clone(), arriving::read_whole))
        .route_layer(middleware::from_fn(log))
        .route("/health", get(health::live).fallback(not_allowed))
        .route("/live", get(health::live).fallback(not_allowed))
        .route("/ready", get(health::ready).fallback(not_allowed));
    for (name, bytes) in &app.files {
        let etag = format!("\"{}\"", hex::encode(Sha256::digest(bytes)));
        let file = Arc::new((bytes.clone(), etag));
        let handler = async move |headers: HeaderMap| serve(&file, &headers);
        router = router.route(&format!("/{name}"), get(handler).fallback(not_allowed));
    }
    let router = match &app.dist {
        Some(dist) => {
            let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
            router.fallback_service(files.fallback(get(not_found)))
        }
        None => router.fallback(not_found),
    };
    router
        .layer(middleware::from_fn_with_state(app.clone(), headers::secure))
        .layer(middleware::from_fn_with_state(app.clone(), observe::observe))
        .layer(middleware::from_fn(request_id::assign))
        .with_state(app)
}

async fn not_found() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not_found", "Not found")
}

async fn not_allowed() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "Method not allowed")
}

/// Serves a JSON file, or 304 when the client already has it.
fn serve((bytes, etag): &(Bytes, String), headers: &HeaderMap) -> Response {
    let cached = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let is_cached = cached.flat_map(|list| list.split(',')).any(|tag| tag.trim().trim_start_matches("W/") == etag);
    let tag = [(header::ETAG, etag.clone())];
    if is_cached {
        return (StatusCode::NOT_MODIFIED, tag).into_response();
    }
    (tag, [(header::CONTENT_TYPE, "application/json")], bytes.clone()).into_response()
}

/// Logs one line per request: the key of an application, its reference or what is wrong with it, and no personal data. Of
/// a look-up not the number.
async fn log(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let is_lookup = request.uri().path().starts_with("/lookup/");
    let in_path = request.uri().path().strip_prefix("/applications/").and_then(outcome::key_of);
    let key = in_path.or_else(|| post::key(request.headers()).ok()).unwrap_or_default();
    let method = request.method().clone();
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let bytes: u64 = length.and_then(|text| text.parse().ok()).unwrap_or_default();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let Logged { code, issues } = response.extensions().get().cloned().unwrap_or_default();
    let reference = response.extensions().get().map(|Reference(reference)| reference.as_str()).unwrap_or_default();
    let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    if is_lookup {
        tracing::info!(%method, status, code, milliseconds, "look-up");
    } else {
        tracing::info!(key, %method, bytes, status, code, issues, reference, milliseconds, "application");
    }
    response
}
