//! The screens: a frame around all of them, one renderer for every kind of question, and the few special views.

mod check;
mod data;
mod document_slot;
mod frame;
mod hand_over;
mod keeping;
mod look_up;
mod missing_files;
mod needed_level;
mod open;
mod outcome;
mod outline;
mod own_field;
mod panel;
mod progress;
mod purpose;
mod question;
mod question_words;
mod sent;
mod service_search;
mod signatory;
mod signing;
mod specimen;
mod start;
mod welcome;
mod who;

pub use frame::frame;
pub use welcome::{Loading, welcome_screen};
