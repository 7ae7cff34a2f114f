//! Results of older requests, questions and writes.

use eherkenning_wizard::domain::submission::{
    Answer, Claim, Effect, Event, Notice, Outcome, Standing, State, StoreFault, StoreTrouble,
};

use crate::walk::{Walk, key, received, silence, submission, verdict};

/// Everything but a receipt that the request with this number may still bring changes nothing.
fn assert_ignored(walk: &mut Walk, number: u32) {
    let before = walk.machine.clone();
    for answer in [Answer::Later(None), silence(), verdict(), Answer::Conflict, Answer::NotHere, Answer::NeverLeft] {
        walk.on(Event::Answered { number, answer, chance: Default::default() });
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
    walk.on(Event::Answering { number });
    walk.on(Event::FilesMissing { number, files: vec![] });
    assert_eq!(walk.machine, before);
}

#[test]
fn an_answer_counts_once() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.answer(Answer::Later(None));
    assert_ignored(&mut walk, number);
    walk.on(Event::Answered { number, answer: received(), chance: Default::default() });
    assert_eq!(walk.machine.claim(), Claim::Received, "a late receipt is a receipt");
}

#[test]
fn a_request_that_was_cut_off_says_nothing_about_the_one_that_runs() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.answer(Answer::Later(None)).wait();
    assert_ignored(&mut walk, number);
}

#[test]
fn what_a_question_brings_counts_once_and_an_older_question_brings_receipts_only() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry);
    let number = walk.number(|effect| matches!(effect, Effect::Ask { .. }));
    let told = |outcome| Event::Told { number, outcome, chance: Default::default() };
    walk.on(told(Outcome::Silence(None)));
    let waiting = Walk { machine: walk.machine.clone(), effects: vec![] };
    let timer = walk.number(|effect| matches!(effect, Effect::Wait { .. }));
    walk.on(Event::Waited { number: timer, chance: Default::default() });
    assert!(walk.asks(), "without a write");
    for mut walk in [waiting, walk] {
        let before = walk.machine.clone();
        for outcome in [Outcome::NeverSeen, Outcome::CannotAsk, Outcome::Underway(None), Outcome::Silence(None)] {
            walk.on(told(outcome));
            assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
        }
        walk.on(told(Outcome::Received("EH-1".into())));
        assert_eq!(walk.machine.claim(), Claim::Received);
    }
}

#[test]
fn a_write_from_before_the_bytes_were_fixed_does_not_count_as_a_copy_of_them() {
    let mut walk = Walk::answered(verdict());
    let number = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.on(Event::Begin(submission("B")));
    let store = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.on(Event::Stored { number }).on(Event::NotStored { number: store, fault: StoreFault::Unavailable });
    walk.check(&State::Storing(Some(StoreTrouble::Failed)), Claim::NotSent, true);
    assert_eq!(walk.sent_words(), None);
}

#[test]
fn an_earlier_application_that_arrives_after_starting_again_is_told_once_and_changes_nothing_else() {
    let mut walk = Walk::sent();
    let first = walk.sending();
    walk.on(Event::Stop).on(Event::StartAgain { key: key(2) });
    walk.on(Event::Answered { number: first, answer: silence(), chance: Default::default() });
    assert_eq!(walk.effects, []);
    walk.on(Event::Answered { number: first, answer: received(), chance: Default::default() });
    walk.check(&State::Editing, Claim::NotSent, false);
    assert_eq!(walk.notices(), [Notice::EarlierArrived { reference: "EH-1".into() }]);
    walk.on(Event::Answered { number: first, answer: received(), chance: Default::default() });
    assert_eq!(walk.notices(), [], "once");
}

#[test]
fn starting_again_tells_of_a_receipt_that_the_first_question_of_a_visit_brings_late() {
    let mut walk = Walk::found(Standing::Doubt, Some(submission("A")));
    let number = walk.number(|effect| matches!(effect, Effect::Ask { .. }));
    walk.on(Event::Stop).on(Event::StartAgain { key: key(2) });
    walk.on(Event::Told { number, outcome: Outcome::Received("EH-1".into()), chance: Default::default() });
    walk.check(&State::Editing, Claim::NotSent, false);
    assert_eq!(walk.notices(), [Notice::EarlierArrived { reference: "EH-1".into() }]);
}

#[test]
fn writes_from_before_another_key_say_nothing_about_it() {
    let mut walk = Walk::in_doubt();
    let number = walk.number(|effect| matches!(effect, Effect::Store { .. }));
    walk.on(Event::StartAgain { key: key(2) });
    let before = walk.machine.clone();
    walk.on(Event::Stored { number });
    assert_eq!(walk.machine, before, "the store does not hold the new key yet");
    walk.on(Event::NotStored { number, fault: StoreFault::Newer });
    assert_eq!(walk.machine, before, "it was the old record that was too old");
}

#[test]
fn after_a_reset_nothing_of_before_is_heard() {
    let mut walk = Walk::sent();
    let first = walk.sending();
    walk.answer(verdict()).on(Event::Reset { key: key(2) });
    walk.on(Event::Answered { number: first, answer: received(), chance: Default::default() });
    walk.check(&State::Editing, Claim::NotSent, false);
    assert_eq!(walk.effects, []);
}

#[test]
fn a_receipt_for_older_bytes_keeps_the_answers_that_changed_since() {
    let mut walk = Walk::sent();
    let first = walk.sending();
    walk.answer(Answer::Later(None)).on(Event::Stop).on(Event::Edit);
    walk.on(Event::Begin(submission("B"))).store();
    walk.on(Event::Answered { number: first, answer: received(), chance: Default::default() });
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: true }, Claim::Received, true);
    assert!(!walk.has(&Effect::Finish));
}

#[test]
fn a_receipt_that_comes_while_the_answers_are_open_keeps_them() {
    let mut walk = Walk::sent();
    let first = walk.sending();
    walk.answer(Answer::Later(None)).on(Event::Stop).on(Event::Edit);
    walk.on(Event::Answered { number: first, answer: received(), chance: Default::default() });
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: true }, Claim::Received, true);
    assert_eq!(walk.notices(), [Notice::Submitted { reference: "EH-1".into(), level: String::new() }]);
}

#[test]
fn answers_to_what_was_sent_before_a_record_was_read_are_not_about_it() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.on(Event::Superseded).on(Event::Found(Walk::new().machine.record()));
    for answer in [received(), silence()] {
        walk.on(Event::Answered { number, answer, chance: Default::default() });
        walk.check(&State::Editing, Claim::NotSent, false);
    }
}

#[test]
fn other_numbers_make_no_difference() {
    let mut walk = Walk::sent();
    let first = walk.sending();
    walk.on(Event::Stop).on(Event::StartAgain { key: key(2) });
    walk.machine.numbers_mut().into_iter().for_each(|number| *number += 10);
    walk.on(Event::Answered { number: first, answer: received(), chance: Default::default() });
    assert_eq!(walk.notices(), []);
    walk.on(Event::Answered { number: first + 10, answer: received(), chance: Default::default() });
    assert_eq!(walk.notices(), [Notice::EarlierArrived { reference: "EH-1".into() }]);
}
