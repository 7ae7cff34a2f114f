//! Issues, and which of them may show: an error shows once its question was left or the screen was submitted.

use leptos::prelude::*;

use super::Wizard;
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Issue, Place, Question, Rule};

impl Wizard {
    /// Records that the applicant has left a question after answering it: its error may show.
    pub fn leave(self, place: Place) {
        let is_answered = self.state().draft.with_untracked(|draft| {
            !draft.answer(place).is_empty()
                || draft
                    .date(place.question)
                    .is_some_and(|date| !date.day.is_empty() && !date.month.is_empty() && !date.year.is_empty())
        });
        self.save();
        if is_answered && !self.state().seen.with_untracked(|seen| seen.contains(&place)) {
            self.state().seen.update(|seen| seen.push(place));
        }
    }

    /// The issue to show at a place, if one may show.
    pub fn issue_at(self, place: Place) -> Option<Issue> {
        if let Some(issue) =
            self.state().refused.with(|refused| refused.iter().find(|issue| issue.place == place).cloned())
        {
            return Some(issue);
        }
        if !self.state().seen.with(|seen| seen.contains(&place)) {
            return None;
        }
        self.state().problems.with(|problems| problems.at(place).cloned()).filter(|issue| !self.is_in_hand(issue))
    }

    /// Whether the applicant is mending it: a copy that is being covered is not missing any more.
    fn is_in_hand(self, issue: &Issue) -> bool {
        issue.rule == Rule::DocumentMissing && !self.scans_at(issue.place).is_empty()
    }

    /// The issues to show on the screen, in the order of its questions.
    pub fn issues_here(self) -> Vec<Issue> {
        let screen = self.state().screen.get();
        let places = self.places(screen);
        let mut issues: Vec<Issue> = self.state().refused.with(|refused| {
            refused.iter().filter(|issue| journey::is_shown_on(screen, &places, issue.place)).cloned().collect()
        });
        self.state().problems.with(|problems| {
            self.state().seen.with(|seen| {
                for issue in problems {
                    let is_shown = journey::is_shown_on(screen, &places, issue.place) && seen.contains(&issue.place);
                    if is_shown && !self.is_in_hand(issue) && issues.iter().all(|other| other.place != issue.place) {
                        issues.push(issue.clone());
                    }
                }
            });
        });
        let others = issues.iter().filter(|issue| !places.contains(&issue.place));
        let of_questions = places.iter().flat_map(|place| issues.iter().filter(move |issue| issue.place == *place));
        others.chain(of_questions).cloned().collect()
    }

    /// Everything that keeps the application from being finished, before signing.
    pub fn problems(self) -> Vec<Issue> {
        // Consents are the user's: a signatory gives the application back for them.
        let is_signatory = self.signatory().is_some();
        let is_consent = |question| matches!(question, Question::ConsentTerms | Question::ConsentPrivacy);
        let is_before = |issue: &&Issue| {
            journey::screen_for(issue.place) < Screen::Check || is_signatory && is_consent(issue.place.question)
        };
        let mut issues: Vec<Issue> = self.state().refused.get();
        self.state().problems.with(|problems| issues.extend(problems.iter().filter(is_before).cloned()));
        issues
    }

    /// Adds an issue that the rules cannot find: a refused file, a remark of the backend.
    pub fn refuse(self, issue: Issue) {
        self.state().refused.update(|refused| {
            refused.retain(|other| other.place != issue.place);
            refused.push(issue);
        });
    }

    /// Removes such issues at a place.
    pub fn clear_refused(self, place: Place) {
        if self.state().refused.with_untracked(|refused| refused.iter().any(|issue| issue.place == place)) {
            self.state().refused.update(|refused| refused.retain(|issue| issue.place != place));
        }
    }
}
