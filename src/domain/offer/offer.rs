//! What the supplier offers, as data: levels, prices, requirements, limits and texts' versions.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::terms::{
    Attachments, AuthorisationsOffer, ExtractOffer, IdentificationPrice, IdentityDocumentsOffer, LevelOffer, Links,
    Lookup, SearchTerms, Shielding, Supplier,
};
use crate::domain::scheme::{Cents, FormRoute, IdentificationMethod, Level, PaymentMethod};

/// The format that this version reads.
pub const OFFER_FORMAT: &str = "eherkenning-offer/1";

/// A usable offer: every level has a price, a means, an identification method and a way of signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "OfferTerms")]
pub struct Offer(OfferTerms);

impl Deref for Offer {
    type Target = OfferTerms;

    fn deref(&self) -> &OfferTerms {
        &self.0
    }
}

/// Why an offer is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferError {
    /// The format is not [`OFFER_FORMAT`].
    Format(String),
    /// The offer lists this level twice.
    LevelTwice(Level),
    /// This list is empty.
    Empty(&'static str),
    /// A level offers identification with a copy, which is only possible at EH2+: from EH3 on the original document is
    /// checked. Source: <https://www.eherkenning.nl/en/levels-of-assurance>
    CopyNotEnough,
    /// A field of this name, anywhere, is missing or of another kind. Only the wizard says so; backends say where.
    Field(&'static str),
}

impl fmt::Display for OfferError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(found) => write!(formatter, "offer: unknown format \"{found}\", expected \"{OFFER_FORMAT}\""),
            Self::LevelTwice(level) => write!(formatter, "offer: duplicate level {}", level.code()),
            Self::Empty(list) => write!(formatter, "offer: {list} is empty"),
            Self::Field(name) => write!(formatter, "offer: {name} is missing or not understood"),
            Self::CopyNotEnough => formatter.write_str("offer: a copy is not enough to identify a user above EH2+"),
        }
    }
}

impl std::error::Error for OfferError {}

impl OfferError {
    /// Where in the offer, as a JSON pointer.
    pub fn pointer(&self) -> String {
        match self {
            Self::Format(_) => "/format".to_owned(),
            Self::Field(_) => String::new(),
            Self::LevelTwice(_) | Self::CopyNotEnough => "/levels".to_owned(),
            Self::Empty(list) if list.starts_with("levels.") => "/levels".to_owned(),
            Self::Empty(list) => format!("/{}", list.replace('.', "/")),
        }
    }
}

impl TryFrom<OfferTerms> for Offer {
    type Error = OfferError;

    fn try_from(terms: OfferTerms) -> Result<Self, OfferError> {
        if terms.format != OFFER_FORMAT {
            return Err(OfferError::Format(terms.format));
        }
        let lists = [
            ("levels", terms.levels.is_empty()),
            ("payment_methods", terms.payment_methods.is_empty()),
            ("form_routes", terms.form_routes.is_empty()),
            ("identity_documents.kinds", terms.identity_documents.kinds.is_empty()),
        ];
        if let Some((name, _)) = lists.into_iter().find(|(_, empty)| *empty) {
            return Err(OfferError::Empty(name));
        }
        for (index, level) in terms.levels.iter().enumerate() {
            if terms.levels.iter().take(index).any(|other| other.level == level.level) {
                return Err(OfferError::LevelTwice(level.level));
            }
            let lists = [
                ("levels.terms", level.terms.is_empty()),
                ("levels.means", level.means.is_empty()),
                ("levels.identification", level.identification.is_empty()),
                ("levels.signing", level.signing.is_empty() || level.sole_applicant_signing.is_empty()),
            ];
            if let Some((name, _)) = lists.into_iter().find(|(_, empty)| *empty) {
                return Err(OfferError::Empty(name));
            }
            let is_copy = |one: &IdentificationPrice| one.method == IdentificationMethod::Copy;
            if !level.level.is_identified_by_copy() && level.identification.iter().any(is_copy) {
                return Err(OfferError::CopyNotEnough);
            }
        }
        Ok(Self(terms))
    }
}

/// The contents of `offer.json`. Amounts are cents without VAT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfferTerms {
    /// [`OFFER_FORMAT`].
    pub format: String,
    /// Version of this offer; free text.
    pub version: String,
    /// Whether this is an example of a supplier that does not exist.
    #[serde(default)]
    pub example: bool,
    /// The supplier.
    pub supplier: Supplier,
    /// Where applications are posted in mode `frame`, or if the page names no endpoint; a URL, which may be relative to
    /// that of the offer.
    #[serde(default)]
    pub endpoint: Option<String>,
    /// Where the outcome of an application is asked by `GET`, after a slash and its key; a URL, which may be relative to
    /// that of the offer. By default the address to which applications are posted.
    #[serde(default)]
    pub outcome: Option<String>,
    /// Where the organisation can be looked up by its KvK number; absent if it cannot.
    #[serde(default)]
    pub lookup: Option<Lookup>,
    /// VAT on every amount, in percent.
    pub vat_percent: u32,
    /// The levels that are offered.
    pub levels: Vec<LevelOffer>,
    /// Ways of paying.
    pub payment_methods: Vec<PaymentMethod>,
    /// Surcharge for urgent handling; absent if the supplier does not offer that.
    #[serde(default)]
    pub urgent: Option<Cents>,
    /// Included authorisations, and the price of each extra one.
    pub authorisations: AuthorisationsOffer,
    /// The KvK extract.
    pub extract: ExtractOffer,
    /// Identity documents.
    pub identity_documents: IdentityDocumentsOffer,
    /// What must be covered on a copy of an identity document.
    pub shielding: Shielding,
    /// Limits to attachments.
    pub attachments: Attachments,
    /// How the signed form may reach the supplier.
    pub form_routes: Vec<FormRoute>,
    /// Whether the articles of association, or a proxy that names eHerkenning, may prove that fewer people sign.
    pub articles_prove_fewer: bool,
    /// Minimum age in years of a user who represents the organisation; 18 by default.
    #[serde(default = "of_age")]
    pub min_age_representative: u32,
    /// Minimum age in years of any other user; 18 by default.
    #[serde(default = "of_age")]
    pub min_age_employee: u32,
    /// Maximum number of representatives.
    pub max_representatives: usize,
    /// Whether foreign mobile numbers are accepted.
    #[serde(default)]
    pub foreign_mobile: bool,
    /// Maximum number of working days for handling a complete application.
    pub handling_days: u32,
    /// Texts that must be accepted, and help.
    pub links: Links,
    /// Origins to which `return-url` may point.
    #[serde(default)]
    pub return_origins: Vec<String>,
    /// Origins whose pages may embed the wizard in a frame; the origin of the wizard's own page always may.
    #[serde(default)]
    pub frame_parents: Vec<String>,
    /// Search settings for services.
    #[serde(default)]
    pub search: SearchTerms,
}

/// The age at which a person is of age in the Netherlands. Source: art. 1:233 BW
pub(super) const OF_AGE: u32 = 18;

const fn of_age() -> u32 {
    OF_AGE
}

impl Offer {
    /// The offer at a level.
    pub fn level(&self, level: Level) -> Option<&LevelOffer> {
        self.levels.iter().find(|offer| offer.level == level)
    }
}
