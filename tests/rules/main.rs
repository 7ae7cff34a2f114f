//! Every rule, on both sides of its limit.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "tests may panic")]

mod answers;
mod case;
mod cases;
mod catalogue;
#[path = "../common/mod.rs"]
mod common;
mod contract;
mod documents;
mod domains;
mod dutch_day;
mod every_rule;
mod formats;
mod legibility;
mod lookup;
mod organisation;
mod people;
mod prefill;
mod purpose;
mod reading;
mod redaction;
mod requirements;
mod round_trip;
mod signatories;
mod signing;
mod starts;
mod vectors;
