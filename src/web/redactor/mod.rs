//! Where a copy of an identity document is covered before it becomes a document of the application.
//!
//! All of it is in a module of its own, which comes when the first copy is chosen: only [`fetch`] leads to it.

mod bench;
mod canvas;
mod piece;
mod views;

use leptos::prelude::AnyView;
#[cfg(not(debug_assertions))]
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::domain::redaction::RawScan;
use crate::domain::rules::Place;
use crate::web::reactive::State;
use crate::web::wizard::{Photo, Wizard};

/// A copy that is not covered yet.
pub struct Sheet {
    /// The copy.
    pub scan: RawScan<Photo>,
    /// Number of the document whose place it takes; empty for none.
    pub replaced: String,
}

impl Sheet {
    /// What its photo is held by.
    pub fn id(&self) -> String {
        self.scan.image().id.clone()
    }
}

/// The copies that wait for their turn; the first is on the bench.
pub type Sheets = State<Vec<Sheet>>;

/// Shows the redactor for the first copy. It takes the copy out when it is done with it.
pub type View = fn(Wizard, Place, Sheets) -> AnyView;

/// Fetches the redactor, unless that was done; nothing when it cannot be had.
#[cfg(not(debug_assertions))]
pub async fn fetch() -> Option<View> {
    view().await.ok()
}

/// A build for tests is one module: the redactor is there. Where nothing cuts, no door may stand: a browser does not
/// load a module with one.
#[cfg(debug_assertions)]
#[allow(clippy::unused_async, reason = "one signature for both builds")]
pub async fn fetch() -> Option<View> {
    Some(bench::view)
}

#[cfg(not(debug_assertions))]
#[wasm_split(redactor, fallible)]
fn view() -> Result<View, SplitLoaderError> {
    Ok(bench::view)
}

/// Lets go of all copies that are not covered.
pub fn drop_all(wizard: Wizard, sheets: Sheets) {
    let ids = sheets.try_with_untracked(|sheets| sheets.iter().map(Sheet::id).collect::<Vec<_>>());
    ids.unwrap_or_default().iter().for_each(|id| wizard.host().release(id));
}
