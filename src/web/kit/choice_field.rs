//! One of a few options, as rows that can be pressed anywhere.

use leptos::prelude::*;

use super::FieldWords;
use super::element::{element, group};
use crate::web::reactive::Derived;

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
    pub options: Derived<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    pub value: Derived<String>,
    /// Takes the choice.
    pub on_choose: Callback<String>,
}

impl ChoiceField {
    /// The group of rows with its words.
    pub fn view(self) -> AnyView {
        let Self { name, words, options, value, on_choose } = self;
        let frame = words.describe(words.frame("fieldset", "field").attr("id", name.as_str()), &name, None);
        let legend = words.label_in(element("legend", "field__label"));
        let messages = words.messages(&name);
        let rows = move || group(options.get().into_iter().map(|option| row(&name, option, value, on_choose)));
        frame.child(legend).child(messages).child(element("div", "options").child_with(rows).view()).view()
    }
}

/// One row. Radio buttons of two wizards in one document must not share a group; the name is the contract,
/// so each wizard's shadow root keeps them apart.
fn row(name: &str, option: ChoiceOption, value: Derived<String>, on_choose: Callback<String>) -> AnyView {
    let ChoiceOption { value: code, label, hint, aside } = option;
    let id = [name, "-", &code].concat();
    let hint_id = [&id, "-hint"].concat();
    let mut control = element("input", "option__control")
        .attr("type", "radio")
        .attr("id", id.as_str())
        .attr("name", name)
        .attr("value", code.as_str());
    let mut text =
        element("label", "option__label").attr("for", id).child(element("span", "option__text").text(label).view());
    if !aside.is_empty() {
        text = text.child(element("span", "option__aside").text(aside).view());
    }
    if !hint.is_empty() {
        control = control.attr("aria-describedby", hint_id.as_str());
        text = text.child(element("span", "option__hint").attr("id", hint_id).text(hint).view());
    }
    let chosen = code.clone();
    let control = control
        .property("checked", move || value.with(|value| *value == chosen))
        .on("change", move |_| on_choose.run(code.clone()));
    element("div", "option").child(control.view()).child(text.view()).view()
}
