//! The level of assurance that the choices of step 1 need, why, and what it means.

use crate::domain::catalogue::ServiceRef;
use crate::domain::journey::Choice;
use crate::domain::scheme::{AuthorisationKind, Cents, Level};
use crate::domain::texts::{Phrase, append, money};
use crate::web::dom::{Element, IntoChild, div, p, section, span};
use crate::web::kit::hint;
use crate::web::wizard::Wizard;

/// Maximum number of services that are named as the reason for a level.
const MAX_NAMED: usize = 3;

/// The needed level and the services that determine it, what it requires, and what a higher one would offer.
pub(super) fn level(wizard: Wizard) -> impl IntoChild {
    move || {
        let level = wizard.with_requirements(|requirements| requirements.needed.as_ref().map(|needed| needed.level))?;
        let services = forcing(wizard, level);
        let title = wizard.fill(Phrase::LevelNeeded, &[("level", level.code()), ("services", &services)]);
        let title = p().class("level__title").child(title);
        let badge = span().class("level__badge").attr("aria-hidden", "true").child(level.code());
        let text = div().child(title).child(terms(wizard, level)).child(higher(wizard, level));
        Some(section().class("level").attr("aria-live", "polite").child(badge).child(text))
    }
}

/// For an authorisation for everything: how many services a level opens, and what its first term costs.
pub(super) fn offered(wizard: Wizard, level: Level) -> Option<(String, String)> {
    let is_all = wizard.with_draft(|draft| draft.purpose.authorisation.kind == Some(AuthorisationKind::All));
    wizard.with_facts(|facts| {
        let term = facts.offer.level(level).filter(|_| is_all)?.terms.first()?;
        let total = facts.services_above(None);
        let open = total.saturating_sub(facts.services_above(Some(level)));
        let opens = wizard.fill(Phrase::LevelOpens, &[("n", &open.to_string()), ("total", &total.to_string())]);
        Some((opens, priced(wizard, Choice::Years(term.years), term.price)))
    })
}

/// The first few chosen services that require this level, by name.
fn forcing(wizard: Wizard, level: Level) -> String {
    let lang = wizard.lang();
    let name = |one: &ServiceRef<'_>| format!("{} ({})", one.service.name(lang), one.provider.name(lang));
    let mut names = wizard.with_facts(|facts| {
        let chosen = wizard.with_draft(|draft| facts.chosen_services(draft));
        let forcing = chosen.iter().filter(|one| one.service.level().issued() == level);
        forcing.take(MAX_NAMED + 1).map(name).collect::<Vec<_>>()
    });
    if names.len() > MAX_NAMED {
        names.truncate(MAX_NAMED);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// What a level costs, and how users are identified.
fn terms(wizard: Wizard, level: Level) -> Vec<Element> {
    wizard.with_facts(|facts| {
        let Some(offer) = facts.offer.level(level) else { return Vec::new() };
        let terms = offer.terms.iter().map(|term| priced(wizard, Choice::Years(term.years), term.price));
        let mut rows = vec![(wizard.phrase(Phrase::LevelPrice), terms.collect::<Vec<_>>().join(" · "))];
        let methods = offer.identification.iter().map(|one| one.price);
        let bounds = methods.clone().min().zip(methods.max()).filter(|(_, most)| *most > Cents::default());
        rows.extend(bounds.map(|bounds| (wizard.phrase(Phrase::PriceIdentification), wizard.price_between(bounds))));
        rows.into_iter().map(|(title, words)| p().child(format!("{title}: {words}"))).collect()
    })
}

/// An option with its price, if it has one.
fn priced(wizard: Wizard, choice: Choice, price: Cents) -> String {
    let mut words = (wizard.texts().choice)(choice).label;
    if price.0 > 0 {
        append(&mut words, " ", &money(wizard.lang(), price));
    }
    words
}

/// The next level that gives access to more services, and how many; `None` if only the Belastingdienst can be chosen.
fn higher(wizard: Wizard, level: Level) -> Option<Element> {
    if wizard.is_fiscal() {
        return None;
    }
    wizard.with_facts(|facts| {
        let total = facts.services_above(None).to_string();
        let mut next: Option<(Level, usize)> = None;
        for offer in &facts.offer.levels {
            let more = facts.services_above(Some(level)).saturating_sub(facts.services_above(Some(offer.level)));
            if more > 0 && next.is_none_or(|(level, _)| offer.level < level) {
                next = Some((offer.level, more));
            }
        }
        let (level, more) = next?;
        let values = [("level", level.code()), ("n", &more.to_string()), ("total", &total)];
        Some(hint(wizard.fill(Phrase::LevelHigher, &values)))
    })
}
