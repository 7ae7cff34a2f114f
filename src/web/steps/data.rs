//! Step 3: the documents, as a personal checklist; a copy of an identity document only after it is confirmed as shielded.

use leptos::prelude::*;

use super::{frame, question};
use crate::domain::journey::Screen;
use crate::domain::redaction::{RawScan, Zone, zones};
use crate::domain::rules::{Issue, Place, Rule};
use crate::domain::scheme::DocumentKind;
use crate::domain::texts::{Phrase, size};
use crate::web::kit::{
    CheckBox, FieldText, FieldWords, FileRow, FileSlot, FileSlotWords, button, dynamic, element, group, nothing,
    paragraph,
};
use crate::web::reactive::{State, derived};
use crate::web::wizard::{ChosenFile, Taken, Wizard};

/// The screen of the documents.
pub(super) fn documents(wizard: Wizard) -> AnyView {
    let is_empty = derived(move || wizard.places(Screen::Documents).is_empty());
    let none = dynamic(move || match is_empty.get() {
        true => paragraph("", wizard.phrase(Phrase::NoDocuments)),
        false => nothing(),
    });
    group([none, frame::questions(wizard, Screen::Documents)])
}

/// Where one document is taken in.
pub(super) fn slot(wizard: Wizard, place: Place) -> AnyView {
    let Some(kind) = DocumentKind::of_question(place.question) else { return nothing() };
    let busy = State::new(String::new());
    let waiting = State::new(None::<Taken>);
    let take = move |file: ChosenFile| {
        let name = file.name();
        wizard.clear_refused(place);
        busy.set(wizard.fill(Phrase::FileChecking, &[("name", &name)]));
        let limits = wizard.with_facts(|facts| facts.offer.attachments.clone());
        let work = wizard.host().take(file, place, limits);
        leptos::task::spawn_local(async move {
            let taken = work.await;
            busy.try_set(String::new());
            match taken {
                Ok(taken) if kind.is_id_copy() => {
                    if let Some(before) = waiting.try_get_untracked().flatten() {
                        wizard.host().release(&before.document.id);
                    }
                    waiting.try_set(Some(taken));
                }
                Ok(taken) => add(wizard, place, taken, false),
                Err((rule, limit)) => refuse(wizard, place, rule, limit),
            }
        });
    };
    let remove = move |id: String| {
        wizard.host().release(&id);
        wizard.clear_refused(place);
        wizard.change(|draft| draft.documents.retain(|document| document.id != id));
    };
    let slot = FileSlot {
        name: place.to_string(),
        words: FieldWords { label: wizard.label(place), ..question::words(wizard, place) },
        phrases: FileSlotWords {
            choose: wizard.phrase(Phrase::ChooseFile),
            drop: wizard.phrase(Phrase::DropHere),
            limits: limits(wizard, kind),
            busy: busy.into(),
            remove: wizard.phrase(Phrase::Remove),
        },
        accept: match kind.is_id_copy() {
            true => "image/jpeg,image/png,image/heic",
            false => "image/jpeg,image/png,image/heic,application/pdf",
        },
        files: derived(move || rows(wizard, place)),
        on_file: Callback::new(take),
        on_remove: Callback::new(remove),
    };
    element("div", "document")
        .attr("data-place", place.to_string())
        .child(slot.view())
        .maybe_with(move || waiting.get().map(|taken| shield(wizard, place, taken, waiting)))
        .view()
}

fn limits(wizard: Wizard, kind: DocumentKind) -> String {
    let types = if kind.is_id_copy() { "JPEG, PNG" } else { "JPEG, PNG, PDF" };
    let largest = wizard.with_facts(|facts| facts.offer.attachments.max_bytes);
    wizard.fill(Phrase::FileLimits, &[("types", types), ("size", &size(wizard.lang(), largest))])
}

fn rows(wizard: Wizard, place: Place) -> Vec<FileRow> {
    let lang = wizard.lang();
    wizard.with_draft(|draft| {
        let files = draft.documents_at(place).map(|document| {
            let amount = size(lang, document.size_bytes);
            FileRow {
                id: document.id.clone(),
                text: wizard.fill(Phrase::FileAdded, &[("name", &document.file_name), ("size", &amount)]),
                preview: wizard.host().preview(&document.id),
                alternative: wizard.fill(Phrase::PreviewOf, &[("name", &document.file_name)]),
                remove: wizard.fill(Phrase::RemoveNamed, &[("name", &document.file_name)]),
            }
        });
        files.collect()
    })
}

fn add(wizard: Wizard, place: Place, taken: Taken, is_shielded: bool) {
    let most = wizard.with_facts(|facts| facts.offer.attachments.max_files);
    if untrack(|| wizard.with_draft(|draft| draft.documents_at(place).count())) >= most {
        wizard.host().release(&taken.document.id);
        return refuse(wizard, place, Rule::DocumentTooMany, most.to_string());
    }
    wizard.announce(wizard.fill(Phrase::Added, &[("name", &taken.document.file_name)]));
    wizard.change(|draft| {
        let mut document = taken.document;
        document.shielded = is_shielded;
        draft.documents.push(document);
    });
}

fn refuse(wizard: Wizard, place: Place, rule: Rule, limit: String) {
    let issue = Issue { place, rule, limit };
    wizard.announce(wizard.sentence(&issue));
    wizard.refuse(issue);
}

/// Before a copy of an identity document is taken: the applicant looks at it and confirms each zone.
fn shield(wizard: Wizard, place: Place, taken: Taken, waiting: State<Option<Taken>>) -> AnyView {
    let shielding = wizard.with_facts(|facts| facts.offer.shielding.clone());
    let demanded = zones(&shielding);
    let names: Vec<&str> = demanded.iter().map(|zone| wizard.phrase(zone_phrase(*zone))).collect();
    let is_confirmed = State::new(false);
    let is_wrong = State::new(false);
    let error = derived(move || {
        let text = (wizard.texts().rule)(Rule::DocumentNotShielded).to_owned();
        is_wrong.get().then(|| FieldText { code: Rule::DocumentNotShielded.code(), text })
    });
    let check = CheckBox {
        name: format!("{place}.shielded"),
        words: FieldWords {
            label: wizard.fill(Phrase::ShieldConfirm, &[("zones", &names.join(", "))]),
            hint: String::new(),
            optional: String::new(),
            error,
            error_word: wizard.phrase(Phrase::Error).to_owned(),
        },
        value: is_confirmed.into(),
        on_choose: Callback::new(move |is_ticked| {
            is_confirmed.set(is_ticked);
            is_wrong.set(false);
        }),
        more: None,
    };
    let alternative = wizard.fill(Phrase::PreviewOf, &[("name", &taken.document.file_name)]);
    let image = taken
        .preview
        .clone()
        .map(|address| element("img", "shield__image").attr("src", address).attr("alt", alternative).view());
    let id = taken.document.id.clone();
    let accept = move || {
        let confirmed = if is_confirmed.get_untracked() { demanded.clone() } else { Vec::new() };
        match RawScan::new(taken.clone()).redact(&confirmed, &shielding) {
            Ok(redacted) => {
                waiting.set(None);
                add(wizard, place, redacted.into_image(), true);
            }
            Err(_) => is_wrong.set(true),
        }
    };
    let cancel = move || {
        wizard.host().release(&id);
        waiting.set(None);
    };
    let accept = button("button button--secondary", format!("shield:{place}"), accept);
    let cancel = button("button button--quiet", format!("unshield:{place}"), cancel);
    let actions = element("div", "actions")
        .child(accept.text(wizard.phrase(Phrase::ShieldAccept)).view())
        .child(cancel.text(wizard.phrase(Phrase::Cancel)).view());
    element("section", "shield")
        .attr("aria-live", "polite")
        .child(paragraph("", wizard.phrase(Phrase::ShieldIntro)))
        .maybe(image)
        .child(check.view())
        .child(actions.view())
        .view()
}

const fn zone_phrase(zone: Zone) -> Phrase {
    match zone {
        Zone::Photo => Phrase::ZonePhoto,
        Zone::Nationality => Phrase::ZoneNationality,
        Zone::Bsn => Phrase::ZoneBsn,
        Zone::Mrz => Phrase::ZoneMrz,
    }
}
