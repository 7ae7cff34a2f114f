//! The headers of every response, and which pages may post and ask.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::problem::Problem;

/// The page that partners embed in a frame.
const FRAME: &str = "/frame.html";

const SECURITY: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(self), accelerometer=(), autoplay=(), display-capture=(), encrypted-media=(), \
         fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), \
         publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
    ),
    ("x-permitted-cross-domain-policies", "none"),
];

/// How long a response may be cached, and whether other sites may load it.
struct Sharing {
    cache: &'static str,
    is_public: bool,
}

/// Adds the headers to every response.
pub async fn secure(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let sharing = sharing(&path, response.status());
    let headers = response.headers_mut();
    for (name, value) in SECURITY {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let is_frame = path == FRAME;
    headers
        .insert(header::CONTENT_SECURITY_POLICY, if is_frame { &app.frame_policy } else { &app.page_policy }.clone());
    if is_frame {
        headers.remove(HeaderName::from_static("cross-origin-opener-policy"));
        // A page with `Cross-Origin-Embedder-Policy: require-corp` only loads frames that send it too.
        headers
            .insert(HeaderName::from_static("cross-origin-embedder-policy"), HeaderValue::from_static("require-corp"));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(sharing.cache));
    let policy = if sharing.is_public || is_frame { "cross-origin" } else { "same-origin" };
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static(policy));
    if sharing.is_public {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    response
}

/// Files below a version number never change; the offer and the catalogue may change any day.
fn sharing(path: &str, status: StatusCode) -> Sharing {
    let mut segments = path.trim_start_matches('/').split('/');
    let is_versioned = segments.next().is_some_and(|first| first.starts_with(|letter: char| letter.is_ascii_digit()))
        && segments.next().is_some();
    let is_application = path == "/applications" || path.starts_with("/applications/");
    let is_lookup = path.starts_with("/lookup/");
    let is_found = status.is_success() || status == StatusCode::NOT_MODIFIED;
    match path {
        "/health" | "/live" | "/ready" => Sharing { cache: "no-store", is_public: false },
        _ if is_application || is_lookup => Sharing { cache: "no-store", is_public: false },
        "/offer.json" | "/catalogue.json" => Sharing { cache: "no-cache", is_public: true },
        _ if is_versioned && is_found => Sharing { cache: "public, max-age=31536000, immutable", is_public: true },
        _ => Sharing { cache: "no-cache", is_public: false },
    }
}

/// Refuses requests from pages of other origins, unless the origin is allowed.
pub async fn check_origin(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_allowed = match headers.get(header::ORIGIN) {
        None => true,
        Some(origin) => is_own(origin, headers) || app.origins.contains(origin),
    };
    if is_allowed {
        return next.run(request).await;
    }
    Problem::new(StatusCode::FORBIDDEN, "origin_not_allowed", "Pages of this origin are not allowed").into_response()
}

/// Whether an origin is this server's own. Compares host and port only, because TLS may end at a proxy in front.
fn is_own(origin: &HeaderValue, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    matches!((host, origin), (Some(host), Some((_, own))) if own.eq_ignore_ascii_case(host))
}
