//! Events for the host page, without anything personal.

use crate::domain::journey::{Screen, Step};
use crate::domain::rules::Rule;
use crate::domain::scheme::Lang;

/// An event for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The wizard is ready for use.
    Ready,
    /// Another screen is shown, or the same in another language.
    Step {
        /// The screen.
        screen: Screen,
        /// The heading of the screen.
        title: String,
        /// The language of the screen.
        lang: Lang,
    },
    /// The applicant tried to continue, and something is wrong.
    Issues {
        /// The step.
        step: Step,
        /// The broken rules.
        codes: Vec<Rule>,
    },
    /// The application was received.
    Submitted {
        /// Reference of the supplier.
        reference: String,
        /// The requested level.
        level: String,
    },
    /// Something failed.
    Error {
        /// What failed.
        code: &'static str,
        /// Whether trying again may help.
        retryable: bool,
    },
    /// The answers are saved.
    Saved,
    /// The page filled in answers, and some of what it gave was not used.
    Prefilled {
        /// Where that is in the JSON of the application; empty for all of it.
        ignored: Vec<String>,
    },
}
