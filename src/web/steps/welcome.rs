//! What the applicant will need, how long it takes, what it costs: no more than a glance.

use leptos::prelude::*;

use crate::domain::texts::{Phrase, money};
use crate::web::kit::{NoticeKind, element, group, notice, paragraph};
use crate::web::wizard::Wizard;

/// The welcome screen.
pub(super) fn welcome(wizard: Wizard) -> AnyView {
    let need = [
        Phrase::WelcomeNeedServices,
        Phrase::WelcomeNeedDocument,
        Phrase::WelcomeNeedSignatories,
        Phrase::WelcomeNeedContact,
    ];
    let (price, days, is_example) = wizard.with_facts(|facts| {
        let price = facts.offer.lowest_price_per_year().map(|price| money(wizard.lang(), price));
        (price.unwrap_or_default(), facts.offer.handling_days.to_string(), facts.offer.example)
    });
    let part = |title: Phrase, content: AnyView| {
        let heading = element("h3", "welcome__heading").text(wizard.phrase(title));
        element("section", "welcome__part").child(heading.view()).child(content).view()
    };
    let example = is_example
        .then(|| notice(NoticeKind::Info, false).child(paragraph("", wizard.phrase(Phrase::ExampleOffer))).view());
    let need = need.map(|phrase| element("li", "").text(wizard.phrase(phrase)).view());
    let parts = [
        part(Phrase::WelcomeNeed, element("ul", "welcome__list").children(need).view()),
        part(Phrase::WelcomeTime, paragraph("", wizard.fill(Phrase::WelcomeTimeText, &[("days", &days)]))),
        part(Phrase::WelcomeCost, paragraph("", wizard.fill(Phrase::WelcomeCostText, &[("price", &price)]))),
        part(Phrase::WelcomePrivacy, paragraph("", wizard.phrase(Phrase::WelcomePrivacyText))),
        paragraph("field__hint", wizard.phrase(Phrase::WelcomeDigid)),
    ];
    group(example.into_iter().chain(parts))
}
