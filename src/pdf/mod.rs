//! Reading PDFs: a scan of an identity document becomes pictures of its pages, and a PDF that cannot be opened without a
//! password is recognised.
//!
//! A small file can ask for any amount of work or memory. [`needs_password`] is bounded by itself; opening and drawing
//! are not, so they only run in the module `pdf.wasm`, whose memory and work are limited (`src/bin/pdf`, `tools/pdf`).

#[cfg(feature = "pdf")]
mod document;
#[cfg(feature = "pdf")]
mod fonts;
mod password;

#[cfg(feature = "pdf")]
pub use document::{Document, Picture, Unopened};
pub use password::needs_password;
