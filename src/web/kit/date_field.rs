//! A date in three boxes.

use leptos::prelude::*;

use super::FieldWords;
use super::element::{element, value_of};
use crate::web::reactive::Derived;

/// The parts of a date: day, month, year.
pub type DateParts = [String; 3];

/// A date in three boxes: `<name>.day`, `<name>.month`, `<name>.year`.
pub struct DateField {
    /// Name before the parts.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Labels of the boxes.
    pub labels: [&'static str; 3],
    /// Whether this is a date of birth, for autofill.
    pub is_birth: bool,
    /// The answer.
    pub value: Derived<DateParts>,
    /// Takes what was typed in a box: its number and the text.
    pub on_input: Callback<(usize, String)>,
    /// Runs when the applicant leaves the last box.
    pub on_leave: Callback<()>,
}

impl DateField {
    /// The group of boxes with its words.
    pub fn view(self) -> AnyView {
        let Self { name, words, labels, is_birth, value, on_input, on_leave } = self;
        let parts = ["day", "month", "year"];
        let tokens = if is_birth { ["bday-day", "bday-month", "bday-year"] } else { ["off"; 3] };
        let boxes = parts.into_iter().zip(tokens).zip(labels).enumerate().map(|(number, ((part, token), label))| {
            let id = [name.as_str(), ".", part].concat();
            let is_last = part == "year";
            let typed = move |event| on_input.run((number, value_of(&event)));
            let control = element("input", if is_last { "input input--4" } else { "input input--2" })
                .attr("id", id.as_str())
                .attr("name", id.as_str())
                .attr("type", "text")
                .attr("inputmode", "numeric")
                .attr("autocomplete", token)
                .value(move || value.with(|value| value.get(number).cloned().unwrap_or_default()))
                .on("input", typed)
                .on("change", typed)
                .on("blur", move |_| {
                    if is_last {
                        on_leave.run(())
                    }
                });
            let label = element("label", "date__label").attr("for", id).text(label);
            element("div", "date__part").child(label.view()).child(words.mark(control).view()).view()
        });
        let boxes: Vec<AnyView> = boxes.collect();
        words
            .describe(words.frame("fieldset", "field").attr("id", name.as_str()), &name, None)
            .child(words.label_in(element("legend", "field__label")))
            .child(words.messages(&name))
            .child(element("div", "date").children(boxes).view())
            .view()
    }
}
