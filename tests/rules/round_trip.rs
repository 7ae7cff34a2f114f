//! Properties of applications for any answers.

use std::collections::BTreeSet;

use eherkenning_wizard::domain::application::{Application, Facts, Requirements, SignedApplication};
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::draft::{DateDraft, Draft, SignatureDraft};
use eherkenning_wizard::domain::journey::{Journey, places};
use eherkenning_wizard::domain::rules::{Issues, Place, Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, Lang, Level, Means, PaymentMethod};
use proptest::prelude::*;

use crate::common::{SERVICE_EH2_PLUS, SERVICE_EH3, facts, seal, sole_director};
use crate::starts::{SERVICE_TAX, all, board};

/// Text as a person might type it in the fields of an address and a name.
fn name() -> impl Strategy<Value = String> {
    "[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ' .-]{0,30}"
}

prop_compose! {
    /// Valid answers, typed in many ways.
    fn valid()(
        (start, lang, partner) in (0..all().len(), any::<bool>(), "[a-z]{0,10}"),
        (given_names, prefix, surname) in (name(), prop_oneof![Just(String::new()), "[a-z]{1,10}"], name()),
        (city, street, birth_place) in (name(), name(), name()),
        house_number in "[1-9][0-9]{0,3}( ?[a-zA-Z])?([ -][a-z0-9]{1,3})?",
        postal_code in "[1-9][0-9]{3} {0,2}[A-Ea-e]{2}",
        mobile in "(06|\\+316|0031 6|\\+31 \\(0\\)6)-?[0-9]{4} ?[0-9]{4}",
        email in "[a-z]{1,20}(\\.[A-Z]{1,5})?@[a-zA-Z0-9]{1,20}\\.(nl|Example)",
        (born, expires) in ((1940..2000_u16, 1..=12_u8, 1..=28_u8), (2027..2036_u16, 1..=12_u8, 1..=28_u8)),
        (term_years, urgent, payment) in (prop_oneof![Just(1), Just(3)], any::<bool>(), 0..3_usize),
        (invoice_email, reference) in ("([a-z]{1,9}@[a-z]{1,9}\\.nl)?", "[A-Za-z]{0,40}"),
    ) -> Draft {
        let date = |(year, month, day): (u16, u8, u8)| DateDraft::from(format!("{year}-{month:02}-{day:02}").as_str());
        let (_, mut draft) = all().swap_remove(start);
        draft.language = Some(if lang { Lang::Nl } else { Lang::En });
        draft.partner = partner;
        draft.user.given_names = given_names;
        draft.user.prefix = prefix;
        draft.signatures.iter_mut().filter(|one| one.by == SignatureDraft::by(0)).for_each(|one| {
            one.typed_name = draft.representatives.first().map_or_else(String::new, |row| row.surname.clone());
            if one.typed_name.is_empty() {
                one.typed_name.clone_from(&surname);
            }
        });
        draft.user.surname = surname;
        draft.user.birth_place = birth_place;
        draft.user.birth_date = date(born);
        draft.user.identity_document.expires_on = date(expires);
        draft.user.email = email;
        draft.user.mobile = mobile;
        draft.organisation.address.city = city;
        draft.organisation.address.street = street;
        draft.organisation.address.house_number = house_number;
        draft.organisation.address.postal_code = postal_code;
        draft.contract.term_years = Some(term_years);
        draft.contract.means = Some(Means::App);
        draft.contract.urgent = Some(urgent);
        draft.contract.payment.method = PaymentMethod::ALL.get(payment).copied();
        draft.contract.payment.invoice_email = invoice_email;
        draft.contract.payment.reference = reference;
        draft
    }
}

/// Issues without their rows, which depend on the order.
fn without_rows(issues: Option<Issues>) -> Vec<(Question, Rule, String)> {
    let issues = issues.unwrap_or_default();
    let mut found: Vec<_> =
        issues.iter().map(|issue| (issue.place.question, issue.rule, issue.limit.clone())).collect();
    found.sort();
    found
}

/// The draft with the representatives in another order, with their documents and signatures.
fn reordered(draft: &Draft, order: &[usize]) -> Draft {
    let renamed = |of: &str| {
        let new = order.iter().position(|row| SignatureDraft::by(*row) == of);
        new.map_or_else(|| of.to_owned(), SignatureDraft::by)
    };
    let mut other = draft.clone();
    other.representatives = order.iter().map(|row| draft.representatives.get(*row).cloned().unwrap()).collect();
    other.documents.iter_mut().for_each(|document| document.of = renamed(&document.of));
    other.signatures.iter_mut().for_each(|signature| signature.by = renamed(&signature.by));
    other
}

/// Four representatives at EH3, one of whom may have sole authority, with faults in some of their answers.
fn spoiled() -> impl Strategy<Value = Draft> {
    let one = (0..3_usize, 0..7_usize);
    (prop::collection::vec(one, 3), any::<bool>(), any::<bool>()).prop_map(|(rows, sole, fewer)| {
        let mut draft = board(4, Authority::Joint);
        draft.authority_proof.fewer_suffice = Some(fewer);
        for ((authority, fault), row) in rows.into_iter().zip(draft.representatives.iter_mut().skip(1)) {
            row.authority = [Some(Authority::Joint), Some(Authority::Limited), None].get(authority).copied().flatten();
            match fault {
                0 => row.surname.clear(),
                1 => row.given_names = "111222333".to_owned(),
                2 => row.surname = "Smit".to_owned(),
                3 => row.email = draft.user.email.clone(),
                4 => row.mobile = "0201234567".to_owned(),
                5 => row.capacity = None,
                _ => {}
            }
        }
        if sole {
            draft.representatives.first_mut().unwrap().authority = Some(Authority::Sole);
        }
        draft
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_application_reads_back_the_same(draft in valid()) {
        let facts = facts();
        let application = Application::parse(&draft, &facts);
        prop_assert!(application.is_ok(), "{application:?}");
        let application = application.unwrap();
        let written = Draft::from(&application);
        prop_assert_eq!(Application::parse(&written, &facts), Ok(application));
    }

    #[test]
    fn a_finished_application_reads_back_the_same(draft in valid()) {
        let signed = seal(&draft);
        let written = Draft::from(&signed);
        prop_assert_eq!(SignedApplication::parse(&written, &facts()), Ok(signed));
        let sent: Draft = serde_json::from_slice(&serde_json::to_vec(&written).unwrap()).unwrap();
        prop_assert_eq!(sent, written);
    }

    #[test]
    fn what_is_signed_stays_the_same(draft in valid()) {
        let sent = Draft::from(&seal(&draft));
        let before = Application::what_is_signed(&draft, &facts());
        prop_assert!(before.is_ok(), "{before:?}");
        prop_assert_eq!(Application::what_is_signed(&sent, &facts()), before);
    }

    #[test]
    fn the_order_of_representatives_does_not_matter(
        draft in spoiled(),
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
    ) {
        let facts = facts();
        let other = reordered(&draft, &order);
        let read = |draft| without_rows(Application::parse(draft, &facts).err());
        prop_assert_eq!(read(&draft), read(&other));
        let problems = |draft| without_rows(Some(SignedApplication::problems(draft, &facts)));
        prop_assert_eq!(problems(&draft), problems(&other));
    }

    #[test]
    fn the_order_of_services_does_not_matter(
        order in Just(vec![SERVICE_EH3, SERVICE_EH2_PLUS, SERVICE_TAX, "unknown"]).prop_shuffle(),
        level in prop_oneof![Just(None), Just(Some(Level::Eh2Plus))],
        is_branch in any::<bool>(),
    ) {
        let facts = facts();
        let read = |services: &[&str]| {
            let mut draft = sole_director();
            draft.purpose.level = level;
            draft.organisation.restricted_to_branch = Some(is_branch);
            draft.purpose.authorisation.services = services.iter().map(|id| (*id).to_owned()).collect();
            without_rows(Application::parse(&draft, &facts).err())
        };
        prop_assert_eq!(read(&order), read(&[SERVICE_EH3, SERVICE_EH2_PLUS, SERVICE_TAX, "unknown"]));
    }
}

proptest! {
    // Each case fills in every question twice, with and without a catalogue.
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn any_text_in_any_question_is_accepted_or_refused(start in 0..all().len(), text in any::<String>(), digits in "[0-9 .-]{0,20}") {
        let known = facts();
        let bare = Facts { catalogue: Catalogue::empty(), ..facts() };
        let (_, draft) = all().swap_remove(start);
        for question in Question::ALL {
            for typed in [&text, &digits] {
                let mut draft = draft.clone();
                draft.give(Place::row(*question, 0), typed);
                if let Some(date) = draft.date_mut(*question) {
                    *date = DateDraft::from(typed.as_str());
                }
                for facts in [&known, &bare] {
                    check(&draft, facts)?;
                }
            }
        }
    }
}

/// A refused draft has issues, and no question that is not asked is required.
fn check(draft: &Draft, facts: &Facts) -> Result<(), TestCaseError> {
    let requirements = Requirements::of(draft, facts);
    if let Err(issues) = Application::parse(draft, facts) {
        prop_assert!(!issues.is_empty());
        let all: BTreeSet<Place> =
            issues.iter().filter(|issue| issue.rule == Rule::Required).map(|one| one.place).collect();
        // Until the level is known, it is unknown how many methods of identification there are.
        let is_asked = |place: &Place| requirements.asks(*place) || requirements.terms(facts).is_none();
        prop_assert!(all.iter().all(is_asked), "{all:?}");
    }
    if let Err(issues) = SignedApplication::parse(draft, facts) {
        prop_assert!(!issues.is_empty());
    }
    let problems = SignedApplication::problems(draft, facts);
    for screen in Journey::of(&requirements, &problems).screens() {
        places(*screen, &requirements);
    }
    Ok(())
}
