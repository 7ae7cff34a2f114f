//! Notices between the questions.

use crate::web::dom::{Element, div};

/// The kind of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Information.
    Info,
    /// A warning: something may go wrong later.
    Warning,
    /// An error: something is wrong now.
    Error,
    /// A success.
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

    /// The live region role for a notice of this kind.
    const fn role(self) -> &'static str {
        match self {
            Self::Error => "alert",
            Self::Info | Self::Warning | Self::Success => "status",
        }
    }
}

/// A notice.
pub fn notice(kind: NoticeKind) -> Element {
    div().class(kind.class())
}

/// A notice that a screen reader reads out when it appears.
pub fn spoken_notice(kind: NoticeKind) -> Element {
    notice(kind).attr("role", kind.role())
}
