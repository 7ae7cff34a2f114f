//! Looking up the organisation by its KvK number, when the applicant asks for it.

use leptos::prelude::*;

use super::{LookUpError, Wizard};
use crate::domain::draft::SourceDraft;
use crate::domain::journey::Screen;
use crate::domain::lookup::Registration;
use crate::domain::rules::Question;
use crate::domain::scheme::KvkNumber;
use crate::domain::texts::Phrase;

/// The last look-up on a screen.
#[derive(Clone, Copy, Default)]
pub struct LookUp {
    /// The number as typed.
    pub number: RwSignal<String>,
    /// What there is to say about it.
    pub words: RwSignal<String>,
}

impl Wizard {
    /// Looks up the organisation, and fills in what is registered. Shows what is wrong with the number instead.
    pub fn look_up(self, look_up: LookUp) {
        let typed = move || untrack(|| self.answer(Question::OrganisationNumber.into()));
        let number = typed();
        let Ok(wanted) = KvkNumber::parse(&number) else {
            self.reveal_problems(Screen::OrganisationKind);
            return;
        };
        let asking = self.host().look_up(wanted.as_str());
        look_up.words.set(self.phrase(Phrase::LookUpBusy).to_owned());
        look_up.number.set(number.clone());
        self.spawn(async move {
            let answer = asking.await;
            // Elsewhere the applicant may have typed already what this would replace.
            let is_here = self.state().screen.get_untracked() == Screen::OrganisationKind;
            if is_here && typed() == number {
                let words = self.take_over(answer, &wanted);
                look_up.words.try_set(words.map(|words| self.phrase(words).to_owned()).unwrap_or_default());
            }
        });
    }

    /// Fills in what is registered; returns what else there is to say.
    fn take_over(self, answer: Result<Registration, LookUpError>, wanted: &KvkNumber) -> Option<Phrase> {
        let found = match answer {
            Ok(found) if KvkNumber::parse(&found.organisation.identifier.number).as_ref() == Ok(wanted) => found,
            Err(LookUpError::NotFound) => return Some(Phrase::LookUpNone),
            Ok(_) | Err(LookUpError::Unavailable) => return Some(Phrase::LookUpFailed),
        };
        let words = match &found {
            Registration { ended_on: Some(_), .. } => Some(Phrase::LookUpEnded),
            Registration { address_shielded: true, .. } => Some(Phrase::LookUpShielded),
            _ => None,
        };
        let host = self.host();
        let source = SourceDraft { fetched_at: host.now(), host: host.look_up_host().unwrap_or_default() };
        self.change(|draft| found.fill(&mut draft.organisation, source));
        words
    }

    /// Leaves what was found as it is, for the applicant to change.
    pub fn type_instead(self) {
        self.change(|draft| draft.organisation.source = SourceDraft::default());
    }
}
