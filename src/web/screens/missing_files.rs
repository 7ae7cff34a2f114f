//! Asks for the files of an application again whose bytes are gone: the very same, so that what is sent stays the same.

use leptos::prelude::*;

use crate::domain::submission::SubmittedFile;
use crate::domain::texts::{Phrase, size};
use crate::web::dom::{Element, div};
use crate::web::kit::{FieldError, FieldWords, FileAct, FileSlot, FileSlotWords, file_slot};
use crate::web::wizard::Wizard;

/// One place to choose a file for each that is missing.
pub(super) fn missing_files(wizard: Wizard, ids: &[String]) -> Element {
    let files = wizard.submission().map(|submission| submission.files).unwrap_or_default();
    let missing = files.into_iter().filter(|file| ids.contains(&file.id));
    div().child(missing.map(|file| missing_file(wizard, file)).collect::<Vec<_>>())
}

fn missing_file(wizard: Wizard, file: SubmittedFile) -> Element {
    let is_other = RwSignal::new(false);
    let error = move || {
        let text = wizard.phrase(Phrase::OtherFile).to_owned();
        is_other.get().then_some(FieldError { code: "other_file", text })
    };
    file_slot(FileSlot {
        name: ["missing.", &file.id].concat(),
        words: FieldWords {
            error: Memo::new(move |_| error()),
            error_word: wizard.phrase(Phrase::Error).to_owned(),
            ..FieldWords::plain(&file.file_name)
        },
        phrases: FileSlotWords {
            choose: wizard.phrase(Phrase::ChooseFile),
            more: "",
            camera: "",
            drop: wizard.phrase(Phrase::DropHere),
            limits: size(wizard.lang(), file.size_bytes),
            busy: Memo::new(|_| String::new()),
            // The file itself is never listed: when it is back, sending continues.
            replace: "",
            up: "",
            remove: "",
        },
        accept: "image/jpeg,image/png,application/pdf",
        files: Memo::new(|_| Vec::new()),
        on_act: Callback::new(move |act| {
            if let FileAct::Give(chosen, _) = act {
                wizard.bring_back(file.clone(), chosen, is_other);
            }
        }),
    })
}
