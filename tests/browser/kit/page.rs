//! The functions of page.js.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

/// `tools/setup` installs it.
const AXE: &str = include_str!("../../e2e/node_modules/axe-core/axe.min.js");

#[wasm_bindgen(module = "/tests/browser/kit/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = startAxe)]
    fn start_axe(source: &str);
    #[wasm_bindgen(js_name = violations)]
    async fn axe_violations(host: &HtmlElement) -> wasm_bindgen::JsValue;
    #[wasm_bindgen(js_name = accessibleName)]
    fn axe_name(element: &Element) -> String;
    #[wasm_bindgen(js_name = roleOf)]
    fn axe_role(element: &Element) -> String;

    pub fn adopt(root: &ShadowRoot, css: &str);
    #[wasm_bindgen(js_name = isVisible)]
    pub fn is_visible(element: &Element) -> bool;
    #[wasm_bindgen(js_name = iconOf)]
    pub fn icon_of(element: &Element) -> String;
    #[wasm_bindgen(js_name = insertText)]
    pub fn insert_text(text: &str);
    #[wasm_bindgen(js_name = pressKey)]
    pub fn press_key(element: &Element, key: &str) -> bool;
    #[wasm_bindgen(js_name = chooseFiles)]
    pub fn choose_files(input: &HtmlInputElement, names: Vec<String>);
    #[wasm_bindgen(js_name = dragOver)]
    pub fn drag_over(element: &Element) -> bool;
    #[wasm_bindgen(js_name = dropFiles)]
    pub fn drop_files(element: &Element, names: Vec<String>);
    #[wasm_bindgen(js_name = pasteFiles)]
    pub fn paste_files(element: &Element, names: Vec<String>);
    #[wasm_bindgen(js_name = movePen)]
    pub fn move_pen(element: &Element, event: &str, x: f64, y: f64);
    #[wasm_bindgen(js_name = sendLateEvents)]
    pub fn send_late_events(element: &Element);
}

/// The violations that axe finds in an element and its shadow root, one per line.
pub async fn violations(host: &HtmlElement) -> String {
    start_axe(AXE);
    axe_violations(host).await.as_string().unwrap()
}

/// The accessible name of an element.
pub fn name_of(element: &Element) -> String {
    start_axe(AXE);
    axe_name(element)
}

/// The role of an element; empty for none.
pub fn role_of(element: &Element) -> String {
    start_axe(AXE);
    axe_role(element)
}
