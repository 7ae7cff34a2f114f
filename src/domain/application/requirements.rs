//! What this draft asks: which questions, which documents, which level, who must sign.

use super::facts::Facts;
use super::signatories::{SignReason, Signatories};
use crate::domain::draft::Draft;
use crate::domain::offer::LevelOffer;
use crate::domain::rules::Place;
use crate::domain::scheme::{
    Capacity, DocumentKind, ExtractSource, FormRoute, IdentificationMethod, LegalForm, Level, SigningMethod,
};

/// What follows from the answers so far. Computed once per change and never stored.
///
/// Two are equal if they ask the same, even if the typed answers differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirements {
    /// The level that the chosen services need, and the service that determines it.
    pub needed: Option<NeededLevel>,
    /// The level of the application: the needed level, or a higher one that was chosen.
    pub level: Option<Level>,
    /// Who must sign.
    pub signatories: Signatories,
    /// How many representatives there are.
    pub representatives: usize,
    pub(super) user_row: Option<usize>,
    pub(super) is_fiscal: bool,
    pub(super) has_source: bool,
    pub(super) asks_level_first: bool,
    pub(super) extract: Option<ExtractSource>,
    pub(super) identification: Option<IdentificationMethod>,
    pub(super) signing_methods: Vec<SigningMethod>,
    pub(super) signing: Option<SigningMethod>,
    pub(super) form_route: Option<FormRoute>,
    /// The places of all questions that are asked, in order.
    pub(super) asked: Vec<Place>,
}

/// The level that the chosen services need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededLevel {
    /// The level.
    pub level: Level,
    /// UUID of the service that determines it.
    pub service: String,
}

impl Requirements {
    /// What the supplier asks at the level of the application.
    pub fn terms<'a>(&self, facts: &'a Facts) -> Option<&'a LevelOffer> {
        self.level.and_then(|level| facts.offer.level(level))
    }

    /// Whether the organisation has no KvK number.
    pub fn is_fiscal(&self) -> bool {
        self.is_fiscal
    }

    /// Whether the organisation was looked up, and nothing of that was changed since.
    pub fn is_looked_up(&self) -> bool {
        self.has_source && !self.is_fiscal
    }

    /// The row of the representative who is the user.
    pub fn user_row(&self) -> Option<usize> {
        self.user_row
    }

    /// Whether the user is solely authorised and applies for themself.
    pub fn is_sole_applicant(&self) -> bool {
        self.signatories.reason == SignReason::Sole
            && self.user_row.is_some_and(|row| self.signatories.rows.contains(&row))
    }

    /// Whether the level does not follow from services, so that it is asked together with them.
    pub fn asks_level_first(&self) -> bool {
        self.asks_level_first
    }

    /// Who provides the extract, as answered or the only option; `None` without a KvK number.
    pub fn extract(&self) -> Option<ExtractSource> {
        self.extract
    }

    /// How the user is identified, as answered or the only option.
    pub fn identification(&self) -> Option<IdentificationMethod> {
        self.identification
    }

    /// The available ways of signing.
    pub fn signing_methods(&self) -> &[SigningMethod] {
        &self.signing_methods
    }

    /// How it is signed, as answered or the only option.
    pub fn signing(&self) -> Option<SigningMethod> {
        self.signing
    }

    /// How the form signed with a pen reaches the supplier, as answered or the only option.
    pub fn form_route(&self) -> Option<FormRoute> {
        self.form_route
    }

    /// Whether the user becomes authorisations manager automatically, because nobody else could grant that right.
    pub fn is_manager_by_itself(&self) -> bool {
        self.is_sole_applicant()
    }

    /// Whether the owner of a sole proprietorship needs a means too, because the user is someone else.
    pub fn owner_registers(&self, draft: &Draft, facts: &Facts) -> bool {
        let user = self.user_row.and_then(|row| draft.representative(row));
        self.terms(facts).is_some_and(|terms| terms.owner_registers)
            && draft.organisation.legal_form == Some(LegalForm::SoleProprietorship)
            && user.is_none_or(|user| user.capacity != Some(Capacity::Owner))
    }

    /// Whether this draft asks the question at this place.
    pub fn asks(&self, place: impl Into<Place>) -> bool {
        self.asked.binary_search(&place.into()).is_ok()
    }

    /// The places of all required documents, in the order of the checklist.
    pub fn documents(&self) -> Vec<Place> {
        let kinds = DocumentKind::ALL.iter().filter(|kind| **kind != DocumentKind::SignatureDrawing);
        let of_kind = |kind: &DocumentKind| {
            let question = kind.question();
            self.asked.iter().copied().filter(move |place| place.question == question)
        };
        kinds.flat_map(of_kind).collect()
    }
}
