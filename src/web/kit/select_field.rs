//! One of many options.

use leptos::prelude::*;

use super::element::{element, group, value_of};
use super::{ChoiceOption, FieldWords};
use crate::web::reactive::Derived;

/// One of many options, in a list that opens.
pub struct SelectField {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Token for autofill.
    pub autocomplete: &'static str,
    /// What stands there while nothing is chosen.
    pub prompt: &'static str,
    /// The options.
    pub options: Derived<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    pub value: Derived<String>,
    /// Takes the choice.
    pub on_choose: Callback<String>,
    /// Runs when the applicant leaves the question.
    pub on_leave: Callback<()>,
}

impl SelectField {
    /// The control with its words.
    pub fn view(self) -> AnyView {
        let Self { name, words, autocomplete, prompt, options, value, on_choose, on_leave } = self;
        let rows = move || group(options.get().into_iter().map(|option| row(option.value, option.label, value)));
        let control = words
            .tie(element("select", "input select"), &name)
            .attr("autocomplete", autocomplete)
            .on("change", move |event| on_choose.run(value_of(&event)))
            .on("blur", move |_| on_leave.run(()))
            .child(row(String::new(), prompt.to_owned(), value))
            .child_with(rows);
        let frame = words.frame("div", "field");
        frame.child(words.label_for(&name)).child(words.messages(&name)).child(control.view()).view()
    }
}

fn row(code: String, label: String, value: Derived<String>) -> AnyView {
    let option = element("option", "").attr("value", code.as_str()).text(label);
    option.property("selected", move || value.with(|value| *value == code)).view()
}
