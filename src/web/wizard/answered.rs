//! Handles the response to an application: the receipt, issues of the backend, or what is shown.

use leptos::prelude::*;

use super::{Event, Outcome, Sending, ServerIssue, Submission, Wizard};
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Issue, Place, Question, Rule};

impl Wizard {
    /// Handles an outcome.
    pub(super) fn conclude(self, submission: Submission, outcome: Outcome) {
        let host = self.host();
        let failed = |code| host.tell(Event::Error { code, retryable: false });
        match outcome {
            Outcome::Received(reference) => {
                host.tell(Event::Submitted { reference: reference.clone(), level: submission.level });
                self.state().sending.set(Sending::Received(reference));
                self.save_receipt();
                self.show(Screen::Sent);
            }
            Outcome::Issues(remarks) => {
                let words = self.take_remarks(&remarks);
                self.state().sending.set(Sending::Issues(words));
                failed("issues");
                self.lead_to_refused();
            }
            Outcome::TooLarge(remarks) => {
                let words = self.take_remarks(&remarks);
                self.state().sending.set(Sending::TooLarge(words));
                failed("too_large");
                self.lead_to_refused();
            }
            Outcome::FileGone(id) => {
                let place = self.state().draft.with_untracked(|draft| {
                    draft.documents.iter().find(|document| document.id == id).and_then(|document| document.place())
                });
                let place = place.unwrap_or(Question::Documents.into());
                self.change(|draft| draft.documents.retain(|document| document.id != id));
                self.refuse(Issue { place, rule: Rule::DocumentGone, limit: String::new() });
                self.state().sending.set(Sending::Idle);
                self.lead_to_refused();
            }
            Outcome::Conflict => {
                self.state().sending.set(Sending::Conflict(submission));
                failed("conflict");
            }
            Outcome::Refused => {
                self.state().sending.set(Sending::Refused(submission));
                failed("refused");
            }
            Outcome::Unknown | Outcome::Busy | Outcome::Later { .. } => {
                self.state().in_doubt.set(true);
                self.state().sending.set(Sending::Unknown(submission));
                host.tell(Event::Error { code: "unknown_outcome", retryable: true });
            }
        }
    }

    /// Adds the remarks of the backend to their questions; returns those without a question.
    fn take_remarks(self, remarks: &[ServerIssue]) -> Vec<String> {
        let mut words = Vec::new();
        for remark in remarks {
            match (Place::parse(&remark.place), Rule::from_code(&remark.code)) {
                (Some(place), Some(rule)) => self.refuse(Issue { place, rule, limit: remark.params.limit.clone() }),
                _ => words.push(remark.title.chars().take(300).collect()),
            }
        }
        words.retain(|words: &String| !words.trim().is_empty());
        words
    }

    /// Shows the screen of the first remark.
    fn lead_to_refused(self) {
        let first = self
            .state()
            .refused
            .with_untracked(|refused| refused.iter().map(|issue| journey::screen_for(issue.place)).min());
        if let Some(screen) = first {
            self.state().returning.set(screen < Screen::Check);
            self.show(screen);
            self.state().summary.update(|count| *count += 1);
        }
    }

    /// Erases the answers, and stores only the reference.
    fn save_receipt(self) {
        let host = self.host();
        let saved = self.to_save().write();
        let is_kept = self.state().is_kept;
        leptos::task::spawn_local(async move {
            host.erase().await;
            if is_kept {
                host.save(saved).await.ok();
            }
        });
    }
}
