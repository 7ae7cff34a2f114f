//! Where a copy of an identity document is covered before it becomes a document of the application.

mod canvas;
mod checks;
mod piece;
mod state;
mod view;

use leptos::prelude::*;

use state::RedactorState;

use crate::domain::redaction::RawScan;
use crate::domain::rules::Place;
use crate::web::dom::Element;
use crate::web::wizard::{Photo, Wizard};

/// A copy that is not covered yet.
pub struct PendingScan {
    /// The copy.
    pub raw: RawScan<Photo>,
    /// Number of the document that it replaces; empty for none.
    pub replaced: String,
}

impl PendingScan {
    /// The id under which its photo is held.
    pub fn id(&self) -> String {
        self.raw.image().id.clone()
    }
}

/// The copies that wait for their turn; the first is in the redactor.
pub type PendingScans = RwSignal<Vec<PendingScan>>;

/// Releases all copies that are not covered.
pub fn release_all(wizard: Wizard, scans: PendingScans) {
    let ids = scans.try_with_untracked(|scans| scans.iter().map(PendingScan::id).collect::<Vec<_>>());
    ids.unwrap_or_default().iter().for_each(|id| wizard.host().release(id));
}

/// The redactor, for the first of the copies.
pub fn redactor(wizard: Wizard, place: Place, scans: PendingScans) -> Element {
    let state = RedactorState::new(wizard, place, scans);
    Effect::new(move |_| {
        state.is_covering.get();
        if state.canvas.get().is_some() {
            state.draw();
        }
    });
    view::redactor(state)
}
