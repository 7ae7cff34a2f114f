//! Reads the state of the control that an event comes from.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// What was typed or chosen in the control; empty if the event does not come from a control.
pub fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return select.value();
    }
    target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// Whether the control is checked.
pub fn is_checked(event: &Event) -> bool {
    let target = event.target();
    target.is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked))
}
