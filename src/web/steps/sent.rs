//! After sending: the reference, and what happens next and when.

use leptos::prelude::*;

use crate::domain::scheme::{FormRoute, IdentificationMethod, Level, PaymentMethod};
use crate::domain::texts::{Choice, Phrase};
use crate::web::kit::{Notice, NoticeKind};
use crate::web::wizard::{Sending, Wizard};

/// The screen after sending.
pub(super) fn sent(wizard: Wizard) -> AnyView {
    let Sending::Received(reference) = untrack(|| wizard.sending()) else { return ().into_any() };
    let is_copied = RwSignal::new(false);
    let to_copy = reference.clone();
    let copy = move |_| {
        wizard.host().copy(&to_copy);
        is_copied.set(true);
        wizard.announce(wizard.phrase(Phrase::Copied).to_owned());
    };
    // After a reload the answers are gone, and with them the personal part of what happens next.
    let is_fresh = wizard.with_requirements(|requirements| requirements.level.is_some());
    let steps = if is_fresh { next_steps(wizard) } else { Vec::new() };
    let steps = steps.into_iter().map(|words| view! { <li class={"next__item"}>{words}</li> }).collect_view();
    let copied = move || wizard.phrase(if is_copied.get() { Phrase::Copied } else { Phrase::Copy });
    view! {
        <Notice kind=NoticeKind::Success>
            <p>{wizard.phrase(Phrase::Reference)}</p>
            <p class={"reference"} data-reference=reference.clone()>{reference.clone()}</p>
            <button type="button" class={"button button--secondary"} data-action="copy" on:click=copy>{copied}</button>
        </Notice>
        {(!is_fresh).then(|| view! { <p>{wizard.phrase(Phrase::AlreadySent)}</p> })}
        {is_fresh.then(|| view! {
            <h3 class={"next__title"}>{wizard.phrase(Phrase::NextSteps)}</h3>
            <ol class={"next"}>{steps}</ol>
        })}
        <p class={"field__hint"}>{wizard.phrase(Phrase::NextErased)}</p>
        <div class={"actions"}>
            <button type="button" class={"button"} data-action="print" on:click=move |_| wizard.host().print()>
                {wizard.phrase(Phrase::Print)}
            </button>
            <button type="button" class={"button button--quiet"} data-action="wipe" on:click=move |_| wizard.wipe()>
                {wizard.phrase(Phrase::BeginAnother)}
            </button>
        </div>
    }
    .into_any()
}

fn next_steps(wizard: Wizard) -> Vec<String> {
    let texts = wizard.texts();
    wizard.with_requirements(|requirements| {
        let offer = &requirements.facts.offer;
        let draft = requirements.draft;
        let plain = |phrase| wizard.phrase(phrase).to_owned();
        let mut steps = vec![plain(Phrase::NextConfirm)];
        if requirements.form_route() == Some(FormRoute::Posted) {
            steps.push(wizard.fill(Phrase::NextPost, &[("address", &offer.supplier.address.join(", "))]));
        }
        steps.push(wizard.fill(Phrase::NextCheck, &[("days", &offer.handling_days.to_string())]));
        steps.extend(requirements.identification().map(|method| match method {
            IdentificationMethod::Copy => plain(Phrase::NextCopy),
            IdentificationMethod::Visit => plain(Phrase::NextVisit),
            IdentificationMethod::App => plain(Phrase::NextApp),
        }));
        if requirements.level == Some(Level::Eh4) {
            steps.push(plain(Phrase::NextEh4));
        }
        if draft.contract.payment.method == Some(PaymentMethod::Invoice) {
            steps.push(plain(Phrase::NextPay));
        }
        let means = draft.contract.means.map(|means| (texts.choice)(Choice::Means(means)).label).unwrap_or_default();
        steps.push(wizard.fill(Phrase::NextIssue, &[("means", means)]));
        steps
    })
}
