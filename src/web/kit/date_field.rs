//! A date in three boxes.

use leptos::prelude::*;

use super::FieldWords;

/// The parts of a date: day, month, year.
pub type DateParts = [String; 3];

/// A date in three boxes: `<name>.day`, `<name>.month`, `<name>.year`.
#[component]
pub fn DateField(
    /// Name before the parts.
    name: String,
    /// The words around it.
    words: FieldWords,
    /// Labels of the boxes.
    labels: [Signal<String>; 3],
    /// Whether this is a date of birth, for autofill.
    is_birth: bool,
    /// The answer.
    #[prop(into)]
    value: Signal<DateParts>,
    /// Takes what was typed in a box: its number and the text.
    #[prop(into)]
    on_input: Callback<(usize, String)>,
    /// Runs when the applicant leaves the last box.
    #[prop(into)]
    on_leave: Callback<()>,
) -> AnyView {
    let id = name.clone();
    let described = {
        let id = id.clone();
        move || words.described_by(&id)
    };
    let messages = words.messages(&id, &name);
    let parts = ["day", "month", "year"];
    let tokens = if is_birth { ["bday-day", "bday-month", "bday-year"] } else { ["off"; 3] };
    let boxes = parts.into_iter().zip(tokens).zip(labels).enumerate().map(|(number, ((part, token), label))| {
        let part_name = format!("{name}.{part}");
        let part_id = part_name.clone();
        let part_value = move || value.with(|value| value.get(number).cloned().unwrap_or_default());
        let class = if part == "year" { "input input--4" } else { "input input--2" };
        view! {
            <div class={"date__part"}>
                <label class={"date__label"} for=part_id.clone()>{label}</label>
                <input class=class id=part_id name=part_name type="text" inputmode="numeric" autocomplete=token
                    prop:value=part_value aria-invalid=move || words.is_wrong().then_some("true")
                    on:input:target=move |event| on_input.run((number, event.target().value()))
                    on:change:target=move |event| on_input.run((number, event.target().value()))
                    on:blur=move |_| if part == "year" { on_leave.run(()) } />
            </div>
        }
        .into_any()
    });
    view! {
        <fieldset class={"field"} class:field--wrong=move || words.is_wrong() aria-describedby=described id=id.clone()>
            <legend class={"field__label"}>{words.label_view()}</legend>
            {messages}
            <div class={"date"}>{boxes.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
