//! The entries of the service catalogue: providers and their services.

use super::{BranchRestriction, NameFile, ProviderFile, ServiceFile};
use crate::domain::scheme::{Lang, Level, Oin, ServiceUuid, StatedLevel};

/// A service provider (*dienstverlener*) and its services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provider {
    oin: Oin,
    names: Names,
    aliases: Vec<String>,
    is_tax_authority: bool,
    services: Vec<Service>,
}

/// A service (*dienst*) that requires eHerkenning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    id: ServiceUuid,
    service_id: Option<String>,
    names: Names,
    aliases: Vec<String>,
    level: StatedLevel,
    branch: Option<BranchRestriction>,
    without_kvk: bool,
    refuses_kvk: bool,
    identifies_by_bsn: bool,
    source: Option<String>,
}

/// A service together with its provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceRef<'a> {
    /// Who provides it.
    pub provider: &'a Provider,
    /// The service.
    pub service: &'a Service,
}

impl Provider {
    /// Its organisation identification number.
    pub fn oin(&self) -> &str {
        self.oin.as_str()
    }

    /// Its name in this language, or in the other one if it has none.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.in_language(lang)
    }

    /// Other words that people search for.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// Whether this is the tax authority.
    pub fn is_tax_authority(&self) -> bool {
        self.is_tax_authority
    }

    /// Whether each of its services is known to refuse a means for one branch.
    pub fn refuses_branch(&self) -> bool {
        !self.services.is_empty() && self.services.iter().all(Service::refuses_branch)
    }

    /// Its services, in the order of the file.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// The level that gives access to every service of this provider; `None` if it has no services.
    pub fn highest_level(&self) -> Option<Level> {
        self.services.iter().map(|service| service.level.issued()).max()
    }

    /// The one service that needs the highest level, and the level of the others; `None` if more services need it.
    pub fn strictest(&self) -> Option<(&Service, Level)> {
        let highest = self.highest_level()?;
        let (mut strictest, mut others) = (None, None);
        for service in &self.services {
            let level = service.level.issued();
            if level < highest {
                others = others.max(Some(level));
            } else if strictest.replace(service).is_some() {
                return None;
            }
        }
        strictest.zip(others)
    }

    /// `None` for a provider without a name.
    pub(super) fn from_file(file: ProviderFile, oin: Oin, services: Vec<Service>) -> Option<Self> {
        let ProviderFile { name, aliases, is_tax_authority, .. } = file;
        Some(Self { oin, names: Names::from_file(name)?, aliases, is_tax_authority, services })
    }
}

impl Service {
    /// Its UUID, in lower case.
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// Its number in the scheme, when known.
    pub fn service_id(&self) -> Option<&str> {
        self.service_id.as_deref()
    }

    /// Its name in this language, or in the other one if it has none.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.in_language(lang)
    }

    /// Other words that people search for.
    pub fn aliases(&self) -> &[String] {
        &self.aliases
    }

    /// The level that the provider states.
    pub fn level(&self) -> StatedLevel {
        self.level
    }

    /// Whether a means for one branch gives access to it, if known.
    pub fn branch(&self) -> Option<BranchRestriction> {
        self.branch
    }

    /// Whether it is known to refuse a means for one branch.
    pub fn refuses_branch(&self) -> bool {
        self.branch == Some(BranchRestriction::Refused)
    }

    /// Whether organisations that are not in the trade register can use it.
    pub fn is_usable_without_kvk(&self) -> bool {
        self.without_kvk
    }

    /// Whether organisations that are in the trade register cannot use it.
    pub fn refuses_kvk(&self) -> bool {
        self.refuses_kvk
    }

    /// Whether it identifies sole traders by their citizen service number.
    pub fn identifies_by_bsn(&self) -> bool {
        self.identifies_by_bsn
    }

    /// The https page that states these facts, when known.
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// `None` for a service that cannot be used.
    pub(super) fn from_file(file: ServiceFile) -> Option<Self> {
        let branch = match file.branch {
            None => None,
            Some(code) => Some(BranchRestriction::from_code(&code)?),
        };
        Some(Self {
            id: ServiceUuid::parse(&file.id).ok()?,
            service_id: file.service_id,
            names: Names::from_file(file.name)?,
            aliases: file.aliases,
            level: StatedLevel::from_code(&file.level)?,
            branch,
            without_kvk: file.without_kvk,
            refuses_kvk: file.refuses_kvk,
            identifies_by_bsn: file.identifies_by_bsn,
            source: file.source.filter(|url| url.starts_with("https://")),
        })
    }
}

/// A name in both languages; if one is missing, the other is used for both.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Names {
    nl: String,
    en: Option<String>,
}

impl Names {
    /// `None` if neither language has a name.
    fn from_file(file: NameFile) -> Option<Self> {
        let is_name = |name: &String| !name.trim().is_empty();
        match (file.nl.filter(is_name), file.en.filter(is_name)) {
            (Some(nl), en) => Some(Self { nl, en }),
            (None, Some(nl)) => Some(Self { nl, en: None }),
            (None, None) => None,
        }
    }

    fn in_language(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => self.en.as_deref().unwrap_or(&self.nl),
        }
    }
}
