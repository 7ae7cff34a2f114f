//! The headers of every answer, and which pages may post.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::problem::Problem;

/// Where pages of partners hold the wizard in a frame.
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

/// How an answer may be kept, and whether other sites may load it.
struct Sharing {
    cache: &'static str,
    is_public: bool,
}

/// Adds the headers to every answer.
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
        // For pages with the same policy, which hold only such frames.
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

/// What lies in a folder that is named after a version never changes; offer and catalogue may any day.
fn sharing(path: &str, status: StatusCode) -> Sharing {
    let mut segments = path.trim_start_matches('/').split('/');
    let is_versioned = segments.next().is_some_and(|first| first.starts_with(|letter: char| letter.is_ascii_digit()))
        && segments.next().is_some();
    let is_there = status.is_success() || status == StatusCode::NOT_MODIFIED;
    match path {
        "/applications" | "/health" => Sharing { cache: "no-store", is_public: false },
        "/offer.json" | "/catalogue.json" => Sharing { cache: "no-cache", is_public: true },
        _ if is_versioned && is_there => Sharing { cache: "public, max-age=31536000, immutable", is_public: true },
        _ => Sharing { cache: "no-cache", is_public: false },
    }
}

/// Refuses what a page of another origin posts, unless that origin is on the list.
pub async fn check_origin(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_welcome = match headers.get(header::ORIGIN) {
        None => true,
        Some(origin) => is_own(origin, headers) || app.origins.contains(origin),
    };
    if is_welcome {
        return next.run(request).await;
    }
    Problem::new(StatusCode::FORBIDDEN, "origin_not_allowed", "Pages of this origin may not post").into_response()
}

/// Whether an origin is ours. A proxy in front may speak another scheme, so only host and port count.
fn is_own(origin: &HeaderValue, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    matches!((host, origin), (Some(host), Some((_, own))) if own.eq_ignore_ascii_case(host))
}
