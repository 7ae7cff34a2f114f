//! A part of the draft as answers to questions.

use super::DateDraft;
use crate::domain::rules::{Coded, Question};
use crate::domain::wire::{FromJson, Json, Misfit};

/// A part of the draft that holds answers.
pub(super) trait Part {
    /// The answer to a question of this part; `None` for other questions.
    fn answer(&self, question: Question) -> Option<Answer<'_>>;

    /// The same, mutable.
    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>>;
}

/// An answer, as its control holds it.
pub(super) enum Answer<'a> {
    /// Text as typed.
    Text(&'a str),
    /// A date as typed.
    Date(&'a DateDraft),
    /// An option that was chosen, or none yet.
    Choice(&'a dyn Choice),
    /// Whether it was agreed to.
    Consent(bool),
}

/// A mutable answer. Consent is not included: it is set together with its version and moment.
pub(super) enum AnswerMut<'a> {
    /// Text as typed.
    Text(&'a mut String),
    /// A date as typed.
    Date(&'a mut DateDraft),
    /// An option that was chosen, or none yet.
    Choice(&'a mut dyn Choice),
}

/// One of several options, or none yet.
pub(super) trait Choice {
    /// The code of the option; empty for none.
    fn code(&self) -> String;

    /// Chooses the option with this code; clears the answer for an unknown code.
    fn choose(&mut self, code: &str);

    /// Chooses the option with the code in JSON.
    ///
    /// # Errors
    /// For an unknown code.
    fn read(&mut self, json: &Json) -> Result<(), Misfit>;
}

impl<T: Coded> Choice for Option<T> {
    fn code(&self) -> String {
        self.as_ref().map(Coded::to_code).unwrap_or_default()
    }

    fn choose(&mut self, code: &str) {
        *self = T::of_code(code);
    }

    fn read(&mut self, json: &Json) -> Result<(), Misfit> {
        T::from_json(json).map(|option| *self = Some(option))
    }
}
