//! One of many options.

use leptos::prelude::*;

use super::{ChoiceOption, FieldWords};

/// One of many options, in a list that opens.
#[component]
pub fn SelectField(
    /// Name of the control; also its DOM id.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// Token for autofill.
    autocomplete: &'static str,
    /// What stands there while nothing is chosen.
    #[prop(into)]
    prompt: Signal<String>,
    /// The options.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the choice.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Runs when the applicant leaves the question.
    #[prop(into)]
    on_leave: Callback<()>,
) -> AnyView {
    let id = name.clone();
    let described = {
        let id = id.clone();
        move || words.described_by(&id)
    };
    let messages = words.messages(&id, &name);
    let rows = move || {
        options
            .get()
            .into_iter()
            .map(|option| {
                let code = option.value.clone();
                let is_chosen = move || value.with(|value| *value == code);
                view! { <option value=option.value prop:selected=is_chosen>{option.label}</option> }.into_any()
            })
            .collect_view()
    };
    view! {
        <div class={"field"} class:field--wrong=move || words.is_wrong()>
            <label class={"field__label"} for=id.clone()>{words.label_view()}</label>
            {messages}
            <select class={"input select"} id=id name=name autocomplete=autocomplete aria-describedby=described
                aria-invalid=move || words.is_wrong().then_some("true")
                on:change:target=move |event| on_choose.run(event.target().value())
                on:blur=move |_| on_leave.run(())>
                <option value="" prop:selected=move || value.with(String::is_empty)>{prompt}</option>
                {rows}
            </select>
        </div>
    }
    .into_any()
}
