//! The user, the representatives and the proof of their authority.

use eherkenning_wizard::domain::draft::{DateDraft, Draft, RepresentativeDraft};
use eherkenning_wizard::domain::offer::OfferTerms;
use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, Capacity, ExtractSource, IdentityDocumentKind, LegalForm, Level};

use crate::case::{Case, check};
use crate::common::sole_director;
use crate::starts::{BSN, add, at, board, employee, raise, with_extract};

/// The sole director with this date.
fn dated(question: Question, date: &str, rule: Option<Rule>) -> Case {
    let start = if question == Question::ExtractIssuedOn { with_extract(date) } else { sole_director() };
    let case = Case::new(date, start).but(|draft| *draft.date_mut(question).unwrap() = DateDraft::from(date));
    match rule {
        Some(rule) => case.breaks(&[(question.code(), rule)]),
        None => case,
    }
}

/// Changes the second representative.
fn second(change: impl FnOnce(&mut RepresentativeDraft)) -> impl FnOnce(&mut Draft) {
    move |draft| change(draft.representatives.get_mut(1).unwrap())
}

fn user_cases() -> Vec<Case> {
    let user = |path: &str, text: &str, rule| Case::typed(sole_director(), path, text, rule);
    vec![
        Case::new("somebody else applies", sole_director())
            .but(|draft| draft.user.is_applicant = Some(false))
            .breaks(&[("user.is_applicant", Rule::UserMustApply)]),
        Case::new("who applies?", sole_director())
            .but(|draft| draft.user.is_applicant = None)
            .breaks(&[("user.is_applicant", Rule::Required)]),
        Case::new("an employee?", employee())
            .but(|draft| draft.user.employed = None)
            .breaks(&[("user.employed", Rule::Required)]),
        Case::new("a director works for the organisation", sole_director()).but(|draft| draft.user.employed = None),
        Case::new("a proxy holder?", sole_director())
            .but(|draft| draft.user.employed = None)
            .but(|draft| draft.representatives.first_mut().unwrap().capacity = Some(Capacity::ProxyHolder))
            .breaks(&[("user.employed", Rule::Required)]),
        user("user.given_names", "", Some(Rule::Required)),
        user("user.given_names", BSN, Some(Rule::BsnNotAllowed)),
        user("user.given_names", "Jan2", Some(Rule::NameCharacters)),
        user("user.prefix", "", None),
        user("user.prefix", "von und zu", None),
        user("user.prefix", "-", None),
        user("user.prefix", "v/d", Some(Rule::NameCharacters)),
        user("user.given_names", "Johanna, Maria", None),
        user("user.prefix", "2", Some(Rule::NameCharacters)),
        user("user.prefix", &"a".repeat(21), Some(Rule::TooLong)),
        user("user.surname", "", Some(Rule::Required)),
        user("user.surname", &"a".repeat(200), None),
        user("user.surname", &"a".repeat(201), Some(Rule::TooLong)),
        user("user.surname", "-", None),
        user("user.surname", ".", None),
        user("user.surname", "Vries e/v Bakker", Some(Rule::NamePartner)),
        user("user.given_names", "-", None),
        user("user.given_names", "Johanna\nMaria", Some(Rule::LineBreak)),
        Case::new("a dash for both names", sole_director())
            .but(|draft| draft.user.given_names = "-".to_owned())
            .but(|draft| draft.user.surname = "-".to_owned())
            .breaks(&[("user.surname", Rule::NameCharacters)]),
        user("user.birth_place", "Gro\nningen", Some(Rule::LineBreak)),
        user("user.birth_place", "", Some(Rule::Required)),
        user("user.birth_place", BSN, Some(Rule::BsnNotAllowed)),
        user("user.birth_place", &"a".repeat(81), Some(Rule::TooLong)),
        Case::typed(at(Level::Eh2Plus), "user.birth_place", "", None),
        user("user.email", "johanna@voorbeeld", Some(Rule::EmailShape)),
        user("user.email", "johanna@voorbeeld,nl", Some(Rule::EmailComma)),
        user("user.email", "jo hanna@voorbeeld.nl", Some(Rule::EmailCharacters)),
        user("user.email", "johanna@voorbeeld.nl. ", None),
        user("user.email", "", Some(Rule::Required)),
        user("user.mobile", "06 12345678", None),
        user("user.mobile", "061234567", Some(Rule::MobileShape)),
        user("user.mobile", "0501234567", Some(Rule::MobileLandline)),
        user("user.mobile", "097012345678", Some(Rule::MobileMachine)),
        user("user.mobile", "+32470123456", Some(Rule::MobileForeign)),
        user("user.mobile", "+32470123456", None).offer(|offer| offer.foreign_mobile = true),
        user("user.mobile", "0470123456", Some(Rule::MobileCountry)).offer(|offer| offer.foreign_mobile = true),
    ]
}

fn birth_cases() -> Vec<Case> {
    let born = |date, rule| dated(Question::BirthDate, date, rule);
    vec![
        born("2008-11-23", None),
        born("2008-11-24", Some(Rule::UserTooYoung)),
        born("1905-11-24", None),
        born("1905-11-23", Some(Rule::BirthDateTooLongAgo)),
        born("2026-11-23", Some(Rule::UserTooYoung)),
        born("2026-11-24", Some(Rule::BirthDateInFuture)),
        born("1984-02-29", None),
        born("1985-02-29", Some(Rule::DateImpossible)),
        born("1985-00-12", Some(Rule::DateIncomplete)),
        born("1985-00-00", None),
        born("1985-02-00", None),
        born("28 februari 1985", None),
        born("2008-00-00", Some(Rule::UserTooYoung)),
        born("2007-00-00", None),
        born("2009-03-01", None).offer(|offer| offer.min_age_representative = 17),
        born("2009-11-24", Some(Rule::UserTooYoung)).offer(|offer| offer.min_age_representative = 17),
        born("2009-03-01", Some(Rule::UserTooYoung)).offer(|offer| offer.min_age_employee = 17),
        Case::new("an employee of 17", employee())
            .but(|draft| draft.user.birth_date = DateDraft::from("2009-03-01"))
            .breaks(&[("user.birth_date", Rule::UserTooYoung)]),
        Case::new("an employee of 17 where that is enough", employee())
            .but(|draft| draft.user.birth_date = DateDraft::from("2009-03-01"))
            .offer(|offer| offer.min_age_employee = 17),
        born("85-02-12", Some(Rule::DateYearShort)),
        born("", Some(Rule::Required)),
    ]
}

fn identity_cases() -> Vec<Case> {
    let valid_to = |date, rule| dated(Question::IdentityDocumentExpiresOn, date, rule);
    let number = |kind, text: &str, rule| {
        let mut draft = at(Level::Eh4);
        draft.user.identity_document.kind = Some(kind);
        let one_side = |offer: &mut OfferTerms| offer.identity_documents.both_sides.clear();
        Case::typed(draft, "user.identity_document.number", text, rule).offer(one_side)
    };
    let identity = |path: &str, text: &str, rule| Case::typed(sole_director(), path, text, rule);
    use IdentityDocumentKind::{DrivingLicence, IdentityCard, Passport, ResidencePermit};
    vec![
        valid_to("2026-12-23", None),
        valid_to("2026-12-22", Some(Rule::IdentityDocumentExpiresSoon)),
        valid_to("2026-11-23", Some(Rule::IdentityDocumentExpiresSoon)),
        valid_to("2026-11-22", Some(Rule::IdentityDocumentExpired)),
        valid_to("", Some(Rule::Required)),
        valid_to("9999-01-01", None),
        valid_to("9999-12-31", None),
        valid_to("2201-01-01", Some(Rule::DateImpossible)),
        valid_to("2031-05-00", Some(Rule::DateIncomplete)),
        valid_to("2026-11-23", None).offer(|offer| offer.identity_documents.valid_months = 0),
        identity("user.identity_document.country", "BE", None),
        identity("user.identity_document.country", "", Some(Rule::Required)),
        identity("user.identity_document.country", "UK", Some(Rule::CountryUnknown)),
        identity("user.identity_document.country", "XK", None),
        identity("user.identity_document.country", "DE", Some(Rule::IdentityDocumentNotAccepted))
            .offer(|offer| offer.identity_documents.dutch_only = vec![Passport]),
        identity("user.identity_document.country", "NL", None)
            .offer(|offer| offer.identity_documents.dutch_only = vec![Passport]),
        identity("user.identity_document.country", "DE", None)
            .offer(|offer| offer.identity_documents.dutch_only = vec![DrivingLicence]),
        identity("user.identity_document.number", "nonsense!", None),
        number(Passport, "", Some(Rule::Required)),
        number(Passport, "XR1001R58", None),
        number(IdentityCard, "XR1001R5", Some(Rule::TravelDocumentNumberShape)),
        number(Passport, BSN, Some(Rule::BsnNotAllowed)),
        number(DrivingLicence, "1234567890", None),
        number(DrivingLicence, BSN, Some(Rule::BsnNotAllowed)),
        number(DrivingLicence, "12345678901", Some(Rule::DrivingLicenceNumberShape)),
        number(ResidencePermit, "abc", Some(Rule::DocumentNumberShape)),
        number(Passport, BSN, None).but(|draft| draft.user.identity_document.country = "BE".to_owned()),
        Case::new("no kind", sole_director())
            .but(|draft| draft.user.identity_document.kind = None)
            .breaks(&[("user.identity_document.kind", Rule::Required)]),
        Case::new("a kind that is not accepted", sole_director())
            .offer(|offer| offer.identity_documents.kinds = vec![IdentityCard])
            .breaks(&[("user.identity_document.kind", Rule::IdentityDocumentNotAccepted)]),
        Case::new("no identity document is asked", sole_director())
            .but(|draft| draft.user.identity_document = Default::default())
            .offer(|offer| offer.levels.iter_mut().for_each(|level| level.identity_document = false)),
    ]
}

fn representative_cases() -> Vec<Case> {
    let typed = |path: &str, text: &str, rule| Case::typed(employee(), path, text, rule);
    let unanswered = RepresentativeDraft::default();
    vec![
        typed("representatives.0.given_names", BSN, Some(Rule::BsnNotAllowed)),
        typed("representatives.0.prefix", BSN, Some(Rule::BsnNotAllowed)),
        typed("representatives.0.surname", "", Some(Rule::Required)),
        typed("representatives.0.email", "jan", Some(Rule::EmailShape)),
        typed("representatives.0.mobile", "", Some(Rule::Required)),
        typed("representatives.0.email", "", None)
            .offer(|offer| offer.levels.iter_mut().for_each(|level| level.representative_contact = false))
            .but(|draft| draft.representatives.first_mut().unwrap().mobile.clear()),
        Case::new("nobody", sole_director())
            .but(|draft| draft.representatives.clear())
            .but(|draft| draft.documents.clear())
            .breaks(&[("authorisations_manager", Rule::Required), ("representatives", Rule::Required)]),
        Case::new("the first is not answered", sole_director())
            .but(|draft| draft.representatives = vec![unanswered])
            .breaks(&[
                ("authorisations_manager", Rule::Required),
                ("representatives.0.authority", Rule::Required),
                ("representatives.0.capacity", Rule::Required),
                ("representatives.0.is_user", Rule::Required),
            ]),
        Case::new("ten", board(10, Authority::Joint)),
        Case::new("eleven", board(11, Authority::Joint)).breaks(&[("representatives", Rule::TooManyRepresentatives)]),
        Case::new("an owner is solely authorised", sole_director()).but(|draft| {
            draft.organisation.legal_form = Some(LegalForm::SoleProprietorship);
            draft.representatives.first_mut().unwrap().capacity = Some(Capacity::Owner);
        }),
        Case::new("an owner is not asked for the authority", sole_director()).but(|draft| {
            draft.organisation.legal_form = Some(LegalForm::SoleProprietorship);
            let owner = draft.representatives.first_mut().unwrap();
            (owner.capacity, owner.authority) = (Some(Capacity::Owner), None);
        }),
        Case::new("a director is", sole_director())
            .but(|draft| draft.representatives.first_mut().unwrap().authority = None)
            .breaks(&[("authorisations_manager", Rule::Required), ("representatives.0.authority", Rule::Required)]),
        Case::new("an owner with joint authority", board(2, Authority::Joint))
            .but(second(|one| one.capacity = Some(Capacity::Owner)))
            .but(|draft| draft.organisation.legal_form = Some(LegalForm::Other))
            .breaks(&[("representatives.1.authority", Rule::OwnerIsSole)]),
    ]
}

fn twice_cases() -> Vec<Case> {
    let three = || board(3, Authority::Joint);
    let as_user = |draft: &mut Draft| {
        let (given, prefix, surname) = ("JOHANNA MARIA", "De", "Vriés");
        let one = draft.representatives.get_mut(1).unwrap();
        (one.given_names, one.prefix, one.surname) = (given.to_owned(), prefix.to_owned(), surname.to_owned());
    };
    let as_second = |draft: &mut Draft| {
        let surname = draft.representatives.get(1).unwrap().surname.clone();
        draft.representatives.get_mut(2).unwrap().surname = surname;
    };
    let email = "Johanna@Bakkerij-DeVries.example";
    vec![
        Case::new("named as the user", three())
            .but(as_user)
            .breaks(&[("representatives.1.surname", Rule::RepresentativeIsUser)]),
        Case::new("named as another", three())
            .but(as_second)
            .breaks(&[("representatives.2.surname", Rule::RepresentativeTwice)]),
        Case::new("another with the name of the user", three())
            .but(as_user)
            .but(second(|one| one.is_namesake = Some(true))),
        Case::new("not another than the user", three())
            .but(as_user)
            .but(second(|one| one.is_namesake = Some(false)))
            .breaks(&[("representatives.1.surname", Rule::RepresentativeIsUser)]),
        Case::new("another with the name of another", three())
            .but(as_second)
            .but(|draft| draft.representatives.get_mut(2).unwrap().is_namesake = Some(true)),
        Case::new("another with the name and the e-mail of the user", three())
            .but(as_user)
            .but(second(|one| one.is_namesake = Some(true)))
            .but(second(|one| one.email = email.to_owned()))
            .breaks(&[("representatives.1.email", Rule::EmailShared)]),
        Case::new("two users", three())
            .but(second(|one| one.is_user = Some(true)))
            .breaks(&[("representatives", Rule::UserTwice)]),
        Case::new("e-mail of the user", three())
            .but(second(|one| one.email = email.to_owned()))
            .breaks(&[("representatives.1.email", Rule::EmailShared)]),
        Case::new("mobile of the user", three())
            .but(second(|one| one.mobile = "06-12345678".to_owned()))
            .breaks(&[("representatives.1.mobile", Rule::MobileShared)]),
        Case::new("e-mail and mobile of each other", three())
            .but(|draft| {
                let second = draft.representatives.get(1).cloned().unwrap();
                let third = draft.representatives.get_mut(2).unwrap();
                (third.email, third.mobile) = (second.email, second.mobile);
            })
            .breaks(&[
                ("representatives.2.email", Rule::EmailShared),
                ("representatives.2.mobile", Rule::MobileShared),
            ]),
        Case::new("e-mail of the user, of who need not sign", sole_director())
            .but(|draft| add(draft, Authority::Joint))
            .but(second(|one| one.email = email.to_owned())),
    ]
}

fn proof_cases() -> Vec<Case> {
    let issued = |date, rule| dated(Question::ExtractIssuedOn, date, rule);
    let source = |source| move |draft: &mut Draft| draft.authority_proof.extract = source;
    vec![
        issued("2026-11-23", None),
        issued("2026-11-24", Some(Rule::ExtractInFuture)),
        issued("2026-11-09", None),
        issued("2026-11-08", Some(Rule::ExtractTooOld)),
        issued("2026-11-31", Some(Rule::DateImpossible)),
        issued("", Some(Rule::Required)),
        issued("2026-11-08", None).but(source(Some(ExtractSource::Fetched))),
        Case::new("fetched or attached?", sole_director())
            .but(source(None))
            .breaks(&[("authority_proof.extract", Rule::Required)]),
        Case::new("can only be attached", with_extract("2026-11-23"))
            .but(source(Some(ExtractSource::Fetched)))
            .offer(|offer| offer.extract.fetched = None),
        Case::signed("the supplier no longer fetches it", &with_extract("2026-11-23"))
            .but(source(Some(ExtractSource::Fetched)))
            .offer(|offer| offer.extract.fetched = None)
            .breaks(&[("authority_proof.extract", Rule::ExtractSourceNotOffered)]),
        Case::signed("attached where it could be fetched", &with_extract("2026-11-23")),
        Case::new("through a company?", sole_director())
            .but(|draft| draft.authority_proof.represented_by_company = None)
            .breaks(&[("authority_proof.represented_by_company", Rule::Required)]),
        Case::new("do fewer suffice?", board(2, Authority::Joint))
            .but(|draft| draft.authority_proof.fewer_suffice = None)
            .breaks(&[("authority_proof.fewer_suffice", Rule::Required)]),
        Case::new("fewer cannot suffice here", board(2, Authority::Joint))
            .but(|draft| draft.authority_proof.fewer_suffice = None)
            .offer(|offer| offer.articles_prove_fewer = false),
        Case::new("manager?", employee())
            .but(|draft| draft.authorisations_manager = None)
            .breaks(&[("authorisations_manager", Rule::Required)]),
        Case::new("an employee at EH4", employee())
            .but(raise)
            .breaks(&[("documents.user_id_copy.user", Rule::DocumentMissing)]),
    ]
}

pub fn cases() -> Vec<Case> {
    [user_cases(), birth_cases(), identity_cases(), representative_cases(), twice_cases(), proof_cases()].concat()
}

#[test]
fn the_user_applies_in_person() {
    check(user_cases());
}

#[test]
fn the_user_is_of_age() {
    check(birth_cases());
}

#[test]
fn an_identity_document_is_valid_for_another_month() {
    check(identity_cases());
}

#[test]
fn representatives_have_name_capacity_and_authority() {
    check(representative_cases());
}

#[test]
fn nobody_is_listed_twice() {
    check(twice_cases());
}

#[test]
fn an_extract_is_two_weeks_old_at_most() {
    check(proof_cases());
}
