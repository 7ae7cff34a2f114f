//! The custom element's other half: reads its attributes, mounts a wizard, tells the host page. It decides nothing.

mod config;
mod events;
mod styles;

use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::domain::catalogue::{Offer, OfferTerms};
use crate::domain::journey::{Screen, Step};
use crate::domain::json::{Json, Wire};
use crate::domain::scheme::Lang;
use crate::domain::texts::{self, Phrase};
use crate::web::kit::{NoticeKind, element, notice, paragraph};
use crate::web::platform::{self, Browser, BrowserConfig};
use crate::web::steps;
use crate::web::wizard::{Event, Host, Keeping, Kept, Sending, Wizard};

use config::Config;

/// Milliseconds after the last change at which the answers are kept.
const KEEP_AFTER: u32 = 150;

/// The largest offer that is read, in bytes.
const OFFER_BYTES: usize = 1024 * 1024;

/// A mounted wizard; as long as it is held, the wizard lives.
#[wasm_bindgen]
pub struct Mounted {
    handle: Option<Box<dyn FnOnce()>>,
    wizard: Option<Wizard>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the wizard off the page, with everything that it started.
    pub fn unmount(mut self) {
        if let Some(unmount) = self.handle.take() {
            unmount();
        }
    }

    /// Erases all answers and starts anew.
    pub fn reset(&self) {
        if let Some(wizard) = self.wizard {
            wizard.wipe();
        }
    }

    /// Goes to a step by its name or number, if it is open; says whether it is.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, step: &str) -> bool {
        let numbered =
            step.parse::<usize>().ok().and_then(|number| Step::NUMBERED.get(number.checked_sub(1)?).copied());
        let step = numbered.or_else(|| Step::from_code(step));
        self.wizard.zip(step).is_some_and(|(wizard, step)| wizard.go_to(step))
    }

    /// Changes the language; unknown ones are passed over.
    pub fn speak(&self, lang: &str) {
        if let (Some(wizard), Some(lang)) = (self.wizard, Lang::from_code(lang)) {
            wizard.speak(lang);
        }
    }

    /// `ready`, `sending`, `sent` or `failed`.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        let state = match self.wizard {
            None => "failed",
            Some(wizard) => untrack(|| {
                wizard.with_sending(|sending| match sending {
                    Sending::Received(_) => "sent",
                    sending if sending.is_underway() => "sending",
                    _ => "ready",
                })
            }),
        };
        state.to_owned()
    }
}

/// Mounts a wizard into `wrapper`, which stands in the shadow root of `element`; `base` is where the widget's files are.
pub async fn mount_wizard(element: HtmlElement, wrapper: HtmlElement, base: String) -> Mounted {
    let config = Config::read(&element, &base);
    styles::adopt(&wrapper);
    let tell: Rc<dyn Fn(Event)> = {
        let element = element.clone();
        Rc::new(move |event| events::dispatch(&element, event))
    };
    let offer = platform::load_json(&config.offer, OFFER_BYTES).await.map_err(|error| format!("{error:?}"));
    let terms =
        offer.and_then(|text| Json::parse(&text).and_then(OfferTerms::from_json).map_err(|error| error.to_string()));
    let offer = terms.and_then(|terms| Offer::try_from(terms).map_err(|error| error.to_string()));
    let offer = match offer {
        Ok(offer) => offer,
        Err(reason) => {
            web_sys::console::error_1(&format!("eh-wizard: offer {}: {reason}", config.offer).into());
            tell(Event::Error { code: "offer", retryable: true });
            return failed(&wrapper, config.lang);
        }
    };
    let Some(endpoint) = config.endpoint.clone().or_else(|| config.resolve(offer.endpoint.as_deref()?)) else {
        web_sys::console::error_1(
            &"eh-wizard: no endpoint: give the attribute \"endpoint\", or name one in the offer".into(),
        );
        tell(Event::Error { code: "endpoint", retryable: false });
        return failed(&wrapper, config.lang);
    };
    let browser = Rc::new(Browser::new(BrowserConfig {
        endpoint,
        catalogue: config.catalogue.clone(),
        instance: config.instance.clone(),
        tell: tell.clone(),
    }));
    let kept = match config.is_kept {
        true => browser.restore().await,
        false => Ok(None),
    };
    let kept = kept.map(|text| text.and_then(|text| Kept::read(&text)));
    let slot = Rc::new(std::cell::Cell::new(None));
    let handle = {
        let slot = slot.clone();
        let is_kept = config.is_kept;
        wrapper.set_text_content(None);
        mount_to(wrapper, move || {
            let wizard = Wizard::new(browser, offer, config.draft(), is_kept);
            if let Ok(Some(kept)) = kept {
                wizard.resume(kept);
            }
            slot.set(Some(wizard));
            keep_going(wizard);
            steps::frame(wizard)
        })
    };
    let wizard = slot.take();
    tell(Event::Ready);
    if let Some(wizard) = wizard {
        let screen = untrack(|| wizard.screen());
        let title = untrack(|| (wizard.texts().screen)(screen).title.to_owned());
        tell(Event::Step { step: screen.step(), title });
    }
    Mounted { handle: Some(unmounter(handle)), wizard }
}

fn unmounter<M: leptos::tachys::view::Mountable + 'static>(handle: UnmountHandle<M>) -> Box<dyn FnOnce()> {
    Box::new(move || drop(handle))
}

/// Says that the offer cannot be had; the host page's own words in the slot stay readable.
fn failed(wrapper: &HtmlElement, lang: Lang) -> Mounted {
    wrapper.set_text_content(None);
    let words = (texts::texts(lang).phrase)(Phrase::OfferFailed);
    let handle = mount_to(wrapper.clone(), move || {
        let notice = notice(NoticeKind::Error, true).child(paragraph("", words)).view();
        let main = element("div", "wizard__main").child(notice).view();
        let grid = element("div", "wizard__grid").child(main).view();
        element("div", "wizard").attr("lang", lang.code()).child(grid).view()
    });
    Mounted { handle: Some(unmounter(handle)), wizard: None }
}

/// Keeps the answers: soon after the last change, at every new screen, and when the page is put away.
fn keep_going(wizard: Wizard) {
    Effect::new(move |before: Option<Screen>| {
        let changes = wizard.changes();
        let screen = wizard.screen();
        if before.is_some_and(|before| before != screen) {
            wizard.keep();
        } else if changes > 0 {
            let wait = wizard.host().sleep(KEEP_AFTER);
            leptos::task::spawn_local(async move {
                wait.await;
                if wizard.is_alive() && wizard.changes_untracked() == changes {
                    wizard.keep();
                }
            });
        }
        screen
    });
    let hide = window_event_listener_untyped("pagehide", move |_| wizard.keep());
    let put_away = window_event_listener_untyped("visibilitychange", move |_| wizard.keep());
    let leave = window_event_listener_untyped("beforeunload", move |event| {
        let is_lost = untrack(|| wizard.keeping()) != Keeping::Saved && wizard.changes_untracked() > 0;
        let is_sent = untrack(|| wizard.screen()) == Screen::Sent;
        if is_lost && !is_sent {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        hide.remove();
        put_away.remove();
        leave.remove();
    });
}
