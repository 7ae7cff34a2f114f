//! Asks for the files of an application again whose bytes are gone: the very same, so that what is sent stays the same.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::domain::submission::SubmittedFile;
use crate::domain::texts::{Phrase, size};
use crate::web::dom::{Element, div, input, label, p};
use crate::web::wizard::Wizard;

/// One place to choose a file for each that is missing.
pub(super) fn missing_files(wizard: Wizard, ids: &[String]) -> Element {
    let files = wizard.submission().map(|submission| submission.files).unwrap_or_default();
    let missing = files.into_iter().filter(|file| ids.contains(&file.id));
    div().child(missing.map(|file| missing_file(wizard, file)).collect::<Vec<_>>())
}

fn missing_file(wizard: Wizard, file: SubmittedFile) -> Element {
    let is_other = RwSignal::new(false);
    let name = ["missing.", &file.id].concat();
    let words = format!("{} ({})", file.file_name, size(wizard.lang(), file.size_bytes));
    let choose = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(chosen) = input.and_then(|input| input.files()?.get(0)) {
            wizard.bring_back(file.clone(), chosen, is_other);
        }
    };
    let error_id = format!("{name}-error");
    let described_by = error_id.clone();
    let other = move || {
        let error = || p().class("field__error").id(&error_id).attr("role", "alert");
        is_other.get().then(|| error().child(wizard.phrase(Phrase::OtherFile)))
    };
    let choice = input()
        .attr("type", "file")
        .attr("id", name.clone())
        .attr("name", name.clone())
        .attr("aria-describedby", described_by)
        .attr("aria-invalid", move || is_other.get().to_string())
        .on("change", choose);
    div().class("field").child(label().class("field__label").attr("for", name).child(words)).child(other).child(choice)
}
