//! What the page can do for the applicant: print, copy, save a file.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::script::{self, JsError};
use crate::domain::scheme::Lang;

/// Whether the browser reports a network connection.
pub(super) fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Offers a text as a file to save.
pub(super) fn offer_text(name: &str, text: &str) -> Result<(), JsError> {
    let bag: web_sys::BlobPropertyBag = script::options(&[("type", "application/json".into())]);
    offer_blob(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &bag)?)
}

/// Offers a file to save, by a link that is not attached to the document.
pub(super) fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsError> {
    let url = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsError)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    spawn_local(async move {
        // The browser reads the address after the click, and does not report when it has.
        TimeoutFuture::new(60_000).await;
        Url::revoke_object_url(&url).ok();
    });
    Ok(())
}

/// Whether the system can pass on a file.
pub(super) fn can_share(name: &str, blob: &Blob) -> bool {
    sharing("canShare", name, blob).is_some_and(|can| can.is_truthy())
}

/// Asks the system to pass on a file; saves it if the system refuses.
pub(super) fn share(name: &str, blob: &Blob) {
    let Some(sharing) = sharing("share", name, blob) else { return };
    let (name, blob) = (name.to_owned(), blob.clone());
    spawn_local(async move {
        let Err(error) = JsFuture::from(sharing.unchecked_into::<Promise>()).await else { return };
        let reason = script::field::<JsValue>(&error, "name").and_then(|reason| reason.as_string());
        // Not when the applicant changes their mind.
        if reason.as_deref() != Some("AbortError") {
            // If files cannot be offered either, the application is still on the screen.
            offer_blob(&name, &blob).ok();
        }
    });
}

/// Calls a function of `navigator` with a file; `None` if there is none, or it throws.
fn sharing(function: &str, name: &str, blob: &Blob) -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    let function = script::method(&navigator, function)?;
    let bag: web_sys::FilePropertyBag = script::options(&[("type", blob.type_().into())]);
    let file = web_sys::File::new_with_blob_sequence_and_options(&Array::of1(blob), name, &bag).ok()?;
    let files: JsValue = script::options(&[("files", Array::of1(&file).into())]);
    function.call1(&navigator, &files).ok()
}

/// The address of the page, without query and fragment.
pub(super) fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    Some([location.origin().ok()?, location.pathname().ok()?].concat())
}

/// Prints the page.
pub(super) fn print() {
    // A frame may not be allowed to; then nothing happens.
    web_sys::window().map(|window| window.print().ok());
}

/// Reloads the page.
pub(super) fn reload() {
    // A frame may not be allowed to; then nothing happens.
    web_sys::window().map(|window| window.location().reload().ok());
}

/// Copies a text, if the browser allows it.
pub(super) fn copy(text: &str) {
    let Some(window) = web_sys::window() else { return };
    let Some(clipboard) = script::field::<JsValue>(&window.navigator(), "clipboard") else { return };
    let Some(write) = script::method(&clipboard, "writeText") else { return };
    if let Ok(writing) = write.call1(&clipboard, &text.into()) {
        // If copying fails, the text is still on the screen.
        spawn_local(async move { drop(script::settled::<JsValue>(writing.unchecked_into()).await) });
    }
}

/// The name of a country; its code if the browser knows no name.
pub(super) fn country_name(code: &str, lang: Lang) -> String {
    display_name(code, lang).unwrap_or_else(|| code.to_owned())
}

fn display_name(code: &str, lang: Lang) -> Option<String> {
    let intl = script::field::<JsValue>(&js_sys::global(), "Intl")?;
    let names = script::method(&intl, "DisplayNames")?;
    let options: JsValue = script::options(&[("type", "region".into())]);
    let names = Reflect::construct(&names, &Array::of2(&lang.code().into(), &options)).ok()?;
    script::method(&names, "of")?.call1(&names, &code.into()).ok()?.as_string()
}
