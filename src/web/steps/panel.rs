//! "Your application", beside every screen: level and why, services, who signs, price so far, documents needed.

use leptos::prelude::*;

use super::{check, data, who};
use crate::domain::application::Price;
use crate::domain::journey::{Screen, Step};
use crate::domain::rules::Question;
use crate::domain::texts::{Phrase, money};
use crate::web::wizard::Wizard;

/// The side panel; on a phone behind one line.
pub(super) fn side_panel(wizard: Wizard) -> AnyView {
    let is_open = RwSignal::new(false);
    let screen = Memo::new(move |_| wizard.screen());
    let is_shown = move || !matches!(screen.get(), Screen::Welcome | Screen::Check | Screen::Sign | Screen::Sent);
    let rows = Memo::new(move |_| rows(wizard));
    let list = move || {
        rows.get()
            .into_iter()
            .map(|(term, lines)| {
                let lines = lines.into_iter().map(|line| view! { <dd>{line}</dd> }).collect_view();
                view! { <div class={"panel__row"}><dt>{term}</dt>{lines}</div> }.into_any()
            })
            .collect_view()
    };
    view! {
        <aside class={"panel"} aria-label=wizard.phrase(Phrase::YourApplication) hidden=move || !is_shown() || rows.with(Vec::is_empty)>
            <button type="button" class={"panel__toggle"} data-action="panel" aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)>
                {move || summary(wizard)}
            </button>
            <div class={"panel__body"} class:panel__body--open=is_open>
                <h3 class={"panel__title"}>{wizard.phrase(Phrase::YourApplication)}</h3>
                <dl class={"panel__list"}>{list}</dl>
            </div>
        </aside>
    }
    .into_any()
}

/// Level and price, in one line.
fn summary(wizard: Wizard) -> String {
    let lang = wizard.lang();
    let parts = wizard.with_requirements(|requirements| {
        let level = requirements.level.map(|level| level.code().to_owned());
        [level, Price::of(requirements).map(|price| money(lang, price.total))]
    });
    let mut line = vec![wizard.phrase(Phrase::YourApplication).to_owned()];
    line.extend(parts.into_iter().flatten());
    line.join(" · ")
}

fn rows(wizard: Wizard) -> Vec<(String, Vec<String>)> {
    let lang = wizard.lang();
    let mut rows = Vec::new();
    let short = |question| (wizard.texts().question)(question).short.to_owned();
    let (level, price, documents) = wizard.with_requirements(|requirements| {
        let missing = requirements.documents().into_iter();
        let missing = missing.filter(|place| requirements.draft.documents_at(*place).next().is_none());
        (requirements.level, Price::of(requirements), missing.collect::<Vec<_>>())
    });
    if let Some(level) = level {
        rows.push((short(Question::Level), vec![level.code().to_owned()]));
    }
    let chosen = check::chosen_names(wizard);
    if !chosen.is_empty() {
        rows.push((short(Question::Services), chosen));
    }
    if wizard.screen().step() >= Step::Who {
        rows.extend(who::must_sign(wizard).map(|words| (wizard.phrase(Phrase::MustSign).to_owned(), vec![words])));
        let names: Vec<String> = documents.into_iter().map(|place| data::label(wizard, place)).collect();
        if !names.is_empty() {
            rows.push((short(Question::Documents), names));
        }
    }
    rows.extend(price.map(|price| (wizard.phrase(Phrase::PriceTotal).to_owned(), vec![money(lang, price.total)])));
    rows
}
