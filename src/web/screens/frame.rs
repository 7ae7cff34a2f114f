//! What surrounds every screen: language, progress, back, heading, errors, the next button, help.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::ScrollLogicalPosition;

use super::specimen::specimen;
use super::{
    check, data, hand_over, keeping, open, outline, panel, progress, purpose, question, sent, signing, start, welcome,
    who,
};
use crate::domain::handover::Party;
use crate::domain::journey::Screen;
use crate::domain::rules::Issue;
use crate::domain::texts::{self, Phrase};
use crate::web::dom::{Element, ElementRef, IntoChild, div, effect, p, scroll_into_view, span};
use crate::web::kit::{
    ButtonKind, ErrorSummary, NoticeKind, SummaryItem, button, disclosure, error_summary, hint, spoken_notice,
};
use crate::web::wizard::Wizard;

/// The whole wizard.
pub fn frame(wizard: Wizard) -> Element {
    let root = ElementRef::new();
    let prints_form = signing::prints_form(wizard);
    let announced = div()
        .class("visually-hidden")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .child(move || wizard.announced());
    // A file that is dropped beside its slot must not open in place of the wizard.
    let ignore = |event: web_sys::Event| event.prevent_default();
    outline::root(move || wizard.lang())
        .on("dragover", ignore)
        .on("drop", ignore)
        .class(("wizard--print-form", move || prints_form.get() && wizard.screen() == Screen::Sign))
        // Hides all navigation while an application is being sent.
        .class(("wizard--locked", move || wizard.is_locked() && wizard.screen() != Screen::HandOver))
        .node_ref(root)
        .child(content(wizard, root))
        .child(announced)
        .child(signing::printed_form(wizard, prints_form))
}

/// Rebuilt in another language, like each screen, so that translators and screen readers get new text.
fn content(wizard: Wizard, root: ElementRef) -> impl IntoChild {
    let lang = Memo::new(move |_| wizard.lang());
    let screen = Memo::new(move |_| wizard.screen());
    let current_screen = move || {
        let screen = screen.get();
        untrack(|| screen_view(wizard, screen, root))
    };
    move || {
        lang.get();
        untrack(|| {
            let main = (top(wizard), progress::steps(wizard), current_screen, help(wizard));
            div().class("wizard__grid").child(panel::side_panel(wizard)).child(div().class("wizard__main").child(main))
        })
    }
}

/// Moves the focus to a control by its name, or to the first control whose name begins with it.
fn focus_on(root: ElementRef, name: &str) {
    let selector = format!("[name='{name}'], [name^='{name}.'], [data-place='{name}']");
    let found = root.get_untracked().and_then(|root| root.query_selector(&selector).ok().flatten());
    let found = match found.as_ref().and_then(|first| first.dyn_ref::<web_sys::HtmlInputElement>()) {
        Some(radio) if radio.type_() == "radio" => root
            .get_untracked()
            .and_then(|root| root.query_selector(&format!("[name='{name}']:checked")).ok().flatten())
            .or(found),
        _ => found,
    };
    if let Some(control) = found.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        control.focus().ok();
        scroll_into_view(&control, ScrollLogicalPosition::Center);
    }
}

fn top(wizard: Wizard) -> Element {
    div()
        .class("frame__top")
        .child(span().class("frame__saved").child(move || keeping::status(wizard)))
        .child(outline::language(wizard.lang(), move |other| wizard.set_language(other)))
}

fn help(wizard: Wizard) -> Element {
    let help = wizard.with_facts(|facts| outline::help(wizard.lang(), &facts.offer.supplier));
    // That screen offers it beside those who must sign.
    let is_offered = Memo::new(move |_| wizard.screen() == Screen::Representatives && wizard.waits_for_others());
    help.child(move || (!is_offered.get()).then(|| untrack(|| keeping::device(wizard)))).child(keeping::wipe(wizard))
}

fn screen_view(wizard: Wizard, screen: Screen, root: ElementRef) -> Element {
    let words = (wizard.texts().screen)(screen);
    let is_being_sent = move || screen == Screen::Sign && wizard.is_locked() && !wizard.is_elsewhere();
    let is_signatory = wizard.signatory().is_some();
    let signatory = wizard.signatory().filter(|_| screen == Screen::Check);
    let title = move || match signatory {
        _ if is_being_sent() => wizard.phrase(Phrase::SendingTitle),
        Some(_) => wizard.phrase(Phrase::SignatoryTitle),
        None if is_signatory && screen == Screen::Sign => wizard.phrase(Phrase::YourSignature),
        None => words.title,
    };
    let is_fiscal = wizard.is_fiscal();
    let intro = match screen {
        Screen::Representatives if is_fiscal => wizard.phrase(Phrase::RepresentativesFiscal),
        _ => words.intro,
    };
    let intro = wizard.with_facts(|facts| {
        let months = texts::months(wizard.lang(), facts.offer.identity_documents.valid_months);
        texts::fill(intro, &[("months", &months)])
    });
    // Whether they sign is only known once the catalogue has loaded.
    let signs = Memo::new(move |_| wizard.is_asked_to_sign());
    let intro = move || match signatory {
        Some(row) => {
            let name = wizard.party_name(Party::Representative(row));
            outline::intro(&wizard.fill(Phrase::SignatoryIntro, &[("name", &name)])).filter(|_| signs.get())
        }
        None => outline::intro(&intro),
    };
    let has_drawing = screen == Screen::Representatives && !is_fiscal;
    let drawing = has_drawing.then(|| specimen(wizard, &texts::EXTRACT));
    let heading = ElementRef::new();
    // The first screen does not take the focus, because the page would scroll.
    let takes_focus = wizard.changes_untracked() > 0;
    let focus_on_heading = move |heading: web_sys::HtmlElement| {
        heading.focus().ok();
        if let Some(root) = root.get_untracked() {
            scroll_into_view(&root, ScrollLogicalPosition::Start);
        }
    };
    effect(move || {
        if let Some(heading) = heading.get().filter(|_| takes_focus) {
            focus_on_heading(heading);
        }
    });
    // Sending hides the button that had the focus.
    let is_sending = Memo::new(move |_| is_being_sent());
    effect(move || {
        if is_sending.get()
            && let Some(heading) = heading.get_untracked()
        {
            focus_on_heading(heading);
        }
    });
    let has_back = !matches!(screen, Screen::Welcome | Screen::Sent) && signatory.is_none();
    let back = has_back.then(|| {
        button(ButtonKind::Link, move || wizard.back())
            .class("back")
            .attr("data-action", "back")
            .child(wizard.phrase(Phrase::Back))
    });
    // After a reload, questions that depend on the chosen services are shown when the catalogue has loaded.
    let is_waiting =
        Memo::new(move |_| screen > Screen::Services && screen < Screen::Sent && wizard.awaits_catalogue());
    let is_elsewhere = Memo::new(move |_| wizard.is_elsewhere());
    outline::screen(screen)
        .child(back)
        .child(outline::heading().child(title).node_ref(heading))
        .child(keeping::elsewhere(wizard))
        .child(keeping::told(wizard))
        .child(restored(wizard))
        .child(new_questions(wizard))
        .child(summary(wizard, root))
        .child(intro)
        .child((!words.more.is_empty()).then(|| disclosure(words.more, words.more_text).child(drawing)))
        .child(move || {
            if is_elsewhere.get() {
                // What was answered is not shown either: it may be old.
                None::<Element>.into_child()
            } else if is_waiting.get() {
                hint(wizard.phrase(Phrase::CatalogueLoading)).attr("role", "status").into_child()
            } else {
                untrack(|| (body(wizard, screen), next_button(wizard, screen)).into_child())
            }
        })
}

fn body(wizard: Wizard, screen: Screen) -> AnyView {
    match screen {
        Screen::Welcome => wizard.with_facts(|facts| {
            let begin = outline::next_button("next", wizard.texts().welcome.begin, move || wizard.next());
            let open = move || wizard.step_aside(Screen::Open);
            welcome::welcome(wizard.lang(), &facts.offer, (begin, welcome::open(wizard.lang(), open))).into_child()
        }),
        Screen::Open => open::open(wizard).into_child(),
        Screen::HandOver => hand_over::hand_over(wizard).into_child(),
        Screen::OrganisationKind => purpose::organisation(wizard).into_child(),
        Screen::Services => purpose::services(wizard).into_child(),
        Screen::Representatives => who::representatives(wizard).into_child(),
        Screen::RepresentativeContact => who::contacts(wizard).into_child(),
        Screen::PersonalData => (who::owner_registers(wizard), question::questions(wizard, screen)).into_child(),
        Screen::IdentityDocument => data::identity_document(wizard).into_child(),
        Screen::Documents => data::documents(wizard).into_child(),
        Screen::Payment => (question::questions(wizard, screen), start::total(wizard)).into_child(),
        Screen::Check => check::check(wizard).into_child(),
        Screen::Sign => signing::signing(wizard).into_child(),
        Screen::Sent => sent::sent(wizard).into_child(),
        _ => question::questions(wizard, screen).into_child(),
    }
}

/// The problems of this screen, shown once the applicant has pressed the next button, or came here to fix a problem.
fn summary(wizard: Wizard, root: ElementRef) -> impl IntoChild {
    let before = wizard.summary().saturating_sub(usize::from(!wizard.issues_here().is_empty()));
    let items = Memo::new(move |_| {
        let item = |issue: &Issue| SummaryItem {
            name: issue.place.to_string(),
            code: issue.rule.code(),
            text: wizard.listed_sentence(issue),
        };
        let issues = if wizard.summary() > before { wizard.issues_here() } else { Vec::new() };
        issues.iter().map(item).collect::<Vec<_>>()
    });
    error_summary(ErrorSummary {
        title: wizard.phrase(Phrase::ErrorSummary),
        items,
        focus: Memo::new(move |_| wizard.summary()),
        on_follow: Callback::new(move |name: String| focus_on(root, &name)),
    })
}

fn restored(wizard: Wizard) -> impl IntoChild {
    move || {
        let is_here = wizard.is_restored() && !wizard.is_elsewhere();
        is_here.then(|| spoken_notice(NoticeKind::Success).child(p().child(wizard.phrase(Phrase::Restored))))
    }
}

fn new_questions(wizard: Wizard) -> impl IntoChild {
    move || {
        let steps = wizard.new_questions();
        (!steps.is_empty()).then(|| {
            let names: Vec<&str> = steps.iter().map(|step| (wizard.texts().step)(*step)).collect();
            let words = wizard.fill(Phrase::NewQuestions, &[("steps", &names.join(", "))]);
            spoken_notice(NoticeKind::Info).child(p().child(words))
        })
    }
}

fn next_button(wizard: Wizard, screen: Screen) -> Option<Element> {
    let (action, words) = match screen {
        Screen::Welcome | Screen::Open | Screen::Sign | Screen::HandOver | Screen::Sent => return None,
        Screen::Check if !wizard.is_asked_to_sign() => return None,
        Screen::Check => ("sign", wizard.phrase(Phrase::Sign)),
        _ if wizard.is_returning() => ("save", wizard.phrase(Phrase::Save)),
        _ => ("next", wizard.phrase(Phrase::Next)),
    };
    Some(outline::next_button(action, words, move || match screen {
        Screen::Check => check::go_on(wizard),
        _ => wizard.next(),
    }))
}
