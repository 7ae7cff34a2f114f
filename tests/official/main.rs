//! The scheme's own catalogue made into ours: what comes in, what is skipped and said, and what is refused.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a test may stop where it stands")]

mod any_xml;
mod bounds;
mod changes;
mod document;
mod example;
mod facts;
mod faults;
mod generate;
mod refused;
