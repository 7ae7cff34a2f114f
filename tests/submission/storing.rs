//! Key and bytes in the store, before anything is sent.

use eherkenning_wizard::domain::submission::{
    Answer, Claim, Effect, Event, Failure, Machine, Notice, Standing, State, StoreFault, StoreTrouble,
};

use crate::walk::{Walk, key, received, submission};

#[test]
fn key_and_bytes_are_stored_before_the_first_byte_leaves() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A")));
    walk.check(&State::Storing(None), Claim::NotSent, true);
    assert_eq!(walk.sent_words(), None);
    let record = walk.machine.record();
    assert_eq!((record.standing, record.submission), (Standing::Doubt, Some(submission("A"))));
    walk.store();
    walk.check(&State::Sending, Claim::MayHaveArrived, true);
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn s7_and_row_38_a_store_that_hangs_is_told_and_nothing_leaves_unless_the_applicant_says_so() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A")));
    let store = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    assert_eq!(walk.milliseconds(), Some(5000));
    walk.wait();
    walk.check(&State::Storing(Some(StoreTrouble::Slow)), Claim::NotSent, true);
    assert_eq!(walk.effects, []);
    let mut late = Walk { machine: walk.machine.clone(), effects: vec![] };
    late.on(Event::Stored { number: store });
    assert_eq!(late.sent_words().as_deref(), Some("A"));
    walk.on(Event::SendUnstored);
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn row_36_and_37_a_store_that_fails_is_told() {
    for (fault, trouble) in [(StoreFault::Full, StoreTrouble::Full), (StoreFault::Unavailable, StoreTrouble::Failed)] {
        let mut walk = Walk::new();
        walk.on(Event::Begin(submission("A")));
        let number = walk.number(|effect| matches!(effect, Effect::Store { .. }));
        walk.on(Event::NotStored { number: number + 1, fault });
        walk.check(&State::Storing(None), Claim::NotSent, true);
        walk.on(Event::NotStored { number, fault });
        walk.check(&State::Storing(Some(trouble)), Claim::NotSent, true);
        assert_eq!(walk.notices(), [Notice::Failed(Failure::Store)]);
        walk.on(Event::Stop);
        walk.check(&State::Editing, Claim::NotSent, false);
    }
}

#[test]
fn unstored_sending_is_only_for_a_store_in_trouble() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A"))).on(Event::SendUnstored);
    walk.check(&State::Storing(None), Claim::NotSent, true);
}

#[test]
fn row_39_and_40_where_nothing_can_be_stored_it_is_sent_at_once() {
    let mut walk = Walk::new();
    walk.machine = Machine::new(key(1), false, true);
    walk.on(Event::Begin(submission("A")));
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    let mut answered = Walk { machine: walk.machine.clone(), effects: walk.effects.clone() };
    answered.answer(Answer::NotHere);
    assert!(!answered.effects.iter().any(|effect| matches!(effect, Effect::Store { .. })));
    walk.answer(received());
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
}

#[test]
fn after_a_pause_the_store_is_asked_again_and_a_tab_that_lost_the_application_sends_nothing_more() {
    let mut walk = Walk::answered(Answer::Later(None));
    let timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Waited { number: timer, chance: Default::default() });
    walk.check(&State::Storing(None), Claim::NotTaken, true);
    assert_eq!(walk.sent_words(), None);
    let number = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    for fault in [StoreFault::Full, StoreFault::Unavailable] {
        let mut stored_before = Walk { machine: walk.machine.clone(), effects: vec![] };
        stored_before.on(Event::NotStored { number, fault });
        assert_eq!(stored_before.sent_words().as_deref(), Some("A"), "it is stored from before");
        assert_eq!(stored_before.notices(), []);
    }
    let mut slow = Walk { machine: walk.machine.clone(), effects: walk.effects.clone() };
    slow.wait();
    assert_eq!(slow.sent_words().as_deref(), Some("A"));
    walk.on(Event::NotStored { number, fault: StoreFault::Newer });
    assert_eq!((walk.state(), walk.sent_words()), (&State::Elsewhere, None));
}

#[test]
fn what_was_sent_without_a_copy_is_not_asked_about_at_every_pause() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A")));
    let store = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.wait().on(Event::SendUnstored).answer(Answer::Later(None));
    let pause = Event::Waited {
        number: walk.number(|effect| matches!(effect, Effect::Wait { .. })),
        chance: Default::default(),
    };
    let mut stored_late = Walk { machine: walk.machine.clone(), effects: vec![] };
    walk.on(pause.clone());
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    stored_late.on(Event::Stored { number: store }).on(pause);
    stored_late.check(&State::Storing(None), Claim::NotTaken, true);
}
