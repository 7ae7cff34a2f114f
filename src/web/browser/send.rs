//! Sends an application: one request, no redirects, a response of limited size.

use std::cell::RefCell;

use js_sys::{Array, Date};
use wasm_bindgen::JsValue;
use web_sys::{AbortController, Blob, BlobPropertyBag, Headers, ResponseType};

use super::files::Files;
use super::script::{self, JsError};
use super::{clock, fetch};
use crate::web::wizard::{Piece, Reply, Submission};

/// Timeout of sending, in milliseconds.
const TIMEOUT_MS: u32 = 120_000;
/// How many bytes of a response are read.
const MAX_RESPONSE_BYTES: usize = 64 * 1024;

/// The open requests.
#[derive(Default)]
pub(super) struct Underway(RefCell<Vec<AbortController>>);

impl Underway {
    /// Aborts all requests.
    pub fn abort(&self) {
        self.0.take().iter().for_each(AbortController::abort);
    }

    fn done(&self, controller: &AbortController) {
        self.0.borrow_mut().retain(|other| other != controller);
    }
}

/// Sends an application.
pub(super) async fn send(endpoint: &str, submission: &Submission, files: &Files, underway: &Underway) -> Reply {
    let body = match body(submission, files) {
        Ok(Ok(body)) => body,
        Ok(Err(id)) => return Reply::FileGone(id),
        Err(JsError) => return Reply::Unsent,
    };
    let request = headers(submission).and_then(|headers| {
        let fields = [
            ("body", body.into()),
            ("headers", headers.into()),
            ("cache", "no-store".into()),
            // Unlike `error` this distinguishes a redirect from a network failure. Redirects are not followed either.
            ("redirect", "manual".into()),
        ];
        fetch::request(endpoint, "POST", &fields)
    });
    let Ok((request, controller)) = request else { return Reply::Unsent };
    underway.0.borrow_mut().push(controller.clone());
    let answering = async {
        let response = fetch::fetched(&request).await.ok()?;
        if response.type_() == ResponseType::Opaqueredirect {
            return Some(Reply::Redirect);
        }
        let status = response.status();
        let retry_after = response.headers().get("Retry-After").and_then(|text| seconds(&text));
        let media_type = response.headers().get("Content-Type").unwrap_or_default();
        let (bytes, _) = fetch::body(&response, MAX_RESPONSE_BYTES).await;
        let body = String::from_utf8(bytes).unwrap_or_default();
        Some(Reply::Answer { status, retry_after, is_problem: is_problem(&media_type), body })
    };
    let reply = script::within(TIMEOUT_MS, Box::pin(answering)).await;
    if reply.is_none() {
        controller.abort();
    }
    underway.done(&controller);
    reply.flatten().unwrap_or(Reply::Nothing)
}

/// The complete body, or the id of the file that is missing.
fn body(submission: &Submission, files: &Files) -> Result<Result<Blob, String>, JsError> {
    let parts = Array::new();
    for piece in submission.pieces() {
        let part: JsValue = match piece {
            Piece::Text(text) => text.into(),
            Piece::File(id) => match files.blob(&id) {
                Some(blob) => blob.into(),
                None => return Ok(Err(id)),
            },
        };
        parts.push(&part);
    }
    let bag: BlobPropertyBag = script::options(&[]);
    Ok(Ok(Blob::new_with_blob_sequence_and_options(&parts, &bag)?))
}

fn headers(submission: &Submission) -> Result<Headers, JsError> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json, application/problem+json")?;
    headers.set("Content-Type", &format!("multipart/form-data; boundary={}", submission.boundary()))?;
    headers.set("Idempotency-Key", &submission.id)?;
    Ok(headers)
}

/// Whether a media type, ignoring parameters, is that of problems (RFC 9457).
fn is_problem(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/problem+json")
}

/// `Retry-After`: seconds, or a moment.
/// Source: <https://www.rfc-editor.org/rfc/rfc9110#name-retry-after>
fn seconds(text: &str) -> Option<u32> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(text.parse().unwrap_or(u32::MAX));
    }
    let moment = Date::parse(text);
    let is_moment = moment.is_finite() && text.contains(' ');
    let wait = || script::count(moment.max(0.0)).saturating_sub(clock::milliseconds()).div_ceil(1000);
    is_moment.then(|| u32::try_from(wait()).unwrap_or(u32::MAX))
}
