//! Everything the wizard says in English.

mod choices;
mod phrases;
mod questions;
mod redactor;
mod rules;
mod screens;
mod welcome;

use super::Texts;

pub use redactor::REDACTOR;
pub use welcome::WELCOME;

/// All wording in English.
pub static TEXTS: Texts = Texts {
    question: questions::question,
    screen: screens::screen,
    step: screens::step,
    choice: choices::choice,
    rule: rules::rule,
    phrase: phrases::phrase,
    welcome: &WELCOME,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};
