//! Only valid values: an `Application` exists when every rule holds, a `SignedApplication` when it can be sent.

mod contract;
mod documents;
mod facts;
mod organisation;
mod people;
mod price;
mod purpose;
mod requirements;
mod signatories;
mod signing;
mod to_draft;

use crate::domain::draft::Draft;
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{Lang, Text};

pub use contract::{Contract, Payment};
pub use documents::{Document, is_file_accepted};
pub use facts::Facts;
pub use organisation::{Address, Identifier, Organisation};
pub use people::{AuthorityProof, FullName, IdentityDocument, Representative, User};
pub use price::{Price, PriceLine, PriceOf};
pub use purpose::{Authorisation, Purpose};
pub use requirements::{NeededLevel, Requirements};
pub use signatories::{SignReason, Signatories};
pub use signing::{Consent, Seal, Signature, SignedApplication};

/// An application in which every rule holds; not yet signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    language: Lang,
    partner: Option<Text>,
    purpose: Purpose,
    user: User,
    organisation: Organisation,
    representatives: Vec<Representative>,
    authority_proof: AuthorityProof,
    authorisations_manager: bool,
    contract: Contract,
    documents: Vec<Document>,
}

impl Application {
    /// The only way in: reads a draft against the facts.
    ///
    /// # Errors
    /// Every rule that does not hold, with its place.
    pub fn parse(draft: &Draft, facts: &Facts) -> Result<Self, Issues> {
        let requirements = Requirements::of(draft, facts);
        let mut issues = Issues::default();
        if draft.format != crate::domain::draft::APPLICATION_FORMAT {
            issues.add_with(Question::Format, Rule::FormatUnknown, crate::domain::draft::APPLICATION_FORMAT);
        }
        let partner = match draft.partner.is_empty() {
            true => None,
            false => issues.keep(Question::Partner, Text::parse(&draft.partner, Question::Partner.longest())),
        };
        let purpose = issues.absorb(Purpose::parse(&requirements));
        let user = issues.absorb(User::parse(&requirements));
        let representatives = issues.absorb(people::parse_representatives(&requirements));
        let authority_proof = issues.absorb(AuthorityProof::parse(&requirements));
        let organisation = issues.absorb(Organisation::parse(&requirements));
        let manager = match requirements.asks(Question::AuthorisationsManager) {
            true => issues.keep(Question::AuthorisationsManager, draft.authorisations_manager.ok_or(Rule::Required)),
            false => Some(true),
        };
        let contract = issues.absorb(Contract::parse(&requirements));
        let documents = issues.absorb(documents::parse(&requirements));
        issues.finish(|| {
            Some(Self {
                language: draft.language.unwrap_or(Lang::Nl),
                partner,
                purpose: purpose?,
                user: user?,
                organisation: organisation?,
                representatives: representatives?,
                authority_proof: authority_proof?,
                authorisations_manager: manager?,
                contract: contract?,
                documents: documents?,
            })
        })
    }

    /// What the means is for.
    pub fn purpose(&self) -> &Purpose {
        &self.purpose
    }

    /// The documents.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }
}

/// Keeps text that may be left out: `None` for nothing typed.
fn optional<T>(
    issues: &mut Issues,
    place: impl Into<crate::domain::rules::Place>,
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, Rule>,
) -> Option<T> {
    if text.trim().is_empty() { None } else { issues.keep(place, parse(text)) }
}
