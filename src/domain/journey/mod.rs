//! The way through the wizard: which screens apply, what each asks, and which are open.

mod choice;
#[expect(clippy::module_inception, reason = "the room bears the name of its most important thing")]
mod journey;
mod questions;
mod screen;

pub use choice::Choice;
pub use journey::{Journey, has_problem, is_shown_on, screen_of};
pub use questions::{options, places};
pub use screen::{Screen, Step};
