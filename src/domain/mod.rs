//! The pure half: what is asked, what is right, and what is sent. No clock, no randomness, no browser.

#[cfg(feature = "answer")]
pub mod answer;
pub mod application;
pub mod catalogue;
pub mod draft;
pub mod journey;
#[cfg(feature = "official")]
pub mod official;
pub mod redaction;
pub mod rules;
pub mod scheme;
pub mod texts;
