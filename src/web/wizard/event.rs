//! What the host page learns; never anything personal.

use crate::domain::journey::Step;
use crate::domain::rules::Rule;
use crate::domain::scheme::Lang;

/// An event for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The wizard can be used.
    Ready,
    /// Another step is shown, or the same in another language.
    Step {
        /// The step.
        step: Step,
        /// The heading of the screen.
        title: String,
        /// The language it is shown in.
        lang: Lang,
    },
    /// The applicant wanted on, and something is wrong.
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
        /// Level that was applied for.
        level: String,
    },
    /// Something failed.
    Error {
        /// What.
        code: &'static str,
        /// Whether trying again may help.
        retryable: bool,
    },
    /// The answers are kept.
    Saved,
}
