//! The style sheets, adopted by the shadow root; no `<style>`, which a strict policy refuses.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, HtmlElement};

/// The sheets of the welcome screen, the one that names the layers at the head.
pub(super) const FIRST: [&str; 6] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/kit/disclosure.css"),
    include_str!("../../../style/kit/notice.css"),
    include_str!("../../../style/steps/frame.css"),
    include_str!("../../../style/steps/welcome.css"),
];

/// All other sheets.
pub(super) const REST: [&str; 19] = [
    include_str!("../../../style/kit/check_box.css"),
    include_str!("../../../style/kit/choice_field.css"),
    include_str!("../../../style/kit/combobox.css"),
    include_str!("../../../style/kit/date_field.css"),
    include_str!("../../../style/kit/error_summary.css"),
    include_str!("../../../style/kit/field.css"),
    include_str!("../../../style/kit/file_slot.css"),
    include_str!("../../../style/kit/select_field.css"),
    include_str!("../../../style/kit/signature_pad.css"),
    include_str!("../../../style/kit/text_field.css"),
    include_str!("../../../style/steps/check.css"),
    include_str!("../../../style/steps/data.css"),
    include_str!("../../../style/steps/outcome.css"),
    include_str!("../../../style/steps/panel.css"),
    include_str!("../../../style/steps/purpose.css"),
    include_str!("../../../style/steps/sent.css"),
    include_str!("../../../style/steps/signing.css"),
    include_str!("../../../style/steps/start.css"),
    include_str!("../../../style/steps/who.css"),
];

/// Lets the shadow root around the wrapper adopt sheets, beside those it has.
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
