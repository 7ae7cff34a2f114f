//! A remark beside the questions.

use leptos::prelude::*;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something may go wrong later.
    Warning,
    /// Something is wrong now.
    Error,
    /// Something went well.
    Success,
}

/// A remark beside the questions.
#[component]
pub fn Notice(
    /// How it is meant.
    kind: NoticeKind,
    /// Whether it is spoken when it appears.
    #[prop(optional)]
    is_spoken: bool,
    /// What it says.
    children: Children,
) -> AnyView {
    let class = match kind {
        NoticeKind::Info => "notice notice--info",
        NoticeKind::Warning => "notice notice--warning",
        NoticeKind::Error => "notice notice--error",
        NoticeKind::Success => "notice notice--success",
    };
    let role = is_spoken.then_some(if kind == NoticeKind::Error { "alert" } else { "status" });
    view! { <div class=class role=role>{children()}</div> }.into_any()
}
