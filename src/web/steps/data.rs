//! Step 3: the documents, as a personal checklist; a copy of an identity document only after it is covered.

use leptos::prelude::*;
use web_sys::File;

use super::{frame, question};
use crate::domain::journey::Screen;
use crate::domain::rules::Place;
use crate::domain::scheme::{DocumentKind, Flaw};
use crate::domain::texts::{Phrase, size};
use crate::web::kit::{
    FieldWords, FileAct, FileRow, FileSlot, FileSlotWords, NoticeKind, dynamic, element, group, nothing, notice,
    paragraph,
};
use crate::web::reactive::{State, derived};
use crate::web::redactor::{self, Sheet, Sheets};
use crate::web::wizard::{Intake, Taken, Wizard};

/// The screen of the documents.
pub(super) fn documents(wizard: Wizard) -> AnyView {
    let is_empty = derived(move || wizard.places(Screen::Documents).is_empty());
    let none = dynamic(move || match is_empty.get() {
        true => paragraph("", wizard.phrase(Phrase::NoDocuments)),
        false => nothing(),
    });
    group([none, frame::questions(wizard, Screen::Documents)])
}

/// Where one document is taken in. A handle: copies are the same slot.
#[derive(Clone, Copy)]
struct Slot {
    wizard: Wizard,
    place: Place,
    /// What is being checked, in words.
    busy: State<String>,
    /// What may make the last file hard to read.
    flaws: State<Vec<Flaw>>,
    /// Copies that are not covered yet.
    sheets: Sheets,
}

/// Where one document is taken in.
pub(super) fn slot(wizard: Wizard, place: Place) -> AnyView {
    let Some(kind) = DocumentKind::of_question(place.question) else { return nothing() };
    let slot = Slot {
        wizard,
        place,
        busy: State::new(String::new()),
        flaws: State::new(Vec::new()),
        sheets: Sheets::new(Vec::new()),
    };
    on_cleanup(move || redactor::drop_all(wizard, slot.sheets));
    let view = FileSlot {
        name: place.to_string(),
        words: FieldWords { label: wizard.label(place), ..question::words(wizard, place) },
        phrases: FileSlotWords {
            choose: wizard.phrase(Phrase::ChooseFile),
            camera: wizard.phrase(Phrase::TakePhoto),
            drop: wizard.phrase(Phrase::DropHere),
            limits: limits(wizard, kind),
            busy: slot.busy.into(),
            replace: wizard.phrase(Phrase::Replace),
            up: wizard.phrase(Phrase::MoveUp),
            remove: wizard.phrase(Phrase::Remove),
        },
        accept: match kind.is_id_copy() {
            true => "image/jpeg,image/png,image/heic",
            false => "image/jpeg,image/png,image/heic,application/pdf",
        },
        files: derived(move || rows(wizard, place)),
        on_act: Callback::new(move |act| slot.act(act)),
    };
    // Written anew for another copy only, not when one more waits its turn.
    let first = derived(move || slot.sheets.with(|sheets| sheets.first().map(Sheet::id)));
    element("div", "document")
        .attr("data-place", place.to_string())
        .child(view.view())
        .child_with(move || flaw_notice(wizard, &slot.flaws.get()))
        .maybe_with(move || first.with(Option::is_some).then(|| untrack(|| redactor::view(wizard, place, slot.sheets))))
        .view()
}

impl Slot {
    fn act(self, act: FileAct) {
        let Self { wizard, place, flaws, .. } = self;
        match act {
            FileAct::Give(file, replaced) => self.take(file, replaced),
            FileAct::MoveUp(id) => wizard.move_up(place, &id),
            FileAct::Remove(id) => {
                flaws.set(Vec::new());
                wizard.detach(place, &id);
            }
        }
    }

    fn take(self, file: File, replaced: String) {
        let Self { wizard, place, busy, .. } = self;
        wizard.clear_refused(place);
        busy.set(wizard.fill(Phrase::FileChecking, &[("name", &file.name())]));
        let limits = wizard.with_facts(|facts| facts.offer.attachments.clone());
        let host = wizard.host();
        wizard.spawn(async move {
            let taken = host.take(file, place, limits).await;
            match taken {
                Ok(Intake::Document(Taken { document, flaws })) => {
                    self.flaws.try_set(flaws);
                    wizard.attach(place, document, &replaced);
                }
                Ok(Intake::Scan(scan)) => self.open(Sheet { scan, replaced }),
                Err(refusal) => wizard.refuse_file(place, refusal),
            }
            busy.try_set(String::new());
        });
    }

    /// Lays a copy on the bench, or behind those that are there.
    fn open(self, sheet: Sheet) {
        if self.flaws.try_set(sheet.scan.image().flaws.clone()) {
            self.sheets.update(|sheets| sheets.push(sheet));
        } else {
            // The applicant went elsewhere meanwhile.
            self.wizard.host().release(&sheet.id());
        }
    }
}

/// What may make a file hard to read, for the applicant to judge.
fn flaw_notice(wizard: Wizard, flaws: &[Flaw]) -> AnyView {
    if flaws.is_empty() {
        return nothing();
    }
    let words = flaws.iter().map(|flaw| {
        let phrase = match flaw {
            Flaw::Blurred => Phrase::FlawBlurred,
            Flaw::Dark => Phrase::FlawDark,
            Flaw::Glare => Phrase::FlawGlare,
            Flaw::FewPixels => Phrase::FlawFewPixels,
        };
        paragraph("", wizard.phrase(phrase))
    });
    notice(NoticeKind::Warning, true).children(words).view()
}

fn limits(wizard: Wizard, kind: DocumentKind) -> String {
    let types = if kind.is_id_copy() { "JPEG, PNG" } else { "JPEG, PNG, PDF" };
    let largest = wizard.with_facts(|facts| facts.offer.attachments.max_bytes);
    wizard.fill(Phrase::FileLimits, &[("types", types), ("size", &size(wizard.lang(), largest))])
}

fn rows(wizard: Wizard, place: Place) -> Vec<FileRow> {
    let lang = wizard.lang();
    wizard.with_draft(|draft| {
        let total = draft.documents_at(place).count();
        let files = draft.documents_at(place).enumerate().map(|(at, document)| {
            let named = |phrase| wizard.fill(phrase, &[("name", &document.file_name)]);
            let amount = size(lang, document.size_bytes);
            let mut text = wizard.fill(Phrase::FileAdded, &[("name", &document.file_name), ("size", &amount)]);
            if total > 1 {
                let values = [("n", &*(at + 1).to_string()), ("total", &*total.to_string())];
                text = [text.as_str(), ", ", &wizard.fill(Phrase::PageOf, &values)].concat();
            }
            FileRow {
                id: document.id.clone(),
                text,
                preview: wizard.host().preview(&document.id),
                alternative: named(Phrase::PreviewOf),
                replace: named(Phrase::ReplaceNamed),
                up: if at > 0 { named(Phrase::MoveUpNamed) } else { String::new() },
                remove: named(Phrase::RemoveNamed),
            }
        });
        files.collect()
    })
}
