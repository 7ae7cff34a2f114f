//! Scrolling to an element.

use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls until an element can be seen.
pub fn scroll_into_view(element: &web_sys::Element, block: ScrollLogicalPosition) {
    // Without a prototype, on which the page may have put options of its own.
    let options: ScrollIntoViewOptions = Object::create(JsValue::NULL.unchecked_ref::<Object>()).unchecked_into();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
