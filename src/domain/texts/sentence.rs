//! What an issue says.

use super::{fill, money, size, texts};
use crate::domain::rules::{Issue, Rule};
use crate::domain::scheme::{Cents, Lang};

/// The sentence of an issue, with its limit filled in as people read it.
///
/// For a question without an answer it is the one of that question.
pub fn sentence(lang: Lang, issue: &Issue) -> String {
    let texts = texts(lang);
    let limit = match issue.rule {
        Rule::Required => return (texts.question)(issue.place.question).required.to_owned(),
        Rule::DocumentTooLarge | Rule::DocumentsTooLarge => {
            issue.limit.parse().map(|bytes| size(lang, bytes)).unwrap_or_default()
        }
        Rule::PriceDiffers => issue.limit.parse().map(|cents| money(lang, Cents(cents))).unwrap_or_default(),
        _ => issue.limit.clone(),
    };
    fill((texts.rule)(issue.rule), &[("limit", &limit)])
}
