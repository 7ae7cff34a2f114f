//! What goes over the wire and into files keeps its shape.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod catalogue;
#[path = "../common/mod.rs"]
mod common;
#[cfg(feature = "check")]
mod program;
mod records;
mod round_trip;
#[cfg(feature = "check")]
mod rules_page;
#[cfg(feature = "check")]
mod schema;
