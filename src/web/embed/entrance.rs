//! The welcome screen: it is there at once, and the wizard takes its place when the applicant presses on.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use serde::de::IgnoredAny;
use wasm_bindgen_futures::spawn_local;

use super::events;
use super::opening::{self, Opening};
use super::stage::{self, Handle, Scene};
use crate::domain::journey::Step;
use crate::domain::scheme::Lang;
use crate::domain::texts;
use crate::web::reactive::{State, effect};
use crate::web::steps::{self, Arrival};

struct Entrance {
    lang: State<Lang>,
    arrival: State<Arrival>,
    given: Rc<RefCell<Vec<String>>>,
    /// Takes the screen off the page when it is dropped.
    _handle: Handle,
}

impl Scene for Entrance {
    /// Nothing was answered yet.
    fn reset(&self) {}

    fn go_to(&self, step: Step) -> bool {
        if step == Step::Purpose {
            self.arrival.set(Arrival::Awaited);
        }
        matches!(step, Step::Welcome | Step::Purpose)
    }

    /// Held until the wizard is here, which knows what fits.
    fn prefill(&self, given: &str) -> bool {
        let is_object = given.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(given).is_ok();
        self.given.borrow_mut().push(given.to_owned());
        is_object
    }

    fn speak(&self, lang: Lang) {
        self.lang.set(lang);
    }

    fn state(&self) -> &'static str {
        "ready"
    }
}

/// Lets the welcome screen stand on the stage, and fetches the wizard meanwhile.
pub(super) fn enter(opening: Opening) {
    // When this fails, pressing on tries once more, and tells.
    spawn_local(async { drop(opening::fetch().await) });
    let (stage, element) = (opening.stage.clone(), opening.element.clone());
    opening.wrapper.set_text_content(None);
    let given = Rc::clone(&opening.given);
    let mounted = stage::mount(&opening.wrapper.clone(), move || {
        let (lang, arrival) = (State::new(opening.config.lang), State::new(Arrival::Unasked));
        let view = steps::entrance(Arc::clone(&opening.offer), lang, arrival);
        let told = opening.element.clone();
        effect(move || {
            let lang = lang.get();
            events::step(&told, Step::Welcome, texts::welcome(lang).title, lang);
        });
        effect(move || {
            if arrival.get() == Arrival::Awaited {
                spawn_local(arrive(opening.clone(), lang, arrival));
            }
        });
        ((lang, arrival), view)
    });
    let Some(((lang, arrival), handle)) = mounted else { return };
    stage.set(Rc::new(Entrance { lang, arrival, given, _handle: handle }));
    events::send(&element, "eh-ready", &[]);
}

/// Lets the wizard take the place of the welcome screen.
async fn arrive(mut opening: Opening, lang: State<Lang>, arrival: State<Arrival>) {
    if opening::fetch().await.is_err() {
        arrival.try_set(Arrival::Failed);
        events::error(&opening.element, "load", true);
        return;
    }
    if let Some(lang) = lang.try_get_untracked() {
        opening.config.lang = lang;
        drop(opening::begin(Box::new(opening)).await);
    }
}
