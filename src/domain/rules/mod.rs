//! What is asked and what can be wrong with it: `Question` with its `Screen`, `Rule`, `Place`, `Issue`, `Issues`.
//!
//! A rule carries a code, never a sentence; sentences live in `texts`.

mod codes;
mod control;
mod issues;
mod place;
mod question;
mod rule;
mod screen;

pub use codes::Coded;
pub(crate) use codes::codes;
pub use control::{Control, Keyboard, TextControl};
pub use issues::{Issue, Issues};
pub use place::Place;
pub use question::{Question, Row};
pub use rule::Rule;
pub use screen::{Destination, Screen, Step};
