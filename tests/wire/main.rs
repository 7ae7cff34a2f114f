//! The JSON formats: reading, writing, schemas, and the output of `check`.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "tests may panic")]

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
#[path = "../common/running.rs"]
mod running;
#[cfg(feature = "check")]
mod schema;
