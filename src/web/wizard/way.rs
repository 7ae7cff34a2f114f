//! Navigation: next, back, and to a question from the check page.

use leptos::prelude::*;

use super::{Event, Wizard};
use crate::domain::journey::{self, Destination, Journey, Screen, Step};
use crate::domain::rules::{Issues, Place};

impl Wizard {
    /// The current screen.
    pub fn screen(self) -> Screen {
        self.state().screen.get()
    }

    /// The screens that apply and are open.
    pub fn journey(self) -> Memo<Journey> {
        self.state().journey
    }

    /// The places asked on a screen.
    pub fn places(self, screen: Screen) -> Vec<Place> {
        self.with_requirements(|requirements| journey::places(screen, requirements))
    }

    /// Whether the applicant changes one thing and will return to the check page.
    pub fn is_returning(self) -> bool {
        self.state().returning.get()
    }

    /// Counts the times that the error summary must take the focus.
    pub fn summary(self) -> usize {
        self.state().summary.get()
    }

    /// Steps that got new questions by the last change.
    pub fn new_questions(self) -> Vec<Step> {
        self.state().new_questions.get()
    }

    /// Goes to the next screen, if nothing on this one is wrong.
    pub fn next(self) {
        let screen = self.state().screen.get_untracked();
        if self.reveal_problems(screen) {
            return;
        }
        let next = if self.state().returning.get_untracked() {
            Some(Screen::Check)
        } else {
            self.state().journey.with_untracked(|journey| {
                let mut after = journey.screens().iter().copied().filter(|next| *next > screen);
                after.find(|next| !self.is_prefilled(*next))
            })
        };
        if let Some(next) = next {
            self.state().returning.set(false);
            self.show(next);
        }
    }

    /// Whether the page has answered everything that a screen asks: the check page shows it.
    fn is_prefilled(self, screen: Screen) -> bool {
        let places = untrack(|| self.places(screen));
        let can_look_up = screen == Screen::OrganisationKind
            && self.host().look_up_host().is_some()
            && !untrack(|| self.with_requirements(|requirements| requirements.is_looked_up()));
        let is_asked = places.is_empty() || can_look_up;
        let prefilled = self.state().prefilled.read_untracked();
        let is_given = |place: &Place| place.question.row().is_optional || prefilled.is_answered(*place);
        let is_wrong =
            |problems: &Issues| problems.iter().any(|issue| journey::is_shown_on(screen, &places, issue.place));
        !is_asked && places.iter().all(is_given) && !self.state().problems.with_untracked(is_wrong)
    }

    /// Shows what is wrong on a screen; returns whether anything is.
    pub fn reveal_problems(self, screen: Screen) -> bool {
        let state = self.state();
        let places = untrack(|| self.places(screen));
        let wrong = if screen == Screen::Check {
            Vec::new()
        } else {
            state.problems.with_untracked(|problems| {
                let here = problems.iter().filter(|issue| journey::is_shown_on(screen, &places, issue.place));
                here.map(|issue| (issue.place, issue.rule)).collect()
            })
        };
        state.seen.update(|seen| {
            for place in places.iter().chain(wrong.iter().map(|(place, _)| place)) {
                if !seen.contains(place) {
                    seen.push(*place);
                }
            }
        });
        if wrong.is_empty() {
            return false;
        }
        let codes = wrong.iter().map(|(_, rule)| *rule).collect();
        state.host.tell(Event::Issues { step: screen.step(), codes });
        state.summary.update(|count| *count += 1);
        true
    }

    /// Goes back to the previous screen.
    pub fn back(self) {
        let screen = self.state().screen.get_untracked();
        let previous = if matches!(screen, Screen::Open | Screen::HandOver) {
            Some(self.state().aside_from.get_untracked().unwrap_or(Screen::Welcome))
        } else if self.state().returning.get_untracked() {
            Some(Screen::Check)
        } else {
            self.state().journey.with_untracked(|journey| journey.before(screen))
        };
        if let Some(previous) = previous {
            self.state().returning.set(false);
            self.show(previous);
        }
    }

    /// Goes from the check page to the question at a place, to return afterwards.
    pub fn change_at(self, place: Place) {
        self.state().returning.set(true);
        self.show(journey::screen_for(place));
    }

    /// Goes to a screen, or to the first of a step, if it is open; returns whether it is. Nothing is open while an
    /// application is being sent, or after that.
    pub fn go_to(self, destination: Destination) -> bool {
        if untrack(|| self.is_locked()) || self.state().screen.get_untracked() == Screen::Sent {
            return false;
        }
        let is_signing = |screen| matches!(screen, Screen::Check | Screen::Sign);
        let may_go = |screen| untrack(|| self.signatory()).is_none() || is_signing(screen);
        let screen = self.state().journey.with_untracked(|journey| {
            let screen = match destination {
                Destination::Step(step) => journey.first_of(step)?,
                Destination::Screen(screen) => screen,
            };
            (journey.is_open(screen) && may_go(screen)).then_some(screen)
        });
        if let Some(screen) = screen {
            self.state().returning.set(false);
            self.show(screen);
        }
        screen.is_some()
    }

    /// Shows a screen and notifies the host page.
    pub fn show(self, screen: Screen) {
        // A signatory changes nothing.
        let is_question = (Screen::OrganisationKind..Screen::Check).contains(&screen);
        let screen = if is_question && untrack(|| self.signatory()).is_some() { Screen::Check } else { screen };
        self.state().screen.set(screen);
        // Otherwise the last announcement is read at the end of every screen.
        self.announce(String::new());
        self.state().changes.update(|count| *count += 1);
        self.tell_step();
    }

    /// Tells the host page which step is shown, with its heading and language.
    pub fn tell_step(self) {
        let (screen, lang) = (self.state().screen.get_untracked(), untrack(|| self.lang()));
        let title = untrack(|| (self.texts().screen)(screen).title.to_owned());
        self.host().tell(Event::Step { screen, title, lang });
    }
}
