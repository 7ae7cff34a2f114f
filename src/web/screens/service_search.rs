//! The search in the catalogue, and the chosen services.

use leptos::prelude::*;

use super::question_words;
use crate::domain::catalogue::{Hit, Provider, Service};
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::Level;
use crate::domain::texts::Phrase;
use crate::web::dom::{Element, IntoChild, div, effect, li, p, span, ul};
use crate::web::kit::{ButtonKind, Combobox, ComboboxList, ComboboxOption, button, combobox, hint, sub_heading};
use crate::web::wizard::Wizard;

/// Maximum number of options in the list: few enough to rebuild with every letter; some show after scrolling.
const MAX_OPTIONS: usize = 8;

/// Prefix of a provider's OIN in the value of an option.
const PROVIDER: &str = "provider:";

/// The search box and the choices.
pub(super) fn search(wizard: Wizard, question: Question) -> Element {
    let place = Place::from(question);
    let is_whole = question == Question::Providers;
    let query = RwSignal::new(String::new());
    let is_fiscal = Memo::new(move |_| wizard.is_fiscal());
    let list = Memo::new(move |_| {
        let found =
            wizard.with_index(|index| query.with(|query| index.search(query, MAX_OPTIONS, is_fiscal.get(), is_whole)));
        let mut options: Vec<ComboboxOption> = Vec::new();
        for hit in found.hits {
            // Next to the options of its group; a whole provider once.
            if let Some(option) = option(wizard, hit, is_whole)
                && !options.iter().any(|other| other.value == option.value)
            {
                let beside = options.iter().rposition(|other| other.group == option.group);
                options.insert(beside.map_or(options.len(), |at| at + 1), option);
            }
        }
        let (shown, total) = (options.len(), found.total);
        let footer = if !is_whole && total > shown {
            wizard.fill(Phrase::SearchMore, &[("shown", &shown.to_string()), ("n", &total.to_string())])
        } else {
            String::new()
        };
        ComboboxList { options, total, footer }
    });
    let results = Memo::new(move |_| {
        let count = list.with(|list| list.total.to_string());
        if query.with(String::is_empty) { String::new() } else { wizard.fill(Phrase::SearchResults, &[("n", &count)]) }
    });
    effect(move || {
        let results = results.get();
        if !results.is_empty() {
            wizard.announce(results);
        }
    });
    let is_unofficial = wizard.with_facts(|facts| !facts.catalogue.is_official());
    let unofficial = is_unofficial.then(|| hint(wizard.phrase(Phrase::CatalogueUnofficial)));
    let mut words = question_words::words(wizard, place);
    wizard.phrase(Phrase::SearchLabel).clone_into(&mut words.label);
    if is_fiscal.get_untracked() {
        words.hint = Memo::new(move |_| wizard.phrase(Phrase::SearchHintFiscal).to_owned());
    }
    let search = Combobox {
        name: "purpose.search".to_owned(),
        words,
        list,
        nothing: wizard.phrase(Phrase::SearchNothing),
        query,
        on_choose: Callback::new(move |value: String| toggle(wizard, &value)),
        on_reach: Callback::new(move |index| list.with_untracked(|list| announce_option(wizard, list, index))),
    };
    div()
        .attr("data-place", question.code())
        .child(move || chosen(wizard, is_whole))
        .child(combobox(search))
        .child(unofficial)
}

/// Announces the option with this index, and where it is in the list.
fn announce_option(wizard: Wizard, list: &ComboboxList, index: usize) {
    if let Some(option) = list.options.get(index) {
        let (n, total) = ((index + 1).to_string(), list.options.len().to_string());
        let values = [("label", option.label.as_str()), ("n", n.as_str()), ("total", total.as_str())];
        wizard.announce(wizard.fill(Phrase::OptionOf, &values));
    }
}

/// An option: a service under its provider, or its whole provider.
fn option(wizard: Wizard, hit: Hit, is_whole: bool) -> Option<ComboboxOption> {
    let lang = wizard.lang();
    wizard.with_facts(|facts| {
        let (place, service) = match hit {
            Hit::Provider(place) => (place, None),
            Hit::Service(place, at) => (place, facts.catalogue.service_at(place, at)),
        };
        let provider = facts.catalogue.provider_at(place)?;
        let name = provider.name(lang);
        let (value, group, label, level) = match service.filter(|_| !is_whole) {
            Some(found) => {
                let level = found.service.level().code();
                (found.service.id().to_owned(), name.to_owned(), found.service.name(lang).to_owned(), level)
            }
            None => {
                let level = provider.highest_level().map(Level::code).unwrap_or_default();
                let label = wizard.fill(Phrase::AllServicesOf, &[("provider", name)]);
                (whole_provider(provider.oin()), String::new(), label, level)
            }
        };
        let is_chosen = wizard.with_draft(|draft| {
            let authorisation = &draft.purpose.authorisation;
            let chosen = if is_whole { &authorisation.providers } else { &authorisation.services };
            chosen.iter().any(|one| *one == value.strip_prefix(PROVIDER).unwrap_or(&value))
        });
        let detail = match service.filter(|_| is_whole) {
            Some(found) => found.service.name(lang).to_owned(),
            None => String::new(),
        };
        Some(ComboboxOption { value, group, label, detail, aside: level.to_owned(), is_chosen })
    })
}

/// Chooses a service or provider, or removes it if it was chosen. The level follows from the choice again.
fn toggle(wizard: Wizard, value: &str) {
    let name = name_of(wizard, value);
    let mut is_in = false;
    wizard.change(|draft| {
        let authorisation = &mut draft.purpose.authorisation;
        let (list, value) = match value.strip_prefix(PROVIDER) {
            Some(oin) => (&mut authorisation.providers, oin),
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

/// The choices, with their warnings.
fn chosen(wizard: Wizard, is_whole: bool) -> AnyView {
    let values: Vec<String> = wizard.with_draft(|draft| {
        let authorisation = &draft.purpose.authorisation;
        if is_whole {
            authorisation.providers.iter().map(|oin| whole_provider(oin)).collect()
        } else {
            authorisation.services.clone()
        }
    });
    if values.is_empty() {
        return None::<Element>.into_child();
    }
    let title = sub_heading().class("chosen__title").child(wizard.phrase(Phrase::Chosen));
    let rows = values.into_iter().map(|value| chosen_item(wizard, value)).collect::<Vec<_>>();
    (title, ul().class("chosen").child(rows)).into_child()
}

fn chosen_item(wizard: Wizard, value: String) -> Element {
    let name = name_of(wizard, &value);
    let (detail, warnings) = details(wizard, &value);
    let action = format!("remove:{value}");
    let remove = button(ButtonKind::Quiet, move || toggle(wizard, &value))
        .attr("data-action", action)
        .attr("aria-label", wizard.fill(Phrase::RemoveNamed, &[("name", &name)]))
        .child(wizard.phrase(Phrase::Remove));
    let words = div()
        .child(span().class("chosen__name").child(name))
        .child(span().class("chosen__detail").child(detail))
        .child(warnings.into_iter().map(|words| p().class("chosen__warning").child(words)).collect::<Vec<_>>());
    li().class("chosen__item").child(words).child(remove)
}

/// The value of the option for all services of a provider.
fn whole_provider(oin: &str) -> String {
    format!("{PROVIDER}{oin}")
}

/// Shown under a chosen service: its provider, level and warnings.
fn details(wizard: Wizard, value: &str) -> (String, Vec<String>) {
    let lang = wizard.lang();
    wizard.with_facts(|facts| match facts.catalogue.service(value) {
        Some(found) => {
            let detail = format!("{} · {}", found.provider.name(lang), found.service.level().code());
            (detail, warnings(wizard, std::slice::from_ref(found.service)))
        }
        None => {
            let provider = value.strip_prefix(PROVIDER).and_then(|oin| facts.catalogue.provider(oin));
            let level = provider.and_then(Provider::highest_level).map(Level::code).unwrap_or_default();
            let mut warnings = warnings(wizard, provider.map(Provider::services).unwrap_or_default());
            if let Some((service, lower)) = provider.and_then(Provider::strictest) {
                let values = [("service", service.name(lang)), ("level", level), ("lower", lower.code())];
                warnings.push(wizard.fill(Phrase::WarnStrictest, &values));
            }
            (level.to_owned(), warnings)
        }
    })
}

/// The warnings about these services, each once.
fn warnings(wizard: Wizard, services: &[Service]) -> Vec<String> {
    let mut warnings = Vec::new();
    if let [service] = services
        && service.level().has_ended()
    {
        warnings.push(wizard.fill(Phrase::WarnLevelEnded, &[("level", service.level().code())]));
    }
    if wizard.is_fiscal() {
        // Without a KvK number there are no branches and no sole proprietors.
        return warnings;
    }
    if services.iter().any(Service::refuses_branch) {
        warnings.push(wizard.phrase(Phrase::WarnRefusesBranch).to_owned());
    }
    if services.iter().any(Service::identifies_by_bsn) {
        warnings.push(wizard.phrase(Phrase::WarnBsn).to_owned());
    }
    warnings
}
