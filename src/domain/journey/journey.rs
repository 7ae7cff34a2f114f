//! Which screens apply to a draft, and how far the applicant may go.

use super::places::{places, screen_for};
use crate::domain::application::Requirements;
use crate::domain::rules::{Issues, Place, Screen, Step};

/// The screens that apply to a draft, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    screens: Vec<Screen>,
    open: usize,
}

impl Journey {
    /// Reads which screens apply, and how far the applicant may go.
    ///
    /// A screen is open if no screen before it has a problem.
    pub fn of(requirements: &Requirements, problems: &Issues) -> Self {
        let applies = |screen: &Screen| match screen {
            // What was looked up was shown already.
            Screen::Organisation if requirements.is_looked_up() => has_problem(*screen, requirements, problems),
            Screen::Welcome | Screen::Documents | Screen::Check | Screen::Sign => true,
            // They are beside the way.
            Screen::Open | Screen::HandOver | Screen::Sent => false,
            screen => !places(*screen, requirements).is_empty(),
        };
        let screens: Vec<Screen> = Screen::ALL.iter().copied().filter(applies).collect();
        let is_done = |screen: &Screen| !has_problem(*screen, requirements, problems);
        let done = screens.iter().take_while(|screen| is_done(screen)).count();
        let open = done.min(screens.len().saturating_sub(1));
        Self { screens, open }
    }

    /// The screens that apply.
    pub fn screens(&self) -> &[Screen] {
        &self.screens
    }

    /// Whether the applicant may go there.
    pub fn is_open(&self, screen: Screen) -> bool {
        self.screens.iter().take(self.open + 1).any(|open| *open == screen)
    }

    /// The last open screen.
    pub fn furthest(&self) -> Screen {
        self.screens.get(self.open).copied().unwrap_or(Screen::Welcome)
    }

    /// The screen after this one.
    pub fn after(&self, screen: Screen) -> Option<Screen> {
        self.screens.iter().copied().find(|next| *next > screen)
    }

    /// The screen before this one.
    pub fn before(&self, screen: Screen) -> Option<Screen> {
        self.screens.iter().copied().rev().find(|previous| *previous < screen)
    }

    /// The first screen of a step.
    pub fn first_of(&self, step: Step) -> Option<Screen> {
        self.screens.iter().copied().find(|screen| screen.step() == step)
    }

    /// The number of a screen in its step, from 1, and how many screens the step has.
    pub fn within_step(&self, screen: Screen) -> (usize, usize) {
        let of_step = self.screens.iter().filter(|other| other.step() == screen.step());
        (of_step.clone().filter(|other| **other <= screen).count(), of_step.count())
    }

    /// Whether every screen of a step comes before the last open screen.
    pub fn is_done(&self, step: Step) -> bool {
        self.furthest().step() > step
    }
}

/// Whether this screen has a problem.
pub fn has_problem(screen: Screen, requirements: &Requirements, problems: &Issues) -> bool {
    let places = places(screen, requirements);
    problems.iter().any(|issue| is_shown_on(screen, &places, issue.place))
}

/// Whether a problem at this place is shown on this screen.
pub fn is_shown_on(screen: Screen, places: &[Place], place: Place) -> bool {
    screen_for(place) == screen || places.contains(&place)
}
