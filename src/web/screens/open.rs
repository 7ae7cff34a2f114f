//! Opening the file of an application that was saved, or handed over by somebody else.

use leptos::prelude::*;
use web_sys::File;

use super::outline;
use super::own_field::OwnFields;
use crate::domain::handover::{Fault, Party, Passphrase};
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, ElementRef, IntoChild, div, effect, p};
use crate::web::kit::{
    CheckBox, ChoiceField, ChoiceOption, FileAct, FileRow, FileSlot, FileSlotWords, NoticeKind, TextField, TextKind,
    check_box, choice_field, file_slot, hint, notice, sub_heading, text_field,
};
use crate::web::wizard::{NotOpened, Unsealed, Wizard};

/// Names of the controls.
const FILE: &str = "handover.file";
const PASSPHRASE: &str = "handover.passphrase";
const REPLACES: &str = "handover.replaces";
const HOLDER: &str = "handover.holder";

/// A handle: copies share the same screen.
#[derive(Clone, Copy)]
struct Opening {
    wizard: Wizard,
    file: RwSignal<Option<File>, LocalStorage>,
    passphrase: RwSignal<String>,
    may_replace: RwSignal<bool>,
    fields: OwnFields,
    is_busy: RwSignal<bool>,
    /// What was opened, until it is clear who did so.
    unsealed: RwSignal<Option<Unsealed>, LocalStorage>,
    holder: RwSignal<String>,
}

/// The screen.
pub(super) fn open(wizard: Wizard) -> impl IntoChild {
    let opening = Opening {
        wizard,
        file: RwSignal::new_local(None),
        passphrase: RwSignal::new(String::new()),
        may_replace: RwSignal::new(false),
        fields: OwnFields::new(wizard),
        is_busy: RwSignal::new(false),
        unsealed: RwSignal::new_local(None),
        holder: RwSignal::new(String::new()),
    };
    let is_open = Memo::new(move |_| opening.unsealed.with(Option::is_some));
    move || {
        if !untrack(|| wizard.may_open()) {
            notice(NoticeKind::Warning).child(p().child(wizard.phrase(Phrase::ResetRefused))).into_child()
        } else if is_open.get() {
            untrack(|| opening.who()).into_child()
        } else {
            untrack(|| opening.form()).into_child()
        }
    }
}

impl Opening {
    /// File and passphrase.
    fn form(self) -> Vec<Element> {
        let Self { wizard, file, passphrase, may_replace, fields, .. } = self;
        let phrase = |phrase| wizard.phrase(phrase);
        let name = move || file.with(|file| file.as_ref().map(File::name));
        let row = move |name: String| FileRow {
            id: String::new(),
            replace: wizard.fill(Phrase::ReplaceNamed, &[("name", &name)]),
            remove: wizard.fill(Phrase::RemoveNamed, &[("name", &name)]),
            text: name,
            preview: None,
            alternative: String::new(),
            up: String::new(),
        };
        let slot = file_slot(FileSlot {
            name: FILE.to_owned(),
            words: fields.words(FILE, Phrase::OpenFile, ""),
            phrases: FileSlotWords {
                choose: phrase(Phrase::ChooseFile),
                more: phrase(Phrase::ChooseFile),
                camera: "",
                drop: phrase(Phrase::DropHere),
                limits: phrase(Phrase::OpenFileHint).to_owned(),
                busy: Memo::new(|_| String::new()),
                replace: phrase(Phrase::Replace),
                up: "",
                remove: phrase(Phrase::Remove),
            },
            // Phones would grey out a file whose ending they do not know.
            accept: "",
            files: Memo::new(move |_| name().map(row).into_iter().collect()),
            on_act: Callback::new(move |act| {
                match act {
                    FileAct::Give(given, _) => file.set(Some(given)),
                    FileAct::Remove(_) => file.set(None),
                    FileAct::MoveUp(_) | FileAct::Choose { .. } => return,
                }
                fields.clear();
            }),
        });
        let typed = text_field(TextField {
            name: PASSPHRASE.to_owned(),
            words: fields.words(PASSPHRASE, Phrase::Passphrase, phrase(Phrase::PassphraseHint)),
            kind: TextKind { autocomplete: "off", inputmode: "text", width: 0, is_long: false },
            value: Memo::new(move |_| passphrase.get()),
            on_input: Callback::new(move |text: String| fields.given(passphrase, text)),
            on_leave: Callback::new(|()| ()),
        });
        let replaces = untrack(|| wizard.has_answers()).then(|| {
            check_box(CheckBox {
                name: REPLACES.to_owned(),
                words: fields.words(REPLACES, Phrase::OpenReplaces, ""),
                value: Memo::new(move |_| may_replace.get()),
                on_choose: Callback::new(move |may: bool| fields.given(may_replace, may)),
                more: None,
            })
        });
        let busy = move || self.is_busy.get().then(|| wizard.phrase(Phrase::Opening));
        let status = hint(busy).attr("role", "status");
        let go_on = outline::next_button("open", phrase(Phrase::OpenFileNow), move || self.open());
        [Some(slot), Some(typed), replaces, Some(status), Some(go_on)].into_iter().flatten().collect()
    }

    fn open(self) {
        let Self { wizard, file, passphrase, may_replace, is_busy, unsealed, .. } = self;
        let Some(chosen) = file.get_untracked() else { return self.refuse(FILE, "required", Phrase::OpenFileRequired) };
        if untrack(|| wizard.has_answers()) && !may_replace.get_untracked() {
            return self.refuse(REPLACES, "required", Phrase::OpenReplacesRequired);
        }
        let passphrase = match Passphrase::parse(&passphrase.get_untracked()) {
            Ok(passphrase) => passphrase,
            Err(fault) => return self.refuse_fault(NotOpened::Fault(fault)),
        };
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        let supplier = untrack(|| wizard.with_facts(|facts| facts.offer.supplier.name.clone()));
        let opening = wizard.host().open(chosen, passphrase, supplier);
        wizard.spawn(async move {
            let opened = opening.await;
            if is_busy.try_set(false).is_some() {
                // The screen is gone.
                return;
            }
            match opened {
                Ok(one) if one.opened.handover.signer.is_some() => unsealed.set(Some(one)),
                Ok(one) => wizard.take_in(one, Party::User),
                Err(why) => self.refuse_fault(why),
            }
        });
    }

    fn refuse_fault(self, why: NotOpened) {
        let (code, phrase) = match why {
            NotOpened::Unavailable => ("unavailable", Phrase::OpenUnavailable),
            NotOpened::Fault(fault) => (
                fault.code(),
                match fault {
                    // A file that has ended is opened.
                    Fault::NotAHandover | Fault::Ended => Phrase::FaultNotAHandover,
                    Fault::NewerVersion => Phrase::FaultNewerVersion,
                    Fault::Damaged => Phrase::FaultDamaged,
                    Fault::CutOff => Phrase::FaultCutOff,
                    Fault::WrongPassphrase => Phrase::FaultWrongPassphrase,
                    Fault::TooLarge => Phrase::FaultTooLarge,
                    Fault::AnotherSupplier => Phrase::FaultAnotherSupplier,
                },
            ),
        };
        let control = if why == NotOpened::Fault(Fault::WrongPassphrase) { PASSPHRASE } else { FILE };
        self.refuse(control, code, phrase);
    }

    fn refuse(self, control: &'static str, code: &'static str, phrase: Phrase) {
        self.fields.refuse(control, code, self.wizard.phrase(phrase).to_owned());
    }

    /// Who has opened a file that was handed over: nobody is taken for somebody else.
    fn who(self) -> Vec<Element> {
        let Self { wizard, holder, fields, unsealed, .. } = self;
        let parties = unsealed.with_untracked(|unsealed| unsealed.as_ref().map(people).unwrap_or_default());
        let user = parties.last().map(|(_, name)| name.clone()).unwrap_or_default();
        let options = parties.into_iter().map(|(party, name)| ChoiceOption {
            value: party.to_string(),
            label: name,
            hint: String::new(),
            aside: String::new(),
        });
        let options = options.collect::<Vec<_>>();
        let title = ElementRef::new();
        effect(move || {
            if let Some(title) = title.get() {
                title.focus().ok();
            }
        });
        let heading = sub_heading().attr("tabindex", "-1").node_ref(title).child(wizard.phrase(Phrase::Opened));
        let question = choice_field(ChoiceField {
            name: HOLDER.to_owned(),
            words: fields.words(HOLDER, Phrase::WhoAreYou, wizard.phrase(Phrase::WhoAreYouHint)),
            options: Memo::new(move |_| options.clone()),
            value: Memo::new(move |_| holder.get()),
            on_choose: Callback::new(move |chosen: String| fields.given(holder, chosen)),
        });
        let go_on = outline::next_button("holder", wizard.phrase(Phrase::Next), move || {
            let has_ended = unsealed.with_untracked(|one| one.as_ref().is_some_and(|one| one.opened.warning.is_some()));
            match Party::parse(&holder.get_untracked()) {
                // Only the user can start a new application from it.
                Some(Party::Representative(_)) if has_ended => {
                    let text = wizard.fill(Phrase::EndedSignatory, &[("name", &user)]);
                    fields.refuse(HOLDER, Fault::Ended.code(), text);
                }
                Some(party) => {
                    if let Some(unsealed) = unsealed.try_update(Option::take).flatten() {
                        wizard.take_in(unsealed, party);
                    }
                }
                None => self.refuse(HOLDER, "required", Phrase::WhoAreYouRequired),
            }
        });
        vec![div().child(heading).child(question), go_on]
    }
}

/// Everybody in an opened application who can have it, by name, the user last.
fn people(unsealed: &Unsealed) -> Vec<(Party, String)> {
    let draft = &unsealed.opened.handover.draft;
    let others = draft.representatives.iter().enumerate().filter(|(_, one)| one.is_user != Some(true));
    let mut people: Vec<_> =
        others.filter_map(|(row, one)| Some((Party::Representative(row), one.full_name()?))).collect();
    people.extend(draft.user.full_name().map(|name| (Party::User, name)));
    people
}
