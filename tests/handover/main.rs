//! Handovers: the format against vectors of another implementation, everything that can be wrong with a file, and the
//! program `check handover`.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod content;
mod file;
mod names;
mod passphrases;
mod program;
mod sealing;
mod vectors;

#[path = "../common/mod.rs"]
mod common;
/// That of the program.
#[path = "../../src/bin/check/handover/crypto.rs"]
#[allow(dead_code, reason = "only the program needs randomness")]
mod crypto;
#[path = "../common/running.rs"]
mod running;
