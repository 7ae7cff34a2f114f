//! Which questions stand on which screen, and the options of the closed ones.

use super::{Choice, Screen};
use crate::domain::application::Requirements;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{AuthorisationKind, Authority, Capacity, ExtractSource, IdentifierKind, LegalForm, Level};

/// The screen of a question: where it is asked, and where a problem with it leads.
pub(super) fn home(question: Question) -> Screen {
    use Question as Q;
    match question {
        Q::IdentifierKind => Screen::OrganisationKind,
        Q::AuthorisationKind | Q::Services | Q::Providers | Q::DescribedServices => Screen::Services,
        Q::UserIsApplicant | Q::UserEmployed => Screen::User,
        Q::Representatives
        | Q::RepresentativeIsUser
        | Q::RepresentativeGivenNames
        | Q::RepresentativePrefix
        | Q::RepresentativeSurname
        | Q::RepresentativeCapacity
        | Q::RepresentativeAuthority
        | Q::FewerSuffice
        | Q::RepresentedByCompany => Screen::Representatives,
        Q::AuthorisationsManager => Screen::Manager,
        Q::OrganisationNumber | Q::OrganisationName | Q::LegalForm => Screen::Organisation,
        Q::Street | Q::HouseNumber | Q::PostalCode | Q::City | Q::Country => Screen::Address,
        Q::RestrictedToBranch | Q::BranchNumber => Screen::Branch,
        Q::GivenNames | Q::Prefix | Q::Surname | Q::BirthDate | Q::BirthPlace => Screen::Name,
        Q::Email | Q::Mobile => Screen::Contact,
        Q::IdentityDocumentKind
        | Q::IdentityDocumentCountry
        | Q::IdentityDocumentNumber
        | Q::IdentityDocumentExpiresOn => Screen::IdentityDocument,
        Q::RepresentativeEmail | Q::RepresentativeMobile => Screen::RepresentativeContact,
        Q::ExtractSource | Q::ExtractIssuedOn => Screen::AuthorityProof,
        Q::UserIdCopy
        | Q::RepresentativeIdCopy
        | Q::KvkExtract
        | Q::ParentExtract
        | Q::Articles
        | Q::AuthorityEvidence
        | Q::TaxLetter
        | Q::ForeignRegistration
        | Q::Documents => Screen::Documents,
        Q::Level => Screen::Level,
        Q::TermYears | Q::Means | Q::Urgent => Screen::Contract,
        Q::IdentificationMethod => Screen::Identification,
        Q::PaymentMethod | Q::InvoiceEmail | Q::InvoiceReference | Q::Price => Screen::Payment,
        Q::Partner | Q::Format => Screen::Check,
        Q::SigningMethod
        | Q::FormRoute
        | Q::Signature
        | Q::TypedName
        | Q::SignatureDrawing
        | Q::RegistrationForm
        | Q::ConsentTerms
        | Q::ConsentPrivacy
        | Q::Id
        | Q::PreparedAt => Screen::Sign,
    }
}

/// The places asked on a screen, in order. Those that this draft does not ask are left out.
pub fn places(screen: Screen, requirements: &Requirements<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    match screen {
        Screen::Documents => {
            places = requirements.documents();
            places.retain(|place| home(place.question) == Screen::Documents);
        }
        Screen::Services => {
            let questions =
                [Question::AuthorisationKind, Question::Services, Question::Providers, Question::DescribedServices];
            places.extend(questions.map(Place::from).into_iter().filter(|place| requirements.asks(*place)));
            if requirements.asks_level_first() {
                places.push(Question::Level.into());
            }
        }
        _ => {
            let questions = Question::ALL.iter().copied().filter(|question| home(*question) == screen);
            let (rowed, single): (Vec<Question>, Vec<Question>) = questions.partition(|question| question.has_rows());
            for row in 0..requirements.draft.representatives.len() {
                places.extend(rowed.iter().map(|question| Place::row(*question, row)));
            }
            let first_single = single.iter().map(|question| Place::from(*question));
            match screen {
                Screen::Sign => {
                    let rows = std::mem::take(&mut places);
                    places = first_single.collect();
                    let at = places.iter().position(|place| place.question == Question::ConsentTerms);
                    let at = at.unwrap_or(places.len());
                    places.splice(at..at, rows);
                }
                _ => places.extend(first_single),
            }
            places.retain(|place| is_control(place.question) && requirements.asks(*place));
        }
    }
    places
}

/// Whether a form control stands for the question; some places only carry problems.
const fn is_control(question: Question) -> bool {
    !matches!(
        question,
        Question::Representatives
            | Question::Documents
            | Question::Price
            | Question::Signature
            | Question::SignatureDrawing
            | Question::Partner
            | Question::Format
            | Question::Id
            | Question::PreparedAt
    )
}

/// The options of a closed question with their code on the wire; nothing for other kinds of question.
pub fn options(question: Question, requirements: &Requirements<'_>) -> Vec<(&'static str, Choice)> {
    let offer = &requirements.facts.offer;
    let terms = requirements.terms;
    match question {
        Question::IdentifierKind => coded(IdentifierKind::ALL, IdentifierKind::code, Choice::IdentifierKind),
        Question::AuthorisationKind => {
            let kinds = AuthorisationKind::ALL.iter().copied();
            let kinds: Vec<_> =
                kinds.filter(|kind| !requirements.is_fiscal() || *kind != AuthorisationKind::All).collect();
            coded(&kinds, AuthorisationKind::code, Choice::AuthorisationKind)
        }
        Question::Level => {
            let needed = requirements.needed.as_ref().map(|needed| needed.level);
            let levels = Level::ALL.iter().copied().filter(|level| offer.level(*level).is_some());
            let levels = levels.filter(|level| needed.is_none_or(|needed| *level >= needed));
            let levels: Vec<_> =
                levels.filter(|level| !requirements.is_fiscal() || *level == Level::WITHOUT_KVK_NUMBER).collect();
            coded(&levels, Level::code, Choice::Level)
        }
        Question::RepresentativeCapacity => coded(Capacity::ALL, Capacity::code, Choice::Capacity),
        Question::RepresentativeAuthority => coded(Authority::ALL, Authority::code, Choice::Authority),
        Question::LegalForm => coded(LegalForm::ALL, LegalForm::code, Choice::LegalForm),
        Question::IdentityDocumentKind => coded(
            &offer.identity_documents.kinds,
            crate::domain::scheme::IdentityDocumentKind::code,
            Choice::IdentityDocumentKind,
        ),
        Question::ExtractSource => coded(ExtractSource::ALL, ExtractSource::code, Choice::ExtractSource),
        Question::TermYears => {
            let years = terms.map(|terms| terms.terms.iter().map(|term| term.years).collect::<Vec<_>>());
            years.unwrap_or_default().into_iter().map(|years| (years_code(years), Choice::Years(years))).collect()
        }
        Question::Means => {
            let means = terms.map(|terms| terms.means.as_slice()).unwrap_or_default();
            coded(means, crate::domain::scheme::Means::code, Choice::Means)
        }
        Question::IdentificationMethod => {
            let methods = terms.map(|terms| terms.identification.iter().map(|one| one.method).collect::<Vec<_>>());
            let methods = methods.unwrap_or_default();
            coded(&methods, crate::domain::scheme::IdentificationMethod::code, Choice::IdentificationMethod)
        }
        Question::PaymentMethod => {
            coded(&offer.payment_methods, crate::domain::scheme::PaymentMethod::code, Choice::PaymentMethod)
        }
        Question::SigningMethod => {
            coded(requirements.signing_methods(), crate::domain::scheme::SigningMethod::code, Choice::SigningMethod)
        }
        Question::FormRoute => coded(&offer.form_routes, crate::domain::scheme::FormRoute::code, Choice::FormRoute),
        Question::UserIsApplicant
        | Question::UserEmployed
        | Question::RepresentativeIsUser
        | Question::FewerSuffice
        | Question::RepresentedByCompany
        | Question::AuthorisationsManager
        | Question::RestrictedToBranch
        | Question::Urgent => {
            vec![("true", Choice::Bool(question, true)), ("false", Choice::Bool(question, false))]
        }
        _ => Vec::new(),
    }
}

fn coded<T: Copy>(values: &[T], code: fn(T) -> &'static str, choice: fn(T) -> Choice) -> Vec<(&'static str, Choice)> {
    values.iter().map(|value| (code(*value), choice(*value))).collect()
}

const fn years_code(years: u8) -> &'static str {
    match years {
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        _ => "5",
    }
}
