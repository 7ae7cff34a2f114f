//! The kinds of documents, and the place of each.

use crate::domain::rules::{Place, Question, codes};

codes! {
    /// Kind of document.
    pub enum DocumentKind {
        /// Copy of the user's identity document.
        UserIdCopy = "user_id_copy",
        /// Copy of a representative's identity document.
        RepresentativeIdCopy = "representative_id_copy",
        /// KvK extract.
        KvkExtract = "kvk_extract",
        /// KvK extract of each company above the organisation.
        ParentExtract = "parent_extract",
        /// Articles of association.
        Articles = "articles",
        /// Other proof of authority: an appointment, a mandate decision, minutes, or a proxy.
        AuthorityEvidence = "authority_evidence",
        /// Letter from the tax authority.
        TaxLetter = "tax_letter",
        /// Foreign extract, deed or articles.
        ForeignRegistration = "foreign_registration",
        /// Signed registration form.
        RegistrationForm = "registration_form",
        /// Drawn signature.
        SignatureDrawing = "signature_drawing",
    }
}

impl DocumentKind {
    /// The question that this document answers.
    pub const fn question(self) -> Question {
        match self {
            Self::UserIdCopy => Question::UserIdCopy,
            Self::RepresentativeIdCopy => Question::RepresentativeIdCopy,
            Self::KvkExtract => Question::KvkExtract,
            Self::ParentExtract => Question::ParentExtract,
            Self::Articles => Question::Articles,
            Self::AuthorityEvidence => Question::AuthorityEvidence,
            Self::TaxLetter => Question::TaxLetter,
            Self::ForeignRegistration => Question::ForeignRegistration,
            Self::RegistrationForm => Question::RegistrationForm,
            Self::SignatureDrawing => Question::SignatureDrawing,
        }
    }

    /// The kind of document that answers a question, if any.
    pub fn of_question(question: Question) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.question() == question)
    }

    /// The place of this document: `documents.<kind>.<of>`.
    ///
    /// `None` when `of` names nobody who can have such a document.
    pub fn place(self, of: &str) -> Option<Place> {
        let question = self.question();
        let (_, whose) = question.code().strip_prefix("documents.")?.split_once('.')?;
        match whose.strip_suffix('*') {
            None => (of == whose).then_some(question.into()),
            Some(before) => {
                let row = of.strip_prefix(before)?;
                let is_plain = row == "0" || row.starts_with(|c: char| matches!(c, '1'..='9'));
                row.parse().ok().filter(|_| is_plain).map(|row| Place::row(question, row))
            }
        }
    }

    /// Whether this is a copy of an identity document, which must be shielded.
    pub const fn is_id_copy(self) -> bool {
        matches!(self, Self::UserIdCopy | Self::RepresentativeIdCopy)
    }
}
