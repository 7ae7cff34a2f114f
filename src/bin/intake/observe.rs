//! Counts requests, and serves what was counted.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_server::Handle;
use prometheus_client::metrics::gauge::Gauge;
use tokio::net::TcpListener;

use crate::app::App;
use crate::connections::{self, Limits};

const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The routes that are counted apart.
const ROUTES: [&str; 8] = [
    "/applications",
    "/applications/{key}",
    "/lookup/{kvk_number}",
    "/health",
    "/live",
    "/ready",
    "/offer.json",
    "/catalogue.json",
];

/// A request that is being answered, until it is dropped: also when the client leaves.
struct Open(Gauge);

impl Open {
    fn new(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Counts a request and how long it takes.
pub async fn observe(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let route = route(&request);
    let method = request.method().clone();
    let _open = Open::new(&app.metrics.open);
    let response = next.run(request).await;
    app.metrics.count(route, &method, &response, started.elapsed());
    response
}

/// Serves the metrics at an address of their own, until the program ends.
///
/// # Errors
/// That it cannot listen there, as a sentence.
pub async fn serve(address: SocketAddr, limits: Limits, app: Arc<App>) -> Result<(), String> {
    let failed = |error| format!("--metrics-listen {address}: {error}");
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let metrics = listener.local_addr().map_err(failed)?;
    tracing::info!(%metrics, "serving metrics");
    let refused = app.metrics.refused_connections.clone();
    let router = Router::new().route("/metrics", get(show)).with_state(app);
    tokio::spawn(async move {
        if let Err(error) = connections::serve(listener, Handle::new(), limits, &refused, router).await {
            tracing::error!(%error, "metrics are no longer served");
        }
    });
    Ok(())
}

async fn show(State(app): State<Arc<App>>) -> Response {
    match app.metrics.text() {
        Ok(text) => ([(header::CONTENT_TYPE, CONTENT_TYPE)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The route without what it contains; files of the wizard are counted together.
fn route(request: &Request) -> &'static str {
    let matched = request.extensions().get().map(MatchedPath::as_str);
    ROUTES.into_iter().find(|route| matched == Some(route)).unwrap_or("other")
}
