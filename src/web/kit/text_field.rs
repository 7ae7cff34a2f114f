//! One labelled text question with its error.

use leptos::prelude::*;

use super::FieldWords;
use super::element::{element, value_of};
use crate::web::reactive::Derived;

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextKind {
    /// Token for autofill.
    pub autocomplete: &'static str,
    /// Which keyboard a phone shows: `text`, `numeric`, `email`, `tel`.
    pub inputmode: &'static str,
    /// Width in characters: the length of a usual answer; 0 for the full width.
    pub width: u8,
    /// Several lines.
    pub is_long: bool,
}

/// One labelled text question with its error.
pub struct TextField {
    /// Name of the control; also its DOM id, unique within the wizard.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// What kind of text it is.
    pub kind: TextKind,
    /// The answer.
    pub value: Derived<String>,
    /// Takes what was typed.
    pub on_input: Callback<String>,
    /// Runs when the applicant leaves the question.
    pub on_leave: Callback<()>,
}

impl TextField {
    /// The control with its words.
    pub fn view(self) -> AnyView {
        let Self { name, words, kind, value, on_input, on_leave } = self;
        let class =
            if kind.width == 0 { "input".to_owned() } else { ["input input--", &kind.width.to_string()].concat() };
        let control = match kind.is_long {
            true => element("textarea", "").attr("rows", "4"),
            false => element("input", "")
                .attr("type", "text")
                .attr("autocomplete", kind.autocomplete)
                .attr("inputmode", kind.inputmode)
                .attr("spellcheck", "false")
                .attr("autocapitalize", if kind.inputmode == "text" { "words" } else { "none" }),
        };
        let typed = move |event| on_input.run(value_of(&event));
        let control = words
            .tie(control, &name)
            .attr("class", class)
            .value(move || value.get())
            .on("input", typed)
            .on("change", typed)
            .on("blur", move |_| on_leave.run(()));
        let frame = words.frame("div", "field");
        frame.child(words.label_for(&name)).child(words.messages(&name)).child(control.view()).view()
    }
}
