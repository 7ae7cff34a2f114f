//! Writes the conformance cases as one file for runners in other languages: `cargo run --example conformance`.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "a tool may panic")]

#[allow(dead_code, reason = "only the test uses all of it")]
mod cases;
mod json;

use std::io::Write;

fn main() {
    let lines: Vec<String> = cases::all().iter().map(|case| case.line() + "\n").collect();
    std::io::stdout().lock().write_all(lines.concat().as_bytes()).unwrap();
}
