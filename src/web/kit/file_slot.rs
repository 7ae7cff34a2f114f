//! Where a document is chosen, dropped or photographed, with what was taken in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::FieldWords;
use super::element::{ElementRef, button, element, group};
use crate::web::reactive::{Derived, State};

/// A file that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// What it is found by.
    pub id: String,
    /// Name, size and state in words.
    pub text: String,
    /// Address of a preview.
    pub preview: Option<String>,
    /// Alternative text of the preview.
    pub alternative: String,
    /// Full name of the button that removes it.
    pub remove: String,
}

/// The words of a slot.
pub struct FileSlotWords {
    /// On the button.
    pub choose: &'static str,
    /// Beside the button, for those who drag.
    pub drop: &'static str,
    /// Types and largest size, said before choosing.
    pub limits: String,
    /// While a file is being checked; empty otherwise.
    pub busy: Derived<String>,
    /// On the button that removes a file.
    pub remove: &'static str,
}

/// Where a document is chosen, dropped or photographed.
pub struct FileSlot {
    /// Name of the control; also its DOM id.
    pub name: String,
    /// The words around it.
    pub words: FieldWords,
    /// The words of the slot.
    pub phrases: FileSlotWords,
    /// Types offered by the file dialog.
    pub accept: &'static str,
    /// The files taken in so far.
    pub files: Derived<Vec<FileRow>>,
    /// Takes a file.
    pub on_file: Callback<File>,
    /// Takes out a file.
    pub on_remove: Callback<String>,
}

impl FileSlot {
    /// The control with its words and files.
    pub fn view(self) -> AnyView {
        let Self { name, words, phrases, accept, files, on_file, on_remove } = self;
        let limits_id = format!("{name}-limits");
        let input = ElementRef::new();
        let is_over = State::new(false);
        let remove_word = phrases.remove;
        let rows = move || {
            group(files.get().into_iter().map(|file| {
                let preview = file.preview.map(|address| {
                    element("img", "file__preview").attr("src", address).attr("alt", file.alternative).view()
                });
                let remove = button("button button--quiet", "", move || {
                    on_remove.run(file.id.clone());
                    if let Some(input) = input.get_untracked() {
                        input.focus().ok();
                    }
                });
                element("li", "file")
                    .maybe(preview)
                    .child(element("span", "file__text").text(file.text).view())
                    .child(remove.attr("aria-label", file.remove).text(remove_word).view())
                    .view()
            }))
        };
        let control = element("input", "slot__input")
            .attr("type", "file")
            .attr("id", name.as_str())
            .attr("name", name.as_str())
            .attr("accept", accept)
            .attr("multiple", "")
            .node(input)
            .on("change", move |event| {
                let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                if let Some(input) = input {
                    take_all(input.files(), on_file);
                    input.set_value("");
                }
            });
        let control = words.mark(words.describe(control, &name, Some(limits_id.clone())));
        let choose = element("div", "slot__choose")
            .child(control.view())
            .child(
                element("label", "button button--secondary slot__button")
                    .attr("for", name.as_str())
                    .attr("aria-hidden", "true")
                    .text(phrases.choose)
                    .view(),
            )
            .child(element("span", "slot__drop").attr("aria-hidden", "true").text(phrases.drop).view());
        let busy = phrases.busy;
        words
            .frame("div", "field slot")
            .class_when("slot--over", move || is_over.get())
            .on("dragover", move |event| {
                event.prevent_default();
                is_over.set(true);
            })
            .on("dragleave", move |_| is_over.set(false))
            .on("drop", move |event| {
                event.prevent_default();
                is_over.set(false);
                let files = event.dyn_ref::<DragEvent>().and_then(|event| event.data_transfer()?.files());
                take_all(files, on_file);
            })
            .child(words.label_for(&name))
            .child(element("p", "field__hint").attr("id", limits_id).text(phrases.limits).view())
            .child(words.messages(&name))
            .child(element("ul", "files").child_with(rows).view())
            .child(choose.view())
            .child(element("p", "slot__busy").attr("role", "status").text_with(move || busy.get()).view())
            .view()
    }
}

fn take_all(list: Option<FileList>, on_file: Callback<File>) {
    let Some(list) = list else { return };
    for index in 0..list.length() {
        if let Some(file) = list.get(index) {
            on_file.run(file);
        }
    }
}
