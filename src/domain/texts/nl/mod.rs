//! Everything the wizard says in Dutch.

mod choices;
mod phrases;
mod questions;
mod redactor;
mod rules;
mod screens;
mod variants;
mod welcome;

use super::{QuestionText, ScreenText, Texts};

pub use redactor::REDACTOR;
pub use welcome::WELCOME;

/// All wording in Dutch.
pub static TEXTS: Texts = Texts {
    question: |question| QuestionText::of(&questions::QUESTIONS, question),
    variant: |variant| QuestionText::numbered(&variants::VARIANTS, variant as usize),
    screen: |screen| ScreenText::of(&screens::SCREENS, screen),
    step: screens::step,
    choice: choices::choice,
    rule: |rule| rules::RULES.sentence(rule as usize),
    phrase: |phrase| phrases::PHRASES.sentence(phrase as usize),
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
