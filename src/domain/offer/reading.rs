//! Reading an offer in the wizard.
//!
//! Backends read it with the reader that serde derives, which can also say where something is wrong and what is
//! unknown, but weighs 8 KB of what an applicant loads.

use super::offer::{OF_AGE, Offer, OfferError, OfferTerms};
use super::terms::{
    Attachments, AuthorisationsOffer, ExtractOffer, IdentificationPrice, IdentityDocumentsOffer, LevelOffer, Links,
    Lookup, SearchTerms, Shielding, Statement, Supplier, TermPrice,
};
use crate::domain::wire::{FromJson, Json, Misfit, fields};

impl Offer {
    /// Reads a usable offer.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn from_json(json: &Json) -> Result<Self, OfferError> {
        OfferTerms::from_json(json).map_err(|Misfit(field)| OfferError::Field(field))?.try_into()
    }
}

fields!(OfferTerms:
    format version supplier vat_percent levels payment_methods authorisations extract identity_documents shielding
    attachments form_routes articles_prove_fewer max_representatives handling_days links;
    default example endpoint outcome lookup urgent foreign_mobile return_origins frame_parents search;
    or min_age_representative = OF_AGE, min_age_employee = OF_AGE);
fields!(Lookup: organisation; default origins);
fields!(Supplier: name email telephone address);
fields!(LevelOffer:
    level terms means identification joint limited birth_place identity_document identity_document_number
    representative_contact user_id_copy representative_id_copy signing sole_applicant_signing;
    default owner_registers handover);
fields!(TermPrice: years price);
fields!(IdentificationPrice: method price);
fields!(AuthorisationsOffer: included extra);
fields!(ExtractOffer: max_age_days; default fetched);
fields!(IdentityDocumentsOffer: valid_months kinds; default both_sides dutch_only);
fields!(Shielding: photo nationality bsn mrz);
fields!(Attachments: max_bytes max_total_bytes max_files max_side min_side);
fields!(Links: terms privacy);
fields!(Statement: version url);
fields!(SearchTerms: ; default synonyms popular);
