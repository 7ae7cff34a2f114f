//! Carries out what the machine of storing and sending decides, and tells it what came of that. Nothing else decides
//! about sending, trying again, erasing and resetting.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::host::Sent;
use super::{Event, Handed, SaveState, ServerNote, Told, Wizard};
use crate::domain::draft::Draft;
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Issue, Rule};
use crate::domain::submission::{self, Answer, Chance, Effect, Key, Notice, Outcome, Reply, State, Submission};

/// How much of a server's number for a request is shown, in characters.
const MAX_REQUEST_ID: usize = 64;
/// How much of a server's explanation is shown, in characters.
const MAX_DETAIL: usize = 300;

impl Wizard {
    /// What the applicant was told last, apart from the state of sending.
    pub fn told(self) -> Option<Told> {
        self.state().told.get()
    }

    /// Tells the applicant something apart from the state of sending.
    pub fn tell(self, told: Told) {
        self.state().told.set(Some(told));
    }

    /// Takes an event, then does what follows from it.
    pub(super) fn feed(self, event: submission::Event) {
        let state = self.state();
        let before = state.machine.get_untracked();
        let was_locked = before.is_locked();
        let (machine, effects) = before.step(event);
        let (is_open, is_received) = (!machine.is_locked(), matches!(machine.state(), State::Received { .. }));
        state.machine.set(machine);
        if was_locked && is_open {
            self.drop_gone_documents();
        }
        for effect in effects {
            self.carry_out(effect);
        }
        if is_received && state.screen.get_untracked() != Screen::Sent {
            self.show(Screen::Sent);
        }
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Store { number } => self.store(number),
            Effect::Send { number, submission } => self.post(number, submission),
            Effect::Ask { number, key } => self.ask(number, key),
            Effect::Abort { number } => self.host().abort(number),
            Effect::Wait { number, milliseconds } => {
                let wait = self.host().sleep(milliseconds);
                self.spawn(async move {
                    wait.await;
                    self.feed(submission::Event::Waited { number, chance: self.chance() });
                });
            }
            Effect::Finish => {
                let state = self.state();
                state.restored.set(false);
                // What was said about sending is no longer so.
                state.told.update(|told| *told = told.take().filter(|told| *told != Told::ResetRefused));
                self.save_receipt();
            }
            Effect::Erase => self.erase(),
            Effect::Tell(notice) => self.pass_on(notice),
        }
    }

    fn post(self, number: u32, submission: Submission) {
        let answering = move || {
            if self.is_alive() {
                self.feed(submission::Event::Answering { number });
            }
        };
        let sending = self.host().send(number, submission, Box::new(answering));
        self.spawn(async move {
            let event = match sending.await {
                Sent::Reply(reply) => {
                    self.note(&reply);
                    let answer = Answer::of(reply, self.host().now_unix());
                    submission::Event::Answered { number, answer, chance: self.chance() }
                }
                Sent::FilesMissing(files) => submission::Event::FilesMissing { number, files },
            };
            self.feed(event);
        });
    }

    fn ask(self, number: u32, key: Key) {
        let asking = self.host().ask(number, key);
        self.spawn(async move {
            let reply = asking.await;
            self.note(&reply);
            let outcome = Outcome::of(reply, self.host().now_unix());
            self.feed(submission::Event::Told { number, outcome, chance: self.chance() });
        });
    }

    /// Notes what only people read of a response.
    fn note(self, reply: &Reply) {
        let cut = |text: &str, most| text.chars().take(most).collect();
        let mut note = ServerNote::default();
        if let Reply::Answer(answer) = reply {
            note.request_id = cut(answer.request_id.as_deref().unwrap_or_default(), MAX_REQUEST_ID);
            note.detail =
                cut(answer.fields.as_ref().map(|fields| fields.detail.as_str()).unwrap_or_default(), MAX_DETAIL);
        }
        self.state().server_note.try_set(note);
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 up to 256")]
    fn chance(self) -> Chance {
        Chance((self.host().chance() * 256.0) as u8)
    }

    /// Erases everything, here and where it is saved, and starts again at the welcome screen.
    fn erase(self) {
        let state = self.state();
        let (language, partner) = state.draft.with_untracked(|draft| (draft.language, draft.partner.clone()));
        state.scans.set(Vec::new());
        state.draft.set(Draft { language, partner, ..Draft::default() });
        state.people.clear();
        state.seen.set(Vec::new());
        state.refused.set(Vec::new());
        state.told.set(None);
        state.handed.set(Handed::default());
        state.restored.set(false);
        state.returning.set(false);
        state.save_state.set(SaveState::Idle);
        state.changes.set(0);
        state.screen.set(Screen::Welcome);
        spawn_local(async move {
            state.host.erase().await;
            state.on_device.try_set(state.host.on_device());
        });
        self.tell_step();
    }

    /// Tells the host page, and the applicant what no state says.
    fn pass_on(self, notice: Notice) {
        let host = self.host();
        match notice {
            Notice::Submitted { reference, level } => host.tell(Event::Submitted { reference, level }),
            Notice::EarlierArrived { reference } => self.tell(Told::EarlierArrived(reference)),
            Notice::Failed(failure) => {
                let (code, retryable) = failure.code();
                host.tell(Event::Error { code, retryable });
                self.lead_to_refused();
            }
            Notice::Expired => self.tell(Told::Expired),
            Notice::ResetRefused => {
                host.tell(Event::Error { code: "reset_refused", retryable: true });
                self.tell(Told::ResetRefused);
            }
        }
    }

    /// Notes the remarks of the backend at their questions, and shows the screen of the first.
    fn lead_to_refused(self) {
        let state = self.state();
        let remarks = state.machine.with_untracked(|machine| match machine.state() {
            State::Refused { remarks, .. } => remarks.clone(),
            _ => Vec::new(),
        });
        let issues = remarks.iter().filter_map(submission::Remark::issue).collect::<Vec<_>>();
        let first = issues.iter().map(|issue| journey::screen_for(issue.place)).min();
        for issue in issues {
            self.refuse(issue);
        }
        if let Some(screen) = first {
            state.returning.set(screen < Screen::Check);
            self.show(screen);
            state.summary.update(|count| *count += 1);
        }
    }

    /// Asks anew for the documents whose bytes are gone.
    pub(super) fn drop_gone_documents(self) {
        let state = self.state();
        let is_gone = |id: &String| !state.host.holds(id);
        if !state.draft.with_untracked(|draft| draft.documents.iter().any(|document| is_gone(&document.id))) {
            return;
        }
        let mut places = Vec::new();
        state.draft.update(|draft| {
            let gone = draft.documents.extract_if(.., |document| is_gone(&document.id));
            places.extend(gone.filter_map(|document| document.place()));
        });
        for place in places {
            self.refuse(Issue { place, rule: Rule::DocumentGone, limit: String::new() });
        }
    }
}
