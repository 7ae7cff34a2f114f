//! A whole wizard with a fake host: what it shows, where it goes, what it sends.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

#[path = "common/mod.rs"]
mod common;
#[path = "wizard/handover.rs"]
mod handover;
#[path = "wizard/latch.rs"]
mod latch;
#[path = "wizard/look_up.rs"]
mod look_up;
#[path = "wizard/prefilled.rs"]
mod prefilled;
#[path = "wizard/sending.rs"]
mod sending;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use any_spawner::Executor;
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::draft::{DateDraft, DocumentDraft, Draft, RepresentativeDraft};
use eherkenning_wizard::domain::handover::{Handover, Passphrase};
use eherkenning_wizard::domain::journey::{Destination, Screen, Step};
use eherkenning_wizard::domain::lookup::Registration;
use eherkenning_wizard::domain::offer::Attachments;
use eherkenning_wizard::domain::redaction::RedactedScan;
use eherkenning_wizard::domain::rules::{Issue, Place, Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, Date, DocumentKind, Lang, Level, hexadecimal};
use eherkenning_wizard::domain::submission::{HttpAnswer, Key, Reply, StoreFault, Submission, SubmittedFile};
use eherkenning_wizard::web::wizard::{
    AcceptedFile, ChosenFile, DeviceAct, Event, Host, LookUpError, NotOpened, OnDevice, Refusal, RestoreError,
    SaveState, SavedDraft, SealedFile, Sent, Task, Told, Unsealed, WayBack, Wizard, fields,
};
use latch::Gate;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

/// A host that responds as the test says.
#[derive(Default)]
struct Made {
    replies: RefCell<VecDeque<Reply>>,
    sent: RefCell<Vec<Submission>>,
    waits: RefCell<Vec<u32>>,
    kept: RefCell<Option<String>>,
    /// Answers to the question what became of a key; without any, the backend does not know the question.
    outcomes: RefCell<VecDeque<Reply>>,
    asked: RefCell<Vec<Key>>,
    aborted: RefCell<Vec<u32>>,
    /// Why nothing can be saved.
    fault: Cell<Option<StoreFault>>,
    /// Files that are not here.
    missing: RefCell<Vec<String>>,
    is_superseded: Cell<bool>,
    events: RefCell<Vec<Event>>,
    erased: Cell<u32>,
    on_device: Cell<OnDevice>,
    reloads: Cell<u32>,
    /// Days since the applicant started.
    days: Cell<u32>,
    released: RefCell<Vec<String>>,
    /// What the register says, in turn, and for which numbers it was asked.
    registered: RefCell<VecDeque<Result<Registration, LookUpError>>>,
    looked_up: RefCell<Vec<String>>,
    /// How many numbers were given out.
    ids: Cell<u32>,
    /// What delays pauses, responses and saving.
    pauses: Gate,
    answers: Gate,
    saves: Gate,
}

impl Host for Made {
    fn today(&self) -> Date {
        let (year, day) = common::TODAY.rsplit_once('-').unwrap();
        Date::parse_iso(&format!("{year}-{}", day.parse::<u32>().unwrap() + self.days.get())).unwrap()
    }

    fn now(&self) -> String {
        common::MOMENT.to_owned()
    }

    fn now_unix(&self) -> i64 {
        0
    }

    fn new_key(&self) -> Key {
        let begun = self.ids.get();
        self.ids.set(begun + 1);
        let stem = common::ID.strip_suffix(char::is_alphanumeric).unwrap();
        Key::parse(&if begun == 0 { common::ID.to_owned() } else { format!("{stem}{begun}") }).unwrap()
    }

    fn chance(&self) -> f64 {
        0.0
    }

    fn sleep(&self, milliseconds: u32) -> Task<()> {
        self.waits.borrow_mut().push(milliseconds);
        self.pauses.pass()
    }

    fn is_online(&self) -> bool {
        true
    }

    fn catalogue(&self) -> Task<Option<Catalogue>> {
        Box::pin(async { Some(common::facts().catalogue) })
    }

    fn look_up_host(&self) -> Option<String> {
        Some("www.voorbeeld.example".to_owned())
    }

    fn look_up(&self, number: &str) -> Task<Result<Registration, LookUpError>> {
        self.looked_up.borrow_mut().push(number.to_owned());
        let registered = self.registered.borrow_mut().pop_front().unwrap_or(Err(LookUpError::Unavailable));
        let answered = self.answers.pass();
        Box::pin(async move {
            answered.await;
            registered
        })
    }

    fn accept_file(&self, _: ChosenFile, _: Place, _: Attachments) -> Task<Result<AcceptedFile, Refusal>> {
        Box::pin(async { Err((Rule::DocumentUnreadable, String::new())) })
    }

    fn accept_scan(
        &self,
        _: RedactedScan<web_sys::HtmlCanvasElement>,
        _: Place,
        _: String,
        _: Attachments,
    ) -> Task<Result<DocumentDraft, Refusal>> {
        Box::pin(async { Err((Rule::DocumentUnreadable, String::new())) })
    }

    fn accept_drawing(&self, _: web_sys::HtmlCanvasElement, _: Place) -> Task<Result<DocumentDraft, Refusal>> {
        Box::pin(async { Err((Rule::DocumentUnreadable, String::new())) })
    }

    fn preview(&self, _: &str) -> Option<String> {
        None
    }

    fn release(&self, id: &str) {
        self.released.borrow_mut().push(id.to_owned());
    }

    fn holds(&self, id: &str) -> bool {
        !self.missing.borrow().iter().any(|missing| missing == id)
    }

    fn save(&self, saved: SavedDraft, _: bool) -> Task<Result<(), StoreFault>> {
        let stored = self.fault.get().map_or(Ok(()), Err);
        if stored.is_ok() {
            *self.kept.borrow_mut() = Some(saved.write());
        }
        let saved = self.saves.pass();
        Box::pin(async move {
            saved.await;
            stored
        })
    }

    fn save_at_once(&self, saved: &SavedDraft) {
        *self.kept.borrow_mut() = Some(saved.write());
    }

    fn finish(&self, receipt: SavedDraft) -> Task<bool> {
        *self.kept.borrow_mut() = Some(receipt.write());
        Box::pin(async { true })
    }

    fn restore(&self) -> Task<Result<Option<SavedDraft>, RestoreError>> {
        let kept = self.kept.borrow().as_deref().and_then(SavedDraft::read);
        Box::pin(async move { Ok(kept) })
    }

    fn is_superseded(&self) -> bool {
        self.is_superseded.get()
    }

    fn is_old(&self) -> bool {
        self.days.get() > 7
    }

    fn on_device(&self) -> OnDevice {
        self.on_device.get()
    }

    fn change_device(&self, act: DeviceAct) -> Task<()> {
        match act {
            DeviceAct::Keep { .. } if self.on_device.get() == OnDevice::Never => {}
            DeviceAct::Keep { .. } | DeviceAct::TakeOver => self.on_device.set(OnDevice::Kept),
            DeviceAct::Forget => self.on_device.set(OnDevice::Asked),
        }
        Box::pin(async {})
    }

    fn erase(&self) -> Task<()> {
        self.erased.set(self.erased.get() + 1);
        *self.kept.borrow_mut() = None;
        Box::pin(async {})
    }

    fn bring_back(&self, _: ChosenFile, _: SubmittedFile, _: Place, _: Attachments) -> Task<bool> {
        Box::pin(async { false })
    }

    fn send(&self, _: u32, submission: Submission, _: Box<dyn Fn()>) -> Task<Sent> {
        let missing = submission.files.iter().map(|file| file.id.clone()).filter(|id| !self.holds(id));
        let missing: Vec<String> = missing.collect();
        if !missing.is_empty() {
            return Box::pin(async { Sent::FilesMissing(missing) });
        }
        self.sent.borrow_mut().push(submission);
        let reply = self.replies.borrow_mut().pop_front().unwrap_or(Reply::Nothing);
        let answered = self.answers.pass();
        Box::pin(async move {
            answered.await;
            Sent::Reply(reply)
        })
    }

    fn ask(&self, _: u32, key: Key) -> Task<Reply> {
        self.asked.borrow_mut().push(key);
        let reply = self.outcomes.borrow_mut().pop_front().unwrap_or_else(|| answer(404, ""));
        Box::pin(async { reply })
    }

    fn abort(&self, number: u32) {
        self.aborted.borrow_mut().push(number);
    }

    fn tell(&self, event: Event) {
        self.events.borrow_mut().push(event);
    }

    fn offer_text(&self, _: &str, _: String) {}

    fn passphrase(&self, _: Lang) -> Task<Option<String>> {
        Box::pin(async { None })
    }

    fn seal(&self, _: Handover, _: Passphrase, _: Date) -> Task<Option<SealedFile>> {
        Box::pin(async { None })
    }

    fn open(&self, _: ChosenFile, _: Passphrase, _: String) -> Task<Result<Unsealed, NotOpened>> {
        Box::pin(async { Err(NotOpened::Unavailable) })
    }

    fn hold_only(&self, _: Vec<(String, SealedFile)>) {}

    fn offer_file(&self, _: &str, _: &SealedFile) {}

    fn can_share(&self, _: &str, _: &SealedFile) -> bool {
        false
    }

    fn share(&self, _: &str, _: &SealedFile) {}

    fn digest(&self, text: String) -> Task<Option<String>> {
        let digest = hexadecimal(&Sha256::digest(text));
        Box::pin(async { Some(digest) })
    }

    fn page_address(&self) -> Option<String> {
        None
    }

    fn address(&self, _: &str) -> Option<String> {
        None
    }

    fn way_back(&self) -> Option<WayBack> {
        None
    }

    fn print(&self) {}

    fn reload(&self) {
        self.reloads.set(self.reloads.get() + 1);
    }

    fn copy(&self, _: &str) {}

    fn country_name(&self, code: &str, _: Lang) -> String {
        code.to_owned()
    }
}

/// Runs a test of one wizard.
fn with_wizard(draft: Draft, story: impl FnOnce(Wizard, &Made)) {
    Executor::init_futures_executor().ok();
    Owner::new().with(|| {
        let host = Rc::new(Made::default());
        let wizard = Wizard::new(host.clone(), common::facts().offer, draft, true);
        wizard.want_catalogue();
        Executor::poll_local();
        host.waits.borrow_mut().clear();
        story(wizard, &host);
    });
}

fn answer(status: u16, body: &str) -> Reply {
    Reply::Answer(Box::new(HttpAnswer { status, fields: fields(body), ..HttpAnswer::default() }))
}

/// A problem as `intake` tells it, with more in it.
fn problem_with(status: u16, code: &str, more: &str) -> Reply {
    let body = format!(r#"{{"type":"urn:eherkenning-wizard:{code}","code":"{code}"{more}}}"#);
    let content_type = "application/problem+json".to_owned();
    Reply::Answer(Box::new(HttpAnswer { status, content_type, fields: fields(&body), ..HttpAnswer::default() }))
}

/// A problem as `intake` reports it.
fn problem(status: u16, code: &str) -> Reply {
    problem_with(status, code, "")
}

fn received() -> Reply {
    answer(201, r#"{"reference":"EH-1"}"#)
}

/// Sends the application of a sole director, with these replies.
fn sending(replies: Vec<Reply>, story: impl FnOnce(Wizard, &Made)) {
    with_wizard(common::sole_director(), |wizard, host| {
        host.replies.borrow_mut().extend(replies);
        wizard.show(Screen::Sign);
        wizard.send();
        Executor::poll_local();
        story(wizard, host);
    });
}

#[test]
fn no_error_shows_before_the_applicant_continues() {
    with_wizard(Draft::default(), |wizard, host| {
        wizard.next();
        let screen = wizard.screen();
        assert_ne!(screen, Screen::Welcome);
        assert!(wizard.issues_here().is_empty());

        wizard.next();
        assert_eq!(wizard.screen(), screen, "an empty question is not passed");
        assert!(wizard.issues_here().iter().all(|issue| issue.rule == Rule::Required));
        assert!(!wizard.issues_here().is_empty());
        assert!(matches!(host.events.borrow().last(), Some(Event::Issues { .. })));
    });
}

#[test]
fn an_error_shows_once_the_question_was_answered_and_left_not_while_typing() {
    with_wizard(common::sole_director(), |wizard, _| {
        let place = Place::from(Question::Email);
        wizard.give(place, "nobody@");
        assert_eq!(wizard.issue_at(place), None);
        wizard.leave(place);
        assert_eq!(wizard.issue_at(place).map(|issue| issue.rule), Some(Rule::EmailShape));
        wizard.give(place, "");
        wizard.give(place, "anna@voorbeeld.example");
        assert_eq!(wizard.issue_at(place), None, "mended while typing, gone while typing");
    });
}

#[test]
fn an_announcement_does_not_outlive_its_screen() {
    with_wizard(common::sole_director(), |wizard, _| {
        wizard.announce("paspoort.jpg toegevoegd".to_owned());
        wizard.next();
        assert_eq!(wizard.announced(), "");
    });
}

#[test]
fn back_and_next_lose_nothing() {
    with_wizard(common::sole_director(), |wizard, _| {
        let mut way = vec![wizard.screen()];
        while wizard.screen() != Screen::Check {
            let before = wizard.screen();
            wizard.next();
            assert_ne!(wizard.screen(), before, "stuck: {:?}", wizard.issues_here());
            way.push(wizard.screen());
        }
        let answers = wizard.with_draft(Draft::clone);
        for screen in way.iter().rev().skip(1) {
            wizard.back();
            assert_eq!(wizard.screen(), *screen);
        }
        assert_eq!(wizard.with_draft(Draft::clone), answers);
    });
}

#[test]
fn an_identity_document_must_be_valid_for_a_month_on_the_day_of_sending() {
    for (days, screen) in [(0, Screen::Sent), (1, Screen::IdentityDocument)] {
        let mut draft = common::sole_director();
        draft.user.identity_document.expires_on = DateDraft::from("2026-12-23");
        with_wizard(draft, |wizard, host| {
            host.replies.borrow_mut().push_back(received());
            wizard.show(Screen::Sign);
            host.days.set(days);
            wizard.send();
            Executor::poll_local();
            assert_eq!(wizard.screen(), screen, "{days} days later");
            assert_eq!(host.sent.borrow().len(), usize::from(days == 0));
            let found: Vec<Rule> = wizard.issues_here().iter().map(|issue| issue.rule).collect();
            assert_eq!(found.contains(&Rule::IdentityDocumentExpiresSoon), days == 1);
        });
    }
}

fn page(name: &str) -> DocumentDraft {
    DocumentDraft { id: name.to_owned(), ..common::document(DocumentKind::KvkExtract, "organisation", name) }
}

#[test]
fn pages_keep_their_order_can_be_moved_and_are_replaced_in_place() {
    with_wizard(common::sole_director(), |wizard, host| {
        let place = Place::from(Question::KvkExtract);
        let names = || {
            wizard.with_draft(|draft| {
                draft.documents_at(place).map(|document| document.file_name.clone()).collect::<Vec<_>>()
            })
        };
        for name in ["one.pdf", "two.pdf", "three.pdf"] {
            wizard.attach(wizard.anchor(place), page(name), "");
        }
        wizard.move_up(place, "three.pdf");
        assert_eq!(names(), ["one.pdf", "three.pdf", "two.pdf"]);
        wizard.move_up(place, "one.pdf");
        wizard.move_up(place, "nobody.pdf");
        assert_eq!(names(), ["one.pdf", "three.pdf", "two.pdf"], "the first stays where it is");
        wizard.attach(wizard.anchor(place), page("four.pdf"), "three.pdf");
        assert_eq!(names(), ["one.pdf", "four.pdf", "two.pdf"]);
        assert_eq!(*host.released.borrow(), ["three.pdf"]);
        wizard.detach(place, "one.pdf");
        assert_eq!(names(), ["four.pdf", "two.pdf"]);
        assert_eq!(wizard.with_draft(|draft| draft.documents.len()), 3, "other documents are untouched");

        for number in 0..8 {
            wizard.attach(wizard.anchor(place), page(&format!("{number}.pdf")), "");
        }
        assert_eq!(wizard.issue_at(place), None);
        wizard.attach(wizard.anchor(place), page("eleventh.pdf"), "");
        assert_eq!(wizard.issue_at(place).map(|issue| issue.rule), Some(Rule::DocumentTooMany));
        assert_eq!(names().len(), 10);
        assert!(host.released.borrow().contains(&"eleventh.pdf".to_owned()));
        wizard.attach(wizard.anchor(place), page("instead.pdf"), "7.pdf");
        assert_eq!(names().len(), 10, "one may always be replaced");
        assert!(names().contains(&"instead.pdf".to_owned()));
    });
}

#[test]
fn a_change_from_the_check_page_returns_to_it() {
    with_wizard(common::sole_director(), |wizard, _| {
        wizard.show(Screen::Check);
        wizard.change_at(Question::Email.into());
        assert!(wizard.is_returning());
        wizard.next();
        assert_eq!(wizard.screen(), Screen::Check);
    });
}

#[test]
fn a_step_that_is_not_open_cannot_be_opened() {
    with_wizard(Draft::default(), |wizard, _| {
        assert!(!wizard.go_to(Destination::Step(Step::Check)));
        assert_eq!(wizard.screen(), Screen::Welcome);
    });
}

#[test]
fn row_32_saved_answers_are_restored_completely() {
    with_wizard(common::sole_director(), |wizard, host| {
        wizard.show(Screen::PersonalData);
        wizard.leave(Question::Email.into());
        wizard.save();
        Executor::poll_local();
        let kept = SavedDraft::read(host.kept.borrow().as_deref().unwrap()).unwrap();
        with_wizard(Draft::default(), |other, _| {
            other.resume(kept);
            assert_eq!(other.screen(), Screen::PersonalData);
            assert_eq!(other.with_draft(Draft::clone), wizard.with_draft(Draft::clone));
            assert!(other.is_restored());
        });
    });
}

#[test]
fn saving_on_this_device_that_fails_is_told_even_if_nothing_was_saved_before() {
    with_wizard(common::sole_director(), |wizard, _| {
        wizard.change_device(DeviceAct::Keep { with_documents: false });
        Executor::poll_local();
        assert_eq!((wizard.on_device(), wizard.save_state()), (OnDevice::Never, SaveState::NotOnDevice));
    });
}

#[test]
fn answers_are_saved_on_this_device_if_the_applicant_chooses_so() {
    with_wizard(common::sole_director(), |wizard, host| {
        wizard.leave(Question::Email.into());
        wizard.give(Question::Email.into(), "a@voorbeeld.example");
        wizard.save();
        Executor::poll_local();
        wizard.change_device(DeviceAct::Keep { with_documents: true });
        Executor::poll_local();
        // It is not offered here, so it fails, and that is reported.
        assert_eq!((wizard.on_device(), wizard.save_state()), (OnDevice::Never, SaveState::NotOnDevice));
        host.on_device.set(OnDevice::Asked);
        wizard.change_device(DeviceAct::Keep { with_documents: true });
        Executor::poll_local();
        assert_eq!((wizard.on_device(), wizard.save_state()), (OnDevice::Kept, SaveState::Saved));
        assert!(host.kept.borrow().is_some());
        wizard.change_device(DeviceAct::Forget);
        Executor::poll_local();
        assert_eq!(wizard.on_device(), OnDevice::Asked);
        assert!(host.kept.borrow().is_some());
    });
}

#[test]
fn a_tab_learns_that_another_took_over_and_can_take_back() {
    with_wizard(common::sole_director(), |wizard, host| {
        host.on_device.set(OnDevice::Elsewhere);
        wizard.leave(Question::Email.into());
        wizard.give(Question::Email.into(), "a@voorbeeld.example");
        wizard.save();
        Executor::poll_local();
        assert_eq!(wizard.on_device(), OnDevice::Elsewhere);
        host.is_superseded.set(true);
        wizard.look_again();
        assert!(wizard.is_elsewhere() && wizard.is_locked());
        wizard.give(Question::Email.into(), "b@voorbeeld.example");
        assert_eq!(wizard.answer(Question::Email.into()), "a@voorbeeld.example", "nothing changes here");
        wizard.change_device(DeviceAct::TakeOver);
        Executor::poll_local();
        assert_eq!(host.reloads.get(), 1);
    });
}

#[test]
fn erasing_removes_everything_except_the_language() {
    let mut draft = common::sole_director();
    draft.language = Some(Lang::En);
    with_wizard(draft, |wizard, host| {
        wizard.wipe();
        Executor::poll_local();
        assert_eq!(wizard.with_draft(Draft::clone), Draft { language: Some(Lang::En), ..Draft::default() });
        assert_eq!(host.erased.get(), 1);
    });
}

#[test]
fn a_page_that_was_open_for_too_long_starts_again_but_a_reference_stays() {
    for (days, erased) in [(7, 0), (8, 1)] {
        with_wizard(common::sole_director(), |wizard, host| {
            wizard.show(Screen::PersonalData);
            host.days.set(days);
            wizard.look_again();
            Executor::poll_local();
            assert_eq!(host.erased.get(), erased, "{days} days later");
            assert_eq!(wizard.screen(), if erased == 0 { Screen::PersonalData } else { Screen::Welcome });
            assert_eq!(wizard.with_draft(|draft| draft.user.email.is_empty()), erased == 1);
            assert_eq!(wizard.told(), (erased == 1).then_some(Told::Expired), "it is told");
        });
    }
    sending(vec![received()], |wizard, host| {
        host.days.set(8);
        wizard.look_again();
        assert_eq!(wizard.screen(), Screen::Sent);
    });
}

/// Two representatives besides the user, one of whom has a name.
fn represented() -> Draft {
    let mut draft = common::sole_director();
    draft.representatives.push(RepresentativeDraft {
        is_user: Some(false),
        given_names: "Pieter".to_owned(),
        surname: "Jansen".to_owned(),
        ..RepresentativeDraft::default()
    });
    draft.representatives.push(RepresentativeDraft { is_user: Some(false), ..RepresentativeDraft::default() });
    draft
}

#[test]
fn a_copy_of_an_identity_document_is_named_after_its_owner() {
    with_wizard(represented(), |wizard, _| {
        let copy = |row| Place::row(Question::RepresentativeIdCopy, row);
        assert_eq!(wizard.label(copy(1)), "Identiteitsbewijs van Pieter Jansen");
        assert_eq!(wizard.label(copy(2)), "Identiteitsbewijs van de vertegenwoordiger");
        let say = |row| wizard.sentence(&Issue { place: copy(row), rule: Rule::DocumentMissing, limit: String::new() });
        assert_eq!(say(1), "Voeg een kopie van het identiteitsbewijs van Pieter Jansen toe.");
        assert_eq!(say(2), "Voeg een kopie van het identiteitsbewijs van deze vertegenwoordiger toe.");
    });
}

#[test]
fn a_problem_in_a_list_says_whose_it_is() {
    with_wizard(represented(), |wizard, _| {
        let issue = |place: Place, rule| Issue { place, rule, limit: String::new() };
        let shared = |row| issue(Place::row(Question::RepresentativeEmail, row), Rule::EmailShared);
        let words = "Vul een ander e-mailadres in. Ieder heeft een eigen adres nodig.";
        assert!(wizard.listed_sentence(&shared(1)).ends_with(&format!(" (Pieter Jansen): {words}")));
        assert_ne!(wizard.listed_sentence(&shared(2)), wizard.listed_sentence(&shared(1)));
        assert_eq!(wizard.sentence(&shared(1)), words);
        let own = issue(Question::Email.into(), Rule::EmailComma);
        assert_eq!(wizard.listed_sentence(&own), wizard.sentence(&own));
        let copy = issue(Place::row(Question::RepresentativeIdCopy, 1), Rule::DocumentMissing);
        assert_eq!(wizard.listed_sentence(&copy), wizard.sentence(&copy));
        let applicant = issue(Place::row(Question::RepresentativeIsUser, 0), Rule::Required);
        assert_eq!(wizard.listed_sentence(&applicant), wizard.sentence(&applicant));
        let too_few = issue(Place::row(Question::RepresentativeSigns, 0), Rule::SignatoriesTooFew);
        assert_eq!(wizard.listed_sentence(&too_few), wizard.sentence(&too_few));
    });
}

#[test]
fn the_applicant_is_addressed_and_others_are_named() {
    with_wizard(represented(), |wizard, _| {
        assert_eq!(wizard.must_sign().as_deref(), Some("Alleen u."));
        assert_eq!(wizard.short(Place::row(Question::RepresentativeCapacity, 0)), "Uw functie");
        assert_eq!(wizard.short(Place::row(Question::RepresentativeCapacity, 1)), "Functie (Pieter Jansen)");
        assert_eq!(wizard.short(Place::row(Question::RepresentativeIsUser, 0)), "U bent vertegenwoordiger");
        assert_eq!(wizard.short(Question::OrganisationNumber.into()), "KVK-nummer");
    });
}

#[test]
fn insufficient_authority_is_reported_where_the_signatories_are_shown() {
    let mut draft = common::sole_director();
    draft.purpose.level = Some(Level::Eh4);
    draft.representatives[0].authority = Some(Authority::Limited);
    with_wizard(draft.clone(), |wizard, _| {
        let words = wizard.must_sign().unwrap();
        assert!(words.starts_with("Met deze bevoegdheid kan EH4 niet."), "{words}");
    });
    draft.representatives[0].authority = None;
    with_wizard(draft, |wizard, _| assert_eq!(wizard.must_sign(), None));
}

#[test]
fn who_signs_is_chosen_by_ticking_where_not_all_must() {
    let mut draft = represented();
    draft.representatives.iter_mut().for_each(|one| one.authority = Some(Authority::Joint));
    with_wizard(draft, |wizard, host| {
        let signs = || wizard.with_requirements(|requirements| requirements.signatories.rows.clone());
        let is_refused = || wizard.problems().iter().any(|issue| issue.rule == Rule::SignatoriesTooFew);
        assert_eq!(signs(), [0, 1], "the first ones, until somebody is ticked");
        wizard.choose_signatory(0, false);
        assert_eq!(signs(), [1]);
        assert!(is_refused());
        assert_eq!(
            wizard.must_sign().as_deref(),
            Some("Niet iedereen hoeft te ondertekenen. Kruis minstens 2 mensen aan die het doen.")
        );
        wizard.choose_signatory(2, true);
        assert_eq!(signs(), [1, 2]);
        assert!(!is_refused());
        wizard.remove_representative(1);
        assert_eq!(signs(), [0, 1], "two of two");
        assert!(host.kept.borrow().as_ref().is_some_and(|kept| kept.contains(r#""signs":true"#)));
    });
}

#[test]
fn work_that_takes_long_ends_at_the_person_it_began_for() {
    let mut draft = common::sole_director();
    draft.representatives.extend(["Fatima", "Kees"].map(|name| RepresentativeDraft {
        is_user: Some(false),
        given_names: name.to_owned(),
        ..RepresentativeDraft::default()
    }));
    with_wizard(draft, |wizard, host| {
        let copy = |row| Place::row(Question::RepresentativeIdCopy, row);
        let document = |id: &str| DocumentDraft {
            id: id.to_owned(),
            kind: Some(DocumentKind::RepresentativeIdCopy),
            ..DocumentDraft::default()
        };
        let (fatima, kees) = (wizard.anchor(copy(1)), wizard.anchor(copy(2)));
        wizard.remove_representative(1);
        wizard.attach(kees, document("of-kees"), "");
        wizard.attach(fatima, document("of-fatima"), "");
        wizard.refuse_file_at(fatima, (Rule::DocumentUnreadable, String::new()), "of-fatima.pdf");
        let attached = wizard.with_draft(|draft| {
            draft.documents.iter().map(|document| (document.id.clone(), document.of.clone())).collect::<Vec<_>>()
        });
        assert!(attached.contains(&("of-kees".to_owned(), "representatives.1".to_owned())), "{attached:?}");
        assert!(attached.iter().all(|(id, _)| id != "of-fatima"));
        assert_eq!(host.released.borrow().last().map(String::as_str), Some("of-fatima"));
        assert!(wizard.issue_at(copy(1)).is_none_or(|issue| issue.rule != Rule::DocumentUnreadable));
        // A row that is added now is somebody else.
        wizard.add_representative();
        assert_eq!(wizard.find(fatima), None);
        assert_eq!(wizard.find(wizard.anchor(copy(2))), Some(copy(2)));
        wizard.reset();
        assert_eq!(wizard.find(kees), None);
    });
}
