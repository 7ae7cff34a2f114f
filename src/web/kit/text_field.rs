//! One labelled text question with its error.

use leptos::prelude::*;

use super::FieldWords;

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
#[component]
pub fn TextField(
    /// Name of the control; also its DOM id, unique within the wizard.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// What kind of text it is.
    kind: TextKind,
    /// The answer.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// Runs when the applicant leaves the question.
    #[prop(into)]
    on_leave: Callback<()>,
) -> AnyView {
    let id = name.clone();
    let described = {
        let id = id.clone();
        move || words.described_by(&id)
    };
    let wrong = move || words.is_wrong().then_some("true");
    let messages = words.messages(&id, &name);
    let class = if kind.width == 0 { "input".to_owned() } else { format!("input input--{}", kind.width) };
    let control = if kind.is_long {
        view! {
            <textarea class=class id=id.clone() name=name rows="4" prop:value=value aria-invalid=wrong
                aria-describedby=described
                on:input:target=move |event| on_input.run(event.target().value())
                on:blur=move |_| on_leave.run(())></textarea>
        }
        .into_any()
    } else {
        view! {
            <input class=class id=id.clone() name=name type="text" prop:value=value aria-invalid=wrong
                aria-describedby=described autocomplete=kind.autocomplete inputmode=kind.inputmode
                spellcheck="false" autocapitalize={if kind.inputmode == "text" { "words" } else { "none" }}
                on:input:target=move |event| on_input.run(event.target().value())
                on:change:target=move |event| on_input.run(event.target().value())
                on:blur=move |_| on_leave.run(()) />
        }
        .into_any()
    };
    view! {
        <div class={"field"} class:field--wrong=move || words.is_wrong()>
            <label class={"field__label"} for=id>{words.label_view()}</label>
            {messages}
            {control}
        </div>
    }
    .into_any()
}
