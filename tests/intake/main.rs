//! The reference backend from the outside: the real program, over HTTP.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "tests may panic")]

mod bucket;
mod claims;
#[path = "../common/mod.rs"]
mod common;
mod erasing;
mod examples;
mod exporting;
mod faults;
mod form;
mod health;
mod kvk;
#[path = "../../src/bin/intake/limits.rs"]
mod limits;
mod load;
mod lookup;
mod lookup_at_the_kvk;
mod lookup_limits;
mod marking;
mod metrics;
mod operator;
mod outcomes;
mod post_limits;
mod refusing;
mod robust;
mod sealing;
mod server;
mod serving;
mod slow;
mod starting;
mod storing;
mod sweeping;
mod verifying;
