//! What the means is for: level and authorisation.

use super::Requirements;
use crate::domain::catalogue::Service;
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{AuthorisationKind, Level, Oin, ServiceUuid, Text};

/// What the means is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The level of assurance.
    pub level: Level,
    /// What the authorisation covers.
    pub authorisation: Authorisation,
    /// Services in words, when the catalogue could not be had.
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
    pub(super) fn parse(requirements: &Requirements<'_>) -> Result<Self, Issues> {
        let draft = &requirements.draft.purpose;
        let catalogue = &requirements.facts.catalogue;
        let mut issues = Issues::default();
        let kind = issues.keep(Question::AuthorisationKind, draft.authorisation.kind.ok_or(Rule::Required));
        let described = super::optional(&mut issues, Question::DescribedServices, &draft.described_services, |text| {
            Text::parse(text, 500)
        });
        let described = described.filter(|_| kind.is_some_and(|kind| kind != AuthorisationKind::All));
        let is_described = described.is_some() || catalogue.is_empty();

        let mut services = Vec::new();
        if kind == Some(AuthorisationKind::Services) {
            for id in &draft.authorisation.services {
                match catalogue.service(id) {
                    Some(found) => {
                        check_service(requirements, found.service, &mut issues);
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
        if kind == Some(AuthorisationKind::Providers) {
            for oin in &draft.authorisation.providers {
                match catalogue.provider(oin) {
                    Some(provider) => {
                        for service in provider.services() {
                            check_service(requirements, service, &mut issues);
                        }
                        providers.extend(issues.keep(Question::Providers, Oin::parse(provider.oin())));
                    }
                    None => issues.add(Question::Providers, Rule::ProviderUnknown),
                }
            }
            for id in &draft.authorisation.services {
                if let Some(found) = catalogue.service(id)
                    && !draft.authorisation.providers.iter().any(|oin| oin == found.provider.oin())
                {
                    let name =
                        found.service.name(requirements.draft.language.unwrap_or(crate::domain::scheme::Lang::Nl));
                    issues.add_with(Question::Providers, Rule::AuthorisationTooNarrow, name);
                }
            }
            if providers.is_empty() && !is_described {
                issues.add(Question::Providers, Rule::Required);
            }
        }
        if kind.is_some_and(|kind| kind != AuthorisationKind::All) && catalogue.is_empty() && described.is_none() {
            issues.add(Question::DescribedServices, Rule::Required);
        }
        if requirements.is_fiscal() && kind == Some(AuthorisationKind::All) {
            issues.add(Question::AuthorisationKind, Rule::AuthorisationNotForRoute);
        }
        let level = parse_level(requirements, &mut issues);
        issues.finish(|| {
            let authorisation = Authorisation { kind: kind?, providers, services };
            Some(Self { level: level?, authorisation, described_services: described })
        })
    }
}

fn parse_level(requirements: &Requirements<'_>, issues: &mut Issues) -> Option<Level> {
    let level = issues.keep(Question::Level, requirements.level.ok_or(Rule::Required))?;
    if let (Some(chosen), Some(needed)) = (requirements.draft.purpose.level, &requirements.needed)
        && chosen < needed.level
    {
        issues.add_with(Question::Level, Rule::LevelTooLow, needed.level.code());
    }
    if requirements.terms.is_none() {
        issues.add_with(Question::Level, Rule::LevelNotOffered, level.code());
    }
    if requirements.is_fiscal() && level != Level::Eh3 {
        issues.add(Question::Level, Rule::LevelNotForRoute);
    }
    Some(level)
}

fn check_service(requirements: &Requirements<'_>, service: &Service, issues: &mut Issues) {
    let name = service.name(requirements.draft.language.unwrap_or(crate::domain::scheme::Lang::Nl));
    let is_whole = requirements.draft.purpose.authorisation.kind == Some(AuthorisationKind::Providers);
    let question = if is_whole { Question::Providers } else { Question::Services };
    if requirements.is_fiscal() && !service.is_usable_without_kvk() && !is_whole {
        issues.add_with(question, Rule::ServiceNotForRoute, name);
    }
    let is_branch = requirements.asks(Question::BranchNumber);
    if is_branch && service.refuses_branch() && !is_whole {
        issues.add_with(Question::RestrictedToBranch, Rule::ServiceRefusesBranch, name);
    }
}
