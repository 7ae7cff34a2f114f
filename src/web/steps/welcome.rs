//! What the applicant will need, how long it takes, what it costs: no more than a glance.

use std::sync::Arc;

use leptos::prelude::*;

use super::outline;
use crate::domain::journey::Screen;
use crate::domain::offer::Offer;
use crate::domain::scheme::Lang;
use crate::domain::texts::{self, money};
use crate::web::kit::{NoticeKind, dynamic, element, group, nothing, notice, paragraph};
use crate::web::reactive::State;

/// What the welcome screen says of an offer.
pub(super) fn welcome(lang: Lang, offer: &Offer) -> AnyView {
    let words = texts::welcome(lang);
    let price = offer.lowest_price_per_year().map(|price| money(lang, price)).unwrap_or_default();
    let days = offer.handling_days.to_string();
    let part = |title: &'static str, content: AnyView| {
        let heading = element("h3", "welcome__heading").text(title);
        element("section", "welcome__part").child(heading.view()).child(content).view()
    };
    let example = offer.example.then(|| notice(NoticeKind::Info, false).child(paragraph("", words.example)).view());
    let needs = words.needs.map(|need| element("li", "").text(need).view());
    let parts = [
        paragraph("welcome__part", words.digid),
        part(words.need, element("ul", "welcome__list").children(needs).view()),
        part(words.time, paragraph("", texts::fill(words.time_text, &[("days", &days)]))),
        part(words.cost, paragraph("", texts::fill(words.cost_text, &[("price", &price)]))),
        part(words.privacy, paragraph("", words.privacy_text)),
    ];
    group(example.into_iter().chain(parts))
}

/// How far the wizard itself has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Nobody asked for it yet; it is fetched meanwhile.
    Unasked,
    /// The applicant pressed on and waits for it.
    Awaited,
    /// It cannot be had now.
    Failed,
}

/// The welcome screen before the wizard itself is there; pressing on sets `arrival` to [`Arrival::Awaited`].
pub fn entrance(offer: Arc<Offer>, lang: State<Lang>, arrival: State<Arrival>) -> AnyView {
    outline::root(move || lang.get())
        .child_with(move || {
            let here = lang.get();
            let words = texts::welcome(here);
            let top = element("div", "frame__top")
                .child(element("span", "frame__saved").view())
                .child(outline::language(here, move |other| lang.set(other)));
            let screen = outline::screen(Screen::Welcome)
                .child(outline::heading().text(words.title).view())
                .maybe(outline::intro(words.intro))
                .child(welcome(here, &offer))
                .child(told(here, arrival))
                .child(outline::on_button("next", words.begin, move || arrival.set(Arrival::Awaited)));
            let main = [top.view(), screen.view(), outline::help(here, &offer.supplier).view()];
            element("div", "wizard__grid").child(element("div", "wizard__main").children(main).view()).view()
        })
        .view()
}

/// What became of the press on the button.
fn told(lang: Lang, arrival: State<Arrival>) -> AnyView {
    let words = texts::welcome(lang);
    dynamic(move || match arrival.get() {
        Arrival::Unasked => nothing(),
        Arrival::Awaited => notice(NoticeKind::Info, true).child(paragraph("", words.waiting)).view(),
        Arrival::Failed => notice(NoticeKind::Error, true).child(paragraph("", words.failed)).view(),
    })
}
