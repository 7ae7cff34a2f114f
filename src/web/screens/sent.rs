//! After sending: the reference, and what happens next and when.

use leptos::prelude::*;

use crate::domain::handover::Party;
use crate::domain::journey::Choice;
use crate::domain::scheme::{FormRoute, IdentificationMethod, PaymentMethod};
use crate::domain::submission::State;
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, IntoChild, a, div, li, ol, p};
use crate::web::kit::{ButtonKind, NoticeKind, button, hint, notice, sub_heading};
use crate::web::wizard::{WayBack, Wizard};

/// The screen after sending.
pub(super) fn sent(wizard: Wizard) -> impl IntoChild {
    let State::Received { reference, is_changed } = untrack(|| wizard.sending()).state else { return None };
    let changed =
        is_changed.then(|| notice(NoticeKind::Warning).child(p().child(wizard.phrase(Phrase::ReceivedChanged))));
    // After a reload the answers are gone, and with them the personal part of what happens next.
    // Those of changed answers may not be those of the application that arrived.
    let is_fresh = !is_changed && wizard.with_requirements(|requirements| requirements.level.is_some());
    let next = if wizard.signatory().is_some() {
        // What happens next concerns the user.
        let name = wizard.party_name(Party::User);
        (None, p().child(wizard.fill(Phrase::SentBySignatory, &[("name", &name)])))
    } else if is_fresh {
        let steps = next_steps(wizard).into_iter().map(|words| li().class("next__item").child(words));
        let title = sub_heading().class("next__title").child(wizard.phrase(Phrase::NextSteps));
        (Some(title), ol().class("next").child(steps.collect::<Vec<_>>()))
    } else {
        (None, p().child(wizard.phrase(Phrase::AlreadySent)))
    };
    let print = button(ButtonKind::Primary, move || wizard.print())
        .attr("data-action", "print")
        .child(wizard.phrase(Phrase::Print));
    let another = button(ButtonKind::Quiet, move || wizard.wipe())
        .attr("data-action", "wipe")
        .child(wizard.phrase(Phrase::BeginAnother));
    Some((
        notice(NoticeKind::Success)
            .child(p().child(wizard.phrase(Phrase::Reference)))
            .child(p().class("reference").attr("data-reference", &reference).child(&reference))
            .child(copy_button(wizard, reference)),
        changed,
        next,
        move || match (wizard.is_erased(), wizard.keeps_form()) {
            (true, _) => Some(hint(wizard.phrase(Phrase::NextErased))),
            (false, true) => Some(hint(wizard.phrase(Phrase::NextKept))),
            (false, false) => None,
        },
        div().class("actions").child(print).child(way_back(wizard)).child(another),
    ))
}

/// A button that copies a text.
pub(super) fn copy_button(wizard: Wizard, text: String) -> Element {
    let is_copied = RwSignal::new(false);
    let copy = move || {
        wizard.host().copy(&text);
        is_copied.set(true);
        wizard.announce(wizard.phrase(Phrase::Copied).to_owned());
    };
    button(ButtonKind::Secondary, copy)
        .attr("data-action", "copy")
        .child(move || wizard.phrase(if is_copied.get() { Phrase::Copied } else { Phrase::Copy }))
}

/// A link to the page that the applicant came from; in a frame it opens in the whole window.
fn way_back(wizard: Wizard) -> Option<Element> {
    let WayBack { address, site } = wizard.host().way_back()?;
    let link = a()
        .class("button button--quiet")
        .attr("part", "button")
        .attr("href", address)
        .attr("target", "_top")
        .attr("rel", "noopener noreferrer")
        .attr("data-action", "return");
    Some(link.child(wizard.fill(Phrase::ReturnTo, &[("site", &site)])))
}

fn next_steps(wizard: Wizard) -> Vec<String> {
    let plain = |phrase| wizard.phrase(phrase).to_owned();
    let (address, days) =
        wizard.with_facts(|facts| (facts.offer.supplier.address.join(", "), facts.offer.handling_days.to_string()));
    let contract = wizard.with_draft(|draft| draft.contract.clone());
    let (route, method, level) = wizard.with_requirements(|requirements| {
        (requirements.form_route(), requirements.identification(), requirements.level)
    });
    let mut steps = vec![plain(Phrase::NextConfirm)];
    if route == Some(FormRoute::Posted) {
        steps.push(wizard.fill(Phrase::NextPost, &[("address", &address)]));
    }
    steps.push(wizard.fill(Phrase::NextCheck, &[("days", &days)]));
    steps.extend(method.map(|method| match method {
        IdentificationMethod::Copy => plain(Phrase::NextCopy),
        IdentificationMethod::Visit => plain(Phrase::NextVisit),
        IdentificationMethod::App => plain(Phrase::NextApp),
    }));
    if let Some(level) = level.filter(|level| level.identifies_everyone()) {
        steps.push(wizard.fill(Phrase::NextEveryone, &[("level", level.code())]));
    }
    steps.extend(contract.payment.method.map(|method| match method {
        PaymentMethod::Invoice => plain(Phrase::NextInvoice),
        PaymentMethod::Ideal => plain(Phrase::NextIdeal),
        PaymentMethod::Card => plain(Phrase::NextCard),
    }));
    let means = contract.means.map(|means| (wizard.texts().choice)(Choice::Means(means)).label).unwrap_or_default();
    steps.push(wizard.fill(Phrase::NextIssue, &[("means", &means)]));
    steps
}
