//! Every sentence exists in both languages, says what to do, and takes the same values.

use std::collections::BTreeSet;

use eherkenning_wizard::domain::draft::Draft;
use eherkenning_wizard::domain::journey::{Addressee, Choice, Screen, Step};
use eherkenning_wizard::domain::rules::{Issue, Place, Question, Rule};
use eherkenning_wizard::domain::scheme::{
    AuthorisationKind, Authority, Capacity, Cents, Country, Date, DocumentKind, ExtractSource, FormRoute,
    IdentificationMethod, IdentifierKind, IdentityDocumentKind, Lang, LegalForm, Level, Means, PaymentMethod,
    SigningMethod,
};
use eherkenning_wizard::domain::texts::{self, Phrase, fill, money, size, texts};

/// Rules whose sentence names their value.
const WITH_LIMIT: &[Rule] = &[
    Rule::TooLong,
    Rule::LevelTooLow,
    Rule::ServiceNotForRoute,
    Rule::AuthorisationTooNarrow,
    Rule::ServiceRefusesBranch,
    Rule::IdentityDocumentExpiresSoon,
    Rule::TermTooLong,
    Rule::TooManyRepresentatives,
    Rule::UserTooYoung,
    Rule::LimitedNotAllowed,
    Rule::LimitedNeedsMore,
    Rule::SignatoriesTooFew,
    Rule::ExtractsTooFew,
    Rule::ExtractTooOld,
    Rule::PriceDiffers,
    Rule::DocumentTooMany,
    Rule::DocumentType,
    Rule::DocumentTooLarge,
    Rule::DocumentsTooLarge,
    Rule::DocumentTooSmall,
    Rule::FieldUnknown,
    Rule::FormatUnknown,
];

/// Questions for which yes and no have texts of their own.
const SPOKEN: &[Question] = &[
    Question::UserIsApplicant,
    Question::UserEmployed,
    Question::RepresentativeIsUser,
    Question::FewerSuffice,
    Question::RepresentedByCompany,
    Question::AuthorisationsManager,
    Question::RestrictedToBranch,
    Question::Urgent,
];

fn choices() -> Vec<Choice> {
    fn all<T: Copy>(values: &[T], choice: fn(T) -> Choice) -> impl Iterator<Item = Choice> {
        values.iter().map(move |value| choice(*value))
    }
    let mut choices: Vec<Choice> = [1, 2, 5, 7].map(Choice::Years).into();
    choices.extend(Question::ALL.iter().flat_map(|one| [true, false].map(|value| Choice::Bool(*one, value))));
    choices.extend(all(Level::ALL, Choice::Level));
    choices.extend(all(AuthorisationKind::ALL, Choice::AuthorisationKind));
    choices.extend(all(IdentifierKind::ALL, Choice::IdentifierKind));
    choices.extend(all(LegalForm::ALL, Choice::LegalForm));
    choices.extend(all(Capacity::ALL, Choice::Capacity));
    choices.extend(all(Authority::ALL, Choice::Authority));
    choices.extend(all(Means::ALL, Choice::Means));
    choices.extend(all(PaymentMethod::ALL, Choice::PaymentMethod));
    choices.extend(all(IdentificationMethod::ALL, Choice::IdentificationMethod));
    choices.extend(all(IdentityDocumentKind::ALL, Choice::IdentityDocumentKind));
    choices.extend(all(ExtractSource::ALL, Choice::ExtractSource));
    choices.extend(all(SigningMethod::ALL, Choice::SigningMethod));
    choices.extend(all(FormRoute::ALL, Choice::FormRoute));
    choices
}

#[test]
fn a_term_states_its_number_of_years() {
    let labels = |lang| [1, 5, 7].map(|years| (texts(lang).choice)(Choice::Years(years)).label);
    assert_eq!(labels(Lang::Nl), ["1 jaar", "5 jaar", "7 jaar"]);
    assert_eq!(labels(Lang::En), ["1 year", "5 years", "7 years"]);
}

/// A sentence, with its origin and whether it may be empty.
struct Sentence {
    of: String,
    text: &'static str,
    may_be_empty: bool,
}

/// Addressees for whom questions may have texts of their own.
fn addressees() -> Vec<Addressee<'static>> {
    let numbers = [None, Some(IdentifierKind::Kvk), Some(IdentifierKind::Fiscal)];
    let countries = || Country::all().map(|country| country.as_str()).chain([""]);
    let with = |identifier| {
        let abroad = countries().map(move |country| (country, None));
        let forms = LegalForm::ALL.iter().map(|form| ("", Some(*form)));
        let addressee =
            move |(country, legal_form)| Addressee { identifier, legal_form, country, document_country: country };
        abroad.chain(forms).map(addressee)
    };
    numbers.into_iter().flat_map(with).collect()
}

/// Every question, and once more for each addressee for whom a language has other texts.
fn questions() -> Vec<(Question, Addressee<'static>)> {
    let mut questions = Vec::new();
    for question in Question::ALL {
        let words = |to| Lang::ALL.iter().map(move |lang| texts::question(*lang, *question, to)).collect::<Vec<_>>();
        let mut said = Vec::new();
        for to in addressees() {
            if !said.contains(&words(to)) {
                said.push(words(to));
                questions.push((*question, to));
            }
        }
    }
    questions
}

/// Every sentence of a language, in the same order for all languages.
fn sentences(lang: Lang) -> Vec<Sentence> {
    let texts = texts(lang);
    let mut sentences = Vec::new();
    let mut add = |of: String, text: &'static str, may_be_empty: bool| {
        sentences.push(Sentence { of, text, may_be_empty });
    };
    for (question, to) in questions() {
        let words = texts::question(lang, question, to);
        add(format!("{question:?} label {to:?}"), words.label, false);
        add(format!("{question:?} hint {to:?}"), words.hint, true);
        add(format!("{question:?} required {to:?}"), words.required, false);
        add(format!("{question:?} short {to:?}"), words.short, false);
    }
    for screen in Screen::ALL {
        let words = (texts.screen)(*screen);
        add(format!("{screen:?} title"), words.title, false);
        add(format!("{screen:?} intro"), words.intro, true);
        add(format!("{screen:?} more"), words.more, true);
        add(format!("{screen:?} more_text"), words.more_text, true);
    }
    for step in Step::ALL {
        add(format!("{step:?}"), (texts.step)(*step), false);
    }
    for choice in choices() {
        let words = (texts.choice)(choice);
        add(format!("{choice:?} label"), words.label.leak(), false);
        add(format!("{choice:?} hint"), words.hint, true);
    }
    for rule in Rule::ALL {
        add(format!("{rule:?}"), (texts.rule)(*rule), false);
    }
    for phrase in Phrase::ALL {
        add(format!("{phrase:?}"), (texts.phrase)(*phrase), false);
    }
    let welcome = texts.welcome;
    for (of, text) in [
        ("title", welcome.title),
        ("intro", welcome.intro),
        ("example", welcome.example),
        ("need", welcome.need),
        ("time", welcome.time),
        ("time_text", welcome.time_text),
        ("cost", welcome.cost),
        ("cost_text", welcome.cost_text),
        ("privacy", welcome.privacy),
        ("privacy_text", welcome.privacy_text),
        ("digid", welcome.digid),
        ("begin", welcome.begin),
        ("waiting", welcome.waiting),
        ("failed", welcome.failed),
        ("other_language", welcome.other_language),
        ("help", welcome.help),
    ]
    .into_iter()
    .chain(welcome.needs.map(|need| ("needs", need)))
    {
        add(format!("welcome {of}"), text, false);
    }
    let redactor = texts::redactor(lang);
    for (of, text) in [
        ("title", redactor.title),
        ("intro", redactor.intro),
        ("preset", redactor.preset),
        ("align", redactor.align),
        ("frame", redactor.frame),
        ("turn", redactor.turn),
        ("tilt", redactor.tilt),
        ("cover", redactor.cover),
        ("board", redactor.board),
        ("mask", redactor.mask),
        ("place", redactor.place),
        ("keys", redactor.keys),
        ("bsn", redactor.bsn),
        ("add", redactor.add),
        ("remove", redactor.remove),
        ("undo", redactor.undo),
        ("redo", redactor.redo),
        ("closer", redactor.closer),
        ("farther", redactor.farther),
        ("check", redactor.check),
        ("covered", redactor.covered),
        ("absent", redactor.absent),
        ("open", redactor.open),
        ("accept", redactor.accept),
        ("back", redactor.back),
        ("watermark", redactor.watermark),
    ] {
        add(format!("redactor: {of}"), text, false);
    }
    for text in redactor.presets.into_iter().chain(redactor.zones) {
        add("redactor: presets and zones".to_owned(), text, false);
    }
    for month in texts.months {
        add("month".to_owned(), month, false);
    }
    sentences
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(key, _)| key)).collect()
}

#[test]
fn required_texts_are_not_empty() {
    for lang in Lang::ALL {
        for Sentence { of, text, may_be_empty } in sentences(*lang) {
            assert!(may_be_empty || !text.is_empty(), "{lang:?}: {of} is empty");
            assert_eq!(text.trim(), text, "{lang:?}: {of} has spaces around it");
        }
    }
}

#[test]
fn both_languages_take_the_same_values_and_have_the_same_texts() {
    for (dutch, english) in sentences(Lang::Nl).into_iter().zip(sentences(Lang::En)) {
        assert_eq!(placeholders(dutch.text), placeholders(english.text), "{}", dutch.of);
        if dutch.of.ends_with("more") || dutch.of.ends_with("more_text") {
            assert_eq!(dutch.text.is_empty(), english.text.is_empty(), "{}", dutch.of);
        }
    }
}

#[test]
fn no_sentence_has_markup() {
    for lang in Lang::ALL {
        for Sentence { of, text, .. } in sentences(*lang) {
            assert!(!text.contains('<') && !text.contains('&'), "{lang:?}: {of}: {text}");
        }
    }
}

#[test]
fn only_disclosures_have_several_paragraphs() {
    for lang in Lang::ALL {
        for Sentence { of, text, .. } in sentences(*lang) {
            assert!(of.ends_with("more_text") || !text.contains('\n'), "{lang:?}: {of}: {text}");
        }
    }
}

#[test]
fn a_disclosure_has_both_a_summary_and_a_text() {
    for lang in Lang::ALL {
        for screen in Screen::ALL {
            let words = (texts(*lang).screen)(*screen);
            assert_eq!(words.more.is_empty(), words.more_text.is_empty(), "{lang:?}: {screen:?}");
        }
    }
}

#[test]
fn screen_titles_are_all_different() {
    for lang in Lang::ALL {
        let titles: BTreeSet<&str> = Screen::ALL.iter().map(|screen| (texts(*lang).screen)(*screen).title).collect();
        assert_eq!(titles.len(), Screen::ALL.len(), "{lang:?}");
    }
}

#[test]
fn an_error_says_what_to_do_and_not_just_that_something_is_wrong() {
    for lang in Lang::ALL {
        let rules = Rule::ALL.iter().map(|rule| (texts(*lang).rule)(*rule));
        let required = questions().into_iter().map(|(question, to)| texts::question(*lang, question, to).required);
        for text in rules.chain(required) {
            let lower = text.to_lowercase();
            assert!(!["ongeldig", "onjuist", "invalid", "incorrect"].iter().any(|word| lower.contains(word)), "{text}");
            assert!(text.ends_with('.'), "{lang:?}: {text}");
        }
    }
}

#[test]
fn a_sentence_of_a_rule_names_only_its_limit() {
    for lang in Lang::ALL {
        for rule in Rule::ALL {
            let found = placeholders((texts(*lang).rule)(*rule));
            let wanted: BTreeSet<&str> = WITH_LIMIT.contains(rule).then_some("limit").into_iter().collect();
            assert_eq!(found, wanted, "{lang:?}: {rule:?}");
        }
    }
}

#[test]
fn only_phrases_and_rules_take_values() {
    for sentence in sentences(Lang::Nl) {
        let of = &sentence.of;
        let is_fixed = [" label", " hint", " required", " short", " title", " more"];
        // Filled in where a question is shown.
        let is_days = of.starts_with("ExtractIssuedOn hint");
        if is_days {
            assert_eq!(placeholders(sentence.text), BTreeSet::from(["days"]));
        } else if is_fixed.iter().any(|end| of.contains(end)) {
            assert!(placeholders(sentence.text).is_empty(), "{of}: {}", sentence.text);
        }
        // What the frame of a screen fills in.
        if of.ends_with(" intro") {
            assert!(placeholders(sentence.text).is_subset(&BTreeSet::from(["months"])), "{of}: {}", sentence.text);
        }
    }
}

#[test]
fn yes_and_no_say_what_they_mean_if_that_matters() {
    for lang in Lang::ALL {
        let texts = texts(*lang);
        for question in SPOKEN {
            for value in [true, false] {
                let words = (texts.choice)(Choice::Bool(*question, value));
                assert!(
                    !["Ja", "Nee", "Yes", "No"].contains(&words.label.as_str()) || !words.hint.is_empty(),
                    "{lang:?}: {question:?} {value}"
                );
            }
        }
    }
}

#[test]
fn filled_in_values_are_not_filled_in_again() {
    assert_eq!(fill("Stap {n} van {total}", &[("n", "2"), ("total", "5")]), "Stap 2 van 5");
    assert_eq!(fill("{name} toegevoegd", &[("name", "{n}.pdf"), ("n", "7")]), "{n}.pdf toegevoegd");
    assert_eq!(fill("{unknown} {n}", &[("n", "1")]), "{unknown} 1");
    assert_eq!(fill("een { en een }", &[("n", "1")]), "een { en een }");
    assert_eq!(fill("", &[]), "");
}

#[test]
fn amounts_are_written_as_each_language_does() {
    assert_eq!(money(Lang::Nl, Cents(123_450)), "€\u{a0}1.234,50");
    assert_eq!(money(Lang::En, Cents(123_450)), "€1,234.50");
    assert_eq!(money(Lang::Nl, Cents(5)), "€\u{a0}0,05");
    assert_eq!(money(Lang::Nl, Cents(-99)), "€\u{a0}-0,99");
    assert_eq!(money(Lang::En, Cents(-100_000_000)), "-€1,000,000.00");
    assert_eq!(money(Lang::Nl, Cents(99_999)), "€\u{a0}999,99");
}

#[test]
fn sizes_are_written_as_each_language_does() {
    const MEGABYTE: u64 = 1024 * 1024;
    assert_eq!(size(Lang::Nl, MEGABYTE * 18 / 10), "1,8\u{a0}MB");
    assert_eq!(size(Lang::En, MEGABYTE * 18 / 10), "1.8\u{a0}MB");
    assert_eq!(size(Lang::Nl, MEGABYTE * 10), "10\u{a0}MB");
    assert_eq!(size(Lang::Nl, 1024 * 350), "350\u{a0}kB");
    assert_eq!(size(Lang::Nl, 1), "1\u{a0}kB");
    assert_eq!(size(Lang::En, 1024 * 1023), "1\u{a0}MB");
    assert!(size(Lang::En, u64::MAX).ends_with("MB"));
}

#[test]
fn dates_are_written_in_full() {
    let written = |lang| Date::parse_parts("23", "11", "2026").map(|date| texts::date(texts(lang), &date));
    assert_eq!(written(Lang::Nl), Ok("23 november 2026".to_owned()));
    assert_eq!(written(Lang::En), Ok("23 November 2026".to_owned()));
}

#[test]
fn the_question_for_a_number_follows_the_chosen_kind() {
    let number = |lang, identifier| {
        texts::question(lang, Question::OrganisationNumber, Addressee { identifier, ..Addressee::default() })
    };
    assert_eq!(number(Lang::Nl, Some(IdentifierKind::Kvk)).label, "KVK-nummer");
    assert_eq!(number(Lang::En, Some(IdentifierKind::Fiscal)).label, "Tax reference number");
    for lang in Lang::ALL {
        let words = number(*lang, Some(IdentifierKind::Kvk));
        assert!(words.hint.contains("69599084"), "{words:?}");
        assert!(!words.required.contains("fisca") && !words.required.contains("tax"), "{words:?}");
        assert_eq!(words, number(*lang, None));
    }
}

#[test]
fn both_languages_have_special_texts_for_the_same_addressees() {
    for question in Question::ALL {
        for to in addressees() {
            let usual = |lang: &Lang| texts::question(*lang, *question, Addressee::default());
            let differs = |lang: &Lang| texts::question(*lang, *question, to) != usual(lang);
            let different: Vec<bool> = Lang::ALL.iter().map(differs).collect();
            assert!(different.iter().all(|one| *one == different[0]), "{question:?} for {to:?}: {different:?}");
        }
    }
}

#[test]
fn without_a_kvk_number_nobody_is_sent_to_an_extract() {
    let asked = [
        Question::RepresentativeIsUser,
        Question::RepresentativeCapacity,
        Question::RepresentativeAuthority,
        Question::OrganisationNumber,
        Question::OrganisationName,
        Question::LegalForm,
    ];
    let fiscal = Addressee { identifier: Some(IdentifierKind::Fiscal), ..Addressee::default() };
    for lang in Lang::ALL {
        for question in asked {
            let words = texts::question(*lang, question, fiscal);
            for text in [words.label, words.hint, words.required, words.short] {
                let lower = text.to_lowercase();
                assert!(
                    !["uittreksel", "extract", "kvk"].iter().any(|word| lower.contains(word)),
                    "{question:?}: {text}"
                );
            }
        }
    }
}

#[test]
fn a_missing_document_is_named() {
    let documents = Question::ALL.iter().filter(|question| DocumentKind::of_question(**question).is_some());
    let documents: Vec<Place> = documents.map(|question| Place::from(*question)).collect();
    for lang in Lang::ALL {
        let say = |place: &Place| {
            let issue = Issue { place: *place, rule: Rule::DocumentMissing, limit: String::new() };
            texts::sentence(*lang, &issue, Addressee::default())
        };
        let sentences: BTreeSet<String> = documents.iter().map(say).collect();
        assert_eq!(sentences.len(), documents.len(), "{lang:?}: {sentences:?}");
    }
}

#[test]
fn only_a_day_of_birth_may_be_unknown() {
    for lang in Lang::ALL {
        let say = |question: Question| {
            let issue = Issue { place: question.into(), rule: Rule::DateIncomplete, limit: String::new() };
            texts::sentence(*lang, &issue, Addressee::default())
        };
        assert!(say(Question::BirthDate).contains("00"));
        for (question, end) in [(Question::IdentityDocumentExpiresOn, "31 12 9999"), (Question::ExtractIssuedOn, "")] {
            let sentence = say(question);
            assert!(sentence.contains(end) && !sentence.contains("00"), "{lang:?}: {sentence}");
        }
    }
}

#[test]
fn an_option_of_a_select_fits_a_phone() {
    let choices = LegalForm::ALL.iter().map(|form| Choice::LegalForm(*form));
    for choice in choices.chain(Capacity::ALL.iter().map(|capacity| Choice::Capacity(*capacity))) {
        for lang in Lang::ALL {
            let label = (texts(*lang).choice)(choice).label;
            assert!(label.chars().count() <= 33, "{label}");
        }
    }
}

#[test]
fn texts_know_the_country_and_the_legal_form() {
    let mut draft = Draft::default();
    draft.organisation.address.country = "BE".to_owned();
    draft.organisation.legal_form = Some(LegalForm::PublicBody);
    let to = Addressee::of(&draft);
    assert_eq!((to.country, to.legal_form), ("BE", Some(LegalForm::PublicBody)));
}

#[test]
fn proof_of_authority_is_named_as_what_it_is() {
    let label = |legal_form| {
        let to = Addressee { legal_form, ..Addressee::default() };
        texts::question(Lang::Nl, Question::AuthorityEvidence, to).label
    };
    assert_eq!(label(Some(LegalForm::PublicBody)), "Mandaatbesluit en eigen verklaring");
    assert_eq!(label(Some(LegalForm::ReligiousOrganisation)), "Notulen van de benoeming");
    assert_eq!(label(Some(LegalForm::Foundation)), label(None));
}

#[test]
fn capacity_and_authority_are_not_only_on_an_extract() {
    for question in [Question::RepresentativeCapacity, Question::RepresentativeAuthority] {
        let label = texts::question(Lang::Nl, question, Addressee::default()).label;
        assert!(!label.contains("uittreksel"), "{label}");
    }
}
