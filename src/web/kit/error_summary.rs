//! What is wrong on this screen, with a way to each question.

use leptos::prelude::*;

use super::element::{ElementRef, button, dynamic, element, nothing};
use crate::web::reactive::{Derived, effect};

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
pub struct ErrorSummary {
    /// The heading.
    pub title: &'static str,
    /// What is wrong.
    pub items: Derived<Vec<SummaryItem>>,
    /// Changes when the summary must take the focus.
    pub focus: Derived<usize>,
    /// Leads to a control.
    pub on_follow: Callback<String>,
}

impl ErrorSummary {
    /// The list, while something is wrong.
    pub fn view(self) -> AnyView {
        let Self { title, items, focus, on_follow } = self;
        let node = ElementRef::new();
        let before = focus.get_untracked();
        effect(move || {
            if focus.get() != before
                && let Some(node) = node.get()
            {
                node.focus().ok();
            }
        });
        dynamic(move || {
            let items = items.get();
            if items.is_empty() {
                return nothing();
            }
            let rows = items.into_iter().map(|SummaryItem { name, code, text }| {
                let link = button("link", "", move || on_follow.run(name.clone()));
                element("li", "").child(link.attr("data-summary", code).text(text).view()).view()
            });
            element("div", "summary")
                .attr("tabindex", "-1")
                .attr("role", "group")
                .attr("aria-labelledby", "error-summary-title")
                .node(node)
                .child(element("h3", "summary__title").attr("id", "error-summary-title").text(title).view())
                .child(element("ul", "summary__list").children(rows).view())
                .view()
        })
    }
}
