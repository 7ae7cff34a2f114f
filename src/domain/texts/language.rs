//! The words of each language.

use super::redactor::RedactorText;
use super::words::{Texts, WelcomeText};
use super::{en, nl};
use crate::domain::scheme::Lang;

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
