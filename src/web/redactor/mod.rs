//! Where a copy of an identity document is covered before it becomes a document of the application.

mod bench;
mod canvas;
mod piece;
mod views;

pub use bench::view;

use crate::domain::redaction::RawScan;
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

/// Lets go of all copies that are not covered.
pub fn drop_all(wizard: Wizard, sheets: Sheets) {
    let ids = sheets.try_with_untracked(|sheets| sheets.iter().map(Sheet::id).collect::<Vec<_>>());
    ids.unwrap_or_default().iter().for_each(|id| wizard.host().release(id));
}
