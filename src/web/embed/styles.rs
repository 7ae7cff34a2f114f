//! The style sheets, joined and adopted by the shadow root; no `<style>`, which a strict policy refuses.

use js_sys::{Array, Reflect};
use web_sys::{CssStyleSheet, HtmlElement};

/// The sheets, in the order of their layers.
const SHEETS: [&str; 25] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/kit/check_box.css"),
    include_str!("../../../style/kit/choice_field.css"),
    include_str!("../../../style/kit/combobox.css"),
    include_str!("../../../style/kit/date_field.css"),
    include_str!("../../../style/kit/disclosure.css"),
    include_str!("../../../style/kit/error_summary.css"),
    include_str!("../../../style/kit/field.css"),
    include_str!("../../../style/kit/file_slot.css"),
    include_str!("../../../style/kit/notice.css"),
    include_str!("../../../style/kit/select_field.css"),
    include_str!("../../../style/kit/signature_pad.css"),
    include_str!("../../../style/kit/text_field.css"),
    include_str!("../../../style/steps/check.css"),
    include_str!("../../../style/steps/data.css"),
    include_str!("../../../style/steps/frame.css"),
    include_str!("../../../style/steps/outcome.css"),
    include_str!("../../../style/steps/panel.css"),
    include_str!("../../../style/steps/purpose.css"),
    include_str!("../../../style/steps/sent.css"),
    include_str!("../../../style/steps/signing.css"),
    include_str!("../../../style/steps/start.css"),
    include_str!("../../../style/steps/welcome.css"),
    include_str!("../../../style/steps/who.css"),
];

/// Lets the shadow root around the wrapper adopt the sheets.
pub(super) fn adopt(wrapper: &HtmlElement) {
    let Ok(sheet) = CssStyleSheet::new() else { return };
    if sheet.replace_sync(&SHEETS.concat()).is_ok() {
        let root = wrapper.get_root_node();
        Reflect::set(&root, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).ok();
    }
}
