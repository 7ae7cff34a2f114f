//! Where a copy of an identity document is covered before it becomes a document of the application.

mod canvas;
mod checks;
mod cover;
mod moving;
mod piece;
mod scan;
mod state;
mod view;
mod zone_words;

pub use scan::{PendingScan, PendingScans, release_all};
pub use view::redactor;
