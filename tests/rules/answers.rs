//! Reading and setting answers by place, and removing representatives.

use eherkenning_wizard::domain::draft::{DateDraft, Draft, SignatureDraft};
use eherkenning_wizard::domain::rules::{Issues, Place, Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, DocumentKind};

use crate::common::sole_director;
use crate::starts::{attach, board};

/// An option of each closed question.
const OPTIONS: &[(Question, &str)] = &[
    (Question::IdentifierKind, "fiscal"),
    (Question::AuthorisationKind, "all"),
    (Question::Level, "EH4"),
    (Question::UserIsApplicant, "false"),
    (Question::UserEmployed, "false"),
    (Question::RepresentativeIsUser, "false"),
    (Question::RepresentativeCapacity, "trustee"),
    (Question::RepresentativeAuthority, "limited"),
    (Question::RepresentativeSigns, "true"),
    (Question::FewerSuffice, "true"),
    (Question::RepresentedByCompany, "true"),
    (Question::AuthorisationsManager, "false"),
    (Question::LegalForm, "foundation"),
    (Question::RestrictedToBranch, "true"),
    (Question::IdentityDocumentKind, "residence_permit"),
    (Question::ExtractSource, "attached"),
    (Question::TermYears, "5"),
    (Question::Means, "token"),
    (Question::Urgent, "true"),
    (Question::IdentificationMethod, "visit"),
    (Question::PaymentMethod, "card"),
    (Question::SigningMethod, "qualified"),
    (Question::FormRoute, "attached"),
];

const TEXTS: &[Question] = &[
    Question::DescribedServices,
    Question::OrganisationNumber,
    Question::OrganisationName,
    Question::Street,
    Question::HouseNumber,
    Question::PostalCode,
    Question::City,
    Question::Country,
    Question::BranchNumber,
    Question::FetchedAt,
    Question::FetchedFrom,
    Question::GivenNames,
    Question::Prefix,
    Question::Surname,
    Question::BirthPlace,
    Question::Email,
    Question::Mobile,
    Question::IdentityDocumentCountry,
    Question::IdentityDocumentNumber,
    Question::RepresentativeGivenNames,
    Question::RepresentativePrefix,
    Question::RepresentativeSurname,
    Question::RepresentativeEmail,
    Question::RepresentativeMobile,
    Question::ParentCompanies,
    Question::InvoiceEmail,
    Question::InvoiceReference,
    Question::TypedName,
];

#[test]
fn a_chosen_option_becomes_the_answer() {
    for (question, option) in OPTIONS {
        let mut draft = Draft::default();
        let place = Place::from(*question);
        assert_eq!(draft.answer(place), "", "{question:?}");
        draft.give(place, option);
        assert_eq!(draft.answer(place), *option, "{question:?}");
        draft.give(place, "not an option");
        assert_eq!(draft, Draft::default(), "{question:?}: an unknown option is no answer");
    }
}

#[test]
fn typed_text_becomes_the_answer_to_that_question_only() {
    let mut draft = Draft::default();
    for question in TEXTS {
        draft.give((*question).into(), question.code());
    }
    for question in TEXTS {
        assert_eq!(draft.answer((*question).into()), question.code());
    }
    assert_eq!(draft.signature(0).map(|signature| signature.by.as_str()), Some("representatives.0"));
}

#[test]
fn a_consent_reads_as_true() {
    let (mut draft, finished) = (Draft::default(), sole_director());
    assert_eq!(draft.answer(Question::ConsentTerms.into()), "");
    assert_eq!(draft.answer(Question::ConsentPrivacy.into()), "");
    draft.consents.terms = finished.consents.terms;
    assert_eq!(draft.answer(Question::ConsentTerms.into()), "true");
    assert_eq!(draft.answer(Question::ConsentPrivacy.into()), "");
    draft.consents.privacy = finished.consents.privacy;
    assert_eq!(draft.answer(Question::ConsentPrivacy.into()), "true");
}

#[test]
fn a_removed_row_reads_as_empty_and_ignores_answers() {
    let mut draft = board(2, Authority::Joint);
    let before = draft.clone();
    for question in [Question::RepresentativeSurname, Question::RepresentativeCapacity, Question::RepresentativeIsUser]
    {
        let place = Place::row(question, 2);
        draft.give(place, "true");
        assert_eq!(draft.answer(place), "", "{question:?}");
    }
    draft.remove_representative(2);
    assert_eq!(draft, before);
}

#[test]
fn each_date_is_found_by_its_question() {
    let mut draft = Draft::default();
    let dates = [Question::BirthDate, Question::IdentityDocumentExpiresOn, Question::ExtractIssuedOn];
    for (question, date) in dates.into_iter().zip(["1985-02-28", "2031-05-01", "2026-11-20"]) {
        *draft.date_mut(question).unwrap() = DateDraft::from(date);
        assert_eq!(draft.date(question), Some(&DateDraft::from(date)));
    }
    assert_eq!(draft.user.birth_date, DateDraft::from("1985-02-28"));
    assert_eq!(draft.authority_proof.extract_issued_on, DateDraft::from("2026-11-20"));
    assert_eq!(draft.date(Question::Surname), None);
    assert_eq!(draft.date_mut(Question::Surname), None);
}

#[test]
fn documents_and_signatures_move_with_their_rows() {
    let mut draft = board(4, Authority::Joint);
    attach(&mut draft, DocumentKind::Articles, "organisation");
    let kept = draft.clone();
    draft.remove_representative(1);
    let surname = |draft: &Draft, row: usize| draft.representative(row).map(|one| one.surname.clone());
    assert_eq!(draft.representatives.len(), 3);
    assert_eq!([surname(&draft, 1), surname(&draft, 2)], [surname(&kept, 2), surname(&kept, 3)]);
    let copies = |draft: &Draft, row| {
        let place = Place::row(Question::RepresentativeIdCopy, row);
        draft.documents_at(place).map(|document| document.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!([copies(&draft, 1), copies(&draft, 2)], [copies(&kept, 2), copies(&kept, 3)]);
    assert_eq!((copies(&draft, 0), copies(&draft, 3)), (Vec::new(), Vec::new()));
    let typed = |draft: &Draft, row| draft.signature(row).map(|signature| signature.typed_name.clone());
    assert_eq!(
        [typed(&draft, 0), typed(&draft, 1), typed(&draft, 2)],
        [typed(&kept, 0), typed(&kept, 2), typed(&kept, 3)]
    );
    assert_eq!(typed(&draft, 3), None);
    // Only the copy of the removed representative is gone.
    assert_eq!(draft.documents.len(), kept.documents.len() - 1);
}

#[test]
fn removing_the_last_representative_leaves_an_empty_one() {
    let mut draft = sole_director();
    draft.signatures.push(SignatureDraft { by: "nobody".to_owned(), ..SignatureDraft::default() });
    draft.remove_representative(0);
    assert_eq!(draft.representatives, Draft::default().representatives);
    assert_eq!(draft.signatures.iter().map(|one| one.by.as_str()).collect::<Vec<_>>(), ["nobody"]);
}

#[test]
fn issues_are_found_by_place_and_by_rule() {
    let mut issues = Issues::default();
    issues.add(Place::row(Question::RepresentativeSurname, 1), Rule::Required);
    issues.add_with(Question::Level, Rule::LevelTooLow, "EH3");
    issues.add(Question::Level, Rule::LevelNotForRoute);
    assert_eq!(issues.at(Question::Level.into()).map(|issue| issue.rule), Some(Rule::LevelTooLow));
    assert_eq!(issues.at(Place::row(Question::RepresentativeSurname, 0)), None);
    assert!(issues.has(Place::row(Question::RepresentativeSurname, 1), Rule::Required));
    assert!(!issues.has(Place::row(Question::RepresentativeSurname, 0), Rule::Required));
    assert!(!issues.has(Question::Level, Rule::Required));
    assert!(issues.has(Question::Level, Rule::LevelNotForRoute));
    let before = issues.clone();
    issues.add_with(Question::Level, Rule::LevelTooLow, "EH3");
    issues.extend(before.clone());
    assert_eq!(issues, before, "the same issue is added once");
    assert_eq!((&issues).into_iter().count(), 3);
}
