//! The wizard on the stage.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::opening::Opening;
use super::stage::{self, Handle, Scene};
use super::{events, styles};
use crate::domain::journey::{Screen, Step};
use crate::domain::scheme::Lang;
use crate::web::platform::{Browser, BrowserConfig};
use crate::web::steps;
use crate::web::wizard::{Event, Host, Kept, Sending, Wizard};

/// Milliseconds after the last change at which the answers are kept.
const KEEP_AFTER: u32 = 150;

struct Running {
    wizard: Wizard,
    /// Takes the wizard off the page when it is dropped, with everything that it started.
    _handle: Handle,
}

impl Scene for Running {
    fn reset(&self) {
        self.wizard.wipe();
    }

    fn go_to(&self, step: Step) -> bool {
        self.wizard.go_to(step)
    }

    fn prefill(&self, given: &str) -> bool {
        self.wizard.prefill(given)
    }

    fn speak(&self, lang: Lang) {
        self.wizard.speak(lang);
    }

    fn state(&self) -> &'static str {
        untrack(|| {
            self.wizard.with_sending(|sending| match sending {
                Sending::Received(_) => "sent",
                sending if sending.is_underway() => "sending",
                _ => "ready",
            })
        })
    }
}

/// Mounts the wizard: with what was kept, or else at the first question.
pub(super) async fn run(opening: Opening) {
    let Opening { config, endpoint, offer, element, wrapper, given, stage } = opening;
    let browser = Rc::new(Browser::new(BrowserConfig {
        endpoint,
        catalogue: config.catalogue.clone(),
        instance: config.instance.clone(),
        on_device: config.on_device,
        way_back: config.way_back(&offer),
        tell: Rc::new(move |event| events::tell(&element, event)),
    }));
    // Also when nothing is kept for us: what other tabs left behind long ago is removed.
    let kept = match config.is_kept {
        true => browser.restore().await,
        false => Ok(None),
    };
    let kept = kept.ok().flatten().and_then(|text| Kept::read(&text));
    let is_first = stage.scene().is_none();
    if stage.is_closed() {
        return;
    }
    stage.clear();
    wrapper.set_text_content(None);
    styles::adopt(&wrapper, &styles::REST);
    let mounted = stage::mount(&wrapper, move || {
        let wizard = Wizard::new(browser, Arc::unwrap_or_clone(offer), config.draft(), config.is_kept);
        match kept {
            Some(kept) => wizard.resume(kept),
            None if !is_first => {
                wizard.next();
                // It comes while the first question is read.
                wizard.want_catalogue();
            }
            None => {}
        }
        for given in given.take() {
            if !wizard.prefill(&given) {
                web_sys::console::error_1(&"eh-wizard: what the page fills in is no part of an application".into());
            }
        }
        keep_going(wizard);
        (wizard, steps::frame(wizard))
    });
    let Some((wizard, handle)) = mounted else { return };
    stage.set(Rc::new(Running { wizard, _handle: handle }));
    if is_first {
        wizard.host().tell(Event::Ready);
        wizard.tell_step();
    }
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
    let hide = window_event_listener_untyped("pagehide", move |_| wizard.keep_at_once());
    let put_away = window_event_listener_untyped("visibilitychange", move |_| {
        if wizard.has_unkept() { wizard.keep() } else { wizard.look_again() }
    });
    let leave = window_event_listener_untyped("beforeunload", move |event| {
        let is_sent = untrack(|| wizard.screen()) == Screen::Sent;
        if wizard.has_unkept() && !is_sent {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        hide.remove();
        put_away.remove();
        leave.remove();
    });
}
