//! An application that goes from device to device: signatures that state what was signed, and opened files.

use any_spawner::Executor;
use eherkenning_wizard::domain::application::Application;
use eherkenning_wizard::domain::draft::{DocumentDraft, Draft, RepresentativeDraft, SignatureDraft};
use eherkenning_wizard::domain::handover::{Act, Fault, Handover, Note, Opened, Party};
use eherkenning_wizard::domain::journey::{Destination, Screen};
use eherkenning_wizard::domain::rules::{Place, Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, Capacity, DocumentKind, SigningMethod, Uuid, hexadecimal};
use eherkenning_wizard::domain::submission::State;
use eherkenning_wizard::web::wizard::{Told, Unsealed, Wizard};
use sha2::{Digest, Sha256};

use super::{Made, common, received, with_wizard};

const NUMBER: &str = "019ab0c4-5c1e-7d52-9f0e-6f1d2c3b4a59";

/// The sole director and a second one, who must sign as well.
fn joint() -> Draft {
    let mut draft = common::sole_director();
    draft.signing.method = Some(SigningMethod::Screen);
    draft.authority_proof.fewer_suffice = Some(false);
    for representative in &mut draft.representatives {
        representative.authority = Some(Authority::Joint);
    }
    draft.representatives.push(RepresentativeDraft {
        is_user: Some(false),
        given_names: "Fatima".to_owned(),
        surname: "El Amrani".to_owned(),
        capacity: Some(Capacity::Director),
        authority: Some(Authority::Joint),
        email: "fatima@bakkerij.example".to_owned(),
        mobile: "+31 6 34567890".to_owned(),
        ..RepresentativeDraft::default()
    });
    draft.authorisations_manager = Some(true);
    let copy = common::document(DocumentKind::RepresentativeIdCopy, "representatives.1", "fatima.jpg");
    draft.documents.push(DocumentDraft { shielded: true, ..copy });
    draft.signatures = vec![];
    draft.representatives.iter_mut().for_each(|one| one.signs = None);
    draft
}

fn typed(row: usize) -> Place {
    Place::row(Question::TypedName, row)
}

fn sign(wizard: Wizard, row: usize, name: &str) {
    wizard.show(Screen::Sign);
    wizard.give(typed(row), name);
    wizard.sign(|wizard| wizard.step_aside(Screen::HandOver));
    Executor::poll_local();
}

fn digest_of(wizard: Wizard) -> String {
    let signed = wizard.with_draft(|draft| wizard.with_facts(|facts| Application::what_is_signed(draft, facts)));
    hexadecimal(&Sha256::digest(signed.unwrap()))
}

/// What a file of this draft says, handed to one of the people.
fn unsealed(draft: Draft, signer: Option<Party>) -> Unsealed {
    let mut handover = Handover::new("Voorbeeld eHerkenning", Uuid::parse(NUMBER).unwrap(), draft);
    handover.signer = signer;
    handover.note = Note::parse("Klopt het adres?").ok();
    handover.screen = Some(Screen::Payment);
    Unsealed { opened: Opened { handover, warning: None }, files: Vec::new() }
}

/// A director who has opened a file of this draft to sign.
fn signatory(draft: Draft, story: impl FnOnce(Wizard, &Made)) {
    with_wizard(Draft::default(), |wizard, host| {
        let second = Party::Representative(1);
        wizard.take_in(unsealed(draft, Some(second)), second);
        Executor::poll_local();
        story(wizard, host);
    });
}

#[test]
fn a_signature_that_is_handed_on_states_when_and_what_was_signed() {
    with_wizard(joint(), |wizard, _| {
        sign(wizard, 0, "J.M. de Vries");
        let signature = wizard.with_draft(|draft| draft.signature(0).cloned()).unwrap();
        assert_eq!(signature.digest, digest_of(wizard));
        assert_eq!((signature.at.as_str(), signature.method), (common::MOMENT, Some(SigningMethod::Screen)));
        assert_eq!(wizard.unsigned(), [1]);
        assert_eq!(wizard.screen(), Screen::HandOver);
        assert_eq!(wizard.receivers(), [Party::Representative(1)]);
        let deeds = wizard.handed().history.into_iter().map(|deed| (deed.by, deed.did)).collect::<Vec<_>>();
        assert_eq!(deeds, [(Party::User, Act::Began), (Party::Representative(0), Act::Signed)]);
    });
}

#[test]
fn signatures_fall_when_an_answer_changes_and_that_is_told() {
    type Change = fn(Wizard);
    let changes: [(&str, bool, Change); 6] = [
        ("another answer", true, |wizard| wizard.give(Question::Email.into(), "other@bakkerij.example")),
        ("a removed document", true, |wizard| wizard.change(|draft| draft.documents.clear())),
        ("a removed representative", true, |wizard| wizard.remove_representative(1)),
        ("the language", false, |wizard| wizard.set_language(eherkenning_wizard::domain::scheme::Lang::En)),
        ("a consent", false, |wizard| wizard.give(Question::ConsentTerms.into(), "")),
        ("the signature of another", false, |wizard| wizard.give(typed(1), "F. El Amrani")),
    ];
    for (what, falls, change) in changes {
        with_wizard(joint(), |wizard, _| {
            sign(wizard, 0, "J.M. de Vries");
            change(wizard);
            assert_eq!(wizard.signed_at(0).is_none(), falls, "{what}");
            assert_eq!(wizard.told() == Some(Told::SignaturesFell), falls, "{what}");
        });
    }
}

#[test]
fn what_is_typed_again_as_it_was_leaves_the_signatures() {
    with_wizard(joint(), |wizard, _| {
        sign(wizard, 0, "J.M. de Vries");
        let email = wizard.answer(Question::Email.into());
        wizard.give(Question::Email.into(), &email);
        assert!(wizard.signed_at(0).is_some());
    });
}

#[test]
fn everything_but_the_signatures_of_others_is_needed_before_it_is_handed_over() {
    with_wizard(joint(), |wizard, _| {
        wizard.show(Screen::Sign);
        assert!(wizard.reveal_unready(), "the user has to sign as well");
        assert_eq!(
            wizard.issues_here().iter().map(|issue| (issue.place, issue.rule)).collect::<Vec<_>>(),
            [(typed(0), Rule::SignatureMissing)]
        );
        wizard.give(typed(0), "J.M. de Vries");
        assert!(!wizard.reveal_unready());
        wizard.give(Question::ConsentTerms.into(), "");
        assert!(wizard.reveal_unready());
    });
}

#[test]
fn a_supplier_that_does_not_allow_it_gets_no_signatures_of_other_devices() {
    with_wizard(joint(), |wizard, _| {
        assert!(wizard.may_hand_over());
        wizard.give(Question::SigningMethod.into(), "pen");
        assert!(!wizard.may_hand_over());
        assert!(wizard.receivers().is_empty());
    });
}

#[test]
fn a_signatory_reads_signs_and_sends_what_others_have_signed() {
    let draft = {
        let mut draft = joint();
        with_wizard(draft.clone(), |wizard, _| {
            sign(wizard, 0, "J.M. de Vries");
            draft = wizard.with_draft(Clone::clone);
        });
        draft
    };
    signatory(draft, |wizard, host| {
        assert_eq!((wizard.screen(), wizard.signatory()), (Screen::Check, Some(1)));
        assert_eq!(wizard.number(), NUMBER);
        assert_eq!(wizard.handed().note, "Klopt het adres?");
        assert!(!wizard.go_to(Destination::Screen(Screen::Services)), "nothing can be changed");
        assert!(wizard.go_to(Destination::Screen(Screen::Sign)));
        wizard.give(typed(1), "F. El Amrani");
        host.replies.borrow_mut().push_back(received());
        wizard.send();
        Executor::poll_local();
        assert!(matches!(wizard.sending().state, State::Received { .. }), "{:?}", wizard.sending());
        let sent = host.sent.borrow().first().unwrap().application.clone();
        let sent: Draft = serde_json::from_str(&sent).unwrap();
        assert_eq!(sent.id, NUMBER);
        let digests = sent.signatures.iter().map(|signature| signature.digest.is_empty()).collect::<Vec<_>>();
        assert_eq!(digests, [false, true], "the last one signs at the moment of sending");
    });
}

#[test]
fn a_signature_of_other_answers_in_a_file_is_removed_before_anybody_signs_or_sends() {
    let mut draft = joint();
    draft.signatures.push(SignatureDraft {
        by: SignatureDraft::by(0),
        method: Some(SigningMethod::Screen),
        at: common::MOMENT.to_owned(),
        typed_name: "J.M. de Vries".to_owned(),
        digest: "0".repeat(64),
    });
    signatory(draft.clone(), |wizard, _| {
        sign(wizard, 1, "F. El Amrani");
        assert_eq!(wizard.told(), Some(Told::SignaturesFell));
        assert_eq!((wizard.unsigned(), wizard.screen()), (vec![0], Screen::Sign));
    });
    signatory(draft, |wizard, host| {
        wizard.give(typed(1), "F. El Amrani");
        wizard.send();
        Executor::poll_local();
        assert_eq!(wizard.told(), Some(Told::SignaturesFell));
        assert!(host.sent.borrow().is_empty());
    });
}

#[test]
fn a_file_that_has_ended_is_begun_anew_without_consents_and_signatures() {
    with_wizard(Draft::default(), |wizard, _| {
        let mut unsealed = unsealed(common::sole_director(), None);
        unsealed.opened.warning = Some(Fault::Ended);
        wizard.take_in(unsealed, Party::User);
        assert_eq!(wizard.told(), Some(Told::Ended));
        assert_ne!(wizard.number(), NUMBER);
        wizard.with_draft(|draft| {
            assert!(draft.signatures.is_empty() && draft.consents.terms.is_none() && draft.consents.privacy.is_none());
            assert_eq!(draft.user.surname, common::sole_director().user.surname);
        });
    });
}

#[test]
fn a_file_that_was_saved_goes_on_where_it_was() {
    with_wizard(Draft::default(), |wizard, _| {
        assert!(!wizard.has_answers());
        wizard.take_in(unsealed(common::sole_director(), None), Party::User);
        assert_eq!((wizard.screen(), wizard.signatory()), (Screen::Payment, None));
        assert!(wizard.has_answers());
    });
}

#[test]
fn a_reload_finds_a_signatory_where_they_were() {
    signatory(joint(), |wizard, host| {
        wizard.step_aside(Screen::HandOver);
        wizard.save();
        Executor::poll_local();
        let saved = host.kept.borrow().clone().unwrap();
        with_wizard(Draft::default(), |again, _| {
            again.resume(eherkenning_wizard::web::wizard::SavedDraft::read(&saved).unwrap());
            assert_eq!((again.screen(), again.signatory()), (Screen::Check, Some(1)));
            assert_eq!(again.handed().note, "Klopt het adres?");
        });
    });
}

#[test]
fn nothing_is_opened_over_an_application_that_may_have_arrived() {
    super::sending(vec![eherkenning_wizard::domain::submission::Reply::Nothing], |wizard, _| {
        assert!(!wizard.may_open());
    });
}

#[test]
fn a_signatory_is_led_to_no_question_and_the_page_fills_in_nothing() {
    signatory(joint(), |wizard, _| {
        wizard.show(Screen::Services);
        assert_eq!(wizard.screen(), Screen::Check);
        wizard.change_at(Question::Email.into());
        assert_eq!(wizard.screen(), Screen::Check);
        assert!(!wizard.prefill(r#"{"user":{"prefix":"van"}}"#));
    });
}

#[test]
fn nobody_gets_it_to_sign_before_whoever_has_it_has_signed_and_agreed() {
    with_wizard(joint(), |wizard, _| {
        wizard.give(typed(0), "J.M. de Vries");
        wizard.show(Screen::Check);
        assert!(wizard.receivers().is_empty(), "typed, but not signed yet");
        sign(wizard, 0, "J.M. de Vries");
        assert_eq!(wizard.receivers(), [Party::Representative(1)]);
        wizard.give(Question::ConsentPrivacy.into(), "");
        assert!(wizard.receivers().is_empty(), "a signatory is not asked for consents");
    });
}

#[test]
fn missing_consents_are_told_to_a_signatory_where_they_read() {
    let mut draft = joint();
    draft.consents.terms = None;
    signatory(draft, |wizard, _| {
        let problems: Vec<_> = wizard.problems().into_iter().map(|issue| (issue.place, issue.rule)).collect();
        assert_eq!(problems, [(Question::ConsentTerms.into(), Rule::Required)]);
    });
}

#[test]
fn signatures_of_nobody_and_second_ones_fall_too() {
    let mut draft = joint();
    for row in [0, 0, 99] {
        let digest = "0".repeat(64);
        draft.signatures.push(SignatureDraft { by: SignatureDraft::by(row), digest, ..SignatureDraft::default() });
    }
    signatory(draft, |wizard, _| {
        sign(wizard, 1, "F. El Amrani");
        assert!(wizard.with_draft(|draft| draft.signatures.iter().all(|one| one.digest.is_empty())));
        sign(wizard, 1, "F. El Amrani");
        assert_eq!(wizard.screen(), Screen::HandOver);
    });
}

#[test]
fn a_file_leads_to_no_screen_that_is_not_a_question() {
    for screen in [Screen::Sent, Screen::Welcome, Screen::Open, Screen::HandOver] {
        with_wizard(Draft::default(), |wizard, _| {
            let mut unsealed = unsealed(common::sole_director(), None);
            unsealed.opened.handover.screen = Some(screen);
            wizard.take_in(unsealed, Party::User);
            assert_eq!(wizard.screen(), Screen::Check, "{screen:?}");
        });
    }
}
