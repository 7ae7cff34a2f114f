//! "Your application", next to every screen: level and why, services, who signs, price so far, documents needed.

use leptos::prelude::*;

use super::check;
use crate::domain::journey::{Screen, Step};
use crate::domain::rules::Question;
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, aside, button, dd, div, dl, dt};
use crate::web::kit::sub_heading;
use crate::web::wizard::Wizard;

/// DOM id of the part that the line opens on a phone.
const BODY: &str = "panel-body";

/// The side panel; on a phone it opens from one line.
pub(super) fn side_panel(wizard: Wizard) -> Element {
    let is_open = RwSignal::new(false);
    let rows = Memo::new(move |_| rows(wizard));
    let is_shown = move || {
        !matches!(
            wizard.screen(),
            Screen::Welcome | Screen::Open | Screen::Check | Screen::Sign | Screen::HandOver | Screen::Sent
        ) && !rows.with(Vec::is_empty)
    };
    let row = |(term, lines): (String, Vec<String>)| {
        let lines = lines.into_iter().map(|line| dd().child(line)).collect::<Vec<_>>();
        div().class("panel__row").child(dt().child(term)).child(lines)
    };
    let title = wizard.phrase(Phrase::YourApplication);
    let toggle = button()
        .class("panel__toggle")
        .attr("type", "button")
        .attr("data-action", "panel")
        .attr("aria-controls", BODY)
        .attr("aria-expanded", move || is_open.get().to_string())
        .on("click", move |_| is_open.update(|open| *open = !*open))
        .child(move || summary(wizard));
    let body = div()
        .class("panel__body")
        .class(("panel__body--open", move || is_open.get()))
        .id(BODY)
        .child(sub_heading().class("panel__title").child(title))
        .child(dl().class("panel__list").child(move || rows.get().into_iter().map(row).collect::<Vec<_>>()));
    aside()
        .class("panel")
        .attr("part", "panel")
        .attr("aria-label", title)
        .attr("hidden", move || !is_shown())
        .child(toggle)
        .child(body)
}

/// Level and price, in one line.
fn summary(wizard: Wizard) -> String {
    let level = wizard.with_requirements(|requirements| requirements.level.map(|level| level.code().to_owned()));
    let parts = [level, price(wizard)];
    let mut line = vec![wizard.phrase(Phrase::YourApplication).to_owned()];
    line.extend(parts.into_iter().flatten());
    line.join(" · ")
}

/// The total; its range while answers are missing.
fn price(wizard: Wizard) -> Option<String> {
    wizard.price_bounds().map(|bounds| wizard.price_between(bounds))
}

fn rows(wizard: Wizard) -> Vec<(String, Vec<String>)> {
    let mut rows = Vec::new();
    let short = |question| wizard.question(question).short.to_owned();
    let (level, mut missing) = wizard.with_requirements(|requirements| (requirements.level, requirements.documents()));
    wizard.with_draft(|draft| missing.retain(|place| draft.documents_at(*place).next().is_none()));
    if let Some(level) = level {
        rows.push((short(Question::Level), vec![level.code().to_owned()]));
    }
    let chosen = check::chosen_names(wizard);
    if !chosen.is_empty() {
        rows.push((short(Question::Services), chosen));
    }
    if wizard.screen().step() >= Step::Who {
        rows.extend(wizard.must_sign().map(|words| (wizard.phrase(Phrase::MustSign).to_owned(), vec![words])));
        let names: Vec<String> = missing.into_iter().map(|place| wizard.label(place)).collect();
        if !names.is_empty() {
            let title = wizard.fill(Phrase::DocumentsNeeded, &[("n", &names.len().to_string())]);
            rows.push((title, names));
        }
    }
    rows.extend(price(wizard).map(|words| (wizard.phrase(Phrase::PriceTotal).to_owned(), vec![words])));
    rows
}
