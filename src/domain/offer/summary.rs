//! The few facts of an offer that are needed before the wizard itself is loaded.

use serde::Deserialize;
use serde::de::Error;

use super::offer::{OFFER_FORMAT, Offer, OfferError};
use super::terms::{Supplier, TermPrice};
use crate::domain::scheme::Cents;

/// What the welcome screen shows of an offer, and whether and where the wizard may run.
///
/// It is read from the text of a whole [`Offer`], so that the code that reads the rest can be loaded later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferSummary {
    /// Whether this is an example of a supplier that does not exist.
    pub example: bool,
    /// The supplier.
    pub supplier: Supplier,
    /// Where applications are posted, if the offer names it.
    pub endpoint: Option<String>,
    /// Origins whose pages may embed the wizard in a frame.
    pub frame_parents: Vec<String>,
    /// Months for which an identity document must still be valid.
    pub valid_months: u32,
    /// The lowest price of a means per year.
    pub lowest_price_per_year: Option<Cents>,
}

/// The part of `offer.json` that a summary needs.
#[derive(Deserialize)]
struct Part {
    format: String,
    #[serde(default)]
    example: bool,
    supplier: Supplier,
    endpoint: Option<String>,
    #[serde(default)]
    frame_parents: Vec<String>,
    identity_documents: IdentityDocumentsPart,
    levels: Vec<LevelPart>,
}

#[derive(Deserialize)]
struct IdentityDocumentsPart {
    valid_months: u32,
}

#[derive(Deserialize)]
struct LevelPart {
    terms: Vec<TermPrice>,
}

impl<'de> Deserialize<'de> for OfferSummary {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let part = Part::deserialize(deserializer)?;
        if part.format != OFFER_FORMAT {
            return Err(D::Error::custom(OfferError::Format(part.format)));
        }
        let lowest_price_per_year = lowest_price_per_year(part.levels.iter().flat_map(|level| &level.terms));
        let valid_months = part.identity_documents.valid_months;
        let Part { example, supplier, endpoint, frame_parents, .. } = part;
        Ok(Self { example, supplier, endpoint, frame_parents, valid_months, lowest_price_per_year })
    }
}

impl From<&Offer> for OfferSummary {
    fn from(offer: &Offer) -> Self {
        Self {
            example: offer.example,
            supplier: offer.supplier.clone(),
            endpoint: offer.endpoint.clone(),
            frame_parents: offer.frame_parents.clone(),
            valid_months: offer.identity_documents.valid_months,
            lowest_price_per_year: lowest_price_per_year(offer.levels.iter().flat_map(|level| &level.terms)),
        }
    }
}

fn lowest_price_per_year<'a>(terms: impl Iterator<Item = &'a TermPrice>) -> Option<Cents> {
    terms.filter(|term| term.years > 0).map(|term| Cents(term.price.0 / i64::from(term.years))).min()
}
