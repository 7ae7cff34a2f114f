//! Step 2: the representatives as on the extract, and who of them must sign.

use leptos::prelude::*;

use super::question;
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::texts::Phrase;
use crate::web::kit::{NoticeKind, button, dynamic, each, element, group, nothing, notice, paragraph};
use crate::web::reactive::derived;
use crate::web::wizard::Wizard;

/// The screen of the representatives.
pub(super) fn representatives(wizard: Wizard) -> AnyView {
    let most = wizard.with_facts(|facts| facts.offer.max_representatives);
    let can_add = derived(move || wizard.with_draft(|draft| draft.representatives.len() < most));
    let add = dynamic(move || {
        if !can_add.get() {
            return nothing();
        }
        let add = button("button button--secondary", "add:representatives", move || wizard.add_representative());
        element("div", "row__add").child(add.text(wizard.phrase(Phrase::AddRepresentative)).view()).view()
    });
    let singles = question::each_of(wizard, move || {
        let mut places = wizard.places(Screen::Representatives);
        places.retain(|place| !place.question.has_rows());
        places
    });
    group([rows(wizard, Screen::Representatives, true), add, singles, signatories(wizard)])
}

/// The screen of the representatives' e-mail addresses and mobile numbers.
pub(super) fn contacts(wizard: Wizard) -> AnyView {
    rows(wizard, Screen::RepresentativeContact, false)
}

/// The questions that are asked for each representative, under the name of each.
fn rows(wizard: Wizard, screen: Screen, can_remove: bool) -> AnyView {
    let places = derived(move || {
        let mut places = wizard.places(screen);
        places.retain(|place| place.question.has_rows());
        places
    });
    // One place stands for each row.
    let rows = move || {
        let rows = places.with(|places| places.iter().map(|place| place.row).collect::<Vec<_>>());
        let mut rows: Vec<Place> =
            rows.into_iter().map(|row| Place::row(Question::RepresentativeSurname, row)).collect();
        rows.dedup();
        rows
    };
    each(rows, move |place| {
        let row = place.row;
        let number = (row + 1).to_string();
        let remove = wizard.fill(Phrase::RemoveRepresentative, &[("n", &number)]);
        let title = move || match can_remove {
            true => wizard.fill(Phrase::Representative, &[("n", &number)]),
            false => wizard.with_requirements(|requirements| wizard.name_of(requirements, row)),
        };
        let is_one_of_more = derived(move || can_remove && wizard.with_draft(|draft| draft.representatives.len() > 1));
        let remove = move || {
            is_one_of_more.get().then(|| {
                let action = ["remove:representatives.", &row.to_string()].concat();
                let remove_it = move || wizard.remove_representative(row);
                button("button button--quiet", action, remove_it).text(remove.as_str()).view()
            })
        };
        let here = move || {
            places.with(|places| places.iter().copied().filter(|place| place.row == row).collect::<Vec<Place>>())
        };
        let head =
            element("div", "row__head").child(element("h3", "row__title").text_with(title).view()).maybe_with(remove);
        element("section", "row")
            .attr("data-row", row.to_string())
            .child(head.view())
            .child(question::each_of(wizard, here))
            .view()
    })
}

fn signatories(wizard: Wizard) -> AnyView {
    let words =
        derived(move || wizard.must_sign().unwrap_or_else(|| wizard.phrase(Phrase::MustSignUnknown).to_owned()));
    let automatic = derived(move || wizard.with_requirements(|requirements| requirements.is_manager_by_itself()));
    notice(NoticeKind::Info, true)
        .child(element("h3", "notice__title").text(wizard.phrase(Phrase::MustSign)).view())
        .child(element("p", "").text_with(move || words.get()).view())
        .maybe_with(move || automatic.get().then(|| paragraph("", wizard.phrase(Phrase::ManagerAutomatic))))
        .view()
}
