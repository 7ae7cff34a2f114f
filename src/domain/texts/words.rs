//! The types of all wording. Each language must fill every field and every line of a `match`.

use super::phrase::Phrase;
use crate::domain::journey::{Addressee, Choice, Screen, Step};
use crate::domain::rules::{Question, Rule};

/// All wording of one language.
pub struct Texts {
    /// The words around a question, for somebody, as `question_text!` joins them; see [`super::question`].
    pub(super) question: fn(Question, Addressee<'_>) -> &'static str,
    /// The words of a screen.
    pub screen: fn(Screen) -> &'static ScreenText,
    /// The name of a step.
    pub step: fn(Step) -> &'static str,
    /// The words of an option.
    pub choice: fn(Choice) -> OptionText,
    /// The sentence of a broken rule; `{limit}` is its value.
    pub rule: fn(Rule) -> &'static str,
    /// Everything else, by its key.
    pub phrase: fn(Phrase) -> &'static str,
    /// See [`WelcomeText`].
    pub welcome: &'static WelcomeText,
    /// The names of the months, January first.
    pub months: [&'static str; 12],
}

/// The words around one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionText {
    /// The question itself: the label or the legend.
    pub label: &'static str,
    /// One line under the question: an example, why it is asked, or where to find it on the document; may be empty.
    pub hint: &'static str,
    /// The error when it is not answered: says what to do.
    pub required: &'static str,
    /// Its name on the check page and in change links, such as "KvK-nummer".
    pub short: &'static str,
}

impl QuestionText {
    /// Splits what `question_text!` joined.
    pub(super) fn split(lines: &'static str) -> Self {
        let mut lines = lines.split('\n');
        let mut next = || lines.next().unwrap_or_default();
        Self { label: next(), hint: next(), required: next(), short: next() }
    }
}

/// The words around a question in one text, line by line: as four, they would weigh 2 KB more by their addresses.
macro_rules! question_text {
    { label: $label:literal, hint: $hint:literal, required: $required:literal, short: $short:literal $(,)? } => {
        concat!($label, "\n", $hint, "\n", $required, "\n", $short)
    };
}
pub(super) use question_text;

/// The words of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenText {
    /// The heading: one per screen, all different.
    pub title: &'static str,
    /// One or two sentences under the heading; may be empty.
    pub intro: &'static str,
    /// Summary of a disclosure with more information; may be empty.
    pub more: &'static str,
    /// Content of the disclosure: paragraphs separated by line breaks; may be empty.
    pub more_text: &'static str,
}

/// The words of the welcome screen and of the frame around it: everything before the first question.
/// They have a type of their own because they are loaded first, while the rest of the wizard still loads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WelcomeText {
    /// Heading.
    pub title: &'static str,
    /// What eHerkenning is, in two or three sentences.
    pub intro: &'static str,
    /// Warning that the offer is an example.
    pub example: &'static str,
    /// What the applicant needs: heading.
    pub need: &'static str,
    /// Services, identity document (valid for `{months}`), who signs, own e-mail and mobile, what others must supply.
    pub needs: [&'static str; 5],
    /// One month, and `{n}` months.
    pub months: [&'static str; 2],
    /// How long it takes: heading.
    pub time: &'static str,
    /// Filling in, then the supplier; honest about causes of delay.
    pub time_text: &'static str,
    /// What it costs: heading.
    pub cost: &'static str,
    /// That identification is included and VAT is not, and that the full price is shown before signing.
    pub cost_text: &'static str,
    /// One year, and `{n}` years.
    pub years: [&'static str; 2],
    /// What happens with the data: heading.
    pub privacy: &'static str,
    /// Nothing leaves the browser before sending.
    pub privacy_text: &'static str,
    /// Sole traders do not need eHerkenning for the tax authority: DigiD is enough.
    pub digid: &'static str,
    /// The button that starts the application.
    pub begin: &'static str,
    /// Link to opening an application that was saved, or handed over by somebody else.
    pub open: &'static str,
    /// The questions are loading.
    pub waiting: &'static str,
    /// The questions cannot be loaded.
    pub failed: &'static str,
    /// The other language, in that other language.
    pub other_language: &'static str,
    /// Where to get help: `{telephone}` and `{email}`.
    pub help: &'static str,
}

/// The words of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionText {
    /// The option.
    pub label: String,
    /// What it means, in one line; may be empty.
    pub hint: &'static str,
}

impl OptionText {
    /// Splits what `option_text!` joined, or an option without a hint.
    pub(super) fn split(text: &'static str) -> Self {
        let (label, hint) = text.split_once('\n').unwrap_or((text, ""));
        Self { label: label.to_owned(), hint }
    }
}

/// The words of an option in one text, as [`question_text`] does it.
macro_rules! option_text {
    ($label:literal, $hint:literal) => {
        concat!($label, "\n", $hint)
    };
}
pub(super) use option_text;

/// The texts of an enum as one text, in its order, and where each ends: as addresses, the sentences would weigh 850 bytes more.
macro_rules! table {
    ($(#[$meta:meta])* $visibility:vis fn $name:ident($of:ident) { $($key:ident => $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        $visibility fn $name(key: $of) -> &'static str {
            const ENDS: [u16; $of::ALL.len()] =
                $crate::domain::texts::words::ends([$(($of::$key as usize, $text)),+]);
            $crate::domain::texts::words::pick(concat!($($text),+), &ENDS, key as usize)
        }
    };
}
pub(super) use table;

/// Where each text of a `table!` ends. It does not compile where one is missing or out of order.
#[expect(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "checked while it is compiled")]
pub(super) const fn ends<const N: usize>(texts: [(usize, &str); N]) -> [u16; N] {
    let mut ends = [0; N];
    let (mut index, mut end) = (0, 0);
    while index < N {
        assert!(texts[index].0 == index, "in the order of the enum");
        end += texts[index].1.len();
        assert!(end <= u16::MAX as usize, "at most 64 KiB");
        ends[index] = end as u16;
        index += 1;
    }
    ends
}

/// One text of a `table!`.
pub(super) fn pick(text: &'static str, ends: &[u16], index: usize) -> &'static str {
    let end = |index: usize| ends.get(index).copied().map(usize::from);
    let start = index.checked_sub(1).and_then(end).unwrap_or(0);
    end(index).and_then(|end| text.get(start..end)).unwrap_or_default()
}
