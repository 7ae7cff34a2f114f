//! Sends an application and asks what became of it: one request, never a redirect, an answer of bounded size.
//!
//! How long to wait for an answer is not decided here: the machine of `domain::submission` cuts requests off.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, Blob, BlobPropertyBag, Headers, Request, ResponseType, Url};

use super::fetch;
use super::files::Files;
use super::script::{self, BoxFuture, JsError};
use crate::domain::submission::{HttpAnswer, Key, Piece, Reply, Submission};
use crate::web::wizard::{Sent, fields};

/// How much of an answer is read, in bytes.
const MAX_ANSWER_BYTES: usize = 64 * 1024;

/// The requests that are on their way, by number.
#[derive(Default)]
pub(super) struct Underway(RefCell<Vec<(u32, AbortController)>>);

impl Underway {
    /// Cuts off all requests.
    pub fn abort_all(&self) {
        self.0.take().iter().for_each(|(_, controller)| controller.abort());
    }

    /// Cuts off the request with this number, if it still runs.
    pub fn abort(&self, number: u32) {
        let known =
            self.0.borrow().iter().find(|(known, _)| *known == number).map(|(_, controller)| controller.clone());
        if let Some(controller) = known {
            controller.abort();
        }
    }
}

/// Sends an application; `answering` is called once the answer begins to come.
pub(super) async fn send(
    endpoint: &str,
    (number, submission): (u32, &Submission),
    files: &Files,
    underway: &Underway,
    answering: Box<dyn Fn()>,
) -> Sent {
    let missing: Vec<String> =
        submission.files.iter().map(|file| &file.id).filter(|id| files.blob(id).is_none()).cloned().collect();
    if !missing.is_empty() {
        return Sent::FilesMissing(missing);
    }
    let request = body(submission, files).and_then(|body| {
        let headers = headers()?;
        let boundary = submission.boundary();
        headers.set("Content-Type", &["multipart/form-data; boundary=", &boundary].concat())?;
        headers.set("Idempotency-Key", submission.key.as_str())?;
        self::request(endpoint, "POST", headers, Some(body))
    });
    Sent::Reply(exchange(request, number, underway, answering).await)
}

/// Asks what became of the application with this key.
pub(super) async fn ask(address: &str, number: u32, key: &Key, underway: &Underway) -> Reply {
    let request = Url::new(address).map_err(JsError::from).and_then(|url| {
        url.set_pathname(&[url.pathname().trim_end_matches('/'), "/", key.as_str()].concat());
        self::request(&url.href(), "GET", headers()?, None)
    });
    exchange(request, number, underway, Box::new(|| ())).await
}

/// One request and its answer.
fn exchange(
    request: Result<(Request, AbortController), JsError>,
    number: u32,
    underway: &Underway,
    answering: Box<dyn Fn()>,
) -> BoxFuture<'_, Reply> {
    Box::pin(async move {
        let Ok((request, controller)) = request else { return Reply::NeverLeft };
        underway.0.borrow_mut().push((number, controller));
        let reply = answered(&request, answering).await.unwrap_or(Reply::Nothing);
        underway.0.borrow_mut().retain(|(other, _)| *other != number);
        reply
    })
}

async fn answered(request: &Request, answering: Box<dyn Fn()>) -> Result<Reply, JsError> {
    let response = fetch::fetched(request).await?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Ok(Reply::Redirect);
    }
    answering();
    let header = |name| response.headers().get(name);
    let (status, retry_after, date) = (response.status(), header("Retry-After"), header("Date"));
    let content_type = header("Content-Type").unwrap_or_default();
    let request_id = header("X-Request-Id");
    let (bytes, _) = fetch::body(&response, MAX_ANSWER_BYTES).await;
    let fields = String::from_utf8(bytes).ok().and_then(|body| fields(&body));
    Ok(Reply::Answer(Box::new(HttpAnswer { status, content_type, retry_after, date, request_id, fields })))
}

fn request(url: &str, verb: &str, headers: Headers, body: Option<Blob>) -> Result<(Request, AbortController), JsError> {
    let mut fields = vec![
        ("headers", headers.into()),
        ("cache", "no-store".into()),
        // Unlike `error` this tells a redirect from a dead network. It is not followed either.
        ("redirect", "manual".into()),
    ];
    fields.extend(body.map(|body| ("body", body.into())));
    fetch::request(url, verb, &fields)
}

/// The body in one.
fn body(submission: &Submission, files: &Files) -> Result<Blob, JsError> {
    let parts = Array::new();
    for piece in submission.pieces() {
        let part: JsValue = match piece {
            Piece::Text(text) => text.into(),
            Piece::File(id) => files.blob(&id).ok_or(JsError)?.into(),
        };
        parts.push(&part);
    }
    let bag: BlobPropertyBag = script::options(&[]);
    Ok(Blob::new_with_blob_sequence_and_options(&parts, &bag)?)
}

fn headers() -> Result<Headers, JsError> {
    let headers = Headers::new()?;
    headers.set("Accept", "application/json, application/problem+json")?;
    Ok(headers)
}
