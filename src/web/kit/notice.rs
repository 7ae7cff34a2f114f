//! A remark beside the questions.

use super::element::{Element, element};

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

/// A remark beside the questions; a spoken one is read out when it appears.
pub fn notice(kind: NoticeKind, is_spoken: bool) -> Element {
    let class = match kind {
        NoticeKind::Info => "notice notice--info",
        NoticeKind::Warning => "notice notice--warning",
        NoticeKind::Error => "notice notice--error",
        NoticeKind::Success => "notice notice--success",
    };
    let notice = element("div", class);
    match is_spoken {
        true => notice.attr("role", if kind == NoticeKind::Error { "alert" } else { "status" }),
        false => notice,
    }
}
