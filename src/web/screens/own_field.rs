//! Words and errors of controls that are not questions of the application: they are never saved or sent with it.

use leptos::prelude::*;

use crate::domain::texts::Phrase;
use crate::web::dom::{IntoChild, p};
use crate::web::kit::{FieldError, FieldWords, NoticeKind, notice};
use crate::web::wizard::Wizard;

/// What is wrong on a screen with such controls; at most one thing at a time. A handle: copies share the same.
#[derive(Clone, Copy)]
pub(super) struct OwnFields {
    wizard: Wizard,
    wrong: RwSignal<Option<(&'static str, FieldError)>>,
}

impl OwnFields {
    pub fn new(wizard: Wizard) -> Self {
        Self { wizard, wrong: RwSignal::new(None) }
    }

    /// The words around a control, with its error.
    pub fn words(self, control: &'static str, label: Phrase, hint: &'static str) -> FieldWords {
        let wrong = self.wrong;
        let of_control = move || wrong.get().filter(|(wrong, _)| *wrong == control).map(|(_, error)| error);
        FieldWords {
            hint: Memo::new(move |_| hint.to_owned()),
            error: Memo::new(move |_| of_control()),
            error_word: self.wizard.phrase(Phrase::Error).to_owned(),
            ..FieldWords::plain(self.wizard.phrase(label))
        }
    }

    /// What is wrong that belongs to no control.
    pub fn notice(self, control: &'static str) -> impl IntoChild {
        let wrong = self.wrong;
        let of_control = move || wrong.get().filter(|(wrong, _)| *wrong == control).map(|(_, error)| error);
        move || {
            let FieldError { code, text } = of_control()?;
            let notice = notice(NoticeKind::Error).attr("data-issue", code).attr("data-for", control);
            Some(notice.child(p().child(text)))
        }
    }

    /// Says what is wrong, beside a control and to screen readers: also when it is said again.
    pub fn refuse(self, control: &'static str, code: &'static str, text: String) {
        let heard = if untrack(|| self.wizard.announced()) == text { format!("{text}\u{a0}") } else { text.clone() };
        self.wizard.announce(heard);
        self.wrong.set(Some((control, FieldError { code, text })));
    }

    /// Puts an answer where it belongs; once it is another one, nothing is wrong until it is tried again.
    pub fn given<T: PartialEq + Send + Sync + 'static>(self, answer: RwSignal<T>, given: T) {
        if answer.with_untracked(|answer| *answer != given) {
            answer.set(given);
            self.clear();
        }
    }

    /// Nothing is wrong any more.
    pub fn clear(self) {
        if self.wrong.with_untracked(Option::is_some) {
            self.wrong.set(None);
            self.wizard.announce(String::new());
        }
    }
}
