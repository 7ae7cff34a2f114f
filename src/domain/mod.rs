//! The pure half: what is asked, which answers are valid, and what is sent. No clock, no randomness, no browser.

pub mod application;
pub mod catalogue;
pub mod draft;
pub mod handover;
pub mod journey;
pub mod lookup;
pub mod offer;
pub mod redaction;
pub mod rules;
pub mod scheme;
pub mod submission;
pub mod texts;
pub mod verdict;
pub mod wire;
