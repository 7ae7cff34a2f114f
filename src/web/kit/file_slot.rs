//! Where a document is chosen, dropped, pasted or photographed, with what was taken in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlElement, HtmlInputElement};

use super::FieldWords;
use super::element::{Element, ElementRef, button, element, group};
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
    /// Full name of the button that puts another file in its place.
    pub replace: String,
    /// Full name of the button that moves it one place forward; empty for the first.
    pub up: String,
    /// Full name of the button that removes it.
    pub remove: String,
}

/// The words of a slot.
pub struct FileSlotWords {
    /// On the button.
    pub choose: &'static str,
    /// On the button that opens the camera.
    pub camera: &'static str,
    /// Beside the button, for those who drag.
    pub drop: &'static str,
    /// Types and largest size, said before choosing.
    pub limits: String,
    /// While a file is being checked; empty otherwise.
    pub busy: Derived<String>,
    /// On the button that puts another file in the place of one.
    pub replace: &'static str,
    /// On the button that moves a file one place forward.
    pub up: &'static str,
    /// On the button that removes a file.
    pub remove: &'static str,
}

/// What the applicant does with the files of a slot.
#[derive(Clone, Debug)]
pub enum FileAct {
    /// Gives a file; the second is what it takes the place of, or empty.
    Give(File, String),
    /// Moves a file one place forward.
    MoveUp(String),
    /// Takes a file out.
    Remove(String),
}

/// Where a document is chosen, dropped, pasted or photographed.
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
    /// Does what the applicant wants done.
    pub on_act: Callback<FileAct>,
}

impl FileSlot {
    /// The control with its words and files.
    pub fn view(self) -> AnyView {
        let Self { name, words, phrases, accept, files, on_act } = self;
        let limits_id = [name.as_str(), "-limits"].concat();
        let input = ElementRef::new();
        let is_over = State::new(false);
        // The file whose place the next one takes.
        let replaced = State::new(String::new());
        let give = move |list: Option<FileList>| give(list, replaced, on_act);
        let actions = Actions { replace: phrases.replace, up: phrases.up, remove: phrases.remove, input, replaced };
        let rows = move || group(files.get().into_iter().map(|file| row(file, actions, on_act)));
        let control = chooser(&name, accept, give)
            .attr("id", name.as_str())
            .attr("multiple", "")
            .node(input)
            .on("cancel", move |_| replaced.set(String::new()));
        let control = words.mark(words.describe(control, &name, Some(limits_id.clone())));
        let camera_name = [name.as_str(), ".camera"].concat();
        let camera = chooser(&camera_name, "image/*", give)
            .attr("id", camera_name.as_str())
            .attr("capture", "environment")
            .attr("aria-label", [phrases.camera, ": ", &words.label].concat());
        let choose = element("div", "slot__choose")
            .child(control.view())
            .child(shown_button(&name, phrases.choose))
            .child(element("span", "slot__drop").attr("aria-hidden", "true").text(phrases.drop).view());
        let camera =
            element("div", "slot__camera").child(camera.view()).child(shown_button(&camera_name, phrases.camera));
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
                give(event.dyn_ref::<DragEvent>().and_then(|event| event.data_transfer()?.files()));
            })
            .on("paste", move |event| {
                give(event.dyn_ref::<ClipboardEvent>().and_then(|event| event.clipboard_data()?.files()));
            })
            .child(words.label_for(&name))
            .child(element("p", "field__hint").attr("id", limits_id).text(phrases.limits).view())
            .child(words.messages(&name))
            .child(element("ul", "files").child_with(rows).view())
            .child(choose.view())
            .child(camera.view())
            .child(element("p", "slot__busy").attr("role", "status").text_with(move || busy.get()).view())
            .view()
    }
}

/// What the buttons of every row share.
#[derive(Clone, Copy)]
struct Actions {
    replace: &'static str,
    up: &'static str,
    remove: &'static str,
    input: ElementRef,
    replaced: State<String>,
}

fn row(file: FileRow, actions: Actions, on_act: Callback<FileAct>) -> AnyView {
    let Actions { input, replaced, .. } = actions;
    let control = move || input.get_untracked().and_then(|input| input.dyn_into::<HtmlElement>().ok());
    let preview = file
        .preview
        .map(|address| element("img", "file__preview").attr("src", address).attr("alt", file.alternative).view());
    let act = |words: &'static str, name: String, run: Box<dyn Fn()>| {
        button("button button--quiet", "", run).attr("aria-label", name).text(words).view()
    };
    let (id, moved, gone) = (file.id.clone(), file.id.clone(), file.id);
    let replace = Box::new(move || {
        if let Some(control) = control() {
            control.click();
        }
        // After the click, which ends what was begun before it.
        replaced.set(id.clone());
    });
    let up = Box::new(move || on_act.run(FileAct::MoveUp(moved.clone())));
    let remove = Box::new(move || {
        on_act.run(FileAct::Remove(gone.clone()));
        if let Some(control) = control() {
            control.focus().ok();
        }
    });
    element("li", "file")
        .maybe(preview)
        .child(element("span", "file__text").text(file.text).view())
        .child(act(actions.replace, file.replace, replace))
        .maybe((!file.up.is_empty()).then(|| act(actions.up, file.up, up)))
        .child(act(actions.remove, file.remove, remove))
        .view()
}

/// A control that opens a dialog or the camera.
fn chooser(name: &str, accept: &'static str, give: impl Fn(Option<FileList>) + 'static) -> Element {
    element("input", "slot__input").attr("type", "file").attr("name", name).attr("accept", accept).on(
        "change",
        move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input {
                give(input.files());
                input.set_value("");
            }
        },
    )
}

/// The button that is seen; the control lies over it and is what is pressed.
fn shown_button(name: &str, words: &'static str) -> AnyView {
    element("label", "button button--secondary slot__button")
        .attr("for", name)
        .attr("aria-hidden", "true")
        .text(words)
        .view()
}

fn give(list: Option<FileList>, replaced: State<String>, on_act: Callback<FileAct>) {
    let Some(list) = list else { return };
    for index in 0..list.length() {
        if let Some(file) = list.get(index) {
            on_act.run(FileAct::Give(file, replaced.get_untracked()));
            replaced.set(String::new());
        }
    }
}
