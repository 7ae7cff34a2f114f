//! What this draft asks: which questions, which documents, which level, who must sign.

use super::{Facts, SignReason, Signatories};
use crate::domain::catalogue::{LevelOffer, ServiceRef, UserIdCopyPolicy};
use crate::domain::draft::Draft;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{
    AuthorisationKind, Capacity, DocumentKind, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    LegalForm, Level, SigningMethod,
};

/// What follows from the answers so far; never stored.
#[derive(Clone, Debug)]
pub struct Requirements<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The facts.
    pub facts: &'a Facts,
    /// The level that the chosen services need, and the service that forces it.
    pub needed: Option<NeededLevel>,
    /// The level of the application: the one needed, or a higher one that was chosen.
    pub level: Option<Level>,
    /// What the supplier asks at that level.
    pub terms: Option<&'a LevelOffer>,
    /// Who must sign.
    pub signatories: Signatories,
}

/// The level that the chosen services need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededLevel {
    /// The level.
    pub level: Level,
    /// UUID of the service that forces it.
    pub service: String,
}

impl<'a> Requirements<'a> {
    /// Reads the answers so far.
    pub fn of(draft: &'a Draft, facts: &'a Facts) -> Self {
        let needed = needed_level(draft, facts);
        let level = draft.purpose.level.max(needed.as_ref().map(|needed| needed.level));
        let terms = level.and_then(|level| facts.offer.level(level));
        let signatories = Signatories::of(draft, facts, terms);
        Self { draft, facts, needed, level, terms, signatories }
    }

    /// The services that the authorisation covers, one by one or with their whole provider; nothing where it covers all.
    pub fn chosen(&self) -> Vec<ServiceRef<'a>> {
        chosen(self.draft, self.facts)
    }

    /// Whether the organisation has no KvK number.
    pub fn is_fiscal(&self) -> bool {
        self.draft.organisation.identifier.kind == Some(IdentifierKind::Fiscal)
    }

    /// The row of the representative who is the user.
    pub fn user_row(&self) -> Option<usize> {
        self.draft.representatives.iter().position(|representative| representative.is_user == Some(true))
    }

    /// Whether the user is solely authorised and applies for themself.
    pub fn is_sole_applicant(&self) -> bool {
        self.signatories.reason == SignReason::Sole
            && self.user_row().is_some_and(|row| self.signatories.rows.contains(&row))
    }

    /// Whether the level does not follow from services, so that it is asked with them.
    pub fn asks_level_first(&self) -> bool {
        match self.draft.purpose.authorisation.kind {
            None => false,
            Some(AuthorisationKind::All) => true,
            Some(_) => self.facts.catalogue.is_empty(),
        }
    }

    /// Who brings the extract, given or the only way there is; nothing without a KvK number.
    pub fn extract(&self) -> Option<ExtractSource> {
        match self.facts.offer.extract.fetched {
            _ if self.is_fiscal() => None,
            None => Some(ExtractSource::Attached),
            Some(_) => self.draft.authority_proof.extract,
        }
    }

    /// How the user is identified, given or the only way there is.
    pub fn identification(&self) -> Option<IdentificationMethod> {
        match self.terms.map(|terms| terms.identification.as_slice()) {
            Some([only]) => Some(only.method),
            _ => self.draft.identification.method,
        }
    }

    /// The ways of signing there are.
    pub fn signing_methods(&self) -> &'a [SigningMethod] {
        match self.terms {
            Some(terms) if self.is_sole_applicant() => &terms.sole_applicant_signing,
            Some(terms) => &terms.signing,
            None => &[],
        }
    }

    /// How it is signed, given or the only way there is.
    pub fn signing(&self) -> Option<SigningMethod> {
        match self.signing_methods() {
            [only] => Some(*only),
            _ => self.draft.signing.method,
        }
    }

    /// How the form signed with a pen comes, given or the only way there is.
    pub fn form_route(&self) -> Option<FormRoute> {
        match self.facts.offer.form_routes.as_slice() {
            _ if self.signing() != Some(SigningMethod::Pen) => None,
            [only] => Some(*only),
            _ => self.draft.signing.form,
        }
    }

    /// Whether the user becomes authorisations manager without being asked: nobody else could grant them
    /// the right.
    pub fn is_manager_by_itself(&self) -> bool {
        self.is_sole_applicant()
    }

    /// Whether this draft asks the question at this place.
    pub fn asks(&self, place: impl Into<Place>) -> bool {
        let place = place.into();
        let kind = self.draft.purpose.authorisation.kind;
        let has_catalogue = !self.facts.catalogue.is_empty();
        let identity = self.terms.is_some_and(|terms| terms.identity_document);
        let exists = place.row < self.draft.representatives.len();
        let is_other = exists && self.user_row() != Some(place.row);
        match place.question {
            Question::Services => has_catalogue && kind == Some(AuthorisationKind::Services),
            Question::Providers => has_catalogue && kind == Some(AuthorisationKind::Providers),
            Question::DescribedServices => {
                !has_catalogue && matches!(kind, Some(AuthorisationKind::Services | AuthorisationKind::Providers))
            }
            Question::RepresentativeIsUser => place.row == 0,
            Question::RepresentativeCapacity | Question::RepresentativeAuthority => exists,
            Question::RepresentativeGivenNames | Question::RepresentativePrefix | Question::RepresentativeSurname => {
                is_other
                    && (place.row > 0 || self.draft.representatives.first().is_some_and(|row| row.is_user.is_some()))
            }
            Question::RepresentativeEmail | Question::RepresentativeMobile => {
                is_other
                    && self.terms.is_some_and(|terms| terms.representative_contact)
                    && self.signatories.rows.contains(&place.row)
            }
            Question::FewerSuffice => self.can_articles_prove_fewer(),
            Question::RepresentedByCompany => {
                !self.is_fiscal()
                    && self.draft.representatives.iter().any(|representative| {
                        representative.capacity.is_some_and(|capacity| capacity != Capacity::Owner)
                    })
            }
            Question::AuthorisationsManager => !self.is_manager_by_itself(),
            Question::Country => self.is_fiscal(),
            Question::RestrictedToBranch => !self.is_fiscal(),
            Question::BranchNumber => !self.is_fiscal() && self.draft.organisation.restricted_to_branch == Some(true),
            Question::BirthPlace => self.terms.is_some_and(|terms| terms.birth_place),
            Question::IdentityDocumentKind
            | Question::IdentityDocumentCountry
            | Question::IdentityDocumentExpiresOn => identity,
            Question::IdentityDocumentNumber => self.terms.is_some_and(|terms| terms.identity_document_number),
            Question::ExtractSource => !self.is_fiscal() && self.facts.offer.extract.fetched.is_some(),
            Question::ExtractIssuedOn => self.extract() == Some(ExtractSource::Attached),
            Question::Urgent => self.facts.offer.urgent.is_some(),
            Question::IdentificationMethod => self.terms.is_some_and(|terms| terms.identification.len() > 1),
            Question::InvoiceEmail | Question::InvoiceReference => {
                self.draft.contract.payment.method == Some(crate::domain::scheme::PaymentMethod::Invoice)
            }
            Question::SigningMethod => self.signing_methods().len() > 1,
            Question::FormRoute => self.signing() == Some(SigningMethod::Pen) && self.facts.offer.form_routes.len() > 1,
            Question::TypedName | Question::SignatureDrawing => {
                self.signing() == Some(SigningMethod::Screen) && self.signatories.rows.contains(&place.row)
            }
            question => match DocumentKind::of_question(question) {
                Some(kind) => self.needs_document(kind, place.row),
                None => true,
            },
        }
    }

    /// The places of all documents that must come, in the order of the checklist.
    pub fn documents(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for kind in DocumentKind::ALL.iter().filter(|kind| **kind != DocumentKind::SignatureDrawing) {
            let question = kind.question();
            let rows = if question.has_rows() { self.draft.representatives.len() } else { 1 };
            places.extend((0..rows).map(|row| Place::row(question, row)).filter(|place| self.asks(*place)));
        }
        places
    }

    fn needs_document(&self, kind: DocumentKind, row: usize) -> bool {
        let copies = self.terms.is_some_and(|terms| terms.representative_id_copy);
        let signs = |row: usize| self.signatories.rows.contains(&row);
        match kind {
            DocumentKind::UserIdCopy => self.user_id_copy_is_policy() || copies && self.user_row().is_some_and(signs),
            DocumentKind::RepresentativeIdCopy => copies && signs(row) && self.user_row() != Some(row),
            DocumentKind::KvkExtract => self.extract() == Some(ExtractSource::Attached),
            DocumentKind::ParentExtract => {
                self.asks(Question::RepresentedByCompany)
                    && self.draft.authority_proof.represented_by_company == Some(true)
            }
            DocumentKind::Articles => self.signatories.reason == SignReason::Articles,
            DocumentKind::AuthorityEvidence => {
                self.draft.organisation.legal_form == Some(LegalForm::ReligiousOrganisation)
                    || self.draft.representatives.iter().any(|row| row.capacity == Some(Capacity::Trustee))
            }
            DocumentKind::TaxLetter | DocumentKind::ForeignRegistration => self.is_fiscal(),
            DocumentKind::RegistrationForm => {
                self.signing() == Some(SigningMethod::Qualified) || self.form_route() == Some(FormRoute::Attached)
            }
            DocumentKind::SignatureDrawing => false,
        }
    }

    fn user_id_copy_is_policy(&self) -> bool {
        match self.terms.map(|terms| terms.user_id_copy) {
            None => false,
            Some(UserIdCopyPolicy::Always) => true,
            Some(UserIdCopyPolicy::NotEmployed) => self.draft.user.employed == Some(false),
            Some(UserIdCopyPolicy::NotRepresentative) => {
                self.user_row().is_none() || self.draft.user.employed == Some(false)
            }
        }
    }

    fn can_articles_prove_fewer(&self) -> bool {
        self.facts.offer.articles_prove_fewer && Signatories::are_several(self.draft, self.terms)
    }
}

fn needed_level(draft: &Draft, facts: &Facts) -> Option<NeededLevel> {
    let mut needed: Option<NeededLevel> = None;
    for ServiceRef { service, .. } in chosen(draft, facts) {
        let level = service.level().issued();
        if needed.as_ref().is_none_or(|needed| needed.level < level) {
            needed = Some(NeededLevel { level, service: service.id().to_owned() });
        }
    }
    needed
}

/// The services that the authorisation covers, one by one or with their whole provider; nothing where it covers all.
fn chosen<'a>(draft: &Draft, facts: &'a Facts) -> Vec<ServiceRef<'a>> {
    let authorisation = &draft.purpose.authorisation;
    let mut chosen = Vec::new();
    if authorisation.kind == Some(AuthorisationKind::Services) {
        for id in &authorisation.services {
            chosen.extend(facts.catalogue.service(id));
        }
    }
    if authorisation.kind == Some(AuthorisationKind::Providers) {
        for provider in authorisation.providers.iter().filter_map(|oin| facts.catalogue.provider(oin)) {
            for service in provider.services() {
                chosen.push(ServiceRef { provider, service });
            }
        }
    }
    chosen
}
