//! Step 2: the representatives as on the extract, and which of them sign.

use leptos::prelude::*;

use super::question;
use super::question_words::words;
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, IntoChild, div, keyed, p, section};
use crate::web::kit::{
    ButtonKind, CheckBox, FieldWords, NoticeKind, button, check_box, notice, spoken_notice, sub_heading,
};
use crate::web::wizard::Wizard;

/// The screen of the representatives.
pub(super) fn representatives(wizard: Wizard) -> impl IntoChild {
    let most = wizard.with_facts(|facts| facts.offer.max_representatives);
    let can_add = Memo::new(move |_| wizard.with_draft(|draft| draft.representatives.len() < most));
    let add = move || {
        can_add.get().then(|| {
            let add = button(ButtonKind::Secondary, move || wizard.add_representative())
                .attr("data-action", "add:representatives")
                .child(wizard.phrase(Phrase::AddRepresentative));
            div().class("row__add").child(add)
        })
    };
    let singles = question::each_of(wizard, move || {
        let mut places = wizard.places(Screen::Representatives);
        places.retain(|place| !place.question.has_rows());
        places
    });
    (rows(wizard, Screen::Representatives, true), add, singles, signatories(wizard), choice(wizard))
}

/// The screen for the representatives' e-mail addresses and mobile numbers.
pub(super) fn contacts(wizard: Wizard) -> impl IntoChild {
    rows(wizard, Screen::RepresentativeContact, false)
}

/// The questions about each representative, under their name.
fn rows(wizard: Wizard, screen: Screen, can_remove: bool) -> impl IntoChild {
    let places = Memo::new(move |_| {
        let mut places = wizard.places(screen);
        places.retain(|place| place.question.has_rows());
        places
    });
    let rows = move || {
        let row = |place: &Place| Place::row(Question::Representatives, place.row);
        let mut rows = places.with(|places| places.iter().map(row).collect::<Vec<_>>());
        rows.dedup();
        rows
    };
    keyed(rows, move |Place { row, .. }| {
        let number = (row + 1).to_string();
        let remove = wizard.fill(Phrase::RemoveRepresentative, &[("n", &number)]);
        let title = move || {
            let is_user = wizard.with_requirements(|requirements| requirements.user_row() == Some(row));
            let is_numbered = can_remove && !is_user;
            if is_numbered { wizard.fill(Phrase::Representative, &[("n", &number)]) } else { wizard.name_of(row) }
        };
        let is_one_of_more =
            Memo::new(move |_| can_remove && wizard.with_draft(|draft| draft.representatives.len() > 1));
        let remove = move || is_one_of_more.get().then(|| remove_button(wizard, row, &remove));
        let here = move || {
            places.with(|places| places.iter().copied().filter(|place| place.row == row).collect::<Vec<Place>>())
        };
        let id = format!("representative-{row}");
        let title = sub_heading().class("row__title").id(&id).child(title);
        section()
            .class("row")
            .attr("role", "group")
            .attr("aria-labelledby", id)
            .attr("data-row", row.to_string())
            .child(div().class("row__head").child(title).child(remove))
            .child(question::each_of(wizard, here))
    })
}

fn remove_button(wizard: Wizard, row: usize, words: &str) -> Element {
    button(ButtonKind::Quiet, move || wizard.remove_representative(row))
        .attr("data-action", format!("remove:representatives.{row}"))
        .child(words)
}

fn signatories(wizard: Wizard) -> Element {
    let words =
        Memo::new(move |_| wizard.must_sign().unwrap_or_else(|| wizard.phrase(Phrase::MustSignUnknown).to_owned()));
    let is_automatic = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.is_manager_by_itself()));
    spoken_notice(NoticeKind::Info)
        .child(sub_heading().class("notice__title").child(wizard.phrase(Phrase::MustSign)))
        .child(p().child(move || words.get()))
        .child(move || is_automatic.get().then(|| p().child(wizard.phrase(Phrase::ManagerAutomatic))))
}

/// Who of those who may sign do so, if not all of them must.
fn choice(wizard: Wizard) -> impl IntoChild {
    let names = Memo::new(move |_| {
        let entitled = wizard.with_requirements(|requirements| requirements.signatories.entitled.clone());
        entitled.into_iter().map(|row| (row, wizard.name_of(row))).collect::<Vec<_>>()
    });
    let needed = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.signatories.needed));
    move || {
        let names = names.get();
        (!names.is_empty()).then(|| {
            let words = move || wizard.fill(Phrase::ChooseSignatories, &[("n", &needed.get().to_string())]);
            let boxes = names.into_iter().map(|(row, name)| signatory(wizard, row, name));
            section()
                .attr("role", "group")
                .attr("aria-label", wizard.phrase(Phrase::MustSign))
                .child(p().child(words))
                .child(boxes.collect::<Vec<_>>())
        })
    }
}

fn signatory(wizard: Wizard, row: usize, name: String) -> Element {
    let place = Place::row(Question::RepresentativeSigns, row);
    check_box(CheckBox {
        name: place.to_string(),
        words: FieldWords { label: name, ..words(wizard, place) },
        value: Memo::new(move |_| {
            wizard.with_requirements(|requirements| requirements.signatories.rows.contains(&row))
        }),
        on_choose: Callback::new(move |signs| wizard.choose_signatory(row, signs)),
        more: None,
    })
}

/// Tells a user who is not the owner of a sole proprietorship that the owner needs a means too, if the supplier says so.
pub(super) fn owner_registers(wizard: Wizard) -> Option<Element> {
    let is_told = wizard.with_requirements(|requirements| {
        wizard.with_draft(|draft| wizard.with_facts(|facts| requirements.owner_registers(draft, facts)))
    });
    is_told.then(|| notice(NoticeKind::Info).child(p().child(wizard.phrase(Phrase::OwnerRegisters))))
}
