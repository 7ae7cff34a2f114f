//! What the applicant will need, how long it takes, what it costs, at a glance.

use std::sync::Arc;

use leptos::prelude::*;

use super::outline;
use crate::domain::journey::Screen;
use crate::domain::offer::{LevelOffer, Offer};
use crate::domain::scheme::Lang;
use crate::domain::texts::{self, money};
use crate::web::dom::{Element, IntoChild, dd, div, dl, dt, li, p, section, span, ul};
use crate::web::kit::{ButtonKind, NoticeKind, button, notice, spoken_notice, sub_heading};

/// What the welcome screen says about an offer. What continues comes before the details: on a phone it is in sight.
pub(super) fn welcome(lang: Lang, offer: &Offer, begin: impl IntoChild) -> impl IntoChild {
    let words = texts::welcome(lang);
    let months = texts::months(lang, offer.identity_documents.valid_months);
    let needs = words.needs.map(|need| li().child(texts::fill(need, &[("months", &months)])));
    let part = |title: &'static str, content: Element| {
        let title = sub_heading().class("welcome__heading").child(title);
        section().class("welcome__part").child(title).child(content)
    };
    let prices = offer.levels.iter().filter_map(|level| price(lang, level)).collect::<Vec<_>>();
    let cost = div().child(dl().child(prices)).child(p().child(words.cost_text));
    let example = offer.example.then(|| notice(NoticeKind::Info).child(p().child(words.example)));
    (
        (example, p().child(words.digid), begin),
        part(words.need, ul().class("welcome__list").child(needs)),
        part(words.time, p().child(words.time_text)),
        part(words.cost, cost),
        part(words.privacy, p().child(words.privacy_text)),
    )
}

/// The link to opening an application that was saved or handed over.
pub(super) fn open(lang: Lang, open: impl Fn() + 'static) -> Element {
    let link = button(ButtonKind::Link, open).attr("data-action", "open-file");
    p().class("welcome__open").child(link.child(texts::welcome(lang).open))
}

/// What the shortest term of a level costs with the cheapest identification.
fn price(lang: Lang, offer: &LevelOffer) -> Option<Element> {
    let term = offer.terms.iter().min_by_key(|term| term.years)?;
    let identification = offer.identification.iter().map(|one| one.price).min().unwrap_or_default();
    let total = money(lang, term.price + identification);
    let words = [texts::years(lang, term.years.into()), total].join(" ");
    Some(div().class("welcome__price").child(dt().child(offer.level.code())).child(dd().child(words)))
}

/// The state of loading the wizard itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// It is fetched in advance.
    Prefetching,
    /// The applicant pressed the button and waits for it.
    Waiting,
    /// The same, to open a file.
    WaitingToOpen,
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
        let begin = outline::next_button("next", words.begin, move || loading.set(Loading::Waiting));
        let open = open(here, move || loading.set(Loading::WaitingToOpen));
        let screen = outline::screen(Screen::Welcome)
            .child(outline::heading().child(words.title))
            .child(outline::intro(words.intro))
            .child(welcome(here, &offer, (status(here, loading), begin, open)));
        let main = div().class("wizard__main").child([top, screen, outline::help(here, &offer.supplier)]);
        div().class("wizard__grid").child(main)
    })
}

/// The message after the button was pressed.
fn status(lang: Lang, loading: RwSignal<Loading>) -> impl IntoChild {
    let words = texts::welcome(lang);
    move || match loading.get() {
        Loading::Prefetching => None,
        Loading::Waiting | Loading::WaitingToOpen => {
            Some(spoken_notice(NoticeKind::Info).child(p().child(words.waiting)))
        }
        Loading::Failed => Some(spoken_notice(NoticeKind::Error).child(p().child(words.failed))),
    }
}
