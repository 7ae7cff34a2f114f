//! What changed between two catalogues.

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::catalogue::{CatalogueFile, NameFile, ProviderFile, ServiceFile};

/// One difference. Names are those of the new catalogue; for what was removed, those of the old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new provider: OIN and name.
    ProviderAdded(String, String),
    /// A provider that is gone: OIN and name.
    ProviderRemoved(String, String),
    /// A changed provider: OIN, name, field, old value and new value.
    ProviderChanged(String, String, &'static str, String, String),
    /// A new service: UUID, name, provider and level.
    ServiceAdded(String, String, String, String),
    /// A service that is gone: UUID, name, provider and level.
    ServiceRemoved(String, String, String, String),
    /// A changed service: UUID, name, provider, field, old value and new value.
    ServiceChanged(String, String, String, &'static str, String, String),
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ProviderAdded(oin, name) => write!(formatter, "+ provider {oin} {name:?}"),
            Self::ProviderRemoved(oin, name) => write!(formatter, "- provider {oin} {name:?}"),
            Self::ProviderChanged(oin, name, field, was, is) => {
                write!(formatter, "~ provider {oin} {name:?}: {field} {was:?} -> {is:?}")
            }
            Self::ServiceAdded(uuid, name, provider, level) => {
                write!(formatter, "+ service {uuid} {name:?} of {provider:?}: {level}")
            }
            Self::ServiceRemoved(uuid, name, provider, level) => {
                write!(formatter, "- service {uuid} {name:?} of {provider:?}: {level}")
            }
            Self::ServiceChanged(uuid, name, provider, field, was, is) => {
                write!(formatter, "~ service {uuid} {name:?} of {provider:?}: {field} {was:?} -> {is:?}")
            }
        }
    }
}

/// A service by its provider and UUID, which together are unique.
type Services<'a> = BTreeMap<(&'a str, &'a str), (&'a ProviderFile, &'a ServiceFile)>;

/// What changed from one catalogue to the next: removals, additions, then changes, each sorted by OIN and UUID.
pub fn changes(old: &CatalogueFile, new: &CatalogueFile) -> Vec<Change> {
    let (old_providers, new_providers) = (providers(old), providers(new));
    let (old_services, new_services) = (services(old), services(new));
    let mut changes = Vec::new();
    for (oin, provider) in old_providers.iter().filter(|(oin, _)| !new_providers.contains_key(*oin)) {
        changes.push(Change::ProviderRemoved((*oin).to_owned(), name(&provider.name)));
    }
    for (key, (provider, service)) in old_services.iter().filter(|(key, _)| !new_services.contains_key(key)) {
        let (name, provider) = (name(&service.name), name(&provider.name));
        changes.push(Change::ServiceRemoved(key.1.to_owned(), name, provider, service.level.clone()));
    }
    for (oin, provider) in new_providers.iter().filter(|(oin, _)| !old_providers.contains_key(*oin)) {
        changes.push(Change::ProviderAdded((*oin).to_owned(), name(&provider.name)));
    }
    for (key, (provider, service)) in new_services.iter().filter(|(key, _)| !old_services.contains_key(key)) {
        let (name, provider) = (name(&service.name), name(&provider.name));
        changes.push(Change::ServiceAdded(key.1.to_owned(), name, provider, service.level.clone()));
    }
    for (oin, new) in new_providers {
        for (field, was, is) in old_providers
            .get(oin)
            .map(|old| differences(provider_fields(old), provider_fields(new)))
            .unwrap_or_default()
        {
            changes.push(Change::ProviderChanged(oin.to_owned(), name(&new.name), field, was, is));
        }
    }
    for (key, (provider, new)) in new_services {
        for (field, was, is) in old_services
            .get(&key)
            .map(|(_, old)| differences(service_fields(old), service_fields(new)))
            .unwrap_or_default()
        {
            let (name, provider) = (name(&new.name), name(&provider.name));
            changes.push(Change::ServiceChanged(key.1.to_owned(), name, provider, field, was, is));
        }
    }
    changes
}

fn providers(file: &CatalogueFile) -> BTreeMap<&str, &ProviderFile> {
    file.providers.iter().map(|provider| (provider.oin.as_str(), provider)).collect()
}

fn services(file: &CatalogueFile) -> Services<'_> {
    let mut services = Services::new();
    for provider in &file.providers {
        let own = provider.services.iter();
        services.extend(own.map(|service| ((provider.oin.as_str(), service.id.as_str()), (provider, service))));
    }
    services
}

fn name(name: &NameFile) -> String {
    name.nl.as_ref().or(name.en.as_ref()).cloned().unwrap_or_default()
}

type Field = (&'static str, String);

fn name_fields(name: &NameFile) -> [Field; 2] {
    let text = |name: &Option<String>| name.clone().unwrap_or_default();
    [("name.nl", text(&name.nl)), ("name.en", text(&name.en))]
}

fn provider_fields(provider: &ProviderFile) -> Vec<Field> {
    let own = [("aliases", provider.aliases.join(", ")), ("is_tax_authority", provider.is_tax_authority.to_string())];
    name_fields(&provider.name).into_iter().chain(own).collect()
}

fn service_fields(service: &ServiceFile) -> Vec<Field> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let own = [
        ("level", service.level.clone()),
        ("branch", text(&service.branch)),
        ("without_kvk", service.without_kvk.to_string()),
        ("refuses_kvk", service.refuses_kvk.to_string()),
        ("identifies_by_bsn", service.identifies_by_bsn.to_string()),
        ("service_id", text(&service.service_id)),
        ("aliases", service.aliases.join(", ")),
        ("source", text(&service.source)),
    ];
    name_fields(&service.name).into_iter().chain(own).collect()
}

fn differences(old: Vec<Field>, new: Vec<Field>) -> Vec<(&'static str, String, String)> {
    let pairs = old.into_iter().zip(new);
    pairs.filter(|((_, was), (_, is))| was != is).map(|((field, was), (_, is))| (field, was, is)).collect()
}
