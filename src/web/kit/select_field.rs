//! One of many options, in a drop-down list.

use leptos::prelude::*;

use super::{ChoiceOption, FieldWords};
use crate::web::dom::{Element, div, option, select, value_of};

/// One of many options, in a drop-down list.
pub struct SelectField {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Token for autofill.
    pub autocomplete: &'static str,
    /// Shown while nothing is chosen.
    pub prompt: &'static str,
    /// The options.
    pub options: Memo<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    pub value: Memo<String>,
    /// Called with the choice.
    pub on_choose: Callback<String>,
    /// Runs when the applicant leaves the question.
    pub on_leave: Callback<()>,
}

/// One of many options, in a drop-down list.
pub fn select_field(field: SelectField) -> Element {
    let SelectField { name, words, autocomplete, prompt, options, value, on_choose, on_leave } = field;
    let rows =
        move || options.get().into_iter().map(|option| row(option.value, option.label, value)).collect::<Vec<_>>();
    let control = words
        .tie(select().class("input select"), &name)
        .attr("autocomplete", autocomplete)
        .on("change", move |event| on_choose.run(value_of(&event)))
        .on("blur", move |_| on_leave.run(()))
        .child(row(String::new(), prompt.to_owned(), value))
        .child(rows);
    words.frame(div()).child(words.label(&name)).child(words.messages(&name)).child(control)
}

fn row(code: String, words: String, value: Memo<String>) -> Element {
    option().attr("value", &code).child(words).prop("selected", move || value.with(|value| *value == code))
}
