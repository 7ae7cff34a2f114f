//! Where a document is chosen, dropped, pasted or photographed, with the files accepted so far.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlElement, HtmlInputElement};

use super::{ButtonKind, FieldWords, button, hint};
use crate::web::dom::{Element, ElementRef, div, img, input, label, li, p, span, ul};

/// A file that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Its id.
    pub id: String,
    /// Name, size and state in words.
    pub text: String,
    /// Address of a preview.
    pub preview: Option<String>,
    /// Alternative text of the preview.
    pub alternative: String,
    /// Accessible name of the button that replaces it.
    pub replace: String,
    /// Accessible name of the button that moves it one place forward; empty for the first.
    pub up: String,
    /// Accessible name of the button that removes it.
    pub remove: String,
}

/// The words of a slot.
pub struct FileSlotWords {
    /// Text of the button that chooses a file.
    pub choose: &'static str,
    /// Text of the same button once there is a file.
    pub more: &'static str,
    /// Text of the button that opens the camera; empty for no camera.
    pub camera: &'static str,
    /// Next to the button, for people who drag files.
    pub drop: &'static str,
    /// Types and maximum size, shown before choosing.
    pub limits: String,
    /// While a file is being checked; empty otherwise.
    pub busy: Memo<String>,
    /// Text of the button that replaces a file.
    pub replace: &'static str,
    /// Text of the button that moves a file one place forward.
    pub up: &'static str,
    /// Text of the button that removes a file.
    pub remove: &'static str,
}

/// What the applicant does with the files of a slot.
#[derive(Clone, Debug)]
pub enum FileAct {
    /// Adds a file; the second argument is the id of the file that it replaces, or empty.
    Give(File, String),
    /// Moves a file one place forward.
    MoveUp(String),
    /// Removes a file.
    Remove(String),
    /// Opens the dialog or the camera, or closes it again. Phones may reload the page meanwhile.
    Choose {
        /// Whether it is open.
        is_open: bool,
    },
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
    /// The files accepted so far.
    pub files: Memo<Vec<FileRow>>,
    /// Called with what the applicant does.
    pub on_act: Callback<FileAct>,
}

/// Where a document is chosen, dropped, pasted or photographed.
pub fn file_slot(field: FileSlot) -> Element {
    let FileSlot { name, words, phrases, accept, files, on_act } = field;
    let limits_id = format!("{name}-limits");
    let is_over = RwSignal::new(false);
    let is_filled = move || files.with(|files| !files.is_empty());
    let choose = move || if is_filled() { phrases.more } else { phrases.choose };
    let (label, optional) = (words.label.clone(), words.optional.clone());
    let slot = Slot { control: ElementRef::new(), replaced: RwSignal::new(String::new()), on_act };
    let control = slot
        .chooser(&name, accept)
        .attr("multiple", true)
        .attr("aria-label", move || [choose(), ": ", &label, " ", &optional].concat())
        .node_ref(slot.control)
        .on("cancel", move |_| slot.replaced.set(String::new()));
    let describe = |control| words.mark(words.describe(control, &name, Some(limits_id.clone())));
    let chooser = div()
        .class("slot__choose")
        .child(describe(control))
        .child(visible_button(&name).child(choose))
        .child(span().class("slot__drop").attr("aria-hidden", "true").child(phrases.drop));
    let camera = (!phrases.camera.is_empty()).then(|| {
        let camera_name = format!("{name}.camera");
        let camera = slot
            .chooser(&camera_name, "image/*")
            .attr("capture", "environment")
            .attr("aria-label", [phrases.camera, ": ", &words.label].concat());
        div().class("slot__camera").child(describe(camera)).child(visible_button(&camera_name).child(phrases.camera))
    });
    let labels = RowLabels { replace: phrases.replace, up: phrases.up, remove: phrases.remove };
    let rows = move || files.get().into_iter().map(|file| slot.row(file, labels)).collect::<Vec<_>>();
    words
        .frame(div())
        .class("slot")
        .class(("slot--over", move || is_over.get()))
        .class(("slot--filled", is_filled))
        .on("dragover", move |event| {
            event.prevent_default();
            is_over.set(true);
        })
        .on("dragleave", move |_| is_over.set(false))
        .on("drop", move |event| {
            event.prevent_default();
            is_over.set(false);
            slot.give(event.dyn_ref::<DragEvent>().and_then(|event| event.data_transfer()?.files()));
        })
        .on("paste", move |event| {
            slot.give(event.dyn_ref::<ClipboardEvent>().and_then(|event| event.clipboard_data()?.files()));
        })
        .child(words.label(&name))
        .child(hint(phrases.limits).id(limits_id))
        .child(words.messages(&name))
        .child(ul().class("files").child(rows))
        .child(chooser)
        .child(camera)
        .child(p().class("slot__busy").attr("role", "status").child(move || phrases.busy.get()))
}

/// The texts of the buttons of every row.
#[derive(Clone, Copy)]
struct RowLabels {
    replace: &'static str,
    up: &'static str,
    remove: &'static str,
}

/// Shared by the parts of one slot.
#[derive(Clone, Copy)]
struct Slot {
    /// The file input.
    control: ElementRef,
    /// The file that the next one replaces; empty for none.
    replaced: RwSignal<String>,
    on_act: Callback<FileAct>,
}

impl Slot {
    /// An input that opens a dialog or the camera.
    fn chooser(self, name: &str, accept: &'static str) -> Element {
        let choose = move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            self.on_act.run(FileAct::Choose { is_open: false });
            if let Some(input) = input {
                self.give(input.files());
                input.set_value("");
            }
        };
        input()
            .class("slot__input")
            .id(name)
            .attr("type", "file")
            .attr("name", name)
            .attr("accept", accept)
            .on("click", move |_| self.on_act.run(FileAct::Choose { is_open: true }))
            .on("cancel", move |_| self.on_act.run(FileAct::Choose { is_open: false }))
            .on("change", choose)
    }

    fn give(self, list: Option<FileList>) {
        let Some(list) = list else { return };
        for index in 0..list.length() {
            if let Some(file) = list.get(index) {
                let replaced = self.replaced.get_untracked();
                if !replaced.is_empty() {
                    // The button that was pressed goes with the file.
                    self.focus();
                    self.replaced.set(String::new());
                }
                self.on_act.run(FileAct::Give(file, replaced));
            }
        }
    }

    fn row(self, file: FileRow, labels: RowLabels) -> Element {
        let Self { replaced, on_act, .. } = self;
        let FileRow { id, text, preview, alternative, replace, up, remove } = file;
        let preview = preview.map(|address| img().class("file__preview").attr("src", address).attr("alt", alternative));
        let (moved, removed) = (id.clone(), id.clone());
        let replace = row_button("replace", labels.replace, replace, move || {
            if let Some(control) = self.html_control() {
                control.click();
            }
            // After the click, which cancels a replacement that was begun before.
            replaced.set(id.clone());
        });
        let move_up = move || {
            on_act.run(FileAct::MoveUp(moved.clone()));
            self.focus();
        };
        let up = (!up.is_empty()).then(|| row_button("up", labels.up, up, move_up));
        let remove = row_button("remove", labels.remove, remove, move || {
            on_act.run(FileAct::Remove(removed.clone()));
            self.focus();
        });
        li().class("file").child(preview).child(span().class("file__text").child(text)).child((replace, up, remove))
    }

    /// Moves the focus to the file input, because the button that had it is gone.
    fn focus(self) {
        if let Some(control) = self.html_control() {
            control.focus().ok();
        }
    }

    fn html_control(self) -> Option<HtmlElement> {
        self.control.get_untracked()?.dyn_into().ok()
    }
}

fn row_button(action: &'static str, words: &'static str, name: String, run: impl Fn() + 'static) -> Element {
    button(ButtonKind::Quiet, run).attr("data-action", action).attr("aria-label", name).child(words)
}

/// The visible button. The invisible input covers it and receives the clicks.
fn visible_button(name: &str) -> Element {
    label()
        .class("button button--secondary slot__button")
        .attr("part", "button")
        .attr("for", name)
        .attr("aria-hidden", "true")
}
