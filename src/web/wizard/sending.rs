//! Sending: freeze, keep, send, read the answer, try again; one application, whatever the network does.

use leptos::prelude::*;

use super::{Event, Frozen, Outcome, Reply, ServerIssue, Wizard, wait_seconds};
use crate::domain::application::{Seal, SignedApplication};
use crate::domain::draft::Draft;
use crate::domain::journey::{self, Screen};
use crate::domain::rules::{Issue, Place, Question, Rule};

/// How far sending is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Not begun.
    Idle,
    /// Making what is sent.
    Preparing,
    /// On its way, or waiting for the answer.
    Underway(Frozen),
    /// Waiting until the next try; seconds, and the number of that try.
    Retrying(Frozen, u32, usize),
    /// No network: waits for it.
    Offline(Frozen),
    /// The backend is still at it.
    Busy(Frozen),
    /// It may have arrived.
    Unknown(Frozen),
    /// Tried often enough: the applicant's turn.
    GaveUp(Frozen),
    /// Stopped by the applicant between two tries.
    Stopped(Frozen),
    /// Not possible here now.
    Refused(Frozen),
    /// The key was used for another application.
    Conflict(Frozen),
    /// The backend found something wrong, in its own words where the code is not known here.
    Issues(Vec<String>),
    /// Too large or of a wrong type.
    TooLarge(Vec<String>),
    /// Received under this reference.
    Received(String),
}

impl Sending {
    /// The application whose outcome is not known, to be kept.
    pub fn frozen(&self) -> Option<&Frozen> {
        match self {
            Self::Underway(frozen)
            | Self::Retrying(frozen, ..)
            | Self::Offline(frozen)
            | Self::Busy(frozen)
            | Self::Unknown(frozen)
            | Self::GaveUp(frozen)
            | Self::Stopped(frozen)
            | Self::Refused(frozen)
            | Self::Conflict(frozen) => Some(frozen),
            Self::Idle | Self::Preparing | Self::Issues(_) | Self::TooLarge(_) | Self::Received(_) => None,
        }
    }

    /// Whether something goes on by itself.
    pub fn is_underway(&self) -> bool {
        matches!(self, Self::Preparing | Self::Underway(_) | Self::Retrying(..) | Self::Offline(_) | Self::Busy(_))
    }
}

impl Wizard {
    /// How far sending is.
    pub fn sending(self) -> Sending {
        self.state().sending.get()
    }

    /// Reads how far sending is.
    pub fn with_sending<T>(self, read: impl FnOnce(&Sending) -> T) -> T {
        self.state().sending.with(read)
    }

    /// Whether an application is on its way, or was and is still fixed: until that is settled nothing changes.
    pub fn is_locked(self) -> bool {
        self.state().sending.with(|sending| sending.frozen().is_some() || sending.is_underway())
    }

    /// Finishes the application and sends it; says what is wrong when something is.
    pub fn send(self) {
        if self.state().sending.with_untracked(Sending::is_underway) {
            return;
        }
        if let Some(frozen) = self.state().sending.with_untracked(|sending| sending.frozen().cloned()) {
            return self.dispatch(frozen);
        }
        let host = self.host();
        // What is valid long enough is so on the day of sending, which may be another than that of the first question.
        let today = host.today();
        if self.state().facts.with_untracked(|facts| facts.today != today) {
            self.state().facts.update(|facts| facts.today = today);
        }
        if self.reveal_problems(Screen::Sign) {
            return;
        }
        let seal = Seal { id: host.new_id(), at: host.now() };
        let signed = self.state().draft.with_untracked(|draft| {
            self.state().facts.with_untracked(|facts| SignedApplication::seal(draft, facts, &seal))
        });
        match signed {
            Ok(signed) => {
                let application = Draft::from(&signed).to_json();
                self.state().in_doubt.set(false);
                self.dispatch(Frozen::new(&signed, application));
            }
            Err(issues) => {
                if let Some(first) = issues.iter().next() {
                    self.show(journey::screen_for(first.place));
                    self.reveal_problems(journey::screen_for(first.place));
                }
            }
        }
    }

    /// Lets go of an application that cannot be sent as it is, so that it can be changed and sent under a new number.
    pub fn reopen(self) {
        self.state().sending.set(Sending::Idle);
        self.save();
    }

    /// Stops trying by itself. What may have arrived is not called stopped: its outcome is unknown.
    pub fn stop(self) {
        if let Some(frozen) = self.state().sending.with_untracked(|sending| sending.frozen().cloned()) {
            let in_doubt = self.state().in_doubt.get_untracked();
            self.state().sending.set(if in_doubt { Sending::Unknown(frozen) } else { Sending::Stopped(frozen) });
        }
    }

    fn dispatch(self, frozen: Frozen) {
        if self.state().sending.with_untracked(|sending| matches!(sending, Sending::Unknown(_))) {
            self.state().in_doubt.set(true);
        }
        self.state().sending.set(Sending::Preparing);
        self.state().changes.update(|count| *count += 1);
        let (state, host) = (self.state(), self.host());
        self.spawn(async move {
            if state.is_kept {
                let mut kept = self.to_save();
                kept.frozen = Some(frozen.clone());
                // A tab that can keep nothing still sends: the key then lives as long as the page.
                host.save(kept.write()).await.ok();
            }
            let mut tries = 0;
            loop {
                let mut is_told = false;
                while !host.is_online() {
                    // Once: what is set again is read out again.
                    if !is_told {
                        state.sending.set(Sending::Offline(frozen.clone()));
                    }
                    is_told = true;
                    host.sleep(1000).await;
                    if self.is_stopped() {
                        return;
                    }
                }
                state.sending.set(Sending::Underway(frozen.clone()));
                let reply = host.send(frozen.clone()).await;
                tries += 1;
                let is_silent = matches!(reply, Reply::Nothing);
                let outcome = Outcome::of(reply);
                let (retry_after, is_busy) = match outcome {
                    Outcome::Later(retry_after) => (retry_after, false),
                    Outcome::Busy => (None, true),
                    outcome => return self.conclude(frozen, outcome),
                };
                if is_silent || is_busy {
                    self.state().in_doubt.set(true);
                }
                let Some(seconds) = wait_seconds(tries, retry_after, host.chance()) else {
                    let in_doubt = self.state().in_doubt.get_untracked();
                    let end = if in_doubt { Sending::Unknown(frozen) } else { Sending::GaveUp(frozen) };
                    host.tell(Event::Error { code: "send", retryable: true });
                    state.sending.set(end);
                    return;
                };
                let waiting = match is_busy {
                    true => Sending::Busy(frozen.clone()),
                    false => Sending::Retrying(frozen.clone(), whole_seconds(seconds), tries + 1),
                };
                state.sending.set(waiting);
                host.sleep(milliseconds(seconds)).await;
                if self.is_stopped() {
                    return;
                }
            }
        });
    }

    fn is_stopped(self) -> bool {
        self.state().sending.with_untracked(|sending| matches!(sending, Sending::Stopped(_) | Sending::Unknown(_)))
    }

    fn conclude(self, frozen: Frozen, outcome: Outcome) {
        let host = self.host();
        let failed = |code| host.tell(Event::Error { code, retryable: false });
        match outcome {
            Outcome::Received(reference) => {
                host.tell(Event::Submitted { reference: reference.clone(), level: frozen.level });
                self.state().sending.set(Sending::Received(reference));
                self.save_receipt();
                self.show(Screen::Sent);
            }
            Outcome::Issues(remarks) => {
                let words = self.take_remarks(&remarks);
                self.state().sending.set(Sending::Issues(words));
                failed("issues");
                self.lead_to_refused();
            }
            Outcome::TooLarge(remarks) => {
                let words = self.take_remarks(&remarks);
                self.state().sending.set(Sending::TooLarge(words));
                failed("too_large");
                self.lead_to_refused();
            }
            Outcome::FileGone(id) => {
                let place = self.state().draft.with_untracked(|draft| {
                    draft.documents.iter().find(|document| document.id == id).and_then(|document| document.place())
                });
                let place = place.unwrap_or(Question::Documents.into());
                self.change(|draft| draft.documents.retain(|document| document.id != id));
                self.refuse(Issue { place, rule: Rule::DocumentGone, limit: String::new() });
                self.state().sending.set(Sending::Idle);
                self.lead_to_refused();
            }
            Outcome::Conflict => {
                self.state().sending.set(Sending::Conflict(frozen));
                failed("conflict");
            }
            Outcome::Refused => {
                self.state().sending.set(Sending::Refused(frozen));
                failed("refused");
            }
            Outcome::Unknown | Outcome::Busy | Outcome::Later(_) => {
                self.state().sending.set(Sending::Unknown(frozen));
                host.tell(Event::Error { code: "unknown_outcome", retryable: true });
            }
        }
    }

    /// Notes the remarks of the backend at their questions; gives back those that belong to none.
    fn take_remarks(self, remarks: &[ServerIssue]) -> Vec<String> {
        let mut words = Vec::new();
        for remark in remarks {
            match (Place::parse(&remark.place), Rule::from_code(&remark.code)) {
                (Some(place), Some(rule)) => self.refuse(Issue { place, rule, limit: remark.params.limit.clone() }),
                _ => words.push(remark.title.chars().take(300).collect()),
            }
        }
        words.retain(|words: &String| !words.trim().is_empty());
        words
    }

    /// Shows the screen of the first remark.
    fn lead_to_refused(self) {
        let first = self
            .state()
            .refused
            .with_untracked(|refused| refused.iter().map(|issue| journey::screen_for(issue.place)).min());
        if let Some(screen) = first {
            self.state().returning.set(screen < Screen::Check);
            self.show(screen);
            self.state().summary.update(|count| *count += 1);
        }
    }

    /// Erases the answers, and keeps the reference alone.
    fn save_receipt(self) {
        let host = self.host();
        let kept = self.to_save().write();
        let is_kept = self.state().is_kept;
        leptos::task::spawn_local(async move {
            host.erase().await;
            if is_kept {
                host.save(kept).await.ok();
            }
        });
    }
}

/// Whole seconds, as told to the applicant.
fn whole_seconds(seconds: f64) -> u32 {
    milliseconds(seconds).div_ceil(1000)
}

/// Milliseconds of a wait, which is bounded by [`wait_seconds`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to two minutes")]
fn milliseconds(seconds: f64) -> u32 {
    (seconds.clamp(0.0, 120.0) * 1000.0) as u32
}
