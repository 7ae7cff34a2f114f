//! Step 5: who must sign, how, on paper or on the screen; consents; sending.

use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::{outcome, question};
use crate::domain::application::Requirements;
use crate::domain::draft::Draft;
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{FormRoute, SigningMethod};
use crate::domain::texts::Phrase;
use crate::web::kit::{NoticeKind, SignaturePad, button, dynamic, each, element, group, nothing, notice, paragraph};
use crate::web::reactive::{Derived, State, derived};
use crate::web::wizard::Wizard;

/// The screen on which is signed and sent.
pub(super) fn signing(wizard: Wizard) -> AnyView {
    let words = derived(move || wizard.must_sign().unwrap_or_default());
    let must_sign = notice(NoticeKind::Info, false)
        .child(element("h3", "notice__title").text(wizard.phrase(Phrase::MustSign)).view())
        .child(element("p", "").text_with(move || words.get()).view());
    let places = move |is_how: bool| {
        let mut places = wizard.places(Screen::Sign);
        places.retain(|place| matches!(place.question, Question::SigningMethod | Question::FormRoute) == is_how);
        places
    };
    let how = question::each_of(wizard, move || places(true));
    let questions = each(
        move || places(false),
        move |place| match place.question {
            Question::TypedName => signer(wizard, place.row),
            _ => question::question(wizard, place),
        },
    );
    let send = button("button", "send", move || wizard.send()).text(wizard.phrase(Phrase::Send));
    group([
        element("div", "signing__form").child(must_sign.view()).child(how).child(pen(wizard)).child(questions).view(),
        outcome::outcome(wizard),
        element("div", "actions signing__send").child(send.view()).view(),
    ])
}

/// How to sign on paper, while that is how it is signed.
fn pen(wizard: Wizard) -> AnyView {
    let is_on_paper = derived(move || method(wizard).is_some_and(|method| method != SigningMethod::Screen));
    dynamic(move || {
        if !is_on_paper.get() {
            return nothing();
        }
        let print = button("button button--secondary", "print:form", move || wizard.host().print());
        notice(NoticeKind::Info, false)
            .child(paragraph("", wizard.phrase(Phrase::PenExplain)))
            .child(print.text(wizard.phrase(Phrase::PrintForm)).view())
            .view()
    })
}

fn method(wizard: Wizard) -> Option<SigningMethod> {
    wizard.with_requirements(|requirements| requirements.signing())
}

/// Where one signatory signs on the screen: draws, or types the name; both are of equal rank.
fn signer(wizard: Wizard, row: usize) -> AnyView {
    let place = Place::row(Question::SignatureDrawing, row);
    let title = derived(move || {
        wizard.with_requirements(|requirements| match requirements.user_row() == Some(row) {
            true => wizard.phrase(Phrase::YourSignature).to_owned(),
            false => wizard.fill(Phrase::SignHere, &[("name", &wizard.name_of(requirements, row))]),
        })
    });
    let clear = State::new(0_usize);
    let is_drawn = derived(move || wizard.with_draft(|draft| draft.documents_at(place).next().is_some()));
    let take = move |canvas: HtmlCanvasElement| {
        let work = wizard.host().take_drawing(canvas, place);
        wizard.spawn(async move {
            if let Ok(document) = work.await {
                drop_drawing(wizard, place);
                wizard.change(|draft| draft.documents.push(document));
            }
        });
    };
    let pad = SignaturePad { label: title, on_stroke: Callback::new(take), clear: clear.into() };
    let drawn = dynamic(move || {
        if !is_drawn.get() {
            return nothing();
        }
        let clear = button("button button--quiet", ["clear:", &place.to_string()].concat(), move || {
            drop_drawing(wizard, place);
            clear.update(|count| *count += 1);
        });
        group([
            element("p", "signer__drawn").attr("role", "status").text(wizard.phrase(Phrase::SignDrawn)).view(),
            clear.text(wizard.phrase(Phrase::SignClear)).view(),
        ])
    });
    element("section", "signer")
        .child(element("h3", "signer__title").text_with(move || title.get()).view())
        .child(paragraph("signer__or", wizard.phrase(Phrase::SignDraw)))
        .child(paragraph("field__hint", wizard.question(Question::SignatureDrawing).hint))
        .child(pad.view())
        .child(drawn)
        .child(question::typed_name(wizard, Place::row(Question::TypedName, row)))
        .view()
}

fn drop_drawing(wizard: Wizard, place: Place) {
    let of_place = |draft: &Draft| draft.documents_at(place).map(|one| one.id.clone()).collect::<Vec<String>>();
    let ids = untrack(|| wizard.with_draft(of_place));
    if !ids.is_empty() {
        wizard.change(|draft| draft.documents.retain(|document| !ids.contains(&document.id)));
        ids.iter().for_each(|id| wizard.host().release(id));
    }
}

/// Whether printing the page prints the registration form: where it is signed on paper.
pub(super) fn prints_form(wizard: Wizard) -> Derived<bool> {
    derived(move || {
        wizard.screen() == Screen::Sign && method(wizard).is_some_and(|method| method != SigningMethod::Screen)
    })
}

/// The registration form as it is printed; on the screen it does not show.
pub(super) fn printed_form(wizard: Wizard, is_printed: Derived<bool>) -> AnyView {
    dynamic(move || {
        if !is_printed.get() {
            return nothing();
        }
        let (names, supplier, posts) = wizard.with_requirements(|requirements| {
            let rows = requirements.signatories.rows.iter();
            let names: Vec<String> = rows.map(|row| full_name(wizard, requirements, *row)).collect();
            let posts = requirements.form_route() == Some(FormRoute::Posted);
            (names, requirements.facts.offer.supplier.clone(), posts)
        });
        let facts = form_facts(wizard).into_iter().map(|(term, value)| {
            element("div", "check__row")
                .child(element("dt", "").text(term).view())
                .child(element("dd", "").text(value).view())
                .view()
        });
        let boxes = names.into_iter().map(|name| {
            element("div", "form-print__box")
                .child(paragraph("", [wizard.phrase(Phrase::FormName), ": ", &name].concat()))
                .child(paragraph("", wizard.phrase(Phrase::FormDate)))
                .child(paragraph("", wizard.phrase(Phrase::FormSignature)))
                .view()
        });
        let post =
            posts.then(|| paragraph("", wizard.fill(Phrase::FormPost, &[("address", &supplier.address.join(", "))])));
        element("section", "form-print")
            .attr("aria-hidden", "true")
            .child(element("h2", "").text(wizard.phrase(Phrase::FormTitle)).view())
            .child(element("dl", "").children(facts).view())
            .child(paragraph("", wizard.phrase(Phrase::FormDeclaration)))
            .children(boxes)
            .maybe(post)
            .view()
    })
}

fn full_name(wizard: Wizard, requirements: &Requirements<'_>, row: usize) -> String {
    let user = &requirements.draft.user;
    match requirements.user_row() == Some(row) {
        true => {
            let parts = [&user.given_names, &user.prefix, &user.surname];
            let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            parts.join(" ")
        }
        false => wizard.name_of(requirements, row),
    }
}

/// What the printed form states, as short names with answers.
fn form_facts(wizard: Wizard) -> Vec<(&'static str, String)> {
    let questions = [
        Question::OrganisationName,
        Question::OrganisationNumber,
        Question::GivenNames,
        Question::Prefix,
        Question::Surname,
        Question::Email,
        Question::Mobile,
    ];
    let short = |question| wizard.question(question).short;
    let mut facts: Vec<(&'static str, String)> = questions
        .into_iter()
        .map(|question| (short(question), wizard.answer(question.into())))
        .filter(|(_, answer)| !answer.is_empty())
        .collect();
    let level = wizard.with_requirements(|requirements| requirements.level);
    facts.extend(level.map(|level| (short(Question::Level), level.code().to_owned())));
    facts.push((short(Question::Services), super::check::chosen_names(wizard).join("; ")));
    facts
}
