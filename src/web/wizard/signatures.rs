//! Signatures that state what was signed, so that it can be handed on: they fall when an answer changes.

use leptos::prelude::*;

use super::handing_over::begin;
use super::{Told, Wizard};
use crate::domain::application::Application;
use crate::domain::draft::{ConsentsDraft, DocumentDraft, Draft, SignatureDraft};
use crate::domain::handover::{Act, Deed, Party};
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{DocumentKind, Moment, SigningMethod};

impl Wizard {
    /// Those who have to sign and have not, on this device or another.
    pub fn unsigned(self) -> Vec<usize> {
        let mut rows = self.with_requirements(|requirements| requirements.signatories.rows.clone());
        self.with_draft(|draft| rows.retain(|row| !is_signed(draft, *row)));
        rows
    }

    /// When a representative signed what is on the screen, if they did so before it was handed over.
    pub fn signed_at(self, row: usize) -> Option<String> {
        self.with_draft(|draft| {
            let signature = draft.signature(row).filter(|signature| !signature.digest.is_empty())?;
            Some(signature.at.clone())
        })
    }

    /// Fixes the signatures that stand on the screen to what is signed, and then goes on.
    pub fn sign(self, then: fn(Self)) {
        self.settle_signatories();
        self.settle_signatures(Box::new(move |digest| {
            let state = self.state();
            let rows = untrack(|| self.with_requirements(|requirements| requirements.signatories.rows.clone()));
            let is_fresh = |row: &usize| {
                state.draft.with_untracked(|draft| {
                    is_signed(draft, *row) && draft.signature(*row).is_none_or(|one| one.digest.is_empty())
                })
            };
            // A signatory signs for nobody else.
            let is_own = |row: &usize| untrack(|| self.signatory()).is_none_or(|here| here == *row);
            let rows: Vec<usize> = rows.into_iter().filter(|row| is_fresh(row) && is_own(row)).collect();
            let at = state.host.now();
            self.change(|draft| {
                for row in &rows {
                    let before = draft.signature(*row).cloned().unwrap_or_default();
                    let (by, at, digest) = (SignatureDraft::by(*row), at.clone(), digest.clone());
                    draft.signatures.retain(|one| one.by != by);
                    draft.signatures.push(SignatureDraft {
                        by,
                        method: Some(SigningMethod::Screen),
                        at,
                        digest,
                        ..before
                    });
                }
            });
            state.handed.update(|handed| {
                let Ok(at) = Moment::parse(&at) else { return };
                begin(&mut handed.history, &at);
                let deed = |row: &usize| Deed { by: Party::Representative(*row), did: Act::Signed, at: at.clone() };
                handed.history.extend(rows.iter().map(deed));
            });
            self.save();
            then(self);
        }));
    }

    /// Removes the signature of a representative, so that they can sign again.
    pub fn unsign(self, row: usize) {
        let by = SignatureDraft::by(row);
        self.remove_signatures(&|one| one.by == by);
    }

    /// Computes what is signed; drops the signatures of something else, and tells that.
    pub(super) fn settle_signatures(self, then: Box<dyn FnOnce(String)>) {
        let state = self.state();
        let signed = state
            .draft
            .with_untracked(|draft| state.facts.with_untracked(|facts| Application::what_is_signed(draft, facts)));
        let content = match signed {
            Ok(content) => content,
            Err(issues) => {
                let first = issues.iter().next().map_or(Screen::Check, |issue| journey::screen_for(issue.place));
                self.show(first);
                self.reveal_problems(first);
                return;
            }
        };
        let (digesting, changes) = (state.host.digest(content), state.changes.get_untracked());
        self.spawn(async move {
            let digest = digesting.await;
            // What is typed meanwhile is signed next time.
            if state.changes.get_untracked() != changes {
                return;
            }
            match digest {
                Some(digest) if self.are_of(&digest) => then(digest),
                Some(digest) => {
                    self.remove_outdated(&digest);
                    self.tell(Told::SignaturesFell);
                }
                None => self.tell(Told::CannotSeal),
            }
        });
    }

    fn are_of(self, digest: &str) -> bool {
        let is_of = |one: &SignatureDraft| one.digest.is_empty() || one.digest == digest;
        self.state().draft.with_untracked(|draft| draft.signatures.iter().all(is_of))
    }

    fn remove_outdated(self, digest: &str) {
        self.remove_signatures(&|one| !one.digest.is_empty() && one.digest != digest);
    }

    /// That signatures fell is no longer said once everybody has signed again.
    pub(super) fn settle_told(self) {
        let state = self.state();
        let is_told = state.told.with_untracked(|told| *told == Some(Told::SignaturesFell));
        if is_told && untrack(|| self.unsigned().is_empty()) {
            state.told.set(None);
        }
    }

    /// Removes the signatures that state what was signed, because that has changed.
    pub(super) fn drop_signatures(self) {
        self.remove_outdated("");
        self.tell(Told::SignaturesFell);
    }

    fn remove_signatures(self, is_removed: &dyn Fn(&SignatureDraft) -> bool) {
        let mut released = Vec::new();
        self.change(|draft| {
            let removed: Vec<String> =
                draft.signatures.extract_if(.., |one| is_removed(one)).map(|one| one.by).collect();
            let is_drawn = |document: &DocumentDraft| document.kind == Some(DocumentKind::SignatureDrawing);
            let drawings =
                draft.documents.extract_if(.., |document| is_drawn(document) && removed.contains(&document.of));
            released.extend(drawings.map(|document| document.id));
        });
        released.iter().for_each(|id| self.host().release(id));
    }
}

/// Whether a representative has signed on the screen, here or on another device.
fn is_signed(draft: &Draft, row: usize) -> bool {
    let is_typed = draft.signature(row).is_some_and(|one| !one.typed_name.trim().is_empty());
    is_typed || draft.documents_at(Place::row(Question::SignatureDrawing, row)).next().is_some()
}

/// The answers that were signed, if any signature states that.
pub(super) fn signed_answers(draft: &Draft) -> Option<String> {
    draft.signatures.iter().any(|one| !one.digest.is_empty()).then(|| answers(draft))
}

/// The answers as JSON, without what the signatures are not about.
pub(super) fn answers(draft: &Draft) -> String {
    let mut answers = draft.clone();
    answers.language = None;
    answers.consents = ConsentsDraft::default();
    answers.signatures.clear();
    answers.documents.retain(|document| document.kind != Some(DocumentKind::SignatureDrawing));
    answers.to_json()
}
