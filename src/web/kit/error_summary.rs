//! What is wrong on this screen, with a way to each question.

use leptos::html;
use leptos::prelude::*;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryItem {
    /// Name of the control.
    pub name: String,
    /// Code of the rule.
    pub code: &'static str,
    /// What it says, in the same words as at the field.
    pub text: String,
}

/// What is wrong on this screen; takes the focus each time `focus` changes.
#[component]
pub fn ErrorSummary(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is wrong.
    #[prop(into)]
    items: Signal<Vec<SummaryItem>>,
    /// Changes when the summary must take the focus; 0 at first.
    #[prop(into)]
    focus: Signal<usize>,
    /// Leads to a control.
    #[prop(into)]
    on_follow: Callback<String>,
) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    let before = focus.get_untracked();
    Effect::new(move |_| {
        if focus.get() != before
            && let Some(node) = node.get()
        {
            node.focus().ok();
        }
    });
    (move || {
        let items = items.get();
        if items.is_empty() {
            return ().into_any();
        }
        let rows = items.into_iter().map(|item| {
            let name = item.name.clone();
            view! {
                <li>
                    <button type="button" class={"link"} data-summary=item.code
                        on:click=move |_| on_follow.run(name.clone())>{item.text}</button>
                </li>
            }
            .into_any()
        });
        view! {
            <div class={"summary"} tabindex="-1" node_ref=node role="group" aria-labelledby="error-summary-title">
                <h3 class={"summary__title"} id="error-summary-title">{title}</h3>
                <ul class={"summary__list"}>{rows.collect_view()}</ul>
            </div>
        }
        .into_any()
    })
    .into_any()
}
