//! Checks the table of questions, row by row, against the draft, the texts and the cases.

use std::collections::BTreeSet;

use eherkenning_wizard::domain::application::{Application, Facts, Requirements};
use eherkenning_wizard::domain::draft::{DateDraft, Draft};
use eherkenning_wizard::domain::journey::{self, Addressee, Screen};
use eherkenning_wizard::domain::rules::{Control, Place, Question, Rule, TextControl};
use eherkenning_wizard::domain::scheme::{DocumentKind, Lang};
use eherkenning_wizard::domain::texts;
use eherkenning_wizard::domain::verdict::read_facts;
use serde_json::Value;

use crate::cases::{all, read};

/// Questions without a control: they only have problems, or a special view shows them.
const SPECIAL: &[Question] = &[
    Question::Representatives,
    Question::RepresentativeSigns,
    Question::FetchedAt,
    Question::FetchedFrom,
    Question::Documents,
    Question::Price,
    Question::Signature,
    Question::SignatureDrawing,
    Question::Format,
    Question::Id,
    Question::PreparedAt,
    Question::Partner,
];

/// Every readable application of the cases, with its facts.
fn applications() -> Vec<(Draft, Facts)> {
    let facts = |case: &crate::cases::Case| {
        let [offer, catalogue] = [("offers", &case.offer), ("catalogues", &case.catalogue)]
            .map(|(folder, name)| read(&format!("{folder}/{name}.json")));
        read_facts(offer.as_bytes(), catalogue.as_bytes(), case.today.as_bytes()).ok()
    };
    let read = |case: crate::cases::Case| Some((serde_json::from_str(&case.application).ok()?, facts(&case)?));
    all().into_iter().filter_map(read).collect()
}

/// The value at a place in the JSON of an application.
fn value_at(json: &Value, place: Place) -> Option<Value> {
    let path = place.to_string();
    if let Some(kind) = DocumentKind::of_question(place.question) {
        let of = path.splitn(3, '.').nth(2)?;
        let documents = json["documents"].as_array()?;
        return documents.iter().find(|one| one["kind"] == kind.code() && one["of"] == of).cloned();
    }
    // What the authorisation covers is next to its kind.
    let path = match place.question {
        Question::Services | Question::Providers => path.replace("purpose.", "purpose.authorisation."),
        _ => path,
    };
    json.pointer(&format!("/{}", path.replace('.', "/"))).cloned()
}

#[test]
fn every_question_has_a_place_in_the_application() {
    let jsons: Vec<Value> = applications().iter().map(|(draft, _)| serde_json::to_value(draft).unwrap()).collect();
    for question in Question::ALL {
        let is_there = jsons.iter().any(|json| value_at(json, (*question).into()).is_some());
        assert!(is_there, "{}: no application has this path", question.code());
    }
}

#[test]
fn every_width_has_a_style() {
    let sheet = include_str!("../../style/kit/text_field.css");
    for question in Question::ALL {
        if let Control::Text(TextControl { width: width @ 1.., .. }) = question.row().control {
            assert!(sheet.contains(&format!(".input--{width} ")), "{}: .input--{width}", question.code());
        }
    }
}

#[test]
fn every_question_has_words_in_both_languages() {
    for question in Question::ALL {
        for lang in Lang::ALL {
            let words = texts::question(*lang, *question, Addressee::default());
            assert!(!words.label.is_empty() && !words.short.is_empty(), "{} in {lang:?}", question.code());
        }
    }
}

#[test]
fn every_question_with_a_control_is_asked_on_its_screen_in_some_application() {
    let (mut asked, mut with_options) = (BTreeSet::new(), BTreeSet::new());
    for (draft, facts) in applications() {
        let requirements = Requirements::of(&draft, &facts);
        for screen in Screen::ALL {
            for place in journey::places(*screen, &requirements) {
                // The level is asked with the services if it does not follow from them.
                let is_early = place.question == Question::Level && *screen == Screen::Services;
                assert!(journey::screen_for(place) == *screen || is_early, "{place} on {screen:?}");
                asked.insert(place.question);
                if !journey::options(place.question, &facts, &requirements).is_empty() {
                    with_options.insert(place.question);
                }
            }
        }
    }
    for question in Question::ALL {
        let (control, code) = (question.row().control, question.code());
        assert_eq!(control == Control::None, SPECIAL.contains(question), "{code}: a control, or a view of its own");
        assert_eq!(control != Control::None, asked.contains(question), "{code}: asked in some application");
        let is_choice = matches!(control, Control::Choice | Control::Select);
        assert_eq!(is_choice, with_options.contains(question), "{code}: options, and a control for them");
    }
}

#[test]
fn an_answer_is_stored_at_the_path_of_its_place() {
    let mut seen = BTreeSet::new();
    for (draft, facts) in applications() {
        let requirements = Requirements::of(&draft, &facts);
        let places = Screen::ALL.iter().flat_map(|screen| journey::places(*screen, &requirements));
        for place in places {
            if seen.contains(&place.question) {
                continue;
            }
            let mut changed = draft.clone();
            let expected = match place.question.row().control {
                Control::Text(_) | Control::Country => {
                    changed.give(place, "given");
                    Value::from("given")
                }
                Control::Date { .. } => {
                    *changed.date_mut(place.question).unwrap() = DateDraft::from("2001-02-03");
                    Value::from("2001-02-03")
                }
                Control::Choice | Control::Select => {
                    let options = journey::options(place.question, &facts, &requirements);
                    let Some((code, _)) = options.last() else { continue };
                    changed.give(place, code);
                    assert_eq!(changed.answer(place), *code, "{place}");
                    code.parse().unwrap_or_else(|_| Value::from(code.as_str()))
                }
                Control::Search | Control::Consent | Control::Document | Control::None => continue,
            };
            let json = serde_json::to_value(&changed).unwrap();
            // Signatures are found by signatory, not by row.
            let found = match place.question {
                Question::TypedName => json.pointer("/signatures/0/typed_name").cloned(),
                _ => value_at(&json, place),
            };
            assert_eq!(found, Some(expected), "{place}");
            seen.insert(place.question);
        }
    }
    let is_given = |question: &&Question| {
        let others = [Control::Search, Control::Consent, Control::Document, Control::None];
        !others.contains(&question.row().control)
    };
    assert!(Question::ALL.iter().filter(is_given).all(|question| seen.contains(question)));
}

#[test]
fn only_an_optional_text_may_be_left_empty() {
    let mut seen = BTreeSet::new();
    for (draft, facts) in applications() {
        let requirements = Requirements::of(&draft, &facts);
        let places = Screen::ALL.iter().flat_map(|screen| journey::places(*screen, &requirements));
        // Signatures are checked when the application is sealed.
        let is_text = |place: &Place| {
            matches!(place.question.row().control, Control::Text(_)) && place.question != Question::TypedName
        };
        for place in places.filter(is_text).filter(|place| seen.insert(place.question)) {
            let mut changed = draft.clone();
            changed.give(place, "");
            let issues = Application::parse(&changed, &facts).err().unwrap_or_default();
            assert_eq!(issues.has(place, Rule::Required), !place.question.row().is_optional, "{place}");
        }
    }
}
