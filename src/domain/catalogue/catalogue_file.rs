//! The service catalogue as it is in `catalogue.json`, not checked yet.

use serde::{Deserialize, Serialize};

use super::vocabulary::{FNV_START, fnv1a};
use crate::domain::rules::codes;

/// The format that this version reads and writes.
pub const CATALOGUE_FORMAT: &str = "eherkenning-catalogue/1";

codes! {
    /// Whether a means for one branch (*vestiging*) gives access to a service.
    pub enum BranchRestriction {
        /// It does.
        Allowed = "allowed",
        /// It does not; only a means for the whole organisation does.
        Refused = "refused",
    }
}

/// The whole file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CatalogueFile {
    /// [`CATALOGUE_FORMAT`].
    pub format: String,
    /// Source of the facts, in words.
    #[serde(default)]
    pub source: String,
    /// Day for which the facts are true: `YYYY-MM-DD`.
    pub date: String,
    /// Terms on which the file may be used, in words.
    #[serde(default)]
    pub licence: String,
    /// Whether this is the scheme's own catalogue.
    #[serde(default)]
    pub official: bool,
    /// [`CatalogueFile::sum`] of the file when it was written; a file that differs from it is refused.
    #[serde(default, skip_serializing_if = "is_default")]
    pub checksum: Option<u32>,
    /// Service providers (*dienstverleners*), in the order in which they are shown.
    pub providers: Vec<ProviderFile>,
}

impl CatalogueFile {
    /// Checksum of a catalogue: detects a file that was truncated, mixed up or edited, but does not prove who wrote it.
    pub fn sum(&self) -> u32 {
        self.providers.iter().fold(FNV_START, |sum, provider| provider.sum(sum))
    }
}

/// A service provider.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProviderFile {
    /// Its organisation identification number (OIN): twenty digits.
    pub oin: String,
    /// Its name.
    pub name: NameFile,
    /// Other words that people search for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aliases: Vec<String>,
    /// Whether this is the tax authority, for whose services the costs of a means are compensated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub is_tax_authority: bool,
    /// Its services, in the order in which they are shown.
    #[serde(default)]
    pub services: Vec<ServiceFile>,
}

impl ProviderFile {
    /// Continues the [`CatalogueFile::sum`] of the providers before: FNV-1a of 32 bits over the OIN of each provider
    /// and the UUID, names and level of each of its services, in their order, each text followed by a line feed.
    pub(super) fn sum(&self, mut sum: u32) -> u32 {
        let mut add = |text: &str| sum = fnv1a(fnv1a(sum, text.as_bytes()), b"\n");
        add(&self.oin);
        for service in &self.services {
            add(&service.id);
            add(service.name.nl.as_deref().unwrap_or_default());
            add(service.name.en.as_deref().unwrap_or_default());
            add(&service.level);
        }
        sum
    }
}

/// A service. If it cannot be read, only this service is left out of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ServiceFile {
    /// Its UUID, which authorisations use.
    pub id: String,
    /// Its number in the scheme: `urn:etoegang:DV:<OIN>:services:<index>`.
    #[serde(skip_serializing_if = "is_default")]
    pub service_id: Option<String>,
    /// Its name.
    pub name: NameFile,
    /// Other words that people search for.
    #[serde(skip_serializing_if = "is_default")]
    pub aliases: Vec<String>,
    /// Code of the level of assurance that it requires, such as `EH3` or `EH2+`.
    pub level: String,
    /// Whether a means for one branch gives access to it: `allowed` or `refused`; absent if unknown.
    #[serde(skip_serializing_if = "is_default")]
    pub branch: Option<String>,
    /// Whether organisations that are not in the trade register can use it.
    #[serde(skip_serializing_if = "is_default")]
    pub without_kvk: bool,
    /// Whether organisations that are in the trade register cannot use it.
    #[serde(skip_serializing_if = "is_default")]
    pub refuses_kvk: bool,
    /// Whether sole traders are identified by their citizen service number (BSN).
    #[serde(skip_serializing_if = "is_default")]
    pub identifies_by_bsn: bool,
    /// Page that states these facts; https only.
    #[serde(skip_serializing_if = "is_default")]
    pub source: Option<String>,
    /// Day on which that page was read: `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "is_default")]
    pub date: Option<String>,
}

/// A name, in one language at least.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NameFile {
    /// In Dutch.
    #[serde(skip_serializing_if = "is_default")]
    pub nl: Option<String>,
    /// In English.
    #[serde(skip_serializing_if = "is_default")]
    pub en: Option<String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
