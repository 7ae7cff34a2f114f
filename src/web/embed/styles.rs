//! The style sheets, adopted by the shadow root; no `<style>`, which a strict policy refuses.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, HtmlElement};

/// A style sheet without the spaces, comments and last semicolons that only its readers need.
macro_rules! sheet {
    ($path:literal) => {{
        const WRITTEN: &str = include_str!(concat!("../../../style/", $path));
        const DENSE: [u8; dense::<{ WRITTEN.len() }>(WRITTEN).1] =
            match dense::<{ WRITTEN.len() }>(WRITTEN).0.first_chunk() {
                Some(dense) => *dense,
                None => panic!("dense is shorter"),
            };
        match std::str::from_utf8(&DENSE) {
            Ok(dense) => dense,
            Err(_) => panic!("whole characters were left out"),
        }
    }};
}

/// The sheet with less in it, and the bytes it still has.
#[expect(clippy::indexing_slicing, reason = "only while compiling")]
const fn dense<const N: usize>(sheet: &str) -> ([u8; N], usize) {
    let bytes = sheet.as_bytes();
    let (mut kept, mut length, mut at) = ([0; N], 0, 0);
    while at < N {
        if bytes[at] == b'/' && at + 1 < N && bytes[at + 1] == b'*' {
            at += 2;
            while bytes[at - 2] != b'*' || bytes[at - 1] != b'/' {
                at += 1;
            }
            continue;
        }
        let byte = bytes[at];
        let is_space = byte == b' ' || byte == b'\n';
        at += 1;
        let next = if at < N { bytes[at] } else { b'}' };
        let before = if length > 0 { kept[length - 1] } else { b'}' };
        if is_space
            && (matches!(before, b'{' | b'}' | b';' | b':' | b',') || matches!(next, b' ' | b'\n' | b'{' | b'}'))
        {
            continue;
        }
        if byte == b'}' && before == b';' {
            length -= 1;
        }
        kept[length] = if is_space { b' ' } else { byte };
        length += 1;
    }
    (kept, length)
}

/// The sheets of the welcome screen, the one that names the layers at the head.
pub(super) const FIRST: [&str; 6] = [
    sheet!("tokens.css"),
    sheet!("base.css"),
    sheet!("kit/disclosure.css"),
    sheet!("kit/notice.css"),
    sheet!("steps/frame.css"),
    sheet!("steps/welcome.css"),
];

/// All other sheets.
pub(super) const REST: [&str; 20] = [
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
    sheet!("redactor/views.css"),
    sheet!("steps/check.css"),
    sheet!("steps/data.css"),
    sheet!("steps/outcome.css"),
    sheet!("steps/panel.css"),
    sheet!("steps/purpose.css"),
    sheet!("steps/sent.css"),
    sheet!("steps/signing.css"),
    sheet!("steps/start.css"),
    sheet!("steps/who.css"),
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
