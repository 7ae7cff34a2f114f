//! The service catalogue (*dienstencatalogus*): which services there are, and what each requires.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::vocabulary::Vocabulary;
use super::{CATALOGUE_FORMAT, CatalogueFile, Provider, ProviderFile, Service, ServiceRef};
use crate::domain::scheme::{Oin, ServiceUuid};

/// The service catalogue. Its providers and services have a number, a name and a level. No number occurs twice, except
/// that of a service that several providers share.
///
/// Copies share their data, so copying is cheap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "CatalogueFile")]
pub struct Catalogue(Arc<Contents>);

/// The data of a catalogue.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    providers: Vec<Provider>,
    /// Each OIN and each UUID. Their formats differ, so one map holds both.
    numbers: Vocabulary,
    /// The position of each.
    places: Vec<Hit>,
    dropped: usize,
    pub(super) about: About,
}

/// What a catalogue says about itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    pub source: String,
    pub date: String,
    pub licence: String,
    pub is_official: bool,
}

/// The prefix of ServiceIDs: `urn:etoegang:DV:<OIN>:services:<index>`.
pub const SERVICE_ID: &str = "urn:";

/// The position of a provider or service in the catalogue, both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hit {
    /// A provider.
    Provider(usize),
    /// A service: its provider, and its index among the services of that provider.
    Service(usize, usize),
}

/// Why a catalogue is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// The format is not [`CATALOGUE_FORMAT`].
    Format(String),
    /// The date is not written as `YYYY-MM-DD`.
    Date(String),
    /// The checksum of the file differs from the one that it states.
    Checksum(u32, u32),
    /// The OIN of a provider is invalid.
    ProviderOin(String),
    /// Two providers have this OIN.
    ProviderTwice(String),
    /// The provider with this OIN has no name.
    ProviderName(String),
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(found) => {
                write!(formatter, "catalogue: unknown format \"{found}\", expected \"{CATALOGUE_FORMAT}\"")
            }
            Self::Date(found) => write!(formatter, "catalogue: expected a date as YYYY-MM-DD, found \"{found}\""),
            Self::Checksum(sum, stated) => {
                write!(formatter, "catalogue: checksum {sum} differs from the stated {stated}")
            }
            Self::ProviderOin(found) => write!(formatter, "catalogue: \"{found}\" is not an OIN of twenty digits"),
            Self::ProviderTwice(oin) => write!(formatter, "catalogue: duplicate provider {oin}"),
            Self::ProviderName(oin) => write!(formatter, "catalogue: provider {oin} has no name"),
        }
    }
}

impl std::error::Error for CatalogueError {}

impl CatalogueError {
    /// Where in the catalogue, as a JSON pointer.
    pub fn pointer(&self) -> &'static str {
        match self {
            Self::Format(_) => "/format",
            Self::Date(_) => "/date",
            Self::Checksum(..) => "/checksum",
            Self::ProviderOin(_) | Self::ProviderTwice(_) | Self::ProviderName(_) => "/providers",
        }
    }
}

impl Catalogue {
    /// A catalogue without services.
    pub fn empty() -> Self {
        Self::default()
    }

    pub(super) fn new(contents: Contents) -> Self {
        Self(Arc::new(contents))
    }

    /// The providers, in the order of the file.
    pub fn providers(&self) -> &[Provider] {
        &self.0.providers
    }

    /// The provider of this OIN.
    pub fn provider(&self, oin: &str) -> Option<&Provider> {
        match self.0.find(Oin::parse(oin).ok()?.as_str())? {
            Hit::Provider(provider) => self.provider_at(provider),
            Hit::Service(..) => None,
        }
    }

    /// The service of this UUID, with the first of its providers.
    pub fn service(&self, id: &str) -> Option<ServiceRef<'_>> {
        match self.0.find(id).or_else(|| self.0.find(ServiceUuid::parse(id).ok()?.as_str()))? {
            Hit::Provider(_) => None,
            Hit::Service(provider, service) => self.service_at(provider, service),
        }
    }

    /// The service with this ServiceID, in upper or lower case.
    pub fn numbered(&self, service_id: &str) -> Option<&Service> {
        for provider in self.providers() {
            for service in provider.services() {
                if service.service_id().is_some_and(|id| id.eq_ignore_ascii_case(service_id)) {
                    return Some(service);
                }
            }
        }
        None
    }

    /// The position of the provider with this OIN or the service with this UUID.
    pub(super) fn place(&self, number: &str) -> Option<Hit> {
        self.0.find(number)
    }

    /// The services of the provider with this OIN; none if it is unknown.
    pub fn services_of(&self, oin: &str) -> &[Service] {
        self.provider(oin).map(Provider::services).unwrap_or_default()
    }

    /// The provider at this index.
    pub fn provider_at(&self, provider: usize) -> Option<&Provider> {
        self.0.providers.get(provider)
    }

    /// The service at this index, of the provider at that index.
    pub fn service_at(&self, provider: usize, service: usize) -> Option<ServiceRef<'_>> {
        let provider = self.provider_at(provider)?;
        provider.services().get(service).map(|service| ServiceRef { provider, service })
    }

    /// Whether there is nothing to choose from.
    pub fn is_empty(&self) -> bool {
        self.0.providers.is_empty()
    }

    /// Whether this is the scheme's own catalogue.
    pub fn is_official(&self) -> bool {
        self.0.about.is_official
    }

    /// The day for which the facts are true: `YYYY-MM-DD`, or empty in an empty catalogue.
    pub fn date(&self) -> &str {
        &self.0.about.date
    }

    /// Source of the facts, in words.
    pub fn source(&self) -> &str {
        &self.0.about.source
    }

    /// Terms on which the facts may be used, in words.
    pub fn licence(&self) -> &str {
        &self.0.about.licence
    }

    /// How many services of the file were left out: unreadable ones, and those with the UUID of another service of the
    /// same provider, or of a service with another level.
    pub fn dropped(&self) -> usize {
        self.0.dropped
    }
}

impl Contents {
    fn find(&self, number: &str) -> Option<Hit> {
        self.places.get(self.numbers.find(number)?).copied()
    }

    /// Records the position of a number, unless it has another position already.
    fn add(&mut self, number: &str, place: Hit) -> bool {
        let is_new = self.numbers.number(number) as usize == self.places.len();
        if is_new {
            self.places.push(place);
        }
        is_new
    }

    /// Whether a service may be added at this position. If another provider has it too, it is the same service, so its
    /// level must be the same.
    fn takes(&mut self, service: &Service, place: Hit) -> bool {
        if self.add(service.id(), place) {
            return true;
        }
        match self.find(service.id()) {
            Some(Hit::Service(provider, at)) => self
                .providers
                .get(provider)
                .and_then(|provider| provider.services().get(at))
                .is_some_and(|other| other.level() == service.level()),
            _ => false,
        }
    }

    /// Adds a provider with its services; those that cannot be used are counted as dropped.
    pub(super) fn add_provider(&mut self, mut file: ProviderFile) -> Result<(), CatalogueError> {
        let Ok(oin) = Oin::parse(&file.oin) else { return Err(CatalogueError::ProviderOin(file.oin)) };
        let place = self.providers.len();
        if !self.add(oin.as_str(), Hit::Provider(place)) {
            return Err(CatalogueError::ProviderTwice(file.oin));
        }
        let mut services = Vec::with_capacity(file.services.len());
        for service in std::mem::take(&mut file.services) {
            match Service::from_file(service) {
                Some(service) if self.takes(&service, Hit::Service(place, services.len())) => services.push(service),
                _ => self.dropped += 1,
            }
        }
        let unnamed = CatalogueError::ProviderName(oin.as_str().to_owned());
        self.providers.push(Provider::from_file(file, oin, services).ok_or(unnamed)?);
        Ok(())
    }
}
