//! Step 3: the documents, as a personal checklist; a copy of an identity document only after it is confirmed as shielded.

use leptos::prelude::*;

use super::{frame, question, who};
use crate::domain::journey::Screen;
use crate::domain::redaction::{RawScan, Zone, zones};
use crate::domain::rules::{Issue, Place, Question, Rule};
use crate::domain::scheme::DocumentKind;
use crate::domain::texts::{Phrase, size};
use crate::web::kit::{CheckBox, FieldWords, FileRow, FileSlot, FileSlotWords};
use crate::web::wizard::{ChosenFile, Taken, Wizard};

/// The screen of the documents.
pub(super) fn documents(wizard: Wizard) -> AnyView {
    let is_empty = Memo::new(move |_| wizard.places(Screen::Documents).is_empty());
    view! {
        {move || is_empty.get().then(|| view! { <p>{wizard.phrase(Phrase::NoDocuments)}</p> })}
        {frame::questions(wizard, Screen::Documents)}
    }
    .into_any()
}

/// Where one document is taken in.
pub(super) fn slot(wizard: Wizard, place: Place) -> AnyView {
    let Some(kind) = DocumentKind::of_question(place.question) else { return ().into_any() };
    let busy = RwSignal::new(String::new());
    let waiting = RwSignal::new(None::<Taken>);
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
    let files = Memo::new(move |_| rows(wizard, place));
    let remove = move |id: String| {
        wizard.host().release(&id);
        wizard.clear_refused(place);
        wizard.change(|draft| draft.documents.retain(|document| document.id != id));
    };
    let base = question::words(wizard, place);
    let label = Signal::derive(move || label(wizard, place));
    let words = FieldWords { label, ..base };
    let phrase = |phrase| Signal::derive(move || wizard.phrase(phrase).to_owned());
    let phrases = FileSlotWords {
        choose: phrase(Phrase::ChooseFile),
        drop: phrase(Phrase::DropHere),
        limits: Signal::derive(move || limits(wizard, kind)),
        busy: busy.into(),
    };
    let accept = if kind.is_id_copy() {
        "image/jpeg,image/png,image/heic"
    } else {
        "image/jpeg,image/png,image/heic,application/pdf"
    };
    view! {
        <div class={"document"} data-place=place.to_string()>
            <FileSlot name=place.to_string() words=words phrases=phrases accept=accept files=files on_file=take on_remove=remove />
            {move || waiting.get().map(|taken| shield(wizard, place, taken, waiting))}
        </div>
    }
    .into_any()
}

/// The question of a document, with whose it is where that is not plain.
pub(super) fn label(wizard: Wizard, place: Place) -> String {
    let label = (wizard.texts().question)(place.question).label;
    if place.question != Question::RepresentativeIdCopy {
        return label.to_owned();
    }
    let name = wizard.with_requirements(|requirements| who::name_of(wizard, requirements, place.row));
    format!("{label} {}", wizard.fill(Phrase::OfNamed, &[("name", &name)]))
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
fn shield(wizard: Wizard, place: Place, taken: Taken, waiting: RwSignal<Option<Taken>>) -> AnyView {
    let shielding = wizard.with_facts(|facts| facts.offer.shielding.clone());
    let demanded = zones(&shielding);
    let names: Vec<&str> = demanded.iter().map(|zone| wizard.phrase(zone_phrase(*zone))).collect();
    let confirm = wizard.fill(Phrase::ShieldConfirm, &[("zones", &names.join(", "))]);
    let is_confirmed = RwSignal::new(false);
    let is_wrong = RwSignal::new(false);
    let name = format!("{place}.shielded");
    let words = FieldWords {
        label: Signal::derive(move || confirm.clone()),
        hint: Signal::derive(String::new),
        optional: Signal::derive(String::new),
        error: Signal::derive(move || {
            let text = (wizard.texts().rule)(Rule::DocumentNotShielded).to_owned();
            is_wrong.get().then(|| crate::web::kit::FieldText { code: Rule::DocumentNotShielded.code(), text })
        }),
        error_word: Signal::derive(move || wizard.phrase(Phrase::Error).to_owned()),
    };
    let alternative = wizard.fill(Phrase::PreviewOf, &[("name", &taken.document.file_name)]);
    let preview = taken.preview.clone();
    let id = taken.document.id.clone();
    let accept = {
        let demanded = demanded.clone();
        move |_| {
            let confirmed = if is_confirmed.get_untracked() { demanded.clone() } else { Vec::new() };
            match RawScan::new(taken.clone()).redact(&confirmed, &shielding) {
                Ok(redacted) => {
                    waiting.set(None);
                    add(wizard, place, redacted.into_image(), true);
                }
                Err(_) => is_wrong.set(true),
            }
        }
    };
    view! {
        <section class={"shield"} aria-live="polite">
            <p>{wizard.phrase(Phrase::ShieldIntro)}</p>
            {preview.map(|address| view! { <img class={"shield__image"} src=address alt=alternative /> })}
            <CheckBox name=name words=words value=is_confirmed on_choose=move |is_ticked: bool| {
                is_confirmed.set(is_ticked);
                is_wrong.set(false);
            } />
            <div class={"actions"}>
                <button type="button" class={"button button--secondary"} data-action=format!("shield:{place}") on:click=accept>
                    {wizard.phrase(Phrase::ShieldAccept)}
                </button>
                <button type="button" class={"button button--quiet"} data-action=format!("unshield:{place}")
                    on:click=move |_| { wizard.host().release(&id); waiting.set(None); }>
                    {wizard.phrase(Phrase::Cancel)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

const fn zone_phrase(zone: Zone) -> Phrase {
    match zone {
        Zone::Photo => Phrase::ZonePhoto,
        Zone::Nationality => Phrase::ZoneNationality,
        Zone::Bsn => Phrase::ZoneBsn,
        Zone::Mrz => Phrase::ZoneMrz,
    }
}
