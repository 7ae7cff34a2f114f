//! One of a few options, as rows that can be pressed anywhere.

use leptos::prelude::*;

use super::FieldWords;
use crate::web::dom::{Element, div, fieldset, input, label, legend, span};

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What the control holds when it is chosen.
    pub value: String,
    /// The option.
    pub label: String,
    /// What it means, in one line; empty for none.
    pub hint: String,
    /// Shown at the end of the row, such as a price; empty for none.
    pub aside: String,
}

/// One of a few options.
pub struct ChoiceField {
    /// Name of the control; also the id of the group.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// The options.
    pub options: Signal<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    pub value: Signal<String>,
    /// Takes the choice.
    pub on_choose: Callback<String>,
}

/// One of a few options.
pub fn choice_field(field: ChoiceField) -> Element {
    let ChoiceField { name, words, options, value, on_choose } = field;
    let frame = words.describe(words.frame(fieldset()).id(&name), &name, None);
    let messages = words.messages(&name);
    let rows = move || options.get().into_iter().map(|option| row(&name, option, value, on_choose)).collect::<Vec<_>>();
    frame.child(words.label_in(legend())).child(messages).child(div().class("options").child(rows))
}

/// One row. The name of its radio button is the same in every wizard; each wizard's shadow root keeps the groups apart.
fn row(name: &str, option: ChoiceOption, value: Signal<String>, on_choose: Callback<String>) -> Element {
    let ChoiceOption { value: code, label: words, hint, aside } = option;
    let id = format!("{name}-{code}");
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let chosen = code.clone();
    let control = input()
        .class("option__control")
        .attr("type", "radio")
        .id(&id)
        .attr("name", name)
        .attr("value", &code)
        .attr("aria-describedby", hint_id.as_ref())
        .prop("checked", move || value.with(|value| *value == chosen))
        .on("change", move |_| on_choose.run(code.clone()));
    let text = label()
        .class("option__label")
        .attr("for", id)
        .child(span().class("option__text").child(words))
        .child((!aside.is_empty()).then(|| span().class("option__aside").child(aside)))
        .child(hint_id.map(|id| span().class("option__hint").id(id).child(hint)));
    div().class("option").child(control).child(text)
}
