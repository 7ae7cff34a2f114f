//! Step 4: the level confirmed, the contract, and the price in full.

use leptos::prelude::*;

use super::{frame, question};
use crate::domain::application::{Price, PriceOf};
use crate::domain::journey::Screen;
use crate::domain::rules::Question;
use crate::domain::texts::{Choice, Phrase, money};
use crate::web::wizard::Wizard;

/// The screen on which the level is confirmed or raised.
pub(super) fn level(wizard: Wizard) -> AnyView {
    question::choice(wizard, Question::Level.into())
}

/// A screen of questions, with the price so far under it.
pub(super) fn with_price(wizard: Wizard, screen: Screen) -> AnyView {
    view! { {frame::questions(wizard, screen)} {price(wizard)} }.into_any()
}

/// The price, line by line.
pub(super) fn price(wizard: Wizard) -> AnyView {
    let price = Memo::new(move |_| {
        wizard.with_requirements(|requirements| {
            let years = requirements.draft.contract.term_years.unwrap_or_default();
            let level = requirements.level.map(|level| level.code()).unwrap_or_default();
            let means = requirements.draft.contract.means;
            Price::of(requirements).map(|price| (price, years, level, means))
        })
    });
    (move || {
        let lang = wizard.lang();
        let title = wizard.phrase(Phrase::PriceTitle);
        let Some((price, years, level, means)) = price.get() else {
            return view! {
                <section class={"price"}>
                    <h3 class={"price__title"}>{title}</h3>
                    <p class={"field__hint"}>{wizard.phrase(Phrase::PriceUnknown)}</p>
                </section>
            }
            .into_any();
        };
        let means = means.map(|means| (wizard.texts().choice)(Choice::Means(means)).label).unwrap_or_default();
        let means = wizard.fill(
            Phrase::PriceMeans,
            &[("means", means), ("level", level), ("years", &years.to_string())],
        );
        let percent = wizard.with_facts(|facts| facts.offer.vat_percent.to_string());
        let mut lines: Vec<(String, String)> = price.lines.iter().map(|line| {
            let words = match line.of {
                PriceOf::Means => means.trim_start_matches([',', ' ']).to_owned(),
                PriceOf::Identification => wizard.phrase(Phrase::PriceIdentification).to_owned(),
                PriceOf::Extract => wizard.phrase(Phrase::PriceExtract).to_owned(),
                PriceOf::Authorisations => wizard.phrase(Phrase::PriceAuthorisations).to_owned(),
                PriceOf::Urgent => wizard.phrase(Phrase::PriceUrgent).to_owned(),
            };
            (words, money(lang, line.amount))
        }).collect();
        lines.push((wizard.fill(Phrase::PriceVat, &[("percent", &percent)]), money(lang, price.vat)));
        let lines = lines.into_iter().map(|(words, amount)| {
            view! { <div class={"price__line"}><dt>{words}</dt><dd>{amount}</dd></div> }.into_any()
        }).collect_view();
        let total = money(lang, price.total);
        view! {
            <section class={"price"}>
                <h3 class={"price__title"}>{title}</h3>
                <dl class={"price__lines"}>
                    {lines}
                    <div class={"price__line price__total"}><dt>{wizard.phrase(Phrase::PriceTotal)}</dt><dd>{total}</dd></div>
                </dl>
            </section>
        }
        .into_any()
    })
    .into_any()
}
