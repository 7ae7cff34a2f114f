//! Copies of identity documents that were chosen and are not covered yet. They wait while the applicant looks at another
//! screen or changes the language.

use leptos::prelude::*;

use super::{PendingScan, Wizard};
use crate::domain::rules::Place;

impl Wizard {
    /// Adds a copy to those that wait.
    pub fn add_scan(self, scan: PendingScan) {
        self.state().scans.update(|scans| scans.push(scan));
    }

    /// The ids of the copies that wait at a place; the first is in the redactor.
    pub fn scans_at(self, place: Place) -> Vec<String> {
        self.state().scans.with(|scans| {
            let here = scans.iter().filter(|scan| self.find(scan.anchor) == Some(place));
            here.map(|scan| scan.id().to_owned()).collect()
        })
    }

    /// Reads a copy that waits.
    pub fn with_scan<T>(self, id: &str, read: impl FnOnce(&PendingScan) -> T) -> Option<T> {
        self.state().scans.with_untracked(|scans| scans.iter().find(|scan| scan.id() == id).map(read))
    }

    /// Releases a copy that waits.
    pub fn drop_scan(self, id: &str) {
        self.host().release(id);
        self.state().scans.update(|scans| scans.retain(|scan| scan.id() != id));
    }

    /// Releases the copies for people who were removed.
    pub(super) fn drop_lost_scans(self) {
        let is_lost = |scan: &&PendingScan| self.find(scan.anchor).is_none();
        let lost: Vec<String> = self
            .state()
            .scans
            .with_untracked(|scans| scans.iter().filter(is_lost).map(|scan| scan.id().to_owned()).collect());
        lost.iter().for_each(|id| self.drop_scan(id));
    }
}
