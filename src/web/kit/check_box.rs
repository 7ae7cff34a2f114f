//! A check box to agree to something.

use leptos::prelude::*;

use super::FieldWords;
use crate::web::dom::{Element, div, input, is_checked, label, span};

/// A check box to agree to something.
pub struct CheckBox {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Whether it is checked.
    pub value: Memo<bool>,
    /// Called with whether it is checked.
    pub on_choose: Callback<bool>,
    /// Shown above the box, such as a link to the text to agree to.
    pub more: Option<Element>,
}

/// A check box to agree to something.
pub fn check_box(field: CheckBox) -> Element {
    let CheckBox { name, words, value, on_choose, more } = field;
    let control = input().class("option__control").attr("type", "checkbox").attr("value", "true");
    let control = words
        .tie(control, &name)
        .prop("checked", move || value.get())
        .on("change", move |event| on_choose.run(is_checked(&event)));
    let text = span().class("option__text").child(words.label_text());
    let label = label().class("option__label").attr("for", &name).child(text);
    words
        .frame(div())
        .child(more)
        .child(words.messages(&name))
        .child(div().class("option option--check").child(control).child(label))
}
