//! Only valid values: an `Application` exists when every rule holds, a `SignedApplication` when it is ready to be sent.

#[expect(clippy::module_inception, reason = "the room is named after its main type")]
mod application;
mod asked;
mod authority_proof;
mod case;
mod contract;
mod documents;
mod facts;
mod optional;
mod organisation;
mod people;
mod price;
mod purpose;
mod representatives;
mod requirements;
mod signatories;
mod signing;
mod what_is_signed;

pub use application::Application;
pub use authority_proof::AuthorityProof;
pub use contract::{Contract, Payment};
pub use documents::{Document, is_file_accepted};
pub use facts::Facts;
pub use organisation::{Address, Identifier, Organisation};
pub use people::{FullName, IdentityDocument, User};
pub use price::{Price, PriceLine, PriceOf};
pub use purpose::{Authorisation, Purpose};
pub use representatives::Representative;
pub use requirements::{NeededLevel, Requirements};
pub use signatories::{SignReason, Signatories};
pub use signing::{Consent, Seal, Signature, SignedApplication};
