//! The reference backend from the outside: the real program, over HTTP.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "tests may panic")]

mod announcing;
mod bucket;
mod claims;
mod clamd;
#[path = "../common/mod.rs"]
mod common;
mod erasing;
mod examples;
mod exporting;
mod faults;
mod following;
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
mod receiver;
mod refusing;
mod robust;
mod same_store;
mod scanning;
mod sealing;
mod server;
mod serving;
#[path = "../../src/bin/intake/webhook/signature.rs"]
mod signature;
mod slow;
mod starting;
mod storing;
mod sweeping;
mod verifying;
