//! Two tabs with one application.

use eherkenning_wizard::domain::submission::{Claim, Effect, Event, Notice, Standing, State, StoreFault};

use crate::walk::{Walk, received, submission};

#[test]
fn s9_and_row_31_a_tab_whose_record_is_older_sends_nothing() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A")));
    let number = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.on(Event::NotStored { number, fault: StoreFault::Newer });
    assert_eq!((walk.state(), walk.machine.is_locked()), (&State::Elsewhere, true));
    for event in [Event::Retry, Event::Edit, Event::Stop, Event::Begin(submission("A")), Event::SendUnstored] {
        walk.on(event);
        assert_eq!((walk.state(), walk.effects.len()), (&State::Elsewhere, 0));
    }
    assert!(!walk.machine.may_start_again());
}

#[test]
fn row_41_any_write_that_finds_a_newer_record_freezes_the_tab() {
    let mut walk = Walk::in_doubt();
    let number = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.on(Event::NotStored { number, fault: StoreFault::Newer });
    walk.check(&State::Elsewhere, Claim::MayHaveArrived, true);
}

#[test]
fn a_tab_that_was_taken_from_still_hears_that_its_request_arrived() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.on(Event::Superseded);
    walk.check(&State::Elsewhere, Claim::MayHaveArrived, true);
    walk.on(Event::Answered { number, answer: received(), chance: Default::default() });
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
    // The other tab owns the record.
    assert_eq!(walk.effects, [Effect::Tell(Notice::Submitted { reference: "EH-1".into(), level: "EH3".into() })]);
}

#[test]
fn a_tab_that_takes_the_application_back_goes_on_from_the_record() {
    let mut walk = Walk::sent();
    walk.on(Event::Superseded);
    let stale = walk.machine.clone();
    walk.on(Event::Found(Walk::found(Standing::Doubt, Some(submission("A"))).machine.record()));
    walk.check(&State::Asking, Claim::MayHaveArrived, true);
    // What the store said to the tab of before is not about the record that it read since.
    let before = walk.machine.clone();
    walk.on(Event::NotStored { number: 1, fault: StoreFault::Newer });
    assert_eq!(walk.machine, before);
    assert_ne!(walk.machine, stale);
}

#[test]
fn a_receipt_is_not_taken_away() {
    let mut walk = Walk::answered(received());
    walk.on(Event::Superseded);
    assert_eq!(walk.machine.claim(), Claim::Received);
    assert!(matches!(walk.state(), State::Received { .. }));
}
