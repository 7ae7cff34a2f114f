//! How far sending is, in words, with what the applicant can do.

use leptos::prelude::*;

use super::outline;
use crate::domain::texts::{Phrase, size};
use crate::web::kit::{NoticeKind, button, dynamic, element, nothing, notice, paragraph};
use crate::web::wizard::{Frozen, Sending, Wizard};

/// The button that is most likely to help, and one that may.
const MAIN: &str = "button";
const SECOND: &str = "button button--secondary";

/// How far sending is; nothing before it began.
pub(super) fn outcome(wizard: Wizard) -> AnyView {
    dynamic(move || {
        let sending = wizard.sending();
        let Some((kind, words)) = words(wizard, &sending) else { return nothing() };
        let bar = sending.is_underway().then(|| element("div", "sending__bar").attr("aria-hidden", "true").view());
        let notice = notice(kind, true).child(words).maybe(remarks(&sending)).maybe(bar);
        element("div", "sending")
            .attr("data-sending", code(&sending))
            .child(notice.view())
            .child(element("div", "actions").children(buttons(wizard, sending)).view())
            .view()
    })
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

fn words(wizard: Wizard, sending: &Sending) -> Option<(NoticeKind, AnyView)> {
    let lang = wizard.lang();
    let plain = |phrase: Phrase| wizard.phrase(phrase).to_owned();
    let contact = |phrase| {
        let line = wizard.with_facts(|facts| outline::contact(wizard.phrase(phrase), &facts.offer.supplier));
        Some((NoticeKind::Error, line))
    };
    let (kind, words) = match sending {
        Sending::Idle | Sending::Received(_) => return None,
        Sending::Preparing => (NoticeKind::Info, plain(Phrase::SendPreparing)),
        Sending::Underway(frozen) => {
            (NoticeKind::Info, wizard.fill(Phrase::SendSending, &[("size", &size(lang, frozen.size_bytes()))]))
        }
        Sending::Retrying(_, seconds, number) => {
            let values = [("seconds", seconds.to_string()), ("n", number.to_string())];
            let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
            (NoticeKind::Warning, wizard.fill(Phrase::SendRetrying, &values))
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
    Some((kind, paragraph("", words)))
}

/// What the backend said in its own words, as text.
fn remarks(sending: &Sending) -> Option<AnyView> {
    let (Sending::Issues(remarks) | Sending::TooLarge(remarks)) = sending else { return None };
    let rows = remarks.iter().map(|words| element("li", "").text(words.as_str()).view());
    (!remarks.is_empty()).then(|| element("ul", "problems").children(rows).view())
}

fn buttons(wizard: Wizard, sending: Sending) -> Vec<AnyView> {
    let again = move |class, phrase| button(class, "retry", move || wizard.send()).text(wizard.phrase(phrase)).view();
    let thaw = move || {
        let thaw = button("button button--quiet", "thaw", move || wizard.thaw());
        thaw.text(wizard.phrase(Phrase::BackToSigning)).view()
    };
    match sending {
        Sending::Retrying(..) | Sending::Offline(_) | Sending::Busy(_) => {
            let stop = button("button button--secondary", "stop", move || wizard.stop());
            vec![stop.text(wizard.phrase(Phrase::Stop)).view()]
        }
        Sending::Unknown(frozen) => vec![again(MAIN, Phrase::AskAgain), save(wizard, SECOND, frozen)],
        Sending::GaveUp(frozen) | Sending::Stopped(frozen) => {
            vec![again(MAIN, Phrase::Retry), save(wizard, SECOND, frozen), thaw()]
        }
        Sending::Refused(frozen) => vec![save(wizard, MAIN, frozen), again(SECOND, Phrase::Retry), thaw()],
        Sending::Conflict(frozen) => vec![save(wizard, MAIN, frozen), thaw()],
        Sending::Idle
        | Sending::Preparing
        | Sending::Underway(_)
        | Sending::Issues(_)
        | Sending::TooLarge(_)
        | Sending::Received(_) => Vec::new(),
    }
}

fn save(wizard: Wizard, class: &'static str, frozen: Frozen) -> AnyView {
    let name = ["eherkenning-", &frozen.id, ".json"].concat();
    let run = move || wizard.host().offer_file(&name, frozen.application.clone());
    button(class, "save-file", run).text(wizard.phrase(Phrase::SaveFile)).view()
}
