//! Headings, at the level that fits the page around the wizard.

use leptos::prelude::use_context;

use crate::web::dom::{Element, h2, h3};

/// The level of a wizard's main heading, 1 to 6; 2 unless its context provides another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(pub usize);

/// The lowest heading level.
const DEEPEST: usize = 6;

/// The heading of a screen.
pub fn main_heading() -> Element {
    at_level(h2(), 0)
}

/// A heading under that of the screen.
pub fn sub_heading() -> Element {
    at_level(h3(), 1)
}

/// Elements and style are the same at every level; `aria-level` states the level if it differs from that of the
/// element.
fn at_level(heading: Element, below: usize) -> Element {
    let level = use_context::<HeadingLevel>().filter(|HeadingLevel(level)| *level != 2);
    heading.attr("aria-level", level.map(|HeadingLevel(level)| (level + below).min(DEEPEST).to_string()))
}
