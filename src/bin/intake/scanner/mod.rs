//! The virus scanner: `clamd`, or another program with its protocol.

mod address;
mod clamd;
mod failure;
mod verdict;

pub use address::Address;
pub use clamd::Clamd;
pub use verdict::Verdict;
