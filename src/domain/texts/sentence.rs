//! The sentence of an issue and the words of a question, for the kind of organisation.

use super::{QuestionText, Variant, fill, money, size, texts};
use crate::domain::rules::{Issue, Question, Rule};
use crate::domain::scheme::{Cents, IdentifierKind, Lang};

/// The sentence of an issue, with its value written for people.
///
/// For a missing answer or document it is the sentence of that question, for an organisation with this kind of number.
pub fn sentence(lang: Lang, issue: &Issue, kind: Option<IdentifierKind>) -> String {
    let texts = texts(lang);
    let limit = match issue.rule {
        Rule::Required | Rule::DocumentMissing => {
            return question(lang, issue.place.question, kind).required.to_owned();
        }
        Rule::DocumentTooLarge | Rule::DocumentsTooLarge => {
            issue.limit.parse().map(|bytes| size(lang, bytes)).unwrap_or_default()
        }
        Rule::PriceDiffers => issue.limit.parse().map(|cents| money(lang, Cents(cents))).unwrap_or_default(),
        _ => issue.limit.clone(),
    };
    fill((texts.rule)(issue.rule), &[("limit", &limit)])
}

/// The words around a question, for an organisation with this kind of number; a KvK number if that is unknown.
pub fn question(lang: Lang, question: Question, kind: Option<IdentifierKind>) -> &'static QuestionText {
    let texts = texts(lang);
    match Variant::of(question).filter(|_| kind == Some(IdentifierKind::Fiscal)) {
        Some(variant) => (texts.variant)(variant),
        None => (texts.question)(question),
    }
}
