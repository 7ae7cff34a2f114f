//! Questions in the words for organisations of one kind: with a KvK number, or without.

use super::{QuestionText, texts};
use crate::domain::rules::Question;
use crate::domain::scheme::{IdentifierKind, Lang};

/// A question whose words differ with the kind of number that the organisation has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// The number, when it is a KvK number.
    KvkNumber,
    /// The number, when it is a fiscal number.
    FiscalNumber,
    /// The name, when there is a letter and no extract.
    FiscalName,
    /// The legal form, when there is no extract.
    FiscalLegalForm,
    /// Whether the user is a representative, when there is no extract.
    FiscalIsUser,
    /// The capacity of a representative, when there is no extract.
    FiscalCapacity,
    /// The authority of a representative, when there is no extract.
    FiscalAuthority,
}

impl Variant {
    /// Every variant, in order.
    pub const ALL: &'static [Self] = &[
        Self::KvkNumber,
        Self::FiscalNumber,
        Self::FiscalName,
        Self::FiscalLegalForm,
        Self::FiscalIsUser,
        Self::FiscalCapacity,
        Self::FiscalAuthority,
    ];

    const fn of(question: Question, kind: IdentifierKind) -> Option<Self> {
        Some(match (kind, question) {
            (IdentifierKind::Kvk, Question::OrganisationNumber) => Self::KvkNumber,
            (IdentifierKind::Fiscal, Question::OrganisationNumber) => Self::FiscalNumber,
            (IdentifierKind::Fiscal, Question::OrganisationName) => Self::FiscalName,
            (IdentifierKind::Fiscal, Question::LegalForm) => Self::FiscalLegalForm,
            (IdentifierKind::Fiscal, Question::RepresentativeIsUser) => Self::FiscalIsUser,
            (IdentifierKind::Fiscal, Question::RepresentativeCapacity) => Self::FiscalCapacity,
            (IdentifierKind::Fiscal, Question::RepresentativeAuthority) => Self::FiscalAuthority,
            _ => return None,
        })
    }
}

/// The words around a question, for an organisation with this kind of number; `None` while that is not known.
pub fn question(lang: Lang, question: Question, kind: Option<IdentifierKind>) -> QuestionText {
    let texts = texts(lang);
    match kind.and_then(|kind| Variant::of(question, kind)) {
        Some(variant) => (texts.variant)(variant),
        None => (texts.question)(question),
    }
}
