//! The files of the application, as described in the draft.

use leptos::prelude::*;

use super::{Anchor, Refusal, Wizard};
use crate::domain::draft::DocumentDraft;
use crate::domain::rules::{Issue, Place, Rule};
use crate::domain::texts::Phrase;

impl Wizard {
    /// Adds a file for the person at `anchor`: in place of the file `replaced`, or as the last page of its document.
    /// Releases it if that person was removed meanwhile, or the application is on its way without it.
    pub fn attach(self, anchor: Anchor, mut document: DocumentDraft, replaced: &str) {
        let place = self.find(anchor).filter(|_| untrack(|| !self.is_locked()));
        let Some(place) = place else { return self.host().release(&document.id) };
        document.set_place(place);
        let most = self.with_facts(|facts| facts.offer.attachments.max_files);
        let (count, at) = untrack(|| {
            self.with_draft(|draft| {
                let at = draft.documents.iter().position(|document| document.id == replaced);
                (draft.documents_at(place).count(), at)
            })
        });
        if count >= most && at.is_none() {
            self.host().release(&document.id);
            return self.refuse_file(place, (Rule::DocumentTooMany, most.to_string()));
        }
        self.announce(self.fill(Phrase::Added, &[("name", &document.file_name)]));
        self.change(|draft| match at.and_then(|at| draft.documents.get_mut(at)) {
            Some(before) => *before = document,
            None => draft.documents.push(document),
        });
        if at.is_some() {
            self.host().release(replaced);
        }
    }

    /// Removes a file, unless the application is on its way with it.
    pub fn detach(self, place: Place, id: &str) {
        if untrack(|| !self.is_locked()) {
            self.host().release(id);
            self.clear_refused(place);
            self.change(|draft| draft.documents.retain(|document| document.id != id));
        }
    }

    /// Swaps a page with the one before it.
    pub fn move_up(self, place: Place, id: &str) {
        self.change(|draft| {
            let pages = draft.documents.iter().enumerate().filter(|(_, document)| document.place() == Some(place));
            let pages: Vec<usize> = pages.map(|(at, _)| at).collect();
            let is_it = |at: &usize| draft.documents.get(*at).is_some_and(|document| document.id == id);
            if let Some([before, at]) = pages.windows(2).find(|pair| pair.last().is_some_and(is_it)) {
                draft.documents.swap(*before, *at);
            }
        });
    }

    /// Reports why the file of this name is refused, next to its slot and to screen readers, unless the person whom it was
    /// about was removed meanwhile.
    pub fn refuse_file_at(self, anchor: Anchor, refusal: Refusal, file_name: &str) {
        if let Some(place) = self.find(anchor) {
            self.refuse_file(place, refusal);
            self.announce([file_name, ": ", &untrack(|| self.announced())].concat());
        }
    }

    /// Reports why a file is refused, next to its slot and to screen readers.
    pub fn refuse_file(self, place: Place, (rule, limit): Refusal) {
        let issue = Issue { place, rule, limit };
        self.announce(self.sentence(&issue));
        self.refuse(issue);
    }
}
