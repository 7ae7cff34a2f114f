//! Where a copy of an identity document is covered before it becomes a document of the application.

mod canvas;
mod checks;
mod cover;
mod moving;
mod piece;
mod state;
mod view;
mod zone_words;

pub use view::redactor;
