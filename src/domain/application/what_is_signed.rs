//! What a representative signs, and whether that is what is sent.

use serde::Serialize;

use super::case::Case;
use super::{Application, Facts, Requirements, SignedApplication};
use crate::domain::draft::{
    AuthorityProofDraft, ContractDraft, DocumentDraft, Draft, IdentificationDraft, OrganisationDraft, PurposeDraft,
    RepresentativeDraft, SigningDraft, UserDraft,
};
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::{DocumentKind, Sha256};

impl Application {
    /// What each representative signs: the JSON of the application, without spaces, and without what may be added or
    /// change after somebody has signed. That is its number and moment, the language, the partner, the consents, and the
    /// signatures with their drawings.
    ///
    /// Its bytes are the same in the wizard, before it is sealed, and in a backend, with the same facts.
    ///
    /// # Errors
    /// Every rule that does not hold, with its place.
    pub fn what_is_signed(draft: &Draft, facts: &Facts) -> Result<String, Issues> {
        let requirements = Requirements::of(draft, facts);
        let mut completed = Case { draft, facts, requirements: &requirements }.completed();
        completed.partner.clear();
        completed.documents.retain(|document| document.kind != Some(DocumentKind::SignatureDrawing));
        let application = Self::parse_case(Case { draft: &completed, facts, requirements: &requirements })?;
        let content = Content::of(Draft { signing: completed.signing, ..Draft::from(&application) });
        // Cannot fail: it writes to memory, and every key is text.
        Ok(serde_json::to_string(&content).unwrap_or_default())
    }
}

impl SignedApplication {
    /// An issue for each signature with another digest than this one, the SHA-256 digest of
    /// [`Application::what_is_signed`] in hexadecimal. Signatures without a digest are made at the moment of sending.
    pub fn outdated(draft: &Draft, requirements: &Requirements, sha256: &str) -> Issues {
        let mut issues = Issues::default();
        for row in &requirements.signatories.rows {
            let digest = draft.signature(*row).map(|signature| Sha256::parse(&signature.digest));
            let is_outdated = match digest {
                None | Some(Err(Rule::Required)) => false,
                Some(digest) => digest.ok().is_none_or(|digest| digest.as_str() != sha256),
            };
            if is_outdated {
                issues.add(Place::row(Question::Signature, *row), Rule::SignatureOutdated);
            }
        }
        issues
    }
}

/// The fields of a draft that are signed, in the same order.
#[derive(Serialize)]
struct Content {
    format: String,
    purpose: PurposeDraft,
    user: UserDraft,
    organisation: OrganisationDraft,
    representatives: Vec<RepresentativeDraft>,
    authority_proof: AuthorityProofDraft,
    authorisations_manager: Option<bool>,
    contract: ContractDraft,
    identification: IdentificationDraft,
    documents: Vec<DocumentDraft>,
    signing: SigningDraft,
}

impl Content {
    fn of(draft: Draft) -> Self {
        // Every field is named, so that a new one is either signed or left out on purpose.
        let Draft {
            format,
            id: _,
            language: _,
            prepared_at: _,
            partner: _,
            purpose,
            user,
            organisation,
            representatives,
            authority_proof,
            authorisations_manager,
            contract,
            identification,
            documents,
            consents: _,
            signing,
            signatures: _,
        } = draft;
        Self {
            format,
            purpose,
            user,
            organisation,
            representatives,
            authority_proof,
            authorisations_manager,
            contract,
            identification,
            documents,
            signing,
        }
    }
}
