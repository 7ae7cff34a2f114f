//! The state of the server and its routes.

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use eherkenning_wizard::domain::application::Facts;
use eherkenning_wizard::domain::catalogue::{Catalogue, Offer};
use eherkenning_wizard::domain::scheme::Date;
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::services::ServeDir;
use tower_http::timeout::TimeoutLayer;

use crate::config::Args;
use crate::problem::Problem;
use crate::store::Store;
use crate::{clock, headers, post};

/// How long a request may take.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);

/// How many applications are received at once; each stays in memory until it is stored.
const MAX_RECEIVING: usize = 32;

/// How many bytes a request may have besides its documents.
const FORM_BYTES: u64 = 1024 * 1024;

/// The state that all requests share.
pub struct App {
    /// What the supplier offers.
    pub offer: Offer,
    /// Where applications are stored.
    pub store: Store,
    /// Other origins whose pages may post.
    pub origins: Vec<HeaderValue>,
    /// The content security policy of every page except the one for frames.
    pub page_policy: HeaderValue,
    /// The content security policy of the page that partners embed in a frame.
    pub frame_policy: HeaderValue,
    /// Limits how many applications are in memory.
    pub receiving: Arc<Semaphore>,
    /// Limits how many applications are examined at once: decoding an image takes far more memory than its file.
    pub examining: Arc<Semaphore>,
    catalogue: Catalogue,
    today: Option<Date>,
    max_bytes: usize,
    dist: Option<PathBuf>,
    files: Vec<(&'static str, Bytes)>,
}

impl App {
    /// Reads all files and opens the store.
    ///
    /// # Errors
    /// Which file or setting is wrong and why, as a sentence.
    pub fn load(args: Args) -> Result<Self, String> {
        let offer = args.read_offer()?;
        let catalogue = args.read_catalogue()?;
        let mut files = vec![("offer.json", offer.bytes), ("catalogue.json", catalogue.bytes)];
        // When the wizard's folder has the same file, that one is served: it has compressed copies.
        files.retain(|(name, bytes)| !args.has_in_dist(name, bytes));
        let documents = offer.value.attachments.max_total_bytes;
        let max_bytes = usize::try_from(documents.saturating_mul(2).saturating_add(FORM_BYTES)).unwrap_or(usize::MAX);
        Ok(Self {
            store: Store::open(&args.store)?,
            page_policy: headers::policy(),
            frame_policy: headers::frame_policy(&offer.value.frame_parents)?,
            receiving: Arc::new(Semaphore::new(MAX_RECEIVING)),
            examining: Arc::new(Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from))),
            offer: offer.value,
            catalogue: catalogue.value,
            origins: args.allow_origin,
            today: args.today,
            max_bytes: args.max_bytes.unwrap_or(max_bytes),
            dist: args.dist,
            files,
        })
    }

    /// The facts for the rules, as of today.
    pub fn facts(&self) -> Facts {
        let today = self.today.unwrap_or_else(clock::today);
        Facts { offer: self.offer.clone(), catalogue: self.catalogue.clone(), today }
    }
}

/// All routes.
pub fn router(app: Arc<App>) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::list(app.origins.iter().cloned()))
        .allow_methods([Method::POST])
        .allow_headers([HeaderName::from_static(post::KEY), header::CONTENT_TYPE, header::ACCEPT])
        .max_age(Duration::from_secs(3600));
    let applications = axum::routing::post(post::post)
        .fallback(not_allowed)
        .layer::<_, Infallible>(DefaultBodyLimit::max(app.max_bytes))
        .layer::<_, Infallible>(cors)
        .layer::<_, Infallible>(middleware::from_fn_with_state(app.clone(), headers::check_origin))
        .layer(middleware::from_fn(log));
    let mut router = Router::new()
        .route("/applications", applications)
        .route("/health", get(async || Json(json!({ "status": "ok" }))).fallback(not_allowed));
    for (name, bytes) in &app.files {
        let etag = format!("\"{}\"", hex::encode(Sha256::digest(bytes)));
        let file = Arc::new((bytes.clone(), etag));
        let answer = async move |headers: HeaderMap| serve(&file, &headers);
        router = router.route(&format!("/{name}"), get(answer).fallback(not_allowed));
    }
    let router = match &app.dist {
        Some(dist) => {
            let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
            router.fallback_service(files.fallback(get(not_found)))
        }
        None => router.fallback(not_found),
    };
    router
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_TIMEOUT))
        .layer(middleware::from_fn_with_state(app.clone(), headers::secure))
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

/// Logs one line per request to `/applications`: its key and the status, no personal data.
async fn log(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let key = post::key(request.headers()).unwrap_or_default();
    let method = request.method().clone();
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let bytes: u64 = length.and_then(|text| text.parse().ok()).unwrap_or_default();
    let response = next.run(request).await;
    let (status, milliseconds) = (response.status().as_u16(), started.elapsed().as_millis());
    tracing::info!(key, %method, bytes, status, milliseconds = u64::try_from(milliseconds).unwrap_or(u64::MAX), "application");
    response
}
