//! The service catalogue of a wizard: fetched when needed, with an index for searching.

use leptos::prelude::*;

use super::{CatalogueState, Event, Wizard};
use crate::domain::catalogue::{Catalogue, SERVICE_ID, SearchIndex};
use crate::domain::journey::Screen;

/// How long it takes until what depends on the catalogue is on the page, in milliseconds.
const UNTIL_SHOWN: u32 = 250;

impl Wizard {
    /// The state of the catalogue.
    pub fn catalogue(self) -> CatalogueState {
        self.state().catalogue.get()
    }

    /// Whether the questions depend on services that are still unknown because the catalogue is loading.
    pub fn awaits_catalogue(self) -> bool {
        matches!(self.state().catalogue.get(), CatalogueState::Waiting | CatalogueState::Loading)
            && !self.is_locked()
            && self.state().draft.with(|draft| {
                let chosen = &draft.purpose.authorisation;
                !chosen.services.is_empty() || !chosen.providers.is_empty()
            })
    }

    /// Reads the search index of the catalogue.
    pub fn with_index<R>(self, read: impl FnOnce(&SearchIndex) -> R) -> R {
        self.state().index.with(read)
    }

    /// Fetches the catalogue, unless that was done already.
    pub fn want_catalogue(self) {
        let state = self.state();
        if matches!(state.catalogue.get_untracked(), CatalogueState::Loading | CatalogueState::Here) {
            return;
        }
        state.catalogue.set(CatalogueState::Loading);
        let fetching = state.host.catalogue();
        self.spawn(async move {
            if let Some(catalogue) = fetching.await {
                self.set_catalogue(catalogue);
                // Show the search box first, and build the index before the first letter is typed.
                state.host.sleep(UNTIL_SHOWN).await;
                state.index.with_untracked(|_| ());
            } else {
                state.catalogue.set(CatalogueState::Failed);
                // If fetching in advance failed, it is fetched again when needed.
                if state.screen.get_untracked() >= Screen::Services {
                    state.host.tell(Event::Error { code: "catalogue", retryable: true });
                }
            }
        });
    }

    fn set_catalogue(self, catalogue: Catalogue) {
        let state = self.state();
        // Services that the host page named by their ServiceID.
        state.draft.update(|draft| {
            let services = draft.purpose.authorisation.services.iter_mut();
            for id in services.filter(|id| id.starts_with(SERVICE_ID)) {
                if let Some(service) = catalogue.numbered(id) {
                    service.id().clone_into(id);
                }
            }
        });
        state.facts.update(|facts| facts.catalogue = catalogue);
        state.catalogue.set(CatalogueState::Here);
    }
}
