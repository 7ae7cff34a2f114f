//! A date in three boxes.

use leptos::prelude::*;
use web_sys::Event;

use super::FieldWords;
use crate::web::dom::{Element, div, fieldset, input, label, legend, set_value, value_of};

/// The parts of a date: day, month, year.
pub type DateParts = [String; 3];

/// A date in three boxes: `<name>.day`, `<name>.month`, `<name>.year`.
pub struct DateField {
    /// Name, before the suffix for the part.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Labels of the boxes.
    pub labels: [&'static str; 3],
    /// Whether this is a date of birth, for autofill.
    pub is_birth: bool,
    /// The answer.
    pub value: Memo<DateParts>,
    /// Called with the number of a box and the text typed in it, which may be a whole date in the first.
    pub on_input: Callback<(usize, String)>,
    /// Runs when the applicant leaves the last box.
    pub on_leave: Callback<()>,
}

/// A date in three boxes.
pub fn date_field(field: DateField) -> Element {
    let DateField { name, words, labels, is_birth, value, on_input, on_leave } = field;
    let parts = ["day", "month", "year"];
    let tokens = if is_birth { ["bday-day", "bday-month", "bday-year"] } else { ["off"; 3] };
    let boxes = parts.into_iter().zip(tokens).zip(labels).enumerate().map(|(number, ((part, token), words_of_box))| {
        let id = format!("{name}.{part}");
        let is_last = part == "year";
        let answer = move |parts: &DateParts| parts.get(number).cloned().unwrap_or_default();
        let typed = move |event: Event| {
            let text = value_of(&event);
            let may_be_whole = number == 0 && text.len() > 2;
            on_input.run((number, text));
            if may_be_whole {
                // The day of a whole date may be the one that was there before, so that nothing else would show it.
                set_value(&event, &value.with_untracked(answer));
            }
        };
        let control = input()
            .class(if is_last { "input input--4" } else { "input input--2" })
            .id(&id)
            .attr("name", &id)
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", token)
            .prop("value", move || value.with(answer))
            .on("input", typed)
            .on("change", typed)
            .on("blur", move |_| {
                if is_last {
                    on_leave.run(());
                }
            });
        div()
            .class("date__part")
            .child(label().class("date__label").attr("for", id).child(words_of_box))
            .child(words.mark(control))
    });
    let boxes = boxes.collect::<Vec<_>>();
    words
        .describe(words.frame(fieldset()).id(&name), &name, None)
        .child(words.label_in(legend()))
        .child(words.messages(&name))
        .child(div().class("date").child(boxes))
}
