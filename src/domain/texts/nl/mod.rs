//! Everything the wizard says in Dutch.

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

/// All wording in Dutch.
pub static TEXTS: Texts = Texts {
    question: questions::question,
    screen: screens::screen,
    step: screens::step,
    choice: choices::choice,
    rule: rules::rule,
    phrase: phrases::phrase,
    welcome: &WELCOME,
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
};
