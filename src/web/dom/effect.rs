//! Leptos's effects, with one type for all.

use leptos::prelude::*;

/// Runs soon, and again when a signal that it reads has changed. `Effect::new` has its own code for each closure.
pub fn effect(run: impl FnMut() + 'static) {
    erased(Box::new(run));
}

#[inline(never)]
fn erased(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}
