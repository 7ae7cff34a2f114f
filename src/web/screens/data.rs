//! Step 3: the identity document, and the documents as a personal checklist.

use leptos::prelude::*;

use super::question;
use super::specimen::specimen;
use crate::domain::journey::Screen;
use crate::domain::texts::{self, Phrase};
use crate::web::dom::{IntoChild, p};
use crate::web::wizard::Wizard;

/// The screen of the documents.
pub(super) fn documents(wizard: Wizard) -> impl IntoChild {
    let is_empty = Memo::new(move |_| wizard.places(Screen::Documents).is_empty());
    let none = move || is_empty.get().then(|| p().child(wizard.phrase(Phrase::NoDocuments)));
    (none, question::questions(wizard, Screen::Documents))
}

/// The screen of the user's identity document, with where a Dutch one says how long it is valid.
pub(super) fn identity_document(wizard: Wizard) -> impl IntoChild {
    let expiry = Memo::new(move |_| {
        wizard.with_draft(|draft| {
            let document = &draft.user.identity_document;
            document.kind.filter(|_| document.country == "NL").map(texts::expiry)
        })
    });
    let questions = question::questions(wizard, Screen::IdentityDocument);
    (questions, move || expiry.get().map(|line| specimen(wizard, &[line])))
}
