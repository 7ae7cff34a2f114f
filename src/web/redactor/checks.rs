//! The confirmations before a copy is accepted, one per zone.

use leptos::prelude::*;

use super::state::RedactorState;
use super::zone_words::zone_name;
use crate::domain::redaction::Zone;
use crate::domain::rules::Rule;
use crate::domain::texts::fill;
use crate::web::dom::{Element, div, fieldset, input, is_checked, label, legend, p, span};
use crate::web::kit::hint;

/// A check box for each zone that must be covered.
pub(super) fn checks(state: RedactorState) -> Element {
    let texts = state.texts;
    let demanded = state.redaction.with_untracked(|redaction| redaction.demanded().to_vec());
    let error = move || {
        let is_wrong = state.reveals_open.get() && state.redaction.with(|redaction| redaction.confirmed().is_none());
        is_wrong.then(|| {
            p().class("field__error")
                .attr("part", "error")
                .attr("data-issue", Rule::DocumentNotShielded.code())
                .attr("data-for", state.place.to_string())
                .child(texts.open)
        })
    };
    let legend = legend().class("field__label").attr("part", "label").child(texts.check);
    fieldset()
        .class("field redactor__checks")
        .attr("part", "field")
        .child(legend)
        .child(demanded.contains(&Zone::Bsn).then(|| hint(texts.bsn)))
        .child(error)
        .child(demanded.into_iter().map(|zone| check(state, zone)).collect::<Vec<_>>())
}

fn check(state: RedactorState, zone: Zone) -> Element {
    let (texts, name) = (state.texts, format!("{}.{}", state.place, zone_code(zone)));
    let control = input()
        .class("option__control")
        .id(&name)
        .attr("name", &name)
        .attr("type", "checkbox")
        .attr("value", "true")
        .prop("checked", move || state.redaction.with(|redaction| redaction.is_confirmed(zone)))
        .on("change", move |event| state.confirm(zone, is_checked(&event)));
    let words = move || {
        let is_covered = state.redaction.with(|redaction| redaction.covers(zone));
        fill(if is_covered { texts.covered } else { texts.absent }, &[("zone", zone_name(texts, zone))])
    };
    let label = label().class("option__label").attr("for", name).child(span().class("option__text").child(words));
    div().class("option option--check").child(control).child(label)
}

/// The code of a zone, as in the offer.
const fn zone_code(zone: Zone) -> &'static str {
    match zone {
        Zone::Photo => "photo",
        Zone::Nationality => "nationality",
        Zone::Bsn => "bsn",
        Zone::Mrz => "mrz",
    }
}
