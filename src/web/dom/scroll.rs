//! Scrolling to an element, and how much is in sight.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls until an element can be seen.
pub fn scroll_into_view(element: &web_sys::Element, block: ScrollLogicalPosition) {
    // Without a prototype, on which the page may have put options of its own.
    let options: ScrollIntoViewOptions = Object::create(JsValue::NULL.unchecked_ref::<Object>()).unchecked_into();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How much of the page is in sight, in CSS pixels: on a phone, what its keyboard leaves.
pub fn visible_height() -> Option<i32> {
    let window = JsValue::from(web_sys::window()?);
    let viewport = Reflect::get(&window, &"visualViewport".into()).ok()?;
    Reflect::get(&viewport, &"height".into()).ok()?.as_f64().map(|height| height as i32)
}
