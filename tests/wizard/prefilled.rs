//! The page has filled in answers.

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::journey::Screen;
use eherkenning_wizard::domain::rules::Question;
use leptos::prelude::*;

use super::with_wizard;

const ORGANISATION: &str = r#"{"organisation":{"identifier":{"kind":"kvk","number":"68750110"}}}"#;
const PURPOSE: &str =
    r#"{"purpose":{"authorisation":{"kind":"services","services":["9a794d1d-f7ba-5ee4-86ea-d3d5490b2f7e"]}}}"#;

fn screen(wizard: eherkenning_wizard::web::wizard::Wizard) -> Screen {
    untrack(|| wizard.screen())
}

#[test]
fn a_screen_whose_questions_the_page_has_answered_is_skipped() {
    with_wizard(Draft::default(), |wizard, _| {
        assert!(wizard.prefill(r#"{"user":{"is_applicant":true},"representatives":[{"is_user":true}]}"#));
        assert!(wizard.prefill(r#"{"organisation":{"name":"Bakkerij"}}"#));
        wizard.show(Screen::Services);
        assert!(wizard.prefill(PURPOSE));
        wizard.next();
        assert_eq!(screen(wizard), Screen::Representatives, "the screen of the user is answered");
        wizard.back();
        assert_eq!(screen(wizard), Screen::User, "and can be seen by going back");
    });
}

#[test]
fn a_screen_that_asks_more_than_the_page_has_answered_is_shown() {
    with_wizard(Draft::default(), |wizard, _| {
        wizard.show(Screen::Services);
        assert!(wizard.prefill(PURPOSE));
        assert!(wizard.prefill(r#"{"user":{"is_applicant":true}}"#));
        wizard.next();
        assert_eq!(screen(wizard), Screen::User);
    });
}

#[test]
fn a_screen_with_a_wrong_answer_of_the_page_is_shown() {
    with_wizard(Draft::default(), |wizard, _| {
        assert!(wizard.prefill(&ORGANISATION.replace("68750110", "123")));
        wizard.next();
        assert_eq!(screen(wizard), Screen::OrganisationKind);
    });
}

#[test]
fn an_answer_of_the_applicant_is_asked_for_again_as_before() {
    with_wizard(Draft::default(), |wizard, _| {
        wizard.show(Screen::OrganisationKind);
        wizard.give(Question::IdentifierKind.into(), "kvk");
        wizard.give(Question::OrganisationNumber.into(), "68750110");
        wizard.show(Screen::Welcome);
        wizard.next();
        assert_eq!(screen(wizard), Screen::OrganisationKind);
    });
}
