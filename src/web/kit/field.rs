//! What every question shares: label, hint, error, and their links to the control.

use leptos::prelude::*;

use crate::web::dom::{Element, IntoChild, label, p, span};

/// The words around a control.
#[derive(Clone)]
pub struct FieldWords {
    /// The question.
    pub label: String,
    /// One line under it, which may depend on other answers; empty for none.
    pub hint: Memo<String>,
    /// Added to the label of a question that may be skipped; empty for others.
    pub optional: String,
    /// What is wrong, while something is.
    pub error: Memo<Option<FieldError>>,
    /// Word before the error, for people who do not see its colour.
    pub error_word: String,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Code of the rule.
    pub code: &'static str,
    /// What it says.
    pub text: String,
}

/// A line of help, in small type.
pub fn hint(words: impl IntoChild) -> Element {
    p().class("field__hint").attr("part", "hint").child(words)
}

impl FieldWords {
    /// Only a label, for a control that cannot have an error.
    pub fn plain(label: &str) -> Self {
        Self {
            label: label.to_owned(),
            hint: Memo::new(|_| String::new()),
            optional: String::new(),
            error: Memo::new(|_| None),
            error_word: String::new(),
        }
    }

    /// Makes an element the container of a question, marked while something is wrong.
    pub(super) fn frame(&self, element: Element) -> Element {
        let error = self.error;
        let is_wrong = move || error.with(Option::is_some);
        element.class("field").class(("field--wrong", is_wrong)).attr("part", "field")
    }

    /// The label of the control of that name.
    pub(super) fn label(&self, name: &str) -> Element {
        self.label_in(label()).attr("for", name)
    }

    /// Makes an element the label: a `label`, or the `legend` of a group.
    pub(super) fn label_in(&self, element: Element) -> Element {
        element.class("field__label").attr("part", "label").child(self.label_text())
    }

    /// The question, marked if it may be skipped.
    pub(super) fn label_text(&self) -> impl IntoChild + use<> {
        let optional = format!(" {}", self.optional);
        let optional = (!self.optional.is_empty()).then(|| span().class("field__optional").child(optional));
        (self.label.clone(), optional)
    }

    /// Links an element to its hint and error, and to other descriptions.
    pub(super) fn describe(&self, element: Element, name: &str, more: Option<String>) -> Element {
        let (hint, hint_id) = (self.hint, format!("{name}-hint"));
        let (error, error_id) = (self.error, format!("{name}-error"));
        element.attr("aria-describedby", move || {
            let hint_id = (!hint.with(String::is_empty)).then_some(&hint_id);
            let error_id = error.with(Option::is_some).then_some(&error_id);
            let ids = [hint_id, error_id, more.as_ref()];
            let ids = ids.into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
            (!ids.is_empty()).then(|| ids.join(" "))
        })
    }

    /// Marks a control while its answer is wrong.
    pub(super) fn mark(&self, control: Element) -> Element {
        let error = self.error;
        control.attr("aria-invalid", move || error.with(Option::is_some).then_some("true"))
    }

    /// Makes an element the control: sets its name, id, descriptions, and whether it is wrong.
    pub(super) fn tie(&self, control: Element, name: &str) -> Element {
        self.mark(self.describe(control.id(name).attr("name", name), name, None))
    }

    /// Hint and error, between label and control.
    pub(super) fn messages(&self, name: &str) -> impl IntoChild + use<> {
        let (words, hint_id) = (self.hint, format!("{name}-hint"));
        let hint = move || {
            let words = words.get();
            (!words.is_empty()).then(|| hint(words).id(&hint_id))
        };
        let (error, error_word, name) = (self.error, format!("{}: ", self.error_word), name.to_owned());
        let error = move || {
            error.get().map(|error| {
                p().class("field__error")
                    .attr("part", "error")
                    .id(format!("{name}-error"))
                    .attr("data-issue", error.code)
                    .attr("data-for", &name)
                    .child(span().class("visually-hidden").child(&error_word))
                    .child(error.text)
            })
        };
        (hint, error)
    }
}
