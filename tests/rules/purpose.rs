//! What the means is for (services, providers or everything), and the level that follows from it.

use eherkenning_wizard::domain::application::{Application, Facts, SignedApplication};
use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{AuthorisationKind, Level};

use crate::case::{Case, check};
use crate::common::{SERVICE_EH2_PLUS, SERVICE_EH3, facts, sole_director};
use crate::starts::{BSN, SERVICE_TAX, at, fiscal};

/// A service at EH4.
const SERVICE_EH4: &str = "788049f2-b2cb-5de2-a590-2ca070701063";
/// A service that accepts a means for one branch.
const SERVICE_FOR_BRANCH: &str = "5448d4c3-3765-5aaf-8310-8be8fe298734";
const UNKNOWN_SERVICE: &str = "019ab0c4-0000-7d52-9f0e-000000000000";
/// A provider all of whose services refuse branches.
const TAX_AUTHORITY: &str = "00000099000000001003";
/// A provider with one service at EH3; whether it accepts branches is unknown.
const CUSTOMS: &str = "00000099000000001008";

/// These services, chosen one by one.
fn services(services: &[&str]) -> impl Fn(&mut Draft) {
    let services: Vec<String> = services.iter().map(|id| (*id).to_owned()).collect();
    move |draft| {
        draft.purpose.authorisation.kind = Some(AuthorisationKind::Services);
        draft.purpose.authorisation.services.clone_from(&services);
    }
}

/// Every service of these providers.
fn providers(providers: &[&str]) -> impl Fn(&mut Draft) {
    let providers: Vec<String> = providers.iter().map(|oin| (*oin).to_owned()).collect();
    move |draft| {
        draft.purpose.authorisation.kind = Some(AuthorisationKind::Providers);
        draft.purpose.authorisation.services.clear();
        draft.purpose.authorisation.providers.clone_from(&providers);
    }
}

fn level(level: Level) -> impl Fn(&mut Draft) {
    move |draft| draft.purpose.level = Some(level)
}

fn everything(draft: &mut Draft) {
    draft.purpose.authorisation.kind = Some(AuthorisationKind::All);
    draft.purpose.authorisation.services.clear();
}

fn branch(draft: &mut Draft) {
    draft.organisation.restricted_to_branch = Some(true);
    draft.organisation.branch_number = "000037178598".to_owned();
}

/// Without a level that is offered it is also unknown who signs.
fn no_level(rule: Rule) -> [(&'static str, Rule); 2] {
    [("purpose.level", rule), ("authorisations_manager", Rule::Required)]
}

fn services_cases() -> Vec<Case> {
    let unknown = [("purpose.services", Rule::ServiceUnknown)];
    let nothing = [("purpose.services", Rule::Required)];
    vec![
        Case::new("one service", sole_director()).but(services(&[SERVICE_EH3])),
        Case::new("in capitals", sole_director()).but(services(&[&SERVICE_EH3.to_uppercase()])),
        Case::new("none, with a level", sole_director()).but(services(&[])).but(level(Level::Eh3)).breaks(&nothing),
        Case::new("unknown beside a known one", sole_director())
            .but(services(&[SERVICE_EH3, UNKNOWN_SERVICE]))
            .breaks(&unknown),
        Case::new("not a UUID", sole_director()).but(services(&[SERVICE_EH3, "tax"])).breaks(&unknown),
        Case::new("only unknown", sole_director())
            .but(services(&[UNKNOWN_SERVICE]))
            .but(level(Level::Eh3))
            .breaks(&[unknown, nothing].concat()),
        Case::new("no kind of authorisation", sole_director())
            .but(level(Level::Eh3))
            .but(|draft| draft.purpose.authorisation.kind = None)
            .breaks(&[("purpose.authorisation.kind", Rule::Required)]),
    ]
}

fn providers_cases() -> Vec<Case> {
    let nothing = [("purpose.providers", Rule::Required)];
    vec![
        Case::new("one provider", sole_director()).but(providers(&[TAX_AUTHORITY])),
        Case::new("none", sole_director()).but(providers(&[])).but(level(Level::Eh3)).breaks(&nothing),
        Case::new("unknown beside a known one", sole_director())
            .but(providers(&[TAX_AUTHORITY, "00000099000000009999"]))
            .breaks(&[("purpose.providers", Rule::ProviderUnknown)]),
        Case::new("service of the chosen provider", sole_director()).but(providers(&[TAX_AUTHORITY])).but(|draft| {
            draft.purpose.authorisation.services = vec![SERVICE_EH3.to_owned()];
        }),
        Case::new("service of another provider", sole_director())
            .but(providers(&[TAX_AUTHORITY]))
            .but(|draft| {
                draft.purpose.authorisation.services = vec![SERVICE_EH3.to_owned(), SERVICE_EH2_PLUS.to_owned()]
            })
            .breaks(&[("purpose.providers", Rule::AuthorisationTooNarrow)]),
    ]
}

fn level_cases() -> Vec<Case> {
    let too_low = [("purpose.level", Rule::LevelTooLow)];
    vec![
        Case::new("EH2+ for a service at EH2+", at(Level::Eh2Plus)).but(level(Level::Eh2Plus)),
        Case::new("EH3 for a service at EH2+", at(Level::Eh2Plus)).but(level(Level::Eh3)).but(|draft| {
            draft.contract.means = sole_director().contract.means;
        }),
        Case::new("EH2+ for a service at EH3", sole_director()).but(level(Level::Eh2Plus)).breaks(&too_low),
        Case::new("EH3 for a service at EH3", sole_director()).but(level(Level::Eh3)),
        Case::new("EH4 for a service at EH4", at(Level::Eh4)).but(services(&[SERVICE_EH4])),
        Case::new("EH3 for a service at EH4", at(Level::Eh4))
            .but(services(&[SERVICE_EH4]))
            .but(level(Level::Eh3))
            .breaks(&too_low),
        Case::new("EH2+ for a provider at EH3", sole_director())
            .but(providers(&[CUSTOMS]))
            .but(level(Level::Eh2Plus))
            .breaks(&too_low),
        Case::new("all without a level", sole_director()).but(everything).breaks(&no_level(Rule::Required)),
        Case::new("all with a level", sole_director()).but(everything).but(level(Level::Eh3)),
        Case::new("EH4 is not offered", at(Level::Eh4))
            .offer(|offer| offer.levels.retain(|offer| offer.level != Level::Eh4))
            .breaks(&no_level(Rule::LevelNotOffered)),
    ]
}

fn catalogue_cases() -> Vec<Case> {
    let described = |text: &str| {
        let text = text.to_owned();
        move |draft: &mut Draft| {
            draft.purpose.level = Some(Level::Eh3);
            draft.purpose.authorisation.services.clear();
            draft.purpose.described_services = text;
        }
    };
    let case = |name: &str, text: &str| Case::new(name, sole_director()).but(described(text));
    let at = |rule| [("purpose.described_services", rule)];
    vec![
        case("services in words", "Belastingaangifte").no_catalogue(),
        case("services in words, no level", "Belastingaangifte")
            .but(|draft| draft.purpose.level = None)
            .no_catalogue()
            .breaks(&no_level(Rule::Required)),
        case("nothing at all", "").no_catalogue().breaks(&at(Rule::Required)),
        case("providers, nothing in words", "")
            .but(|draft| draft.purpose.authorisation.kind = Some(AuthorisationKind::Providers))
            .no_catalogue()
            .breaks(&at(Rule::Required)),
        case("all needs no words", "").but(everything).no_catalogue(),
        case("all, after words that were refused", BSN).but(everything).no_catalogue(),
        case("500 characters", &"a".repeat(500)).no_catalogue(),
        case("501 characters", &"a".repeat(501)).no_catalogue().breaks(&at(Rule::TooLong)),
        case("a BSN", BSN).no_catalogue().breaks(&at(Rule::BsnNotAllowed)),
        case("words while there is a catalogue", "Belastingaangifte").but(services(&[SERVICE_EH3])),
        case("services chosen before the catalogue went", "Belastingaangifte")
            .but(services(&[SERVICE_EH3]))
            .no_catalogue(),
        case("providers chosen before the catalogue went", "Belastingaangifte")
            .but(providers(&[TAX_AUTHORITY]))
            .no_catalogue(),
    ]
}

fn branch_cases() -> Vec<Case> {
    let refused = ("organisation.restricted_to_branch", Rule::ServiceRefusesBranch);
    vec![
        Case::new("a service that takes a branch", at(Level::Eh2Plus)).but(services(&[SERVICE_FOR_BRANCH])).but(branch),
        Case::new("a service of which nothing is known", at(Level::Eh2Plus)).but(branch),
        Case::new("a service that refuses", sole_director()).but(branch).breaks(&[refused]),
        Case::new("two that refuse", sole_director())
            .but(services(&[SERVICE_EH3, SERVICE_TAX]))
            .but(branch)
            .breaks(&[refused, refused]),
        Case::new("a provider that refuses nothing", sole_director()).but(providers(&[CUSTOMS])).but(branch),
        Case::new("a provider that refuses it everywhere", sole_director())
            .but(providers(&[TAX_AUTHORITY]))
            .but(branch)
            .breaks(&[refused]),
        Case::new("a branch number for the whole organisation", sole_director())
            .but(|draft| draft.organisation.branch_number = "1".to_owned()),
    ]
}

fn route_cases() -> Vec<Case> {
    let not_here = [("purpose.services", Rule::ServiceNotForRoute)];
    vec![
        Case::new("the service without KvK number", fiscal()),
        Case::new("another service of the tax authority", fiscal()).but(services(&[SERVICE_EH3])).breaks(&not_here),
        Case::new("a service of another provider", fiscal())
            .but(services(&[SERVICE_TAX, SERVICE_EH2_PLUS]))
            .breaks(&not_here),
        Case::new("the whole tax authority", fiscal()).but(providers(&[TAX_AUTHORITY])),
        Case::new("another whole provider", fiscal())
            .but(providers(&[CUSTOMS]))
            .breaks(&[("purpose.providers", Rule::ServiceNotForRoute)]),
        Case::new("everything", fiscal())
            .but(everything)
            .but(level(Level::Eh3))
            .breaks(&[("purpose.authorisation.kind", Rule::AuthorisationNotForRoute)]),
        Case::new("EH4", fiscal()).but(crate::starts::raise).breaks(&[("purpose.level", Rule::LevelNotForRoute)]),
    ]
}

pub fn cases() -> Vec<Case> {
    [services_cases(), providers_cases(), level_cases(), catalogue_cases(), branch_cases(), route_cases()].concat()
}

#[test]
fn services_must_be_in_the_catalogue() {
    check(services_cases());
}

#[test]
fn a_provider_covers_only_its_own_services() {
    check(providers_cases());
}

#[test]
fn a_shared_service_is_covered_by_each_of_its_providers() {
    let provider = |oin: &str| {
        format!(
            r#"{{"oin":"{oin}","name":{{"nl":"Een"}},"services":[{{"id":"{SERVICE_EH3}","name":{{"nl":"Dienst"}},"level":"EH3"}}]}}"#
        )
    };
    let both = [TAX_AUTHORITY, CUSTOMS].map(provider).join(",");
    let json = format!(r#"{{"format":"eherkenning-catalogue/1","date":"2026-11-23","providers":[{both}]}}"#);
    let facts = Facts { catalogue: serde_json::from_str(&json).unwrap(), ..facts() };
    for oin in [TAX_AUTHORITY, CUSTOMS] {
        let mut draft = sole_director();
        providers(&[oin])(&mut draft);
        draft.purpose.authorisation.services = vec![SERVICE_EH3.to_owned()];
        let issues = SignedApplication::problems(&draft, &facts);
        assert!(issues.iter().all(|issue| issue.rule != Rule::AuthorisationTooNarrow), "{oin}: {issues:?}");
    }
}

#[test]
fn the_level_is_never_below_that_of_a_service() {
    check(level_cases());
}

#[test]
fn without_a_catalogue_services_are_described_in_words() {
    check(catalogue_cases());
    let mut draft = sole_director();
    draft.purpose.described_services = "Btw-aangifte \r\n\n Subsidies".to_owned();
    let application = Application::parse(&draft, &facts()).unwrap();
    assert_eq!(Draft::from(&application).purpose.described_services, "Btw-aangifte\nSubsidies", "its lines are kept");
}

#[test]
fn a_branch_is_refused_when_a_service_refuses_branches() {
    check(branch_cases());
}

#[test]
fn without_kvk_number_only_eh3_at_the_tax_authority_is_possible() {
    check(route_cases());
}
