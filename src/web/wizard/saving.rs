//! Saving answers in the tab and on this device, restoring them, and erasing them.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{DeviceAct, Event, OnDevice, SaveState, SavedDraft, Wizard};
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::rules::Place;
use crate::domain::scheme::FormRoute;
use crate::domain::submission::{Claim, Event as Submitting, Machine, STORE_SECONDS, Standing, State, StoreFault};

impl Wizard {
    /// Counts changes, for callers that save the answers.
    pub fn changes(self) -> usize {
        self.state().changes.get()
    }

    /// See [`Wizard::changes`]; does not subscribe.
    pub fn changes_untracked(self) -> usize {
        self.state().changes.get_untracked()
    }

    /// Whether the answers are saved.
    pub fn save_state(self) -> SaveState {
        self.state().save_state.get()
    }

    /// Whether the answers are saved on this device.
    pub fn on_device(self) -> OnDevice {
        self.state().on_device.get()
    }

    /// Whether only the receipt is left of what was saved.
    pub fn is_erased(self) -> bool {
        self.state().is_erased.get()
    }

    /// Whether the answers on screen were restored after a reload.
    pub fn is_restored(self) -> bool {
        self.state().restored.get()
    }

    /// Whether there are unsaved answers.
    pub fn has_unsaved(self) -> bool {
        let state = self.state();
        let is_saved = matches!(state.save_state.get_untracked(), SaveState::Saved | SaveState::NotOnDevice);
        let is_unsaved = !is_saved && state.changes.get_untracked() > 0;
        is_unsaved && !untrack(|| self.is_elsewhere())
    }

    /// Whether closing the page now would lose answers, or stop an application that is being sent, or lose the key of one
    /// that may have arrived.
    pub fn would_lose(self) -> bool {
        let is_sending = untrack(|| {
            self.with_sending(|sending| {
                let may_have_arrived = sending.claim == Claim::MayHaveArrived && sending.state != State::Elsewhere;
                sending.state.is_underway() || may_have_arrived && self.on_device() != OnDevice::Kept
            })
        });
        let is_finished = untrack(|| self.screen()) == Screen::Sent;
        is_sending || self.has_unsaved() && !is_finished
    }

    /// Whether this tab may give up its own answers for those saved on this device: only while none of them were sent.
    pub fn may_let_go(self) -> bool {
        self.with_sending(|sending| {
            sending.state == State::Elsewhere || sending.claim == Claim::NotSent && !sending.state.is_underway()
        })
    }

    /// Saves the answers on this device too, stops that, or takes over from another tab that saves there.
    pub fn change_device(self, act: DeviceAct) {
        let state = self.state();
        if act == DeviceAct::TakeOver && !untrack(|| self.may_let_go()) {
            // What was sent from here would be forgotten.
            return;
        }
        spawn_local(async move {
            let host = &state.host;
            host.change_device(act).await;
            if !self.is_alive() {
                return;
            }
            match act {
                DeviceAct::TakeOver => host.reload(),
                DeviceAct::Forget => state.on_device.set(host.on_device()),
                DeviceAct::Keep { .. } => {
                    // They are written now, even if nothing has changed, and what came of it is told then.
                    state.on_device.set(OnDevice::Kept);
                    state.save_state.set(SaveState::Idle);
                    state.changes.update(|count| *count += 1);
                    self.save();
                }
            }
        });
    }

    /// Checks the saved answers when the page becomes visible again: another tab may have taken over, and a page that
    /// was open for longer than answers are kept starts again.
    pub fn look_again(self) {
        let state = self.state();
        state.on_device.set(state.host.on_device());
        if state.host.is_superseded() {
            self.feed(Submitting::Superseded);
        } else if state.host.is_old() {
            self.feed(Submitting::Expired { key: state.host.new_key() });
        }
    }

    /// Saves everything now.
    pub fn save(self) {
        if let Some(saved) = self.unsaved() {
            self.save_draft(saved);
        }
    }

    /// Saves everything, even if the page closes at once.
    pub fn save_at_once(self) {
        if let Some(saved) = self.unsaved() {
            self.host().save_at_once(&saved);
            self.save_draft(saved);
        }
    }

    /// What there is to save. A tab that another one took over from saves nothing.
    fn unsaved(self) -> Option<SavedDraft> {
        let state = self.state();
        let is_ours = state.is_kept && !untrack(|| self.is_elsewhere());
        (is_ours && state.changes.get_untracked() > 0).then(|| self.to_save())
    }

    fn save_draft(self, saved: SavedDraft) {
        let state = self.state();
        let (changes, is_done) = (state.changes.get_untracked(), Rc::new(Cell::new(false)));
        let (saving, waiting) = (state.host.save(saved, false), state.host.sleep(STORE_SECONDS * 1000));
        let is_still_done = Rc::clone(&is_done);
        spawn_local(async move {
            let stored = saving.await;
            is_done.set(true);
            self.show_saved(changes, stored);
            if stored == Err(StoreFault::Newer) && self.is_alive() {
                self.feed(Submitting::Superseded);
            }
        });
        // What takes long may still succeed, but is told.
        self.spawn(async move {
            waiting.await;
            if !is_still_done.get() {
                self.show_saved(changes, Err(StoreFault::Unavailable));
            }
        });
    }

    /// Stores everything for the machine, and tells it what came of that.
    pub(super) fn store(self, number: u32) {
        let state = self.state();
        let changes = state.changes.get_untracked();
        let saving = state.host.save(self.to_save(), true);
        spawn_local(async move {
            let stored = saving.await;
            self.show_saved(changes, stored);
            if self.is_alive() {
                self.feed(match stored {
                    Ok(()) => Submitting::Stored { number },
                    Err(fault) => Submitting::NotStored { number, fault },
                });
            }
        });
    }

    /// Shows what came of saving, unless something was typed since, which is not saved yet.
    fn show_saved(self, changes: usize, stored: Result<(), StoreFault>) {
        if !self.is_alive() {
            return;
        }
        let state = self.state();
        // Another tab may have taken over, or the device holds another application, or failed.
        let on_device = state.host.on_device();
        let was_refused = state.save_state.get_untracked() == SaveState::NotOnDevice;
        let is_missed =
            on_device != OnDevice::Kept && (was_refused || state.on_device.get_untracked() == OnDevice::Kept);
        state.on_device.set(on_device);
        if state.changes.get_untracked() == changes {
            state.save_state.set(match stored {
                Ok(()) if is_missed => SaveState::NotOnDevice,
                Ok(()) => SaveState::Saved,
                Err(_) => SaveState::Failed,
            });
        }
        if stored.is_ok() {
            state.host.tell(Event::Saved);
        }
    }

    /// Saves the receipt in place of the answers.
    pub(super) fn save_receipt(self) {
        let state = self.state();
        if state.is_kept {
            let keeps_form = untrack(|| self.keeps_form());
            let finishing = state.host.finish(self.to_save());
            spawn_local(async move {
                state.is_erased.try_set(finishing.await && !keeps_form);
                state.on_device.try_set(state.host.on_device());
            });
        }
    }

    /// Whether a form that goes by post is still to be printed: after sending, its answers are kept until then.
    pub fn keeps_form(self) -> bool {
        let is_posted = self.with_requirements(|requirements| requirements.form_route() == Some(FormRoute::Posted));
        is_posted && !self.state().is_printed.get()
    }

    /// Prints, and erases the answers that were kept for that.
    pub fn print(self) {
        self.host().print();
        self.state().is_printed.set(true);
        if self.state().screen.get_untracked() == Screen::Sent {
            self.save_receipt();
        }
    }

    pub(super) fn to_save(self) -> SavedDraft {
        let state = self.state();
        let record = state.machine.with_untracked(Machine::record);
        let draft = state.draft.get_untracked();
        if matches!(record.standing, Standing::Received { is_changed: false, .. }) {
            let kept = match untrack(|| self.keeps_form()) {
                true => Draft { documents: Vec::new(), signatures: Vec::new(), ..draft },
                false => Draft { language: draft.language, ..Draft::default() },
            };
            return SavedDraft::sent(record, kept);
        }
        let seen = state.seen.with_untracked(|seen| seen.iter().map(Place::to_string).collect());
        let screen = match state.screen.get_untracked() {
            // A reload leads back to the way.
            Screen::Open | Screen::HandOver => state.aside_from.get_untracked().unwrap_or(Screen::Welcome),
            screen => screen,
        };
        let mut saved = SavedDraft::new(draft, screen, seen, record);
        saved.is_choosing = state.is_choosing.get();
        saved.handed = state.handed.get_untracked();
        saved
    }
}
