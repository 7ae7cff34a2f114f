//! What every question shares: label, hint, error, and how they are tied to the control.

use leptos::prelude::*;

use super::element::{Element, dynamic, element, group, nothing};
use crate::web::reactive::{Derived, derived};

/// The words around a control.
#[derive(Clone)]
pub struct FieldWords {
    /// The question.
    pub label: String,
    /// One line under it; empty for none.
    pub hint: String,
    /// Added to the label of a question that may be skipped; empty for others.
    pub optional: String,
    /// What is wrong, while something is; with the code of the rule.
    pub error: Derived<Option<FieldText>>,
    /// Word before the error, for those who do not see its colour.
    pub error_word: String,
}

/// An error: the code of the rule, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText {
    /// Code of the rule.
    pub code: &'static str,
    /// What it says.
    pub text: String,
}

impl FieldWords {
    /// A label alone, of what cannot be wrong.
    pub fn plain(label: &str) -> Self {
        let error = derived(|| None);
        Self { label: label.to_owned(), hint: String::new(), optional: String::new(), error, error_word: String::new() }
    }

    /// The frame of a question, marked while something is wrong.
    pub(super) fn frame(&self, tag: &'static str, class: &'static str) -> Element {
        let error = self.error;
        element(tag, class).class_when("field--wrong", move || error.with(Option::is_some))
    }

    /// Its label, for the control of that name.
    pub(super) fn label_for(&self, name: &str) -> AnyView {
        self.label_in(element("label", "field__label").attr("for", name))
    }

    /// Its label, in an element.
    pub(super) fn label_in(&self, element_around: Element) -> AnyView {
        let optional = (!self.optional.is_empty())
            .then(|| element("span", "field__optional").text([" ", &self.optional].concat()).view());
        element_around.text(self.label.as_str()).maybe(optional).view()
    }

    /// Ties an element to its hint and error, and to what else describes it.
    pub(super) fn describe(&self, described: Element, name: &str, more: Option<String>) -> Element {
        let hint = (!self.hint.is_empty()).then(|| [name, "-hint"].concat());
        let (error, error_id) = (self.error, [name, "-error"].concat());
        described.attr_with("aria-describedby", move || {
            let error = error.with(Option::is_some).then_some(&error_id);
            let ids: Vec<&str> =
                [hint.as_ref(), error, more.as_ref()].into_iter().flatten().map(String::as_str).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// Marks a control while its answer is wrong.
    pub(super) fn mark(&self, control: Element) -> Element {
        let error = self.error;
        control.attr_with("aria-invalid", move || error.with(Option::is_some).then(|| "true".to_owned()))
    }

    /// Makes an element the control: its name, its id, what describes it, and whether it is wrong.
    pub(super) fn tie(&self, control: Element, name: &str) -> Element {
        self.mark(self.describe(control.attr("id", name).attr("name", name), name, None))
    }

    /// Hint and error, between label and control. Each message is a fresh element, so that a page
    /// that was translated by the browser shows the new one.
    pub(super) fn messages(&self, name: &str) -> AnyView {
        let hint = (!self.hint.is_empty())
            .then(|| element("p", "field__hint").attr("id", [name, "-hint"].concat()).text(self.hint.as_str()).view());
        let (error, word, name) = (self.error, [&self.error_word, ": "].concat(), name.to_owned());
        let error = dynamic(move || {
            let Some(error) = error.get() else { return nothing() };
            element("p", "field__error")
                .attr("id", [name.as_str(), "-error"].concat())
                .attr("data-issue", error.code)
                .attr("data-for", name.as_str())
                .child(element("span", "visually-hidden").text(word.as_str()).view())
                .text(error.text)
                .view()
        });
        group(hint.into_iter().chain([error]))
    }
}
