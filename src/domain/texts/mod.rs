//! Everything the wizard says, in Dutch and in English. A language that lacks an entry does not compile.

mod en;
mod format;
mod nl;
mod sentence;

use crate::domain::journey::{Screen, Step};
use crate::domain::rules::{Question, Rule};
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, Lang, LegalForm, Level, Means, PaymentMethod, SigningMethod,
};

pub use format::{date, fill, money, size};
pub use sentence::sentence;

/// The words around one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionText {
    /// The question itself: the label or the legend.
    pub label: &'static str,
    /// One line under the question: an example, why it is asked, where it stands on the document; may be empty.
    pub hint: &'static str,
    /// What to say when it is not answered: tells what to do.
    pub required: &'static str,
    /// Its name on the check page and in change links, such as "KvK-nummer".
    pub short: &'static str,
}

/// The words of a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenText {
    /// The heading: one per screen, all different.
    pub title: &'static str,
    /// One or two sentences under the heading; may be empty.
    pub intro: &'static str,
    /// Summary of a disclosure that says more; may be empty.
    pub more: &'static str,
    /// What the disclosure says: paragraphs parted by a line break; may be empty.
    pub more_text: &'static str,
}

/// The words of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionText {
    /// The option.
    pub label: &'static str,
    /// What it means, in one line; may be empty.
    pub hint: &'static str,
}

/// Any option of any closed question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Yes or no, of this question: some questions say what each means.
    Bool(Question, bool),
    /// Number of years.
    Years(u8),
    /// A value of a closed list.
    Level(Level),
    /// See [`Choice::Level`].
    AuthorisationKind(AuthorisationKind),
    /// See [`Choice::Level`].
    IdentifierKind(IdentifierKind),
    /// See [`Choice::Level`].
    LegalForm(LegalForm),
    /// See [`Choice::Level`].
    Capacity(Capacity),
    /// See [`Choice::Level`].
    Authority(Authority),
    /// See [`Choice::Level`].
    Means(Means),
    /// See [`Choice::Level`].
    PaymentMethod(PaymentMethod),
    /// See [`Choice::Level`].
    IdentificationMethod(IdentificationMethod),
    /// See [`Choice::Level`].
    IdentityDocumentKind(IdentityDocumentKind),
    /// See [`Choice::Level`].
    ExtractSource(ExtractSource),
    /// See [`Choice::Level`].
    SigningMethod(SigningMethod),
    /// See [`Choice::Level`].
    FormRoute(FormRoute),
}

/// All wording of one language.
pub struct Texts {
    /// The words around a question.
    pub question: fn(Question) -> QuestionText,
    /// The words of a screen.
    pub screen: fn(Screen) -> ScreenText,
    /// The name of a step.
    pub step: fn(Step) -> &'static str,
    /// The words of an option.
    pub choice: fn(Choice) -> OptionText,
    /// What a broken rule says; `{limit}` stands for what it speaks of.
    pub rule: fn(Rule) -> &'static str,
    /// Everything else, by its key.
    pub phrase: fn(Phrase) -> &'static str,
    /// The names of the months, January first.
    pub months: [&'static str; 12],
}

/// The words of a language.
pub fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::Nl => &nl::TEXTS,
        Lang::En => &en::TEXTS,
    }
}

mod phrase;
pub use phrase::Phrase;
