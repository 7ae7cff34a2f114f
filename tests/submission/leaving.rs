//! Stop, change, start again, erase.

use eherkenning_wizard::domain::submission::{Answer, Claim, Effect, Event, Notice, Outcome, Reason, Standing, State};

use crate::walk::{Walk, key, received, silence, submission, verdict};

#[test]
fn s1_a_stopped_pause_never_sends_and_never_undoes_a_receipt() {
    let mut walk = Walk::answered(Answer::Later(Some(90)));
    let old_timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Stop).on(Event::Retry).store().answer(received());
    let before = walk.machine.clone();
    walk.on(Event::Waited { number: old_timer, chance: Default::default() });
    assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
}

#[test]
fn s2_after_a_stop_and_a_change_the_old_application_is_not_sent() {
    let mut walk = Walk::answered(Answer::Later(Some(90)));
    let old_timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Stop).on(Event::Edit);
    walk.check(&State::Editing, Claim::NotTaken, false);
    walk.on(Event::Waited { number: old_timer, chance: Default::default() });
    assert_eq!((walk.state(), walk.effects.len()), (&State::Editing, 0));
}

#[test]
fn s3_a_changed_application_is_sent_under_the_same_key_and_an_old_pause_adds_nothing() {
    let mut walk = Walk::answered(Answer::Later(Some(90)));
    let old_timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Stop).on(Event::Edit).on(Event::Begin(submission("B"))).store();
    assert_eq!((walk.sent_words().as_deref(), walk.machine.key()), (Some("B"), &key(1)));
    walk.on(Event::Waited { number: old_timer, chance: Default::default() });
    assert_eq!((walk.state(), walk.effects.len()), (&State::Sending, 0));
}

#[test]
fn a_receipt_that_names_no_bytes_keeps_answers_that_may_not_be_in_it() {
    let mut walk = Walk::answered(Answer::Later(None));
    walk.on(Event::Stop).on(Event::Edit).on(Event::Begin(submission("B"))).store();
    assert!(walk.machine.record().is_mixed);
    walk.answer(silence()).on(Event::Stop).on(Event::Retry).tell(Outcome::Received("EH-1".into()));
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: true }, Claim::Received, true);
}

#[test]
fn what_was_found_wrong_does_not_make_later_receipts_doubtful() {
    let mut walk = Walk::answered(verdict());
    walk.on(Event::Begin(submission("B"))).store();
    assert!(!walk.machine.record().is_mixed);
    walk.answer(silence()).on(Event::Stop).on(Event::Retry).tell(Outcome::Received("EH-1".into()));
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
}

#[test]
fn a_stop_cuts_the_request_off_and_leaves_the_outcome_open() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.on(Event::Stop);
    walk.check(&State::YourTurn(Reason::Stopped), Claim::MayHaveArrived, true);
    assert!(walk.has(&Effect::Abort { number }));
    walk.on(Event::Answered { number, answer: received(), chance: Default::default() });
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
    assert!(walk.has(&Effect::Finish));
}

#[test]
fn a_stop_before_the_first_byte_opens_the_answers() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A")));
    let store = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.on(Event::Stop);
    walk.check(&State::Editing, Claim::NotSent, false);
    // What the store was told before is put right, and its late answer sends nothing.
    assert!(walk.effects.iter().any(|effect| matches!(effect, Effect::Store { .. })));
    assert_eq!(walk.machine.record().standing, Standing::Free);
    walk.on(Event::Stored { number: store });
    assert_eq!((walk.state(), walk.effects.len()), (&State::Editing, 0));
}

#[test]
fn a_stop_while_storing_or_asking_again_leaves_the_outcome_open() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry);
    assert!(walk.asks());
    let number = walk.number(|effect| matches!(effect, Effect::Ask { .. }));
    walk.on(Event::Stop);
    walk.check(&State::YourTurn(Reason::Stopped), Claim::MayHaveArrived, true);
    assert!(walk.has(&Effect::Abort { number }));
    walk.on(Event::Retry).tell(Outcome::CannotAsk);
    walk.check(&State::Storing(None), Claim::MayHaveArrived, true);
    walk.on(Event::Stop);
    walk.check(&State::YourTurn(Reason::Stopped), Claim::MayHaveArrived, true);
}

#[test]
fn a_stop_while_asking_about_a_used_key_returns_to_it() {
    let mut walk = Walk::answered(Answer::Conflict);
    walk.on(Event::Stop);
    walk.check(&State::Conflict, Claim::MayHaveArrived, true);
    walk.on(Event::Retry);
    assert!(walk.asks());
}

#[test]
fn a_stop_without_a_network_is_a_stop() {
    let mut walk = Walk::new();
    walk.on(Event::Network { is_online: false }).on(Event::Begin(submission("A"))).store().on(Event::Stop);
    walk.check(&State::YourTurn(Reason::Stopped), Claim::NotSent, true);
    assert_eq!(walk.machine.record().standing, Standing::Free, "nothing can leave any more");
    walk.on(Event::Network { is_online: true });
    assert_eq!(walk.effects, []);
    walk.on(Event::Edit);
    walk.check(&State::Editing, Claim::NotSent, false);
}

#[test]
fn the_applicant_need_not_wait_for_a_pause() {
    let mut walk = Walk::answered(Answer::Later(Some(90)));
    let timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Retry).store();
    assert!(walk.sent_words().is_some());
    let before = walk.machine.clone();
    walk.on(Event::Waited { number: timer, chance: Default::default() });
    assert_eq!(walk.machine, before);
}

#[test]
fn going_on_in_doubt_asks_first_and_sends_the_same_bytes_when_it_never_arrived() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry);
    assert!(walk.asks() && walk.sent_words().is_none());
    walk.tell(Outcome::NeverSeen).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn a_backend_that_cannot_be_asked_gets_the_same_bytes_again_and_is_not_asked_twice() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry).tell(Outcome::CannotAsk).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    walk.on(Event::Stop).on(Event::Retry);
    assert!(!walk.asks());
    walk.store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn on_its_way_is_waited_for() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry).tell(Outcome::Underway(Some(20)));
    assert_eq!(walk.milliseconds(), Some(20_000));
    walk.wait();
    assert!(walk.asks());
    walk.tell(Outcome::Received("EH-1".into()));
    assert_eq!(walk.machine.claim(), Claim::Received);
}

#[test]
fn a_change_in_doubt_waits_for_the_outcome() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Edit).tell(Outcome::NeverSeen);
    walk.check(&State::Editing, Claim::NotTaken, false);
    let mut walk = Walk::in_doubt();
    walk.on(Event::Edit).tell(Outcome::CannotAsk);
    walk.check(&State::YourTurn(Reason::OutcomeNeeded), Claim::MayHaveArrived, true);
    let mut walk = Walk::in_doubt();
    walk.on(Event::Edit).tell(Outcome::Received("EH-1".into()));
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
}

#[test]
fn a_new_key_is_only_taken_by_who_was_told() {
    let mut walk = Walk::in_doubt();
    assert!(walk.machine.may_start_again());
    walk.on(Event::StartAgain { key: key(1) });
    walk.check(&State::YourTurn(Reason::Stopped), Claim::MayHaveArrived, true);
    walk.on(Event::StartAgain { key: key(2) });
    walk.check(&State::Editing, Claim::NotSent, false);
    let record = walk.machine.record();
    assert_eq!((record.key, record.replaces, record.is_mixed), (key(2), vec![key(1)], false));
    walk.store();
    assert_eq!(walk.machine.record().replaces, [], "the store holds the new key");
    for mut walk in [Walk::new(), Walk::sent(), Walk::answered(received())] {
        assert!(!walk.machine.may_start_again());
        let before = walk.machine.clone();
        walk.on(Event::StartAgain { key: key(2) });
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
}

#[test]
fn s12_a_reset_is_refused_while_an_outcome_is_open() {
    let mut waiting = Walk::answered(Answer::NeverLeft);
    let mut storing = Walk::new();
    storing.on(Event::Begin(submission("A")));
    let mut elsewhere = Walk::new();
    elsewhere.on(Event::Superseded);
    for walk in [&mut Walk::sent(), &mut Walk::in_doubt(), &mut waiting, &mut storing, &mut elsewhere] {
        let before = walk.machine.clone();
        walk.on(Event::Reset { key: key(2) });
        assert_eq!((&walk.machine, walk.notices()), (&before, vec![Notice::ResetRefused]));
        assert!(!walk.has(&Effect::Erase));
    }
}

#[test]
fn a_reset_before_or_after_everything_erases() {
    for mut walk in [Walk::new(), Walk::answered(received()), Walk::answered(verdict())] {
        walk.on(Event::Reset { key: key(2) });
        walk.check(&State::Editing, Claim::NotSent, false);
        assert_eq!((walk.effects.as_slice(), walk.machine.key()), ([Effect::Erase].as_slice(), &key(2)));
        assert_eq!(walk.machine.record().replaces, [key(1)], "should erasing fail");
    }
}

#[test]
fn s10_age_erases_what_is_settled_and_tells_and_never_what_may_have_arrived() {
    for mut walk in [Walk::new(), Walk::answered(verdict())] {
        walk.on(Event::Expired { key: key(2) });
        walk.check(&State::Editing, Claim::NotSent, false);
        assert_eq!(walk.effects, [Effect::Erase, Effect::Tell(Notice::Expired)]);
    }
    let mut elsewhere = Walk::new();
    elsewhere.on(Event::Superseded);
    let waiting = Walk::answered(Answer::Later(None));
    for mut walk in [Walk::sent(), Walk::in_doubt(), Walk::answered(received()), waiting, elsewhere] {
        let before = walk.machine.clone();
        walk.on(Event::Expired { key: key(2) });
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
}

#[test]
fn s10_what_was_turned_away_is_asked_for_before_age_erases_it() {
    let mut open = Walk::answered(Answer::NotHere);
    open.on(Event::Edit);
    for (start, rest) in [(open, State::Editing), (Walk::answered(Answer::NotHere), State::YourTurn(Reason::Found))] {
        let after = |act: &dyn Fn(&mut Walk)| {
            let mut walk = Walk { machine: start.machine.clone(), effects: vec![] };
            walk.on(Event::Expired { key: key(2) });
            walk.check(&State::Asking, Claim::NotTaken, true);
            act(&mut walk);
            walk
        };
        let walk = after(&|walk| {
            walk.tell(Outcome::NeverSeen);
        });
        walk.check(&State::Editing, Claim::NotSent, false);
        assert_eq!(walk.effects, [Effect::Erase, Effect::Tell(Notice::Expired)]);
        let walk = after(&|walk| {
            walk.tell(Outcome::Received("EH-1".into()));
        });
        assert_eq!(walk.machine.claim(), Claim::Received);
        for walk in [
            after(&|walk| {
                walk.tell(Outcome::CannotAsk);
            }),
            after(&|walk| {
                walk.on(Event::Stop);
            }),
        ] {
            walk.check(&rest, Claim::NotTaken, rest != State::Editing);
            assert!(!walk.has(&Effect::Erase));
        }
    }
}

#[test]
fn a_key_that_was_used_is_not_taken_for_a_new_one() {
    for mut walk in [Walk::answered(received()), Walk::answered(verdict()), Walk::answered(Answer::NotHere)] {
        let before = walk.machine.clone();
        walk.on(Event::Reset { key: key(1) });
        assert_eq!((&walk.machine, walk.notices()), (&before, vec![Notice::ResetRefused]));
        walk.on(Event::Expired { key: key(1) });
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
}
