//! The inputs of a control under test.

use eherkenning_wizard::domain::scheme::Lang;
use eherkenning_wizard::web::kit::{FieldError, FieldWords};
use leptos::prelude::*;

/// The name of the question that is asked.
pub const NAME: &str = "part.0.question";

/// What is wrong, once something is.
pub const CODE: &str = "question_shape";

/// The inputs of a control under test.
#[derive(Clone, Copy)]
pub struct Given {
    /// The language of its words.
    pub lang: Lang,
    /// The answer.
    pub value: RwSignal<String>,
    /// What is wrong with it.
    pub error: RwSignal<Option<FieldError>>,
    /// What the control reported through its callbacks.
    pub told: RwSignal<Vec<String>>,
    /// Disposed of with the screen, like what the callbacks of a real screen read.
    pub screen: RwSignal<()>,
}

impl Given {
    /// The words around the question.
    pub fn words(self) -> FieldWords {
        let lang = self.lang;
        FieldWords {
            label: label(lang).to_owned(),
            hint: Memo::new(move |_| hint(lang).to_owned()),
            optional: say(lang, "(niet verplicht)", "(optional)").to_owned(),
            error: Memo::new(move |_| self.error.get()),
            error_word: error_word(lang).to_owned(),
        }
    }

    /// A callback that records what the control reports. Like that of a real screen, it panics once the screen is gone.
    pub fn tell<T: 'static>(self, words: impl Fn(T) -> String + Send + Sync + 'static) -> Callback<T> {
        Callback::new(move |told| self.note(words(told)))
    }

    /// Records what the control reported.
    pub fn note(self, words: String) {
        self.screen.get_untracked();
        self.told.update(|told| told.push(words));
    }

    /// One of two words, by language.
    pub fn say(self, dutch: &'static str, english: &'static str) -> &'static str {
        say(self.lang, dutch, english)
    }
}

/// One of two words, by language.
pub fn say(lang: Lang, dutch: &'static str, english: &'static str) -> &'static str {
    match lang {
        Lang::Nl => dutch,
        Lang::En => english,
    }
}

/// The question.
pub fn label(lang: Lang) -> &'static str {
    say(lang, "Vraag", "Question")
}

/// The question, marked as optional.
pub fn full_label(lang: Lang) -> &'static str {
    say(lang, "Vraag (niet verplicht)", "Question (optional)")
}

/// The line under the question.
pub fn hint(lang: Lang) -> &'static str {
    say(lang, "Zoals op uw pas.", "As on your card.")
}

/// The word before what is wrong.
pub fn error_word(lang: Lang) -> &'static str {
    say(lang, "Fout", "Error")
}

/// What is wrong.
pub fn error(lang: Lang) -> FieldError {
    FieldError { code: CODE, text: say(lang, "Vul acht cijfers in.", "Fill in eight digits.").to_owned() }
}

/// All texts around the question without errors, and other texts.
pub fn question_words(lang: Lang, more: &[&'static str]) -> Vec<&'static str> {
    let own = [label(lang), say(lang, "(niet verplicht)", "(optional)"), hint(lang)];
    own.into_iter().chain(more.iter().copied()).collect()
}
