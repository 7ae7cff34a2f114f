//! One thing to agree with.

use leptos::prelude::*;

use super::FieldWords;
use super::element::{element, is_checked};
use crate::web::reactive::Derived;

/// One thing to agree with.
pub struct CheckBox {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// Whether it is ticked.
    pub value: Derived<bool>,
    /// Takes the tick.
    pub on_choose: Callback<bool>,
    /// Shown above the box, such as a link to what is agreed with.
    pub more: Option<AnyView>,
}

impl CheckBox {
    /// The control with its words.
    pub fn view(self) -> AnyView {
        let Self { name, words, value, on_choose, more } = self;
        let control = element("input", "option__control").attr("type", "checkbox").attr("value", "true");
        let control = words
            .tie(control, &name)
            .property("checked", move || value.get())
            .on("change", move |event| on_choose.run(is_checked(&event)));
        let text = words.label_in(element("span", "option__text"));
        let label = element("label", "option__label").attr("for", name.as_str()).child(text);
        words
            .frame("div", "field")
            .maybe(more)
            .child(words.messages(&name))
            .child(element("div", "option option--check").child(control.view()).child(label.view()).view())
            .view()
    }
}
