//! One thing to agree with.

use leptos::prelude::*;

use super::FieldWords;

/// One thing to agree with.
#[component]
pub fn CheckBox(
    /// Name of the control; also its DOM id.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes the tick.
    #[prop(into)]
    on_choose: Callback<bool>,
    /// Shown under the label, such as a link.
    #[prop(optional, into)]
    more: Option<AnyView>,
) -> AnyView {
    let id = name.clone();
    let described = {
        let id = id.clone();
        move || words.described_by(&id)
    };
    let messages = words.messages(&id, &name);
    view! {
        <div class={"field"} class:field--wrong=move || words.is_wrong()>
            {messages}
            <div class={"option option--check"}>
                <input class={"option__control"} type="checkbox" id=id.clone() name=name value="true" prop:checked=value
                    aria-describedby=described aria-invalid=move || words.is_wrong().then_some("true")
                    on:change:target=move |event| on_choose.run(event.target().checked()) />
                <label class={"option__label"} for=id><span class={"option__text"}>{words.label_view()}</span></label>
            </div>
            {more}
        </div>
    }
    .into_any()
}
