//! What only a real browser can test: accepting files, saving answers, controls with their labels and descriptions.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

mod browser;
mod handover;
mod kit;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
