//! Looking up the organisation by its KvK number, and what was found.

use leptos::prelude::*;

use super::check;
use crate::domain::rules::{Place, Question};
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, div, p};
use crate::web::kit::{ButtonKind, NoticeKind, button, hint, spoken_notice};
use crate::web::wizard::{LookUp, Wizard};

/// What is shown of an organisation that was found.
const FOUND: [Question; 6] = [
    Question::OrganisationName,
    Question::LegalForm,
    Question::Street,
    Question::HouseNumber,
    Question::PostalCode,
    Question::City,
];

/// A button that looks up the organisation, if it has a KvK number and the offer says where; and what was found. For who
/// sees that this is wrong, the button then leaves it to be typed.
pub(super) fn look_up(wizard: Wizard) -> Option<Element> {
    let host = wizard.host().look_up_host()?;
    let is_found = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.is_looked_up()));
    let look_up = LookUp::default();
    let press = move || {
        if is_found.get_untracked() {
            wizard.type_instead();
        } else {
            wizard.look_up(look_up);
        }
    };
    let ask = button(ButtonKind::Secondary, press)
        .attr("data-action", "look-up")
        // As `outline::next_button`: an error below the number would move the button away from the pointer.
        .on("mousedown", |event| event.prevent_default())
        .child(move || wizard.phrase(if is_found.get() { Phrase::LookUpWrong } else { Phrase::LookUp }));
    let words = Memo::new(move |_| {
        let mut words = Vec::new();
        if is_found.get() {
            let found = check::together(wizard, &FOUND.map(Place::from)).concat();
            words.push(wizard.fill(Phrase::LookUpFound, &[("organisation", &found)]));
        }
        if look_up.number.get() == wizard.answer(Question::OrganisationNumber.into()) {
            words.push(look_up.words.get());
        }
        words.join(" ")
    });
    let result = spoken_notice(NoticeKind::Info)
        .attr("hidden", move || words.with(String::is_empty))
        .child(p().child(move || words.get()));
    let whole = div().class("look-up").attr("hidden", move || wizard.is_fiscal());
    Some(whole.child(hint(wizard.fill(Phrase::LookUpHint, &[("host", &host)]))).child(result).child(ask))
}
