//! What the applicant will need, how long it takes, what it costs, at a glance.

use std::sync::Arc;

use leptos::prelude::*;

use super::outline;
use crate::domain::journey::Screen;
use crate::domain::offer::Offer;
use crate::domain::scheme::Lang;
use crate::domain::texts::{self, money};
use crate::web::dom::{Element, IntoChild, div, li, p, section, span, ul};
use crate::web::kit::{NoticeKind, notice, spoken_notice, sub_heading};

/// What the welcome screen says about an offer.
pub(super) fn welcome(lang: Lang, offer: &Offer) -> impl IntoChild + use<> {
    let words = texts::welcome(lang);
    let price = offer.lowest_price_per_year().map(|price| money(lang, price)).unwrap_or_default();
    let months = texts::months(lang, offer.identity_documents.valid_months);
    let needs = words.needs.map(|need| li().child(texts::fill(need, &[("months", &months)])));
    let part = |title: &'static str, content: Element| {
        let title = sub_heading().class("welcome__heading").child(title);
        section().class("welcome__part").child(title).child(content)
    };
    let example = offer.example.then(|| notice(NoticeKind::Info).child(p().child(words.example)));
    (
        example,
        p().class("welcome__part").child(words.digid),
        part(words.need, ul().class("welcome__list").child(needs)),
        part(words.time, p().child(words.time_text)),
        part(words.cost, p().child(texts::fill(words.cost_text, &[("price", &price)]))),
        part(words.privacy, p().child(words.privacy_text)),
    )
}

/// The state of loading the wizard itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// It is fetched in advance.
    Prefetching,
    /// The applicant pressed the button and waits for it.
    Waiting,
    /// It cannot be loaded now.
    Failed,
}

/// The welcome screen before the wizard itself has loaded; its button sets `loading` to [`Loading::Waiting`].
pub fn welcome_screen(offer: Arc<Offer>, lang: RwSignal<Lang>, loading: RwSignal<Loading>) -> Element {
    outline::root(move || lang.get()).child(move || {
        let here = lang.get();
        let words = texts::welcome(here);
        let top = div()
            .class("frame__top")
            .child(span().class("frame__saved"))
            .child(outline::language(here, move |other| lang.set(other)));
        let screen = outline::screen(Screen::Welcome)
            .child(outline::heading().child(words.title))
            .child(outline::intro(words.intro))
            .child(welcome(here, &offer))
            .child(status(here, loading))
            .child(outline::next_button("next", words.begin, move || loading.set(Loading::Waiting)));
        let main = div().class("wizard__main").child([top, screen, outline::help(here, &offer.supplier)]);
        div().class("wizard__grid").child(main)
    })
}

/// The message after the button was pressed.
fn status(lang: Lang, loading: RwSignal<Loading>) -> impl IntoChild {
    let words = texts::welcome(lang);
    move || match loading.get() {
        Loading::Prefetching => None,
        Loading::Waiting => Some(spoken_notice(NoticeKind::Info).child(p().child(words.waiting))),
        Loading::Failed => Some(spoken_notice(NoticeKind::Error).child(p().child(words.failed))),
    }
}
