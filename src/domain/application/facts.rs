//! What a rule must know besides the draft.

use crate::domain::catalogue::{Catalogue, ServiceRef};
use crate::domain::draft::Draft;
use crate::domain::offer::Offer;
use crate::domain::scheme::{AuthorisationKind, Date, Level};

/// The supplier's offer, the service catalogue, and the day.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What the supplier offers.
    pub offer: Offer,
    /// The services; empty while the catalogue is unavailable.
    pub catalogue: Catalogue,
    /// The day to check for, in the Netherlands.
    pub today: Date,
}

impl Facts {
    /// The services that the draft's authorisation covers, one by one or with their whole provider; empty when it
    /// covers all.
    pub fn chosen_services(&self, draft: &Draft) -> Vec<ServiceRef<'_>> {
        let authorisation = &draft.purpose.authorisation;
        let mut chosen = Vec::new();
        if authorisation.kind == Some(AuthorisationKind::Services) {
            for id in &authorisation.services {
                chosen.extend(self.catalogue.service(id));
            }
        }
        if authorisation.kind == Some(AuthorisationKind::Providers) {
            for provider in authorisation.providers.iter().filter_map(|oin| self.catalogue.provider(oin)) {
                for service in provider.services() {
                    chosen.push(ServiceRef { provider, service });
                }
            }
        }
        chosen
    }

    /// How many services of the catalogue ask a higher level than this; at no level, how many there are.
    pub fn services_above(&self, level: Option<Level>) -> usize {
        let services = self.catalogue.providers().iter().flat_map(|provider| provider.services());
        services.filter(|service| !service.refuses_kvk() && Some(service.level().issued()) > level).count()
    }
}
