//! One at a time, in order: no write to the database overtakes an earlier one.

use std::cell::RefCell;

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;

use crate::web::browser::script;

thread_local! {
    /// Resolves when the last turn is over, of whichever wizard of the page: one that is removed and added again finds
    /// what it still had to write.
    static LAST: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// A turn, which ends when it is dropped.
pub(super) struct Turn {
    before: JsValue,
    over: Option<Function>,
}

/// Waits until all earlier turns are over.
pub(super) async fn take() -> Turn {
    let mut over = None;
    let last = script::called(|settle, _| over = Some(settle));
    let turn = Turn { before: LAST.replace(last.into()), over };
    script::awaited(Promise::resolve(&turn.before)).await.ok();
    turn
}

impl Drop for Turn {
    fn drop(&mut self) {
        // A cancelled waiter passes its predecessor on.
        if let Some(over) = &self.over {
            over.call1(&JsValue::UNDEFINED, &self.before).ok();
        }
    }
}
