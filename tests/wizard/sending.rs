//! What becomes of an application that is sent. The machine itself is tested in `tests/submission`; here it is carried out.

use any_spawner::Executor;
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::journey::{Destination, Screen, Step};
use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::domain::submission::{Claim, Pause, Reason, Reply, State, StoreFault, StoreTrouble};
use eherkenning_wizard::web::wizard::{Event, SavedDraft, Told, Wizard, fields};

use super::{Made, answer, common, problem, problem_with, received, sending, with_wizard};

fn receipt() -> State {
    State::Received { reference: "EH-1".to_owned(), is_changed: false }
}

fn state(wizard: Wizard) -> State {
    wizard.sending().state
}

fn assert_unknown(wizard: Wizard) {
    let sending = wizard.sending();
    assert!(matches!(sending.state, State::YourTurn(_)), "{sending:?}");
    assert_eq!(sending.claim, Claim::MayHaveArrived);
    assert!(wizard.is_locked());
    assert_eq!(wizard.with_draft(Draft::clone), common::sole_director());
}

fn kept(host: &Made) -> SavedDraft {
    SavedDraft::read(host.kept.borrow().as_deref().unwrap()).unwrap()
}

#[test]
fn after_receipt_only_the_reference_is_left() {
    sending(vec![received()], |wizard, host| {
        assert_eq!(state(wizard), receipt());
        assert_eq!(wizard.screen(), Screen::Sent);
        assert_eq!(host.sent.borrow().len(), 1);
        let kept = host.kept.borrow().clone().unwrap();
        assert!(kept.contains("EH-1") && !kept.contains("voorbeeld.example"), "{kept}");
        let told = host.events.borrow();
        let told: Vec<_> = told.iter().filter(|event| matches!(event, Event::Submitted { .. })).collect();
        assert!(matches!(told.as_slice(), [Event::Submitted { reference, .. }] if reference == "EH-1"), "{told:?}");
        with_wizard(Draft::default(), |other, _| {
            other.resume(SavedDraft::read(&kept).unwrap());
            assert_eq!((state(other), other.screen()), (receipt(), Screen::Sent), "also after a reload");
            assert!(!other.is_restored());
        });
    });
}

#[test]
fn an_application_has_its_key_from_the_first_answer_on() {
    with_wizard(common::sole_director(), |wizard, host| {
        wizard.show(Screen::PersonalData);
        wizard.save();
        Executor::poll_local();
        let known = kept(host).record.key.clone();
        host.replies.borrow_mut().push_back(received());
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert!(host.sent.borrow().iter().all(|one| one.key == known && one.application.contains(known.as_str())));
    });
}

#[test]
fn the_same_bytes_are_sent_until_they_arrive() {
    sending(vec![problem(503, "busy"), Reply::Nothing, received()], |wizard, host| {
        assert_eq!(state(wizard), receipt());
        let sent = host.sent.borrow();
        assert_eq!(sent.len(), 3);
        assert!(sent.iter().all(|one| one == sent.first().unwrap()));
        let waits = host.waits.borrow();
        assert!(waits.contains(&1000) && waits.contains(&3000), "{waits:?}");
    });
}

#[test]
fn sending_waits_for_a_network() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().push_back(received());
        wizard.network(false);
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert_eq!((state(wizard), host.sent.borrow().len()), (State::Offline, 0));
        wizard.network(true);
        Executor::poll_local();
        assert_eq!(state(wizard), receipt());
    });
}

#[test]
fn after_the_last_attempt_the_applicant_decides() {
    sending(vec![problem(503, "busy"); 5], |wizard, host| {
        assert_eq!(state(wizard), State::YourTurn(Reason::Tried(None)));
        assert_eq!(wizard.sending().claim, Claim::NotTaken);
        assert_eq!(host.sent.borrow().len(), 5);
        host.replies.borrow_mut().push_back(received());
        wizard.retry();
        Executor::poll_local();
        assert_eq!(state(wizard), receipt());
        assert!(host.sent.borrow().iter().all(|one| one.key.as_str() == common::ID), "one key for one application");
    });
}

#[test]
fn silence_to_the_end_is_an_unknown_outcome_and_is_asked_about_after_a_reload() {
    sending(vec![Reply::Nothing; 5], |wizard, host| {
        assert_unknown(wizard);
        let kept = kept(host);
        with_wizard(Draft::default(), |other, host| {
            host.outcomes.borrow_mut().push_back(answer(200, r#"{"reference":"EH-1"}"#));
            other.resume(kept.clone());
            assert_eq!((state(other), other.screen()), (State::Asking, Screen::Sign));
            Executor::poll_local();
            assert_eq!((host.asked.borrow().len(), host.sent.borrow().len()), (1, 0), "asked, not sent");
            assert_eq!(other.screen(), Screen::Sent);
        });
        with_wizard(Draft::default(), |other, host| {
            other.resume(kept.clone());
            Executor::poll_local();
            assert_eq!(state(other), State::YourTurn(Reason::Found), "this backend cannot be asked");
            host.replies.borrow_mut().push_back(received());
            other.retry();
            Executor::poll_local();
            assert_eq!(state(other), receipt(), "so the same bytes are posted again");
            assert_eq!(host.sent.borrow().first(), wizard.submission().as_ref());
        });
    });
}

#[test]
fn a_remark_of_the_backend_leads_to_its_question_and_the_key_stays() {
    let more = r#","issues":[{"place":"user.email","code":"email_shape","params":{},"title":"E-mail"}]"#;
    sending(vec![problem_with(422, "issues", more), received()], |wizard, host| {
        assert_eq!(wizard.screen(), Screen::PersonalData);
        let issue = wizard.issue_at(Question::Email.into()).unwrap();
        assert_eq!(issue.rule, Rule::EmailShape);
        assert!(wizard.is_returning());
        wizard.give(Question::Email.into(), "other@voorbeeld.example");
        assert_eq!(wizard.issue_at(Question::Email.into()), None);
        wizard.send();
        Executor::poll_local();
        let sent = host.sent.borrow();
        assert!(sent.iter().all(|one| one.key.as_str() == common::ID));
        assert_ne!(sent.first(), sent.last());
    });
}

#[test]
fn what_the_backend_will_not_take_can_be_changed() {
    for reply in [answer(403, ""), Reply::Redirect] {
        sending(vec![reply.clone()], |wizard, _| {
            assert_eq!(state(wizard), State::NotHere, "{reply:?}");
            wizard.edit();
            assert_eq!(state(wizard), State::Editing);
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
        assert_eq!(wizard.screen(), Screen::PersonalData);
    });
}

#[test]
fn while_an_application_is_fixed_no_step_opens_and_nothing_changes() {
    for reply in [answer(200, "<title>"), answer(403, "")] {
        sending(vec![reply], |wizard, _| {
            assert!(wizard.is_locked(), "{:?}", wizard.sending());
            assert!(!wizard.go_to(Destination::Step(Step::Purpose)));
            wizard.give(Question::Email.into(), "other@voorbeeld.example");
            assert!(!wizard.prefill(r#"{"user":{"email":"other@voorbeeld.example"}}"#));
            assert_eq!(wizard.with_draft(Draft::clone), common::sole_director());
            assert_eq!(wizard.screen(), Screen::Sign);
        });
    }
}

#[test]
fn nothing_leaves_before_it_is_stored() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().push_back(received());
        let (save, pause) = (host.saves.shut(), host.pauses.shut());
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert_eq!((state(wizard), host.sent.borrow().len()), (State::Storing(None), 0));
        pause.open();
        Executor::poll_local();
        assert_eq!(state(wizard), State::Storing(Some(StoreTrouble::Slow)), "five seconds later");
        assert_eq!(host.sent.borrow().len(), 0);
        save.open();
        Executor::poll_local();
        assert_eq!((state(wizard), host.sent.borrow().len()), (receipt(), 1));
    });
}

#[test]
fn a_store_that_fails_is_told_and_the_applicant_may_send_all_the_same() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.fault.set(Some(StoreFault::Full));
        host.replies.borrow_mut().push_back(received());
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert_eq!((state(wizard), host.sent.borrow().len()), (State::Storing(Some(StoreTrouble::Full)), 0));
        wizard.send_unstored();
        Executor::poll_local();
        assert_eq!((state(wizard), host.sent.borrow().len()), (receipt(), 1));
    });
}

#[test]
fn s9_a_tab_whose_record_is_older_sends_nothing() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.fault.set(Some(StoreFault::Newer));
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert!(wizard.is_elsewhere());
        assert!(host.sent.borrow().is_empty());
        wizard.reset();
        assert_eq!((wizard.told(), host.erased.get()), (Some(Told::ResetRefused), 0));
    });
}

#[test]
fn s4_files_that_are_gone_are_asked_for_under_the_same_key() {
    sending(vec![Reply::Nothing; 5], |_, host| {
        let kept = kept(host);
        with_wizard(Draft::default(), |other, host| {
            let ids: Vec<String> = common::sole_director().documents.iter().map(|file| file.id.clone()).collect();
            host.missing.borrow_mut().extend(ids.clone());
            other.resume(kept);
            Executor::poll_local();
            other.retry();
            Executor::poll_local();
            assert_eq!(state(other), State::MissingFiles(ids));
            assert!(host.sent.borrow().is_empty());
            other.edit();
            Executor::poll_local();
            assert_unknown_without_files(other);
            host.outcomes.borrow_mut().push_back(problem(404, "key_unknown"));
        });
    });
}

fn assert_unknown_without_files(wizard: Wizard) {
    assert_eq!(state(wizard), State::YourTurn(Reason::OutcomeNeeded), "nobody can tell what became of it");
    assert!(wizard.sending().may_start_again, "but it is no dead end");
}

#[test]
fn an_application_that_never_arrived_is_opened_again_without_the_files_that_are_gone() {
    sending(vec![Reply::Nothing; 5], |_, host| {
        let kept = kept(host);
        with_wizard(Draft::default(), |other, host| {
            host.missing.borrow_mut().push(common::sole_director().documents[0].id.clone());
            host.outcomes.borrow_mut().extend([problem(404, "key_unknown"), problem(404, "key_unknown")]);
            other.resume(kept);
            Executor::poll_local();
            assert_eq!(wizard_claim(other), Claim::NotTaken);
            other.edit();
            Executor::poll_local();
            assert_eq!(state(other), State::Editing);
            assert!(other.problems().iter().any(|issue| issue.rule == Rule::DocumentGone));
        });
    });
}

fn wizard_claim(wizard: Wizard) -> Claim {
    wizard.sending().claim
}

/// Sends, stops in the pause after the first try, and hands over what that pause waits for.
fn stopped(replies: Vec<Reply>, story: impl FnOnce(Wizard, &Made, super::latch::Latch)) {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().push_back(problem(503, "busy"));
        host.replies.borrow_mut().extend(replies);
        let pause = host.pauses.shut();
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        assert!(matches!(state(wizard), State::Waiting { pause: Pause::Later, .. }), "{:?}", wizard.sending());
        host.pauses.leave_open();
        wizard.stop();
        assert_eq!(state(wizard), State::YourTurn(Reason::Stopped));
        Executor::poll_local();
        story(wizard, host, pause);
    });
}

#[test]
fn s1_the_pause_of_a_stopped_sending_ends_after_the_application_was_received() {
    stopped(vec![received()], |wizard, host, pause| {
        wizard.retry();
        Executor::poll_local();
        assert_eq!(state(wizard), receipt());
        let kept = host.kept.borrow().clone();
        pause.open();
        Executor::poll_local();
        assert_eq!((state(wizard), wizard.screen()), (receipt(), Screen::Sent));
        assert_eq!(*host.kept.borrow(), kept, "the answers stay erased");
        assert_eq!(host.sent.borrow().len(), 2);
    });
}

#[test]
fn s2_and_s3_the_pause_of_a_stopped_sending_ends_after_an_answer_was_changed() {
    stopped(vec![received()], |wizard, host, pause| {
        wizard.edit();
        wizard.give(Question::Email.into(), "other@voorbeeld.example");
        pause.open();
        Executor::poll_local();
        assert_eq!(host.sent.borrow().len(), 1, "what was changed is not sent as it was before");
        assert_eq!(wizard.answer(Question::Email.into()), "other@voorbeeld.example");
        wizard.send();
        Executor::poll_local();
        assert_eq!(state(wizard), receipt());
        let sent = host.sent.borrow();
        assert!(sent.len() == 2 && sent.iter().all(|one| one.key.as_str() == common::ID), "under one key");
    });
}

#[test]
fn a_late_answer_settles_the_outcome_of_a_sending_that_was_stopped() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().push_back(received());
        let (late, _pause) = (host.answers.shut(), host.pauses.shut());
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        wizard.stop();
        assert_unknown(wizard);
        assert_eq!(host.aborted.borrow().len(), 1);
        late.open();
        Executor::poll_local();
        assert_eq!((state(wizard), wizard.screen()), (receipt(), Screen::Sent));
    });
}

#[test]
fn s12_and_s10_nothing_is_erased_while_the_outcome_is_unknown() {
    sending(vec![answer(200, "<title>")], |wizard, host| {
        host.days.set(8);
        wizard.look_again();
        wizard.reset();
        Executor::poll_local();
        assert_unknown(wizard);
        assert_eq!((host.erased.get(), wizard.told()), (0, Some(Told::ResetRefused)));
    });
    stopped(vec![], |wizard, host, pause| {
        wizard.reset();
        assert_eq!(host.erased.get(), 0, "what was turned away keeps its key");
        wizard.wipe();
        pause.open();
        Executor::poll_local();
        assert_eq!((state(wizard), wizard.screen()), (State::Editing, Screen::Welcome));
        assert_eq!(
            (host.sent.borrow().len(), host.erased.get()),
            (1, 1),
            "unless the applicant, who was told, wants it"
        );
    });
}

#[test]
fn row_43_what_another_version_saved_is_not_read() {
    sending(vec![Reply::Nothing; 5], |_, host| {
        let now = host.kept.borrow().clone().unwrap();
        for other in ["\"version\":1", "\"version\":3", "\"format\":2"] {
            assert_eq!(SavedDraft::read(&now.replacen("\"version\":2", other, 1)), None, "{other}");
        }
        assert!(SavedDraft::read(&now).is_some());
    });
}

#[test]
fn what_was_saved_on_a_screen_that_is_gone_opens_at_the_first_question() {
    sending(vec![Reply::Nothing; 5], |_, host| {
        let now = host.kept.borrow().clone().unwrap();
        let before = now.replacen("\"screen\":\"sign\"", "\"screen\":\"contact\"", 1);
        assert_ne!(before, now);
        let saved = [before, now].map(|text| SavedDraft::read(&text).unwrap());
        assert_eq!(saved.each_ref().map(|saved| saved.screen), [Screen::OrganisationKind, Screen::Sign]);
        let [before, now] = saved.map(|saved| saved.draft);
        assert_eq!(before, now);
    });
}

#[test]
fn each_field_of_an_answer_is_read_by_itself() {
    let read =
        fields(r#"{"reference": 12, "type": true, "code": null, "title": "T", "issues": "none", "more": [1.5, -1]}"#);
    let read = read.unwrap();
    assert_eq!((read.reference.as_deref(), read.kind.as_str(), read.title.as_str()), (Some("12"), "", "T"));
    let errors = |body: &str| fields(body).unwrap().errors;
    assert_eq!(
        errors(r#"{"errors": ["one", {"detail": "two"}, {"message": "three"}, {}, true]}"#),
        ["one", "two", "three"]
    );
    assert_eq!(errors(r#"{"errors": {"Email": ["one", "two"], "Name": ["three"]}}"#), ["one", "two", "three"]);
    let issues = fields(r#"{"issues": [{"place": "user.email", "params": {"limit": 3}}, 1]}"#).unwrap().issues;
    assert_eq!((issues[0].place.as_str(), issues[0].limit.as_str()), ("user.email", "3"));
    for body in ["", "[]", "\"EH-1\"", "{\"reference\": \"EH-", "<title>"] {
        assert_eq!(fields(body), None, "{body}");
    }
}
