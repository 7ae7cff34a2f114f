//! What a supplier offers and requires, as data.

#[expect(clippy::module_inception, reason = "the room is named after its main type")]
mod offer;
mod reading;
mod terms;

pub use offer::{OFFER_FORMAT, Offer, OfferError, OfferTerms};
pub use terms::{
    Attachments, AuthorisationsOffer, ExtractOffer, IdentificationPrice, IdentityDocumentsOffer, JointPolicy,
    LevelOffer, LimitedPolicy, Links, Lookup, SearchTerms, Shielding, Statement, Supplier, TermPrice, UserIdCopyPolicy,
};
