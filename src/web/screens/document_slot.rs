//! Where one document is uploaded; a copy of an identity document only after it is covered.

use leptos::prelude::*;
use web_sys::File;

use super::question_words::words;
use crate::domain::redaction::Flaw;
use crate::domain::rules::Place;
use crate::domain::scheme::DocumentKind;
use crate::domain::texts::{Phrase, size};
use crate::web::dom::{Element, div, p};
use crate::web::kit::{FieldWords, FileAct, FileRow, FileSlot, FileSlotWords, NoticeKind, file_slot, spoken_notice};
use crate::web::redactor;
use crate::web::wizard::{Accepted, AcceptedFile, PendingScan, Wizard};

/// Where one document is uploaded. A handle: clones share the same slot.
#[derive(Clone, Copy)]
struct Slot {
    wizard: Wizard,
    place: Place,
    /// The message about the file that is being checked.
    busy: RwSignal<String>,
    /// Flaws that may make the last file hard to read.
    flaws: RwSignal<Vec<Flaw>>,
}

/// Where one document is uploaded; `None` for a question that is not about a document.
pub(super) fn slot(wizard: Wizard, place: Place) -> Option<Element> {
    DocumentKind::of_question(place.question)?;
    let slot = Slot { wizard, place, busy: RwSignal::new(String::new()), flaws: RwSignal::new(Vec::new()) };
    let control = file_slot(FileSlot {
        name: place.to_string(),
        words: FieldWords { label: wizard.label(place), ..words(wizard, place) },
        phrases: FileSlotWords {
            choose: wizard.phrase(Phrase::ChooseFile),
            more: wizard.phrase(Phrase::AnotherFile),
            camera: wizard.phrase(Phrase::TakePhoto),
            drop: wizard.phrase(Phrase::DropHere),
            limits: limits(wizard),
            busy: Memo::new(move |_| slot.busy.get()),
            replace: wizard.phrase(Phrase::Replace),
            up: wizard.phrase(Phrase::MoveUp),
            remove: wizard.phrase(Phrase::Remove),
        },
        accept: "image/jpeg,image/png,application/pdf",
        files: Memo::new(move |_| rows(wizard, place)),
        on_act: Callback::new(move |act| slot.act(act)),
    });
    // The redactor only starts over for another copy, not when one more is waiting.
    let first = Memo::new(move |_| wizard.scans_at(place).into_iter().next());
    let redactor = move || first.get().map(|scan| untrack(|| redactor::redactor(wizard, place, scan)));
    let flaws = move || {
        let of_scan = first.get().and_then(|scan| wizard.with_scan(&scan, |scan| scan.raw.image().flaws.clone()));
        flaw_notice(wizard, &of_scan.unwrap_or_else(|| slot.flaws.get()))
    };
    let document = div().class("document").attr("data-place", place.to_string());
    Some(document.child(control).child(flaws).child(redactor))
}

impl Slot {
    fn act(self, act: FileAct) {
        let Self { wizard, place, flaws, .. } = self;
        match act {
            FileAct::Give(file, replaced) => self.accept(file, replaced),
            FileAct::MoveUp(id) => wizard.move_up(place, &id),
            FileAct::Choose { is_open } => wizard.choose_file(is_open),
            FileAct::Remove(id) => {
                flaws.set(Vec::new());
                wizard.detach(place, &id);
            }
        }
    }

    fn accept(self, file: File, replaced: String) {
        let Self { wizard, place, busy, .. } = self;
        wizard.clear_refused(place);
        let file_name = file.name();
        busy.set(wizard.fill(Phrase::FileChecking, &[("name", &file_name)]));
        let limits = wizard.with_facts(|facts| facts.offer.attachments.clone());
        let (host, anchor) = (wizard.host(), wizard.anchor(place));
        wizard.spawn(async move {
            match host.accept_file(file, place, limits).await {
                Ok(AcceptedFile::Document(Accepted { document, flaws })) => {
                    self.flaws.try_set(flaws);
                    wizard.attach(anchor, document, &replaced);
                }
                // Of someone who was removed meanwhile.
                Ok(AcceptedFile::Scans(scans)) if wizard.find(anchor).is_none() => {
                    scans.iter().for_each(|raw| host.release(&raw.image().id));
                }
                Ok(AcceptedFile::Scans(scans)) => {
                    let mut replaced = replaced;
                    for raw in scans {
                        // Only the first page replaces something.
                        wizard.add_scan(PendingScan { raw, anchor, replaced: std::mem::take(&mut replaced) });
                    }
                }
                Err(refusal) => wizard.refuse_file_at(anchor, refusal, &file_name),
            }
            busy.try_set(String::new());
        });
    }
}

/// The flaws of a file, for the applicant to judge.
fn flaw_notice(wizard: Wizard, flaws: &[Flaw]) -> Option<Element> {
    let notes = flaws.iter().map(|flaw| {
        let phrase = match flaw {
            Flaw::Blurred => Phrase::FlawBlurred,
            Flaw::Dark => Phrase::FlawDark,
            Flaw::Glare => Phrase::FlawGlare,
            Flaw::FewPixels => Phrase::FlawFewPixels,
            Flaw::MissingFonts => Phrase::FlawMissingFonts,
            Flaw::PagesLeftOut => Phrase::FlawPagesLeftOut,
        };
        p().child(wizard.phrase(phrase))
    });
    let notes = notes.collect::<Vec<_>>();
    (!notes.is_empty()).then(|| spoken_notice(NoticeKind::Warning).child(notes))
}

fn limits(wizard: Wizard) -> String {
    let types = "JPEG, PNG, PDF";
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
                text = format!("{text}, {}", wizard.fill(Phrase::PageOf, &values));
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
