//! Everything the wizard says, in Dutch and in English. A language that lacks an entry does not compile.

mod en;
mod format;
mod nl;
mod pack;
mod redactor;
mod sentence;
mod variant;

use crate::domain::journey::{Screen, Step};
use crate::domain::rules::{Question, Rule};
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, Lang, LegalForm, Level, Means, PaymentMethod, SigningMethod,
};

pub use format::{date, fill, money, size};
pub use redactor::RedactorText;
pub use sentence::sentence;
pub use variant::{Variant, question};

use pack::Pack;

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

impl QuestionText {
    fn of(questions: &Pack, question: Question) -> Self {
        Self::numbered(questions, question as usize)
    }

    fn numbered(questions: &Pack, number: usize) -> Self {
        let [label, hint, required, short] = questions.sentences(number);
        Self { label, hint, required, short }
    }
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

impl ScreenText {
    fn of(screens: &Pack, screen: Screen) -> Self {
        let [title, intro, more, more_text] = screens.sentences(screen as usize);
        Self { title, intro, more, more_text }
    }
}

/// The words of the welcome screen, and of what stands around it: all that is said before the first question.
/// They stand apart because they are loaded apart: the wizard comes while they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WelcomeText {
    /// Heading.
    pub title: &'static str,
    /// What eHerkenning is, in two or three sentences.
    pub intro: &'static str,
    /// Said of an offer that is an example.
    pub example: &'static str,
    /// What the applicant needs: heading.
    pub need: &'static str,
    /// Services, identity document, who signs, own e-mail and mobile.
    pub needs: [&'static str; 4],
    /// How long it takes: heading.
    pub time: &'static str,
    /// Filling in, then the supplier; honest about causes of delay.
    pub time_text: &'static str,
    /// What it costs: heading.
    pub cost: &'static str,
    /// From `{price}` per year without VAT, and that the full price is shown before signing.
    pub cost_text: &'static str,
    /// What happens with the data: heading.
    pub privacy: &'static str,
    /// Nothing leaves the browser before sending.
    pub privacy_text: &'static str,
    /// Sole traders do not need it for the tax authority: DigiD suffices.
    pub digid: &'static str,
    /// The button on.
    pub begin: &'static str,
    /// The questions are on their way.
    pub waiting: &'static str,
    /// The questions cannot be loaded.
    pub failed: &'static str,
    /// The other language, in that other language.
    pub other_language: &'static str,
    /// Where to ask: `{telephone}` and `{email}`.
    pub help: &'static str,
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
    /// The words around a question where they are others without a KvK number; see [`question`].
    pub variant: fn(Variant) -> QuestionText,
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
    /// See [`WelcomeText`].
    pub welcome: &'static WelcomeText,
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

/// The words of the welcome screen in a language.
pub const fn welcome(lang: Lang) -> &'static WelcomeText {
    match lang {
        Lang::Nl => &nl::WELCOME,
        Lang::En => &en::WELCOME,
    }
}

/// The words of the redactor in a language.
pub const fn redactor(lang: Lang) -> &'static RedactorText {
    match lang {
        Lang::Nl => &nl::REDACTOR,
        Lang::En => &en::REDACTOR,
    }
}

mod phrase;
pub use phrase::Phrase;
