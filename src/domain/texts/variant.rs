//! Questions in the words for organisations without a KvK number.

use super::{QuestionText, texts};
use crate::domain::rules::Question;
use crate::domain::scheme::{IdentifierKind, Lang};

/// A question whose words are others without a KvK number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The number: a fiscal number.
    Number,
    /// The legal form: there is no extract.
    LegalForm,
    /// Whether the user is a representative: there is no extract.
    IsUser,
    /// The capacity of a representative: there is no extract.
    Capacity,
    /// The authority of a representative: there is no extract.
    Authority,
}

impl Variant {
    /// Every variant, in order.
    pub const ALL: &'static [Self] = &[Self::Number, Self::LegalForm, Self::IsUser, Self::Capacity, Self::Authority];

    const fn of(question: Question) -> Option<Self> {
        Some(match question {
            Question::OrganisationNumber => Self::Number,
            Question::LegalForm => Self::LegalForm,
            Question::RepresentativeIsUser => Self::IsUser,
            Question::RepresentativeCapacity => Self::Capacity,
            Question::RepresentativeAuthority => Self::Authority,
            _ => return None,
        })
    }
}

/// The words around a question, for an organisation with this kind of number: a KvK number while that is not known.
pub fn question(lang: Lang, question: Question, kind: Option<IdentifierKind>) -> QuestionText {
    let texts = texts(lang);
    match Variant::of(question).filter(|_| kind == Some(IdentifierKind::Fiscal)) {
        Some(variant) => (texts.variant)(variant),
        None => (texts.question)(question),
    }
}
