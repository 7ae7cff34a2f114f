//! Handing an application over to another person as a file, or saving it to go on later.

use leptos::prelude::*;

use super::host::{SealedFile, Task};
use super::{Handed, Made, Wizard};
use crate::domain::handover::{Act, DAYS, Deed, Handover, Note, Party, Passphrase, file_name};
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{Date, Moment, SigningMethod, Uuid};
use crate::domain::texts::Phrase;

impl Wizard {
    /// How it went from person to person.
    pub fn handed(self) -> Handed {
        self.state().handed.get()
    }

    /// Whether it was opened from a file.
    pub fn is_from_file(self) -> bool {
        self.state().handed.with_untracked(|handed| handed.holder.is_some())
    }

    /// The row of the representative who opened it to sign; `None` for the user.
    pub fn signatory(self) -> Option<usize> {
        self.state().handed.with(Handed::row)
    }

    /// Whether whoever has it signs: the user goes on in any case.
    pub fn is_asked_to_sign(self) -> bool {
        self.signatory()
            .is_none_or(|row| self.with_requirements(|requirements| requirements.signatories.rows.contains(&row)))
    }

    /// Whether it can be handed to somebody who signs: the supplier allows it, and everything else is there.
    pub fn may_hand_over(self) -> bool {
        let state = self.state();
        let is_allowed = self.with_requirements(|requirements| {
            let terms = self.with_facts(|facts| requirements.terms(facts).is_some_and(|terms| terms.handover));
            terms && requirements.signing() == Some(SigningMethod::Screen)
        });
        is_allowed && state.journey.with(|journey| journey.is_open(Screen::Sign))
    }

    /// Who can get it now: those who have to sign and have not, and the user unless they have it.
    pub fn receivers(self) -> Vec<Party> {
        let (here, user) = (self.signatory(), self.with_requirements(|requirements| requirements.user_row()));
        let mut receivers = Vec::new();
        // What may have arrived is not signed again.
        if self.may_hand_over() && !self.is_locked() && self.is_ready() {
            let others = self.unsigned().into_iter().filter(|row| Some(*row) != here.or(user));
            receivers.extend(others.filter(|row| Some(*row) != user).map(Party::Representative));
        }
        receivers.extend(here.map(|_| Party::User));
        receivers
    }

    /// How a receiver is called.
    pub fn party_name(self, party: Party) -> String {
        let user = self.with_requirements(|requirements| requirements.user_row());
        let named = |row: usize| self.with_draft(|draft| draft.representative(row).and_then(|one| one.full_name()));
        match party {
            Party::Representative(row) if user != Some(row) => named(row).unwrap_or_else(|| self.name_of(row)),
            Party::Representative(_) | Party::User => self
                .with_draft(|draft| draft.user.full_name())
                .unwrap_or_else(|| self.phrase(Phrase::FormUser).to_owned()),
        }
    }

    /// Leaves the way through the screens for one that is beside it; `back` returns.
    pub fn step_aside(self, screen: Screen) {
        let state = self.state();
        let here = state.screen.get_untracked();
        if !matches!(here, Screen::Open | Screen::HandOver) {
            state.aside_from.set(Some(here));
        }
        state.made.set(None);
        self.show(screen);
    }

    /// Whether a signatory came here because something is not right: from what they read, not from signing.
    pub fn returns(self) -> bool {
        self.signatory().is_some() && self.state().aside_from.get() == Some(Screen::Check)
    }

    /// The file that was made on this screen: it stays while the language changes.
    pub fn made(self) -> Option<Made> {
        self.state().made.get()
    }

    /// Shows a file that was made.
    pub fn show_made(self, made: Made) {
        self.state().made.set(Some(made));
    }

    /// The last day of a file that is made today.
    pub fn handover_ends_on(self) -> Date {
        self.host().today().add_days(DAYS)
    }

    /// The name of a file that is made today.
    pub fn handover_name(self) -> String {
        self.with_draft(|draft| file_name(draft, self.host().today()))
    }

    /// Seals the application for somebody, or for whoever goes on with it.
    pub fn seal(self, receiver: Option<Party>, note: &str, passphrase: Passphrase) -> Option<Task<Option<SealedFile>>> {
        let state = self.state();
        let (number, now) = (Uuid::parse(&untrack(|| self.number())).ok()?, Moment::parse(&state.host.now()).ok()?);
        let supplier = untrack(|| self.with_facts(|facts| facts.offer.supplier.name.clone()));
        let Handed { holder, mut history, note: noted } = state.handed.get_untracked();
        let by = holder.unwrap_or(Party::User);
        begin(&mut history, &now);
        history.extend(receiver.map(|receiver| {
            let did = if receiver == Party::User { Act::Returned } else { Act::HandedOn };
            Deed { by, did, at: now.clone() }
        }));
        // Whoever keeps it for themself keeps the note as well.
        let note = if receiver.is_some() { note } else { &noted };
        let mut handover = Handover::new(&supplier, number, state.draft.get_untracked());
        handover.history = history;
        handover.note = Note::parse(note).ok();
        // Whoever saves it as a signatory opens it as one.
        handover.signer = receiver.or(holder.filter(|holder| *holder != Party::User));
        handover.screen = state.aside_from.get_untracked();
        Some(state.host.seal(handover, passphrase, self.handover_ends_on()))
    }

    /// The row of whoever has it, if they are a representative.
    fn row_here(self) -> Option<usize> {
        self.signatory().or(self.with_requirements(|requirements| requirements.user_row()))
    }

    /// Whether nothing is missing but the signatures of those who get it: whoever has it has signed, if they must.
    fn is_ready(self) -> bool {
        let unsigned = |row: usize| self.signed_at(row).is_none();
        let signs = |row: &usize| self.with_requirements(|requirements| requirements.signatories.rows.contains(row));
        self.unready().is_empty() && !self.row_here().filter(signs).is_some_and(unsigned)
    }

    /// What still keeps it from being handed over on the screen of signing. Signatures of those who get it are not needed yet.
    fn unready(self) -> Vec<Place> {
        let here = self.row_here();
        let is_others = |place: &Place| place.question == Question::TypedName && Some(place.row) != here;
        self.state().problems.with(|problems| {
            let places = problems.iter().map(|issue| issue.place);
            places.filter(|place| place.question.row().screen == Screen::Sign && !is_others(place)).collect()
        })
    }

    /// Shows what still keeps it from being handed over on the screen of signing; returns whether anything does.
    pub fn reveal_unready(self) -> bool {
        let state = self.state();
        let wrong = untrack(|| self.unready());
        state.seen.update(|seen| {
            let unseen = wrong.iter().filter(|place| !seen.contains(place)).copied().collect::<Vec<_>>();
            seen.extend(unseen);
        });
        if !wrong.is_empty() {
            state.summary.update(|count| *count += 1);
        }
        !wrong.is_empty()
    }
}

/// The history of every application begins with the user, who filled it in.
pub(super) fn begin(history: &mut Vec<Deed>, now: &Moment) {
    if history.is_empty() {
        history.push(Deed { by: Party::User, did: Act::Began, at: now.clone() });
    }
}
