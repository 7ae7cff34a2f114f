//! From the first write to an answer.

use eherkenning_wizard::domain::submission::{
    Answer, Claim, Doubtful, Effect, Event, Failure, Notice, Outcome, Pause, Progress, Reason, Refusal, Remark, Stage,
    Standing, State, StoreFault, StoreTrouble,
};

use crate::walk::{Walk, key, received, silence, submission, verdict};

const GATEWAY: Answer = Answer::MayHaveArrived(Doubtful::Gateway, None);

#[test]
fn key_and_bytes_are_stored_before_the_first_byte_leaves() {
    let mut walk = Walk::new();
    walk.on(Event::Begin(submission("A")));
    walk.check(&State::Storing(None), Claim::NotSent, true);
    assert_eq!(walk.sent_words(), None);
    let record = walk.machine.record();
    assert_eq!((record.standing, record.submission), (Standing::Doubt, Some(submission("A"))));
    walk.store();
    walk.check(&State::Sending(Stage::Uploading(None)), Claim::MayHaveArrived, true);
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn an_application_with_another_key_is_not_sent() {
    let mut walk = Walk::new();
    let mut other = submission("A");
    other.key = key(2);
    walk.on(Event::Begin(other));
    walk.check(&State::Editing, Claim::NotSent, false);
    assert_eq!(walk.effects, []);
}

#[test]
fn row_30_what_is_on_its_way_is_not_begun_again() {
    let mut walk = Walk::sent();
    let before = walk.machine.clone();
    walk.on(Event::Begin(submission("B")));
    assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
}

#[test]
fn a_receipt_takes_the_place_of_the_answers_in_one_write() {
    let walk = Walk::answered(received());
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
    let submitted = Notice::Submitted { reference: "EH-1".into(), level: "EH3".into() };
    assert_eq!(walk.effects, [Effect::Finish, Effect::Tell(submitted)]);
    let record = walk.machine.record();
    assert_eq!(record.standing, Standing::Received { reference: "EH-1".into(), is_changed: false });
    assert_eq!(record.submission, None);
}

#[test]
fn row_18_the_same_bytes_are_sent_until_they_arrive() {
    let mut walk = Walk::answered(Answer::Later(None));
    walk.check(&State::Waiting { milliseconds: 1000, pause: Pause::Later }, Claim::NotTaken, true);
    assert_eq!(walk.machine.attempt(), 2);
    walk.wait();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    walk.answer(silence());
    walk.check(&State::Waiting { milliseconds: 3000, pause: Pause::NoAnswer }, Claim::MayHaveArrived, true);
    walk.wait().answer(received());
    assert!(walk.has(&Effect::Finish));
}

#[test]
fn after_the_last_try_it_is_the_turn_of_the_applicant() {
    for (answer, claim, failure) in [
        (Answer::NeverLeft, Claim::NotSent, Failure::Send),
        (Answer::Later(None), Claim::NotTaken, Failure::Send),
        (GATEWAY, Claim::MayHaveArrived, Failure::UnknownOutcome),
        (silence(), Claim::MayHaveArrived, Failure::UnknownOutcome),
    ] {
        let mut walk = Walk::sent();
        let mut pauses = Vec::new();
        for _ in 0..4 {
            walk.answer(answer.clone());
            pauses.extend(walk.milliseconds());
            walk.wait();
        }
        walk.answer(answer.clone());
        assert_eq!(pauses, [1000, 3000, 5000, 10_000]);
        walk.check(&State::YourTurn(Reason::Tried(None)), claim, true);
        assert_eq!(walk.notices(), [Notice::Failed(failure)], "{answer:?}");
    }
}

#[test]
fn s5_a_long_pause_is_told_and_what_may_have_arrived_is_not_called_unsent() {
    let walk = Walk::answered(Answer::MayHaveArrived(Doubtful::Gateway, Some(86_400)));
    walk.check(&State::YourTurn(Reason::Tried(Some(86_400))), Claim::MayHaveArrived, true);
    let walk = Walk::answered(Answer::Later(Some(121)));
    walk.check(&State::YourTurn(Reason::Tried(Some(121))), Claim::NotTaken, true);
    let walk = Walk::answered(Answer::Later(Some(120)));
    walk.check(&State::Waiting { milliseconds: 120_000, pause: Pause::Later }, Claim::NotTaken, true);
    let mut walk = walk;
    for _ in 0..4 {
        walk.wait().answer(Answer::Later(Some(120)));
    }
    walk.check(&State::YourTurn(Reason::Tried(None)), Claim::NotTaken, true);
}

#[test]
fn row_26_whoever_answers_in_place_of_the_service_is_not_asked_again_at_once() {
    let walk = Walk::answered(Answer::MayHaveArrived(Doubtful::Stranger, None));
    walk.check(&State::YourTurn(Reason::Stranger), Claim::MayHaveArrived, true);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::UnknownOutcome)]);
}

#[test]
fn s13_a_backend_that_is_still_at_it_is_waited_for_longer_than_the_lease_of_a_request_that_died() {
    let mut walk = Walk::sent();
    let mut waited = 0;
    for _ in 0..12 {
        walk.answer(Answer::Busy(None));
        assert!(matches!(walk.state(), State::Waiting { pause: Pause::Busy, .. }));
        assert_eq!(walk.machine.claim(), Claim::MayHaveArrived);
        waited += walk.milliseconds().unwrap();
        walk.wait();
    }
    assert!(waited > 90_000, "{waited}");
    walk.answer(Answer::Busy(None));
    walk.check(&State::YourTurn(Reason::Tried(None)), Claim::MayHaveArrived, true);
}

#[test]
fn a_refusal_opens_the_answers_under_the_same_key() {
    let mut walk = Walk::answered(verdict());
    let refused = State::Refused { refusal: Refusal::Issues, remarks: vec![Remark::words("No.")] };
    walk.check(&refused, Claim::NotSent, false);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::Issues)]);
    assert_eq!((walk.machine.record().standing, walk.machine.record().submission), (Standing::Free, None));
    walk.on(Event::Begin(submission("B"))).store();
    assert_eq!((walk.sent_words().as_deref(), walk.machine.key()), (Some("B"), &key(1)));
}

#[test]
fn what_is_too_large_is_told_as_such() {
    let answer = Answer::Refused { refusal: Refusal::TooLarge, remarks: Vec::new(), is_verdict: false };
    let walk = Walk::answered(answer);
    walk.check(&State::Refused { refusal: Refusal::TooLarge, remarks: vec![] }, Claim::NotTaken, false);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::TooLarge)]);
}

#[test]
fn s6_a_refusal_after_a_silent_try_opens_nothing_before_the_outcome_is_known() {
    let mut walk = Walk::answered(silence());
    walk.wait().answer(verdict());
    walk.check(&State::Asking, Claim::MayHaveArrived, true);
    let mut arrived = Walk { machine: walk.machine.clone(), effects: walk.effects.clone() };
    arrived.tell(Outcome::Received("EH-1".into()));
    arrived.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
    walk.tell(Outcome::NeverSeen);
    assert!(matches!(walk.state(), State::Refused { .. }));
    assert_eq!((walk.machine.claim(), walk.machine.is_locked()), (Claim::NotTaken, false));
}

#[test]
fn s6_without_an_answer_to_the_question_a_refusal_after_a_silent_try_opens_nothing() {
    let mut walk = Walk::answered(silence());
    walk.wait().answer(verdict());
    for _ in 0..4 {
        walk.tell(Outcome::Silence(None)).wait();
    }
    walk.tell(Outcome::Silence(None));
    walk.check(&State::YourTurn(Reason::Tried(None)), Claim::MayHaveArrived, true);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::UnknownOutcome)]);
}

#[test]
fn who_tries_again_waits_for_two_questions_without_an_answer_and_then_sends_the_same_bytes() {
    let mut walk = Walk::in_doubt();
    walk.on(Event::Retry);
    walk.tell(Outcome::Silence(None)).wait();
    assert!(walk.asks());
    walk.tell(Outcome::Silence(None)).store();
    assert!(matches!(walk.state(), State::Sending(_)));
    assert_eq!(walk.machine.claim(), Claim::MayHaveArrived);
}

#[test]
fn s6_where_nobody_can_be_asked_only_a_verdict_of_the_service_opens_the_answers() {
    let mut walk = Walk::answered(silence());
    walk.wait().answer(verdict()).tell(Outcome::CannotAsk);
    assert_eq!((walk.machine.claim(), walk.machine.is_locked()), (Claim::NotTaken, false));
    let gateway = Answer::Refused { refusal: Refusal::TooLarge, remarks: vec![], is_verdict: false };
    let mut walk = Walk::answered(silence());
    walk.wait().answer(gateway).tell(Outcome::CannotAsk);
    walk.check(&State::YourTurn(Reason::Tried(None)), Claim::MayHaveArrived, true);
}

#[test]
fn s6_not_possible_here_after_a_silent_try_leaves_the_outcome_open() {
    let mut walk = Walk::answered(silence());
    walk.wait().answer(Answer::NotHere);
    walk.check(&State::NotHere, Claim::MayHaveArrived, true);
    walk.on(Event::Edit);
    walk.check(&State::Asking, Claim::MayHaveArrived, true);
    let walk = Walk::answered(Answer::NotHere);
    walk.check(&State::NotHere, Claim::NotTaken, true);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::NotHere)]);
}

#[test]
fn s17_one_refused_try_does_not_prove_that_nothing_arrived() {
    let mut walk = Walk::answered(Answer::Later(None));
    walk.on(Event::Stop);
    walk.check(&State::YourTurn(Reason::Stopped), Claim::NotTaken, true);
    walk.on(Event::Reset { key: key(2) });
    assert_eq!((walk.notices(), walk.machine.key()), (vec![Notice::ResetRefused], &key(1)));
}

#[test]
fn row_20_a_used_key_asks_what_became_of_the_other_bytes() {
    let mut walk = Walk::answered(Answer::Conflict);
    walk.check(&State::Asking, Claim::MayHaveArrived, true);
    walk.tell(Outcome::Received("EH-1".into()));
    // The answers are not those that were received, so they stay.
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: true }, Claim::Received, true);
    assert!(!walk.has(&Effect::Finish));
    assert!(walk.effects.iter().any(|effect| matches!(effect, Effect::Store { .. })));
}

#[test]
fn row_20_a_used_key_without_anything_kept_may_be_tried_and_changed() {
    let mut walk = Walk::answered(Answer::Conflict);
    walk.tell(Outcome::NeverSeen);
    walk.check(&State::Conflict, Claim::NotTaken, true);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::Conflict)]);
    let mut changed = Walk { machine: walk.machine.clone(), effects: vec![] };
    changed.on(Event::Edit);
    changed.check(&State::Editing, Claim::NotTaken, false);
    walk.on(Event::Retry).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    walk.answer(received());
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
}

#[test]
fn row_20_a_used_key_that_nobody_can_tell_of_stays_locked() {
    let mut walk = Walk::answered(Answer::Conflict);
    walk.tell(Outcome::CannotAsk);
    walk.check(&State::Conflict, Claim::MayHaveArrived, true);
    walk.on(Event::Edit);
    walk.check(&State::Conflict, Claim::MayHaveArrived, true);
    walk.on(Event::Retry);
    walk.check(&State::Conflict, Claim::MayHaveArrived, true);
    assert!(!walk.asks() && walk.sent_words().is_none());
}

#[test]
fn row_11_without_a_network_it_waits_and_goes_on_by_itself_or_when_told_to() {
    let mut walk = Walk::new();
    walk.on(Event::Network { is_online: false }).on(Event::Begin(submission("A"))).store();
    walk.check(&State::Offline, Claim::NotSent, true);
    assert_eq!(walk.effects, []);
    let mut told = Walk { machine: walk.machine.clone(), effects: vec![] };
    told.on(Event::Retry).store();
    assert_eq!(told.sent_words().as_deref(), Some("A"), "the device may be wrong");
    walk.on(Event::Network { is_online: true }).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn row_13_a_device_that_is_wrong_about_its_network_does_not_stop_what_is_on_its_way() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.on(Event::Network { is_online: false });
    walk.check(&State::Sending(Stage::Uploading(None)), Claim::MayHaveArrived, true);
    walk.on(Event::Answered { number, answer: Answer::Later(None), chance: Default::default() }).wait();
    walk.check(&State::Offline, Claim::NotTaken, true);
    walk.on(Event::Network { is_online: true }).store();
    assert!(walk.sent_words().is_some());
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
    walk.machine = eherkenning_wizard::domain::submission::Machine::new(key(1), false, true);
    walk.on(Event::Begin(submission("A")));
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
    let mut answered = Walk { machine: walk.machine.clone(), effects: walk.effects.clone() };
    answered.answer(Answer::NotHere);
    assert!(!answered.effects.iter().any(|effect| matches!(effect, Effect::Store { .. })));
    walk.answer(received());
    walk.check(&State::Received { reference: "EH-1".into(), is_changed: false }, Claim::Received, true);
}

#[test]
fn s4_and_row_56_missing_files_are_asked_for_and_bring_the_same_bytes_back() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.on(Event::FilesMissing { number, files: vec!["copy".into()] });
    walk.check(&State::MissingFiles(vec!["copy".into()]), Claim::NotSent, true);
    assert_eq!(walk.notices(), [Notice::Failed(Failure::MissingFiles)]);
    assert_eq!(walk.machine.submission().unwrap().files[0].file_name, "passport.jpg");
    walk.on(Event::FilesRestored);
    walk.check(&State::YourTurn(Reason::Found), Claim::NotSent, true);
    assert_eq!(walk.effects, []);
    walk.on(Event::Retry).store();
    assert_eq!(walk.sent_words().as_deref(), Some("A"));
}

#[test]
fn an_answer_counts_once() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.answer(Answer::Later(None));
    let before = walk.machine.clone();
    for answer in [Answer::Later(None), silence(), verdict(), Answer::Conflict, Answer::NotHere, Answer::NeverLeft] {
        walk.on(Event::Answered { number, answer, chance: Default::default() });
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
    walk.on(Event::Progress { number, progress: Progress::Sent(5) });
    walk.on(Event::FilesMissing { number, files: vec![] });
    assert_eq!(walk.machine, before);
    walk.on(Event::Answered { number, answer: received(), chance: Default::default() });
    assert_eq!(walk.machine.claim(), Claim::Received, "a late receipt is a receipt");
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
fn a_request_that_was_cut_off_says_nothing_about_the_one_that_runs() {
    let mut walk = Walk::sent();
    let number = walk.sending();
    walk.answer(Answer::Later(None)).wait();
    let before = walk.machine.clone();
    for answer in [Answer::Later(None), silence(), verdict(), Answer::Conflict, Answer::NotHere, Answer::NeverLeft] {
        walk.on(Event::Answered { number, answer, chance: Default::default() });
        assert_eq!((&walk.machine, walk.effects.len()), (&before, 0));
    }
    walk.on(Event::Progress { number, progress: Progress::Sent(5) });
    walk.on(Event::FilesMissing { number, files: vec![] });
    assert_eq!(walk.machine, before);
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
fn every_failure_has_the_code_that_the_host_page_knows() {
    for (failure, code) in [
        (Failure::Send, ("send", true)),
        (Failure::UnknownOutcome, ("unknown_outcome", true)),
        (Failure::Conflict, ("conflict", false)),
        (Failure::NotHere, ("refused", false)),
        (Failure::Issues, ("issues", false)),
        (Failure::TooLarge, ("too_large", false)),
        (Failure::Store, ("store", true)),
        (Failure::MissingFiles, ("missing_files", false)),
    ] {
        assert_eq!(failure.code(), code);
    }
}
