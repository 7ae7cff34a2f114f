//! What the means is for: level and authorisation.

use super::case::Case;
use super::optional::optional;
use super::optional::text_of;
use crate::domain::catalogue::{Provider, Service};
use crate::domain::draft::{AuthorisationDraft, PurposeDraft};
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{AuthorisationKind, Level, Oin, ServiceUuid, Text};

/// What the means is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The level of assurance.
    pub level: Level,
    /// What the authorisation covers.
    pub authorisation: Authorisation,
    /// Services in words, when the catalogue was unavailable.
    pub described_services: Option<Text>,
}

/// What the authorisation covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// Kind.
    pub kind: AuthorisationKind,
    /// Providers, for the kind `providers`.
    pub providers: Vec<Oin>,
    /// Services, for the kind `services`.
    pub services: Vec<ServiceUuid>,
}

impl Purpose {
    pub(super) fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.purpose;
        let catalogue = &case.facts.catalogue;
        let mut issues = Issues::default();
        let kind = issues.keep(Question::AuthorisationKind, draft.authorisation.kind.ok_or(Rule::Required));
        let words = match kind {
            Some(AuthorisationKind::Services | AuthorisationKind::Providers) => draft.described_services.as_str(),
            Some(AuthorisationKind::All) | None => "",
        };
        // The only answer of several lines.
        let described = optional(&mut issues, Question::DescribedServices, words, |text| {
            Text::parse_lines(text, Question::DescribedServices.longest())
        });
        let is_described = described.is_some();

        // A choice made before the catalogue became unavailable cannot be checked or undone, so services are asked in
        // words.
        let mut services = Vec::new();
        if case.requirements.asks(Question::Services) {
            for id in &draft.authorisation.services {
                match catalogue.service(id) {
                    Some(found) => {
                        check_service(case, found.service, &mut issues);
                        services.extend(issues.keep(Question::Services, ServiceUuid::parse(found.service.id())));
                    }
                    None => issues.add(Question::Services, Rule::ServiceUnknown),
                }
            }
            if services.is_empty() && !is_described {
                issues.add(Question::Services, Rule::Required);
            }
        }
        let mut providers = Vec::new();
        if case.requirements.asks(Question::Providers) {
            for oin in &draft.authorisation.providers {
                match catalogue.provider(oin) {
                    Some(provider) => {
                        check_provider(case, provider, &mut issues);
                        providers.extend(issues.keep(Question::Providers, Oin::parse(provider.oin())));
                    }
                    None => issues.add(Question::Providers, Rule::ProviderUnknown),
                }
            }
            for id in &draft.authorisation.services {
                if let Some(found) = catalogue.service(id)
                    && !draft.authorisation.providers.iter().any(|oin| is_of(catalogue.services_of(oin), found.service))
                {
                    let name = found.service.name(case.draft.language.unwrap_or(crate::domain::scheme::Lang::Nl));
                    issues.add_with(Question::Providers, Rule::AuthorisationTooNarrow, name);
                }
            }
            if providers.is_empty() && !is_described {
                issues.add(Question::Providers, Rule::Required);
            }
        }
        if case.requirements.asks(Question::DescribedServices) && words.trim().is_empty() {
            issues.add(Question::DescribedServices, Rule::Required);
        }
        if case.requirements.is_fiscal() && kind == Some(AuthorisationKind::All) {
            issues.add(Question::AuthorisationKind, Rule::AuthorisationNotForRoute);
        }
        let level = parse_level(case, &mut issues);
        issues.finish(|| {
            let authorisation = Authorisation { kind: kind?, providers, services };
            Some(Self { level: level?, authorisation, described_services: described })
        })
    }
}

/// Whether a service is among these; several providers may share it.
fn is_of(services: &[Service], service: &Service) -> bool {
    services.iter().any(|one| one.id() == service.id())
}

fn parse_level(case: Case<'_>, issues: &mut Issues) -> Option<Level> {
    let level = issues.keep(Question::Level, case.requirements.level.ok_or(Rule::Required))?;
    if let (Some(chosen), Some(needed)) = (case.draft.purpose.level, &case.requirements.needed)
        && chosen < needed.level
    {
        issues.add_with(Question::Level, Rule::LevelTooLow, needed.level.code());
    }
    if case.terms().is_none() {
        issues.add_with(Question::Level, Rule::LevelNotOffered, level.code());
    }
    if case.requirements.is_fiscal() && level != Level::WITHOUT_KVK_NUMBER {
        issues.add(Question::Level, Rule::LevelNotForRoute);
    }
    Some(level)
}

fn check_service(case: Case<'_>, service: &Service, issues: &mut Issues) {
    let name = service.name(case.draft.language.unwrap_or(crate::domain::scheme::Lang::Nl));
    if case.requirements.is_fiscal() && !service.is_usable_without_kvk() {
        issues.add_with(Question::Services, Rule::ServiceNotForRoute, name);
    }
    if case.requirements.asks(Question::BranchNumber) && service.refuses_branch() {
        issues.add_with(Question::RestrictedToBranch, Rule::ServiceRefusesBranch, name);
    }
}

/// A whole provider does if one of its services does.
fn check_provider(case: Case<'_>, provider: &Provider, issues: &mut Issues) {
    let name = provider.name(case.draft.language.unwrap_or(crate::domain::scheme::Lang::Nl));
    let services = provider.services();
    if case.requirements.is_fiscal() && !services.iter().any(Service::is_usable_without_kvk) {
        issues.add_with(Question::Providers, Rule::ServiceNotForRoute, name);
    }
    if case.requirements.asks(Question::BranchNumber) && provider.refuses_branch() {
        issues.add_with(Question::RestrictedToBranch, Rule::ServiceRefusesBranch, name);
    }
}

impl From<&Purpose> for PurposeDraft {
    fn from(purpose: &Purpose) -> Self {
        Self {
            level: Some(purpose.level),
            authorisation: AuthorisationDraft {
                kind: Some(purpose.authorisation.kind),
                providers: purpose.authorisation.providers.iter().map(|oin| oin.as_str().to_owned()).collect(),
                services: purpose.authorisation.services.iter().map(|id| id.as_str().to_owned()).collect(),
            },
            described_services: text_of(purpose.described_services.as_ref(), Text::as_str),
        }
    }
}
