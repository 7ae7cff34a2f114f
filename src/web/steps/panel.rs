//! "Your application", beside every screen: level and why, services, who signs, price so far, documents needed.

use leptos::prelude::*;

use super::check;
use crate::domain::application::Price;
use crate::domain::journey::{Screen, Step};
use crate::domain::rules::Question;
use crate::domain::texts::{Phrase, money};
use crate::web::kit::{button, element, group};
use crate::web::reactive::{State, derived};
use crate::web::wizard::Wizard;

/// DOM id of what the line opens on a phone.
const BODY: &str = "panel-body";

/// The side panel; on a phone behind one line.
pub(super) fn side_panel(wizard: Wizard) -> AnyView {
    let is_open = State::new(false);
    let rows = derived(move || rows(wizard));
    let is_shown = move || {
        !matches!(wizard.screen(), Screen::Welcome | Screen::Check | Screen::Sign | Screen::Sent)
            && !rows.with(Vec::is_empty)
    };
    let list = move || {
        group(rows.get().into_iter().map(|(term, lines)| {
            let lines = lines.into_iter().map(|line| element("dd", "").text(line).view());
            element("div", "panel__row").child(element("dt", "").text(term).view()).children(lines).view()
        }))
    };
    let title = wizard.phrase(Phrase::YourApplication);
    let toggle = button("panel__toggle", "panel", move || is_open.update(|open| *open = !*open))
        .attr("aria-controls", BODY)
        .attr_with("aria-expanded", move || Some(is_open.get().to_string()))
        .text_with(move || summary(wizard));
    let body = element("div", "panel__body")
        .class_when("panel__body--open", move || is_open.get())
        .attr("id", BODY)
        .child(element("h3", "panel__title").text(title).view())
        .child(element("dl", "panel__list").child_with(list).view());
    element("aside", "panel")
        .attr("aria-label", title)
        .flag("hidden", move || !is_shown())
        .child(toggle.view())
        .child(body.view())
        .view()
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
    let short = |question| wizard.question(question).short.to_owned();
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
        rows.extend(wizard.must_sign().map(|words| (wizard.phrase(Phrase::MustSign).to_owned(), vec![words])));
        let names: Vec<String> = documents.into_iter().map(|place| wizard.label(place)).collect();
        if !names.is_empty() {
            rows.push((short(Question::Documents), names));
        }
    }
    rows.extend(price.map(|price| (wizard.phrase(Phrase::PriceTotal).to_owned(), vec![money(lang, price.total)])));
    rows
}
