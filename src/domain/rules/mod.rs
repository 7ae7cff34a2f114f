//! What can be wrong, and where: `Rule`, `Question`, `Place`, `Issue`, `Issues`.
//!
//! A rule carries a code, never a sentence; sentences live in `texts`.

mod codes;
mod issues;
mod place;
mod question;
mod rule;

pub(crate) use codes::codes;
pub use issues::{Issue, Issues};
pub use place::Place;
pub use question::Question;
pub use rule::Rule;
