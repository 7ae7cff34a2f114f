//! One renderer for every kind of question. The kind is in the row of the question (`domain::rules::Question::row`).

use leptos::prelude::*;

use super::question_words::words;
use super::{document_slot, needed_level, service_search};
use crate::domain::draft::DateDraft;
use crate::domain::journey::{Choice, Screen};
use crate::domain::rules::{Control, Place, Question, TextControl};
use crate::domain::scheme::{Cents, Country, ExtractSource, SigningMethod};
use crate::domain::texts::{Phrase, append, money};
use crate::web::dom::{Element, IntoChild, a, keyed, p};
use crate::web::kit::{
    CheckBox, ChoiceField, ChoiceOption, DateField, SelectField, TextField, TextKind, check_box, choice_field,
    date_field, select_field, text_field,
};
use crate::web::wizard::Wizard;

/// The questions of a screen that apply, in order.
pub(super) fn questions(wizard: Wizard, screen: Screen) -> impl IntoChild {
    each_of(wizard, move || wizard.places(screen))
}

/// The questions at these places, in order; those that remain keep their focus.
pub(super) fn each_of(wizard: Wizard, places: impl Fn() -> Vec<Place> + Send + 'static) -> impl IntoChild {
    keyed(places, move |place| question(wizard, place))
}

/// A question with its control; `None` if it has none.
pub(super) fn question(wizard: Wizard, place: Place) -> Option<Element> {
    Some(match place.question.row().control {
        Control::Text(control) => text(wizard, place, control),
        Control::Date { is_birth } => date(wizard, place, is_birth),
        Control::Choice => choice(wizard, place),
        Control::Select => select(wizard, place, Memo::new(move |_| options(wizard, place))),
        Control::Country => select(wizard, place, Memo::new(move |_| countries(wizard))),
        Control::Search => service_search::search(wizard, place.question),
        Control::Consent => consent(wizard, place),
        Control::Document => document_slot::slot(wizard, place)?,
        Control::None => return None,
    })
}

fn answer(wizard: Wizard, place: Place) -> Memo<String> {
    Memo::new(move |_| wizard.answer(place))
}

fn leave(wizard: Wizard, place: Place) -> Callback<()> {
    Callback::new(move |()| wizard.leave(place))
}

fn text(wizard: Wizard, place: Place, control: TextControl) -> Element {
    let TextControl { keyboard, autocomplete, width, is_long } = control;
    text_field(TextField {
        name: place.to_string(),
        words: words(wizard, place),
        kind: TextKind { autocomplete, inputmode: keyboard.inputmode(), width, is_long },
        value: answer(wizard, place),
        on_input: Callback::new(move |text: String| wizard.give(place, &text)),
        on_leave: leave(wizard, place),
    })
}

fn date(wizard: Wizard, place: Place, is_birth: bool) -> Element {
    let value = Memo::new(move |_| {
        let parts = |date: &DateDraft| [date.day.clone(), date.month.clone(), date.year.clone()];
        wizard.with_draft(|draft| draft.date(place.question).map(parts).unwrap_or_default())
    });
    let on_input = move |(part, text): (usize, String)| {
        wizard.change(|draft| {
            if let Some(date) = draft.date_mut(place.question) {
                match (part, DateDraft::whole(&text)) {
                    (0, Some(whole)) => *date = whole,
                    (0, None) => date.day = text,
                    (1, _) => date.month = text,
                    _ => date.year = text,
                }
            }
        })
    };
    date_field(DateField {
        name: place.to_string(),
        words: words(wizard, place),
        labels: [Phrase::Day, Phrase::Month, Phrase::Year].map(|phrase| wizard.phrase(phrase)),
        is_birth,
        value,
        on_input: Callback::new(on_input),
        on_leave: leave(wizard, place),
    })
}

/// The options of a closed question as text, with their price if they have one.
fn options(wizard: Wizard, place: Place) -> Vec<ChoiceOption> {
    let lang = wizard.lang();
    let hands_over = wizard.waits_for_others()
        && wizard.with_facts(|facts| {
            wizard.with_requirements(|requirements| requirements.terms(facts).is_some_and(|terms| terms.handover))
        });
    let option = |(value, choice): (String, Choice)| {
        let words = (wizard.texts().choice)(choice);
        let mut hint = words.hint.to_owned();
        let mut aside = price_of(wizard, choice).map(|price| money(lang, price)).unwrap_or_default();
        if let Choice::Level(level) = choice
            && let Some((opens, price)) = needed_level::offered(wizard, level)
        {
            append(&mut hint, " ", &opens);
            aside = price;
        }
        if choice == Choice::SigningMethod(SigningMethod::Screen) && hands_over {
            wizard.phrase(Phrase::SignScreenOrElsewhere).clone_into(&mut hint);
        }
        ChoiceOption { value, label: words.label, hint, aside }
    };
    wizard.options(place.question).into_iter().map(option).collect()
}

fn price_of(wizard: Wizard, choice: Choice) -> Option<Cents> {
    wizard.with_facts(|facts| {
        let terms = wizard.with_requirements(|requirements| requirements.terms(facts))?;
        match choice {
            Choice::Years(years) => terms.terms.iter().find(|term| term.years == years).map(|term| term.price),
            Choice::IdentificationMethod(method) => {
                terms.identification.iter().find(|one| one.method == method).map(|one| one.price)
            }
            Choice::Bool(Question::Urgent, true) => facts.offer.urgent,
            Choice::ExtractSource(ExtractSource::Fetched) => facts.offer.extract.fetched,
            _ => None,
        }
    })
}

/// A closed question as rows.
pub(super) fn choice(wizard: Wizard, place: Place) -> Element {
    let value = Memo::new(move |_| match place.question {
        // The level that the services need is preselected.
        Question::Level => wizard
            .with_requirements(|requirements| requirements.level.map(|level| level.code().to_owned()))
            .unwrap_or_default(),
        _ => wizard.answer(place),
    });
    let on_choose = move |code: String| {
        wizard.give(place, &code);
        wizard.save();
    };
    choice_field(ChoiceField {
        name: place.to_string(),
        words: words(wizard, place),
        options: Memo::new(move |_| options(wizard, place)),
        value,
        on_choose: Callback::new(on_choose),
    })
}

fn select(wizard: Wizard, place: Place, options: Memo<Vec<ChoiceOption>>) -> Element {
    select_field(SelectField {
        name: place.to_string(),
        words: words(wizard, place),
        autocomplete: "off",
        prompt: wizard.phrase(Phrase::Choose),
        options,
        value: answer(wizard, place),
        on_choose: Callback::new(move |code: String| wizard.give(place, &code)),
        on_leave: leave(wizard, place),
    })
}

/// All countries by name, the Netherlands first.
fn countries(wizard: Wizard) -> Vec<ChoiceOption> {
    let (host, lang) = (wizard.host(), wizard.lang());
    let option = |country: Country| ChoiceOption {
        value: country.as_str().to_owned(),
        label: host.country_name(country.as_str(), lang),
        hint: String::new(),
        aside: String::new(),
    };
    let mut options = Country::all().map(option).collect::<Vec<_>>();
    options.sort_by(|one, other| (one.value != "NL", &one.label).cmp(&(other.value != "NL", &other.label)));
    options
}

fn consent(wizard: Wizard, place: Place) -> Element {
    let is_terms = place.question == Question::ConsentTerms;
    let address = wizard.with_facts(|facts| {
        let links = &facts.offer.links;
        if is_terms { links.terms.url.clone() } else { links.privacy.url.clone() }
    });
    let link = address.starts_with("https://").then(|| {
        let link = a().attr("href", address).attr("target", "_blank").attr("rel", "noopener noreferrer");
        let words = wizard.phrase(if is_terms { Phrase::TermsLink } else { Phrase::PrivacyLink });
        p().class("field__link").child(link.child(words))
    });
    check_box(CheckBox {
        name: place.to_string(),
        words: words(wizard, place),
        value: Memo::new(move |_| !wizard.answer(place).is_empty()),
        on_choose: Callback::new(move |is_agreed: bool| wizard.give(place, if is_agreed { "true" } else { "" })),
        more: link,
    })
}
