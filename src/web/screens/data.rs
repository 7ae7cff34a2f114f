//! Step 3: the documents, as a personal checklist.

use leptos::prelude::*;

use super::question;
use crate::domain::journey::Screen;
use crate::domain::texts::Phrase;
use crate::web::dom::{IntoChild, p};
use crate::web::wizard::Wizard;

/// The screen of the documents.
pub(super) fn documents(wizard: Wizard) -> impl IntoChild {
    let is_empty = Memo::new(move |_| wizard.places(Screen::Documents).is_empty());
    let none = move || is_empty.get().then(|| p().child(wizard.phrase(Phrase::NoDocuments)));
    (none, question::questions(wizard, Screen::Documents))
}
