//! From the first write to an answer.

use eherkenning_wizard::domain::submission::{
    Answer, Claim, Doubtful, Effect, Event, Failure, Notice, Outcome, Pause, Reason, Refusal, Remark, Standing, State,
};

use crate::walk::{Walk, key, received, silence, submission, verdict};

const GATEWAY: Answer = Answer::MayHaveArrived(Doubtful::Gateway, None);

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
    assert!(matches!(walk.state(), State::Sending));
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
    walk.check(&State::Sending, Claim::MayHaveArrived, true);
    walk.on(Event::Answered { number, answer: Answer::Later(None), chance: Default::default() }).wait();
    walk.check(&State::Offline, Claim::NotTaken, true);
    walk.on(Event::Network { is_online: true }).store();
    assert!(walk.sent_words().is_some());
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
