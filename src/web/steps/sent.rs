//! After sending: the reference, and what happens next and when.

use leptos::prelude::*;

use crate::domain::journey::Choice;
use crate::domain::scheme::{FormRoute, IdentificationMethod, Level, PaymentMethod};
use crate::domain::texts::Phrase;
use crate::web::kit::{NoticeKind, button, element, group, nothing, notice, paragraph};
use crate::web::reactive::State;
use crate::web::wizard::{Sending, WayBack, Wizard};

/// The screen after sending.
pub(super) fn sent(wizard: Wizard) -> AnyView {
    let Sending::Received(reference) = untrack(|| wizard.sending()) else { return nothing() };
    let is_copied = State::new(false);
    let to_copy = reference.clone();
    let copy = move || {
        wizard.host().copy(&to_copy);
        is_copied.set(true);
        wizard.announce(wizard.phrase(Phrase::Copied).to_owned());
    };
    // After a reload the answers are gone, and with them the personal part of what happens next.
    let is_fresh = wizard.with_requirements(|requirements| requirements.level.is_some());
    let steps = if is_fresh { next_steps(wizard) } else { Vec::new() };
    let steps = steps.into_iter().map(|words| element("li", "next__item").text(words).view());
    let next = match is_fresh {
        true => group([
            element("h3", "next__title").text(wizard.phrase(Phrase::NextSteps)).view(),
            element("ol", "next").children(steps).view(),
        ]),
        false => paragraph("", wizard.phrase(Phrase::AlreadySent)),
    };
    let copy = button("button button--secondary", "copy", copy)
        .text_with(move || wizard.phrase(if is_copied.get() { Phrase::Copied } else { Phrase::Copy }).to_owned());
    let shown = element("p", "reference").attr("data-reference", reference.as_str()).text(reference);
    let print = button("button", "print", move || wizard.host().print()).text(wizard.phrase(Phrase::Print));
    let another =
        button("button button--quiet", "wipe", move || wizard.wipe()).text(wizard.phrase(Phrase::BeginAnother));
    group([
        notice(NoticeKind::Success, false)
            .child(paragraph("", wizard.phrase(Phrase::Reference)))
            .child(shown.view())
            .child(copy.view())
            .view(),
        next,
        paragraph("field__hint", wizard.phrase(Phrase::NextErased)),
        element("div", "actions").child(print.view()).maybe(way_back(wizard)).child(another.view()).view(),
    ])
}

/// A link to the page that the applicant came from; in a frame too it leads the whole window there.
fn way_back(wizard: Wizard) -> Option<AnyView> {
    let WayBack { address, site } = wizard.host().way_back()?;
    let words = wizard.fill(Phrase::ReturnTo, &[("site", &site)]);
    let link = element("a", "button button--quiet")
        .attr("href", address)
        .attr("target", "_top")
        .attr("rel", "noopener noreferrer");
    Some(link.attr("data-action", "return").text(words).view())
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
        steps.extend(draft.contract.payment.method.map(|method| match method {
            PaymentMethod::Invoice => plain(Phrase::NextInvoice),
            PaymentMethod::Ideal => plain(Phrase::NextIdeal),
            PaymentMethod::Card => plain(Phrase::NextCard),
        }));
        let means = draft.contract.means.map(|means| (texts.choice)(Choice::Means(means)).label).unwrap_or_default();
        steps.push(wizard.fill(Phrase::NextIssue, &[("means", means)]));
        steps
    })
}
