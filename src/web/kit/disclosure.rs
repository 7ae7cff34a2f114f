//! More about a question, for whoever wants it.

use leptos::prelude::*;

use super::element::{element, paragraph};

/// A summary that opens paragraphs, which line breaks part.
pub fn disclosure(summary: &str, text: &str) -> AnyView {
    let paragraphs = text.lines().map(|line| paragraph("", line));
    element("details", "disclosure")
        .child(element("summary", "disclosure__summary").text(summary).view())
        .child(element("div", "disclosure__body").children(paragraphs).view())
        .view()
}
