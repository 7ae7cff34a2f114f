//! Calling JavaScript: plain options, promises, timeouts.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// JavaScript threw something. The value is dropped: it may be anything, and contain anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct JsError;

impl From<JsValue> for JsError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// An object with these fields and no prototype, because the page may have added fields to the usual one.
pub fn options<O: JsCast>(fields: &[(&str, JsValue)]) -> O {
    let object = Object::create(JsValue::NULL.unchecked_ref::<Object>());
    for (name, value) in fields {
        // Any field can be set on a new object.
        Reflect::set(&object, &JsValue::from(*name), value).ok();
    }
    object.unchecked_into()
}

/// A field of an object; `None` if it is missing, `null` or `undefined`.
pub(super) fn field<T: JsCast>(object: &JsValue, name: &str) -> Option<T> {
    let value = Reflect::get(object, &JsValue::from(name)).ok()?;
    (!value.is_null() && !value.is_undefined()).then(|| value.unchecked_into())
}

/// A method of an object, if there is one.
pub(super) fn method(object: &JsValue, name: &str) -> Option<Function> {
    field::<JsValue>(object, name)?.dyn_into().ok()
}

/// A boxed future, so that it is compiled once instead of into each function that awaits it.
pub(super) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Waits for a promise.
pub(super) async fn settled<T: JsCast>(promise: Promise) -> Result<T, JsError> {
    Ok(awaited(promise).await?.unchecked_into())
}

/// Waits for a promise of any type.
pub(super) fn awaited(promise: Promise) -> BoxFuture<'static, Result<JsValue, JsError>> {
    Box::pin(async move { Ok(JsFuture::from(promise).await?) })
}

/// Waits until one of two callbacks is called: the first with the value, the second for a failure.
///
/// Like those of a promise, they may be called late, more than once, or never.
pub(super) fn called(mut begin: impl FnMut(Function, Function)) -> Promise {
    Promise::new(&mut begin)
}

/// The output of a future, unless it takes longer than the given number of milliseconds.
pub(super) fn within<'a, T: 'a>(milliseconds: u32, mut future: BoxFuture<'a, T>) -> BoxFuture<'a, Option<T>> {
    let mut end = Box::pin(TimeoutFuture::new(milliseconds));
    Box::pin(poll_fn(move |context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    }))
}

/// The bytes of a blob, in JavaScript memory.
pub(super) fn bytes(blob: &Blob) -> BoxFuture<'_, Result<ArrayBuffer, JsError>> {
    Box::pin(async move { settled(blob.array_buffer()).await })
}

/// A part of a blob, copied into our memory; shorter if the blob ends earlier.
pub(super) fn part(blob: &Blob, from: f64, to: f64) -> BoxFuture<'_, Result<Vec<u8>, JsError>> {
    Box::pin(async move {
        let slice = blob.slice_with_f64_and_f64(from, to)?;
        Ok(Uint8Array::new(bytes(&slice).await?.as_ref()).to_vec())
    })
}

/// A blob of these bytes, in memory, so that it outlives the file that they came from.
pub(super) fn blob(buffer: &ArrayBuffer, media_type: &str) -> Result<Blob, JsError> {
    let parts = js_sys::Array::of1(buffer);
    let bag: web_sys::BlobPropertyBag = options(&[("type", media_type.into())]);
    Ok(Blob::new_with_buffer_source_sequence_and_options(&parts, &bag)?)
}

/// A number of bytes from a JavaScript number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes are whole and not negative")]
pub(super) fn count(number: f64) -> u64 {
    number as u64
}

/// Sets a field of a browser object.
pub(super) fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Any field can be set on these objects.
    Reflect::set(object, &JsValue::from(name), value).ok();
}
