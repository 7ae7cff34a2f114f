//! What only a real browser can show: files taken in, answers kept, controls tied to their words.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod browser;
mod kit;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
