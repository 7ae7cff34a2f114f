//! Reads the state of the control that an event comes from.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What was typed or chosen in the control; empty if the event does not come from a control.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return composed(&input.value());
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return select.value();
    }
    composed(&target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default())
}

/// The text with accents composed with their letters (Unicode normal form C), as backends read it.
pub fn composed(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

/// Replaces what was typed in the control.
pub fn set_value(event: &Event, text: &str) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}

/// Unchecks a radio button of a group in which nothing is chosen, when it loses the focus.
///
/// In a shadow root, Chromium (156) remembers which button of such a group had the focus, also after the button was
/// replaced, as by one in another language. Tab then skips the whole group. This makes it forget.
pub fn uncheck(event: &Event) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(true);
        input.set_checked(false);
    }
}

/// Whether the control is checked.
pub fn is_checked(event: &Event) -> bool {
    let target = event.target();
    target.is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked))
}
