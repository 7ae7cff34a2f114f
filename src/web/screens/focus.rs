//! Moving the focus to a question.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::ScrollLogicalPosition;

use crate::web::dom::{ElementRef, scroll_into_view};

/// Moves the focus to a control by its name, or to the first control whose name begins with it.
pub(super) fn focus_on(root: ElementRef, name: &str) {
    let selector = format!("[name='{name}'], [name^='{name}.'], [data-place='{name}']");
    let found = root.get_untracked().and_then(|root| root.query_selector(&selector).ok().flatten());
    let found = match found.as_ref().and_then(|first| first.dyn_ref::<web_sys::HtmlInputElement>()) {
        Some(radio) if radio.type_() == "radio" => root
            .get_untracked()
            .and_then(|root| root.query_selector(&format!("[name='{name}']:checked")).ok().flatten())
            .or(found),
        _ => found,
    };
    if let Some(control) = found.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        control.focus().ok();
        scroll_into_view(&control, ScrollLogicalPosition::Center);
    }
}
