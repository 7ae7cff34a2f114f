//! The addressee of a question, on whom its words depend.

use crate::domain::draft::Draft;
use crate::domain::scheme::IdentifierKind;

/// What is known about the organisation and the user, as far as words depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Addressee<'a> {
    /// Which number identifies the organisation; while that is unknown, words say KvK number.
    pub identifier: Option<IdentifierKind>,
    /// Country of the organisation, ISO 3166-1 alpha-2; empty means the Netherlands, also where it is not asked.
    pub country: &'a str,
    /// Country that issued the identity document of the user; empty while it is not chosen.
    pub document_country: &'a str,
}

impl<'a> Addressee<'a> {
    /// Reads it from a draft.
    pub fn of(draft: &'a Draft) -> Self {
        let identifier = draft.organisation.identifier.kind;
        // A draft keeps answers that no longer apply: only organisations without KvK number are asked for their country.
        let is_asked = identifier == Some(IdentifierKind::Fiscal);
        Self {
            identifier,
            country: if is_asked { &draft.organisation.address.country } else { "" },
            document_country: &draft.user.identity_document.country,
        }
    }

    /// Whether the organisation has no KvK number.
    pub fn is_fiscal(self) -> bool {
        self.identifier == Some(IdentifierKind::Fiscal)
    }
}
