//! Reading and changing the answers, and what follows from them.

use leptos::prelude::*;

use super::signatures::{answers, signed_answers};
use super::{Event, SaveState, Wizard};
use crate::domain::application::{Facts, Price, Requirements};
use crate::domain::draft::{ConsentDraft, Draft, RepresentativeDraft};
use crate::domain::journey::{self, Choice, Journey};
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::Cents;
use crate::domain::wire::{FromJson, Json};

impl Wizard {
    /// The answer to a text or closed question.
    pub fn answer(self, place: Place) -> String {
        self.state().draft.with(|draft| draft.answer(place))
    }

    /// Reads the draft.
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.state().draft.with(read)
    }

    /// Reads the facts.
    pub fn with_facts<T>(self, read: impl FnOnce(&Facts) -> T) -> T {
        self.state().facts.with(read)
    }

    /// Reads the requirements that follow from the answers.
    pub fn with_requirements<T>(self, read: impl FnOnce(&Requirements) -> T) -> T {
        self.state().requirements.with(read)
    }

    /// Whether the organisation has no KvK number.
    pub fn is_fiscal(self) -> bool {
        self.with_requirements(Requirements::is_fiscal)
    }

    /// The price so far; `None` while the term is unknown.
    pub fn price(self) -> Option<Price> {
        let state = self.state();
        Price::of(&state.draft.read(), &state.facts.read(), &state.requirements.read())
    }

    /// The least and the most that it can cost in all; `None` while the level is unknown.
    pub fn price_bounds(self) -> Option<(Cents, Cents)> {
        let state = self.state();
        Price::bounds(&state.draft.read(), &state.facts.read(), &state.requirements.read())
    }

    /// The options of a closed question.
    pub fn options(self, question: Question) -> Vec<(String, Choice)> {
        let state = self.state();
        journey::options(question, &state.facts.read(), &state.requirements.read())
    }

    /// Sets an answer.
    pub fn give(self, place: Place, answer: &str) {
        if self.state().draft.with_untracked(|draft| draft.answer(place)) == answer {
            return;
        }
        match place.question {
            Question::ConsentTerms | Question::ConsentPrivacy => self.agree(place.question, answer == "true"),
            _ => self.change(|draft| {
                draft.give(place, answer);
                preset(draft, place.question);
            }),
        }
        self.clear_refused(place);
    }

    fn agree(self, question: Question, is_agreed: bool) {
        let accepted_at = self.host().now();
        let links = self.state().facts.with_untracked(|facts| facts.offer.links.clone());
        let is_terms = question == Question::ConsentTerms;
        let version = if is_terms { links.terms.version } else { links.privacy.version };
        let consent = is_agreed.then_some(ConsentDraft { version, accepted_at });
        self.change(|draft| {
            let given = if is_terms { &mut draft.consents.terms } else { &mut draft.consents.privacy };
            *given = consent;
        });
    }

    /// Changes the draft, and notes that there is something to save and which questions are new. What is fixed for sending
    /// does not change.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        let state = self.state();
        if state.machine.with_untracked(|machine| machine.is_locked()) {
            return;
        }
        let before = state.journey.with_untracked(Journey::furthest);
        let signed = state.draft.with_untracked(signed_answers);
        state.draft.update(change);
        state.changes.update(|count| *count += 1);
        state.restored.set(false);
        if matches!(state.save_state.get_untracked(), SaveState::Saved | SaveState::NotOnDevice) {
            state.save_state.set(SaveState::Idle);
        }
        let after = state.journey.with_untracked(Journey::furthest);
        let here = state.screen.get_untracked();
        if after < here && after < before && after.step() != here.step() {
            state.new_questions.set(vec![after.step()]);
        } else if after >= here {
            state.new_questions.set(Vec::new());
        }
        if signed.is_some_and(|signed| state.draft.with_untracked(|draft| answers(draft) != signed)) {
            self.drop_signatures();
        }
        self.settle_told();
    }

    /// Fills in what is not answered yet, and tells the page what was not used. Returns false if `given` is not the JSON
    /// of a draft, or if the answers are locked because the application is being sent.
    pub fn prefill(self, given: &str) -> bool {
        // What somebody gave is theirs.
        if untrack(|| self.is_locked()) || self.is_from_file() {
            return false;
        }
        let json = Json::parse(given).unwrap_or(Json::Null);
        let draft = Draft::from_json(&json);
        let mut ignored = Vec::new();
        if let Ok(given) = &draft {
            self.change(|draft| draft.fill(given));
            self.note_prefilled(given);
            self.state().draft.with_untracked(|draft| draft.list_ignored(given, &json, String::new(), &mut ignored));
        } else {
            // All of it.
            ignored.push(String::new());
        }
        if !ignored.is_empty() {
            self.host().tell(Event::Prefilled { ignored });
        }
        draft.is_ok()
    }

    /// Notes answers that the page gave: a screen that asks nothing else is skipped.
    pub fn note_prefilled(self, given: &Draft) {
        self.state().prefilled.update(|prefilled| prefilled.fill(given));
    }

    /// Sets whether a representative is one of those who sign, and settles the others as they are.
    pub fn choose_signatory(self, row: usize, signs: bool) {
        let signatories = untrack(|| self.with_requirements(|requirements| requirements.signatories.clone()));
        self.change(|draft| {
            for other in signatories.entitled {
                if let Some(one) = draft.representatives.get_mut(other) {
                    one.signs = Some(if other == row { signs } else { signatories.rows.contains(&other) });
                }
            }
        });
        self.save();
    }

    /// Settles who signs as it is, where not everybody must: it would otherwise follow from who has signed.
    pub(super) fn settle_signatories(self) {
        let signatories = untrack(|| self.with_requirements(|requirements| requirements.signatories.clone()));
        if let Some(first) = signatories.entitled.first() {
            self.choose_signatory(*first, signatories.rows.contains(first));
        }
    }

    /// Adds a representative.
    pub fn add_representative(self) {
        self.change(|draft| {
            draft.representatives.push(RepresentativeDraft { is_user: Some(false), ..RepresentativeDraft::default() });
        });
    }

    /// Removes a representative, with the documents of that row.
    pub fn remove_representative(self, row: usize) {
        let state = self.state();
        let documents = state.draft.with_untracked(|draft| {
            let of = format!("representatives.{row}");
            let documents = draft.documents.iter().filter(|document| document.of == of);
            documents.map(|document| document.id.clone()).collect::<Vec<_>>()
        });
        self.forget_person(row);
        self.change(|draft| draft.remove_representative(row));
        state.seen.update(|seen| seen.retain(|place| !place.question.has_rows() || place.row < row));
        documents.iter().for_each(|id| state.host.release(id));
    }
}

/// Fills in the usual answer to a question that follows from another. It can be changed.
fn preset(draft: &mut Draft, answered: Question) {
    let country = &mut draft.user.identity_document.country;
    if answered == Question::IdentityDocumentKind && country.is_empty() {
        "NL".clone_into(country);
    }
}
