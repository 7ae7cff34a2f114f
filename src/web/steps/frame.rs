//! What stands around every screen: language, progress, back, heading, errors, the button on, help.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{check, data, keeping, outline, panel, purpose, question, sent, signing, start, welcome, who};
use crate::domain::journey::{Screen, Step};
use crate::domain::rules::Issue;
use crate::domain::texts::Phrase;
use crate::web::kit::{
    ElementRef, ErrorSummary, NoticeKind, SummaryItem, button, disclosure, dynamic, element, group, nothing, notice,
    paragraph,
};
use crate::web::reactive::{derived, effect};
use crate::web::wizard::Wizard;

/// The whole wizard.
pub fn frame(wizard: Wizard) -> AnyView {
    let root = ElementRef::new();
    let prints_form = signing::prints_form(wizard);
    outline::root(move || wizard.lang())
        .class_when("wizard--print-form", move || prints_form.get())
        // Hides every way around what is being sent.
        .class_when("wizard--locked", move || wizard.is_locked())
        .node(root)
        .child(content(wizard, root))
        .child(
            element("div", "visually-hidden")
                .attr("role", "status")
                .attr("aria-live", "polite")
                .text_with(move || wizard.announced())
                .view(),
        )
        .child(signing::printed_form(wizard, prints_form))
        .view()
}

/// Everything anew for another language, each screen anew: translators and readers see fresh text.
fn content(wizard: Wizard, root: ElementRef) -> AnyView {
    let lang = derived(move || wizard.lang());
    let screen = derived(move || wizard.screen());
    let screens = move || {
        dynamic(move || {
            let screen = screen.get();
            untrack(|| screen_view(wizard, screen, root))
        })
    };
    dynamic(move || {
        lang.get();
        untrack(|| {
            let main = [top(wizard), progress(wizard), screens(), help(wizard)];
            element("div", "wizard__grid")
                .child(panel::side_panel(wizard))
                .child(element("div", "wizard__main").children(main).view())
                .view()
        })
    })
}

/// Moves the focus to a control by its name, or to the first control whose name begins so.
pub(super) fn focus_on(root: ElementRef, name: &str) {
    let selector = ["[name='", name, "'], [name^='", name, ".'], [data-place='", name, "']"].concat();
    let found = root.get_untracked().and_then(|root| root.query_selector(&selector).ok().flatten());
    let found = match found.as_ref().and_then(|first| first.dyn_ref::<web_sys::HtmlInputElement>()) {
        Some(radio) if radio.type_() == "radio" => root
            .get_untracked()
            .and_then(|root| root.query_selector(&["[name='", name, "']:checked"].concat()).ok().flatten())
            .or(found),
        _ => found,
    };
    if let Some(control) = found.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok()) {
        control.focus().ok();
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        control.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn top(wizard: Wizard) -> AnyView {
    element("div", "frame__top")
        .child(element("span", "frame__saved").text_with(move || keeping::status(wizard)).view())
        .child(outline::language(wizard.lang(), move |other| wizard.speak(other)))
        .view()
}

fn progress(wizard: Wizard) -> AnyView {
    let here = derived(move || wizard.screen().step());
    let words = move || {
        let step = here.get();
        let number = step.number()?;
        let (number, total) = (number.to_string(), Step::COUNT.to_string());
        let of = wizard.fill(Phrase::StepOf, &[("n", &number), ("total", &total)]);
        Some(paragraph("progress__text", [of.as_str(), " · ", (wizard.texts().step)(step)].concat()))
    };
    let fill =
        move || ["progress__fill progress__fill--", &here.get().number().unwrap_or_default().to_string()].concat();
    let steps = move || group(Step::NUMBERED.map(|step| step_item(wizard, step, step == here.get())));
    element("nav", "progress")
        .attr("aria-label", wizard.phrase(Phrase::Progress))
        .flag("hidden", move || here.get().number().is_none())
        .maybe_with(words)
        .child(
            element("div", "progress__bar")
                .attr("aria-hidden", "true")
                .child(element("div", "").attr_with("class", move || Some(fill())).view())
                .view(),
        )
        .child(element("ol", "progress__steps").child_with(steps).view())
        .view()
}

fn step_item(wizard: Wizard, step: Step, is_here: bool) -> AnyView {
    let is_open = derived(move || {
        wizard.journey().with(|journey| journey.first_of(step).is_some_and(|first| journey.is_open(first)))
    });
    let is_done = derived(move || wizard.journey().with(|journey| journey.is_done(step)));
    let name = (wizard.texts().step)(step);
    let done = move || {
        let words = [" (", wizard.phrase(Phrase::StepDone), ")"].concat();
        is_done.get().then(|| element("span", "visually-hidden").text(words).view())
    };
    let content = move || match is_open.get() && !is_here {
        true => button("link", ["step:", step.code()].concat(), move || _ = wizard.go_to(step))
            .text(name)
            .maybe_with(done)
            .view(),
        false if is_here => element("span", "").attr("aria-current", "step").text(name).view(),
        false => element("span", "").text(name).view(),
    };
    element("li", if is_here { "progress__step progress__step--current" } else { "progress__step" })
        .class_when("progress__step--done", move || is_done.get() && !is_here)
        .child_with(content)
        .view()
}

fn help(wizard: Wizard) -> AnyView {
    let help = wizard.with_facts(|facts| outline::help(wizard.lang(), &facts.offer.supplier));
    help.child(keeping::device(wizard)).child(keeping::wipe(wizard)).view()
}

fn screen_view(wizard: Wizard, screen: Screen, root: ElementRef) -> AnyView {
    let words = (wizard.texts().screen)(screen);
    let title = move || if wizard.is_locked() { wizard.phrase(Phrase::SendingTitle) } else { words.title };
    let is_fiscal = wizard.with_requirements(|requirements| requirements.is_fiscal());
    let intro = match screen {
        Screen::Representatives if is_fiscal => wizard.phrase(Phrase::RepresentativesFiscal),
        _ => words.intro,
    };
    let heading = ElementRef::new();
    // The first screen does not take the focus: the page around it would jump.
    let takes_focus = wizard.changes_untracked() > 0;
    effect(move || {
        if let Some(heading) = heading.get().filter(|_| takes_focus) {
            heading.focus().ok();
        }
    });
    let back = button("link back", "back", move || wizard.back());
    // Services that were chosen before a reload: what is asked of them shows when they are known again.
    let is_waiting = derived(move || screen > Screen::Services && screen < Screen::Sent && wizard.awaits_catalogue());
    let has_back = !matches!(screen, Screen::Welcome | Screen::Sent);
    outline::screen(screen)
        .maybe(has_back.then(|| back.text(wizard.phrase(Phrase::Back)).view()))
        .child(outline::heading().text_with(move || title().to_owned()).node(heading).view())
        .child(keeping::elsewhere(wizard))
        .child(restored(wizard))
        .child(new_questions(wizard))
        .child(summary(wizard, root))
        .maybe(outline::intro(intro))
        .maybe((!words.more.is_empty()).then(|| disclosure(words.more, words.more_text)))
        .child_with(move || match is_waiting.get() {
            true => {
                element("p", "field__hint").attr("role", "status").text(wizard.phrase(Phrase::CatalogueLoading)).view()
            }
            false => untrack(|| group([body(wizard, screen), next_button(wizard, screen)])),
        })
        .view()
}

fn body(wizard: Wizard, screen: Screen) -> AnyView {
    match screen {
        Screen::Welcome => wizard.with_facts(|facts| welcome::welcome(wizard.lang(), &facts.offer)),
        Screen::Services => purpose::services(wizard),
        Screen::Representatives => who::representatives(wizard),
        Screen::RepresentativeContact => who::contacts(wizard),
        Screen::Documents => data::documents(wizard),
        Screen::Level => start::level(wizard),
        Screen::Contract | Screen::Identification | Screen::Payment => start::with_price(wizard, screen),
        Screen::Check => check::check(wizard),
        Screen::Sign => signing::signing(wizard),
        Screen::Sent => sent::sent(wizard),
        _ => questions(wizard, screen),
    }
}

/// What is wrong here: from the first press of the button on, and if the applicant was led here for it.
fn summary(wizard: Wizard, root: ElementRef) -> AnyView {
    let items = derived(move || {
        let item = |issue: &Issue| SummaryItem {
            name: issue.place.to_string(),
            code: issue.rule.code(),
            text: wizard.sentence(issue),
        };
        wizard.issues_here().iter().map(item).collect::<Vec<_>>()
    });
    let before = wizard.summary().saturating_sub(usize::from(!items.get_untracked().is_empty()));
    ErrorSummary {
        title: wizard.phrase(Phrase::ErrorSummary),
        items: derived(move || if wizard.summary() > before { items.get() } else { Vec::new() }),
        focus: derived(move || wizard.summary()),
        on_follow: Callback::new(move |name: String| focus_on(root, &name)),
    }
    .view()
}

fn restored(wizard: Wizard) -> AnyView {
    dynamic(move || match wizard.is_restored() {
        true => notice(NoticeKind::Success, true).child(paragraph("", wizard.phrase(Phrase::Restored))).view(),
        false => nothing(),
    })
}

fn new_questions(wizard: Wizard) -> AnyView {
    dynamic(move || {
        let steps = wizard.new_questions();
        if steps.is_empty() {
            return nothing();
        }
        let names: Vec<&str> = steps.iter().map(|step| (wizard.texts().step)(*step)).collect();
        let words = wizard.fill(Phrase::NewQuestions, &[("steps", &names.join(", "))]);
        notice(NoticeKind::Info, true).child(paragraph("", words)).view()
    })
}

/// The questions of a screen, those that apply, in order.
pub(super) fn questions(wizard: Wizard, screen: Screen) -> AnyView {
    question::each_of(wizard, move || wizard.places(screen))
}

fn next_button(wizard: Wizard, screen: Screen) -> AnyView {
    let (action, words) = match screen {
        Screen::Sign | Screen::Sent => return nothing(),
        Screen::Welcome => ("next", wizard.texts().welcome.begin),
        Screen::Check => ("sign", wizard.phrase(Phrase::Sign)),
        _ if wizard.is_returning() => ("save", wizard.phrase(Phrase::Save)),
        _ => ("next", wizard.phrase(Phrase::Next)),
    };
    outline::on_button(action, words, move || match screen {
        Screen::Check => check::go_on(wizard),
        _ => wizard.next(),
    })
}
