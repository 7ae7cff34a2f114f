//! Talking to JavaScript: plain options, promises, time-outs.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// JavaScript threw something. What it threw is dropped: it may be anything, and say anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct JsError;

impl From<JsValue> for JsError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// An object with these fields and no prototype, which the page could have put fields on.
pub(super) fn options<O: JsCast>(fields: &[(&str, JsValue)]) -> O {
    let object = Object::create(JsValue::NULL.unchecked_ref::<Object>());
    for (name, value) in fields {
        // A fresh object takes any field.
        Reflect::set(&object, &JsValue::from(*name), value).ok();
    }
    object.unchecked_into()
}

/// A field of an object; nothing when there is none or when it is `null` or `undefined`.
pub(super) fn field<T: JsCast>(object: &JsValue, name: &str) -> Option<T> {
    let value = Reflect::get(object, &JsValue::from(name)).ok()?;
    (!value.is_null() && !value.is_undefined()).then(|| value.unchecked_into())
}

/// A method of an object, if there is one.
pub(super) fn method(object: &JsValue, name: &str) -> Option<Function> {
    field::<JsValue>(object, name)?.dyn_into().ok()
}

/// A boxed future. Boxed, so that it is compiled once, and not into each function that awaits it.
pub(super) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Waits for a promise.
pub(super) async fn settled<T: JsCast>(promise: Promise) -> Result<T, JsError> {
    Ok(awaited(promise).await?.unchecked_into())
}

/// Waits for a promise of anything.
pub(super) fn awaited(promise: Promise) -> BoxFuture<'static, Result<JsValue, JsError>> {
    Box::pin(async move { Ok(JsFuture::from(promise).await?) })
}

/// Waits for whichever of two callbacks is called first: the first with the value, the second for a failure.
///
/// The callbacks are those of a promise, so they may be called late, more than once, or never.
pub(super) fn called(mut begin: impl FnMut(Function, Function)) -> Promise {
    Promise::new(&mut begin)
}

/// The output of a future, unless it takes longer than so many milliseconds.
pub(super) fn within<'a, T: 'a>(milliseconds: u32, mut future: BoxFuture<'a, T>) -> BoxFuture<'a, Option<T>> {
    let mut end = Box::pin(TimeoutFuture::new(milliseconds));
    Box::pin(poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    }))
}

/// The bytes of a blob, on the side of JavaScript.
pub(super) fn bytes(blob: &Blob) -> BoxFuture<'_, Result<ArrayBuffer, JsError>> {
    Box::pin(async move { settled(blob.array_buffer()).await })
}

/// A part of a blob, copied in; shorter when the blob ends.
pub(super) fn part(blob: &Blob, from: f64, to: f64) -> BoxFuture<'_, Result<Vec<u8>, JsError>> {
    Box::pin(async move {
        let slice = blob.slice_with_f64_and_f64(from, to)?;
        Ok(Uint8Array::new(bytes(&slice).await?.as_ref()).to_vec())
    })
}

/// A blob of these bytes, held in memory: it outlives the file that they came from.
pub(super) fn blob(buffer: &ArrayBuffer, media_type: &str) -> Result<Blob, JsError> {
    let parts = js_sys::Array::of1(buffer);
    let bag: web_sys::BlobPropertyBag = options(&[("type", media_type.into())]);
    Ok(Blob::new_with_buffer_source_sequence_and_options(&parts, &bag)?)
}

/// A count of bytes from a number of JavaScript.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole and not negative")]
pub(super) fn count(number: f64) -> u64 {
    number as u64
}

/// Sets a field of an object of the browser.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    // These objects take any field.
    Reflect::set(object, &JsValue::from(name), value).ok();
}
