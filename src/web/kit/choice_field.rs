//! One of a few options, as rows that can be pressed anywhere.

use leptos::prelude::*;

use super::FieldWords;

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
#[component]
pub fn ChoiceField(
    /// Name of the control; also the id of the group.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// The options.
    #[prop(into)]
    options: Signal<Vec<ChoiceOption>>,
    /// The chosen one; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the choice.
    #[prop(into)]
    on_choose: Callback<String>,
) -> AnyView {
    let id = name.clone();
    let described = {
        let id = id.clone();
        move || words.described_by(&id)
    };
    let messages = words.messages(&id, &name);
    // Radio buttons of two wizards in one document must not share a group; the name is the contract,
    // so each wizard's shadow root keeps them apart.
    let rows = move || {
        let name = name.clone();
        options
            .get()
            .into_iter()
            .map(move |option| {
                let option_id = format!("{name}-{}", option.value);
                let hint_id = (!option.hint.is_empty()).then(|| format!("{option_id}-hint"));
                let code = option.value.clone();
                let is_chosen = {
                    let code = code.clone();
                    move || value.with(|value| *value == code)
                };
                let hint =
                    hint_id.clone().map(|id| view! { <span class={"option__hint"} id=id>{option.hint.clone()}</span> });
                let aside = (!option.aside.is_empty())
                    .then(|| view! { <span class={"option__aside"}>{option.aside.clone()}</span> });
                view! {
                    <div class={"option"}>
                        <input class={"option__control"} type="radio" id=option_id.clone() name=name.clone()
                            value=option.value prop:checked=is_chosen aria-describedby=hint_id
                            on:change=move |_| on_choose.run(code.clone()) />
                        <label class={"option__label"} for=option_id>
                            <span class={"option__text"}>{option.label}</span>
                            {aside}
                            {hint}
                        </label>
                    </div>
                }
                .into_any()
            })
            .collect_view()
    };
    view! {
        <fieldset class={"field"} class:field--wrong=move || words.is_wrong() aria-describedby=described id=id.clone()>
            <legend class={"field__label"}>{words.label_view()}</legend>
            {messages}
            <div class={"options"}>{rows}</div>
        </fieldset>
    }
    .into_any()
}
