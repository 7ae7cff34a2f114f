//! The steps above every screen, and how far the applicant is.

use leptos::prelude::*;

use crate::domain::journey::{Destination, Screen, Step};
use crate::domain::texts::{self, Phrase};
use crate::web::dom::{Element, li, nav, ol, p, progress, span};
use crate::web::kit::{ButtonKind, button};
use crate::web::wizard::Wizard;

/// The steps, with links to those that are open; hidden before and after them, and to a signatory.
pub(super) fn steps(wizard: Wizard) -> Element {
    let here = Memo::new(move |_| wizard.screen().step());
    let within = Memo::new(move |_| wizard.journey().with(|journey| journey.within_step(wizard.screen())));
    let words = move || {
        let step = here.get();
        let (number, total) = (step.number()?.to_string(), Step::COUNT.to_string());
        let mut words = wizard.fill(Phrase::StepOf, &[("n", &number), ("total", &total)]);
        texts::append(&mut words, " · ", (wizard.texts().step)(step));
        let (number, total) = within.get();
        if total > 1 {
            let values = [("n", &*number.to_string()), ("total", &*total.to_string())];
            texts::append(&mut words, " ", &wizard.fill(Phrase::ScreenOf, &values));
        }
        Some(p().class("progress__text").child(words))
    };
    let percent_done = move || {
        let (number, total) = within.get();
        let earlier = here.get().number().unwrap_or(1).saturating_sub(1);
        (earlier * 100 + (number * 100).checked_div(total).unwrap_or(100)).to_string()
    };
    let bar = progress()
        .class("progress__bar")
        .attr("aria-hidden", "true")
        .attr("max", (Step::COUNT * 100).to_string())
        .attr("value", percent_done);
    let steps = move || Step::NUMBERED.map(|step| step_item(wizard, step, step == here.get()));
    nav()
        .class("progress")
        .attr("part", "progress")
        .attr("aria-label", wizard.phrase(Phrase::Progress))
        // A signatory reads, and changes nothing.
        .attr("hidden", move || {
            here.get().number().is_none() || wizard.signatory().is_some() || wizard.screen() == Screen::HandOver
        })
        .child(words)
        .child(bar)
        .child(ol().class("progress__steps").child(steps))
}

fn step_item(wizard: Wizard, step: Step, is_here: bool) -> Element {
    let is_open = Memo::new(move |_| {
        wizard.journey().with(|journey| journey.first_of(step).is_some_and(|first| journey.is_open(first)))
    });
    let is_done = Memo::new(move |_| wizard.journey().with(|journey| journey.is_done(step)));
    let name = (wizard.texts().step)(step);
    let done = move || {
        let words = format!(" ({})", wizard.phrase(Phrase::StepDone));
        is_done.get().then(|| span().class("visually-hidden").child(words))
    };
    let content = move || {
        if is_here {
            span().attr("aria-current", "step").child(name)
        } else if is_open.get() {
            button(ButtonKind::Link, move || _ = wizard.go_to(Destination::Step(step)))
                .attr("data-action", format!("step:{}", step.code()))
                .child(name)
                .child(done)
        } else {
            span().child(name)
        }
    };
    li().class(if is_here { "progress__step progress__step--current" } else { "progress__step" })
        .class(("progress__step--done", move || is_done.get() && !is_here))
        .child(content)
}
