//! Joins definitions and instances, across providers.

use std::collections::BTreeMap;

use super::definition::Definition;
use super::gathered::{Gathered, ReadProvider};
use super::instance::Instance;
use super::names::Names;
use super::report::{Part, Report, SkipReason};
use super::terms::ImportTerms;
use crate::domain::catalogue::{BranchRestriction, ProviderFile, ServiceFile};
use crate::domain::scheme::{ServiceUuid, fold};

/// The first usable definition of each UUID, and the skipped ones with line and reason.
struct Definitions<'a> {
    usable: BTreeMap<&'a str, &'a Definition>,
    skipped: BTreeMap<&'a str, (usize, &'a SkipReason)>,
}

/// The providers with their services, sorted by name.
pub(super) fn join(gathered: Gathered, terms: &ImportTerms, report: &mut Report) -> Vec<ProviderFile> {
    let Gathered { mut providers, skipped, .. } = gathered;
    remove_duplicate_oins(&mut providers, report);
    let definitions = Definitions {
        usable: first_by_uuid(&providers),
        skipped: skipped.iter().map(|(uuid, line, reason)| (uuid.as_str(), (*line, reason))).collect(),
    };
    let mut service_ids = BTreeMap::new();
    let mut files = Vec::new();
    for provider in &providers {
        let instances = usable_instances(provider, &definitions, &mut service_ids, report);
        let services = services(provider, &definitions, &instances, report);
        if services.is_empty() {
            report.skip(provider.line, Part::Provider, provider.oin.as_str(), SkipReason::NoService);
            continue;
        }
        report.imported_providers += 1;
        report.imported_services += services.len();
        let Names { name, others } = provider.names.clone();
        files.push(ProviderFile {
            oin: provider.oin.as_str().to_owned(),
            name,
            aliases: others,
            is_tax_authority: terms.tax_authorities.contains(&provider.oin),
            services,
        });
    }
    files.sort_by_cached_key(|file| {
        (fold(file.name.nl.as_ref().or(file.name.en.as_ref()).map_or("", String::as_str)), file.oin.clone())
    });
    report.skips.sort_by_key(|skip| skip.line);
    files
}

fn remove_duplicate_oins(providers: &mut Vec<ReadProvider>, report: &mut Report) {
    let mut lines = BTreeMap::new();
    providers.retain(|provider| match lines.get(&provider.oin) {
        Some(line) => {
            report.skip(provider.line, Part::Provider, provider.oin.as_str(), SkipReason::OinTwice(*line));
            false
        }
        None => {
            lines.insert(provider.oin.clone(), provider.line);
            true
        }
    });
}

fn first_by_uuid(providers: &[ReadProvider]) -> BTreeMap<&str, &Definition> {
    let mut first = BTreeMap::new();
    for definition in providers.iter().flat_map(|provider| &provider.definitions) {
        first.entry(definition.uuid.as_str()).or_insert(definition);
    }
    first
}

/// The instances of a provider that have a usable definition, including those that are not public.
fn usable_instances<'a>(
    provider: &'a ReadProvider,
    definitions: &Definitions<'_>,
    service_ids: &mut BTreeMap<&'a str, usize>,
    report: &mut Report,
) -> Vec<&'a Instance> {
    let mut usable = Vec::new();
    for instance in &provider.instances {
        let id = instance.service_id.as_str();
        let of = instance.of.as_str();
        let reason = match (service_ids.get(id), definitions.skipped.get(of)) {
            (Some(line), _) => Some(SkipReason::ServiceIdTwice(*line)),
            _ if definitions.usable.contains_key(of) => None,
            (_, Some((line, reason))) if reason.is_fault() => Some(SkipReason::DefinitionSkipped(*line)),
            (_, Some((_, reason))) => Some((*reason).clone()),
            (_, None) => Some(SkipReason::NoDefinition(of.to_owned())),
        };
        service_ids.entry(id).or_insert(instance.line);
        if let Some(reason) = reason {
            report.skip(instance.line, Part::Instance, id, reason);
            continue;
        }
        if !instance.is_public {
            report.skip(instance.line, Part::Instance, id, SkipReason::NotPublic);
        }
        usable.push(instance);
    }
    usable
}

/// The services of a provider: those it defines, then those of other providers that it has an instance of.
fn services(
    provider: &ReadProvider,
    definitions: &Definitions<'_>,
    instances: &[&Instance],
    report: &mut Report,
) -> Vec<ServiceFile> {
    // The line of each UUID of this provider.
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_uuid: BTreeMap<&str, Vec<&Instance>> = BTreeMap::new();
    for instance in instances {
        by_uuid.entry(instance.of.as_str()).or_default().push(instance);
    }
    let mut services = Vec::new();
    for definition in &provider.definitions {
        let uuid = definition.uuid.as_str();
        let its_instances = by_uuid.get(uuid).map(Vec::as_slice).unwrap_or_default();
        let first = definitions.usable.get(uuid).copied().unwrap_or(definition);
        let reason = match lines.get(uuid) {
            Some(line) => Some(SkipReason::UuidTwice(*line)),
            None if first.level != definition.level => Some(SkipReason::OtherLevel(first.line)),
            None if !its_instances.is_empty() && its_instances.iter().all(|instance| !instance.is_public) => {
                Some(SkipReason::NotPublic)
            }
            None => None,
        };
        lines.entry(uuid).or_insert(definition.line);
        match reason {
            Some(reason) => report.skip(definition.line, Part::Definition, uuid, reason),
            None => {
                report.shared += usize::from(first.line != definition.line);
                services.push(service(definition, its_instances, report));
            }
        }
    }
    for instance in instances.iter().filter(|instance| instance.is_public) {
        let uuid = instance.of.as_str();
        if let (None, Some(definition)) = (lines.get(uuid), definitions.usable.get(uuid)) {
            lines.insert(uuid, instance.line);
            report.shared += 1;
            services.push(service(definition, std::slice::from_ref(instance), report));
        }
    }
    services
}

fn service(definition: &Definition, instances: &[&Instance], report: &mut Report) -> ServiceFile {
    report.ended += usize::from(definition.level.has_ended());
    let Names { name, others } = definition.names.clone();
    let id = instances.iter().find(|instance| instance.is_public).map(|instance| instance.service_id.as_str());
    ServiceFile {
        id: ServiceUuid::as_str(&definition.uuid).to_owned(),
        service_id: id.map(str::to_owned),
        name,
        aliases: others,
        level: definition.level.code().to_owned(),
        branch: Some(BranchRestriction::code(definition.branch).to_owned()),
        without_kvk: definition.without_kvk,
        refuses_kvk: definition.refuses_kvk,
        identifies_by_bsn: definition.identifies_by_bsn,
        source: None,
        date: None,
    }
}
