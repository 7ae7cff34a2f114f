//! One of a few options, as rows that can be pressed anywhere.

use leptos::prelude::*;

use super::FieldWords;
use crate::web::dom::{Element, div, fieldset, input, label, legend, span, uncheck};

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// The value of the control when this is chosen.
    pub value: String,
    /// Its label.
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
    pub options: Memo<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    pub value: Memo<String>,
    /// Called with the choice.
    pub on_choose: Callback<String>,
}

/// One of a few options.
pub fn choice_field(field: ChoiceField) -> Element {
    let ChoiceField { name, words, options, value, on_choose } = field;
    // Of the roles for a group, only `radiogroup` can be marked as invalid.
    let group = words.mark(words.frame(fieldset()).id(&name).attr("role", "radiogroup"));
    let frame = words.describe(group, &name, None);
    let messages = words.messages(&name);
    let rows = move || options.get().into_iter().map(|option| row(&name, option, value, on_choose)).collect::<Vec<_>>();
    frame.child(words.label_in(legend())).child(messages).child(div().class("options").child(rows))
}

/// One row. The name of its radio button is the same in every wizard; each wizard's shadow root keeps the groups apart.
/// The whole row is the label that can be pressed, but the hint in it is the option's description and not part of its
/// name.
fn row(name: &str, option: ChoiceOption, value: Memo<String>, on_choose: Callback<String>) -> Element {
    let ChoiceOption { value: code, label: words, hint, aside } = option;
    let id = format!("{name}-{code}");
    let text_id = format!("{id}-text");
    let [aside_id, hint_id] =
        [("aside", &aside), ("hint", &hint)].map(|(part, words)| (!words.is_empty()).then(|| format!("{id}-{part}")));
    let named_by = [Some(&text_id), aside_id.as_ref()].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
    let chosen = code.clone();
    let control = input()
        .class("option__control")
        .attr("type", "radio")
        .id(&id)
        .attr("name", name)
        .attr("value", &code)
        .attr("aria-labelledby", named_by.join(" "))
        .attr("aria-describedby", hint_id.as_ref())
        .prop("checked", move || value.with(|value| *value == chosen))
        .on("change", move |_| on_choose.run(code.clone()))
        .on("blur", move |event| {
            if value.with_untracked(String::is_empty) {
                uncheck(&event);
            }
        });
    let text = label()
        .class("option__label")
        .attr("for", id)
        .child(span().class("option__text").id(text_id).child(words))
        .child(aside_id.map(|id| span().class("option__aside").id(id).child(aside)))
        .child(hint_id.map(|id| span().class("option__hint").id(id).child(hint)));
    div().class("option").child(control).child(text)
}
