//! Going on with an application from a file.

use leptos::prelude::*;

use super::{Handed, SavedDraft, Told, Unsealed, Wizard};
use crate::domain::draft::{ConsentsDraft, Draft};
use crate::domain::handover::{Handover, Opened, Party};
use crate::domain::journey::Screen;
use crate::domain::scheme::DocumentKind;
use crate::domain::submission::{Claim, Key, Record, Standing, State};

impl Wizard {
    /// Whether there are answers here that would make way for those of a file.
    pub fn has_answers(self) -> bool {
        let state = self.state();
        self.with_draft(|draft| {
            let mut blank = Draft { language: draft.language, partner: draft.partner.clone(), ..Draft::default() };
            state.prefilled.with(|prefilled| blank.fill(prefilled));
            draft.to_json() != blank.to_json()
        })
    }

    /// Whether answers here may make way: nothing was sent of them, or its outcome is known.
    pub fn may_open(self) -> bool {
        self.with_sending(|sending| sending.claim == Claim::NotSent && sending.state == State::Editing)
    }

    /// Goes on with an opened file, as this person. The answers and files that were here are gone.
    pub fn take_in(self, unsealed: Unsealed, holder: Party) {
        let Unsealed { opened: Opened { handover, warning }, files } = unsealed;
        let Handover { number, mut draft, history, note, signer, screen, .. } = handover;
        let state = self.state();
        let key = if warning.is_some() {
            // It counts no more, but it can be begun anew from it.
            draft.consents = ConsentsDraft::default();
            draft.signatures.clear();
            draft.documents.retain(|document| document.kind != Some(DocumentKind::SignatureDrawing));
            state.host.new_key()
        } else {
            Key::from(number)
        };
        let screen = match (signer, screen) {
            (None, Some(screen)) if (Screen::OrganisationKind..=Screen::Sign).contains(&screen) => screen,
            _ => Screen::Check,
        };
        state.host.hold_only(files);
        state.scans.set(Vec::new());
        state.refused.set(Vec::new());
        state.told.set(None);
        state.returning.set(false);
        let record = Record { key, replaces: Vec::new(), standing: Standing::Free, submission: None, is_mixed: false };
        let note = note.map(|note| note.as_str().to_owned()).unwrap_or_default();
        let mut saved = SavedDraft::new(draft, screen, Vec::new(), record);
        saved.handed = Handed { holder: Some(holder), history, note };
        self.resume(saved);
        state.restored.set(false);
        if warning.is_some() {
            self.tell(Told::Ended);
        }
        self.show(screen);
        self.save();
    }
}
