//! The wizard while it is mounted.

use std::rc::Rc;

use leptos::prelude::*;

use super::launch::Launch;
use super::slot::{self, Handle, Mounted};
use super::{events, styles};
use crate::domain::journey::{Destination, Screen};
use crate::domain::offer::Offer;
use crate::domain::scheme::Lang;
use crate::domain::submission::State;
use crate::web::browser::{Browser, BrowserConfig};
use crate::web::screens;
use crate::web::wizard::{Event, Host, RestoreError, Sending, Told, Wizard};

/// How long after the last change the answers are saved, in milliseconds.
const SAVE_AFTER: u32 = 150;

struct Running {
    wizard: Wizard,
    /// Unmounts the wizard when dropped.
    _handle: Handle,
}

impl Mounted for Running {
    fn reset(&self) {
        self.wizard.reset();
    }

    fn go_to(&self, destination: Destination) -> bool {
        self.wizard.go_to(destination)
    }

    fn prefill(&self, given: &str) -> bool {
        self.wizard.prefill(given)
    }

    fn set_language(&self, lang: Lang) {
        self.wizard.set_language(lang);
    }

    fn state(&self) -> &'static str {
        untrack(|| {
            self.wizard.with_sending(|sending| match sending {
                Sending { state: State::Received { .. }, .. } => "sent",
                Sending { state, .. } if state.is_underway() => "sending",
                _ => "ready",
            })
        })
    }
}

/// Mounts the wizard with the saved answers, or else at the first question.
pub(super) async fn run(launch: Launch) {
    let Launch { config, endpoint, offer, element, wrapper, given, slot, .. } = launch;
    let outcome = offer.outcome.as_deref().and_then(|address| config.resolve(address));
    let browser = Rc::new(Browser::new(BrowserConfig {
        outcome: outcome.unwrap_or_else(|| endpoint.clone()),
        endpoint,
        catalogue: config.catalogue.clone(),
        is_framed: config.parent.is_some(),
        lookup: config.lookup(&offer),
        instance: config.instance.clone(),
        on_device: config.on_device,
        way_back: config.way_back(&offer),
        tell: Rc::new(move |event| events::tell(&element, event)),
    }));
    // Even if nothing is saved for us, because it also removes what other tabs left behind long ago.
    let restored = if config.is_kept { browser.restore().await } else { Ok(None) };
    let is_first = slot.mounted().is_none();
    if slot.is_closed() {
        return;
    }
    slot.clear();
    wrapper.set_text_content(None);
    styles::adopt(&wrapper, &styles::REST);
    let mounted = slot::mount(&wrapper, config.heading_level, move || {
        let given_by_attributes = config.draft();
        let wizard = Wizard::new(browser, Offer::clone(&offer), given_by_attributes.clone(), config.is_kept);
        wizard.note_prefilled(&given_by_attributes);
        let is_fresh = matches!(restored, Ok(None));
        let begins = is_fresh && !is_first && !config.opens;
        match restored {
            Ok(Some(saved)) => wizard.resume(saved),
            Err(RestoreError::SetAside(text)) => wizard.tell(Told::SetAside(text)),
            Err(RestoreError::Unavailable) => wizard.tell(Told::NotReadable),
            Err(RestoreError::Gone) => wizard.tell(Told::Gone),
            Ok(None) => {}
        }
        for given in given.take() {
            wizard.prefill(&given);
        }
        if begins {
            wizard.next();
            // It is fetched while the applicant reads the first question.
            wizard.want_catalogue();
        }
        // After a reload, the application from the file goes on.
        if config.opens && !wizard.is_from_file() && untrack(|| wizard.may_open()) {
            wizard.step_aside(Screen::Open);
        }
        save_by_itself(wizard);
        (wizard, screens::frame(wizard))
    });
    let Some((wizard, handle)) = mounted else { return };
    slot.set(Rc::new(Running { wizard, _handle: handle }));
    if is_first {
        wizard.host().tell(Event::Ready);
        wizard.tell_step();
    }
}

/// Saves the answers: soon after the last change, at every new screen, and when the page is hidden.
fn save_by_itself(wizard: Wizard) {
    Effect::new(move |before: Option<Screen>| {
        let changes = wizard.changes();
        let screen = wizard.screen();
        if before.is_some_and(|before| before != screen) {
            wizard.save();
        } else if changes > 0 {
            let wait = wizard.host().sleep(SAVE_AFTER);
            wizard.spawn(async move {
                wait.await;
                if wizard.changes_untracked() == changes {
                    wizard.save();
                }
            });
        }
        screen
    });
    let hide = window_event_listener_untyped("pagehide", move |_| wizard.save_at_once());
    let put_away = window_event_listener_untyped("visibilitychange", move |_| {
        if wizard.has_unsaved() { wizard.save() } else { wizard.look_again() }
    });
    let leave = window_event_listener_untyped("beforeunload", move |event| {
        if wizard.would_lose() {
            event.prevent_default();
        }
    });
    let online = window_event_listener_untyped("online", move |_| wizard.network(true));
    let offline = window_event_listener_untyped("offline", move |_| wizard.network(false));
    on_cleanup(move || {
        online.remove();
        offline.remove();
        hide.remove();
        put_away.remove();
        leave.remove();
    });
}
