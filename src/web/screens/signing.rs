//! Step 5: who must sign, how, on paper or on the screen; consents; sending.

use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use super::{check, outcome, outline, question, signatory, start};
use crate::domain::draft::Draft;
use crate::domain::handover::Party;
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{FormRoute, SigningMethod};
use crate::domain::submission::State;
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, ElementRef, IntoChild, dd, div, dl, dt, effect, img, keyed, p, section};
use crate::web::kit::{
    ButtonKind, NoticeKind, SignaturePad, button, hint, main_heading, notice, signature_pad, sub_heading,
};
use crate::web::wizard::Wizard;

/// The screen for signing and sending.
pub(super) fn signing(wizard: Wizard) -> impl IntoChild {
    let words = Memo::new(move |_| wizard.must_sign().unwrap_or_default());
    // Fetches the words in advance: whoever cannot send may have to save it without a network.
    let fetching = wizard.host().passphrase(wizard.lang());
    wizard.spawn(async move { drop(fetching.await) });
    let must_sign = notice(NoticeKind::Info)
        .child(sub_heading().class("notice__title").child(wizard.phrase(Phrase::MustSign)))
        .child(p().child(move || words.get()));
    let places = move |is_how: bool| {
        let mut places = wizard.places(Screen::Sign);
        // How it is signed, and what is agreed to, is up to the user.
        let is_asked = |question| wizard.signatory().is_none() || question == Question::TypedName;
        places.retain(|place| {
            let is_of_how = matches!(place.question, Question::SigningMethod | Question::FormRoute);
            is_of_how == is_how && is_asked(place.question)
        });
        places
    };
    let how = question::each_of(wizard, move || places(true));
    let questions = keyed(
        move || places(false),
        move |place| match place.question {
            Question::TypedName => Some(signature(wizard, place.row)),
            _ => question::question(wizard, place),
        },
    );
    (
        div()
            .class("signing__form")
            .child(must_sign)
            .child(how)
            .child(pen(wizard))
            .child(declaration(wizard))
            .child(questions)
            .child(start::total(wizard)),
        outcome::outcome(wizard),
        buttons(wizard),
    )
}

/// Sends; or, while others have to sign, hands it to them.
fn buttons(wizard: Wizard) -> impl IntoChild {
    // Those who have to sign on a device of their own: everybody but the one who is here.
    let waits = Memo::new(move |_| {
        let here = wizard.signatory().or(wizard.with_requirements(|requirements| requirements.user_row()));
        wizard.may_hand_over() && wizard.unsigned().iter().any(|row| Some(*row) != here)
    });
    let is_signatory = Memo::new(move |_| wizard.signatory().is_some());
    move || {
        let sign_and_hand_over = move || {
            if !wizard.reveal_unready() {
                wizard.sign(|wizard| wizard.step_aside(Screen::HandOver));
            }
        };
        if waits.get() && is_signatory.get() {
            let words = wizard.phrase(Phrase::SignAndHandOver);
            return (None, outline::next_button("hand-over", words, sign_and_hand_over).class("signing__send"));
        }
        let elsewhere = waits.get().then(|| {
            let words = wizard.phrase(Phrase::SignElsewhere);
            let kind = ButtonKind::Secondary;
            let elsewhere = button(kind, sign_and_hand_over).attr("data-action", "hand-over").child(words);
            div().class("actions").class("signing__send").child(elsewhere)
        });
        let send = outline::next_button("send", wizard.phrase(Phrase::Send), move || wizard.send());
        (elsewhere, send.class("signing__send"))
    }
}

/// What a signatory declares, who is not asked for the consents of the user.
fn declaration(wizard: Wizard) -> Option<Element> {
    wizard.signatory()?;
    let [before, words] = [Phrase::YouDeclare, Phrase::FormDeclaration].map(|phrase| p().child(wizard.phrase(phrase)));
    Some(div().class("signer").child(before).child(words))
}

/// How to sign on paper, if that is the chosen way.
fn pen(wizard: Wizard) -> impl IntoChild {
    let is_on_paper = Memo::new(move |_| is_on_paper(wizard));
    move || {
        is_on_paper.get().then(|| {
            let print = button(ButtonKind::Secondary, move || wizard.print())
                .attr("data-action", "print:form")
                .child(wizard.phrase(Phrase::PrintForm));
            notice(NoticeKind::Info).child(p().child(wizard.phrase(Phrase::PenExplain))).child(print)
        })
    }
}

fn is_on_paper(wizard: Wizard) -> bool {
    let method = wizard.with_requirements(|requirements| requirements.signing());
    method.is_some_and(|method| method != SigningMethod::Screen)
}

/// The signature of one signatory: where they sign, or what they have signed on another device.
fn signature(wizard: Wizard, row: usize) -> Element {
    let signed_at = Memo::new(move |_| wizard.signed_at(row));
    // The button that erases a signature goes with it, and the heading of the new one takes the focus.
    let erased = RwSignal::new(false);
    let is_later = Memo::new(move |_| wizard.signatory().is_some_and(|here| here != row));
    let about = move |phrase, day: &str| {
        wizard.fill(phrase, &[("name", &wizard.party_name(Party::Representative(row))), ("date", day)])
    };
    div().child(move || match signed_at.get() {
        Some(at) => untrack(|| signed(wizard, (row, erased), about(Phrase::SignedOn, &signatory::day(wizard, &at))))
            .into_child(),
        None if is_later.get() => p().child(about(Phrase::SignsLater, "")).into_child(),
        None => untrack(|| signer(wizard, row, erased)).into_child(),
    })
}

/// A signature that states what was signed; the one who is here can erase it to sign again.
fn signed(wizard: Wizard, (row, erased): (usize, RwSignal<bool>), words: String) -> Element {
    let place = Place::row(Question::SignatureDrawing, row);
    let drawing = wizard.with_draft(|draft| Some(draft.documents_at(place).next()?.id.clone()));
    let drawing = drawing.and_then(|id| wizard.host().preview(&id));
    let drawing = drawing.map(|address| img().class("signer__drawing").attr("src", address).attr("alt", ""));
    let typed = wizard.answer(Place::row(Question::TypedName, row));
    let typed = (!typed.is_empty()).then(|| p().class("signer__typed").child(typed));
    let is_own = wizard.signatory().is_none_or(|here| here == row);
    let again = is_own.then(|| {
        let erase = move || {
            erased.set(true);
            wizard.unsign(row);
        };
        button(ButtonKind::Quiet, erase)
            .attr("data-action", format!("unsign:{row}"))
            .child(wizard.phrase(Phrase::SignClear))
    });
    section().class("signer").child(p().child(words)).child(drawing).child(typed).child(again)
}

/// Where one signatory signs on the screen by drawing or typing the name; both count equally.
fn signer(wizard: Wizard, row: usize, erased: RwSignal<bool>) -> Element {
    let place = Place::row(Question::SignatureDrawing, row);
    let title = Memo::new(move |_| {
        if wizard.with_requirements(|requirements| requirements.user_row() == Some(row)) {
            wizard.phrase(Phrase::YourSignature).to_owned()
        } else {
            wizard.fill(Phrase::SignHere, &[("name", &wizard.name_of(row))])
        }
    });
    let cleared = RwSignal::new(0_usize);
    let heading = ElementRef::new();
    effect(move || {
        if let Some(heading) = heading.get().filter(|_| erased.get_untracked()) {
            erased.set(false);
            heading.focus().ok();
        }
    });
    let is_drawn = Memo::new(move |_| wizard.with_draft(|draft| draft.documents_at(place).next().is_some()));
    let accept = move |canvas: HtmlCanvasElement| {
        let (accepting, anchor) = (wizard.host().accept_drawing(canvas, place), wizard.anchor(place));
        wizard.spawn(async move {
            let Ok(mut document) = accepting.await else { return };
            match wizard.find(anchor).filter(|_| untrack(|| !wizard.is_locked())) {
                Some(place) => {
                    drop_drawing(wizard, place);
                    document.set_place(place);
                    wizard.change(|draft| draft.documents.push(document));
                }
                None => wizard.host().release(&document.id),
            }
        });
    };
    let before = untrack(|| wizard.with_draft(|draft| Some(draft.documents_at(place).next()?.id.clone())));
    let pad = SignaturePad {
        label: title,
        on_stroke: Callback::new(accept),
        clear: Memo::new(move |_| cleared.get()),
        drawn: before.and_then(|id| wizard.host().preview(&id)),
    };
    let drawn = move || {
        is_drawn.get().then(|| {
            let clear = move || {
                drop_drawing(wizard, place);
                cleared.update(|count| *count += 1);
            };
            let clear = button(ButtonKind::Quiet, clear)
                .attr("data-action", format!("clear:{place}"))
                .child(wizard.phrase(Phrase::SignClear));
            let status = p().class("signer__drawn").attr("role", "status").child(wizard.phrase(Phrase::SignDrawn));
            (status, clear)
        })
    };
    section()
        .class("signer")
        .child(sub_heading().class("signer__title").attr("tabindex", "-1").node_ref(heading).child(move || title.get()))
        .child(p().class("signer__or").child(wizard.phrase(Phrase::SignDraw)))
        .child(hint(wizard.question(Question::SignatureDrawing).hint))
        .child(signature_pad(pad))
        .child(drawn)
        .child(question::question(wizard, Place::row(Question::TypedName, row)))
}

fn drop_drawing(wizard: Wizard, place: Place) {
    let of_place = |draft: &Draft| draft.documents_at(place).map(|one| one.id.clone()).collect::<Vec<String>>();
    untrack(|| wizard.with_draft(of_place)).iter().for_each(|id| wizard.detach(place, id));
}

/// Whether the registration form is printed: alone while signing on paper, and after the receipt once it was sent.
pub(super) fn prints_form(wizard: Wizard) -> Memo<bool> {
    Memo::new(move |_| matches!(wizard.screen(), Screen::Sign | Screen::Sent) && is_on_paper(wizard))
}

/// The printed registration form; hidden on the screen.
pub(super) fn printed_form(wizard: Wizard, is_printed: Memo<bool>) -> impl IntoChild {
    move || is_printed.get().then(|| registration_form(wizard))
}

fn registration_form(wizard: Wizard) -> Element {
    let supplier = wizard.with_facts(|facts| facts.offer.supplier.clone());
    let (rows, is_posted) = wizard.with_requirements(|requirements| {
        (requirements.signatories.rows.clone(), requirements.form_route() == Some(FormRoute::Posted))
    });
    let facts = form_facts(wizard)
        .into_iter()
        .map(|(term, value)| div().class("check__row").child(dt().child(term)).child(dd().child(value)));
    let boxes = rows.into_iter().map(|row| {
        let capacity = check::answer(wizard, Place::row(Question::RepresentativeCapacity, row)).concat();
        div()
            .class("form-print__box")
            .child(p().child(format!("{}: {}, {capacity}", wizard.phrase(Phrase::Name), full_name(wizard, row))))
            .child(p().child(wizard.phrase(Phrase::FormDate)))
            .child(p().child(wizard.phrase(Phrase::FormSignature)))
    });
    let post =
        is_posted.then(|| p().child(wizard.fill(Phrase::FormPost, &[("address", &supplier.address.join(", "))])));
    section()
        .class("form-print")
        .attr("aria-hidden", "true")
        .child(main_heading().child(format!("{}, {}", wizard.phrase(Phrase::FormTitle), supplier.name)))
        .child(dl().child(facts.collect::<Vec<_>>()))
        .child(p().child(wizard.phrase(Phrase::FormDeclaration)))
        .child(boxes.collect::<Vec<_>>())
        .child(post)
}

fn full_name(wizard: Wizard, row: usize) -> String {
    if wizard.with_requirements(|requirements| requirements.user_row() == Some(row)) {
        check::together(wizard, &USER_NAME.map(Place::from)).concat()
    } else {
        wizard.name_of(row)
    }
}

const USER_NAME: [Question; 3] = [Question::GivenNames, Question::Prefix, Question::Surname];

/// What is signed for on the printed form, as short names with answers.
fn form_facts(wizard: Wizard) -> Vec<(&'static str, String)> {
    let short = |question| wizard.question(question).short;
    let number = match wizard.sending().state {
        State::Received { reference, .. } => (wizard.phrase(Phrase::Reference), reference),
        _ => (short(Question::Id), wizard.number()),
    };
    let user = (wizard.phrase(Phrase::FormUser), check::together(wizard, &USER_NAME.map(Place::from)).concat());
    let answer = |question: Question| (short(question), check::answer(wizard, question.into()).join("; "));
    let mut facts = vec![number, answer(Question::OrganisationName), answer(Question::OrganisationNumber), user];
    facts.extend(
        [Question::BirthDate, Question::Email, Question::Mobile, Question::Services, Question::AuthorisationsManager]
            .map(answer),
    );
    if wizard.with_requirements(|requirements| requirements.is_manager_by_itself()) {
        facts.push((short(Question::AuthorisationsManager), wizard.phrase(Phrase::ManagerAutomatic).to_owned()));
    }
    facts.extend(start::total_words(wizard).map(|words| (short(Question::Price), words)));
    facts.retain(|(_, answer)| !answer.is_empty());
    facts
}
