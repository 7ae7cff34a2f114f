//! Step 2: the representatives as on the extract, and who of them must sign.

use leptos::prelude::*;

use super::question;
use crate::domain::application::{Requirements, SignReason};
use crate::domain::journey::Screen;
use crate::domain::rules::Place;
use crate::domain::texts::Phrase;
use crate::web::kit::{Notice, NoticeKind};
use crate::web::wizard::Wizard;

/// How the applicant knows a representative: by name, as themself, or by number.
pub(super) fn name_of(wizard: Wizard, requirements: &Requirements<'_>, row: usize) -> String {
    let number = wizard.fill(Phrase::Representative, &[("n", &(row + 1).to_string())]);
    let Some(representative) = requirements.draft.representative(row) else { return number };
    if representative.is_user == Some(true) {
        return wizard.phrase(Phrase::Yourself).to_owned();
    }
    let parts = [&representative.given_names, &representative.prefix, &representative.surname];
    let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { number } else { parts.join(" ") }
}

/// Who must sign and why, in one sentence; nothing while it is not known.
pub(super) fn must_sign(wizard: Wizard) -> Option<String> {
    wizard.with_requirements(|requirements| {
        let names: Vec<String> =
            requirements.signatories.rows.iter().map(|row| name_of(wizard, requirements, *row)).collect();
        let phrase = match requirements.signatories.reason {
            SignReason::Unknown => return None,
            SignReason::Sole => Phrase::MustSignSole,
            SignReason::Joint => Phrase::MustSignJoint,
            SignReason::Limited => Phrase::MustSignLimited,
            SignReason::Articles => Phrase::MustSignArticles,
        };
        Some(wizard.fill(phrase, &[("names", &names.join(", "))]))
    })
}

/// The screen of the representatives.
pub(super) fn representatives(wizard: Wizard) -> AnyView {
    let most = wizard.with_facts(|facts| facts.offer.max_representatives);
    let can_add = move || wizard.with_draft(|draft| draft.representatives.len() < most);
    view! {
        {rows(wizard, Screen::Representatives, true)}
        {move || can_add().then(|| view! {
            <div class={"row__add"}>
                <button type="button" class={"button button--secondary"} data-action="add:representatives"
                    on:click=move |_| wizard.add_representative()>{wizard.phrase(Phrase::AddRepresentative)}</button>
            </div>
        })}
        {singles(wizard, Screen::Representatives)}
        {signatories(wizard)}
    }
    .into_any()
}

/// The screen of the representatives' e-mail addresses and mobile numbers.
pub(super) fn contacts(wizard: Wizard) -> AnyView {
    rows(wizard, Screen::RepresentativeContact, false)
}

/// The questions that are asked for each representative, under the name of each.
fn rows(wizard: Wizard, screen: Screen, can_remove: bool) -> AnyView {
    let places = Memo::new(move |_| {
        let mut places = wizard.places(screen);
        places.retain(|place| place.question.has_rows());
        places
    });
    let numbers = Memo::new(move |_| {
        let mut rows: Vec<usize> = places.with(|places| places.iter().map(|place| place.row).collect());
        rows.dedup();
        rows
    });
    let count = Memo::new(move |_| wizard.with_draft(|draft| draft.representatives.len()));
    let row = move |row: usize| {
        let here = Memo::new(move |_| {
            places.with(|places| places.iter().copied().filter(|place| place.row == row).collect::<Vec<Place>>())
        });
        let number = (row + 1).to_string();
        let title = {
            let number = number.clone();
            move || match can_remove {
                true => wizard.fill(Phrase::Representative, &[("n", &number)]),
                false => wizard.with_requirements(|requirements| name_of(wizard, requirements, row)),
            }
        };
        let remove = wizard.fill(Phrase::RemoveRepresentative, &[("n", &number)]);
        view! {
            <section class={"row"} data-row=row.to_string()>
                <div class={"row__head"}>
                    <h3 class={"row__title"}>{title}</h3>
                    {move || (can_remove && count.get() > 1).then(|| view! {
                        <button type="button" class={"button button--quiet"} data-action=format!("remove:representatives.{row}")
                            on:click=move |_| wizard.remove_representative(row)>{remove.clone()}</button>
                    })}
                </div>
                <For each=move || here.get() key=|place| *place let:place>{question::question(wizard, place)}</For>
            </section>
        }
        .into_any()
    };
    view! { <For each=move || numbers.get() key=|number| *number let:number>{row(number)}</For> }.into_any()
}

/// The questions of a screen that are asked once.
fn singles(wizard: Wizard, screen: Screen) -> AnyView {
    let places = Memo::new(move |_| {
        let mut places = wizard.places(screen);
        places.retain(|place| !place.question.has_rows());
        places
    });
    view! {
        <For each=move || places.get() key=|place| *place let:place>{question::question(wizard, place)}</For>
    }
    .into_any()
}

fn signatories(wizard: Wizard) -> AnyView {
    let words =
        Memo::new(move |_| must_sign(wizard).unwrap_or_else(|| wizard.phrase(Phrase::MustSignUnknown).to_owned()));
    let automatic = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.is_manager_by_itself()));
    view! {
        <Notice kind=NoticeKind::Info is_spoken=true>
            <h3 class={"notice__title"}>{wizard.phrase(Phrase::MustSign)}</h3>
            <p>{words}</p>
            {move || automatic.get().then(|| view! { <p>{wizard.phrase(Phrase::ManagerAutomatic)}</p> })}
        </Notice>
    }
    .into_any()
}
