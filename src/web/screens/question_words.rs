//! The words around a question, and the error that may show.

use leptos::prelude::*;

use crate::domain::rules::Place;
use crate::domain::texts::{self, Phrase};
use crate::web::kit::{FieldError, FieldWords};
use crate::web::wizard::Wizard;

fn hint(wizard: Wizard, place: Place) -> String {
    let days = wizard.with_facts(|facts| facts.offer.extract.max_age_days.to_string());
    texts::fill(wizard.hint(place.question), &[("days", &days)])
}

/// The words around a question: its own, and the error that may show.
pub(super) fn words(wizard: Wizard, place: Place) -> FieldWords {
    let words = wizard.question(place.question);
    let optional = if place.question.row().is_optional { wizard.phrase(Phrase::Optional) } else { "" };
    let error = Memo::new(move |_| {
        let issue = wizard.issue_at(place)?;
        Some(FieldError { code: issue.rule.code(), text: wizard.sentence(&issue) })
    });
    FieldWords {
        label: words.label.to_owned(),
        hint: Memo::new(move |_| hint(wizard, place)),
        optional: optional.to_owned(),
        error,
        error_word: wizard.phrase(Phrase::Error).to_owned(),
    }
}
