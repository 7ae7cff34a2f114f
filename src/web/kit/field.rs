//! What every question shares: label, hint, error, and how they are tied to the control.

use leptos::prelude::*;

/// The words around a control.
#[derive(Clone, Copy)]
pub struct FieldWords {
    /// The question.
    pub label: Signal<String>,
    /// One line under it; empty for none.
    pub hint: Signal<String>,
    /// Added to the label of a question that may be skipped; empty for others.
    pub optional: Signal<String>,
    /// What is wrong, while something is; with the code of the rule.
    pub error: Signal<Option<FieldText>>,
    /// Word before the error, for those who do not see its colour.
    pub error_word: Signal<String>,
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
    /// Whether something is wrong.
    pub fn is_wrong(self) -> bool {
        self.error.with(Option::is_some)
    }

    /// What describes the control: hint and error, where there are any.
    pub fn described_by(self, id: &str) -> Option<String> {
        let hint = self.hint.with(|hint| (!hint.is_empty()).then(|| format!("{id}-hint")));
        let error = self.is_wrong().then(|| format!("{id}-error"));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }

    /// The label, to stand in a `label` or `legend`.
    pub fn label_view(self) -> AnyView {
        view! {
            {self.label}
            {move || {
                let optional = self.optional.get();
                (!optional.is_empty()).then(|| view! { <span class={"field__optional"}>{format!(" {optional}")}</span> })
            }}
        }
        .into_any()
    }

    /// Hint and error, between label and control. Each message is a fresh element, so that a page
    /// that was translated by the browser shows the new one.
    pub fn messages(self, id: &str, place: &str) -> AnyView {
        let (hint_id, error_id, place) = (format!("{id}-hint"), format!("{id}-error"), place.to_owned());
        view! {
            {move || {
                let hint = self.hint.get();
                (!hint.is_empty()).then(|| view! { <p class={"field__hint"} id=hint_id.clone()>{hint}</p> })
            }}
            {move || {
                let error = self.error.get()?;
                let word = self.error_word.get();
                Some(view! {
                    <p class={"field__error"} id=error_id.clone() data-issue=error.code data-for=place.clone()>
                        <span class={"visually-hidden"}>{format!("{word}: ")}</span>
                        {error.text}
                    </p>
                })
            }}
        }
        .into_any()
    }
}
