//! Back to a draft: the wire form of an application.

use super::{Application, AuthorityProof, Consent, Document, FullName, Identifier, SignedApplication};
use crate::domain::draft::{
    AddressDraft, AuthorisationDraft, AuthorityProofDraft, ConsentDraft, ConsentsDraft, ContractDraft, DateDraft,
    DocumentDraft, Draft, IdentificationDraft, IdentifierDraft, IdentityDocumentDraft, OrganisationDraft, PaymentDraft,
    PriceDraft, PurposeDraft, RepresentativeDraft, SignatureDraft, SigningDraft, UserDraft,
};
use crate::domain::scheme::IdentifierKind;

/// The text of a value, or nothing.
macro_rules! text {
    ($value:expr) => {
        $value.as_ref().map(|value| value.as_str().to_owned()).unwrap_or_default()
    };
}

impl From<&SignedApplication> for Draft {
    fn from(signed: &SignedApplication) -> Self {
        let consent = |consent: &Consent| {
            let (version, accepted_at) = (consent.version.as_str().to_owned(), consent.accepted_at.as_str().to_owned());
            Some(ConsentDraft { version, accepted_at })
        };
        let signatures = signed.signatures.iter().map(|signature| SignatureDraft {
            by: SignatureDraft::by(signature.row),
            method: Some(signature.method),
            at: signature.at.as_str().to_owned(),
            typed_name: text!(signature.typed_name),
        });
        Self {
            id: signed.id.as_str().to_owned(),
            prepared_at: signed.prepared_at.as_str().to_owned(),
            consents: ConsentsDraft { terms: consent(&signed.terms), privacy: consent(&signed.privacy) },
            signing: SigningDraft {
                method: signed.signatures.first().map(|signature| signature.method),
                form: signed.form,
            },
            signatures: signatures.collect(),
            ..Self::from(&signed.application)
        }
    }
}

impl From<&Application> for Draft {
    fn from(application: &Application) -> Self {
        let contract = &application.contract;
        Self {
            language: Some(application.language),
            partner: text!(application.partner),
            purpose: purpose(application),
            user: user(application),
            organisation: organisation(application),
            representatives: representatives(application),
            authority_proof: authority_proof(&application.authority_proof),
            authorisations_manager: Some(application.authorisations_manager),
            contract: ContractDraft {
                term_years: Some(contract.term_years),
                means: Some(contract.means),
                urgent: Some(contract.urgent),
                payment: PaymentDraft {
                    method: Some(contract.payment.method),
                    invoice_email: text!(contract.payment.invoice_email),
                    reference: text!(contract.payment.reference),
                },
                price: Some(PriceDraft::from(&contract.price)),
            },
            identification: IdentificationDraft { method: Some(contract.identification) },
            documents: application.documents.iter().map(document).collect(),
            ..Self::default()
        }
    }
}

fn purpose(application: &Application) -> PurposeDraft {
    let purpose = &application.purpose;
    PurposeDraft {
        level: Some(purpose.level),
        authorisation: AuthorisationDraft {
            kind: Some(purpose.authorisation.kind),
            providers: purpose.authorisation.providers.iter().map(|oin| oin.as_str().to_owned()).collect(),
            services: purpose.authorisation.services.iter().map(|id| id.as_str().to_owned()).collect(),
        },
        described_services: text!(purpose.described_services),
    }
}

fn user(application: &Application) -> UserDraft {
    let user = &application.user;
    let [given_names, prefix, surname] = names(Some(&user.name));
    UserDraft {
        is_applicant: Some(true),
        employed: Some(user.employed),
        given_names,
        prefix,
        surname,
        birth_date: DateDraft::from(&user.birth_date),
        birth_place: text!(user.birth_place),
        email: user.email.as_str().to_owned(),
        mobile: user.mobile.as_str().to_owned(),
        identity_document: user
            .identity_document
            .as_ref()
            .map(|document| IdentityDocumentDraft {
                kind: Some(document.kind),
                country: document.country.as_str().to_owned(),
                number: text!(document.number),
                expires_on: DateDraft::from(&document.expires_on),
            })
            .unwrap_or_default(),
    }
}

fn organisation(application: &Application) -> OrganisationDraft {
    let organisation = &application.organisation;
    let (kind, number) = match &organisation.identifier {
        Identifier::Kvk(number) => (IdentifierKind::Kvk, number.as_str()),
        Identifier::Fiscal(number) => (IdentifierKind::Fiscal, number.as_str()),
    };
    let address = &organisation.address;
    OrganisationDraft {
        identifier: IdentifierDraft { kind: Some(kind), number: number.to_owned() },
        restricted_to_branch: (kind == IdentifierKind::Kvk).then_some(organisation.branch_number.is_some()),
        branch_number: text!(organisation.branch_number),
        name: organisation.name.as_str().to_owned(),
        legal_form: Some(organisation.legal_form),
        address: AddressDraft {
            street: address.street.as_str().to_owned(),
            house_number: address.house_number.clone(),
            postal_code: address.postal_code.clone(),
            city: address.city.as_str().to_owned(),
            country: address.country.as_str().to_owned(),
        },
    }
}

fn representatives(application: &Application) -> Vec<RepresentativeDraft> {
    let rows = application.representatives.iter().map(|representative| {
        let [given_names, prefix, surname] = names(representative.name.as_ref());
        RepresentativeDraft {
            is_user: Some(representative.name.is_none()),
            given_names,
            prefix,
            surname,
            capacity: Some(representative.capacity),
            authority: Some(representative.authority),
            email: text!(representative.email),
            mobile: text!(representative.mobile),
        }
    });
    rows.collect()
}

fn names(name: Option<&FullName>) -> [String; 3] {
    match name {
        None => Default::default(),
        Some(name) => [name.given_names.as_str().to_owned(), text!(name.prefix), name.surname.as_str().to_owned()],
    }
}

fn authority_proof(proof: &AuthorityProof) -> AuthorityProofDraft {
    AuthorityProofDraft {
        extract: proof.extract,
        extract_issued_on: proof.extract_issued_on.as_ref().map(DateDraft::from).unwrap_or_default(),
        fewer_suffice: proof.fewer_suffice,
        represented_by_company: proof.represented_by_company,
    }
}

fn document(document: &Document) -> DocumentDraft {
    let place = document.place.to_string();
    let of = place.splitn(3, '.').nth(2).unwrap_or_default();
    DocumentDraft {
        id: document.id.as_str().to_owned(),
        kind: Some(document.kind),
        of: of.to_owned(),
        file_name: document.file_name.as_str().to_owned(),
        media_type: document.media_type.code().to_owned(),
        size_bytes: document.size_bytes,
        sha256: document.sha256.as_str().to_owned(),
        shielded: document.shielded,
    }
}
