//! Step 1: the number of the organisation; services, the level they need and why.

use leptos::prelude::*;

use super::{look_up, needed_level, question};
use crate::domain::journey::Screen;
use crate::domain::rules::Question;
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, IntoChild, p};
use crate::web::kit::{ButtonKind, NoticeKind, button, hint, spoken_notice};
use crate::web::wizard::{CatalogueState, Wizard};

/// The screen of the KvK number or fiscal number.
pub(super) fn organisation(wizard: Wizard) -> impl IntoChild {
    let is_fiscal = Memo::new(move |_| wizard.is_fiscal());
    // The label depends on the answer above it.
    let number = move || {
        is_fiscal.get();
        untrack(|| question::question(wizard, Question::OrganisationNumber.into()))
    };
    (question::question(wizard, Question::IdentifierKind.into()), number, look_up::look_up(wizard))
}

/// The screen on which services are chosen.
pub(super) fn services(wizard: Wizard) -> impl IntoChild {
    wizard.want_catalogue();
    let questions = move || match wizard.catalogue() {
        CatalogueState::Waiting | CatalogueState::Loading => {
            hint(wizard.phrase(Phrase::CatalogueLoading)).attr("role", "status").into_child()
        }
        CatalogueState::Here => question::questions(wizard, Screen::Services).into_child(),
        CatalogueState::Failed => {
            (catalogue_failed(wizard), question::questions(wizard, Screen::Services)).into_child()
        }
    };
    (questions, needed_level::level(wizard))
}

fn catalogue_failed(wizard: Wizard) -> Element {
    let again = button(ButtonKind::Link, move || wizard.want_catalogue())
        .attr("data-action", "retry:catalogue")
        .child(wizard.phrase(Phrase::Retry));
    spoken_notice(NoticeKind::Warning).child(p().child(wizard.phrase(Phrase::CatalogueFailed))).child(again)
}
