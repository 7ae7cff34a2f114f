//! One renderer for every kind of question; which kind a question is stands in a table.

use leptos::prelude::*;

use super::{data, purpose};
use crate::domain::draft::DateDraft;
use crate::domain::journey;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{Country, DocumentKind};
use crate::domain::texts::{Phrase, money};
use crate::web::kit::{
    CheckBox, ChoiceField, ChoiceOption, DateField, FieldText, FieldWords, SelectField, TextField, TextKind,
};
use crate::web::wizard::Wizard;

/// The words around a question: its own, and the error that may show.
pub(super) fn words(wizard: Wizard, place: Place) -> FieldWords {
    let text = move || (wizard.texts().question)(place.question);
    let label = Signal::derive(move || text().label.to_owned());
    let hint = Signal::derive(move || text().hint.to_owned());
    let optional = Signal::derive(move || match is_optional(place.question) {
        true => wizard.phrase(Phrase::Optional).to_owned(),
        false => String::new(),
    });
    let error = Memo::new(move |_| {
        let issue = wizard.issue_at(place)?;
        Some(FieldText { code: issue.rule.code(), text: wizard.sentence(&issue) })
    });
    let error_word = Signal::derive(move || wizard.phrase(Phrase::Error).to_owned());
    FieldWords { label, hint, optional, error: error.into(), error_word }
}

const fn is_optional(question: Question) -> bool {
    matches!(
        question,
        Question::Prefix | Question::RepresentativePrefix | Question::InvoiceEmail | Question::InvoiceReference
    )
}

/// The view of a question.
pub(super) fn question(wizard: Wizard, place: Place) -> AnyView {
    match place.question {
        Question::Services | Question::Providers => purpose::search(wizard, place.question),
        Question::BirthDate | Question::IdentityDocumentExpiresOn | Question::ExtractIssuedOn => date(wizard, place),
        Question::Country | Question::IdentityDocumentCountry => country(wizard, place),
        Question::ConsentTerms | Question::ConsentPrivacy => consent(wizard, place),
        Question::LegalForm | Question::RepresentativeCapacity => select(wizard, place),
        question if DocumentKind::of_question(question).is_some() => data::slot(wizard, place),
        question => match text_kind(question) {
            Some(kind) => text(wizard, place, kind),
            None => choice(wizard, place),
        },
    }
}

/// How a text question is typed; nothing for other kinds of question.
const fn text_kind(question: Question) -> Option<TextKind> {
    use Question as Q;
    let (autocomplete, inputmode, width, is_long) = match question {
        Q::DescribedServices => ("off", "text", 0, true),
        Q::OrganisationNumber => ("off", "numeric", 10, false),
        Q::BranchNumber => ("off", "numeric", 12, false),
        Q::OrganisationName => ("organization", "text", 0, false),
        Q::Street => ("section-organisation address-line1", "text", 0, false),
        Q::HouseNumber => ("off", "text", 6, false),
        Q::PostalCode => ("section-organisation postal-code", "text", 8, false),
        Q::City => ("section-organisation address-level2", "text", 20, false),
        Q::GivenNames => ("section-user given-name", "text", 0, false),
        Q::Prefix => ("off", "text", 10, false),
        Q::Surname => ("section-user family-name", "text", 0, false),
        Q::BirthPlace => ("off", "text", 20, false),
        Q::Email => ("section-user email", "email", 0, false),
        Q::Mobile => ("section-user tel", "tel", 16, false),
        Q::IdentityDocumentNumber => ("off", "text", 12, false),
        Q::RepresentativeGivenNames => ("off", "text", 0, false),
        Q::RepresentativePrefix => ("off", "text", 10, false),
        Q::RepresentativeSurname => ("off", "text", 0, false),
        Q::RepresentativeEmail => ("off", "email", 0, false),
        Q::RepresentativeMobile => ("off", "tel", 16, false),
        Q::InvoiceEmail => ("section-invoice email", "email", 0, false),
        Q::InvoiceReference => ("off", "text", 20, false),
        Q::TypedName => ("off", "text", 0, false),
        _ => return None,
    };
    Some(TextKind { autocomplete, inputmode, width, is_long })
}

pub(super) fn text(wizard: Wizard, place: Place, kind: TextKind) -> AnyView {
    let value = Memo::new(move |_| wizard.answer(place));
    view! {
        <TextField name=place.to_string() words=words(wizard, place) kind=kind value=value
            on_input=move |text: String| wizard.give(place, &text)
            on_leave=move |()| wizard.leave(place) />
    }
    .into_any()
}

/// The text question of a signature, which stands among special views.
pub(super) fn typed_name(wizard: Wizard, place: Place) -> AnyView {
    text(wizard, place, TextKind { autocomplete: "name", inputmode: "text", width: 0, is_long: false })
}

fn date(wizard: Wizard, place: Place) -> AnyView {
    let value = Memo::new(move |_| {
        let parts = |date: &DateDraft| [date.day.clone(), date.month.clone(), date.year.clone()];
        wizard.with_draft(|draft| draft.date(place.question).map(parts).unwrap_or_default())
    });
    let label = |phrase| Signal::derive(move || wizard.phrase(phrase).to_owned());
    let labels = [label(Phrase::Day), label(Phrase::Month), label(Phrase::Year)];
    view! {
        <DateField name=place.to_string() words=words(wizard, place) labels=labels
            is_birth={place.question == Question::BirthDate} value=value
            on_input=move |(part, text): (usize, String)| wizard.change(|draft| {
                if let Some(date) = draft.date_mut(place.question) {
                    match part {
                        0 => date.day = text,
                        1 => date.month = text,
                        _ => date.year = text,
                    }
                }
            })
            on_leave=move |()| wizard.leave(place) />
    }
    .into_any()
}

/// The options of a closed question, in words, with their price where they have one.
fn options(wizard: Wizard, place: Place) -> Vec<ChoiceOption> {
    let options = wizard.with_requirements(|requirements| journey::options(place.question, requirements));
    let lang = wizard.lang();
    options
        .into_iter()
        .map(|(value, choice)| {
            let words = (wizard.texts().choice)(choice);
            let price = wizard.with_requirements(|requirements| price_of(requirements, place.question, value));
            ChoiceOption {
                value: value.to_owned(),
                label: words.label.to_owned(),
                hint: words.hint.to_owned(),
                aside: price.map(|price| money(lang, price)).unwrap_or_default(),
            }
        })
        .collect()
}

fn price_of(
    requirements: &crate::domain::application::Requirements<'_>,
    question: Question,
    value: &str,
) -> Option<crate::domain::scheme::Cents> {
    let terms = requirements.terms?;
    match question {
        Question::TermYears => terms.terms.iter().find(|term| term.years.to_string() == value).map(|term| term.price),
        Question::IdentificationMethod => {
            terms.identification.iter().find(|one| one.method.code() == value).map(|one| one.price)
        }
        Question::Urgent if value == "true" => requirements.facts.offer.urgent,
        Question::ExtractSource if value == "fetched" => requirements.facts.offer.extract.fetched,
        _ => None,
    }
}

/// A closed question as rows.
pub(super) fn choice(wizard: Wizard, place: Place) -> AnyView {
    let value = Memo::new(move |_| match place.question {
        // The level that the services need is chosen until another is.
        Question::Level => wizard
            .with_requirements(|requirements| requirements.level.map(|level| level.code().to_owned()))
            .unwrap_or_default(),
        _ => wizard.answer(place),
    });
    let options = Memo::new(move |_| options(wizard, place));
    view! {
        <ChoiceField name=place.to_string() words=words(wizard, place) options=options value=value
            on_choose=move |code: String| { wizard.give(place, &code); wizard.keep(); } />
    }
    .into_any()
}

fn select(wizard: Wizard, place: Place) -> AnyView {
    let value = Memo::new(move |_| wizard.answer(place));
    let options = Memo::new(move |_| options(wizard, place));
    view! {
        <SelectField name=place.to_string() words=words(wizard, place) autocomplete="off"
            prompt=Signal::derive(move || wizard.phrase(Phrase::Choose).to_owned()) options=options value=value
            on_choose=move |code: String| wizard.give(place, &code)
            on_leave=move |()| wizard.leave(place) />
    }
    .into_any()
}

fn country(wizard: Wizard, place: Place) -> AnyView {
    let value = Memo::new(move |_| wizard.answer(place));
    let options = Memo::new(move |_| {
        let lang = wizard.lang();
        let host = wizard.host();
        let mut options: Vec<ChoiceOption> = Country::all()
            .map(|country| ChoiceOption {
                value: country.as_str().to_owned(),
                label: host.country_name(country.as_str(), lang),
                hint: String::new(),
                aside: String::new(),
            })
            .collect();
        options.sort_by(|one, other| (one.value != "NL", &one.label).cmp(&(other.value != "NL", &other.label)));
        options
    });
    view! {
        <SelectField name=place.to_string() words=words(wizard, place) autocomplete="off"
            prompt=Signal::derive(move || wizard.phrase(Phrase::Choose).to_owned()) options=options value=value
            on_choose=move |code: String| wizard.give(place, &code)
            on_leave=move |()| wizard.leave(place) />
    }
    .into_any()
}

fn consent(wizard: Wizard, place: Place) -> AnyView {
    let value = Memo::new(move |_| !wizard.answer(place).is_empty());
    let is_terms = place.question == Question::ConsentTerms;
    let address = wizard.with_facts(|facts| {
        let links = &facts.offer.links;
        if is_terms { links.terms.url.clone() } else { links.privacy.url.clone() }
    });
    let link = address.starts_with("https://").then(|| {
        let words = wizard.phrase(if is_terms { Phrase::TermsLink } else { Phrase::PrivacyLink });
        view! { <p class={"field__link"}><a href=address target="_blank" rel="noopener noreferrer">{words}</a></p> }
    });
    view! {
        <CheckBox name=place.to_string() words=words(wizard, place) value=value more=link.into_any()
            on_choose=move |is_agreed: bool| wizard.give(place, if is_agreed { "true" } else { "" }) />
    }
    .into_any()
}
