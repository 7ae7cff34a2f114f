//! What was typed and chosen so far: the one shape that forms, kept drafts, files and posted applications share.
//!
//! A draft can hold anything. Its JSON is the JSON of an application, so that one reader serves all.

mod answers;
mod contract;
mod date;
mod documents;
mod organisation;
mod part;
mod people;
mod purpose;
mod signing;

use crate::domain::json::{Json, JsonError, Wire, place_of, record};
use crate::domain::scheme::Lang;

pub use contract::{ContractDraft, IdentificationDraft, PaymentDraft, PriceDraft};
pub use date::DateDraft;
pub use documents::DocumentDraft;
pub use organisation::{AddressDraft, IdentifierDraft, OrganisationDraft};
pub use people::{AuthorityProofDraft, IdentityDocumentDraft, RepresentativeDraft, UserDraft};
pub use purpose::{AuthorisationDraft, PurposeDraft};
pub use signing::{ConsentDraft, ConsentsDraft, SignatureDraft, SigningDraft};

/// The format of the application JSON.
pub const APPLICATION_FORMAT: &str = "eherkenning-application/1";

record! {
    /// Everything that was typed and chosen. Empty text and `None` mean: not answered.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub partial struct Draft {
        /// [`APPLICATION_FORMAT`].
        pub format: String,
        /// Number of the application: a UUID, given when it is finished.
        pub id: String as nullable,
        /// Language of the applicant.
        pub language: Option<Lang>,
        /// Moment at which the application was finished, RFC 3339 in UTC.
        pub prepared_at: String as nullable,
        /// Reference of the partner on whose page the wizard stood.
        pub partner: String as nullable,
        /// Step 1.
        pub purpose: PurposeDraft,
        /// The user.
        pub user: UserDraft,
        /// The organisation.
        pub organisation: OrganisationDraft,
        /// The representatives, as on the extract. There is always one, however empty.
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

/// What a page may fill in beforehand; not what only the applicant can: documents, consents, signatures.
const FILLED: &str =
    "purpose user organisation representatives authority_proof authorisations_manager contract identification ";

impl Draft {
    /// Fills in what is not answered yet: `given` is part of a draft, as JSON. What is answered stays.
    ///
    /// # Errors
    /// When it is no part of a draft; then nothing is filled in.
    pub fn fill(&mut self, given: Json) -> Result<(), JsonError> {
        let Json::Object(mut fields) = given else { return Err(JsonError::expected("an object")) };
        fields.retain(|(name, _)| place_of(FILLED, name).is_some());
        // Also what is not needed must be part of a draft.
        let given = Self::from_json(Json::Object(fields))?;
        let mut filled = self.write();
        filled.fill(given.write());
        *self = Self::from_json(filled)?;
        Ok(())
    }
}
