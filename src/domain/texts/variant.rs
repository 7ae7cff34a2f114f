//! Questions with other words for organisations without a KvK number.

use crate::domain::rules::Question;

/// A question that has other words for organisations without a KvK number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The number, which is a fiscal number.
    Number,
    /// The legal form, which cannot be read from an extract.
    LegalForm,
    /// Whether the user is a representative, without reference to an extract.
    IsUser,
    /// The capacity of a representative, without reference to an extract.
    Capacity,
    /// The authority of a representative, without reference to an extract.
    Authority,
}

impl Variant {
    /// Every variant, in order.
    pub const ALL: &'static [Self] = &[Self::Number, Self::LegalForm, Self::IsUser, Self::Capacity, Self::Authority];

    /// The variant of a question, if it has one.
    pub const fn of(question: Question) -> Option<Self> {
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
