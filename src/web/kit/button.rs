//! A button.

use crate::web::dom::{self, Element};

/// How prominent a button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one that continues; one per screen.
    Primary,
    /// Another action on this screen.
    Secondary,
    /// An action that is seldom needed.
    Quiet,
    /// Looks like a link.
    Link,
}

/// A button that runs a callback; its child is its text.
pub fn button(kind: ButtonKind, run: impl Fn() + 'static) -> Element {
    let class = match kind {
        ButtonKind::Primary => "button",
        ButtonKind::Secondary => "button button--secondary",
        ButtonKind::Quiet => "button button--quiet",
        ButtonKind::Link => "link",
    };
    dom::button()
        .class(class)
        .attr("part", (kind != ButtonKind::Link).then_some("button"))
        .attr("type", "button")
        .on("click", move |_| run())
}
