//! The service catalogue of a wizard: fetched when it is needed, and its index for searching.

use super::{Event, Wizard};
use crate::domain::catalogue::{SERVICE_ID, SearchIndex};
use crate::domain::journey::Screen;

/// Where the service catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueState {
    /// Nobody asked for it yet.
    Waiting,
    /// On its way.
    Loading,
    /// Here.
    Here,
    /// It cannot be had; the wizard goes on without.
    Failed,
}

/// Milliseconds after which what comes with the catalogue stands on the page.
const UNTIL_SHOWN: u32 = 250;

/// An index; a fresh one counts as another.
pub(super) struct Index(pub(super) SearchIndex);

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Wizard {
    /// Where the catalogue is.
    pub fn catalogue(self) -> CatalogueState {
        self.catalogue.get()
    }

    /// Whether what is asked follows from services that are not known yet, because the catalogue is on its way.
    pub fn awaits_catalogue(self) -> bool {
        matches!(self.catalogue.get(), CatalogueState::Waiting | CatalogueState::Loading)
            && !self.is_locked()
            && self.draft.with(|draft| {
                let chosen = &draft.purpose.authorisation;
                !chosen.services.is_empty() || !chosen.providers.is_empty()
            })
    }

    /// Reads the words of the catalogue, and listens.
    pub fn with_index<R>(self, read: impl FnOnce(&SearchIndex) -> R) -> R {
        self.index.with(|index| read(&index.0))
    }

    /// Fetches the catalogue unless that was done.
    pub fn want_catalogue(self) {
        if matches!(self.catalogue.get_untracked(), CatalogueState::Loading | CatalogueState::Here) {
            return;
        }
        self.catalogue.set(CatalogueState::Loading);
        let fetch = self.host().catalogue();
        leptos::task::spawn_local(async move {
            match fetch.await {
                Some(catalogue) => {
                    self.draft.try_update(|draft| {
                        for id in
                            draft.purpose.authorisation.services.iter_mut().filter(|id| id.starts_with(SERVICE_ID))
                        {
                            if let Some(service) = catalogue.numbered(id) {
                                service.id().clone_into(id);
                            }
                        }
                    });
                    self.facts.try_update(|facts| facts.catalogue = catalogue);
                    self.catalogue.try_set(CatalogueState::Here);
                    // Ready before the first letter is typed, but after the box to type it in.
                    if let Some(host) = self.try_host() {
                        host.sleep(UNTIL_SHOWN).await;
                        self.index.try_with_untracked(|_| ());
                    }
                }
                None => {
                    self.catalogue.try_set(CatalogueState::Failed);
                    // One that was fetched ahead is asked for again where it is needed.
                    if let Some(host) = self.try_host()
                        && self.screen.get_untracked() >= Screen::Services
                    {
                        host.tell(Event::Error { code: "catalogue", retryable: true });
                    }
                }
            }
        });
    }
}
