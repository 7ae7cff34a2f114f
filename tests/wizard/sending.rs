//! Sending an application: one at a time, never twice, and never called "not sent" if it may have arrived.

use any_spawner::Executor;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::journey::{Screen, Step};
use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::web::wizard::{Event, Reply, SavedDraft, Sending, Wizard};

use super::{Made, answer, common, problem, received, sending, with_wizard};

#[test]
fn after_receipt_only_the_reference_is_left() {
    sending(vec![received()], |wizard, host| {
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        assert_eq!(wizard.screen(), Screen::Sent);
        assert_eq!(host.sent.borrow().len(), 1);
        let kept = host.kept.borrow().clone().unwrap();
        assert!(kept.contains("EH-1") && !kept.contains("voorbeeld.example"), "{kept}");
        assert!(matches!(host.events.borrow().iter().rev().find(|event| matches!(event, Event::Submitted { .. })),
            Some(Event::Submitted { reference, .. }) if reference == "EH-1"));
    });
}

#[test]
fn the_same_bytes_are_sent_until_they_arrive() {
    sending(vec![answer(503, ""), Reply::Nothing, received()], |wizard, host| {
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        let sent = host.sent.borrow();
        assert_eq!(sent.len(), 3);
        assert!(sent.iter().all(|one| one == sent.first().unwrap()));
        assert_eq!(*host.waits.borrow(), [1000, 3000]);
    });
}

#[test]
fn sending_waits_for_a_network() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.offline.set(3);
        host.replies.borrow_mut().push_back(received());
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        assert_eq!(*host.waits.borrow(), [1000, 1000, 1000]);
    });
}

#[test]
fn after_the_last_attempt_the_applicant_decides() {
    sending(vec![problem(503, "busy"); 5], |wizard, host| {
        assert!(matches!(wizard.sending(), Sending::GaveUp(_)));
        assert_eq!(host.sent.borrow().len(), 5);
        host.replies.borrow_mut().push_back(received());
        wizard.send();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        assert!(host.sent.borrow().iter().all(|one| one.id == common::ID), "one key for one application");
    });
}

#[test]
fn without_any_response_the_outcome_is_unknown_and_the_application_is_kept() {
    sending(vec![Reply::Nothing; 5], |wizard, host| {
        assert!(matches!(wizard.sending(), Sending::Unknown(_)));
        let kept = SavedDraft::read(host.kept.borrow().as_deref().unwrap()).unwrap();
        with_wizard(Draft::default(), |other, host| {
            other.resume(kept);
            assert!(matches!(other.sending(), Sending::Unknown(_)), "asked again after a reload, not sent anew");
            host.replies.borrow_mut().push_back(received());
            other.send();
            Executor::poll_local();
            assert_eq!(other.sending(), Sending::Received("EH-1".to_owned()));
        });
    });
}

#[test]
fn a_remark_of_the_backend_leads_to_its_question() {
    let body = r#"{"issues":[{"place":"user.email","code":"email_shape","params":{},"title":"E-mail"}]}"#;
    sending(vec![answer(422, body)], |wizard, _| {
        assert_eq!(wizard.screen(), Screen::Contact);
        let issue = wizard.issue_at(Question::Email.into()).unwrap();
        assert_eq!(issue.rule, Rule::EmailShape);
        assert!(wizard.is_returning());
        wizard.give(Question::Email.into(), "other@voorbeeld.example");
        assert_eq!(wizard.issue_at(Question::Email.into()), None);
    });
}

#[test]
fn a_refused_application_can_be_reopened() {
    for (reply, is_right) in [
        (answer(403, ""), (|sending: &Sending| matches!(sending, Sending::Refused(_))) as fn(&Sending) -> bool),
        (Reply::Redirect, |sending| matches!(sending, Sending::Refused(_))),
        (answer(422, r#"{"code":"idempotency_key_reused"}"#), |sending| matches!(sending, Sending::Conflict(_))),
    ] {
        sending(vec![reply.clone()], |wizard, _| {
            assert!(is_right(&wizard.sending()), "{reply:?}: {:?}", wizard.sending());
            wizard.reopen();
            assert_eq!(wizard.sending(), Sending::Idle);
        });
    }
}

#[test]
fn an_unfinished_application_is_never_sent() {
    let mut draft = common::sole_director();
    draft.user.email = String::new();
    with_wizard(draft, |wizard, host| {
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert!(host.sent.borrow().is_empty());
        assert_eq!(wizard.screen(), Screen::Contact);
    });
}

#[test]
fn no_step_opens_while_an_application_is_being_sent() {
    let replies = [answer(200, "<title>"), answer(403, ""), answer(422, r#"{"code":"idempotency_key_reused"}"#)];
    for (reply, can_be_reopened) in replies.into_iter().zip([false, true, true]) {
        sending(vec![reply], |wizard, _| {
            assert!(wizard.is_locked(), "{:?}", wizard.sending());
            assert!(!wizard.go_to(Step::Purpose));
            assert!(!wizard.prefill("{}"));
            assert_eq!(wizard.screen(), Screen::Sign);
            wizard.reopen();
            assert_eq!(wizard.is_locked(), !can_be_reopened, "{:?}", wizard.sending());
            assert_eq!(wizard.go_to(Step::Purpose), can_be_reopened);
        });
    }
}

#[test]
fn an_application_that_may_have_arrived_is_never_called_not_sent() {
    // The last of five attempts is refused for now, but the first got no response.
    let mut replies = vec![problem(503, "busy"); 5];
    replies[0] = Reply::Nothing;
    sending(replies, |wizard, _| {
        assert!(matches!(wizard.sending(), Sending::Unknown(_)), "{:?}", wizard.sending());
        wizard.stop();
        assert!(matches!(wizard.sending(), Sending::Unknown(_)), "{:?}", wizard.sending());
    });
    sending(vec![problem(503, "busy"); 5], |wizard, _| {
        wizard.stop();
        assert!(matches!(wizard.sending(), Sending::Stopped(_)), "{:?}", wizard.sending());
    });
}

/// Sends, stops in the pause after the first attempt, and returns the latch of that pause.
fn stopped(replies: Vec<Reply>, story: impl FnOnce(Wizard, &Made, super::latch::Latch)) {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().push_back(problem(503, "busy"));
        host.replies.borrow_mut().extend(replies);
        let pause = host.pauses.shut();
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert!(matches!(wizard.sending(), Sending::Retrying(..)), "{:?}", wizard.sending());
        host.pauses.leave_open();
        wizard.stop();
        assert!(matches!(wizard.sending(), Sending::Stopped(_)), "{:?}", wizard.sending());
        story(wizard, host, pause);
    });
}

#[test]
fn s1_the_pause_of_a_stopped_sending_ends_after_the_application_was_received() {
    stopped(vec![received(), Reply::FileGone("gone".to_owned())], |wizard, host, pause| {
        wizard.send();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        let kept = host.kept.borrow().clone();
        pause.open();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        assert_eq!(wizard.screen(), Screen::Sent);
        assert_eq!(*host.kept.borrow(), kept, "the answers stay erased");
        assert_eq!(host.sent.borrow().len(), 2);
    });
}

#[test]
fn s2_the_pause_of_a_stopped_sending_ends_after_an_answer_was_changed() {
    stopped(vec![received()], |wizard, host, pause| {
        wizard.reopen();
        wizard.give(Question::Email.into(), "other@voorbeeld.example");
        pause.open();
        Executor::poll_local();
        assert_eq!(host.sent.borrow().len(), 1, "what was changed is not sent as it was before");
        assert_eq!(wizard.sending(), Sending::Idle);
        assert_eq!(wizard.answer(Question::Email.into()), "other@voorbeeld.example");
    });
}

#[test]
fn s3_the_pause_of_a_stopped_sending_ends_while_the_changed_application_is_being_sent() {
    let replies = vec![received(), answer(201, r#"{"reference":"EH-OLD"}"#)];
    stopped(replies, |wizard, host, pause| {
        wizard.reopen();
        wizard.give(Question::Email.into(), "other@voorbeeld.example");
        let slow = host.answers.shut();
        wizard.send();
        Executor::poll_local();
        host.answers.leave_open();
        pause.open();
        Executor::poll_local();
        assert!(matches!(wizard.sending(), Sending::Underway(_)), "{:?}", wizard.sending());
        slow.open();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()), "the reference of what was sent last");
        let ids: Vec<String> = host.sent.borrow().iter().map(|submission| submission.id.clone()).collect();
        assert_eq!(ids.len(), 2);
        assert_ne!(ids.first(), ids.last(), "once under each number");
    });
}

#[test]
fn a_sending_that_was_stopped_while_offline_or_being_stored_sends_nothing() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.offline.set(1);
        let pause = host.pauses.shut();
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert!(matches!(wizard.sending(), Sending::Offline(_)), "{:?}", wizard.sending());
        wizard.stop();
        host.replies.borrow_mut().push_back(received());
        host.pauses.leave_open();
        let save = host.saves.shut();
        wizard.send();
        pause.open();
        Executor::poll_local();
        assert_eq!((wizard.sending(), host.sent.borrow().len()), (Sending::Preparing, 0));
        save.open();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        assert_eq!(host.sent.borrow().len(), 1);
    });
}

/// Stops while the request is open; the latch releases its response.
fn stopped_on_the_way(reply: Reply, story: impl FnOnce(Wizard, &Made, super::latch::Latch)) {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().push_back(reply);
        let late = host.answers.shut();
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        wizard.stop();
        assert!(matches!(wizard.sending(), Sending::Unknown(_)), "it may arrive: {:?}", wizard.sending());
        host.answers.leave_open();
        story(wizard, host, late);
    });
}

#[test]
fn a_late_response_settles_the_outcome_of_its_application_unless_another_attempt_was_started() {
    stopped_on_the_way(received(), |wizard, _, late| {
        late.open();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        assert_eq!(wizard.screen(), Screen::Sent);
    });
    stopped_on_the_way(answer(403, ""), |wizard, _, late| {
        late.open();
        Executor::poll_local();
        assert!(matches!(wizard.sending(), Sending::Unknown(_)), "{:?}", wizard.sending());
    });
    stopped_on_the_way(answer(201, r#"{"reference":"EH-LATE"}"#), |wizard, host, late| {
        let newer = host.answers.shut();
        host.replies.borrow_mut().push_back(received());
        wizard.send();
        Executor::poll_local();
        late.open();
        Executor::poll_local();
        assert!(matches!(wizard.sending(), Sending::Underway(_)), "{:?}", wizard.sending());
        newer.open();
        Executor::poll_local();
        assert_eq!(wizard.sending(), Sending::Received("EH-1".to_owned()));
        let told = host.events.borrow();
        assert_eq!(told.iter().filter(|event| matches!(event, Event::Submitted { .. })).count(), 1);
    });
}

#[test]
fn s12_nothing_is_erased_while_an_application_is_being_sent_or_its_outcome_is_unknown() {
    let assert_whole = |wizard: Wizard, host: &Made| {
        let before = wizard.sending();
        host.days.set(8);
        wizard.look_again();
        wizard.wipe();
        Executor::poll_local();
        assert_eq!(wizard.sending(), before);
        assert_eq!(wizard.screen(), Screen::Sign, "{before:?}");
        assert_eq!(wizard.with_draft(Draft::clone), common::sole_director(), "{before:?}");
        assert_eq!(host.erased.get(), 0, "{before:?}");
    };
    for reply in [Reply::Nothing, answer(200, "<title>"), answer(409, "")] {
        with_wizard(common::sole_director(), |wizard, host| {
            host.replies.borrow_mut().push_back(reply);
            let (save, late, pause) = (host.saves.shut(), host.answers.shut(), host.pauses.shut());
            wizard.show(Screen::Sign);
            wizard.send();
            for latch in [save, late] {
                Executor::poll_local();
                assert_whole(wizard, host);
                latch.open();
            }
            Executor::poll_local();
            assert_whole(wizard, host);
            wizard.stop();
            pause.open();
            Executor::poll_local();
            assert!(matches!(wizard.sending(), Sending::Unknown(_)), "{:?}", wizard.sending());
            assert_whole(wizard, host);
        });
    }
    // What was certainly not stored may be erased, which ends sending.
    stopped(vec![received()], |wizard, host, pause| {
        wizard.wipe();
        pause.open();
        Executor::poll_local();
        assert_eq!((wizard.sending(), wizard.screen()), (Sending::Idle, Screen::Welcome));
        assert_eq!((host.sent.borrow().len(), host.erased.get()), (1, 1));
    });
}

fn after(retry_after: u32, reply: Reply) -> Reply {
    match reply {
        Reply::Answer { status, is_problem, body, .. } => {
            Reply::Answer { status, retry_after: Some(retry_after), is_problem, body }
        }
        other => other,
    }
}

fn as_problem(status: u16, body: &str) -> Reply {
    Reply::Answer { status, retry_after: None, is_problem: true, body: body.to_owned() }
}

/// The outcome is unknown, and nothing releases the application.
fn assert_unknown(wizard: Wizard, case: &str) {
    assert!(matches!(wizard.sending(), Sending::Unknown(_)), "{case}: {:?}", wizard.sending());
    wizard.reopen();
    wizard.stop();
    assert!(wizard.is_locked(), "{case}");
    assert!(matches!(wizard.sending(), Sending::Unknown(_)), "{case}: {:?}", wizard.sending());
    assert_eq!(wizard.with_draft(Draft::clone), common::sole_director(), "{case}");
}

#[test]
fn s5_responses_of_a_gateway_leave_the_outcome_unknown() {
    for reply in [
        Reply::Nothing,
        answer(408, ""),
        answer(500, "<title>Internal server error</title>"),
        answer(501, ""),
        answer(502, "<title>Bad gateway</title>"),
        answer(503, "<title>Service unavailable</title>"),
        as_problem(503, r#"{"type":"about:blank","title":"Service unavailable"}"#),
        // Only the type, in a response that is not a problem.
        answer(503, r#"{"type":"urn:eherkenning-wizard:busy"}"#),
        problem(500, "busy"),
        answer(504, ""),
        answer(511, "<title>Log in to the network</title>"),
        answer(409, ""),
    ] {
        sending(vec![reply.clone(); 5], |wizard, host| {
            assert_eq!(host.sent.borrow().len(), 5, "{reply:?}");
            assert_unknown(wizard, &format!("five times {reply:?}"));
        });
        // Once is enough: the last four were certainly not stored.
        let mut replies = vec![problem(503, "busy"); 5];
        replies[0] = reply.clone();
        sending(replies, |wizard, _| assert_unknown(wizard, &format!("once {reply:?}")));
    }
    // The backend asks for a longer wait than the wizard respects.
    sending(vec![after(3600, answer(503, ""))], |wizard, host| {
        assert_eq!(host.sent.borrow().len(), 1);
        assert_unknown(wizard, "503 for an hour");
    });
}

#[test]
fn an_application_that_was_certainly_not_stored_can_be_changed() {
    for reply in [answer(425, ""), answer(429, ""), problem(503, "busy"), Reply::Unsent] {
        sending(vec![reply.clone(); 5], |wizard, host| {
            assert_eq!(host.sent.borrow().len(), 5, "{reply:?}");
            assert!(matches!(wizard.sending(), Sending::GaveUp(_)), "{reply:?}: {:?}", wizard.sending());
            wizard.reopen();
            assert!(!wizard.is_locked(), "{reply:?}");
        });
    }
    sending(vec![after(3600, problem(503, "out_of_order"))], |wizard, _| {
        assert!(matches!(wizard.sending(), Sending::GaveUp(_)), "{:?}", wizard.sending());
    });
}

const ISSUES: &str = r#""issues":[{"place":"user.email","code":"email_shape","params":{},"title":"E-mail"}]"#;

#[test]
fn s6_a_refusal_after_silence_says_nothing_about_the_attempt_before() {
    for reply in [
        answer(401, ""),
        answer(403, "<title>Forbidden</title>"),
        problem(403, "origin_not_allowed"),
        answer(404, ""),
        problem(404, "not_found"),
        answer(405, ""),
        answer(410, ""),
        answer(451, ""),
        Reply::Redirect,
        answer(400, ""),
        answer(400, "<title>Bad request</title>"),
        answer(413, "<title>Request entity too large</title>"),
        answer(415, ""),
        answer(422, ""),
        answer(422, r#"{"code":"idempotency_key_reused"}"#),
        // Looks like ours, but has another media type.
        answer(422, &format!("{{{ISSUES}}}")),
        as_problem(400, r#"{"type":"about:blank","title":"Bad request"}"#),
        problem(400, "form_unreadable"),
        Reply::FileGone("gone".to_owned()),
    ] {
        for silence in [Reply::Nothing, answer(502, "")] {
            sending(vec![silence.clone(), reply.clone()], |wizard, host| {
                assert_eq!(host.sent.borrow().len(), 2, "{reply:?}");
                assert_unknown(wizard, &format!("{silence:?}, then {reply:?}"));
            });
        }
        // The same after a reload, which makes every outcome unknown.
        sending(vec![answer(200, "<title>"), reply.clone()], |wizard, _| {
            wizard.send();
            Executor::poll_local();
            assert_unknown(wizard, &format!("asked again, then {reply:?}"));
        });
        sending(vec![reply.clone()], |wizard, _| {
            assert!(!wizard.sending().may_arrive(), "the first answer: {reply:?}: {:?}", wizard.sending());
        });
    }
}

#[test]
fn a_refusal_in_our_format_settles_the_outcome_after_silence_too() {
    let reused = problem(422, "idempotency_key_reused");
    sending(vec![Reply::Nothing, reused], |wizard, _| {
        assert!(matches!(wizard.sending(), Sending::Conflict(_)), "{:?}", wizard.sending());
    });
    for status in [400, 422] {
        sending(vec![Reply::Nothing, as_problem(status, &format!("{{{ISSUES}}}"))], |wizard, _| {
            assert_eq!(wizard.screen(), Screen::Contact, "{status}");
            assert!(!wizard.is_locked(), "{status}");
        });
        sending(vec![Reply::Nothing, problem(status, "part_twice")], |wizard, _| {
            assert!(matches!(wizard.sending(), Sending::Issues(_)), "{status}: {:?}", wizard.sending());
        });
    }
    for status in [413, 415] {
        sending(vec![Reply::Nothing, problem(status, "request_too_large")], |wizard, _| {
            assert!(matches!(wizard.sending(), Sending::TooLarge(_)), "{status}: {:?}", wizard.sending());
            assert!(!wizard.is_locked());
        });
    }
}
