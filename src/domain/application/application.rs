//! The application as a whole: parses every part and collects every issue.

use super::authority_proof::AuthorityProof;
use super::case::Case;
use super::contract::Contract;
use super::documents::{self, Document};
use super::facts::Facts;
use super::optional::text_of;
use super::organisation::Organisation;
use super::people::User;
use super::purpose::Purpose;
use super::representatives::{Representative, parse_representatives};
use super::requirements::Requirements;
use crate::domain::draft::{
    APPLICATION_FORMAT, AuthorityProofDraft, ContractDraft, DocumentDraft, Draft, IdentificationDraft,
    OrganisationDraft, PurposeDraft, RepresentativeDraft, UserDraft,
};
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{Lang, Text};

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
    /// The only way to make one: checks a draft against the facts.
    ///
    /// # Errors
    /// Every rule that does not hold, with its place.
    pub fn parse(draft: &Draft, facts: &Facts) -> Result<Self, Issues> {
        Self::parse_case(Case { draft, facts, requirements: &Requirements::of(draft, facts) })
    }

    /// See [`Application::parse`]; for callers that have already computed what the draft asks.
    pub(super) fn parse_case(case: Case<'_>) -> Result<Self, Issues> {
        let Case { draft, requirements, .. } = case;
        let mut issues = Issues::default();
        if draft.format != APPLICATION_FORMAT {
            issues.add_with(Question::Format, Rule::FormatUnknown, APPLICATION_FORMAT);
        }
        let partner = match draft.partner.is_empty() {
            true => None,
            false => issues.keep(Question::Partner, Text::parse(&draft.partner, Question::Partner.longest())),
        };
        let purpose = issues.absorb(Purpose::parse(case));
        let user = issues.absorb(User::parse(case));
        let representatives = issues.absorb(parse_representatives(case));
        let authority_proof = issues.absorb(AuthorityProof::parse(case));
        let organisation = issues.absorb(Organisation::parse(case));
        let manager = match requirements.asks(Question::AuthorisationsManager) {
            true => issues.keep(Question::AuthorisationsManager, draft.authorisations_manager.ok_or(Rule::Required)),
            false => Some(true),
        };
        let contract = issues.absorb(Contract::parse(case));
        let documents = issues.absorb(documents::parse(case));
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

/// The wire form of an application.
impl From<&Application> for Draft {
    fn from(application: &Application) -> Self {
        Self {
            language: Some(application.language),
            partner: text_of(application.partner.as_ref(), Text::as_str),
            purpose: PurposeDraft::from(&application.purpose),
            user: UserDraft::from(&application.user),
            organisation: OrganisationDraft::from(&application.organisation),
            representatives: application.representatives.iter().map(RepresentativeDraft::from).collect(),
            authority_proof: AuthorityProofDraft::from(&application.authority_proof),
            authorisations_manager: Some(application.authorisations_manager),
            contract: ContractDraft::from(&application.contract),
            identification: IdentificationDraft::from(&application.contract),
            documents: application.documents.iter().map(DocumentDraft::from).collect(),
            ..Self::default()
        }
    }
}
