//! Saving the application as a sealed file: for somebody who signs, or to go on later or elsewhere.

use leptos::prelude::*;

use super::own_field::OwnFields;
use super::{outline, sent};
use crate::domain::handover::{MAX_NOTE, Note, Party, Passphrase};
use crate::domain::texts::{Phrase, date};
use crate::web::dom::{Element, ElementRef, IntoChild, div, effect, li, ol, p};
use crate::web::kit::{
    ButtonKind, ChoiceField, ChoiceOption, FieldWords, NoticeKind, TextField, TextKind, button, choice_field, hint,
    notice, sub_heading, text_field,
};
use crate::web::wizard::{Made, Wizard};

/// Names of the controls.
const RECEIVER: &str = "handover.for";
const NOTE: &str = "handover.note";
/// What is wrong with making the file.
const FILE: &str = "handover.file";
/// The value of the choice to keep the file for oneself.
const NOBODY: &str = "nobody";

/// A handle: copies share the same screen.
#[derive(Clone, Copy)]
struct HandingOver {
    wizard: Wizard,
    /// `NOBODY`, or a party as text.
    receiver: RwSignal<String>,
    note: RwSignal<String>,
    fields: OwnFields,
    is_busy: RwSignal<bool>,
}

/// The screen.
pub(super) fn hand_over(wizard: Wizard) -> impl IntoChild {
    let receivers = untrack(|| wizard.receivers());
    let back = Party::User.to_string();
    let chosen = match untrack(|| wizard.returns()) {
        true => &back,
        false if receivers.is_empty() => NOBODY,
        false => "",
    };
    let handing_over = HandingOver {
        wizard,
        receiver: RwSignal::new(chosen.to_owned()),
        note: RwSignal::new(String::new()),
        fields: OwnFields::new(wizard),
        is_busy: RwSignal::new(false),
    };
    move || match wizard.made() {
        Some(made) => untrack(|| handing_over.done(made)).into_child(),
        None => untrack(|| handing_over.form(&receivers)).into_child(),
    }
}

impl HandingOver {
    /// For whom it is, and a note.
    fn form(self, receivers: &[Party]) -> Vec<Element> {
        let Self { wizard, receiver, note, fields, is_busy, .. } = self;
        let question = (!receivers.is_empty()).then(|| self.receiver_question(receivers));
        let party = Memo::new(move |_| Party::parse(&receiver.read()));
        // What is wrong must be said; what goes with the file to sign need not.
        let written = move || {
            let is_needed = party.get()? == Party::User;
            let label = if is_needed { Phrase::HandOverWrong } else { Phrase::HandOverNote };
            let words = fields.words(NOTE, label, "");
            let optional = if is_needed { "" } else { wizard.phrase(Phrase::Optional) };
            Some(text_field(TextField {
                name: NOTE.to_owned(),
                words: FieldWords { optional: optional.to_owned(), ..words },
                kind: TextKind { autocomplete: "off", inputmode: "text", width: 0, is_long: true },
                value: Memo::new(move |_| note.get()),
                on_input: Callback::new(move |text: String| fields.given(note, text)),
                on_leave: Callback::new(|()| ()),
            }))
        };
        let written = div().child(written);
        let busy = move || is_busy.get().then(|| wizard.phrase(Phrase::HandOverBusy));
        let status = hint(busy).attr("role", "status");
        let go_on = outline::next_button("seal", wizard.phrase(Phrase::HandOverMake), move || self.make());
        let failed = div().child(fields.notice(FILE));
        question.into_iter().chain([written, failed, status, go_on]).collect()
    }

    fn receiver_question(self, receivers: &[Party]) -> Element {
        let Self { wizard, receiver, fields, .. } = self;
        let option = |value: String, label| ChoiceOption { value, label, hint: String::new(), aside: String::new() };
        let named = |party: &Party| {
            let phrase = match party {
                Party::User => Phrase::HandOverBack,
                Party::Representative(_) => Phrase::HandOverToSign,
            };
            option(party.to_string(), wizard.fill(phrase, &[("name", &wizard.party_name(*party))]))
        };
        let mut options: Vec<ChoiceOption> = receivers.iter().map(named).collect();
        options.push(option(NOBODY.to_owned(), wizard.phrase(Phrase::HandOverKeep).to_owned()));
        choice_field(ChoiceField {
            name: RECEIVER.to_owned(),
            words: fields.words(RECEIVER, Phrase::HandOverFor, ""),
            options: Memo::new(move |_| options.clone()),
            value: Memo::new(move |_| receiver.get()),
            on_choose: Callback::new(move |chosen: String| fields.given(receiver, chosen)),
        })
    }

    fn make(self) {
        let Self { wizard, receiver, note, is_busy, .. } = self;
        let chosen = receiver.get_untracked();
        if chosen.is_empty() {
            return self.refuse(RECEIVER, "required", Phrase::HandOverForRequired);
        }
        let receiver = Party::parse(&chosen);
        let note = if receiver.is_some() { note.get_untracked() } else { String::new() };
        if note.trim().is_empty() && receiver == Some(Party::User) {
            return self.refuse(NOTE, "required", Phrase::HandOverNoteRequired);
        }
        if !note.trim().is_empty() && Note::parse(&note).is_err() {
            let text = wizard.fill(Phrase::HandOverNoteWrong, &[("n", &MAX_NOTE.to_string())]);
            return self.fields.refuse(NOTE, "note", text);
        }
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let making_up = wizard.host().passphrase(untrack(|| wizard.lang()));
        wizard.spawn(async move {
            let words = making_up.await;
            let passphrase = words.as_deref().and_then(|words| Passphrase::parse(words).ok());
            let sealing = passphrase.and_then(|passphrase| wizard.seal(receiver, &note, passphrase));
            let is_made_up = sealing.is_some();
            let file = match sealing {
                Some(sealing) => sealing.await,
                None => None,
            };
            if is_busy.try_set(false).is_some() {
                // The screen is gone.
                return;
            }
            match (words, file) {
                (Some(passphrase), Some(file)) => wizard.show_made(Made { file, passphrase, receiver }),
                _ if is_made_up => self.refuse(FILE, "seal", Phrase::CannotSeal),
                _ => self.refuse(FILE, "words", Phrase::HandOverNoWords),
            }
        });
    }

    fn refuse(self, control: &'static str, code: &'static str, phrase: Phrase) {
        self.fields.refuse(control, code, self.wizard.phrase(phrase).to_owned());
    }

    /// The file, the passphrase, and what to do with them.
    fn done(self, Made { file, passphrase, receiver }: Made) -> Vec<Element> {
        let wizard = self.wizard;
        let name = wizard.handover_name();
        let phrase = |phrase| wizard.phrase(phrase);
        let title = ElementRef::new();
        effect(move || {
            if let Some(title) = title.get() {
                title.focus().ok();
            }
        });
        let heading = sub_heading().attr("tabindex", "-1").node_ref(title).child(phrase(Phrase::Passphrase));
        let secret = notice(NoticeKind::Warning)
            .child(heading)
            .child(p().class("passphrase").attr("data-passphrase", "").child(&passphrase))
            .child(p().child(phrase(Phrase::PassphraseOnce)))
            .child(sent::copy_button(wizard, passphrase));
        let (host, shared, saved) = (wizard.host(), (file.clone(), name.clone()), (file.clone(), name.clone()));
        let share = host.can_share(&name, &file).then(|| {
            let kind = ButtonKind::Primary;
            button(kind, move || wizard.host().share(&shared.1, &shared.0)).attr("data-action", "share")
        });
        let kind = if share.is_some() { ButtonKind::Secondary } else { ButtonKind::Primary };
        let save = button(kind, move || wizard.host().offer_file(&saved.1, &saved.0)).attr("data-action", "save-file");
        let actions = div()
            .class("actions")
            .child(share.map(|share| share.child(phrase(Phrase::ShareFile))))
            .child(save.child(phrase(Phrase::KeepFile)));
        let steps = self.steps(&name, receiver).into_iter().map(|words| li().class("next__item").child(words));
        let back = button(ButtonKind::Quiet, move || wizard.back()).attr("data-action", "back:done");
        vec![
            secret,
            actions,
            sub_heading().class("next__title").child(phrase(Phrase::NextSteps)),
            ol().class("next").child(steps.collect::<Vec<_>>()),
            div().class("actions").child(back.child(phrase(Phrase::HandOverDone))),
        ]
    }

    /// What happens next, in order.
    fn steps(self, file: &str, receiver: Option<Party>) -> Vec<String> {
        let wizard = self.wizard;
        let until = date(wizard.texts(), &wizard.handover_ends_on());
        let address = wizard.host().page_address();
        let address = address.map_or_else(|| wizard.phrase(Phrase::ThisSite).to_owned(), |page| page + "?open=file");
        let receiver = receiver.map(|party| wizard.party_name(party));
        let values = [
            ("file", file),
            ("name", receiver.as_deref().unwrap_or_default()),
            ("date", &until),
            ("address", &address),
            ("open", wizard.texts().welcome.open),
        ];
        let phrases: &[Phrase] = if receiver.is_some() {
            &[
                Phrase::HandOverSend,
                Phrase::HandOverTell,
                Phrase::HandOverOpens,
                Phrase::HandOverLast,
                Phrase::HandOverOne,
            ]
        } else {
            &[Phrase::KeepFileOpen, Phrase::HandOverOne]
        };
        phrases.iter().map(|phrase| wizard.fill(*phrase, &values)).collect()
    }
}
