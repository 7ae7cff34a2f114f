//! What a representative sees who has opened an application on a device of their own to sign it.

use leptos::prelude::*;

use crate::domain::handover::{Act, Deed};
use crate::domain::journey::Screen;
use crate::domain::rules::Place;
use crate::domain::scheme::Date;
use crate::domain::texts::{Phrase, date};
use crate::web::dom::{Element, IntoChild, a, div, img, li, p, span, ul};
use crate::web::kit::{ButtonKind, NoticeKind, button, disclosure, notice, sub_heading};
use crate::web::wizard::{Handed, Wizard};

/// What the person before wrote, and what was done with an application that was handed over.
pub(super) fn handed(wizard: Wizard) -> impl IntoChild {
    let handed = Memo::new(move |_| wizard.handed());
    let name = move |party| wizard.party_name(party);
    move || {
        let Handed { history, note, .. } = handed.get();
        let last = history.last().cloned()?;
        let written = (!note.is_empty()).then(|| {
            let lines = note.lines().map(|line| p().child(line)).collect::<Vec<_>>();
            let title = wizard.fill(Phrase::NoteFrom, &[("name", &name(last.by))]);
            notice(NoticeKind::Warning).child(sub_heading().class("notice__title").child(title)).child(lines)
        });
        let deed = |deed: Deed| {
            let phrase = match deed.did {
                Act::Began => Phrase::HistoryBegan,
                Act::HandedOn => Phrase::HistoryHandedOn,
                Act::Signed => Phrase::HistorySigned,
                Act::Returned => Phrase::HistoryReturned,
            };
            let day = day(wizard, deed.at.as_str());
            li().child(wizard.fill(phrase, &[("name", &name(deed.by)), ("date", &day)]))
        };
        let deeds = ul().class("check__history").child(history.into_iter().map(deed).collect::<Vec<_>>());
        let history = disclosure(wizard.phrase(Phrase::History), "").child(deeds);
        Some(div().child(written).child(history))
    }
}

/// Tells a representative who need not sign.
pub(super) fn not_asked(wizard: Wizard) -> Option<Element> {
    let is_asked = wizard.is_asked_to_sign();
    (!is_asked).then(|| notice(NoticeKind::Warning).child(p().child(wizard.phrase(Phrase::SignatoryNot))))
}

/// For a signatory: gives it back, because something in it is not right.
pub(super) fn not_right(wizard: Wizard) -> Option<Element> {
    wizard.signatory()?;
    let back = button(ButtonKind::Secondary, move || wizard.step_aside(Screen::HandOver));
    let back = back.attr("data-action", "return").child(wizard.phrase(Phrase::NotRight));
    Some(div().class("actions").child(back))
}

/// The files at a place, to look at, for somebody who signs for them.
pub(super) fn files(wizard: Wizard, place: Place) -> Vec<Element> {
    let files = wizard.with_draft(|draft| {
        draft.documents_at(place).map(|file| (file.id.clone(), file.file_name.clone())).collect::<Vec<_>>()
    });
    let view = |(id, name): (String, String)| {
        let address = wizard.host().address(&id)?;
        let words = wizard.fill(Phrase::LookAt, &[("name", &name)]);
        let picture =
            wizard.host().preview(&id).map(|address| img().class("check__copy").attr("src", address).attr("alt", ""));
        let link = a().attr("href", address).attr("target", "_blank").attr("rel", "noopener");
        Some(span().class("check__line").child(link.child(picture).child(span().child(words))))
    };
    files.into_iter().filter_map(view).collect()
}

/// The day of a moment, in words.
pub(super) fn day(wizard: Wizard, at: &str) -> String {
    let day = Date::parse_iso(at.get(..10).unwrap_or_default());
    day.map(|day| date(wizard.texts(), &day)).unwrap_or_default()
}
