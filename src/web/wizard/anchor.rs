//! Places that are found again after representatives were added or removed, for work that takes a while.

use leptos::prelude::*;

use super::{Anchor, Wizard};
use crate::domain::rules::Place;

impl Wizard {
    /// Ties a place to whom it is about.
    pub fn anchor(self, place: Place) -> Anchor {
        let person = place.question.has_rows().then(|| self.people().get(place.row).copied()).flatten();
        Anchor { place, person }
    }

    /// Where that place is now; `None` if the representative was removed.
    pub fn find(self, Anchor { place, person }: Anchor) -> Option<Place> {
        if !place.question.has_rows() {
            return Some(place);
        }
        let row = self.people().iter().position(|one| Some(*one) == person)?;
        Some(Place::row(place.question, row))
    }

    /// Notes that the representative of this row is gone.
    pub(super) fn forget_person(self, row: usize) {
        self.people();
        self.state().people.remove(row);
        self.drop_lost_scans();
    }

    fn people(self) -> Vec<u32> {
        let state = self.state();
        let count = state.draft.with_untracked(|draft| draft.representatives.len());
        state.people.rows(count)
    }
}
