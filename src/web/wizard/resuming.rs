//! Going on where a saved wizard was.

use leptos::prelude::*;

use super::{SavedDraft, Told, Wizard};
use crate::domain::journey::Screen;
use crate::domain::rules::Place;
use crate::domain::submission::{Event as Submitting, Standing};

impl Wizard {
    /// Notes that the camera or a file dialog opens or has closed: a phone with little memory reloads the page meanwhile.
    pub fn choose_file(self, is_open: bool) {
        let state = self.state();
        if state.is_choosing.replace(is_open) != is_open {
            state.changes.update(|count| *count += 1);
        }
        if is_open {
            self.save_at_once();
        }
    }

    /// Continues where a saved wizard was.
    pub fn resume(self, saved: SavedDraft) {
        let state = self.state();
        let fresh = state.host.new_key();
        if state.host.is_superseded() {
            return self.feed(Submitting::Superseded);
        }
        let record = saved.record;
        let is_receipt = matches!(record.standing, Standing::Received { is_changed: false, .. });
        let mut draft = saved.draft;
        draft.language = draft.language.or(state.draft.with_untracked(|draft| draft.language));
        state.draft.set(draft);
        state.people.clear();
        state.handed.set(saved.handed);
        state.seen.set(saved.seen.iter().filter_map(|path| Place::parse(path)).collect());
        state.screen.set(saved.screen);
        state.restored.set(saved.screen != Screen::Welcome && !is_receipt);
        let keeps_form = is_receipt && untrack(|| self.keeps_form());
        state.is_erased.set(is_receipt && !keeps_form);
        self.feed(Submitting::Found(record));
        if state.host.is_old() {
            return self.feed(if is_receipt {
                Submitting::Reset { key: fresh }
            } else {
                Submitting::Expired { key: fresh }
            });
        }
        if untrack(|| self.is_locked()) {
            state.screen.set(Screen::Sign);
        } else if !is_receipt {
            self.drop_gone_documents();
        }
        if saved.screen > Screen::Welcome && (!is_receipt || keeps_form) {
            self.want_catalogue();
        }
        if saved.is_choosing {
            self.tell(Told::Reloaded);
            // It is told once, and the heading takes the focus.
            state.changes.update(|count| *count += 1);
        }
    }
}
