//! The widget: what the loader of the custom element calls.

#![forbid(unsafe_code)]

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use eherkenning_wizard::web::element::{MountedWizard, mount_wizard};

/// Nothing happens before the loader calls.
fn main() {}

/// Mounts a wizard into `wrapper`, which is in the shadow root of `element`.
///
/// # Errors
/// An error with a `code`, and `retryable`.
#[wasm_bindgen]
pub async fn mount(element: HtmlElement, wrapper: HtmlElement, base: String) -> Result<MountedWizard, JsValue> {
    mount_wizard(element, wrapper, base).await
}
