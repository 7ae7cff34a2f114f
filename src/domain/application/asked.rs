//! Derives from the answers what a draft asks.

use super::case::Case;
use super::facts::Facts;
use super::requirements::{NeededLevel, Requirements};
use super::signatories::{SignReason, Signatories};
use crate::domain::catalogue::{Provider, ServiceRef};
use crate::domain::draft::Draft;
use crate::domain::offer::UserIdCopyPolicy;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, DocumentKind, ExtractSource, FormRoute, IdentifierKind, LegalForm,
    PaymentMethod, SigningMethod,
};

impl Requirements {
    /// Reads the answers so far.
    pub fn of(draft: &Draft, facts: &Facts) -> Self {
        let needed = needed_level(draft, facts);
        let level = draft.purpose.level.max(needed.as_ref().map(|needed| needed.level));
        let terms = level.and_then(|level| facts.offer.level(level));
        let signatories = Signatories::of(draft, facts, terms);
        let mut requirements = Self {
            needed,
            level,
            signatories,
            representatives: draft.representatives.len(),
            user_row: draft.representatives.iter().position(|representative| representative.is_user == Some(true)),
            is_fiscal: draft.organisation.identifier.kind == Some(IdentifierKind::Fiscal),
            has_source: !draft.organisation.source.is_empty(),
            asks_level_first: match draft.purpose.authorisation.kind {
                None => false,
                Some(AuthorisationKind::All) => true,
                Some(_) => facts.catalogue.is_empty(),
            },
            extract: None,
            identification: match terms.map(|terms| terms.identification.as_slice()) {
                Some([only]) => Some(only.method),
                _ => draft.identification.method,
            },
            signing_methods: Vec::new(),
            signing: None,
            form_route: None,
            asked: Vec::new(),
        };
        requirements.extract = match facts.offer.extract.fetched {
            _ if requirements.is_fiscal => None,
            None => Some(ExtractSource::Attached),
            Some(_) => draft.authority_proof.extract,
        };
        requirements.signing_methods = match terms {
            Some(terms) if requirements.is_sole_applicant() => terms.sole_applicant_signing.clone(),
            Some(terms) => terms.signing.clone(),
            None => Vec::new(),
        };
        requirements.signing = only_or(&requirements.signing_methods, draft.signing.method);
        if requirements.signing == Some(SigningMethod::Pen) {
            requirements.form_route = only_or(&facts.offer.form_routes, draft.signing.form);
        }
        requirements.asked = asked(Case { draft, facts, requirements: &requirements });
        requirements
    }
}

/// The only option if there is just one, otherwise the chosen one.
fn only_or<T: Copy>(ways: &[T], chosen: Option<T>) -> Option<T> {
    match ways {
        [only] => Some(*only),
        _ => chosen,
    }
}

fn needed_level(draft: &Draft, facts: &Facts) -> Option<NeededLevel> {
    let mut needed: Option<NeededLevel> = None;
    for ServiceRef { service, .. } in facts.chosen_services(draft) {
        let level = service.level().issued();
        if needed.as_ref().is_none_or(|needed| needed.level < level) {
            needed = Some(NeededLevel { level, service: service.id().to_owned() });
        }
    }
    needed
}

/// The places of all questions that the draft asks, in order.
fn asked(case: Case<'_>) -> Vec<Place> {
    // The first row is asked before it exists.
    let rows = case.draft.representatives.len().max(1);
    let of_question = |question: &Question| {
        let rows = if question.has_rows() { rows } else { 1 };
        let question = *question;
        (0..rows).map(move |row| Place::row(question, row))
    };
    Question::ALL.iter().flat_map(of_question).filter(|place| case.asks(*place)).collect()
}

impl Case<'_> {
    fn asks(self, place: Place) -> bool {
        let Self { draft, facts, requirements } = self;
        let terms = self.terms();
        let is_fiscal = requirements.is_fiscal();
        let signs = requirements.signatories.rows.contains(&place.row);
        let kind = draft.purpose.authorisation.kind;
        let has_catalogue = !facts.catalogue.is_empty();
        let identity = terms.is_some_and(|terms| terms.identity_document);
        let exists = place.row < draft.representatives.len();
        let is_other = exists && requirements.user_row() != Some(place.row);
        match place.question {
            Question::Services => has_catalogue && kind == Some(AuthorisationKind::Services),
            Question::Providers => has_catalogue && kind == Some(AuthorisationKind::Providers),
            Question::DescribedServices => {
                !has_catalogue && matches!(kind, Some(AuthorisationKind::Services | AuthorisationKind::Providers))
            }
            Question::RepresentativeIsUser => place.row == 0,
            Question::RepresentativeCapacity => exists,
            Question::RepresentativeAuthority => draft
                .representative(place.row)
                .is_some_and(|one| one.capacity != Some(Capacity::Owner) || one.authority() != Some(Authority::Sole)),
            Question::RepresentativeGivenNames | Question::RepresentativePrefix | Question::RepresentativeSurname => {
                is_other && (place.row > 0 || draft.representatives.first().is_some_and(|row| row.is_user.is_some()))
            }
            Question::RepresentativeEmail | Question::RepresentativeMobile => {
                is_other && terms.is_some_and(|terms| terms.representative_contact) && signs
            }
            Question::RepresentativeSigns => requirements.signatories.entitled.contains(&place.row),
            Question::RepresentativeIsNamesake => is_other && self.namesake(place.row).is_some(),
            Question::FewerSuffice => self.can_articles_prove_fewer(),
            Question::RepresentedByCompany => {
                !is_fiscal
                    && draft.organisation.legal_form != Some(LegalForm::PublicBody)
                    && draft.representatives.iter().any(|representative| {
                        representative.capacity.is_some_and(|capacity| capacity != Capacity::Owner)
                    })
            }
            Question::ParentCompanies => self.needs_document(DocumentKind::ParentExtract, 0),
            Question::UserEmployed => draft.user.employed == Some(false) || !self.is_employed_by_capacity(),
            Question::AuthorisationsManager => !requirements.is_manager_by_itself(),
            Question::Country => self.asks_address() && draft.organisation.has_country(),
            Question::Street | Question::HouseNumber | Question::PostalCode | Question::City => self.asks_address(),
            Question::RestrictedToBranch => {
                !is_fiscal && (draft.organisation.restricted_to_branch == Some(true) || !self.is_branch_refused())
            }
            Question::BranchNumber => !is_fiscal && draft.organisation.restricted_to_branch == Some(true),
            Question::FetchedAt | Question::FetchedFrom => requirements.is_looked_up(),
            Question::BirthPlace => terms.is_some_and(|terms| terms.birth_place),
            Question::IdentityDocumentKind
            | Question::IdentityDocumentCountry
            | Question::IdentityDocumentExpiresOn => identity,
            Question::IdentityDocumentNumber => terms.is_some_and(|terms| terms.identity_document_number),
            Question::ExtractSource => !is_fiscal && facts.offer.extract.fetched.is_some(),
            Question::ExtractIssuedOn => requirements.extract() == Some(ExtractSource::Attached),
            Question::Urgent => facts.offer.urgent.is_some(),
            Question::IdentificationMethod => terms.is_some_and(|terms| terms.identification.len() > 1),
            Question::InvoiceEmail | Question::InvoiceReference => {
                draft.contract.payment.method == Some(PaymentMethod::Invoice)
            }
            Question::SigningMethod => requirements.signing_methods().len() > 1,
            Question::FormRoute => {
                requirements.signing() == Some(SigningMethod::Pen) && facts.offer.form_routes.len() > 1
            }
            Question::TypedName | Question::SignatureDrawing => {
                requirements.signing() == Some(SigningMethod::Screen) && signs
            }
            question => match DocumentKind::of_question(question) {
                Some(kind) => self.needs_document(kind, place.row),
                None => true,
            },
        }
    }

    /// With a KvK number the supplier looks the address up, so only one that was prefilled is shown.
    fn asks_address(self) -> bool {
        self.requirements.is_fiscal() || !self.draft.organisation.address.is_empty()
    }

    /// Whether a chosen service, or every service of a chosen provider, is closed to a means for one branch.
    fn is_branch_refused(self) -> bool {
        let Self { draft, facts, .. } = self;
        let authorisation = &draft.purpose.authorisation;
        match authorisation.kind {
            Some(AuthorisationKind::Services) => {
                facts.chosen_services(draft).iter().any(|one| one.service.refuses_branch())
            }
            Some(AuthorisationKind::Providers) => {
                let providers = authorisation.providers.iter().filter_map(|oin| facts.catalogue.provider(oin));
                providers.into_iter().any(Provider::refuses_branch)
            }
            _ => false,
        }
    }

    /// Whether the user works for the organisation as its owner, director or partner. While the capacity is unknown
    /// nobody asks.
    fn is_employed_by_capacity(self) -> bool {
        let user = self.requirements.user_row().and_then(|row| self.draft.representative(row));
        user.is_some_and(|user| {
            matches!(user.capacity, None | Some(Capacity::Owner | Capacity::Director | Capacity::Partner))
        })
    }

    fn needs_document(self, kind: DocumentKind, row: usize) -> bool {
        let Self { draft, requirements, .. } = self;
        let copies = self.terms().is_some_and(|terms| terms.representative_id_copy);
        let signs = |row: usize| requirements.signatories.rows.contains(&row);
        let form = draft.organisation.legal_form;
        let is_church = form == Some(LegalForm::ReligiousOrganisation);
        let is_fewer = requirements.signatories.reason == SignReason::Articles;
        let has_articles = !matches!(form, Some(LegalForm::PublicBody | LegalForm::SoleProprietorship));
        let by_articles = has_articles && !self.is_by_proxy();
        match kind {
            DocumentKind::UserIdCopy => {
                self.user_id_copy_is_policy() || copies && requirements.user_row().is_some_and(signs)
            }
            DocumentKind::RepresentativeIdCopy => copies && signs(row) && requirements.user_row() != Some(row),
            DocumentKind::KvkExtract => requirements.extract() == Some(ExtractSource::Attached),
            DocumentKind::ParentExtract => {
                self.asks(Question::RepresentedByCompany.into())
                    && draft.authority_proof.represented_by_company == Some(true)
            }
            DocumentKind::Articles => is_church || is_fewer && by_articles,
            DocumentKind::AuthorityEvidence => {
                is_church
                    || form == Some(LegalForm::PublicBody)
                    || draft.representatives.iter().any(|row| row.capacity.is_some_and(Capacity::is_appointed))
                    || is_fewer && !by_articles
            }
            DocumentKind::TaxLetter | DocumentKind::ForeignRegistration => requirements.is_fiscal(),
            DocumentKind::RegistrationForm => {
                requirements.signing() == Some(SigningMethod::Qualified)
                    || requirements.form_route() == Some(FormRoute::Attached)
            }
            DocumentKind::SignatureDrawing => false,
        }
    }

    fn user_id_copy_is_policy(self) -> bool {
        let is_employed = self.draft.user.employed != Some(false);
        match self.terms().map(|terms| terms.user_id_copy) {
            None => false,
            Some(UserIdCopyPolicy::Always) => true,
            Some(UserIdCopyPolicy::NotEmployed) => !is_employed,
            Some(UserIdCopyPolicy::NotRepresentative) => self.requirements.user_row().is_none() || !is_employed,
        }
    }

    /// Whether everyone who signs has a proxy, which then shows that they may.
    fn is_by_proxy(self) -> bool {
        let capacity = |row: &usize| self.draft.representative(*row).and_then(|one| one.capacity);
        self.requirements.signatories.rows.iter().all(|row| capacity(row) == Some(Capacity::ProxyHolder))
    }

    fn can_articles_prove_fewer(self) -> bool {
        self.facts.offer.articles_prove_fewer && Signatories::are_several(self.draft, self.terms())
    }
}
