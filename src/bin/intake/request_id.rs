//! The id of a request: in its response, in every line of the log, and in a problem. Applicants can quote it.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

/// The header with the id.
pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// How long an id from a proxy may be.
const MAX_LENGTH: usize = 64;

tokio::task_local! {
    static CURRENT: String;
}

/// Takes the id that the proxy gave, or makes one, and puts it in the response and the log.
pub async fn assign(request: Request, next: Next) -> Response {
    let given = request.headers().get(HEADER).and_then(|id| id.to_str().ok()).filter(|id| is_well_formed(id));
    let id = given.map_or_else(|| uuid::Uuid::new_v4().to_string(), str::to_owned);
    let header = HeaderValue::from_str(&id);
    // On every level, so that the id is there also when only errors are logged.
    let span = tracing::error_span!("request", request_id = id);
    let mut response = CURRENT.scope(id, next.run(request).instrument(span)).await;
    if let Ok(header) = header {
        response.headers_mut().insert(HEADER, header);
    }
    response
}

/// The id of the request that is being answered.
pub fn current() -> Option<String> {
    CURRENT.try_with(String::clone).ok()
}

/// Whether an id can be put into a log and a header without harm.
fn is_well_formed(id: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    (1..=MAX_LENGTH).contains(&id.len()) && id.bytes().all(is_plain)
}
