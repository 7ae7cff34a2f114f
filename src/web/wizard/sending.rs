//! What the applicant and the host page can do about sending. What follows is decided by the machine.

use leptos::prelude::*;

use super::signatures::signed_answers;
use super::{Sending, ServerNote, Wizard};
use crate::domain::application::{Seal, SignedApplication};
use crate::domain::draft::Draft;
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Place, Question};
use crate::domain::submission::{Event, State, Submission, SubmittedFile};
use crate::domain::texts::Phrase;

impl Wizard {
    /// The state of sending.
    pub fn sending(self) -> Sending {
        self.state().sending.get()
    }

    /// Reads the state of sending.
    pub fn with_sending<T>(self, read: impl FnOnce(&Sending) -> T) -> T {
        self.state().sending.with(read)
    }

    /// Whether the answers are fixed: an application is on its way, or its outcome must be known first.
    pub fn is_locked(self) -> bool {
        self.with_sending(|sending| !sending.state.is_open() && !matches!(sending.state, State::Received { .. }))
    }

    /// Whether another tab works on this application.
    pub fn is_elsewhere(self) -> bool {
        self.with_sending(|sending| sending.state == State::Elsewhere)
    }

    /// The application that is fixed, to show its size and files or to save it.
    pub fn submission(self) -> Option<Submission> {
        self.state().machine.with_untracked(|machine| machine.submission().cloned())
    }

    /// What the server that responded last says to people.
    pub fn server_note(self) -> ServerNote {
        self.state().server_note.get_untracked()
    }

    /// Finishes the application and sends it; reports what is wrong if anything is.
    pub fn send(self) {
        let state = self.state();
        if state.machine.with_untracked(|machine| machine.is_locked()) {
            return;
        }
        let host = self.host();
        // The rules apply to the day of sending, which may be later than that of the first question.
        let today = host.today();
        if state.facts.with_untracked(|facts| facts.today != today) {
            state.facts.update(|facts| facts.today = today);
        }
        if self.reveal_problems(Screen::Sign) {
            return;
        }
        // Signatures of other devices must still be of these answers.
        if state.draft.with_untracked(|draft| signed_answers(draft).is_some()) {
            self.settle_signatures(Box::new(move |_| self.seal_and_send()));
        } else {
            self.seal_and_send();
        }
    }

    fn seal_and_send(self) {
        let (state, host) = (self.state(), self.host());
        let id = state.machine.with_untracked(|machine| machine.key().as_str().to_owned());
        let seal = Seal { id, at: host.now() };
        let signed = state
            .draft
            .with_untracked(|draft| state.facts.with_untracked(|facts| SignedApplication::seal(draft, facts, &seal)));
        match signed {
            Ok(signed) => {
                let submission = Submission::new(&signed, Draft::from(&signed).to_json());
                if let Some(submission) = submission {
                    self.feed(Event::Begin(submission));
                }
            }
            Err(issues) => {
                if let Some(first) = issues.iter().next() {
                    self.show(journey::screen_for(first.place));
                    self.reveal_problems(journey::screen_for(first.place));
                }
            }
        }
    }

    /// Goes on: tries again, or asks what became of it.
    pub fn retry(self) {
        self.feed(Event::Retry);
    }

    /// Stops what goes on by itself.
    pub fn stop(self) {
        self.feed(Event::Stop);
    }

    /// Opens the answers again; where the application may have arrived, the service is asked first.
    pub fn edit(self) {
        self.feed(Event::Edit);
    }

    /// Sends without a copy on this device; the applicant was told what that means.
    pub fn send_unstored(self) {
        self.feed(Event::SendUnstored);
    }

    /// Goes on with the same answers under another key; the applicant was told that the first application may have arrived.
    pub fn start_again(self) {
        self.feed(Event::StartAgain { key: self.host().new_key() });
    }

    /// The device says that there is a network, or none.
    pub fn network(self, is_online: bool) {
        self.feed(Event::Network { is_online });
    }

    /// Erases everything, unless an application may have arrived.
    pub fn reset(self) {
        self.feed(Event::Reset { key: self.host().new_key() });
    }

    /// The number of the application.
    pub fn number(self) -> String {
        self.state().machine.with(|machine| machine.key().as_str().to_owned())
    }

    /// Erases everything; the applicant was asked, and told if an application may have arrived.
    pub fn wipe(self) {
        if self.state().machine.with_untracked(|machine| machine.may_start_again()) {
            self.start_again();
        }
        self.reset();
    }

    /// Brings back a file whose bytes are gone; says so when it is another file.
    pub fn bring_back(self, wanted: SubmittedFile, file: super::ChosenFile, is_other: RwSignal<bool>) {
        let place = self.state().draft.with_untracked(|draft| {
            draft.documents.iter().find(|document| document.id == wanted.id).and_then(|document| document.place())
        });
        let place: Place = place.unwrap_or(Question::Documents.into());
        let limits = self.state().facts.with_untracked(|facts| facts.offer.attachments.clone());
        let host = self.host();
        self.spawn(async move {
            let is_back = host.bring_back(file, wanted, place, limits).await;
            is_other.try_set(!is_back);
            if !is_back {
                self.announce(self.phrase(Phrase::OtherFile).to_owned());
            }
            let is_whole = |submission: Submission| submission.files.iter().all(|file| host.holds(&file.id));
            if is_back && self.submission().is_some_and(is_whole) {
                self.feed(Event::FilesRestored);
                self.retry();
            }
        });
    }
}
