//! The state of sending in words, with what the applicant can do.

use super::outline;
use crate::domain::texts::{Phrase, size};
use crate::web::dom::{Element, IntoChild, div, li, p, ul};
use crate::web::kit::{ButtonKind, NoticeKind, button, spoken_notice};
use crate::web::wizard::{Sending, Submission, Wizard};

/// The state of sending; `None` before it started.
pub(super) fn outcome(wizard: Wizard) -> impl IntoChild {
    move || {
        let sending = wizard.sending();
        let (kind, words) = words(wizard, &sending)?;
        let bar = sending.is_underway().then(|| div().class("sending__bar").attr("aria-hidden", "true"));
        let notice = spoken_notice(kind).child(words).child(remarks(&sending)).child(bar);
        let buttons = div().class("actions").child(buttons(wizard, &sending));
        Some(div().class("sending").attr("data-sending", code(&sending)).child(notice).child(buttons))
    }
}

const fn code(sending: &Sending) -> &'static str {
    match sending {
        Sending::Idle => "idle",
        Sending::Preparing => "preparing",
        Sending::Underway(_) => "underway",
        Sending::Retrying(..) => "retrying",
        Sending::Offline(_) => "offline",
        Sending::Busy(_) => "busy",
        Sending::Unknown(_) => "unknown",
        Sending::GaveUp(_) => "gave-up",
        Sending::Stopped(_) => "stopped",
        Sending::Refused(_) => "refused",
        Sending::Conflict(_) => "conflict",
        Sending::Issues(_) => "issues",
        Sending::TooLarge(_) => "too-large",
        Sending::Received(_) => "received",
    }
}

fn words(wizard: Wizard, sending: &Sending) -> Option<(NoticeKind, Element)> {
    let lang = wizard.lang();
    let plain = |phrase: Phrase| wizard.phrase(phrase).to_owned();
    let contact = |phrase| {
        let line = wizard.with_facts(|facts| outline::contact(wizard.phrase(phrase), &facts.offer.supplier));
        Some((NoticeKind::Error, line))
    };
    let (kind, words) = match sending {
        Sending::Idle | Sending::Received(_) => return None,
        Sending::Preparing => (NoticeKind::Info, plain(Phrase::SendPreparing)),
        Sending::Underway(submission) => {
            (NoticeKind::Info, wizard.fill(Phrase::SendSending, &[("size", &size(lang, submission.size_bytes()))]))
        }
        Sending::Retrying(_, seconds, number) => {
            let (seconds, number) = (seconds.to_string(), number.to_string());
            (NoticeKind::Warning, wizard.fill(Phrase::SendRetrying, &[("seconds", &seconds), ("n", &number)]))
        }
        Sending::Offline(_) => (NoticeKind::Warning, plain(Phrase::SendOffline)),
        Sending::Busy(_) => (NoticeKind::Info, plain(Phrase::SendBusy)),
        Sending::Unknown(_) => (NoticeKind::Warning, plain(Phrase::SendUnknown)),
        Sending::GaveUp(_) | Sending::Stopped(_) => (NoticeKind::Error, plain(Phrase::SendGaveUp)),
        Sending::Refused(_) => return contact(Phrase::SendRefused),
        Sending::Conflict(_) => return contact(Phrase::SendConflict),
        Sending::Issues(_) => (NoticeKind::Error, plain(Phrase::SendIssues)),
        Sending::TooLarge(_) => (NoticeKind::Error, plain(Phrase::SendTooLarge)),
    };
    Some((kind, p().child(words)))
}

/// The backend's own words, as plain text.
fn remarks(sending: &Sending) -> Option<Element> {
    let (Sending::Issues(remarks) | Sending::TooLarge(remarks)) = sending else { return None };
    let rows = remarks.iter().map(|words| li().child(words)).collect::<Vec<_>>();
    (!remarks.is_empty()).then(|| ul().class("problems").child(rows))
}

/// What the applicant can do now, most helpful first.
fn buttons(wizard: Wizard, sending: &Sending) -> Vec<Element> {
    use ButtonKind::{Primary, Quiet, Secondary};
    let again =
        |kind, phrase| button(kind, move || wizard.send()).attr("data-action", "retry").child(wizard.phrase(phrase));
    let save = |kind, submission: &Submission| {
        let (name, application) = (format!("eherkenning-{}.json", submission.id), submission.application.clone());
        button(kind, move || wizard.host().offer_file(&name, application.clone()))
            .attr("data-action", "save-file")
            .child(wizard.phrase(Phrase::SaveFile))
    };
    let reopen = || {
        button(Quiet, move || wizard.reopen()).attr("data-action", "thaw").child(wizard.phrase(Phrase::BackToSigning))
    };
    let stop =
        || button(Secondary, move || wizard.stop()).attr("data-action", "stop").child(wizard.phrase(Phrase::Stop));
    match sending {
        Sending::Retrying(..) | Sending::Offline(_) | Sending::Busy(_) => vec![stop()],
        Sending::Unknown(submission) => vec![again(Primary, Phrase::AskAgain), save(Secondary, submission)],
        Sending::GaveUp(submission) | Sending::Stopped(submission) => {
            vec![again(Primary, Phrase::Retry), save(Secondary, submission), reopen()]
        }
        Sending::Refused(submission) => vec![save(Primary, submission), again(Secondary, Phrase::Retry), reopen()],
        Sending::Conflict(submission) => vec![save(Primary, submission), reopen()],
        Sending::Idle
        | Sending::Preparing
        | Sending::Underway(_)
        | Sending::Issues(_)
        | Sending::TooLarge(_)
        | Sending::Received(_) => Vec::new(),
    }
}
