//! What is kept of the answers: until when, and how to have less of it or more.

use leptos::prelude::*;

use crate::domain::journey::Screen;
use crate::domain::texts::{Phrase, date};
use crate::web::kit::{
    CheckBox, Element, ElementRef, FieldWords, NoticeKind, button, dynamic, element, nothing, notice, paragraph,
};
use crate::web::reactive::{State, derived, effect};
use crate::web::wizard::{DAYS_KEPT, DeviceAct, Keeping, OnDevice, Wizard};

/// Where the answers are kept, in words.
pub(super) fn status(wizard: Wizard) -> String {
    match wizard.keeping() {
        // Once it is sent nothing is kept but the reference.
        _ if wizard.screen() == Screen::Sent => String::new(),
        Keeping::Idle => String::new(),
        Keeping::Saved if wizard.on_device() == OnDevice::Kept => until(wizard, Phrase::SavedOnDevice),
        Keeping::Saved => wizard.phrase(Phrase::Saved).to_owned(),
        Keeping::NotOnDevice => wizard.phrase(Phrase::NotOnDevice).to_owned(),
        Keeping::Failed => wizard.phrase(Phrase::NotSaved).to_owned(),
    }
}

/// Keeps the answers on this device, after asking, or stops that.
pub(super) fn device(wizard: Wizard) -> AnyView {
    let on_device = derived(move || wizard.on_device());
    let is_changed = State::new(false);
    let change = move |act| {
        is_changed.set(true);
        wizard.change_device(act);
    };
    let ask = move |panel: Element| -> (Element, Box<dyn Fn()>) {
        let with_documents = State::new(false);
        let documents = CheckBox {
            name: "device-documents".to_owned(),
            words: FieldWords::plain(wizard.phrase(Phrase::KeepDocuments)),
            value: with_documents.into(),
            on_choose: Callback::new(move |is_wanted| with_documents.set(is_wanted)),
            more: None,
        };
        let keep = move || change(DeviceAct::Keep { with_documents: with_documents.get_untracked() });
        let words = paragraph("", until(wizard, Phrase::KeepOnDeviceConfirm));
        (panel.child(words).child(documents.view()), Box::new(keep))
    };
    dynamic(move || match on_device.get() {
        OnDevice::Asked => ask_first(wizard, "device", Phrase::KeepOnDevice, is_changed.get_untracked(), Box::new(ask)),
        OnDevice::Kept => {
            let stop = button("link", "device:forget", move || change(DeviceAct::Forget));
            focusing(stop.text(wizard.phrase(Phrase::ForgetDevice)), is_changed.get_untracked())
        }
        _ => nothing(),
    })
}

/// Erases all answers, after asking.
pub(super) fn wipe(wizard: Wizard) -> AnyView {
    let ask = move |panel: Element| -> (Element, Box<dyn Fn()>) {
        (panel.child(paragraph("", wizard.phrase(Phrase::WipeConfirm))), Box::new(move || wizard.wipe()))
    };
    ask_first(wizard, "wipe", Phrase::Wipe, false, Box::new(ask))
}

/// Tells that another tab has what is kept on this device, and goes on with it here.
pub(super) fn elsewhere(wizard: Wizard) -> AnyView {
    let is_elsewhere = derived(move || wizard.on_device() == OnDevice::Elsewhere);
    dynamic(move || match is_elsewhere.get() {
        true => notice(NoticeKind::Warning, true)
            .child(paragraph("", wizard.phrase(Phrase::OpenElsewhere)))
            .child(
                button("button button--secondary", "device:take", move || wizard.change_device(DeviceAct::TakeOver))
                    .text(wizard.phrase(Phrase::TakeOver))
                    .view(),
            )
            .view(),
        false => nothing(),
    })
}

/// Puts the question into an element, and gives what a yes does.
type Ask = Box<dyn Fn(Element) -> (Element, Box<dyn Fn()>) + Send>;

/// A link that asks before anything happens; offered once there are answers. The question takes its place, and the focus.
fn ask_first(wizard: Wizard, action: &'static str, words: Phrase, takes_focus: bool, ask: Ask) -> AnyView {
    let is_offered = derived(move || !matches!(wizard.screen(), Screen::Welcome | Screen::Sent));
    // Nothing until it was pressed, or takes the place of what was.
    let is_asking = State::new(takes_focus.then_some(false));
    let words = wizard.phrase(words);
    dynamic(move || {
        if !is_offered.get() {
            return nothing();
        }
        let takes_focus = is_asking.get().is_some();
        if is_asking.get() != Some(true) {
            return focusing(button("link", action, move || is_asking.set(Some(true))).text(words), takes_focus);
        }
        let panel = element("div", "help__question").attr("role", "group").attr("tabindex", "-1");
        let (panel, run) = untrack(|| ask(panel));
        let yes = button("button button--secondary", [action, ":yes"].concat(), move || {
            is_asking.set(None);
            run();
        });
        let no = button("button button--quiet", [action, ":no"].concat(), move || is_asking.set(Some(false)));
        let no = no.text(wizard.phrase(Phrase::Cancel)).view();
        focusing(panel.child(yes.text(words).view()).child(no), takes_focus)
    })
}

/// An element that takes the focus when it takes the place of what had it.
fn focusing(element: Element, takes_focus: bool) -> AnyView {
    let node = ElementRef::new();
    effect(move || {
        if let Some(node) = node.get().filter(|_| takes_focus) {
            node.focus().ok();
        }
    });
    element.node(node).view()
}

fn until(wizard: Wizard, phrase: Phrase) -> String {
    let end = wizard.host().today().add_days(DAYS_KEPT);
    wizard.fill(phrase, &[("date", &date(wizard.texts(), &end))])
}
