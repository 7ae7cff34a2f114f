//! The sentence of an issue and the words of a question, for the kind of organisation.

use super::{QuestionText, fill, money, size, texts};
use crate::domain::journey::Addressee;
use crate::domain::rules::{Issue, Question, Rule};
use crate::domain::scheme::{Cents, Lang};

/// The sentence of an issue, with its value written for people.
///
/// For a missing answer or document, and an incomplete date, it is the sentence of that question.
pub fn sentence(lang: Lang, issue: &Issue, to: Addressee<'_>) -> String {
    let texts = texts(lang);
    let limit = match issue.rule {
        Rule::Required | Rule::DocumentMissing => {
            return question(lang, issue.place.question, to).required.to_owned();
        }
        // Its own sentence is about a date of birth.
        Rule::DateIncomplete if issue.place.question != Question::BirthDate => {
            return question(lang, issue.place.question, to).required.to_owned();
        }
        Rule::DocumentTooLarge | Rule::DocumentsTooLarge => {
            issue.limit.parse().map(|bytes| size(lang, bytes)).unwrap_or_default()
        }
        Rule::PriceDiffers => issue.limit.parse().map(|cents| money(lang, Cents(cents))).unwrap_or_default(),
        _ => issue.limit.clone(),
    };
    fill((texts.rule)(issue.rule), &[("limit", &limit)])
}

/// The words around a question, for this addressee.
pub fn question(lang: Lang, question: Question, to: Addressee<'_>) -> QuestionText {
    QuestionText::split((texts(lang).question)(question, to))
}
