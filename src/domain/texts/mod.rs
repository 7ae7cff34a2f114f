//! Everything the wizard says, in Dutch and in English. A language that lacks an entry does not compile.

mod en;
mod format;
mod language;
mod nl;
mod phrase;
mod redactor;
mod sentence;
mod specimen;
mod words;

pub use format::{append, date, fill, money, months, size, years};
pub use language::{redactor, texts, welcome};
pub use phrase::Phrase;
pub use redactor::RedactorText;
pub use sentence::{question, sentence};
pub use specimen::{EXTRACT, SpecimenLine, expiry};
pub use words::{OptionText, QuestionText, ScreenText, Texts, WelcomeText};
