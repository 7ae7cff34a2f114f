//! The addressee of a question, on whom its words depend.

use crate::domain::draft::Draft;
use crate::domain::scheme::{IdentifierKind, LegalForm};

/// What is known about the organisation and the user, as far as words depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Addressee<'a> {
    /// Which number identifies the organisation; while that is unknown, words say KvK number.
    pub identifier: Option<IdentifierKind>,
    /// Legal form of the organisation; `None` while it is not chosen.
    pub legal_form: Option<LegalForm>,
    /// Country of the organisation, ISO 3166-1 alpha-2; empty means the Netherlands.
    pub country: &'a str,
    /// Country that issued the identity document of the user; empty while it is not chosen.
    pub document_country: &'a str,
}

impl<'a> Addressee<'a> {
    /// Reads it from a draft.
    pub fn of(draft: &'a Draft) -> Self {
        Self {
            identifier: draft.organisation.identifier.kind,
            legal_form: draft.organisation.legal_form,
            country: &draft.organisation.address.country,
            document_country: &draft.user.identity_document.country,
        }
    }

    /// Whether the organisation has no KvK number.
    pub fn is_fiscal(self) -> bool {
        self.identifier == Some(IdentifierKind::Fiscal)
    }
}
