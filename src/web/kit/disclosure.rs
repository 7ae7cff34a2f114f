//! More about a question, for whoever wants it.

use crate::web::dom::{Element, details, div, p, summary};

/// A summary that opens paragraphs, one for each line of the text.
pub fn disclosure(words: &str, text: &str) -> Element {
    details()
        .class("disclosure")
        .child(summary().class("disclosure__summary").child(words))
        .child(div().class("disclosure__body").child(text.lines().map(|line| p().child(line)).collect::<Vec<_>>()))
}
