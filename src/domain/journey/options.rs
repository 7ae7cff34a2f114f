//! The options of closed questions that this draft and this offer allow.

use super::choice::Choice;
use crate::domain::application::{Facts, Requirements};
use crate::domain::rules::{Coded, Question};
use crate::domain::scheme::{AuthorisationKind, Authority, Capacity, ExtractSource, IdentifierKind, LegalForm, Level};

/// The options of a closed question with their codes on the wire; empty for other kinds of question.
pub fn options(question: Question, facts: &Facts, requirements: &Requirements) -> Vec<(String, Choice)> {
    let offer = &facts.offer;
    let terms = requirements.terms(facts);
    match question {
        Question::IdentifierKind => coded(IdentifierKind::ALL, Choice::IdentifierKind),
        Question::AuthorisationKind => {
            let kinds = AuthorisationKind::ALL.iter().copied();
            let kinds: Vec<_> =
                kinds.filter(|kind| !requirements.is_fiscal() || *kind != AuthorisationKind::All).collect();
            coded(&kinds, Choice::AuthorisationKind)
        }
        Question::Level => {
            let needed = requirements.needed.as_ref().map(|needed| needed.level);
            let levels = Level::ALL.iter().copied().filter(|level| offer.level(*level).is_some());
            let levels = levels.filter(|level| needed.is_none_or(|needed| *level >= needed));
            let levels: Vec<_> =
                levels.filter(|level| !requirements.is_fiscal() || *level == Level::WITHOUT_KVK_NUMBER).collect();
            coded(&levels, Choice::Level)
        }
        Question::RepresentativeCapacity => coded(Capacity::ALL, Choice::Capacity),
        Question::RepresentativeAuthority => coded(Authority::ALL, Choice::Authority),
        Question::LegalForm => coded(LegalForm::ALL, Choice::LegalForm),
        Question::IdentityDocumentKind => coded(&offer.identity_documents.kinds, Choice::IdentityDocumentKind),
        Question::ExtractSource => coded(ExtractSource::ALL, Choice::ExtractSource),
        Question::TermYears => {
            let years = terms.map(|terms| terms.terms.iter().map(|term| term.years).collect::<Vec<_>>());
            years.unwrap_or_default().into_iter().map(|years| (years.to_code(), Choice::Years(years))).collect()
        }
        Question::Means => {
            let means = terms.map(|terms| terms.means.as_slice()).unwrap_or_default();
            coded(means, Choice::Means)
        }
        Question::IdentificationMethod => {
            let methods = terms.map(|terms| terms.identification.iter().map(|one| one.method).collect::<Vec<_>>());
            let methods = methods.unwrap_or_default();
            coded(&methods, Choice::IdentificationMethod)
        }
        Question::PaymentMethod => coded(&offer.payment_methods, Choice::PaymentMethod),
        Question::SigningMethod => coded(requirements.signing_methods(), Choice::SigningMethod),
        Question::FormRoute => coded(&offer.form_routes, Choice::FormRoute),
        Question::UserIsApplicant
        | Question::UserEmployed
        | Question::RepresentativeIsUser
        | Question::RepresentativeIsNamesake
        | Question::FewerSuffice
        | Question::RepresentedByCompany
        | Question::AuthorisationsManager
        | Question::RestrictedToBranch
        | Question::Urgent => [true, false].map(|answer| (answer.to_code(), Choice::Bool(question, answer))).into(),
        _ => Vec::new(),
    }
}

fn coded<T: Coded + Copy>(values: &[T], choice: fn(T) -> Choice) -> Vec<(String, Choice)> {
    values.iter().map(|value| (value.to_code(), choice(*value))).collect()
}
