//! Step 4: the price in full.

use crate::domain::application::{PriceLine, PriceOf};
use crate::domain::journey::Choice;
use crate::domain::scheme::Level;
use crate::domain::texts::{Phrase, money};
use crate::web::dom::{IntoChild, dd, div, dl, dt, p, section};
use crate::web::kit::{hint, sub_heading};
use crate::web::wizard::Wizard;

/// The price, line by line; the last is the total.
pub(super) fn price(wizard: Wizard) -> impl IntoChild {
    move || {
        let title = sub_heading().class("price__title").child(wizard.phrase(Phrase::PriceTitle));
        let section = section().class("price").child(title);
        let lines = lines(wizard);
        let Some(last) = lines.len().checked_sub(1) else {
            return section.child(hint(wizard.phrase(Phrase::PriceUnknown)));
        };
        let lines = lines.into_iter().enumerate().map(|(index, (words, amount))| {
            div()
                .class(if index == last { "price__line price__total" } else { "price__line" })
                .child(dt().child(words))
                .child(dd().child(amount))
        });
        section.child(dl().class("price__lines").child(lines.collect::<Vec<_>>()))
    }
}

/// Means, level, term and total in one line, above the button that sends; nothing while the price is unknown.
pub(super) fn total(wizard: Wizard) -> impl IntoChild {
    move || Some(p().class("price__total").child(total_words(wizard)?))
}

/// The words of [`total`].
pub(super) fn total_words(wizard: Wizard) -> Option<String> {
    let lines = lines(wizard);
    let ((what, _), (total, amount)) = (lines.first()?, lines.last()?);
    Some(format!("{what} · {total}: {amount}"))
}

/// The parts of the price and their amounts; `None` while the price is unknown.
fn lines(wizard: Wizard) -> Vec<(String, String)> {
    let Some(price) = wizard.price() else { return Vec::new() };
    let (lang, texts) = (wizard.lang(), wizard.texts());
    let level = wizard.with_requirements(|requirements| requirements.level.map(Level::code).unwrap_or_default());
    let (years, means) = wizard.with_draft(|draft| (draft.contract.term_years, draft.contract.means));
    let years = years.unwrap_or_default().to_string();
    let means = means.map(|means| (texts.choice)(Choice::Means(means)).label).unwrap_or_default();
    let means = wizard.fill(Phrase::PriceMeans, &[("means", &means), ("level", level), ("years", &years)]);
    let percent = wizard.with_facts(|facts| facts.offer.vat_percent.to_string());
    let line = |line: &PriceLine| {
        let words = match line.of {
            PriceOf::Means => means.trim_start_matches([',', ' ']).to_owned(),
            PriceOf::Identification => wizard.phrase(Phrase::PriceIdentification).to_owned(),
            PriceOf::Extract => wizard.phrase(Phrase::PriceExtract).to_owned(),
            PriceOf::Authorisations => wizard.phrase(Phrase::PriceAuthorisations).to_owned(),
            PriceOf::Urgent => wizard.phrase(Phrase::PriceUrgent).to_owned(),
        };
        (words, money(lang, line.amount))
    };
    let mut lines = price.lines.iter().map(line).collect::<Vec<_>>();
    lines.push((wizard.fill(Phrase::PriceVat, &[("percent", &percent)]), money(lang, price.vat)));
    lines.push((wizard.phrase(Phrase::PriceTotal).to_owned(), money(lang, price.total)));
    lines
}
