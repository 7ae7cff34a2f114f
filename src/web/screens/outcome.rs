//! How far sending is, in words, with what the applicant can do. The words never say more than is known.

use leptos::prelude::*;

use super::keeping::{Confirmation, ask_first};
use super::missing_files;
use crate::domain::journey::Screen;
use crate::domain::submission::{Claim, Pause, Reason, Refusal, State, StoreTrouble};
use crate::domain::texts::{Phrase, size};
use crate::web::dom::{Element, IntoChild, div, li, p, ul};
use crate::web::kit::{ButtonKind, NoticeKind, button, hint, spoken_notice};
use crate::web::wizard::{Sending, ServerNote, Wizard};

/// The state of sending; `None` before it started.
pub(super) fn outcome(wizard: Wizard) -> impl IntoChild {
    move || {
        let sending = wizard.sending();
        let (kind, words) = words(wizard, &sending)?;
        let bar = sending.state.is_underway().then(|| div().class("sending__bar").attr("aria-hidden", "true"));
        let notice = spoken_notice(kind)
            .child(words)
            .child(advice(wizard, &sending))
            .child(remarks(wizard, &sending))
            .child(bar);
        let number = number(wizard, &sending);
        let files = match &sending.state {
            State::MissingFiles(ids) => Some(missing_files::missing_files(wizard, ids)),
            _ => None,
        };
        let buttons = div().class("actions").child(buttons(wizard, &sending));
        let fresh_start = offers_fresh_start(&sending).then(|| start_again(wizard));
        let sending = div().class("sending").attr("data-sending", code(&sending));
        Some(sending.child(notice).child(files).child(buttons).child(fresh_start).child(number))
    }
}

const fn code(sending: &Sending) -> &'static str {
    match &sending.state {
        State::Editing => "idle",
        State::Storing(None) => "preparing",
        State::Storing(Some(_)) => "not-stored",
        State::Sending => "underway",
        State::Waiting { pause: Pause::Busy, .. } => "busy",
        State::Waiting { .. } => "retrying",
        State::Offline => "offline",
        State::Asking => "asking",
        State::YourTurn(_) | State::NotHere if matches!(sending.claim, Claim::MayHaveArrived) => "unknown",
        State::YourTurn(Reason::Stopped) => "stopped",
        State::YourTurn(_) => "gave-up",
        State::NotHere => "refused",
        State::Conflict => "conflict",
        State::Refused { refusal: Refusal::Issues, .. } => "issues",
        State::Refused { refusal: Refusal::TooLarge, .. } => "too-large",
        State::MissingFiles(_) => "missing-files",
        State::Received { .. } => "received",
        State::Elsewhere => "elsewhere",
    }
}

fn words(wizard: Wizard, sending: &Sending) -> Option<(NoticeKind, Element)> {
    let may_have_arrived = sending.claim == Claim::MayHaveArrived;
    let (kind, phrase) = match &sending.state {
        State::Editing | State::Received { .. } | State::Elsewhere => return None,
        State::Storing(None) => (NoticeKind::Info, Phrase::SendPreparing),
        State::Storing(Some(StoreTrouble::Slow)) => (NoticeKind::Warning, Phrase::StoreSlow),
        State::Storing(Some(StoreTrouble::Full | StoreTrouble::Failed)) => (NoticeKind::Error, Phrase::StoreFailed),
        State::Sending => {
            let bytes = wizard.submission().map(|submission| submission.size_bytes()).unwrap_or_default();
            let words = wizard.fill(Phrase::SendSending, &[("size", &size(wizard.lang(), bytes))]);
            return Some((NoticeKind::Info, p().child(words)));
        }
        State::Waiting { pause: Pause::Busy, .. } => (NoticeKind::Info, Phrase::SendBusy),
        State::Waiting { milliseconds, .. } => {
            let (seconds, number) = (milliseconds.div_ceil(1000).to_string(), sending.attempt.to_string());
            let words = wizard.fill(Phrase::SendRetrying, &[("seconds", &seconds), ("n", &number)]);
            return Some((NoticeKind::Warning, p().child(words)));
        }
        State::Offline => (NoticeKind::Warning, Phrase::SendOffline),
        State::Asking => (NoticeKind::Info, Phrase::SendAsking),
        State::YourTurn(Reason::OutcomeNeeded) => (NoticeKind::Warning, Phrase::SendOutcomeNeeded),
        State::YourTurn(_) if may_have_arrived => (NoticeKind::Warning, Phrase::SendUnknown),
        State::YourTurn(_) if sending.claim == Claim::NotTaken => (NoticeKind::Error, Phrase::SendNotTaken),
        State::YourTurn(_) => (NoticeKind::Error, Phrase::SendGaveUp),
        State::NotHere if may_have_arrived => (NoticeKind::Warning, Phrase::SendUnknown),
        State::NotHere => (NoticeKind::Error, Phrase::SendRefused),
        State::Conflict => (NoticeKind::Error, Phrase::SendConflict),
        State::Refused { refusal: Refusal::Issues, .. } => (NoticeKind::Error, Phrase::SendIssues),
        State::Refused { refusal: Refusal::TooLarge, .. } => (NoticeKind::Error, Phrase::SendTooLarge),
        State::MissingFiles(_) => (NoticeKind::Warning, Phrase::SendMissingFiles),
    };
    Some((kind, p().child(wizard.phrase(phrase))))
}

/// The numbers by which the supplier finds the application and the request.
fn number(wizard: Wizard, sending: &Sending) -> Option<Element> {
    if !is_stuck(&sending.state) {
        return None;
    }
    let mut number = wizard.submission()?.key.as_str().to_owned();
    let ServerNote { request_id, .. } = wizard.server_note();
    if !request_id.is_empty() {
        number = [&number, " / ", &request_id].concat();
    }
    Some(hint(wizard.fill(Phrase::SendNumber, &[("number", &number)])))
}

/// Whether it is the applicant's turn, and nothing in the answers is wrong.
const fn is_stuck(state: &State) -> bool {
    matches!(state, State::YourTurn(_) | State::NotHere | State::Conflict | State::MissingFiles(_))
}

/// What to do before trying again, or when.
fn advice(wizard: Wizard, sending: &Sending) -> Option<Element> {
    let State::YourTurn(reason) = sending.state else { return None };
    let words = match reason {
        Reason::Stranger => wizard.phrase(Phrase::SendStranger).to_owned(),
        Reason::Tried(Some(seconds)) => {
            let (phrase, unit, value) = match seconds.div_ceil(60) {
                minutes @ 0..120 => (Phrase::SendComeBack, "minutes", minutes),
                minutes => (Phrase::SendComeBackHours, "hours", minutes.div_ceil(60)),
            };
            wizard.fill(phrase, &[(unit, &value.to_string())])
        }
        _ => return None,
    };
    Some(p().child(words))
}

/// The backend's own words, as plain text.
fn remarks(wizard: Wizard, sending: &Sending) -> Option<Element> {
    let row = |words: &str| (!words.is_empty()).then(|| li().child(words));
    let rows: Vec<Element> = match &sending.state {
        State::Refused { remarks, .. } => {
            remarks.iter().filter(|remark| remark.issue().is_none()).filter_map(|remark| row(&remark.title)).collect()
        }
        State::NotHere => row(&wizard.server_note().detail).into_iter().collect(),
        _ => Vec::new(),
    };
    (!rows.is_empty()).then(|| ul().class("problems").child(rows))
}

/// What the applicant can do now, most helpful first.
fn buttons(wizard: Wizard, sending: &Sending) -> Vec<Element> {
    use ButtonKind::{Primary, Quiet, Secondary};
    let act = |kind, action: &'static str, phrase, act: fn(Wizard)| {
        button(kind, move || act(wizard)).attr("data-action", action).child(wizard.phrase(phrase))
    };
    let again = |kind, phrase| act(kind, "retry", phrase, Wizard::retry);
    let save = |kind| act(kind, "save-file", Phrase::SaveFile, |wizard| wizard.step_aside(Screen::HandOver));
    let edit = || act(Quiet, "thaw", Phrase::BackToSigning, Wizard::edit);
    let stop = || act(Secondary, "stop", Phrase::Stop, Wizard::stop);
    let may_have_arrived = sending.claim == Claim::MayHaveArrived;
    match &sending.state {
        State::Storing(None) | State::Sending | State::Asking => vec![stop()],
        State::Storing(Some(_)) => {
            vec![act(Primary, "send-unstored", Phrase::SendUnstored, Wizard::send_unstored), stop()]
        }
        State::Waiting { .. } | State::Offline => vec![again(Primary, Phrase::Retry), stop()],
        State::YourTurn(_) | State::NotHere if may_have_arrived => {
            vec![again(Primary, Phrase::AskAgain), save(Secondary), edit()]
        }
        State::YourTurn(_) => vec![again(Primary, Phrase::Retry), save(Secondary), edit()],
        State::NotHere => vec![save(Primary), again(Secondary, Phrase::Retry), edit()],
        State::Conflict if may_have_arrived => vec![save(Primary), again(Secondary, Phrase::AskAgain)],
        State::Conflict => vec![save(Primary), again(Secondary, Phrase::Retry), edit()],
        // Without its files it cannot be saved either.
        State::MissingFiles(_) => vec![edit()],
        State::Editing | State::Refused { .. } | State::Received { .. } | State::Elsewhere => Vec::new(),
    }
}

/// Whether the applicant may be left with an application that nobody can tell about.
fn offers_fresh_start(sending: &Sending) -> bool {
    is_stuck(&sending.state) && sending.may_start_again && sending.claim == Claim::MayHaveArrived
}

fn start_again(wizard: Wizard) -> AnyView {
    let confirmation = Confirmation {
        action: "begin-anew",
        link: Phrase::StartAgain,
        words: Phrase::StartAgain,
        question: Callback::new(move |()| vec![p().child(wizard.phrase(Phrase::StartAgainConfirm))]),
        confirm: Callback::new(move |()| wizard.start_again()),
        takes_focus: false,
    };
    ask_first(wizard, confirmation).into_child()
}
