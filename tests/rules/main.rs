//! Every rule, both sides of its edge.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod dutch_day;
mod formats;
mod vectors;
