//! A remark beside the questions.

use crate::web::dom::{Element, div};

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

impl NoticeKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Info => "notice notice--info",
            Self::Warning => "notice notice--warning",
            Self::Error => "notice notice--error",
            Self::Success => "notice notice--success",
        }
    }

    /// How a screen reader reads a notice of this kind when it appears.
    const fn role(self) -> &'static str {
        match self {
            Self::Error => "alert",
            Self::Info | Self::Warning | Self::Success => "status",
        }
    }
}

/// A remark beside the questions.
pub fn notice(kind: NoticeKind) -> Element {
    div().class(kind.class())
}

/// A remark that a screen reader reads out when it appears.
pub fn spoken_notice(kind: NoticeKind) -> Element {
    notice(kind).attr("role", kind.role())
}
