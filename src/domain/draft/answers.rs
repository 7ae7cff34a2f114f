//! Reading and giving answers by place, so that one piece of code serves every question of a kind.

use super::{DateDraft, Draft, SignatureDraft};
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, LegalForm, Level, Means, PaymentMethod, SigningMethod,
};

/// Finds the field of a text question, shared or mutable alike.
macro_rules! text_field {
    ($draft:ident, $place:ident, $representative:ident, $signature:ident $(, $mutable:tt)?) => {
        Some(match $place.question {
            Question::DescribedServices => & $($mutable)? $draft.purpose.described_services,
            Question::OrganisationNumber => & $($mutable)? $draft.organisation.identifier.number,
            Question::OrganisationName => & $($mutable)? $draft.organisation.name,
            Question::Street => & $($mutable)? $draft.organisation.address.street,
            Question::HouseNumber => & $($mutable)? $draft.organisation.address.house_number,
            Question::PostalCode => & $($mutable)? $draft.organisation.address.postal_code,
            Question::City => & $($mutable)? $draft.organisation.address.city,
            Question::Country => & $($mutable)? $draft.organisation.address.country,
            Question::BranchNumber => & $($mutable)? $draft.organisation.branch_number,
            Question::GivenNames => & $($mutable)? $draft.user.given_names,
            Question::Prefix => & $($mutable)? $draft.user.prefix,
            Question::Surname => & $($mutable)? $draft.user.surname,
            Question::BirthPlace => & $($mutable)? $draft.user.birth_place,
            Question::Email => & $($mutable)? $draft.user.email,
            Question::Mobile => & $($mutable)? $draft.user.mobile,
            Question::IdentityDocumentCountry => & $($mutable)? $draft.user.identity_document.country,
            Question::IdentityDocumentNumber => & $($mutable)? $draft.user.identity_document.number,
            Question::RepresentativeGivenNames => & $($mutable)? $draft.$representative($place.row)?.given_names,
            Question::RepresentativePrefix => & $($mutable)? $draft.$representative($place.row)?.prefix,
            Question::RepresentativeSurname => & $($mutable)? $draft.$representative($place.row)?.surname,
            Question::RepresentativeEmail => & $($mutable)? $draft.$representative($place.row)?.email,
            Question::RepresentativeMobile => & $($mutable)? $draft.$representative($place.row)?.mobile,
            Question::InvoiceEmail => & $($mutable)? $draft.contract.payment.invoice_email,
            Question::InvoiceReference => & $($mutable)? $draft.contract.payment.reference,
            Question::TypedName => & $($mutable)? $draft.$signature($place.row)?.typed_name,
            _ => return None,
        })
    };
}

/// Reads or gives every closed question.
macro_rules! closed_questions {
    ($( $question:ident : $kind:ident => $($field:ident).+ ; )+) => {
        fn closed(&self, place: Place) -> Option<String> {
            match place.question {
                $( Question::$question => self.$($field).+.map(|value| Code::code(value)), )+
                Question::RepresentativeIsUser => self.representative(place.row)?.is_user.map(Code::code),
                Question::RepresentativeCapacity => self.representative(place.row)?.capacity.map(Code::code),
                Question::RepresentativeAuthority => self.representative(place.row)?.authority.map(Code::code),
                Question::ConsentTerms => self.consents.terms.as_ref().map(|_| Code::code(true)),
                Question::ConsentPrivacy => self.consents.privacy.as_ref().map(|_| Code::code(true)),
                _ => None,
            }
        }

        fn choose(&mut self, place: Place, code: &str) {
            match place.question {
                $( Question::$question => self.$($field).+ = <$kind as Code>::from_code(code), )+
                Question::RepresentativeIsUser => {
                    if let Some(representative) = self.representatives.get_mut(place.row) {
                        representative.is_user = Code::from_code(code);
                    }
                }
                Question::RepresentativeCapacity => {
                    if let Some(representative) = self.representatives.get_mut(place.row) {
                        representative.capacity = Code::from_code(code);
                    }
                }
                Question::RepresentativeAuthority => {
                    if let Some(representative) = self.representatives.get_mut(place.row) {
                        representative.authority = Code::from_code(code);
                    }
                }
                _ => {}
            }
        }
    };
}

impl Draft {
    closed_questions! {
        IdentifierKind: IdentifierKind => organisation.identifier.kind;
        AuthorisationKind: AuthorisationKind => purpose.authorisation.kind;
        Level: Level => purpose.level;
        UserIsApplicant: bool => user.is_applicant;
        UserEmployed: bool => user.employed;
        FewerSuffice: bool => authority_proof.fewer_suffice;
        RepresentedByCompany: bool => authority_proof.represented_by_company;
        AuthorisationsManager: bool => authorisations_manager;
        LegalForm: LegalForm => organisation.legal_form;
        RestrictedToBranch: bool => organisation.restricted_to_branch;
        IdentityDocumentKind: IdentityDocumentKind => user.identity_document.kind;
        ExtractSource: ExtractSource => authority_proof.extract;
        TermYears: u8 => contract.term_years;
        Means: Means => contract.means;
        Urgent: bool => contract.urgent;
        IdentificationMethod: IdentificationMethod => identification.method;
        PaymentMethod: PaymentMethod => contract.payment.method;
        SigningMethod: SigningMethod => signing.method;
        FormRoute: FormRoute => signing.form;
    }

    /// The answer to a text or closed question, as its form control holds it; empty when there is none.
    pub fn answer(&self, place: Place) -> String {
        match self.text(place) {
            Some(text) => text.clone(),
            None => self.closed(place).unwrap_or_default(),
        }
    }

    /// Gives the answer to a text or closed question; an unknown option becomes no answer.
    pub fn give(&mut self, place: Place, answer: &str) {
        if place.question == Question::TypedName && self.signature(place.row).is_none() {
            self.signatures.push(SignatureDraft { by: SignatureDraft::by(place.row), ..SignatureDraft::default() });
        }
        match self.text_mut(place) {
            Some(text) => answer.clone_into(text),
            None => self.choose(place, answer),
        }
    }

    /// The date at a place, if a date is asked there.
    pub fn date(&self, question: Question) -> Option<&DateDraft> {
        match question {
            Question::BirthDate => Some(&self.user.birth_date),
            Question::IdentityDocumentExpiresOn => Some(&self.user.identity_document.expires_on),
            Question::ExtractIssuedOn => Some(&self.authority_proof.extract_issued_on),
            _ => None,
        }
    }

    /// See [`Draft::date`].
    pub fn date_mut(&mut self, question: Question) -> Option<&mut DateDraft> {
        match question {
            Question::BirthDate => Some(&mut self.user.birth_date),
            Question::IdentityDocumentExpiresOn => Some(&mut self.user.identity_document.expires_on),
            Question::ExtractIssuedOn => Some(&mut self.authority_proof.extract_issued_on),
            _ => None,
        }
    }

    /// A representative; nothing for a row that is gone.
    pub fn representative(&self, row: usize) -> Option<&super::RepresentativeDraft> {
        self.representatives.get(row)
    }

    /// The signature of a representative.
    pub fn signature(&self, row: usize) -> Option<&SignatureDraft> {
        let by = SignatureDraft::by(row);
        self.signatures.iter().find(|signature| signature.by == by)
    }

    /// The files at the place of a document, in the order of their pages.
    pub fn documents_at(&self, place: Place) -> impl Iterator<Item = &super::DocumentDraft> {
        self.documents.iter().filter(move |document| document.place() == Some(place))
    }

    /// Takes a representative out, and moves what stands under later rows with them.
    pub fn remove_representative(&mut self, row: usize) {
        if row >= self.representatives.len() {
            return;
        }
        self.representatives.remove(row);
        if self.representatives.is_empty() {
            self.representatives.push(super::RepresentativeDraft::default());
        }
        let renumber = |of: &str| match of.strip_prefix("representatives.").and_then(|at| at.parse::<usize>().ok()) {
            Some(at) if at == row => None,
            Some(at) if at > row => Some(SignatureDraft::by(at - 1)),
            _ => Some(of.to_owned()),
        };
        self.documents.retain_mut(|document| renumber(&document.of).map(|of| document.of = of).is_some());
        self.signatures.retain_mut(|signature| renumber(&signature.by).map(|by| signature.by = by).is_some());
    }

    fn text(&self, place: Place) -> Option<&String> {
        text_field!(self, place, representative, signature)
    }

    fn text_mut(&mut self, place: Place) -> Option<&mut String> {
        text_field!(self, place, representative_mut, signature_mut, mut)
    }

    fn representative_mut(&mut self, row: usize) -> Option<&mut super::RepresentativeDraft> {
        self.representatives.get_mut(row)
    }

    fn signature_mut(&mut self, row: usize) -> Option<&mut SignatureDraft> {
        let by = SignatureDraft::by(row);
        self.signatures.iter_mut().find(|signature| signature.by == by)
    }
}

/// A value that a radio button, select or checkbox can hold.
trait Code: Sized {
    fn code(self) -> String;
    fn from_code(code: &str) -> Option<Self>;
}

impl Code for bool {
    fn code(self) -> String {
        self.to_string()
    }

    fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

impl Code for u8 {
    fn code(self) -> String {
        self.to_string()
    }

    fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

macro_rules! code_of {
    ($($kind:ident)+) => { $(
        impl Code for $kind {
            fn code(self) -> String {
                $kind::code(self).to_owned()
            }

            fn from_code(code: &str) -> Option<Self> {
                $kind::from_code(code)
            }
        }
    )+ };
}

code_of!(AuthorisationKind Authority Capacity ExtractSource FormRoute IdentificationMethod IdentifierKind
    IdentityDocumentKind LegalForm Level Means PaymentMethod SigningMethod);
