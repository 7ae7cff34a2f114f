//! The welcome screen: shown at once, and replaced by the wizard when the applicant presses the button.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::config::Config;
use super::events;
use super::launch::Launch;
use super::slot::{self, Handle, Mounted};
use super::split;
use crate::domain::journey::{Destination, Screen, Step};
use crate::domain::scheme::Lang;
use crate::domain::texts;
use crate::domain::wire::Json;
use crate::web::screens::{self, Loading};
use crate::web::wizard::OnDevice;

struct Welcome {
    lang: RwSignal<Lang>,
    loading: RwSignal<Loading>,
    given: Rc<RefCell<Vec<String>>>,
    /// Unmounts the screen when dropped.
    _handle: Handle,
}

impl Mounted for Welcome {
    /// Nothing is answered yet.
    fn reset(&self) {}

    fn go_to(&self, destination: Destination) -> bool {
        let is_open = destination == Destination::Step(Step::Purpose);
        if is_open {
            self.loading.set(Loading::Waiting);
        }
        is_open || destination == Destination::Step(Step::Welcome)
    }

    /// Kept until the wizard has loaded, which can check it.
    fn prefill(&self, given: &str) -> bool {
        let is_object = matches!(Json::parse(given), Ok(Json::Object(_)));
        self.given.borrow_mut().push(given.to_owned());
        is_object
    }

    fn set_language(&self, lang: Lang) {
        self.lang.set(lang);
    }

    fn state(&self) -> &'static str {
        "ready"
    }
}

/// Mounts the welcome screen, and fetches the wizard meanwhile.
pub(super) fn show(launch: Launch) {
    let (slot, element) = (launch.slot.clone(), launch.element.clone());
    launch.wrapper.set_text_content(None);
    let given = Rc::clone(&launch.given);
    let mounted = slot::mount(&launch.wrapper.clone(), launch.config.heading_level, move || {
        let (lang, loading) = (RwSignal::new(launch.config.lang), RwSignal::new(Loading::Prefetching));
        let view = screens::welcome_screen(Arc::clone(&launch.offer), lang, loading);
        spawn_local(prefetch(launch.config.clone(), loading));
        let told = launch.element.clone();
        Effect::new(move |_| {
            let lang = lang.get();
            events::step(&told, Screen::Welcome, texts::welcome(lang).title, lang);
        });
        Effect::new(move |_| {
            let opens = loading.get() == Loading::WaitingToOpen;
            if opens || loading.get() == Loading::Waiting {
                let mut launch = launch.clone();
                launch.config.opens = opens;
                spawn_local(start(launch, lang, loading));
            }
        });
        ((lang, loading), view)
    });
    let Some(((lang, loading), handle)) = mounted else { return };
    slot.set(Rc::new(Welcome { lang, loading, given, _handle: handle }));
    events::send(&element, "eh-ready", &[]);
}

/// Fetches the wizard, and goes on with it if there are saved answers after all. If it cannot be loaded, that is told
/// when the applicant presses the button, which tries again.
async fn prefetch(config: Config, loading: RwSignal<Loading>) {
    let may_be_saved = config.is_kept && config.on_device == OnDevice::Asked;
    let fetched =
        if may_be_saved { split::finds_saved(config.instance).await } else { split::fetch().await.map(|()| false) };
    if fetched.is_ok_and(|is_found| is_found) {
        loading.try_set(Loading::Waiting);
    }
}

/// Replaces the welcome screen by the wizard.
async fn start(mut launch: Launch, lang: RwSignal<Lang>, loading: RwSignal<Loading>) {
    if split::fetch().await.is_err() {
        // It is not set when the screen is gone.
        if loading.try_set(Loading::Failed).is_none() {
            events::error(&launch.element, "load", true);
        }
    } else if let Some(lang) = lang.try_get_untracked() {
        launch.config.lang = lang;
        drop(split::start(Box::new(launch)).await);
    }
}
