//! Step 5: who must sign, how, on paper or on the screen; consents; sending.

use leptos::prelude::*;

use super::{outcome, question, who};
use crate::domain::application::Requirements;
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{FormRoute, SigningMethod};
use crate::domain::texts::Phrase;
use crate::web::kit::{Notice, NoticeKind, SignaturePad};
use crate::web::wizard::Wizard;

/// The screen on which is signed and sent.
pub(super) fn signing(wizard: Wizard) -> AnyView {
    let places = Memo::new(move |_| wizard.places(Screen::Sign));
    let method = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.signing()));
    let words = Memo::new(move |_| who::must_sign(wizard).unwrap_or_default());
    let one = move |place: Place| match place.question {
        Question::TypedName => signer(wizard, place.row),
        _ => question::question(wizard, place),
    };
    let pen = move || {
        (method.get() == Some(SigningMethod::Pen) || method.get() == Some(SigningMethod::Qualified)).then(|| view! {
        <Notice kind=NoticeKind::Info>
            <p>{wizard.phrase(Phrase::PenExplain)}</p>
            <button type="button" class={"button button--secondary"} data-action="print:form" on:click=move |_| wizard.host().print()>
                {wizard.phrase(Phrase::PrintForm)}
            </button>
        </Notice>
    })
    };
    let is_locked =
        Memo::new(move |_| wizard.with_sending(|sending| sending.frozen().is_some() || sending.is_underway()));
    view! {
        <div hidden=move || is_locked.get()>
            <Notice kind=NoticeKind::Info>
                <h3 class={"notice__title"}>{wizard.phrase(Phrase::MustSign)}</h3>
                <p>{words}</p>
            </Notice>
            {pen}
            <For each=move || places.get() key=|place| *place let:place>{one(place)}</For>
        </div>
        {outcome::outcome(wizard)}
        <div class={"actions"} hidden=move || is_locked.get()>
            <button type="button" class={"button"} data-action="send" on:click=move |_| wizard.send()>
                {wizard.phrase(Phrase::Send)}
            </button>
        </div>
    }
    .into_any()
}

/// Where one signatory signs on the screen: draws, or types the name; both are of equal rank.
fn signer(wizard: Wizard, row: usize) -> AnyView {
    let place = Place::row(Question::SignatureDrawing, row);
    let name = Memo::new(move |_| wizard.with_requirements(|requirements| who::name_of(wizard, requirements, row)));
    let title = move || wizard.fill(Phrase::SignHere, &[("name", &name.get())]);
    let clear = RwSignal::new(0_usize);
    let is_drawn = Memo::new(move |_| wizard.with_draft(|draft| draft.documents_at(place).next().is_some()));
    let drop_drawing = move || {
        let ids: Vec<String> =
            untrack(|| wizard.with_draft(|draft| draft.documents_at(place).map(|one| one.id.clone()).collect()));
        if !ids.is_empty() {
            wizard.change(|draft| draft.documents.retain(|document| !ids.contains(&document.id)));
            ids.iter().for_each(|id| wizard.host().release(id));
        }
    };
    let take = move |canvas: web_sys::HtmlCanvasElement| {
        let work = wizard.host().take_drawing(canvas, place);
        leptos::task::spawn_local(async move {
            if let Ok(taken) = work.await {
                drop_drawing();
                wizard.change(|draft| draft.documents.push(taken.document));
            }
        });
    };
    view! {
        <section class={"signer"}>
            <h3 class={"signer__title"}>{title}</h3>
            <p class={"signer__or"}>{wizard.phrase(Phrase::SignDraw)}</p>
            <SignaturePad label=Signal::derive(title) on_stroke=take clear=clear />
            {move || is_drawn.get().then(|| view! {
                <p class={"signer__drawn"} role="status">{wizard.phrase(Phrase::SignDrawn)}</p>
                <button type="button" class={"button button--quiet"} data-action=format!("clear:{place}")
                    on:click=move |_| { drop_drawing(); clear.update(|count| *count += 1); }>{wizard.phrase(Phrase::SignClear)}</button>
            })}
            {question::typed_name(wizard, Place::row(Question::TypedName, row))}
        </section>
    }
    .into_any()
}

/// Whether printing the page prints the registration form: where it is signed on paper.
pub(super) fn prints_form(wizard: Wizard) -> Memo<bool> {
    Memo::new(move |_| {
        let method = wizard.with_requirements(|requirements| requirements.signing());
        wizard.screen() == Screen::Sign && method.is_some_and(|method| method != SigningMethod::Screen)
    })
}

/// The registration form as it is printed; on the screen it does not show.
pub(super) fn printed_form(wizard: Wizard, is_printed: Memo<bool>) -> AnyView {
    (move || {
        is_printed.get().then_some(())?;
        let (names, supplier, posts) = wizard.with_requirements(|requirements| {
            let rows = requirements.signatories.rows.iter();
            let names: Vec<String> = rows.map(|row| full_name(wizard, requirements, *row)).collect();
            let posts = requirements.form_route() == Some(FormRoute::Posted);
            (names, requirements.facts.offer.supplier.clone(), posts)
        });
        let facts = form_facts(wizard)
            .into_iter()
            .map(|(term, value)| view! { <div class={"check__row"}><dt>{term}</dt><dd>{value}</dd></div> }.into_any())
            .collect_view();
        let boxes = names
            .into_iter()
            .map(|name| {
                view! {
                    <div class={"form-print__box"}>
                        <p>{format!("{}: {name}", wizard.phrase(Phrase::FormName))}</p>
                        <p>{wizard.phrase(Phrase::FormDate)}</p>
                        <p>{wizard.phrase(Phrase::FormSignature)}</p>
                    </div>
                }
                .into_any()
            })
            .collect_view();
        let post = posts.then(|| {
            view! {
                <p>{wizard.fill(Phrase::FormPost, &[("address", &supplier.address.join(", "))])}</p>
            }
        });
        Some(view! {
            <section class={"form-print"} aria-hidden="true">
                <h2>{wizard.phrase(Phrase::FormTitle)}</h2>
                <dl>{facts}</dl>
                <p>{wizard.phrase(Phrase::FormDeclaration)}</p>
                {boxes}
                {post}
            </section>
        })
    })
    .into_any()
}

fn full_name(wizard: Wizard, requirements: &Requirements<'_>, row: usize) -> String {
    let user = &requirements.draft.user;
    match requirements.user_row() == Some(row) {
        true => {
            let parts = [&user.given_names, &user.prefix, &user.surname];
            let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            parts.join(" ")
        }
        false => who::name_of(wizard, requirements, row),
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
    let short = |question| (wizard.texts().question)(question).short;
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
