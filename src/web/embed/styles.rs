//! The style sheets, joined and adopted by the shadow root; no `<style>`, which a strict policy refuses.

use js_sys::{Array, Reflect};
use web_sys::{CssStyleSheet, HtmlElement};

/// The sheets, in the order of their layers.
const SHEETS: [&str; 0] = [];

/// Lets the shadow root around the wrapper adopt the sheets.
pub(super) fn adopt(wrapper: &HtmlElement) {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    if sheet.replace_sync(&SHEETS.concat()).is_ok() {
        let root = wrapper.get_root_node();
        Reflect::set(&root, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).ok();
    }
}
