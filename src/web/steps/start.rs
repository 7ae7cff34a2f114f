//! Step 4: the level confirmed, the contract, and the price in full.

use leptos::prelude::*;

use super::{frame, question};
use crate::domain::application::{Price, PriceOf};
use crate::domain::journey::{Choice, Screen};
use crate::domain::rules::Question;
use crate::domain::texts::{Phrase, money};
use crate::web::kit::{dynamic, element, group, paragraph};
use crate::web::reactive::derived;
use crate::web::wizard::Wizard;

/// The screen on which the level is confirmed or raised.
pub(super) fn level(wizard: Wizard) -> AnyView {
    question::choice(wizard, Question::Level.into())
}

/// A screen of questions, with the price so far under it.
pub(super) fn with_price(wizard: Wizard, screen: Screen) -> AnyView {
    group([frame::questions(wizard, screen), price(wizard)])
}

/// The price, line by line; the last is the total.
pub(super) fn price(wizard: Wizard) -> AnyView {
    let lines = derived(move || lines(wizard));
    dynamic(move || {
        let section = element("section", "price")
            .child(element("h3", "price__title").text(wizard.phrase(Phrase::PriceTitle)).view());
        let lines = lines.get();
        let Some(last) = lines.len().checked_sub(1) else {
            return section.child(paragraph("field__hint", wizard.phrase(Phrase::PriceUnknown))).view();
        };
        let lines = lines.into_iter().enumerate().map(|(index, (words, amount))| {
            element("div", if index == last { "price__line price__total" } else { "price__line" })
                .child(element("dt", "").text(words).view())
                .child(element("dd", "").text(amount).view())
                .view()
        });
        section.child(element("dl", "price__lines").children(lines).view()).view()
    })
}

/// What each part of the price is for, and the amount; nothing while the price is not known.
fn lines(wizard: Wizard) -> Vec<(String, String)> {
    let lang = wizard.lang();
    wizard.with_requirements(|requirements| {
        let Some(price) = Price::of(requirements) else { return Vec::new() };
        let contract = &requirements.draft.contract;
        let years = contract.term_years.unwrap_or_default().to_string();
        let level = requirements.level.map(|level| level.code()).unwrap_or_default();
        let means = contract.means.map(|means| (wizard.texts().choice)(Choice::Means(means)).label).unwrap_or_default();
        let means = wizard.fill(Phrase::PriceMeans, &[("means", means), ("level", level), ("years", &years)]);
        let percent = requirements.facts.offer.vat_percent.to_string();
        let of = price.lines.iter().map(|line| {
            let words = match line.of {
                PriceOf::Means => means.trim_start_matches([',', ' ']).to_owned(),
                PriceOf::Identification => wizard.phrase(Phrase::PriceIdentification).to_owned(),
                PriceOf::Extract => wizard.phrase(Phrase::PriceExtract).to_owned(),
                PriceOf::Authorisations => wizard.phrase(Phrase::PriceAuthorisations).to_owned(),
                PriceOf::Urgent => wizard.phrase(Phrase::PriceUrgent).to_owned(),
            };
            (words, money(lang, line.amount))
        });
        let mut lines: Vec<(String, String)> = of.collect();
        lines.push((wizard.fill(Phrase::PriceVat, &[("percent", &percent)]), money(lang, price.vat)));
        lines.push((wizard.phrase(Phrase::PriceTotal).to_owned(), money(lang, price.total)));
        lines
    })
}
