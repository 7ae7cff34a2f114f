//! What the applicant will need, how long it takes, what it costs: no more than a glance.

use leptos::prelude::*;

use crate::domain::texts::{Phrase, money};
use crate::web::kit::{Notice, NoticeKind};
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
    let part = |title: Phrase, text: String| {
        view! {
            <section class={"welcome__part"}>
                <h3 class={"welcome__heading"}>{wizard.phrase(title)}</h3>
                <p>{text}</p>
            </section>
        }
        .into_any()
    };
    let need = need.into_iter().map(|phrase| view! { <li>{wizard.phrase(phrase)}</li> }).collect_view();
    view! {
        {is_example.then(|| view! { <Notice kind=NoticeKind::Info><p>{wizard.phrase(Phrase::ExampleOffer)}</p></Notice> })}
        <section class={"welcome__part"}>
            <h3 class={"welcome__heading"}>{wizard.phrase(Phrase::WelcomeNeed)}</h3>
            <ul class={"welcome__list"}>{need}</ul>
        </section>
        {part(Phrase::WelcomeTime, wizard.fill(Phrase::WelcomeTimeText, &[("days", &days)]))}
        {part(Phrase::WelcomeCost, wizard.fill(Phrase::WelcomeCostText, &[("price", &price)]))}
        {part(Phrase::WelcomePrivacy, wizard.phrase(Phrase::WelcomePrivacyText).to_owned())}
        <p class={"field__hint"}>{wizard.phrase(Phrase::WelcomeDigid)}</p>
    }
    .into_any()
}
