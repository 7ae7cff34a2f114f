//! Step 1: services searched in the catalogue, the level they need and why.

use leptos::prelude::*;

use super::{frame, question};
use crate::domain::catalogue::{Hit, SearchIndex, Service};
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::texts::{Choice, Phrase};
use crate::web::kit::{
    Combobox, ComboboxOption, FieldWords, NoticeKind, button, dynamic, element, group, nothing, notice, paragraph,
};
use crate::web::reactive::{State, derived, effect};
use crate::web::wizard::{CatalogueState, Wizard};

/// The most options that the list shows.
const MOST_OPTIONS: usize = 12;

/// What comes before a provider's OIN in the value of an option.
const PROVIDER: &str = "provider:";

/// The screen on which services are chosen.
pub(super) fn services(wizard: Wizard) -> AnyView {
    wizard.want_catalogue();
    let questions = dynamic(move || {
        let questions = || frame::questions(wizard, Screen::Services);
        match wizard.catalogue() {
            CatalogueState::Waiting | CatalogueState::Loading => {
                let words = wizard.phrase(Phrase::CatalogueLoading);
                element("p", "field__hint").attr("role", "status").text(words).view()
            }
            CatalogueState::Here => questions(),
            CatalogueState::Failed => {
                let again = button("link", "retry:catalogue", move || wizard.want_catalogue());
                let failed = notice(NoticeKind::Warning, true)
                    .child(paragraph("", wizard.phrase(Phrase::CatalogueFailed)))
                    .child(again.text(wizard.phrase(Phrase::Retry)).view());
                group([failed.view(), questions()])
            }
        }
    });
    group([questions, level(wizard)])
}

/// An index; a fresh one counts as another.
struct Index(SearchIndex);

impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// The search box, and what was chosen.
pub(super) fn search(wizard: Wizard, question: Question) -> AnyView {
    let place = Place::from(question);
    let with_providers = question == Question::Providers;
    let query = State::new(String::new());
    let index = derived(move || Index(wizard.with_facts(|facts| SearchIndex::new(&facts.catalogue))));
    let is_fiscal = derived(move || wizard.with_requirements(|requirements| requirements.is_fiscal()));
    let options = derived(move || {
        let hits = index
            .with(|index| query.with(|query| index.0.search(query, MOST_OPTIONS, is_fiscal.get(), with_providers)));
        hits.into_iter().filter_map(|hit| option(wizard, hit)).collect::<Vec<_>>()
    });
    let said = State::new(None::<usize>);
    effect(move || {
        let count = options.with(Vec::len);
        let was = said.get_untracked();
        said.set(Some(count));
        if was.is_some_and(|was| was != count) && !query.with_untracked(String::is_empty) {
            wizard.announce(wizard.fill(Phrase::SearchResults, &[("n", &count.to_string())]));
        }
    });
    let unofficial = wizard.with_facts(|facts| !facts.catalogue.is_official());
    let unofficial = unofficial.then(|| paragraph("field__hint", wizard.phrase(Phrase::CatalogueUnofficial)));
    let search = Combobox {
        name: "purpose.search".to_owned(),
        words: FieldWords {
            label: wizard.phrase(Phrase::SearchLabel).to_owned(),
            hint: wizard.phrase(Phrase::SearchHint).to_owned(),
            ..question::words(wizard, place)
        },
        options,
        nothing: wizard.phrase(Phrase::SearchNothing),
        query,
        on_choose: Callback::new(move |value: String| toggle(wizard, &value)),
    };
    element("div", "")
        .attr("data-place", question.code())
        .child(search.view())
        .maybe(unofficial)
        .child_with(move || chosen(wizard, with_providers))
        .view()
}

fn option(wizard: Wizard, hit: Hit) -> Option<ComboboxOption> {
    let lang = wizard.lang();
    wizard.with_facts(|facts| match hit {
        Hit::Provider(index) => {
            let provider = facts.catalogue.provider_at(index)?;
            let level = provider.highest_level().map(|level| level.code().to_owned()).unwrap_or_default();
            let is_chosen = wizard
                .with_draft(|draft| draft.purpose.authorisation.providers.iter().any(|oin| oin == provider.oin()));
            Some(ComboboxOption {
                value: format!("{PROVIDER}{}", provider.oin()),
                label: wizard.fill(Phrase::AllServicesOf, &[("provider", provider.name(lang))]),
                detail: String::new(),
                aside: level,
                is_chosen,
            })
        }
        Hit::Service(provider, service) => {
            let found = facts.catalogue.service_at(provider, service)?;
            let is_chosen = wizard
                .with_draft(|draft| draft.purpose.authorisation.services.iter().any(|id| id == found.service.id()));
            Some(ComboboxOption {
                value: found.service.id().to_owned(),
                label: found.service.name(lang).to_owned(),
                detail: found.provider.name(lang).to_owned(),
                aside: found.service.level().code().to_owned(),
                is_chosen,
            })
        }
    })
}

/// Takes a service or provider in, or out when it was in. A level that no longer suffices is let go.
fn toggle(wizard: Wizard, value: &str) {
    let name = name_of(wizard, value);
    let provider = value.strip_prefix(PROVIDER).map(str::to_owned).or_else(|| {
        let is_whole = untrack(|| wizard.places(Screen::Services)).contains(&Question::Providers.into());
        wizard.with_facts(|facts| {
            let found = facts.catalogue.service(value).filter(|_| is_whole)?;
            Some(found.provider.oin().to_owned())
        })
    });
    let mut is_in = false;
    wizard.change(|draft| {
        let authorisation = &mut draft.purpose.authorisation;
        let (list, value) = match &provider {
            Some(oin) => (&mut authorisation.providers, oin.as_str()),
            None => (&mut authorisation.services, value),
        };
        is_in = list.iter().any(|one| one == value);
        if is_in {
            list.retain(|one| one != value)
        } else {
            list.push(value.to_owned())
        }
        draft.purpose.level = None;
    });
    let phrase = if is_in { Phrase::Removed } else { Phrase::Added };
    wizard.announce(wizard.fill(phrase, &[("name", &name)]));
}

fn name_of(wizard: Wizard, value: &str) -> String {
    let lang = wizard.lang();
    let name = wizard.with_facts(|facts| match value.strip_prefix(PROVIDER) {
        Some(oin) => facts.catalogue.provider(oin).map(|provider| provider.name(lang).to_owned()),
        None => facts.catalogue.service(value).map(|found| found.service.name(lang).to_owned()),
    });
    name.unwrap_or_else(|| value.to_owned())
}

fn chosen(wizard: Wizard, is_whole: bool) -> AnyView {
    let values: Vec<String> = wizard.with_draft(|draft| {
        let authorisation = &draft.purpose.authorisation;
        match is_whole {
            true => authorisation.providers.iter().map(|oin| format!("{PROVIDER}{oin}")).collect(),
            false => authorisation.services.clone(),
        }
    });
    if values.is_empty() {
        return paragraph("field__hint", wizard.phrase(Phrase::NothingChosen));
    }
    let rows = values.into_iter().map(|value| {
        let name = name_of(wizard, &value);
        let (detail, warnings) = details(wizard, &value);
        let full_name = wizard.fill(Phrase::RemoveNamed, &[("name", &name)]);
        let remove = button("button button--quiet", format!("remove:{value}"), move || toggle(wizard, &value))
            .attr("aria-label", full_name)
            .text(wizard.phrase(Phrase::Remove));
        let words = element("div", "")
            .child(element("span", "chosen__name").text(name).view())
            .child(element("span", "chosen__detail").text(detail).view())
            .children(warnings.into_iter().map(|words| paragraph("chosen__warning", words)));
        element("li", "chosen__item").child(words.view()).child(remove.view()).view()
    });
    group([
        element("h3", "chosen__title").text(wizard.phrase(Phrase::Chosen)).view(),
        element("ul", "chosen").children(rows).view(),
    ])
}

/// Under a chosen service: its provider and level, and what to look out for.
fn details(wizard: Wizard, value: &str) -> (String, Vec<String>) {
    let lang = wizard.lang();
    wizard.with_facts(|facts| match facts.catalogue.service(value) {
        Some(found) => {
            let detail = format!("{} · {}", found.provider.name(lang), found.service.level().code());
            (detail, warnings(wizard, found.service))
        }
        None => {
            let level = value.strip_prefix(PROVIDER).and_then(|oin| facts.catalogue.provider(oin)?.highest_level());
            (level.map(|level| level.code().to_owned()).unwrap_or_default(), Vec::new())
        }
    })
}

fn warnings(wizard: Wizard, service: &Service) -> Vec<String> {
    let mut warnings = Vec::new();
    if service.level().has_ended() {
        warnings.push(wizard.fill(Phrase::WarnLevelEnded, &[("level", service.level().code())]));
    }
    if service.refuses_branch() {
        warnings.push(wizard.phrase(Phrase::WarnRefusesBranch).to_owned());
    }
    if service.identifies_by_bsn() {
        warnings.push(wizard.phrase(Phrase::WarnBsn).to_owned());
    }
    warnings
}

/// The level that the choice needs, and the service that forces it.
fn level(wizard: Wizard) -> AnyView {
    dynamic(move || {
        let lang = wizard.lang();
        let needed = wizard.with_requirements(|requirements| {
            let needed = requirements.needed.as_ref()?;
            let found = requirements.facts.catalogue.service(&needed.service)?;
            Some((needed.level, found.service.name(lang).to_owned(), found.provider.name(lang).to_owned()))
        });
        let Some((level, service, provider)) = needed else { return nothing() };
        let title = wizard.fill(Phrase::LevelNeeded, &[("level", level.code())]);
        let because = wizard.fill(Phrase::LevelBecause, &[("service", &service), ("provider", &provider)]);
        let meaning = (wizard.texts().choice)(Choice::Level(level)).hint;
        let meaning = format!("{meaning} {}", wizard.phrase(Phrase::LevelOpensLower));
        let words = [paragraph("level__title", title), paragraph("", because), paragraph("field__hint", meaning)];
        element("section", "level")
            .attr("aria-live", "polite")
            .child(element("span", "level__badge").attr("aria-hidden", "true").text(level.code()).view())
            .child(element("div", "").children(words).view())
            .view()
    })
}
