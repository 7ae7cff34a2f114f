//! What is wrong on this screen, with a way to each question.

use std::time::Duration;

use leptos::prelude::*;

use super::{ButtonKind, button, sub_heading};
use crate::web::dom::{ElementRef, IntoChild, div, li, ul};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryItem {
    /// Name of the control.
    pub name: String,
    /// Code of the rule.
    pub code: &'static str,
    /// The sentence, the same as at the field; with the name of the person if there are several.
    pub text: String,
}

/// What is wrong on this screen; takes the focus each time `focus` changes.
pub struct ErrorSummary {
    /// The heading.
    pub title: &'static str,
    /// What is wrong.
    pub items: Memo<Vec<SummaryItem>>,
    /// Changes each time the summary must take the focus.
    pub focus: Memo<usize>,
    /// Moves to a control.
    pub on_follow: Callback<String>,
}

const TITLE_ID: &str = "error-summary-title";

/// What is wrong on this screen, while something is.
pub fn error_summary(summary: ErrorSummary) -> impl IntoChild {
    let ErrorSummary { title, items, focus, on_follow } = summary;
    let node = ElementRef::new();
    let before = focus.get_untracked();
    // Only on request: the list changes while the applicant types, and the focus must stay in the field.
    Effect::new(move |asked: Option<usize>| {
        let ask = focus.get();
        if ask != asked.unwrap_or(before) {
            // The list is only up to date after this task.
            set_timeout(move || _ = node.try_get_untracked().flatten().map(|node| node.focus()), Duration::ZERO);
        }
        ask
    });
    let row = move |SummaryItem { name, code, text }| {
        let follow = button(ButtonKind::Link, move || on_follow.run(name.clone()));
        li().child(follow.attr("data-summary", code).child(text))
    };
    move || {
        let items = items.get();
        (!items.is_empty()).then(|| {
            div()
                .class("summary")
                .attr("part", "error-summary")
                .attr("tabindex", "-1")
                .attr("role", "group")
                .attr("aria-labelledby", TITLE_ID)
                .node_ref(node)
                .child(sub_heading().class("summary__title").id(TITLE_ID).child(title))
                .child(ul().class("summary__list").child(items.into_iter().map(row).collect::<Vec<_>>()))
        })
    }
}
