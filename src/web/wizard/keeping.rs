//! What is kept in the tab and on this device, brought back later, and erased.

use std::future::{Future, poll_fn};
use std::rc::Rc;
use std::task::Poll;

use leptos::prelude::*;

use super::{DeviceAct, Event, Host, Keeping, Kept, OnDevice, Sending, Task, Wizard};
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::rules::{Issue, Place, Rule};

impl Wizard {
    /// The surroundings.
    pub fn host(self) -> Rc<dyn Host> {
        self.host.get_value()
    }

    pub(super) fn try_host(self) -> Option<Rc<dyn Host>> {
        self.host.try_get_value()
    }

    /// Counts changes, for whoever keeps the answers.
    pub fn changes(self) -> usize {
        self.changes.get()
    }

    /// Whether the wizard is still on the page.
    pub fn is_alive(self) -> bool {
        self.try_host().is_some()
    }

    /// Runs work that takes time, until it is done or the wizard leaves the page: what it reads is there whenever it runs.
    ///
    /// Only for what is of no use without the wizard. Storing and erasing answers goes on without it.
    pub fn spawn(self, work: impl Future<Output = ()> + 'static) {
        let mut work: Task<()> = Box::pin(work);
        leptos::task::spawn_local(poll_fn(move |context| match self.is_alive() {
            true => work.as_mut().poll(context),
            false => Poll::Ready(()),
        }));
    }

    /// See [`Wizard::changes`]; does not listen.
    pub fn changes_untracked(self) -> usize {
        self.changes.get_untracked()
    }

    /// Whether the answers are kept.
    pub fn keeping(self) -> Keeping {
        self.keeping.get()
    }

    /// Whether the answers are kept on this device.
    pub fn on_device(self) -> OnDevice {
        self.on_device.get()
    }

    /// Keeps the answers on this device too, stops that, or goes on here with what another tab keeps there.
    pub fn change_device(self, act: DeviceAct) {
        let host = self.host();
        leptos::task::spawn_local(async move {
            host.change_device(act).await;
            self.on_device.try_set(host.on_device());
            match act {
                DeviceAct::TakeOver => host.reload(),
                DeviceAct::Keep { .. } if host.on_device() == OnDevice::Kept && self.is_alive() => {
                    // They are written there now, whether or not anything was answered since.
                    self.changes.update(|count| *count += 1);
                    self.keep();
                }
                DeviceAct::Keep { .. } if self.keeping.try_get_untracked() == Some(Keeping::Saved) => {
                    self.keeping.set(Keeping::NotOnDevice);
                }
                _ => {}
            }
        });
    }

    /// Whether the answers on screen came back after a reload.
    pub fn is_restored(self) -> bool {
        self.restored.get()
    }

    /// Whether answers were given that are not kept.
    pub fn has_unkept(self) -> bool {
        self.keeping.get_untracked() != Keeping::Saved && self.changes.get_untracked() > 0
    }

    /// Sees what time has done to what is kept, when the page is looked at again: another tab may have taken over; and where
    /// nothing was answered for longer than answers are kept, for a page can lie open for weeks, it begins anew.
    pub fn look_again(self) {
        let host = self.host();
        self.on_device.set(host.on_device());
        // The reference stays to be read.
        if host.is_old() && self.screen.get_untracked() != Screen::Sent {
            self.wipe();
        }
    }

    /// Keeps everything now.
    pub fn keep(self) {
        self.keep_with(|_| {});
    }

    /// Keeps everything, also when the page goes at once.
    pub fn keep_at_once(self) {
        self.keep_with(|kept| self.host().keep_at_once(kept));
    }

    fn keep_with(self, first: impl FnOnce(&str)) {
        if !self.is_kept || self.changes.get_untracked() == 0 {
            return;
        }
        let changes = self.changes.get_untracked();
        let kept = untrack(|| self.to_keep()).write();
        first(&kept);
        let work = self.host().keep(kept);
        leptos::task::spawn_local(async move {
            let keeping = if work.await.is_ok() { Keeping::Saved } else { Keeping::Failed };
            if let Some(host) = self.try_host() {
                // Another tab may have taken over.
                self.on_device.set(host.on_device());
            }
            // What was typed since then is not kept yet.
            if self.changes.try_get_untracked() == Some(changes) {
                self.keeping.set(keeping);
            }
            if let Some(host) = self.try_host().filter(|_| keeping == Keeping::Saved) {
                host.tell(Event::Saved);
            }
        });
    }

    pub(super) fn to_keep(self) -> Kept {
        if let Sending::Received(reference) = self.sending.get() {
            return Kept::sent(reference, self.draft.with(|draft| draft.language));
        }
        let seen = self.seen.with(|seen| seen.iter().map(Place::to_string).collect());
        Kept::new(self.draft.get(), self.screen.get(), seen, self.sending.with(|sending| sending.frozen().cloned()))
    }

    /// Goes on where a kept wizard was.
    pub fn resume(self, kept: Kept) {
        let lang = self.draft.with_untracked(|draft| draft.language);
        if let Some(reference) = kept.reference {
            self.sending.set(Sending::Received(reference));
            self.screen.set(Screen::Sent);
            return;
        }
        let mut draft = kept.draft;
        draft.language = draft.language.or(lang);
        let host = self.host();
        let gone: Vec<Place> =
            draft.documents.iter().filter(|one| !host.holds(&one.id)).filter_map(|one| one.place()).collect();
        draft.documents.retain(|document| host.holds(&document.id));
        self.draft.set(draft);
        self.seen.set(kept.seen.iter().filter_map(|path| Place::parse(path)).collect());
        for place in gone {
            self.refuse(Issue { place, rule: Rule::DocumentGone, limit: String::new() });
        }
        self.screen.set(kept.screen);
        self.restored.set(kept.screen != Screen::Welcome);
        if let Some(frozen) = kept.frozen {
            self.screen.set(Screen::Sign);
            self.sending.set(Sending::Unknown(frozen));
        }
        if kept.screen > Screen::Welcome {
            self.want_catalogue();
        }
    }

    /// Erases everything, here and in the tab, and starts anew.
    pub fn wipe(self) {
        let lang = self.draft.with_untracked(|draft| draft.language);
        let partner = self.draft.with_untracked(|draft| draft.partner.clone());
        self.draft.set(Draft { language: lang, partner, ..Draft::default() });
        self.seen.set(Vec::new());
        self.refused.set(Vec::new());
        self.restored.set(false);
        self.returning.set(false);
        self.sending.set(Sending::Idle);
        self.keeping.set(Keeping::Idle);
        self.changes.set(0);
        self.screen.set(Screen::Welcome);
        let host = self.host();
        leptos::task::spawn_local(async move {
            host.erase().await;
            self.on_device.try_set(host.on_device());
        });
        self.tell_step();
    }
}
