//! More about a question, for whoever wants it.

use leptos::prelude::*;

/// A summary that opens paragraphs.
#[component]
pub fn Disclosure(
    /// The summary.
    summary: String,
    /// Paragraphs, parted by line breaks.
    text: String,
) -> AnyView {
    let paragraphs = text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <details class={"disclosure"}>
            <summary class={"disclosure__summary"}>{summary}</summary>
            <div class={"disclosure__body"}>{paragraphs}</div>
        </details>
    }
    .into_any()
}
