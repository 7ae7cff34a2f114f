//! What stands around every screen: language, progress, back, heading, errors, the button on, help.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{check, data, panel, purpose, question, sent, signing, start, welcome, who};
use crate::domain::journey::{Screen, Step};
use crate::domain::scheme::Lang;
use crate::domain::texts::Phrase;
use crate::web::kit::{Disclosure, ErrorSummary, Notice, NoticeKind, SummaryItem};
use crate::web::wizard::{Keeping, Wizard};

/// The whole wizard.
#[component]
pub fn Frame() -> AnyView {
    let wizard = expect_context::<Wizard>();
    let root = NodeRef::<html::Div>::new();
    let lang = Memo::new(move |_| wizard.lang());
    let screen = Memo::new(move |_| wizard.screen());
    let prints_form = signing::prints_form(wizard);
    view! {
        <div class={"wizard"} class:wizard--print-form=move || prints_form.get() node_ref=root
            lang=move || lang.get().code() translate="no">
            // Everything anew for another language, each screen anew: translators and readers see fresh text.
            {move || {
                lang.get();
                untrack(|| view! {
                    <div class={"wizard__grid"}>
                        {panel::side_panel(wizard)}
                        <div class={"wizard__main"}>
                            {top(wizard)}
                            {progress(wizard)}
                            {move || { let screen = screen.get(); untrack(|| screen_view(wizard, screen, root)) }}
                            {help(wizard)}
                        </div>
                    </div>
                })
            }}
            <div class={"visually-hidden"} role="status" aria-live="polite">{move || wizard.announced()}</div>
            {signing::printed_form(wizard, prints_form)}
        </div>
    }
    .into_any()
}

/// Moves the focus to a control by its name, or to the first control whose name begins so.
pub(super) fn focus_on(root: NodeRef<html::Div>, name: &str) {
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
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        control.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn top(wizard: Wizard) -> AnyView {
    let other = if wizard.lang() == Lang::Nl { Lang::En } else { Lang::Nl };
    let keeping = move || match wizard.keeping() {
        Keeping::Idle => String::new(),
        Keeping::Saved => wizard.phrase(Phrase::Saved).to_owned(),
        Keeping::Failed => wizard.phrase(Phrase::NotSaved).to_owned(),
    };
    view! {
        <div class={"frame__top"}>
            <span class={"frame__saved"}>{keeping}</span>
            <button type="button" class={"link frame__language"} lang=other.code() data-action="language"
                on:click=move |_| wizard.speak(other)>{wizard.phrase(Phrase::OtherLanguage)}</button>
        </div>
    }
    .into_any()
}

fn progress(wizard: Wizard) -> AnyView {
    let step = Memo::new(move |_| wizard.screen().step());
    let words = move || {
        let number = step.get().number()?;
        let name = (wizard.texts().step)(step.get());
        let (number, total) = (number.to_string(), Step::COUNT.to_string());
        let of = wizard.fill(Phrase::StepOf, &[("n", &number), ("total", &total)]);
        Some(view! { <p class={"progress__text"}>{format!("{of} · {name}")}</p> })
    };
    let fill = move || format!("progress__fill progress__fill--{}", step.get().number().unwrap_or_default());
    let steps = move || {
        let here = step.get();
        Step::NUMBERED.into_iter().map(move |one| {
            let name = (wizard.texts().step)(one);
            let is_open = Memo::new(move |_| {
                wizard.journey().with(|journey| journey.first_of(one).is_some_and(|first| journey.is_open(first)))
            });
            let is_done = Memo::new(move |_| wizard.journey().with(|journey| journey.is_done(one)));
            let class = move || match (one == here, is_done.get()) {
                (true, _) => "progress__step progress__step--current",
                (false, true) => "progress__step progress__step--done",
                (false, false) => "progress__step",
            };
            let content = move || match is_open.get() && one != here {
                true => view! {
                    <button type="button" class={"link"} data-action=format!("step:{}", one.code())
                        on:click=move |_| { wizard.go_to(one); }>
                        {name}
                        {move || is_done.get().then(|| view! { <span class={"visually-hidden"}>{format!(" ({})", wizard.phrase(Phrase::StepDone))}</span> })}
                    </button>
                }
                .into_any(),
                false => view! { <span aria-current=(one == here).then_some("step")>{name}</span> }.into_any(),
            };
            view! { <li class=class>{content}</li> }.into_any()
        }).collect_view()
    };
    let is_shown = move || step.get().number().is_some();
    view! {
        <nav class={"progress"} aria-label=wizard.phrase(Phrase::Progress) hidden=move || !is_shown()>
            {words}
            <div class={"progress__bar"} aria-hidden="true"><div class=fill></div></div>
            <ol class={"progress__steps"}>{steps}</ol>
        </nav>
    }
    .into_any()
}

fn help(wizard: Wizard) -> AnyView {
    let (telephone, email) =
        wizard.with_facts(|facts| (facts.offer.supplier.telephone.clone(), facts.offer.supplier.email.clone()));
    let line = wizard.fill(Phrase::Help, &[("telephone", &telephone), ("email", &email)]);
    let is_started = move || wizard.screen() != Screen::Welcome && wizard.screen() != Screen::Sent;
    let is_asking = RwSignal::new(false);
    view! {
        <footer class={"help"}>
            <slot name={"help"}><p>{line}</p></slot>
            <slot name={"privacy"}></slot>
            {move || is_started().then(|| match is_asking.get() {
                false => view! {
                    <button type="button" class={"link"} data-action="wipe" on:click=move |_| is_asking.set(true)>
                        {wizard.phrase(Phrase::Wipe)}
                    </button>
                }.into_any(),
                true => view! {
                    <div class={"help__wipe"} role="alert">
                        <p>{wizard.phrase(Phrase::WipeConfirm)}</p>
                        <button type="button" class={"button button--secondary"} data-action="wipe:yes"
                            on:click=move |_| { is_asking.set(false); wizard.wipe(); }>{wizard.phrase(Phrase::Wipe)}</button>
                        <button type="button" class={"button button--quiet"} data-action="wipe:no"
                            on:click=move |_| is_asking.set(false)>{wizard.phrase(Phrase::Cancel)}</button>
                    </div>
                }.into_any(),
            })}
        </footer>
    }
    .into_any()
}

fn screen_view(wizard: Wizard, screen: Screen, root: NodeRef<html::Div>) -> AnyView {
    let words = untrack(|| (wizard.texts().screen)(screen));
    let heading = NodeRef::<html::H2>::new();
    // The first screen does not take the focus: the page around it would jump.
    let takes_focus = untrack(|| wizard.changes_untracked() > 0);
    Effect::new(move |_| {
        if let Some(heading) = heading.get().filter(|_| takes_focus) {
            heading.focus().ok();
        }
    });
    let body = match screen {
        Screen::Welcome => welcome::welcome(wizard),
        Screen::Services => purpose::services(wizard),
        Screen::Representatives => who::representatives(wizard),
        Screen::Manager => questions(wizard, screen),
        Screen::RepresentativeContact => who::contacts(wizard),
        Screen::Documents => data::documents(wizard),
        Screen::Level => start::level(wizard),
        Screen::Contract | Screen::Identification => start::with_price(wizard, screen),
        Screen::Payment => start::with_price(wizard, screen),
        Screen::Check => check::check(wizard),
        Screen::Sign => signing::signing(wizard),
        Screen::Sent => sent::sent(wizard),
        _ => questions(wizard, screen),
    };
    let items = Memo::new(move |_| {
        wizard
            .issues_here()
            .iter()
            .map(|issue| SummaryItem {
                name: issue.place.to_string(),
                code: issue.rule.code(),
                text: wizard.sentence(issue),
            })
            .collect::<Vec<_>>()
    });
    let shown = RwSignal::new(0_usize);
    let items_shown = Signal::derive(move || if wizard.summary() > shown.get() { items.get() } else { Vec::new() });
    shown.set(untrack(|| wizard.summary()).saturating_sub(usize::from(!untrack(|| items.get()).is_empty())));
    let has_back = !matches!(screen, Screen::Welcome | Screen::Sent);
    let more = (!words.more.is_empty()).then(|| {
        view! { <Disclosure summary=words.more.to_owned() text=words.more_text.to_owned() /> }
    });
    let intro = (!words.intro.is_empty()).then(|| view! { <p class={"screen__intro"}>{words.intro}</p> });
    view! {
        <article class={"screen"} data-step=screen.step().label() data-screen=screen.code()>
            {has_back.then(|| view! {
                <button type="button" class={"link back"} data-action="back" on:click=move |_| wizard.back()>
                    {wizard.phrase(Phrase::Back)}
                </button>
            })}
            <h2 class={"screen__title"} tabindex="-1" node_ref=heading>{words.title}</h2>
            {restored(wizard)}
            {new_questions(wizard)}
            <ErrorSummary
                title=Signal::derive(move || wizard.phrase(Phrase::ErrorSummary).to_owned())
                items=items_shown
                focus=Signal::derive(move || wizard.summary())
                on_follow=move |name: String| focus_on(root, &name)
            />
            {intro}
            {more}
            {body}
            {next_button(wizard, screen)}
        </article>
    }
    .into_any()
}

fn restored(wizard: Wizard) -> AnyView {
    (move || {
        wizard.is_restored().then(|| {
            view! {
                <Notice kind=NoticeKind::Success is_spoken=true><p>{wizard.phrase(Phrase::Restored)}</p></Notice>
            }
        })
    })
    .into_any()
}

fn new_questions(wizard: Wizard) -> AnyView {
    (move || {
        let steps = wizard.new_questions();
        let names: Vec<&str> = steps.iter().map(|step| (wizard.texts().step)(*step)).collect();
        let words = wizard.fill(Phrase::NewQuestions, &[("steps", &names.join(", "))]);
        (!steps.is_empty()).then(|| view! { <Notice kind=NoticeKind::Info is_spoken=true><p>{words}</p></Notice> })
    })
    .into_any()
}

/// The questions of a screen, those that apply, in order.
pub(super) fn questions(wizard: Wizard, screen: Screen) -> AnyView {
    let places = Memo::new(move |_| wizard.places(screen));
    view! {
        <For each=move || places.get() key=|place| *place let:place>{question::question(wizard, place)}</For>
    }
    .into_any()
}

fn next_button(wizard: Wizard, screen: Screen) -> AnyView {
    let (action, phrase) = match screen {
        Screen::Sign | Screen::Sent => return ().into_any(),
        Screen::Check => ("sign", Phrase::Sign),
        Screen::Welcome => ("next", Phrase::Begin),
        _ if untrack(|| wizard.is_returning()) => ("save", Phrase::Save),
        _ => ("next", Phrase::Next),
    };
    // Pressing it leaves the focus where it is: an error that shows on leaving would move the button from under the press.
    view! {
        <div class={"actions"}>
            <button type="button" class={"button"} data-action=action on:mousedown=|event| event.prevent_default() on:click=move |_| match screen {
                Screen::Check => check::go_on(wizard),
                _ => wizard.next(),
            }>{wizard.phrase(phrase)}</button>
        </div>
    }
    .into_any()
}
