//! The service catalogue as it stands in `catalogue.json`: text that nobody has checked yet.

use super::vocabulary::{FNV_START, fnv1a};
use crate::domain::json::record;
use crate::domain::rules::codes;

/// The format that this version reads and writes.
pub const CATALOGUE_FORMAT: &str = "eherkenning-catalogue/1";

codes! {
    /// Whether a means for one branch (*vestiging*) opens a service.
    pub enum BranchRestriction {
        /// It does.
        Allowed = "allowed",
        /// It does not: only a means for the whole organisation does.
        Refused = "refused",
    }
}

record! {
    /// The whole file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CatalogueFile {
        /// [`CATALOGUE_FORMAT`].
        pub format: String,
        /// Where the facts come from, in words.
        pub source: String as optional,
        /// Day on which they held: `YYYY-MM-DD`.
        pub date: String,
        /// On what terms the file may be used, in words.
        pub licence: String as optional,
        /// Whether this is the scheme's own catalogue.
        pub official: bool as optional,
        /// [`CatalogueFile::sum`] of what was written; a file that is no longer so is refused.
        pub checksum: Option<u32> as sparse,
        /// Service providers (*dienstverleners*), in the order in which they are shown.
        pub providers: Vec<ProviderFile>,
    }
}

impl CatalogueFile {
    /// What shows that a file was cut, mixed up or edited: FNV-1a of 32 bits over the OIN of each provider and the
    /// UUID, names and level of each of its services, in their order, each text followed by a line feed. It does not
    /// show who wrote the file.
    pub fn sum(&self) -> u32 {
        let mut sum = FNV_START;
        let mut add = |text: &str| sum = fnv1a(fnv1a(sum, text.as_bytes()), b"\n");
        for provider in &self.providers {
            add(&provider.oin);
            for service in &provider.services {
                add(&service.id);
                add(service.name.nl.as_deref().unwrap_or_default());
                add(service.name.en.as_deref().unwrap_or_default());
                add(&service.level);
            }
        }
        sum
    }
}

record! {
    /// A service provider.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct ProviderFile {
        /// Its organisation identification number (OIN): twenty digits.
        pub oin: String,
        /// Its name.
        pub name: NameFile,
        /// Other words by which people look for it.
        pub aliases: Vec<String> as sparse,
        /// Whether this is the tax authority, for whose services the costs of a means are compensated.
        pub is_tax_authority: bool as sparse,
        /// Its services, in the order in which they are shown.
        pub services: Vec<ServiceFile> as optional,
    }
}

record! {
    /// A service. One that cannot be read is left out of the catalogue; the others stay.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct ServiceFile {
        /// Its UUID, by which authorisations name it.
        pub id: String,
        /// Its number in the scheme: `urn:etoegang:DV:<OIN>:services:<index>`.
        pub service_id: Option<String> as sparse,
        /// Its name.
        pub name: NameFile,
        /// Other words by which people look for it.
        pub aliases: Vec<String> as sparse,
        /// Level of assurance that it asks: `EH1`, `EH2`, `EH2+`, `EH3` or `EH4`.
        pub level: String,
        /// Whether a means for one branch opens it: `allowed` or `refused`; absent when nobody says.
        pub branch: Option<String> as sparse,
        /// Whether organisations that are not in the trade register can use it.
        pub without_kvk: bool as sparse,
        /// Whether sole traders are identified by their citizen service number (BSN).
        pub identifies_by_bsn: bool as sparse,
        /// Page that says so; https only.
        pub source: Option<String> as sparse,
        /// Day on which that was read there: `YYYY-MM-DD`.
        pub date: Option<String> as sparse,
    }
}

record! {
    /// A name, in one language at least.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct NameFile {
        /// In Dutch.
        pub nl: Option<String> as sparse,
        /// In English.
        pub en: Option<String> as sparse,
    }
}
