//! The style sheets, adopted by the shadow root instead of a `<style>`, which a strict policy refuses.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, HtmlElement};

/// A style sheet, as written or, in release builds of the widget, without its spaces and comments.
macro_rules! sheet {
    ($path:literal) => {
        include_str!(concat!(env!("STYLES"), "/", $path))
    };
}

/// The sheets of the welcome screen. The first declares the order of the layers.
pub(super) const FIRST: [&str; 6] = [
    sheet!("tokens.css"),
    sheet!("base.css"),
    sheet!("kit/disclosure.css"),
    sheet!("kit/notice.css"),
    sheet!("screens/frame.css"),
    sheet!("screens/welcome.css"),
];

/// The other sheets.
pub(super) const REST: [&str; 22] = [
    sheet!("kit/check_box.css"),
    sheet!("kit/choice_field.css"),
    sheet!("kit/combobox.css"),
    sheet!("kit/date_field.css"),
    sheet!("kit/error_summary.css"),
    sheet!("kit/field.css"),
    sheet!("kit/file_slot.css"),
    sheet!("kit/select_field.css"),
    sheet!("kit/signature_pad.css"),
    sheet!("kit/text_field.css"),
    sheet!("redactor/view.css"),
    sheet!("screens/check.css"),
    sheet!("screens/data.css"),
    sheet!("screens/hand_over.css"),
    sheet!("screens/outcome.css"),
    sheet!("screens/panel.css"),
    sheet!("screens/purpose.css"),
    sheet!("screens/sent.css"),
    sheet!("screens/signing.css"),
    sheet!("screens/specimen.css"),
    sheet!("screens/start.css"),
    sheet!("screens/who.css"),
];

/// Adds sheets to those adopted by the shadow root of the wrapper.
pub(super) fn adopt(wrapper: &HtmlElement, sheets: &[&str]) {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    if sheet.replace_sync(&sheets.concat()).is_err() {
        return;
    }
    let (root, name) = (wrapper.get_root_node(), "adoptedStyleSheets".into());
    let adopted = Reflect::get(&root, &name).ok().and_then(|adopted| adopted.dyn_into::<Array>().ok());
    let adopted = adopted.unwrap_or_default().concat(&Array::of1(&sheet));
    Reflect::set(&root, &name, &adopted).ok();
}
