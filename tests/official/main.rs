//! Importing the scheme's own catalogue: what is imported, what is skipped and reported, and what is refused.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "tests may panic")]

mod any_xml;
mod bounds;
mod changes;
mod document;
mod example;
mod facts;
mod faults;
mod generate;
mod refused;
