//! Storing and sending one application: the machine case by case, and its tables.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod answers;
mod chance;
#[path = "../common/mod.rs"]
mod common;
mod found;
mod late;
mod leaving;
mod outcomes;
mod patience;
mod records;
mod retry_after;
mod sending;
mod storing;
mod tabs;
mod walk;
