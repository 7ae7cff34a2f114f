//! The way through the wizard: which screens apply, what each asks, and which are open.

mod addressee;
mod choice;
#[expect(clippy::module_inception, reason = "the room is named after its main type")]
mod journey;
mod options;
mod places;

pub use addressee::Addressee;
pub use choice::Choice;
pub use journey::{Journey, has_problem, is_shown_on};
pub use options::options;
pub use places::{places, screen_for};

pub use crate::domain::rules::{Destination, Screen, Step};
