//! Step 2: the representatives as on the extract, and which of them sign.

use leptos::prelude::*;

use super::question_words::words;
use super::{check, keeping, question};
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Place, Question};
use crate::domain::texts::{Phrase, append};
use crate::web::dom::{Element, ElementRef, IntoChild, div, effect, keyed, p, section};
use crate::web::kit::{
    ButtonKind, CheckBox, FieldWords, NoticeKind, button, check_box, hint, notice, spoken_notice, sub_heading,
};
use crate::web::wizard::Wizard;

/// The screen of the representatives.
pub(super) fn representatives(wizard: Wizard) -> impl IntoChild {
    let most = wizard.with_facts(|facts| facts.offer.max_representatives);
    let can_add = Memo::new(move |_| wizard.with_draft(|draft| draft.representatives.len() < most));
    let cards = Cards { wizard, folded: RwSignal::default(), focused: RwSignal::new(None) };
    cards.fold();
    let add = move || {
        can_add.get().then(|| {
            let add = button(ButtonKind::Secondary, move || cards.add())
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
    (rows(wizard, Screen::Representatives, Some(cards)), add, singles, signatories(wizard), choice(wizard))
}

/// The screen for the representatives' e-mail addresses and mobile numbers.
pub(super) fn contacts(wizard: Wizard) -> impl IntoChild {
    rows(wizard, Screen::RepresentativeContact, None)
}

/// Cards that fold to one line, can be added and removed.
#[derive(Clone, Copy)]
struct Cards {
    wizard: Wizard,
    /// The rows that are folded, unless something is wrong in them.
    folded: RwSignal<Vec<Place>>,
    /// The row whose heading takes the focus.
    focused: RwSignal<Option<usize>>,
}

impl Cards {
    /// Folds what is complete. A card that is being filled in stays open, so that nothing moves under the hands.
    fn fold(self) {
        let rows = self.count();
        let complete = (0..rows).filter(|row| rows > 1 && untrack(|| self.is_complete(*row)));
        self.folded.set(complete.map(|row| Place::row(Question::Representatives, row)).collect());
    }

    fn count(self) -> usize {
        untrack(|| self.wizard.with_draft(|draft| draft.representatives.len()))
    }

    fn is_complete(self, row: usize) -> bool {
        let is_here = |place: Place| {
            place.row == row && place.question.has_rows() && journey::screen_for(place) == Screen::Representatives
        };
        !self.wizard.problems().iter().any(|issue| is_here(issue.place))
    }

    fn is_folded(self, row: usize) -> bool {
        let card = Place::row(Question::Representatives, row);
        self.folded.with(|folded| folded.contains(&card)) && self.is_complete(row)
    }

    fn open(self, row: usize) {
        self.folded.update(|folded| folded.retain(|card| card.row != row));
        self.focused.set(Some(row));
    }

    fn add(self) {
        let row = self.count();
        self.wizard.add_representative();
        self.fold();
        self.focused.set(Some(row));
    }

    fn remove(self, row: usize) {
        self.wizard.remove_representative(row);
        self.fold();
        self.focused.set(Some(row.saturating_sub(1)));
    }

    /// The line of a folded card.
    fn line(self, row: usize) -> Element {
        let mut line = String::new();
        for question in [Question::RepresentativeCapacity, Question::RepresentativeAuthority] {
            append(&mut line, ", ", &check::answer(self.wizard, Place::row(question, row)).concat());
        }
        hint(line)
    }

    /// What opens and removes a card.
    fn buttons(self, row: usize, is_folded: Memo<bool>) -> impl IntoChild {
        let wizard = self.wizard;
        let change = move || {
            let name = wizard.name_of(row);
            is_folded.get().then(|| {
                button(ButtonKind::Quiet, move || self.open(row))
                    .attr("data-action", format!("change:representatives.{row}"))
                    .attr("aria-label", wizard.fill(Phrase::ChangeNamed, &[("what", &name)]))
                    .child(wizard.phrase(Phrase::Change))
            })
        };
        let is_one_of_more = Memo::new(move |_| wizard.with_draft(|draft| draft.representatives.len() > 1));
        let words = wizard.fill(Phrase::RemoveRepresentative, &[("n", &(row + 1).to_string())]);
        let remove = move || {
            is_one_of_more.get().then(|| {
                button(ButtonKind::Quiet, move || self.remove(row))
                    .attr("data-action", format!("remove:representatives.{row}"))
                    .attr("aria-label", &words)
                    .child(wizard.phrase(Phrase::Remove))
            })
        };
        (change, remove)
    }
}

/// The questions about each representative, under their name.
fn rows(wizard: Wizard, screen: Screen, cards: Option<Cards>) -> impl IntoChild {
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
        let is_folded = Memo::new(move |_| cards.is_some_and(|cards| cards.is_folded(row)));
        let title = move || {
            let is_user = wizard.with_requirements(|requirements| requirements.user_row() == Some(row));
            let is_numbered = cards.is_some() && !is_user && !is_folded.get();
            if is_numbered { wizard.fill(Phrase::Representative, &[("n", &number)]) } else { wizard.name_of(row) }
        };
        let here = move || {
            places.with(|places| places.iter().copied().filter(|place| place.row == row).collect::<Vec<Place>>())
        };
        let heading = ElementRef::new();
        effect(move || {
            if let Some(heading) = heading.get()
                && cards.is_some_and(|cards| cards.focused.get() == Some(row))
            {
                heading.focus().ok();
            }
        });
        let id = format!("representative-{row}");
        let title = sub_heading().class("row__title").id(&id).attr("tabindex", "-1").node_ref(heading).child(title);
        section()
            .class("row")
            .attr("role", "group")
            .attr("aria-labelledby", id)
            .child(div().class("row__head").child(title).child(cards.map(|cards| cards.buttons(row, is_folded))))
            .child(move || cards.filter(|_| is_folded.get()).map(|cards| cards.line(row)))
            // With ten cards on the page, each key would be worked out for all of their questions.
            .child(move || (!is_folded.get()).then(|| untrack(|| question::each_of(wizard, here))))
    })
}

fn signatories(wizard: Wizard) -> Element {
    let words = Memo::new(move |_| {
        let mut words = wizard.must_sign().unwrap_or_else(|| wizard.phrase(Phrase::MustSignUnknown).to_owned());
        if let Some(why) = wizard.why_together() {
            append(&mut words, " ", why);
        }
        words
    });
    let is_automatic = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.is_manager_by_itself()));
    spoken_notice(NoticeKind::Info)
        .child(sub_heading().class("notice__title").child(wizard.phrase(Phrase::MustSign)))
        .child(p().child(move || words.get()))
        .child(move || is_automatic.get().then(|| p().child(wizard.phrase(Phrase::ManagerAutomatic))))
        .child(keep(wizard))
}

/// Where others sign, which may take days, an offer to keep the answers until then.
fn keep(wizard: Wizard) -> impl IntoChild {
    let is_waiting = Memo::new(move |_| wizard.waits_for_others());
    move || {
        let keep = (p().child(wizard.phrase(Phrase::KeepMeanwhile)), keeping::device(wizard));
        is_waiting.get().then(|| div().child(keep))
    }
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
