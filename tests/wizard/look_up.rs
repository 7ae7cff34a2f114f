//! The applicant asks for the organisation by its number.

use any_spawner::Executor;
use eherkenning_wizard::domain::draft::{AddressDraft, Draft, IdentifierDraft, OrganisationDraft};
use eherkenning_wizard::domain::journey::Screen;
use eherkenning_wizard::domain::lookup::{Branch, Registration};
use eherkenning_wizard::domain::rules::Question;
use eherkenning_wizard::domain::scheme::{IdentifierKind, LegalForm};
use eherkenning_wizard::domain::texts::Phrase;
use eherkenning_wizard::web::wizard::{LookUp, LookUpError, Wizard};
use leptos::prelude::*;

use super::{Made, common, with_wizard};

fn registration(number: &str) -> Registration {
    Registration {
        organisation: OrganisationDraft {
            identifier: IdentifierDraft { kind: Some(IdentifierKind::Kvk), number: number.to_owned() },
            name: "Test BV Donald".to_owned(),
            legal_form: Some(LegalForm::PrivateLimitedCompany),
            address: AddressDraft::default(),
            ..OrganisationDraft::default()
        },
        branches: Some(vec![Branch::default()]),
        ..Registration::default()
    }
}

/// A wizard in which this number was typed on the first screen; `answers` is what the register says in turn.
fn with_number(
    typed: &str,
    answers: Vec<Result<Registration, LookUpError>>,
    story: impl FnOnce(Wizard, LookUp, &Made),
) {
    with_wizard(Draft::default(), |wizard, host| {
        host.registered.borrow_mut().extend(answers);
        wizard.show(Screen::OrganisationKind);
        wizard.give(Question::IdentifierKind.into(), "kvk");
        wizard.give(Question::OrganisationNumber.into(), typed);
        story(wizard, LookUp::default(), host);
    });
}

fn name(wizard: Wizard) -> String {
    wizard.answer(Question::OrganisationName.into())
}

fn is_found(wizard: Wizard) -> bool {
    wizard.with_requirements(|requirements| requirements.is_looked_up())
}

#[test]
fn nothing_is_asked_before_the_applicant_asks_for_it() {
    with_number("6875 0110", vec![Ok(registration("68750110"))], |wizard, look_up, host| {
        Executor::poll_local();
        assert!(host.looked_up.borrow().is_empty());
        wizard.look_up(look_up);
        Executor::poll_local();
        assert_eq!(*host.looked_up.borrow(), ["68750110"], "once, and as digits");
        assert_eq!((name(wizard).as_str(), look_up.words.get()), ("Test BV Donald", String::new()));
        let source = wizard.with_draft(|draft| draft.organisation.source.clone());
        assert_eq!((source.fetched_at.as_str(), source.host.as_str()), (common::MOMENT, "www.voorbeeld.example"));
        wizard.next();
        assert_eq!(wizard.screen(), Screen::Services);
        assert!(!wizard.journey().get().screens().contains(&Screen::Organisation));
    });
}

#[test]
fn a_number_that_is_wrong_is_not_asked_about() {
    with_number("6875011", vec![], |wizard, look_up, host| {
        wizard.look_up(look_up);
        Executor::poll_local();
        assert!(host.looked_up.borrow().is_empty());
        assert_eq!(wizard.summary(), 1, "the problem is shown");
        assert_eq!(look_up.words.get(), "");
    });
}

#[test]
fn whatever_the_register_says_the_applicant_can_go_on() {
    let cases = [
        (Err(LookUpError::NotFound), Some(Phrase::LookUpNone), false),
        (Err(LookUpError::Unavailable), Some(Phrase::LookUpFailed), false),
        (Ok(registration("69599084")), Some(Phrase::LookUpFailed), false),
        (Ok(registration("")), Some(Phrase::LookUpFailed), false),
        (Ok(registration("68750110")), None, true),
        (Ok(Registration { address_shielded: true, ..registration("68750110") }), Some(Phrase::LookUpShielded), true),
        (
            Ok(Registration {
                ended_on: Some("2024-00-00".to_owned()),
                address_shielded: true,
                ..registration("68750110")
            }),
            Some(Phrase::LookUpEnded),
            true,
        ),
    ];
    for (answer, phrase, finds) in cases {
        with_number("68750110", vec![answer.clone()], |wizard, look_up, _| {
            wizard.look_up(look_up);
            Executor::poll_local();
            let words = phrase.map(|phrase| wizard.phrase(phrase)).unwrap_or_default();
            assert_eq!((look_up.words.get().as_str(), is_found(wizard)), (words, finds), "{answer:?}");
            wizard.next();
            assert_eq!(wizard.screen(), Screen::Services, "{answer:?}");
        });
    }
}

#[test]
fn an_answer_about_another_number_than_is_typed_now_counts_for_nothing() {
    with_number(
        "68750110",
        vec![Ok(registration("68750110")), Ok(registration("69599084"))],
        |wizard, look_up, host| {
            let late = host.answers.shut();
            wizard.look_up(look_up);
            Executor::poll_local();
            assert_eq!(look_up.words.get(), wizard.phrase(Phrase::LookUpBusy));
            wizard.give(Question::OrganisationNumber.into(), "69599084");
            host.answers.leave_open();
            wizard.look_up(look_up);
            Executor::poll_local();
            assert!(is_found(wizard));
            late.open();
            Executor::poll_local();
            assert!(is_found(wizard));
            assert_eq!((host.looked_up.borrow().len(), look_up.number.get().as_str()), (2, "69599084"));
            assert_eq!(look_up.words.get(), "");
        },
    );
}

#[test]
fn what_is_wrong_can_be_typed_instead() {
    with_number("68750110", vec![Ok(registration("68750110"))], |wizard, look_up, _| {
        wizard.look_up(look_up);
        Executor::poll_local();
        wizard.type_instead();
        assert_eq!((is_found(wizard), name(wizard).as_str()), (false, "Test BV Donald"), "to be changed");
        assert!(wizard.journey().get().screens().contains(&Screen::Organisation));
    });
}

#[test]
fn an_answer_that_comes_after_the_applicant_went_on_replaces_nothing() {
    with_number("68750110", vec![Ok(registration("68750110"))], |wizard, look_up, host| {
        let late = host.answers.shut();
        wizard.look_up(look_up);
        wizard.next();
        wizard.show(Screen::Organisation);
        wizard.give(Question::OrganisationName.into(), "Donald");
        late.open();
        Executor::poll_local();
        assert_eq!((is_found(wizard), name(wizard).as_str()), (false, "Donald"));
    });
}
