//! Where answers are saved and until when, and links to change that.

use leptos::prelude::*;
use web_sys::{HtmlElement, ScrollLogicalPosition};

use crate::domain::journey::Screen;
use crate::domain::texts::{Phrase, date};
use crate::web::dom::{Element, ElementRef, IntoChild, div, effect, p, scroll_into_view};
use crate::web::kit::{ButtonKind, CheckBox, FieldWords, NoticeKind, button, check_box, spoken_notice};
use crate::web::wizard::{DAYS_KEPT, DeviceAct, OnDevice, SaveState, Told, Wizard};

/// A sentence about where the answers are saved.
pub(super) fn status(wizard: Wizard) -> String {
    match wizard.save_state() {
        // After sending, only the reference is saved.
        _ if wizard.screen() == Screen::Sent => String::new(),
        // The other tab saves them.
        _ if wizard.is_elsewhere() => String::new(),
        SaveState::Idle => String::new(),
        SaveState::Saved if wizard.on_device() == OnDevice::Kept => until(wizard, Phrase::SavedOnDevice),
        SaveState::Saved => wizard.phrase(Phrase::Saved).to_owned(),
        SaveState::NotOnDevice => wizard.phrase(Phrase::NotOnDevice).to_owned(),
        SaveState::Failed => wizard.phrase(Phrase::NotSaved).to_owned(),
    }
}

/// Saves the answers on this device after confirmation, or stops that.
pub(super) fn device(wizard: Wizard) -> impl IntoChild {
    // Where nothing can be saved, it is not offered either.
    let on_device = Memo::new(move |_| match wizard.on_device() {
        OnDevice::Asked if wizard.save_state() == SaveState::Failed => OnDevice::Never,
        on_device => on_device,
    });
    let is_changed = RwSignal::new(false);
    let with_documents = RwSignal::new(false);
    let change = move |act| {
        is_changed.set(true);
        wizard.change_device(act);
    };
    let question = move || {
        with_documents.set(false);
        let documents = CheckBox {
            name: "device-documents".to_owned(),
            words: FieldWords::plain(wizard.phrase(Phrase::KeepDocuments)),
            value: Memo::new(move |_| with_documents.get()),
            on_choose: Callback::new(move |is_wanted| with_documents.set(is_wanted)),
            more: None,
        };
        vec![
            as_file(wizard, ButtonKind::Secondary),
            p().child(until(wizard, Phrase::KeepOnDeviceConfirm)),
            check_box(documents),
        ]
    };
    let keep = move || change(DeviceAct::Keep { with_documents: with_documents.get_untracked() });
    // Without answers there is nothing to save.
    let is_begun = Memo::new(move |_| {
        !matches!(wizard.screen(), Screen::Welcome | Screen::Open | Screen::HandOver | Screen::Sent)
    });
    let file = move || move || is_begun.get().then(|| as_file(wizard, ButtonKind::Link));
    move || match on_device.get() {
        OnDevice::Asked => {
            let confirmation = Confirmation {
                action: "device",
                link: Phrase::KeepAnswers,
                words: Phrase::KeepOnDevice,
                question: Callback::new(move |()| question()),
                confirm: Callback::new(move |()| keep()),
                takes_focus: is_changed.get_untracked(),
            };
            Some(ask_first(wizard, confirmation).into_child())
        }
        OnDevice::Kept => {
            let stop = button(ButtonKind::Link, move || change(DeviceAct::Forget))
                .attr("data-action", "device:forget")
                .child(wizard.phrase(Phrase::ForgetDevice));
            Some((focusing(stop, is_changed.get_untracked()), file()).into_child())
        }
        OnDevice::Never => Some(file().into_child()),
        OnDevice::Elsewhere => None,
    }
}

/// Leads to saving the application as a file.
pub(super) fn as_file(wizard: Wizard, kind: ButtonKind) -> Element {
    button(kind, move || wizard.step_aside(Screen::HandOver))
        .attr("data-action", "save-file")
        .child(wizard.phrase(Phrase::KeepAsFile))
}

/// Erases all answers after confirmation.
pub(super) fn wipe(wizard: Wizard) -> impl IntoChild {
    let confirmation = Confirmation {
        action: "wipe",
        link: Phrase::Wipe,
        words: Phrase::Wipe,
        question: Callback::new(move |()| {
            let is_sent = wizard.with_sending(|sending| sending.may_start_again);
            vec![p().child(wizard.phrase(if is_sent { Phrase::WipeSentConfirm } else { Phrase::WipeConfirm }))]
        }),
        confirm: Callback::new(move |()| wizard.wipe()),
        takes_focus: false,
    };
    ask_first(wizard, confirmation)
}

/// Says that another tab has the answers saved on this device, and offers to continue with them here; asks first if those
/// of this tab are erased then.
pub(super) fn elsewhere(wizard: Wizard) -> impl IntoChild {
    let is_frozen = Memo::new(move |_| wizard.is_elsewhere());
    let is_saved_elsewhere = Memo::new(move |_| wizard.on_device() == OnDevice::Elsewhere);
    let may_let_go = Memo::new(move |_| wizard.may_let_go());
    // Then nothing of this tab is erased.
    let is_fresh = move || wizard.changes_untracked() == 0 && !untrack(|| wizard.is_restored());
    move || {
        let words = match (is_frozen.get(), is_saved_elsewhere.get()) {
            (true, _) => Phrase::WorkedOnElsewhere,
            (false, true) => Phrase::OpenElsewhere,
            (false, false) => return None,
        };
        let take_over = move || wizard.change_device(DeviceAct::TakeOver);
        let action = "device:take";
        let take_over = may_let_go.get().then(|| {
            if is_frozen.get() || is_fresh() {
                let take_over = button(ButtonKind::Secondary, take_over).attr("data-action", action);
                return take_over.child(wizard.phrase(Phrase::TakeOver)).into_child();
            }
            let confirmation = Confirmation {
                action,
                link: Phrase::TakeOver,
                words: Phrase::TakeOver,
                question: Callback::new(move |()| vec![p().child(wizard.phrase(Phrase::TakeOverConfirm))]),
                confirm: Callback::new(move |()| take_over()),
                takes_focus: false,
            };
            ask_first(wizard, confirmation).into_child()
        });
        Some(spoken_notice(NoticeKind::Warning).child(p().child(wizard.phrase(words))).child(take_over))
    }
}

/// What the applicant is told apart from the state of sending.
pub(super) fn told(wizard: Wizard) -> impl IntoChild {
    move || {
        let (kind, words, file) = match wizard.told()? {
            Told::Expired => (NoticeKind::Info, wizard.phrase(Phrase::Expired).to_owned(), None),
            Told::ResetRefused => (NoticeKind::Warning, wizard.phrase(Phrase::ResetRefused).to_owned(), None),
            Told::EarlierArrived(reference) => {
                (NoticeKind::Warning, wizard.fill(Phrase::EarlierArrived, &[("reference", &reference)]), None)
            }
            Told::SetAside(text) => (NoticeKind::Error, wizard.phrase(Phrase::SetAside).to_owned(), Some(text)),
            Told::NotReadable => (NoticeKind::Error, wizard.phrase(Phrase::NotReadable).to_owned(), None),
            Told::Gone => (NoticeKind::Warning, wizard.phrase(Phrase::Gone).to_owned(), None),
            Told::Reloaded => (NoticeKind::Info, wizard.phrase(Phrase::Reloaded).to_owned(), None),
            Told::Ended => (NoticeKind::Warning, wizard.phrase(Phrase::Ended).to_owned(), None),
            Told::SignaturesFell => (NoticeKind::Warning, wizard.phrase(Phrase::SignaturesFell).to_owned(), None),
            Told::CannotSeal => (NoticeKind::Error, wizard.phrase(Phrase::CannotSeal).to_owned(), None),
        };
        let save = file.map(|text| {
            button(ButtonKind::Secondary, move || wizard.host().offer_text("eherkenning.json", text.clone()))
                .attr("data-action", "save-aside")
                .child(wizard.phrase(Phrase::SaveFile))
        });
        Some(in_view(spoken_notice(kind).attr("data-told", "").child(p().child(words)).child(save)))
    }
}

/// Something that is asked once more before it happens.
#[derive(Clone, Copy)]
pub(super) struct Confirmation {
    /// `data-action` of the link; the buttons add `:yes` and `:no`.
    pub action: &'static str,
    /// On the link.
    pub link: Phrase,
    /// On the button that confirms.
    pub words: Phrase,
    /// What is asked.
    pub question: Callback<(), Vec<Element>>,
    /// Does it.
    pub confirm: Callback<()>,
    /// Whether the link takes the focus, because it replaces what had it.
    pub takes_focus: bool,
}

/// A link that asks before anything happens; offered once there are answers. The question replaces it and takes the focus.
pub(super) fn ask_first(wizard: Wizard, confirmation: Confirmation) -> impl IntoChild {
    let Confirmation { action, link: link_words, words, question, confirm, takes_focus } = confirmation;
    let is_offered = Memo::new(move |_| {
        !matches!(wizard.screen(), Screen::Welcome | Screen::Open | Screen::HandOver | Screen::Sent)
    });
    let is_asking = RwSignal::new(false);
    // The first link takes the focus only on request; later ones always do, because they replace what was pressed.
    let takes_focus = RwSignal::new(takes_focus);
    let [link_words, words] = [link_words, words].map(|phrase| wizard.phrase(phrase));
    move || {
        if !is_offered.get() {
            // What was asked is not asked again on another screen.
            is_asking.set(false);
            return None;
        }
        let answer = move |is_confirmed: bool| {
            takes_focus.set(!is_confirmed);
            is_asking.set(false);
            if is_confirmed {
                confirm.run(());
            }
        };
        if !is_asking.get() {
            let ask = move || {
                takes_focus.set(true);
                is_asking.set(true);
            };
            let link = button(ButtonKind::Link, ask).attr("data-action", action).child(link_words);
            return Some(focusing(link, takes_focus.get_untracked()));
        }
        let yes = button(ButtonKind::Secondary, move || answer(true))
            .attr("data-action", format!("{action}:yes"))
            .child(words);
        let no = button(ButtonKind::Quiet, move || answer(false))
            .attr("data-action", format!("{action}:no"))
            .child(wizard.phrase(Phrase::Cancel));
        let panel = div().class("help__question").attr("role", "group").attr("tabindex", "-1");
        let panel = panel.child(untrack(|| question.run(()))).child(yes).child(no);
        Some(focusing(panel, takes_focus.get_untracked()))
    }
}

/// Makes an element take the focus when it replaces the focused one.
fn focusing(element: Element, takes_focus: bool) -> Element {
    if takes_focus { when_shown(element, |element| _ = element.focus()) } else { element }
}

/// Scrolls to a notice when it appears: after a reload the browser goes back to where the applicant was on the page.
fn in_view(notice: Element) -> Element {
    when_shown(notice, |notice| scroll_into_view(notice, ScrollLogicalPosition::Nearest))
}

fn when_shown(element: Element, act: fn(&HtmlElement)) -> Element {
    let node = ElementRef::new();
    effect(move || {
        if let Some(node) = node.get() {
            act(&node);
        }
    });
    element.node_ref(node)
}

fn until(wizard: Wizard, phrase: Phrase) -> String {
    let end = wizard.host().today().add_days(DAYS_KEPT);
    wizard.fill(phrase, &[("date", &date(wizard.texts(), &end))])
}
