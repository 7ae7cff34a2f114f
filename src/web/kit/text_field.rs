//! One labelled text question with its error.

use leptos::prelude::*;

use super::FieldWords;
use crate::web::dom::{Element, div, input, textarea, value_of};

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextKind {
    /// Token for autofill.
    pub autocomplete: &'static str,
    /// The keyboard that a phone shows: `text`, `numeric`, `email`, `tel`.
    pub inputmode: &'static str,
    /// Width in characters: the length of a typical answer; 0 for the full width.
    pub width: u8,
    /// Whether it has several lines.
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
    pub value: Memo<String>,
    /// Called with the typed text.
    pub on_input: Callback<String>,
    /// Runs when the applicant leaves the question.
    pub on_leave: Callback<()>,
}

/// One labelled text question with its error.
pub fn text_field(field: TextField) -> Element {
    let TextField { name, words, kind, value, on_input, on_leave } = field;
    let control = if kind.is_long {
        textarea().attr("rows", "4")
    } else {
        // Chrome fills one address into all fields of type `text` that ask for addresses of others. In those of type
        // `email` it writes an international domain in ASCII, so only they have that type.
        let is_of_others = kind.inputmode == "email" && kind.autocomplete == "off";
        input()
            .attr("type", if is_of_others { "email" } else { "text" })
            .attr("autocomplete", kind.autocomplete)
            .attr("inputmode", kind.inputmode)
            .attr("spellcheck", "false")
            .attr("autocapitalize", if kind.inputmode == "text" { "words" } else { "none" })
    };
    let control = match kind.width {
        0 => control.class("input"),
        width => control.class("input").class(format!("input--{width}")),
    };
    let typed = move |event| on_input.run(value_of(&event));
    let control = words
        .tie(control, &name)
        .prop("value", move || value.get())
        .on("input", typed)
        .on("change", typed)
        .on("blur", move |_| on_leave.run(()));
    words.frame(div()).child(words.label(&name)).child(words.messages(&name)).child(control)
}
