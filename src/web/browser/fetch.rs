//! Requests: without cookies of other origins, without the address of the page, and without what the page put on `Object`.

use std::fmt;

use gloo_net::http::Response;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, ReadableStreamDefaultReader, Request, RequestInit};

use super::script::{self, BoxFuture, JsError};
use crate::domain::catalogue::Catalogue;
use crate::domain::lookup::Registration;
use crate::domain::wire::{FromJson, Json};
use crate::web::wizard::LookUpError;

/// Timeout of a download, in milliseconds.
const TIMEOUT_MS: u32 = 60_000;
/// Timeout of a look-up, for which an applicant waits, in milliseconds.
const LOOK_UP_TIMEOUT_MS: u32 = 10_000;
/// Maximum size of what a look-up returns, in bytes.
const MAX_REGISTRATION_BYTES: usize = 64 * 1024;
/// Maximum size of a catalogue, in bytes.
const MAX_CATALOGUE_BYTES: usize = 32 * 1024 * 1024;

/// Why something could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No response, or one that scripts may not read.
    Unreachable,
    /// A response with an error status.
    Status(u16),
    /// A response larger than the limit.
    TooLarge,
    /// Not UTF-8.
    Encoding,
}

impl fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable => formatter.write_str("no answer"),
            Self::Status(status) => write!(formatter, "status {status}"),
            Self::TooLarge => formatter.write_str("too large"),
            Self::Encoding => formatter.write_str("not in UTF-8"),
        }
    }
}

/// How reading a response ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// Everything was read.
    Whole,
    /// The limit was reached before the end.
    TooMuch,
    /// The connection broke.
    Broken,
}

/// Loads a text from an absolute address, up to the given number of bytes.
///
/// # Errors
/// `Unreachable` without a response, `Status` for an error status, `TooLarge` above the limit, `Encoding` for anything
/// but UTF-8.
pub fn load_json(url: &str, limit_bytes: usize) -> BoxFuture<'_, Result<String, LoadError>> {
    // The same credentials mode as a preload: otherwise the browser would ignore what the page has preloaded and fetch
    // it twice.
    let as_preloaded = vec![("credentials", "same-origin".into())];
    Box::pin(loading(url, limit_bytes, as_preloaded, TIMEOUT_MS))
}

async fn loading(
    url: &str,
    limit_bytes: usize,
    fields: Vec<(&str, JsValue)>,
    timeout_ms: u32,
) -> Result<String, LoadError> {
    let (request, controller) = request(url, "GET", &fields).map_err(|_| LoadError::Unreachable)?;
    let loading = async {
        let response = fetched(&request).await.map_err(|_| LoadError::Unreachable)?;
        if !response.ok() {
            return Err(LoadError::Status(response.status()));
        }
        match body(&response, limit_bytes).await {
            (bytes, End::Whole) => String::from_utf8(bytes).map_err(|_| LoadError::Encoding),
            (_, End::TooMuch) => Err(LoadError::TooLarge),
            (_, End::Broken) => Err(LoadError::Unreachable),
        }
    };
    let loaded = script::within(timeout_ms, Box::pin(loading)).await;
    if loaded.is_none() {
        controller.abort();
    }
    loaded.unwrap_or(Err(LoadError::Unreachable))
}

/// Loads a catalogue.
pub(super) async fn catalogue(url: &str) -> Option<Catalogue> {
    Catalogue::from_json(&Json::parse(&load_json(url, MAX_CATALOGUE_BYTES).await.ok()?).ok()?)
}

/// Looks up an organisation: no redirect is followed, and nothing is kept.
pub(super) async fn registration(url: &str) -> Result<Registration, LookUpError> {
    let strict = vec![("redirect", "error".into()), ("cache", "no-store".into())];
    match Box::pin(loading(url, MAX_REGISTRATION_BYTES, strict, LOOK_UP_TIMEOUT_MS)).await {
        Ok(text) => {
            let found = Json::parse(&text).ok().and_then(|json| Registration::from_json(&json).ok());
            found.ok_or(LookUpError::Unavailable)
        }
        Err(LoadError::Status(404)) => Err(LookUpError::NotFound),
        Err(_) => Err(LookUpError::Unavailable),
    }
}

/// A request, and what aborts it.
pub(super) fn request(
    url: &str,
    verb: &str,
    fields: &[(&str, JsValue)],
) -> Result<(Request, AbortController), JsError> {
    let controller = AbortController::new()?;
    let mut all: Vec<(&str, JsValue)> = vec![
        ("method", verb.into()),
        ("mode", "cors".into()),
        ("credentials", "omit".into()),
        ("referrerPolicy", "no-referrer".into()),
        ("signal", controller.signal().into()),
    ];
    all.extend_from_slice(fields);
    let init: RequestInit = script::options(&all);
    Ok((Request::new_with_str_and_init(url, &init)?, controller))
}

/// Sends a request. Other code on the page may have replaced `fetch`, so it may throw and reject with anything.
pub(super) fn fetched(request: &Request) -> BoxFuture<'_, Result<Response, JsError>> {
    Box::pin(async move {
        let window = JsValue::from(web_sys::window().ok_or(JsError)?);
        let promise = script::method(&window, "fetch").ok_or(JsError)?.call1(&window, request)?;
        let response = script::awaited(promise.unchecked_into()).await?;
        Ok(response.dyn_into::<web_sys::Response>()?.into())
    })
}

/// Reads a response up to a limit.
pub(super) fn body(response: &Response, limit_bytes: usize) -> BoxFuture<'_, (Vec<u8>, End)> {
    Box::pin(read(response, limit_bytes))
}

async fn read(response: &Response, limit_bytes: usize) -> (Vec<u8>, End) {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else { return (bytes, End::Whole) };
    let Ok(reader) = ReadableStreamDefaultReader::new(&stream) else { return (bytes, End::Broken) };
    loop {
        let Ok(piece) = script::awaited(reader.read()).await else { return (bytes, End::Broken) };
        let Some(chunk) = script::field::<Uint8Array>(&piece, "value") else { return (bytes, End::Whole) };
        let room = u32::try_from(limit_bytes.saturating_sub(bytes.len())).unwrap_or(u32::MAX);
        bytes.extend_from_slice(&chunk.subarray(0, room.min(chunk.length())).to_vec());
        if chunk.length() > room {
            // The rest of the response is not needed.
            drop(script::awaited(reader.cancel()).await);
            return (bytes, End::TooMuch);
        }
    }
}
