//! What was typed and chosen so far: the one format of forms, saved drafts, files and posted applications.
//!
//! A draft can hold anything. Its JSON is the JSON of an application. Backends read it with serde, which names what is
//! wrong; the wizard reads it question by question ([`Draft::from_json`]), and a test compares the two.

mod answers;
mod contract;
mod date;
mod documents;
mod fill;
mod nullable;
mod organisation;
mod part;
mod people;
mod purpose;
mod reading;
mod signing;

use serde::{Deserialize, Serialize};

use self::nullable::Nullable;
use crate::domain::scheme::Lang;

pub use contract::{ContractDraft, IdentificationDraft, PaymentDraft, PriceDraft};
pub use date::DateDraft;
pub use documents::DocumentDraft;
pub use organisation::{AddressDraft, IdentifierDraft, OrganisationDraft, SourceDraft};
pub use people::{AuthorityProofDraft, IdentityDocumentDraft, RepresentativeDraft, UserDraft};
pub use purpose::{AuthorisationDraft, PurposeDraft};
pub use signing::{ConsentDraft, ConsentsDraft, SignatureDraft, SigningDraft};

/// The format of the application JSON.
pub const APPLICATION_FORMAT: &str = "eherkenning-application/1";

/// Everything that was typed and chosen. Empty text and `None` mean: not answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Draft {
    /// [`APPLICATION_FORMAT`].
    pub format: String,
    /// Number of the application: a UUID, set when it is finished.
    #[serde(with = "Nullable")]
    pub id: String,
    /// Language of the applicant.
    pub language: Option<Lang>,
    /// Moment at which the application was finished, RFC 3339 in UTC.
    #[serde(with = "Nullable")]
    pub prepared_at: String,
    /// Reference of the partner whose page embedded the wizard.
    #[serde(with = "Nullable")]
    pub partner: String,
    /// Step 1.
    pub purpose: PurposeDraft,
    /// The user.
    pub user: UserDraft,
    /// The organisation.
    pub organisation: OrganisationDraft,
    /// The representatives, as on the extract. There is always at least one, possibly empty.
    pub representatives: Vec<RepresentativeDraft>,
    /// Proof of who may represent the organisation.
    pub authority_proof: AuthorityProofDraft,
    /// Whether the user wants to manage authorisations.
    pub authorisations_manager: Option<bool>,
    /// The contract.
    pub contract: ContractDraft,
    /// Identification.
    pub identification: IdentificationDraft,
    /// The documents.
    pub documents: Vec<DocumentDraft>,
    /// What was agreed to.
    pub consents: ConsentsDraft,
    /// How it is signed.
    pub signing: SigningDraft,
    /// Who signed.
    pub signatures: Vec<SignatureDraft>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            format: APPLICATION_FORMAT.to_owned(),
            id: String::new(),
            language: None,
            prepared_at: String::new(),
            partner: String::new(),
            purpose: PurposeDraft::default(),
            user: UserDraft::default(),
            organisation: OrganisationDraft::default(),
            representatives: vec![RepresentativeDraft::default()],
            authority_proof: AuthorityProofDraft::default(),
            authorisations_manager: None,
            contract: ContractDraft::default(),
            identification: IdentificationDraft::default(),
            documents: Vec::new(),
            consents: ConsentsDraft::default(),
            signing: SigningDraft::default(),
            signatures: Vec::new(),
        }
    }
}

impl Draft {
    /// The JSON of an application, without spaces.
    pub fn to_json(&self) -> String {
        // Cannot fail: it writes to memory, and every key is text.
        serde_json::to_string(self).unwrap_or_default()
    }
}
