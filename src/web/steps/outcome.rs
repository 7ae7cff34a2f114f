//! How far sending is, in words, with what the applicant can do.

use leptos::prelude::*;

use crate::domain::texts::{Phrase, size};
use crate::web::kit::{Notice, NoticeKind};
use crate::web::wizard::{Frozen, Sending, Wizard};

/// How far sending is; nothing before it began.
pub(super) fn outcome(wizard: Wizard) -> AnyView {
    let sending = Memo::new(move |_| wizard.sending());
    // Takes the focus when sending begins, so that whoever does not see the screen hears what goes on.
    (move || {
        let sending = sending.get();
        let Some((kind, words)) = words(wizard, &sending) else { return ().into_any() };
        let code = code(&sending);
        let (remarks, is_underway) = (remarks(&sending), sending.is_underway());
        view! {
            <div class={"sending"} data-sending=code>
                <Notice kind=kind is_spoken=true>
                    <p>{words}</p>
                    {remarks}
                    {is_underway.then(|| view! { <div class={"sending__bar"} aria-hidden={"true"}></div> })}
                </Notice>
                <div class={"actions"}>{buttons(wizard, sending)}</div>
            </div>
        }
        .into_any()
    })
    .into_any()
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

fn words(wizard: Wizard, sending: &Sending) -> Option<(NoticeKind, String)> {
    let lang = wizard.lang();
    let plain = |phrase: Phrase| wizard.phrase(phrase).to_owned();
    Some(match sending {
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
        Sending::Refused(_) => {
            let supplier = wizard.with_facts(|facts| facts.offer.supplier.clone());
            let values = [("telephone", supplier.telephone.as_str()), ("email", supplier.email.as_str())];
            (NoticeKind::Error, wizard.fill(Phrase::SendRefused, &values))
        }
        Sending::Conflict(_) => (NoticeKind::Error, plain(Phrase::SendConflict)),
        Sending::Issues(_) => (NoticeKind::Error, plain(Phrase::SendIssues)),
        Sending::TooLarge(_) => (NoticeKind::Error, plain(Phrase::SendTooLarge)),
    })
}

/// What the backend said in its own words, as text.
fn remarks(sending: &Sending) -> AnyView {
    let (Sending::Issues(remarks) | Sending::TooLarge(remarks)) = sending else { return ().into_any() };
    let rows = remarks.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
    (!remarks.is_empty()).then(|| view! { <ul class={"problems"}>{rows}</ul> }).into_any()
}

fn buttons(wizard: Wizard, sending: Sending) -> AnyView {
    let button = move |class: &'static str, action: &'static str, phrase: Phrase, run: Box<dyn Fn()>| {
        view! {
            <button type="button" class=class data-action=action on:click=move |_| run()>{wizard.phrase(phrase)}</button>
        }
        .into_any()
    };
    let again = move |phrase| button("button", "retry", phrase, Box::new(move || wizard.send()));
    let save = move |frozen: Frozen| {
        let name = format!("eherkenning-{}.json", frozen.id);
        let run = Box::new(move || wizard.host().offer_file(&name, frozen.application.clone()));
        button("button button--secondary", "save-file", Phrase::SaveFile, run)
    };
    let thaw = move |phrase| button("button button--quiet", "thaw", phrase, Box::new(move || wizard.thaw()));
    match sending {
        Sending::Retrying(..) | Sending::Offline(_) | Sending::Busy(_) => {
            button("button button--secondary", "stop", Phrase::Stop, Box::new(move || wizard.stop()))
        }
        Sending::Unknown(frozen) => view! { {again(Phrase::AskAgain)} {save(frozen)} }.into_any(),
        Sending::GaveUp(frozen) | Sending::Stopped(frozen) => {
            view! { {again(Phrase::Retry)} {save(frozen)} {thaw(Phrase::Cancel)} }.into_any()
        }
        Sending::Refused(frozen) => view! { {again(Phrase::Retry)} {save(frozen)} {thaw(Phrase::Cancel)} }.into_any(),
        Sending::Conflict(_) => thaw(Phrase::Back),
        Sending::Idle
        | Sending::Preparing
        | Sending::Underway(_)
        | Sending::Issues(_)
        | Sending::TooLarge(_)
        | Sending::Received(_) => ().into_any(),
    }
}
