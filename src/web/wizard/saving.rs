//! Saving answers in the tab and on this device, restoring them, and erasing them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{DeviceAct, Event, OnDevice, SaveState, SavedDraft, Sending, Wizard};
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::rules::{Issue, Place, Rule};

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

    /// Whether the answers on screen were restored after a reload.
    pub fn is_restored(self) -> bool {
        self.state().restored.get()
    }

    /// Whether there are unsaved answers.
    pub fn has_unsaved(self) -> bool {
        let state = self.state();
        state.save_state.get_untracked() != SaveState::Saved && state.changes.get_untracked() > 0
    }

    /// Saves the answers on this device too, stops that, or takes over from another tab that saves there.
    pub fn change_device(self, act: DeviceAct) {
        let state = self.state();
        spawn_local(async move {
            let host = &state.host;
            host.change_device(act).await;
            state.on_device.set(host.on_device());
            if act == DeviceAct::TakeOver {
                return host.reload();
            }
            if !self.is_alive() || act == DeviceAct::Forget {
                return;
            }
            if host.on_device() == OnDevice::Kept {
                // Write them now, even if nothing has changed.
                state.changes.update(|count| *count += 1);
                self.save();
            } else if state.save_state.get_untracked() == SaveState::Saved {
                state.save_state.set(SaveState::NotOnDevice);
            }
        });
    }

    /// Checks the saved answers when the page becomes visible again: another tab may have taken over, and a page that
    /// was open for longer than answers are kept starts again.
    pub fn look_again(self) {
        let state = self.state();
        state.on_device.set(state.host.on_device());
        // The reference stays on the screen.
        if state.host.is_old() && state.screen.get_untracked() != Screen::Sent {
            self.wipe();
        }
    }

    /// Saves everything now.
    pub fn save(self) {
        if let Some(saved) = self.unsaved() {
            self.save_text(saved);
        }
    }

    /// Saves everything, even if the page closes at once.
    pub fn save_at_once(self) {
        if let Some(saved) = self.unsaved() {
            self.host().save_at_once(&saved);
            self.save_text(saved);
        }
    }

    /// Everything to save, as text.
    fn unsaved(self) -> Option<String> {
        let state = self.state();
        (state.is_kept && state.changes.get_untracked() > 0).then(|| self.to_save().write())
    }

    fn save_text(self, text: String) {
        let state = self.state();
        let changes = state.changes.get_untracked();
        let saving = state.host.save(text);
        spawn_local(async move {
            let is_saved = saving.await.is_ok();
            // Another tab may have taken over.
            state.on_device.set(state.host.on_device());
            // Answers typed since then are not saved yet.
            if state.changes.try_get_untracked() == Some(changes) {
                state.save_state.set(if is_saved { SaveState::Saved } else { SaveState::Failed });
            }
            if is_saved && self.is_alive() {
                state.host.tell(Event::Saved);
            }
        });
    }

    pub(super) fn to_save(self) -> SavedDraft {
        let state = self.state();
        untrack(|| {
            if let Sending::Received(reference) = state.sending.get() {
                return SavedDraft::sent(reference, state.draft.with(|draft| draft.language));
            }
            let seen = state.seen.with(|seen| seen.iter().map(Place::to_string).collect());
            let submission = state.sending.with(|sending| sending.submission().cloned());
            SavedDraft::new(state.draft.get(), state.screen.get(), seen, submission)
        })
    }

    /// Continues where a saved wizard was.
    pub fn resume(self, saved: SavedDraft) {
        let state = self.state();
        if let Some(reference) = saved.reference {
            state.sending.set(Sending::Received(reference));
            state.screen.set(Screen::Sent);
            return;
        }
        let mut draft = saved.draft;
        draft.language = draft.language.or(state.draft.with_untracked(|draft| draft.language));
        let gone = draft.documents.extract_if(.., |document| !state.host.holds(&document.id));
        let gone = gone.filter_map(|document| document.place()).collect::<Vec<_>>();
        state.draft.set(draft);
        state.seen.set(saved.seen.iter().filter_map(|path| Place::parse(path)).collect());
        for place in gone {
            self.refuse(Issue { place, rule: Rule::DocumentGone, limit: String::new() });
        }
        state.screen.set(saved.screen);
        state.restored.set(saved.screen != Screen::Welcome);
        if let Some(submission) = saved.submission {
            state.screen.set(Screen::Sign);
            state.sending.set(Sending::Unknown(submission));
        }
        if saved.screen > Screen::Welcome {
            self.want_catalogue();
        }
    }

    /// Erases all answers, saved ones included, and starts again at the welcome screen.
    ///
    /// Does nothing while an application is being sent or its outcome is unknown: its number and reference would be
    /// lost.
    pub fn wipe(self) {
        let state = self.state();
        if state.sending.with_untracked(Sending::may_arrive) {
            return;
        }
        self.supersede();
        let (language, partner) = state.draft.with_untracked(|draft| (draft.language, draft.partner.clone()));
        state.draft.set(Draft { language, partner, ..Draft::default() });
        state.seen.set(Vec::new());
        state.refused.set(Vec::new());
        state.restored.set(false);
        state.returning.set(false);
        state.sending.set(Sending::Idle);
        state.save_state.set(SaveState::Idle);
        state.changes.set(0);
        state.screen.set(Screen::Welcome);
        spawn_local(async move {
            state.host.erase().await;
            state.on_device.set(state.host.on_device());
        });
        self.tell_step();
    }
}
