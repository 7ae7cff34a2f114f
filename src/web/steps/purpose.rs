//! Step 1: services searched in the catalogue, the level they need and why.

use std::sync::Arc;

use leptos::prelude::*;

use super::{frame, question};
use crate::domain::catalogue::{Hit, SearchIndex, Service};
use crate::domain::journey::Screen;
use crate::domain::rules::{Place, Question};
use crate::domain::texts::Phrase;
use crate::web::kit::{Combobox, ComboboxOption, FieldWords, Notice, NoticeKind};
use crate::web::wizard::{CatalogueState, Wizard};

/// The most options that the list shows.
const MOST_OPTIONS: usize = 12;

/// What comes before a provider's OIN in the value of an option.
const PROVIDER: &str = "provider:";

/// The screen on which services are chosen.
pub(super) fn services(wizard: Wizard) -> AnyView {
    wizard.want_catalogue();
    let state = move || {
        match wizard.catalogue() {
        CatalogueState::Waiting | CatalogueState::Loading => {
            view! { <p class={"field__hint"} role="status">{wizard.phrase(Phrase::CatalogueLoading)}</p> }.into_any()
        }
        CatalogueState::Here => ().into_any(),
        CatalogueState::Failed => view! {
            <Notice kind=NoticeKind::Warning is_spoken=true>
                <p>{wizard.phrase(Phrase::CatalogueFailed)}</p>
                <button type="button" class={"link"} data-action="retry:catalogue" on:click=move |_| wizard.want_catalogue()>
                    {wizard.phrase(Phrase::Retry)}
                </button>
            </Notice>
        }
        .into_any(),
    }
    };
    view! { {state} {move || (!matches!(wizard.catalogue(), CatalogueState::Waiting | CatalogueState::Loading)).then(|| frame::questions(wizard, Screen::Services))} {level(wizard)} }.into_any()
}

/// The search box, and what was chosen.
pub(super) fn search(wizard: Wizard, question: Question) -> AnyView {
    let place = Place::from(question);
    let with_providers = question == Question::Providers;
    let query = RwSignal::new(String::new());
    let index = Memo::new_with_compare(
        move |_| Arc::new(wizard.with_facts(|facts| SearchIndex::new(&facts.catalogue))),
        |_, _| true,
    );
    let is_fiscal = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.is_fiscal()));
    let options = Memo::new(move |_| {
        let hits =
            index.with(|index| query.with(|query| index.search(query, MOST_OPTIONS, is_fiscal.get(), with_providers)));
        hits.into_iter().filter_map(|hit| option(wizard, hit)).collect::<Vec<_>>()
    });
    let words = FieldWords {
        label: Signal::derive(move || wizard.phrase(Phrase::SearchLabel).to_owned()),
        hint: Signal::derive(move || wizard.phrase(Phrase::SearchHint).to_owned()),
        ..question::words(wizard, place)
    };
    let count = Memo::new(move |_| options.with(Vec::len));
    Effect::new(move |was: Option<usize>| {
        let count = count.get();
        if was.is_some() && was != Some(count) && !query.with_untracked(String::is_empty) {
            wizard.announce(wizard.fill(Phrase::SearchResults, &[("n", &count.to_string())]));
        }
        count
    });
    let unofficial = wizard.with_facts(|facts| !facts.catalogue.is_official()).then(|| {
        view! { <p class={"field__hint"}>{wizard.phrase(Phrase::CatalogueUnofficial)}</p> }
    });
    view! {
        <div data-place=question.code()>
            <Combobox name="purpose.search".to_owned() words=words options=options query=query
                nothing=Signal::derive(move || wizard.phrase(Phrase::SearchNothing).to_owned())
                on_choose=move |value: String| toggle(wizard, &value) />
            {unofficial}
            {move || chosen(wizard, with_providers)}
        </div>
    }
    .into_any()
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
        return view! { <p class={"field__hint"}>{wizard.phrase(Phrase::NothingChosen)}</p> }.into_any();
    }
    let rows = values.into_iter().map(|value| {
        let name = name_of(wizard, &value);
        let (detail, warnings) = details(wizard, &value);
        let remove = wizard.fill(Phrase::RemoveNamed, &[("name", &name)]);
        let warnings = warnings.into_iter().map(|words| view! { <p class={"chosen__warning"}>{words}</p> }).collect_view();
        let action = format!("remove:{value}");
        view! {
            <li class={"chosen__item"}>
                <div>
                    <span class={"chosen__name"}>{name}</span>
                    <span class={"chosen__detail"}>{detail}</span>
                    {warnings}
                </div>
                <button type="button" class={"button button--quiet"} data-action=action aria-label=remove.clone()
                    on:click=move |_| toggle(wizard, &value)>{remove.split_whitespace().next().unwrap_or_default().to_owned()}</button>
            </li>
        }
        .into_any()
    }).collect_view();
    view! {
        <h3 class={"chosen__title"}>{wizard.phrase(Phrase::Chosen)}</h3>
        <ul class={"chosen"}>{rows}</ul>
    }
    .into_any()
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
    let needed = Memo::new(move |_| wizard.with_requirements(|requirements| requirements.needed.clone()));
    (move || {
        let needed = needed.get()?;
        let lang = wizard.lang();
        let (service, provider) = wizard.with_facts(|facts| {
            let found = facts.catalogue.service(&needed.service)?;
            Some((found.service.name(lang).to_owned(), found.provider.name(lang).to_owned()))
        })?;
        let level = needed.level.code();
        let title = wizard.fill(Phrase::LevelNeeded, &[("level", level)]);
        let because = wizard.fill(Phrase::LevelBecause, &[("service", &service), ("provider", &provider)]);
        let meaning = (wizard.texts().choice)(crate::domain::texts::Choice::Level(needed.level)).hint;
        Some(view! {
            <section class={"level"} aria-live="polite">
                <span class={"level__badge"} aria-hidden="true">{level}</span>
                <div>
                    <p class={"level__title"}>{title}</p>
                    <p>{because}</p>
                    <p class={"field__hint"}>{format!("{meaning} {}", wizard.phrase(Phrase::LevelOpensLower))}</p>
                </div>
            </section>
        })
    })
    .into_any()
}
