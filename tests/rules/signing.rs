//! Consents, signatures, and the seal.

use eherkenning_wizard::domain::application::{Application, Requirements, Seal, SignedApplication};
use eherkenning_wizard::domain::draft::{Draft, SignatureDraft};
use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, DocumentKind, FormRoute, Level, SigningMethod};

use crate::case::{Case, check, findings};
use crate::common::{ID, MOMENT, facts, seal, sole_director};
use crate::starts::{BSN, add, all, at, attach, board, employee};

/// A digest, of nothing that is signed here.
const DIGEST: &str = "abababababababababababababababababababababababababababababababab";

use SigningMethod::{Pen, Qualified, Screen};

/// Changes first names and surname of the user.
fn one_name(given_names: &str, surname: &str) -> impl FnOnce(&mut Draft) + use<> {
    let (given_names, surname) = (given_names.to_owned(), surname.to_owned());
    move |draft| (draft.user.given_names, draft.user.surname) = (given_names, surname)
}

fn signed(name: &str) -> Case {
    Case::signed(name, &sole_director())
}

/// Changes the first signature.
fn first(change: impl FnOnce(&mut SignatureDraft)) -> impl FnOnce(&mut Draft) {
    move |draft| change(draft.signatures.first_mut().unwrap())
}

fn consent_cases() -> Vec<Case> {
    let (terms, privacy) = ("consents.terms", "consents.privacy");
    let at = |moment: &'static str| {
        signed(moment).but(|draft| draft.consents.terms.as_mut().unwrap().accepted_at = moment.to_owned())
    };
    let version = |version: &'static str| {
        signed(version).but(|draft| draft.consents.privacy.as_mut().unwrap().version = version.to_owned())
    };
    vec![
        signed("neither")
            .but(|draft| draft.consents = Default::default())
            .breaks(&[(terms, Rule::Required), (privacy, Rule::Required)]),
        signed("terms only").but(|draft| draft.consents.privacy = None).breaks(&[(privacy, Rule::Required)]),
        version("2025-01").breaks(&[(privacy, Rule::ConsentVersion)]),
        version("2026-01 ").breaks(&[(privacy, Rule::ConsentVersion)]),
        version("").breaks(&[(privacy, Rule::ConsentVersion), (privacy, Rule::Required)]),
        signed("the terms are renewed meanwhile")
            .offer(|offer| offer.links.terms.version = "2026-02".to_owned())
            .breaks(&[(terms, Rule::ConsentVersion)]),
        at("2026-11-23T10:15:00.123Z"),
        at("2026-11-23T10:15:00").breaks(&[(terms, Rule::TimeShape)]),
        at("yesterday").breaks(&[(terms, Rule::TimeShape)]),
        at("").breaks(&[(terms, Rule::Required)]),
    ]
}

fn seal_cases() -> Vec<Case> {
    let id = |id: &'static str| signed(id).but(|draft| draft.id = id.to_owned());
    let at = |moment: &'static str| signed(moment).but(|draft| draft.prepared_at = moment.to_owned());
    let partner = |partner: &str| {
        let partner = partner.to_owned();
        signed(&partner).but(|draft| draft.partner.clone_from(&partner))
    };
    vec![
        id("").breaks(&[("id", Rule::Required)]),
        id("1").breaks(&[("id", Rule::IdShape)]),
        id("019AB0C4-5C1E-7D52-9F0E-6F1D2C3B4A59"),
        at("").breaks(&[("prepared_at", Rule::Required)]),
        at("2026-02-29T10:15:00Z").breaks(&[("prepared_at", Rule::TimeShape)]),
        at("2026-11-23T24:00:00Z").breaks(&[("prepared_at", Rule::TimeShape)]),
        partner("kantoor-12"),
        partner(BSN).breaks(&[("partner", Rule::BsnNotAllowed)]),
        partner(&"a".repeat(100)),
        partner(&"a".repeat(101)).breaks(&[("partner", Rule::TooLong)]),
        signed("another format")
            .but(|draft| draft.format = "eherkenning-application/2".to_owned())
            .breaks(&[("format", Rule::FormatUnknown)]),
        signed("no format").but(|draft| draft.format.clear()).breaks(&[("format", Rule::FormatUnknown)]),
    ]
}

/// A finished application with this signing method.
fn by(draft: &Draft, method: Option<SigningMethod>) -> Case {
    Case::signed(&format!("{method:?}"), draft).but(|draft| {
        draft.signing.method = method;
        draft.signatures.iter_mut().for_each(|signature| signature.method = method);
    })
}

fn method_cases() -> Vec<Case> {
    let refused = [("signing.method", Rule::SigningMethodNotOffered)];
    let posted = |draft: &mut Draft| draft.signing.form = Some(FormRoute::Posted);
    let form = |draft: &mut Draft| attach(draft, DocumentKind::RegistrationForm, "organisation");
    vec![
        by(&sole_director(), Some(Screen)),
        by(&sole_director(), Some(Pen)).but(posted),
        by(&sole_director(), Some(Pen)).breaks(&[("signing.form", Rule::Required)]),
        by(&sole_director(), Some(Pen))
            .but(posted)
            .offer(|offer| offer.form_routes = vec![FormRoute::Attached])
            .breaks(&[("documents.registration_form.organisation", Rule::DocumentMissing)]),
        by(&sole_director(), Some(Pen))
            .but(posted)
            .offer(|offer| offer.form_routes = vec![FormRoute::Attached, FormRoute::Attached])
            .breaks(&[("signing.form", Rule::SigningMethodNotOffered)]),
        by(&sole_director(), Some(Qualified)).but(form).breaks(&refused),
        by(&sole_director(), None)
            .breaks(&[("signing.method", Rule::Required), ("signatures.0", Rule::SignatureMissing)]),
        by(&at(Level::Eh4), Some(Qualified)).but(form),
        by(&at(Level::Eh4), Some(Screen))
            .but(first(|signature| signature.typed_name = "Vries".to_owned()))
            .breaks(&refused),
        by(&sole_director(), Some(Screen))
            .offer(|offer| {
                offer.levels.iter_mut().for_each(|level| level.sole_applicant_signing = vec![Pen, Qualified])
            })
            .breaks(&refused),
        by(&employee(), Some(Screen))
            .offer(|offer| offer.levels.iter_mut().for_each(|level| level.signing = vec![Pen, Qualified]))
            .breaks(&refused),
        by(&employee(), Some(Screen)).offer(|offer| {
            offer.levels.iter_mut().for_each(|level| level.sole_applicant_signing = vec![Pen, Qualified])
        }),
    ]
}

fn signature_cases() -> Vec<Case> {
    let three = || Case::signed("three", &board(3, Authority::Joint));
    let unsigned = |row: usize| move |draft: &mut Draft| drop(draft.signatures.remove(row));
    let missing = [("signatures.1", Rule::SignatureMissing), ("signatures.1.typed_name", Rule::SignatureMissing)];
    let not_asked = [("representatives", Rule::SignatureNotAsked)];
    let stranger = |by: &'static str| {
        move |draft: &mut Draft| {
            let first = draft.signatures.first().cloned().unwrap();
            draft.signatures.push(SignatureDraft { by: by.to_owned(), ..first });
        }
    };
    vec![
        three(),
        three().but(|draft| draft.signatures.reverse()),
        three().but(unsigned(1)).breaks(&missing),
        signed("nobody")
            .but(unsigned(0))
            .breaks(&[("signatures.0", Rule::SignatureMissing), ("signatures.0.typed_name", Rule::SignatureMissing)]),
        signed("no such row").but(stranger("representatives.1")).breaks(&not_asked),
        signed("nobody we know").but(stranger("user")).breaks(&not_asked),
        Case::signed("somebody who need not sign", &sole_director())
            .but(|draft| add(draft, Authority::Limited))
            .breaks(&not_asked),
        signed("signed in another way")
            .but(first(|signature| signature.method = Some(Pen)))
            .breaks(&[("signatures.0", Rule::SigningMethodNotOffered)]),
        signed("no way of signing")
            .but(first(|signature| signature.method = None))
            .breaks(&[("signatures.0", Rule::SignatureMissing)]),
        signed("no moment").but(first(|signature| signature.at.clear())).breaks(&[("signatures.0", Rule::Required)]),
        signed("not a moment")
            .but(first(|signature| signature.at = "now".to_owned()))
            .breaks(&[("signatures.0", Rule::TimeShape)]),
    ]
}

fn digest_cases() -> Vec<Case> {
    let with = |digest: &str| signed(digest).but(first(|signature| signature.digest = digest.to_owned()));
    let outdated = [("signatures.0", Rule::SignatureOutdated)];
    let not_offered = [("signatures.0", Rule::SigningMethodNotOffered)];
    vec![
        with(""),
        with(" "),
        with(DIGEST),
        with(&DIGEST.to_uppercase()),
        with(&DIGEST[1..]).breaks(&outdated),
        with(&format!("{DIGEST}0")).breaks(&outdated),
        with(&DIGEST.replace('a', "g")).breaks(&outdated),
        with(DIGEST)
            .offer(|offer| offer.levels.iter_mut().for_each(|level| level.handover = false))
            .breaks(&not_offered),
        with("").offer(|offer| offer.levels.iter_mut().for_each(|level| level.handover = false)),
        Case::signed("no handover at EH4", &at(Level::Eh4))
            .but(first(|signature| signature.digest = DIGEST.to_owned()))
            .breaks(&not_offered),
    ]
}

fn name_cases() -> Vec<Case> {
    let typed = |name: &str| signed(name).but(first(|signature| signature.typed_name = name.to_owned()));
    let at = |rule| [("signatures.0.typed_name", rule)];
    let drawn = |draft: &mut Draft| {
        attach(draft, DocumentKind::SignatureDrawing, "representatives.0");
        let drawing = draft.documents.last_mut().unwrap();
        (drawing.file_name, drawing.media_type) = ("handtekening.png".to_owned(), "image/png".to_owned());
    };
    let jpeg = |draft: &mut Draft| draft.documents.last_mut().unwrap().media_type = "image/jpeg".to_owned();
    vec![
        typed("johanna de VRIÉS"),
        typed("Vries"),
        typed("J. Smit").breaks(&at(Rule::TypedNameDiffers)),
        typed("Johanna Maria").but(|draft| draft.user.surname = "-".to_owned()),
        typed("Johanna").but(|draft| draft.user.surname = ".".to_owned()),
        typed("Suparman").but(one_name("-", "Suparman")),
        typed("Sukarno").but(one_name("-", "Suparman")).breaks(&at(Rule::TypedNameDiffers)),
        typed(&format!("J.M. de {}", "a".repeat(200))).but(one_name("Johanna", &"a".repeat(200))),
        typed("Lukasz Isik-Ozturk Gobel").but(one_name("Łukasz", "Işık-Öztürk Gøbel")),
        typed("Zo\u{eb} Nguye\u{302}\u{303}n").but(one_name("Zoe\u{308}", "Nguyễn")),
        typed("Anna Smit Jansen").but(one_name("Anna", "Smit-Jansen")),
        typed("A.SmitJansen").but(one_name("Anna", "Smit-Jansen")),
        typed("Smit-Jansen").but(one_name("Anna", "Smit Jansen")),
        typed("OBrien").but(one_name("Anna", "O'Brien")),
        typed("Mhamed").but(one_name("Anna", "Mʿhamed")),
        typed("Jansen").but(one_name("Anna", "Smit-Jansen")).breaks(&at(Rule::TypedNameDiffers)),
        typed("Annabel").but(one_name("Johanna", "Bel")).breaks(&at(Rule::TypedNameDiffers)),
        typed("").breaks(&at(Rule::SignatureMissing)),
        typed("  ").breaks(&at(Rule::SignatureMissing)),
        typed("Vries 111222333").breaks(&[at(Rule::BsnNotAllowed), at(Rule::TypedNameDiffers)].concat()),
        typed("Vries!").breaks(&[at(Rule::NameCharacters), at(Rule::TypedNameDiffers)].concat()),
        typed("").but(drawn),
        typed("").but(drawn).but(jpeg).breaks(&[("documents.signature_drawing.representatives.0", Rule::DocumentType)]),
        typed("J. Smit").but(drawn).breaks(&at(Rule::TypedNameDiffers)),
        by(&sole_director(), Some(Pen))
            .but(|draft| draft.signing.form = Some(FormRoute::Posted))
            .but(first(|signature| signature.typed_name = BSN.to_owned())),
    ]
}

pub fn cases() -> Vec<Case> {
    [consent_cases(), seal_cases(), method_cases(), signature_cases(), digest_cases(), name_cases()].concat()
}

#[test]
fn consent_must_be_to_the_current_version() {
    check(consent_cases());
}

#[test]
fn a_finished_application_has_an_id_and_a_time() {
    check(seal_cases());
    assert_eq!(seal(&sole_director()).id(), ID);
}

#[test]
fn the_signing_method_must_be_offered_at_the_level() {
    check(method_cases());
}

#[test]
fn exactly_the_signatories_sign() {
    check(signature_cases());
}

#[test]
fn a_digest_is_one_and_is_only_accepted_after_a_handover() {
    check(digest_cases());
}

#[test]
fn a_typed_name_is_the_name_of_the_signatory() {
    check(name_cases());
}

#[test]
fn sealing_adds_id_time_price_and_signatures() {
    for (name, draft) in all() {
        let seal = Seal { id: ID.to_owned(), at: MOMENT.to_owned() };
        let sealed = Draft::from(&SignedApplication::seal(&draft, &facts(), &seal).unwrap());
        assert_eq!((sealed.id.as_str(), sealed.prepared_at.as_str()), (ID, MOMENT), "{name}");
        assert!(sealed.contract.price.is_some(), "{name}");
        assert!(sealed.signatures.iter().all(|one| one.at == MOMENT && one.method.is_some()), "{name}");
    }
}

#[test]
fn sealing_keeps_a_signature_with_a_digest() {
    let mut draft = board(3, Authority::Joint);
    draft.representatives[2].signs = Some(false);
    for (signature, method) in draft.signatures.iter_mut().zip([Some(Pen), None, Some(Screen)]) {
        signature.method = method;
        signature.at = "2026-11-20T08:00:00Z".to_owned();
        signature.digest = DIGEST.to_owned();
    }
    draft.signatures[1].digest.clear();
    let seal = Seal { id: ID.to_owned(), at: MOMENT.to_owned() };
    let issues = SignedApplication::seal(&draft, &facts(), &seal).unwrap_err();
    assert_eq!(findings(&issues), [("signatures.0".to_owned(), Rule::SigningMethodNotOffered)]);

    draft.signatures[0].method = Some(Screen);
    let sealed = Draft::from(&SignedApplication::seal(&draft, &facts(), &seal).unwrap());
    let signatures: Vec<_> = sealed.signatures.iter().map(|one| (one.at.as_str(), one.digest.as_str())).collect();
    assert_eq!(signatures, [("2026-11-20T08:00:00Z", DIGEST), (MOMENT, "")]);
    assert_eq!(sealed.signatures[1].method, Some(Screen));
}

#[test]
fn only_a_signature_with_another_digest_is_outdated() {
    let mut draft = board(2, Authority::Joint);
    let outdated = |draft: &Draft, digest: &str| {
        findings(&SignedApplication::outdated(draft, &Requirements::of(draft, &facts()), digest))
    };
    assert_eq!(outdated(&draft, DIGEST), []);
    draft.signatures[1].digest = DIGEST.to_uppercase();
    assert_eq!(outdated(&draft, DIGEST), []);
    let expected = [("signatures.1".to_owned(), Rule::SignatureOutdated)];
    assert_eq!(outdated(&draft, &DIGEST.replace('b', "c")), expected);
    draft.signatures[1].digest = "ab".to_owned();
    assert_eq!(outdated(&draft, DIGEST), expected);
    draft.representatives[0].authority = Some(Authority::Sole);
    assert_eq!(outdated(&draft, DIGEST), []);
}

#[test]
fn what_is_signed_needs_every_answer_and_no_consent_or_signature() {
    for (name, mut draft) in all() {
        let signed = Application::what_is_signed(&draft, &facts());
        draft.consents = Default::default();
        draft.signatures.clear();
        draft.partner = "kantoor-12".to_owned();
        draft.language = None;
        assert_eq!(Application::what_is_signed(&draft, &facts()), signed, "{name}");
        draft.user.surname.clear();
        let issues = Application::what_is_signed(&draft, &facts()).unwrap_err();
        assert!(issues.has(Question::Surname, Rule::Required), "{name}");
    }
}

#[test]
fn problems_are_only_those_that_the_applicant_can_fix() {
    for (name, draft) in all() {
        assert!(SignedApplication::problems(&draft, &facts()).is_empty(), "{name}");
    }
    let mut draft = sole_director();
    draft.consents = Default::default();
    draft.signatures.clear();
    let expected = [
        ("consents.privacy", Rule::Required),
        ("consents.terms", Rule::Required),
        ("signatures.0.typed_name", Rule::SignatureMissing),
    ];
    let found = findings(&SignedApplication::problems(&draft, &facts()));
    assert_eq!(found, expected.map(|(path, rule)| (path.to_owned(), rule)));
}
