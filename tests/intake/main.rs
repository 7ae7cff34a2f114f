//! The reference backend from the outside: the real program, spoken to over HTTP.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "../common/mod.rs"]
mod common;
mod form;
mod keeping;
mod refusing;
mod robust;
mod server;
mod serving;
