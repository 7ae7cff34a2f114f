//! One renderer for every kind of question; which kind a question is stands in a table.

use leptos::prelude::*;

use super::{data, purpose};
use crate::domain::draft::DateDraft;
use crate::domain::journey;
use crate::domain::rules::{Place, Question};
use crate::domain::scheme::{Country, DocumentKind};
use crate::domain::texts::{Phrase, money};
use crate::web::dom::{Element, IntoChild, a, keyed, p};
use crate::web::kit::{
    CheckBox, ChoiceField, ChoiceOption, DateField, FieldError, FieldWords, SelectField, TextField, TextKind,
    check_box, choice_field, date_field, select_field, text_field,
};
use crate::web::wizard::Wizard;

/// The words around a question: its own, and the error that may show.
pub(super) fn words(wizard: Wizard, place: Place) -> FieldWords {
    let words = wizard.question(place.question);
    let optional = if is_optional(place.question) { wizard.phrase(Phrase::Optional) } else { "" };
    let error = Memo::new(move |_| {
        let issue = wizard.issue_at(place)?;
        Some(FieldError { code: issue.rule.code(), text: wizard.sentence(&issue) })
    });
    FieldWords {
        label: words.label.to_owned(),
        hint: words.hint.to_owned(),
        optional: optional.to_owned(),
        error: error.into(),
        error_word: wizard.phrase(Phrase::Error).to_owned(),
    }
}

const fn is_optional(question: Question) -> bool {
    matches!(
        question,
        Question::Prefix | Question::RepresentativePrefix | Question::InvoiceEmail | Question::InvoiceReference
    )
}

/// The questions at these places, in order; those that stay keep their focus.
pub(super) fn each_of(wizard: Wizard, places: impl Fn() -> Vec<Place> + Send + 'static) -> impl IntoChild {
    keyed(places, move |place| question(wizard, place))
}

/// A question with its control.
pub(super) fn question(wizard: Wizard, place: Place) -> Element {
    match place.question {
        Question::Services | Question::Providers => purpose::search(wizard, place.question),
        Question::BirthDate | Question::IdentityDocumentExpiresOn | Question::ExtractIssuedOn => date(wizard, place),
        Question::Country | Question::IdentityDocumentCountry => {
            select(wizard, place, Memo::new(move |_| countries(wizard)))
        }
        Question::ConsentTerms | Question::ConsentPrivacy => consent(wizard, place),
        Question::LegalForm | Question::RepresentativeCapacity => {
            select(wizard, place, Memo::new(move |_| options(wizard, place)))
        }
        question => match (DocumentKind::of_question(question), text_kind(question)) {
            (Some(kind), _) => data::slot(wizard, place, kind),
            (None, Some(kind)) => text(wizard, place, kind),
            (None, None) => choice(wizard, place),
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

fn answer(wizard: Wizard, place: Place) -> Signal<String> {
    Memo::new(move |_| wizard.answer(place)).into()
}

fn leave(wizard: Wizard, place: Place) -> Callback<()> {
    Callback::new(move |()| wizard.leave(place))
}

fn text(wizard: Wizard, place: Place, kind: TextKind) -> Element {
    text_field(TextField {
        name: place.to_string(),
        words: words(wizard, place),
        kind,
        value: answer(wizard, place),
        on_input: Callback::new(move |text: String| wizard.give(place, &text)),
        on_leave: leave(wizard, place),
    })
}

/// The text question of a signature, which stands among special views.
pub(super) fn typed_name(wizard: Wizard, place: Place) -> Element {
    text(wizard, place, TextKind { autocomplete: "name", inputmode: "text", width: 0, is_long: false })
}

fn date(wizard: Wizard, place: Place) -> Element {
    let value = Memo::new(move |_| {
        let parts = |date: &DateDraft| [date.day.clone(), date.month.clone(), date.year.clone()];
        wizard.with_draft(|draft| draft.date(place.question).map(parts).unwrap_or_default())
    });
    let on_input = move |(part, text): (usize, String)| {
        wizard.change(|draft| {
            if let Some(date) = draft.date_mut(place.question) {
                match part {
                    0 => date.day = text,
                    1 => date.month = text,
                    _ => date.year = text,
                }
            }
        })
    };
    date_field(DateField {
        name: place.to_string(),
        words: words(wizard, place),
        labels: [Phrase::Day, Phrase::Month, Phrase::Year].map(|phrase| wizard.phrase(phrase)),
        is_birth: place.question == Question::BirthDate,
        value: value.into(),
        on_input: Callback::new(on_input),
        on_leave: leave(wizard, place),
    })
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
pub(super) fn choice(wizard: Wizard, place: Place) -> Element {
    let value = Memo::new(move |_| match place.question {
        // The level that the services need is chosen until another is.
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
        options: Memo::new(move |_| options(wizard, place)).into(),
        value: value.into(),
        on_choose: Callback::new(on_choose),
    })
}

fn select(wizard: Wizard, place: Place, options: Memo<Vec<ChoiceOption>>) -> Element {
    select_field(SelectField {
        name: place.to_string(),
        words: words(wizard, place),
        autocomplete: "off",
        prompt: wizard.phrase(Phrase::Choose),
        options: options.into(),
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
        value: Memo::new(move |_| !wizard.answer(place).is_empty()).into(),
        on_choose: Callback::new(move |is_agreed: bool| wizard.give(place, if is_agreed { "true" } else { "" })),
        more: link,
    })
}
