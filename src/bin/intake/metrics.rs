//! What is counted of all requests, as OpenMetrics text: no personal data, and no more series than there are routes, statuses
//! and codes.

use std::fmt;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::problem::Logged;

/// Upper bounds in seconds. An application over a slow line takes minutes.
const DURATIONS: [f64; 12] = [0.005, 0.02, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    route: &'static str,
    method: &'static str,
    status: u16,
    code: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    route: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct LookupLabels {
    result: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ResultLabels {
    result: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct FailureLabels {
    outcome: &'static str,
}

/// How the scan of a document for viruses ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanResult {
    /// Nothing was found.
    Clean,
    /// Something was found.
    Infected,
    /// There was no verdict.
    Failed,
}

/// How a try to announce an application ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnouncementResult {
    /// The receiver has it.
    Delivered,
    /// It failed, and is tried again.
    Failed,
    /// It is not tried again.
    GivenUp,
}

/// What is counted.
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    durations: Family<RouteLabels, Histogram, fn() -> Histogram>,
    lookups: Family<LookupLabels, Counter>,
    store_failures: Family<FailureLabels, Counter>,
    scans: Family<ResultLabels, Counter>,
    announcements: Family<ResultLabels, Counter>,
    /// Announcements that have not ended.
    pub announcements_waiting: Gauge,
    /// Requests that are being answered.
    pub open: Gauge,
    /// Bytes of bodies that arrived.
    pub received: Counter,
    /// Applications that were stored.
    pub stored: Counter,
    /// Connections that were closed because too many were open.
    pub refused_connections: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("intake"),
            requests: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(DURATIONS)),
            lookups: Family::default(),
            store_failures: Family::default(),
            scans: Family::default(),
            announcements: Family::default(),
            announcements_waiting: Gauge::default(),
            open: Gauge::default(),
            received: Counter::default(),
            stored: Counter::default(),
            refused_connections: Counter::default(),
        };
        let registry = &mut metrics.registry;
        registry.register(
            "requests",
            "Requests, by the code of the problem if there was one",
            metrics.requests.clone(),
        );
        let help = "From the headers of a request to those of its response";
        registry.register_with_unit("request_duration", help, Unit::Seconds, metrics.durations.clone());
        registry.register("open_requests", "Requests that are being answered", metrics.open.clone());
        registry.register_with_unit("received", "Bodies that arrived", Unit::Bytes, metrics.received.clone());
        registry.register("applications_stored", "Applications stored", metrics.stored.clone());
        let help = "Responses that say that the store failed, by whether the application may be stored";
        registry.register("store_failures", help, metrics.store_failures.clone());
        registry.register("lookups", "Look-ups of organisations, by result", metrics.lookups.clone());
        registry.register("scans", "Documents scanned for viruses, by result", metrics.scans.clone());
        let help = "Tries to announce an application, by result";
        registry.register("announcements", help, metrics.announcements.clone());
        let help = "Announcements of the store that are not delivered yet";
        registry.register("announcements_waiting", help, metrics.announcements_waiting.clone());
        let help = "Connections closed because too many were open";
        registry.register("refused_connections", help, metrics.refused_connections.clone());
        metrics
    }
}

impl Metrics {
    /// All metrics as text.
    ///
    /// # Errors
    /// Never, in practice: text can be written to memory.
    pub fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    /// Counts the scan of a document.
    pub fn count_scan(&self, result: ScanResult) {
        let result = match result {
            ScanResult::Clean => "clean",
            ScanResult::Infected => "infected",
            ScanResult::Failed => "failed",
        };
        self.scans.get_or_create(&ResultLabels { result }).inc();
    }

    /// Counts a try to announce an application.
    pub fn count_announcement(&self, result: AnnouncementResult) {
        let result = match result {
            AnnouncementResult::Delivered => "delivered",
            AnnouncementResult::Failed => "failed",
            AnnouncementResult::GivenUp => "given_up",
        };
        self.announcements.get_or_create(&ResultLabels { result }).inc();
    }

    /// Counts a request by its route, and how long it took.
    pub fn count(&self, route: &'static str, method: &Method, response: &Response, duration: Duration) {
        self.durations.get_or_create(&RouteLabels { route }).observe(duration.as_secs_f64());
        let status = response.status();
        let code = response.extensions().get().map(|logged: &Logged| logged.code).unwrap_or_default();
        let labels = RequestLabels { route, method: name(method), status: status.as_u16(), code };
        self.requests.get_or_create(&labels).inc();
        let outcome = match code {
            "out_of_order" => Some("not_stored"),
            "outcome_unknown" => Some("unknown"),
            _ => None,
        };
        if let Some(outcome) = outcome {
            self.store_failures.get_or_create(&FailureLabels { outcome }).inc();
        }
        if route == "/lookup/{kvk_number}" && method == Method::GET {
            self.lookups.get_or_create(&LookupLabels { result: lookup_result(status, code) }).inc();
        }
    }
}

/// A method that is served, or else `other`: clients can make up any number of them.
fn name(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

fn lookup_result(status: StatusCode, code: &str) -> &'static str {
    match code {
        _ if status.is_success() => "found",
        "kvk_number_unknown" => "unknown",
        "too_many_lookups" => "limited",
        "lookup_unavailable" => "failed",
        _ => "refused",
    }
}
