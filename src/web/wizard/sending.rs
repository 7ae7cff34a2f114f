//! Sending: fix the bytes, store them, send them, retry; one application, whatever the network does. `answered` handles
//! the outcome.

use leptos::prelude::*;

use super::{Event, Outcome, Reply, Sending, Submission, Wizard, wait_seconds};
use crate::domain::application::{Seal, SignedApplication};
use crate::domain::draft::Draft;
use crate::domain::journey::{self, Screen};

impl Wizard {
    /// The state of sending.
    pub fn sending(self) -> Sending {
        self.state().sending.get()
    }

    /// Reads the state of sending.
    pub fn with_sending<T>(self, read: impl FnOnce(&Sending) -> T) -> T {
        self.state().sending.with(read)
    }

    /// Whether an application is being sent, or may have arrived: until that is settled nothing changes.
    pub fn is_locked(self) -> bool {
        self.state().sending.with(|sending| sending.submission().is_some() || sending.is_underway())
    }

    /// Finishes the application and sends it; reports what is wrong if anything is.
    pub fn send(self) {
        if self.state().sending.with_untracked(Sending::is_underway) {
            return;
        }
        if let Some(submission) = self.state().sending.with_untracked(|sending| sending.submission().cloned()) {
            return self.dispatch(submission);
        }
        let host = self.host();
        // The rules apply to the day of sending, which may be later than that of the first question.
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
                self.dispatch(Submission::new(&signed, application));
            }
            Err(issues) => {
                if let Some(first) = issues.iter().next() {
                    self.show(journey::screen_for(first.place));
                    self.reveal_problems(journey::screen_for(first.place));
                }
            }
        }
    }

    /// Releases an application that was refused, so that it can be changed and sent under a new number.
    ///
    /// Does nothing while it may have arrived: a used number is kept until its outcome is known.
    pub fn reopen(self) {
        if self.state().sending.with_untracked(Sending::may_arrive) {
            return;
        }
        self.state().sending.set(Sending::Idle);
        self.save();
    }

    /// Stops automatic retries. If the application may have arrived, the outcome is unknown instead of stopped.
    pub fn stop(self) {
        let Some(submission) = self.state().sending.with_untracked(|sending| sending.submission().cloned()) else {
            return;
        };
        if self.state().sending.with_untracked(|sending| matches!(sending, Sending::Underway(_) | Sending::Unknown(_)))
        {
            self.state().in_doubt.set(true);
        }
        self.supersede();
        let in_doubt = self.state().in_doubt.get_untracked();
        self.state().sending.set(if in_doubt { Sending::Unknown(submission) } else { Sending::Stopped(submission) });
    }

    /// Ends the current attempt, if any, so that it sends and shows nothing more. Returns the number of the next.
    pub(super) fn supersede(self) -> usize {
        self.state().attempt.update(|attempt| *attempt += 1);
        self.state().attempt.get_untracked()
    }

    fn is_current(self, attempt: usize) -> bool {
        self.state().attempt.get_untracked() == attempt
    }

    /// Shows the state of an attempt; `false` if it was superseded.
    fn advance(self, attempt: usize, sending: Sending) -> bool {
        let is_current = self.is_current(attempt);
        if is_current {
            self.state().sending.set(sending);
        }
        is_current
    }

    fn dispatch(self, submission: Submission) {
        if self.state().sending.with_untracked(|sending| matches!(sending, Sending::Unknown(_))) {
            self.state().in_doubt.set(true);
        }
        let attempt = self.supersede();
        self.state().sending.set(Sending::Preparing);
        self.state().changes.update(|count| *count += 1);
        self.spawn(async move {
            self.store_submission(&submission).await;
            self.keep_trying(attempt, submission).await;
        });
    }

    /// Stores the application before its first byte is sent, so that after a crash the wizard knows what to ask about.
    async fn store_submission(self, submission: &Submission) {
        if self.state().is_kept {
            let mut saved = self.to_save();
            saved.submission = Some(submission.clone());
            // A tab that cannot store anything still sends: the key then lives as long as the page.
            self.host().save(saved.write()).await.ok();
        }
    }

    /// Sends until a response ends it, or the applicant has to decide. After each wait the attempt may have been
    /// superseded.
    async fn keep_trying(self, attempt: usize, submission: Submission) {
        let host = self.host();
        let mut tries = 0;
        loop {
            self.wait_for_network(attempt, &submission).await;
            if !self.advance(attempt, Sending::Underway(submission.clone())) {
                return;
            }
            let reply = host.send(submission.clone()).await;
            if !self.is_current(attempt) {
                return self.learn_late(submission, reply);
            }
            tries += 1;
            let outcome = Outcome::of(reply, self.state().in_doubt.get_untracked());
            let (retry_after, is_busy) = match outcome {
                Outcome::Later { retry_after, may_have_arrived } => {
                    if may_have_arrived {
                        self.state().in_doubt.set(true);
                    }
                    (retry_after, false)
                }
                Outcome::Busy => {
                    self.state().in_doubt.set(true);
                    (None, true)
                }
                outcome => return self.conclude(submission, outcome),
            };
            let Some(seconds) = wait_seconds(tries, retry_after, host.chance()) else {
                let in_doubt = self.state().in_doubt.get_untracked();
                host.tell(Event::Error { code: "send", retryable: true });
                self.state().sending.set(if in_doubt {
                    Sending::Unknown(submission)
                } else {
                    Sending::GaveUp(submission)
                });
                return;
            };
            let waiting = if is_busy {
                Sending::Busy(submission.clone())
            } else {
                Sending::Retrying(submission.clone(), whole_seconds(seconds), tries + 1)
            };
            if !self.advance(attempt, waiting) {
                return;
            }
            host.sleep(milliseconds(seconds)).await;
        }
    }

    /// Waits until there is a network, and sets the state only once, because setting it again would be read out again.
    async fn wait_for_network(self, attempt: usize, submission: &Submission) {
        let host = self.host();
        let mut is_told = false;
        while self.is_current(attempt) && !host.is_online() {
            if !is_told {
                self.advance(attempt, Sending::Offline(submission.clone()));
                is_told = true;
            }
            host.sleep(1000).await;
        }
    }

    /// Handles the response to a stopped attempt: it may still settle the outcome of its application, and nothing else.
    fn learn_late(self, submission: Submission, reply: Reply) {
        let is_same = |sending: &Sending| {
            !sending.is_underway() && sending.submission().is_some_and(|current| current.id == submission.id)
        };
        let is_open = self.state().sending.with_untracked(is_same);
        if let Some(outcome @ Outcome::Received(_)) = is_open.then(|| Outcome::of(reply, true)) {
            self.conclude(submission, outcome);
        }
    }
}

/// Whole seconds, as shown to the applicant.
fn whole_seconds(seconds: f64) -> u32 {
    milliseconds(seconds).div_ceil(1000)
}

/// A wait in milliseconds, limited by [`wait_seconds`].
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to two minutes")]
fn milliseconds(seconds: f64) -> u32 {
    (seconds.clamp(0.0, 120.0) * 1000.0) as u32
}
