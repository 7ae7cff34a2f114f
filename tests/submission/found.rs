//! What an earlier visit left behind.

use eherkenning_wizard::domain::submission::{Claim, Effect, Event, Outcome, Reason, Record, Standing, State};

use crate::walk::{Walk, key, received, submission};

#[test]
fn answers_that_were_never_sent_go_on_under_their_key() {
    let walk = Walk::found(Standing::Free, None);
    walk.check(&State::Editing, Claim::NotSent, false);
    assert_eq!((walk.machine.key(), walk.effects.len()), (&key(1), 0));
}

#[test]
fn row_35_an_open_outcome_is_asked_for_by_itself_and_nothing_is_sent_by_itself() {
    let mut walk = Walk::found(Standing::Doubt, Some(submission("A")));
    walk.check(&State::Asking, Claim::MayHaveArrived, true);
    assert!(walk.has(&Effect::Ask { number: 1, key: key(1) }) || walk.asks());
    walk.tell(Outcome::NeverSeen);
    walk.check(&State::YourTurn(Reason::Found), Claim::NotTaken, true);
    assert_eq!(walk.sent_words(), None);
    walk.on(Event::Retry).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn row_35_what_arrived_before_the_browser_died_is_a_receipt() {
    let mut walk = Walk::found(Standing::Doubt, Some(submission("A")));
    walk.tell(Outcome::Received("EH-1".into()));
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
    assert!(walk.has(&Effect::Finish));
}

#[test]
fn where_the_question_is_never_answered_the_applicant_can_send_the_same_bytes_again() {
    let mut walk = Walk::found(Standing::Doubt, Some(submission("A")));
    walk.on(Event::Stop).on(Event::Retry);
    walk.tell(Outcome::Silence(None)).wait();
    walk.tell(Outcome::Silence(None)).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    walk.answer(received());
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
}

#[test]
fn an_open_outcome_that_cannot_be_learned_stays_open() {
    let mut walk = Walk::found(Standing::Doubt, Some(submission("A")));
    walk.tell(Outcome::CannotAsk);
    walk.check(&State::YourTurn(Reason::Found), Claim::MayHaveArrived, true);
    let mut walk = Walk::found(Standing::Doubt, Some(submission("A")));
    for _ in 0..4 {
        walk.tell(Outcome::Silence(None)).wait();
    }
    walk.tell(Outcome::Silence(None));
    walk.check(&State::YourTurn(Reason::Found), Claim::MayHaveArrived, true);
}

#[test]
fn without_a_network_an_open_outcome_waits_for_it() {
    let mut walk = Walk::new();
    walk.on(Event::Network { is_online: false });
    let record = Walk::found(Standing::Doubt, Some(submission("A"))).machine.record();
    walk.on(Event::Found(record));
    walk.check(&State::Offline, Claim::MayHaveArrived, true);
    walk.on(Event::Network { is_online: true });
    assert!(walk.asks());
}

#[test]
fn bytes_that_never_left_wait_for_the_applicant() {
    for (standing, claim) in [(Standing::Free, Claim::NotSent), (Standing::Declined, Claim::NotTaken)] {
        let walk = Walk::found(standing, Some(submission("A")));
        walk.check(&State::YourTurn(Reason::Found), claim, true);
        assert_eq!(walk.effects, []);
    }
}

#[test]
fn s7_a_record_that_lost_its_sending_still_has_its_key() {
    let mut walk = Walk::found(Standing::Free, None);
    walk.on(Event::Begin(submission("B"))).store();
    assert_eq!(walk.machine.key(), &key(1));
}

#[test]
fn a_reference_is_shown_again() {
    let standing = Standing::Received { reference: "EH-1".into(), is_changed: true };
    let walk = Walk::found(standing, None);
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: true }, Claim::Received, true);
}

#[test]
fn a_record_without_its_bytes_sends_nothing() {
    let mut walk = Walk::found(Standing::Doubt, None);
    walk.tell(Outcome::NeverSeen).on(Event::Retry).store();
    walk.check(&State::YourTurn(Reason::Found), Claim::NotTaken, true);
    walk.on(Event::Edit);
    walk.check(&State::Editing, Claim::NotTaken, false);
}

#[test]
fn what_is_mixed_stays_so_over_a_reload() {
    let record = Record {
        key: key(1),
        replaces: vec![key(2)],
        standing: Standing::Doubt,
        submission: Some(submission("B")),
        is_mixed: true,
    };
    let mut walk = Walk::found_record(record.clone());
    assert_eq!(walk.machine.record(), record);
    walk.tell(Outcome::Received("EH-1".into()));
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: true }, Claim::Received, true);
}

#[test]
fn a_record_does_not_disturb_what_is_going_on() {
    for mut walk in [Walk::sent(), Walk::in_doubt(), Walk::answered(received())] {
        let before = walk.machine.clone();
        walk.on(Event::Found(Walk::new().machine.record()));
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
}
