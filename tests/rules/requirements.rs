//! What a draft requires: which questions, documents and level. The requirements per level are those that suppliers
//! publish, such as <https://www.reconi.nl/stappenplan-aanvragen/>; the offer sets those on which suppliers differ.

use eherkenning_wizard::domain::application::{Facts, Requirements};
use eherkenning_wizard::domain::catalogue::Catalogue;
use eherkenning_wizard::domain::draft::{AddressDraft, Draft, RepresentativeDraft};
use eherkenning_wizard::domain::journey::{Journey, Screen};
use eherkenning_wizard::domain::offer::{OfferTerms, UserIdCopyPolicy};
use eherkenning_wizard::domain::rules::{Issues, Place, Question};
use eherkenning_wizard::domain::scheme::{
    AuthorisationKind, Authority, Capacity, DocumentKind, FormRoute, IdentificationMethod, LegalForm, Level,
    PaymentMethod, SigningMethod,
};

use crate::common::{SERVICE_EH2_PLUS, SERVICE_EH3, facts, sole_director};
use crate::starts::{add, at, board, employee, fiscal, with_extract};

/// Which of these places the draft asks.
fn asked(draft: &Draft, facts: &Facts, paths: &[&str]) -> Vec<String> {
    let requirements = Requirements::of(draft, facts);
    let asked = paths.iter().filter(|path| requirements.asks(Place::parse(path).unwrap()));
    asked.map(|path| (*path).to_owned()).collect()
}

fn with_offer(change: impl FnOnce(&mut OfferTerms)) -> Facts {
    let mut terms = OfferTerms::clone(&facts().offer);
    change(&mut terms);
    Facts { offer: terms.try_into().unwrap(), ..facts() }
}

#[test]
fn each_level_has_its_own_requirements() {
    let paths = [
        "user.birth_place",
        "user.identity_document.kind",
        "user.identity_document.number",
        "user.identity_document.expires_on",
        "identification.method",
        "signing.method",
    ];
    let [birth_place, kind, number, expires_on, identification, signing] = paths;
    let cases = [
        (Level::Eh2Plus, vec![kind, expires_on, signing]),
        (Level::Eh3, vec![birth_place, kind, expires_on, identification, signing]),
        (Level::Eh4, vec![birth_place, kind, number, expires_on, signing]),
    ];
    for (level, expected) in cases {
        assert_eq!(asked(&at(level), &facts(), &paths), expected, "{level:?}");
    }
}

#[test]
fn employees_and_directors_get_different_questions() {
    let paths = [
        "authorisations_manager",
        "representatives.0.is_user",
        "representatives.0.surname",
        "representatives.0.capacity",
        "representatives.0.email",
        "representatives.1.is_user",
        "representatives.1.capacity",
        "authority_proof.fewer_suffice",
    ];
    let [manager, is_user, surname, capacity, email, _, second, fewer] = paths;
    let cases = [
        (sole_director(), vec![is_user, capacity]),
        (employee(), vec![manager, is_user, surname, capacity, email]),
        (board(2, Authority::Joint), vec![manager, is_user, capacity, second, fewer]),
        (Draft::default(), vec![manager, is_user, capacity]),
    ];
    for (draft, expected) in cases {
        assert_eq!(asked(&draft, &facts(), &paths), expected);
    }
}

#[test]
fn a_second_representative_is_always_asked_for_a_name() {
    let mut draft = board(2, Authority::Joint);
    let names = ["representatives.0.surname", "representatives.1.surname"];
    draft.representatives.iter_mut().for_each(|row| row.is_user = None);
    assert_eq!(asked(&draft, &facts(), &names), ["representatives.1.surname"]);
    draft.representatives.iter_mut().for_each(|row| row.is_user = Some(false));
    assert_eq!(asked(&draft, &facts(), &names), names);
}

#[test]
fn a_representative_has_the_typed_name() {
    let named = |given: &str, prefix: &str, surname: &str| {
        let [given_names, prefix, surname] = [given, prefix, surname].map(str::to_owned);
        RepresentativeDraft { given_names, prefix, surname, ..RepresentativeDraft::default() }.full_name()
    };
    assert_eq!(named(" ", "", ""), None);
    assert_eq!(named("Anna", "", " Jansen "), Some("Anna Jansen".to_owned()));
    assert_eq!(named("Anna", "de", "Vries"), Some("Anna de Vries".to_owned()));
}

#[test]
fn without_kvk_number_there_is_no_extract_and_no_branch() {
    let paths = [
        "organisation.address.country",
        "organisation.restricted_to_branch",
        "organisation.branch_number",
        "authority_proof.represented_by_company",
        "authority_proof.extract",
        "authority_proof.extract_issued_on",
    ];
    let [country, branch, number, company, extract, issued_on] = paths;
    assert_eq!(asked(&fiscal(), &facts(), &paths), [country]);
    let mut anywhere = sole_director();
    anywhere.purpose.authorisation.services = vec![SERVICE_EH2_PLUS.to_owned()];
    assert_eq!(asked(&anywhere, &facts(), &paths), [branch, company, extract]);
    assert_eq!(asked(&sole_director(), &facts(), &paths), [company, extract], "a service refuses a branch");
    let mut draft = with_extract("2026-11-23");
    draft.organisation.restricted_to_branch = Some(true);
    assert_eq!(asked(&draft, &facts(), &paths), [branch, number, company, extract, issued_on]);
    let attached = with_offer(|offer| offer.extract.fetched = None);
    assert_eq!(asked(&draft, &attached, &paths), [branch, number, company, issued_on]);
}

#[test]
fn an_address_is_asked_without_kvk_number_and_shown_if_one_was_prefilled() {
    let paths = [
        "organisation.address.street",
        "organisation.address.house_number",
        "organisation.address.postal_code",
        "organisation.address.city",
        "organisation.address.country",
    ];
    let [street, number, code, city, _] = paths;
    assert_eq!(asked(&fiscal(), &facts(), &paths), paths);
    assert_eq!(asked(&sole_director(), &facts(), &paths), [street, number, code, city]);
    let mut draft = sole_director();
    draft.organisation.address = AddressDraft { country: "BE".to_owned(), ..AddressDraft::default() };
    assert_eq!(asked(&draft, &facts(), &paths), [""; 0]);
    draft.organisation.address.city = "Antwerpen".to_owned();
    assert_eq!(asked(&draft, &facts(), &paths), paths);
}

#[test]
fn what_follows_from_the_capacity_is_not_asked() {
    let paths = ["representatives.0.authority", "user.employed"];
    let [authority, employed] = paths;
    let cases = [
        (Some(Capacity::Owner), vec![]),
        (Some(Capacity::Director), vec![authority]),
        (Some(Capacity::Partner), vec![authority]),
        (Some(Capacity::ProxyHolder), vec![authority, employed]),
        (None, vec![authority]),
    ];
    for (capacity, expected) in cases {
        let mut draft = sole_director();
        draft.user.employed = None;
        let one = draft.representatives.first_mut().unwrap();
        (one.capacity, one.authority) = (capacity, None);
        assert_eq!(asked(&draft, &facts(), &paths), expected, "{capacity:?}");
        draft.user.employed = Some(false);
        assert!(asked(&draft, &facts(), &paths).contains(&employed.to_owned()), "as was stated: {capacity:?}");
    }
    let mut owner = sole_director();
    let one = owner.representatives.first_mut().unwrap();
    one.capacity = Some(Capacity::Owner);
    assert_eq!(asked(&owner, &facts(), &paths), [""; 0], "sole");
    owner.representatives.first_mut().unwrap().authority = Some(Authority::Limited);
    assert_eq!(asked(&owner, &facts(), &paths), [authority], "as was stated");
}

#[test]
fn services_are_asked_depending_on_the_kind_of_authorisation() {
    let paths = ["purpose.services", "purpose.providers", "purpose.described_services"];
    let [services, providers, described] = paths;
    let bare = Facts { catalogue: Catalogue::empty(), ..facts() };
    let cases = [
        (None, vec![], vec![], (false, false)),
        (Some(AuthorisationKind::Services), vec![services], vec![described], (false, true)),
        (Some(AuthorisationKind::Providers), vec![providers], vec![described], (false, true)),
        (Some(AuthorisationKind::All), vec![], vec![], (true, true)),
    ];
    for (kind, with, without, level_first) in cases {
        let mut draft = sole_director();
        draft.purpose.authorisation.kind = kind;
        assert_eq!(asked(&draft, &facts(), &paths), with, "{kind:?}");
        assert_eq!(asked(&draft, &bare, &paths), without, "{kind:?}");
        let first = [facts(), bare.clone()].map(|facts| Requirements::of(&draft, &facts).asks_level_first());
        assert_eq!((first.first(), first.last()), (Some(&level_first.0), Some(&level_first.1)), "{kind:?}");
    }
}

#[test]
fn the_service_that_determines_the_level_is_known() {
    let facts = facts();
    let needed = |services: &[&str]| {
        let mut draft = sole_director();
        draft.purpose.authorisation.services = services.iter().map(|id| (*id).to_owned()).collect();
        Requirements::of(&draft, &facts).needed.map(|needed| (needed.level, needed.service))
    };
    let ended = "cd9d18c4-0d50-5147-9d38-6ed9164e2d97";
    assert_eq!(needed(&[]), None);
    assert_eq!(needed(&["unknown"]), None);
    assert_eq!(needed(&[SERVICE_EH2_PLUS]), Some((Level::Eh2Plus, SERVICE_EH2_PLUS.to_owned())));
    assert_eq!(needed(&[SERVICE_EH2_PLUS, SERVICE_EH3]), Some((Level::Eh3, SERVICE_EH3.to_owned())));
    assert_eq!(needed(&[SERVICE_EH3, SERVICE_EH2_PLUS]), Some((Level::Eh3, SERVICE_EH3.to_owned())));
    let other = facts.catalogue.providers().iter().flat_map(|provider| provider.services());
    let other =
        other.filter(|service| service.level().issued() == Level::Eh3).find(|service| service.id() != SERVICE_EH3);
    let other = other.unwrap().id();
    assert_eq!(needed(&[SERVICE_EH3, other]), Some((Level::Eh3, SERVICE_EH3.to_owned())), "the first of several");
    assert_eq!(needed(&[other, SERVICE_EH3]), Some((Level::Eh3, other.to_owned())));
    assert_eq!(needed(&[ended]), Some((Level::Eh2Plus, ended.to_owned())), "EH2 is no longer issued");
}

#[test]
fn the_level_is_the_higher_of_chosen_and_required() {
    let facts = facts();
    for (chosen, level) in [(None, Level::Eh3), (Some(Level::Eh2Plus), Level::Eh3), (Some(Level::Eh4), Level::Eh4)] {
        let mut draft = sole_director();
        draft.purpose.level = chosen;
        assert_eq!(Requirements::of(&draft, &facts).level, Some(level), "{chosen:?}");
    }
}

#[test]
fn the_checklist_has_a_fixed_order() {
    let facts = facts();
    let list = |draft: &Draft| -> Vec<String> {
        Requirements::of(draft, &facts).documents().iter().map(ToString::to_string).collect()
    };
    assert_eq!(list(&sole_director()), ["documents.user_id_copy.user"]);
    assert_eq!(
        list(&board(3, Authority::Joint)),
        [
            "documents.user_id_copy.user",
            "documents.representative_id_copy.representatives.1",
            "documents.representative_id_copy.representatives.2",
        ]
    );
    let fiscal = ["documents.user_id_copy.user", "documents.tax_letter.organisation"];
    assert_eq!(list(&fiscal_with_form()).get(..2).unwrap(), fiscal);
    assert_eq!(list(&fiscal_with_form()).len(), 4);
    assert!(list(&Draft::default()).is_empty());
}

fn fiscal_with_form() -> Draft {
    let mut draft = fiscal();
    (draft.signing.method, draft.signing.form) = (Some(SigningMethod::Pen), Some(FormRoute::Attached));
    draft
}

#[test]
fn a_copy_of_the_user_follows_the_policy_of_the_offer() {
    let policy = |policy, copies| {
        with_offer(|offer| {
            for level in &mut offer.levels {
                (level.user_id_copy, level.representative_id_copy) = (policy, copies);
            }
        })
    };
    let hired = |mut draft: Draft| {
        draft.user.employed = Some(false);
        draft
    };
    let drafts = [employee(), hired(employee()), sole_director(), hired(sole_director())];
    let cases = [
        (UserIdCopyPolicy::NotEmployed, false, [false, true, false, true]),
        (UserIdCopyPolicy::NotRepresentative, false, [true, true, false, true]),
        (UserIdCopyPolicy::Always, false, [true, true, true, true]),
        (UserIdCopyPolicy::NotEmployed, true, [false, true, true, true]),
    ];
    for (user, copies, expected) in cases {
        let facts = policy(user, copies);
        let asked = drafts.each_ref().map(|draft| Requirements::of(draft, &facts).asks(Question::UserIdCopy));
        assert_eq!(asked, expected, "{user:?}, representatives {copies}");
    }
}

#[test]
fn the_only_option_needs_no_answer() {
    let facts = facts();
    let mut draft = at(Level::Eh2Plus);
    draft.identification.method = None;
    assert_eq!(Requirements::of(&draft, &facts).identification(), Some(IdentificationMethod::Copy));
    let one = with_offer(|offer| {
        offer.form_routes = vec![FormRoute::Posted];
        offer.levels.iter_mut().for_each(|level| level.sole_applicant_signing = vec![SigningMethod::Pen]);
    });
    draft.signing.method = None;
    let requirements = Requirements::of(&draft, &one);
    assert_eq!(requirements.signing(), Some(SigningMethod::Pen));
    assert_eq!(requirements.form_route(), Some(FormRoute::Posted));
    assert!(!requirements.asks(Question::SigningMethod) && !requirements.asks(Question::FormRoute));
}

#[test]
fn only_screen_signatories_type_a_name() {
    let mut draft = sole_director();
    add(&mut draft, Authority::Limited);
    let paths = ["signatures.0.typed_name", "signatures.1.typed_name", "signing.form"];
    let [first, _, form] = paths;
    assert_eq!(asked(&draft, &facts(), &paths), [first]);
    draft.signing.method = Some(SigningMethod::Pen);
    assert_eq!(asked(&draft, &facts(), &paths), [form]);
}

#[test]
fn invoice_details_are_asked_only_when_paying_by_invoice() {
    let paths = ["contract.payment.invoice_email", "contract.payment.reference"];
    let mut draft = sole_director();
    assert!(asked(&draft, &facts(), &paths).is_empty());
    draft.contract.payment.method = Some(PaymentMethod::Invoice);
    assert_eq!(asked(&draft, &facts(), &paths), paths);
}

#[test]
fn a_drawn_signature_is_optional() {
    let facts = facts();
    let draft = sole_director();
    let requirements = Requirements::of(&draft, &facts);
    let drawing = DocumentKind::SignatureDrawing.question();
    assert!(requirements.asks(Place::row(drawing, 0)) && !requirements.asks(Place::row(drawing, 1)));
    assert!(requirements.documents().iter().all(|place| place.question != drawing));
}

#[test]
fn covered_services_are_the_chosen_ones_and_those_of_chosen_providers() {
    let (mut draft, facts) = (sole_director(), facts());
    let ids = |draft: &Draft| {
        let mut ids: Vec<String> = facts.chosen_services(draft).iter().map(|one| one.service.id().to_owned()).collect();
        ids.sort();
        ids
    };
    let mut expected = vec![SERVICE_EH3.to_owned(), SERVICE_EH2_PLUS.to_owned()];
    expected.sort();
    assert_eq!(ids(&draft), expected);
    let provider = facts.catalogue.providers().iter().find(|provider| provider.services().len() > 1).unwrap();
    let authorisation = &mut draft.purpose.authorisation;
    (authorisation.kind, authorisation.providers) =
        (Some(AuthorisationKind::Providers), vec![provider.oin().to_owned()]);
    assert_eq!(ids(&draft).len(), provider.services().len());
    draft.purpose.authorisation.kind = Some(AuthorisationKind::All);
    assert_eq!(ids(&draft), Vec::<String>::new());
}

#[test]
fn an_authorisation_for_everything_does_not_open_higher_levels() {
    let above = |level| facts().services_above(Some(level));
    // All but the one that organisations in the trade register cannot use.
    let all = facts().services_above(None);
    assert_eq!(all + 1, facts().catalogue.providers().iter().map(|provider| provider.services().len()).sum::<usize>());
    assert_eq!(above(Level::Eh4), 0);
    assert_eq!(above(Level::Eh3), 2);
    assert!(above(Level::Eh3) < above(Level::Eh2Plus) && above(Level::Eh2Plus) < all);
    assert_eq!(Facts { catalogue: Catalogue::empty(), ..facts() }.services_above(None), 0);
}

#[test]
fn org_10_the_owner_of_a_sole_proprietorship_registers_too_where_the_supplier_wants_it() {
    let told = |draft: &Draft, facts: &Facts| Requirements::of(draft, facts).owner_registers(draft, facts);
    let of_owner = |mut draft: Draft| {
        draft.organisation.legal_form = Some(LegalForm::SoleProprietorship);
        draft.representatives.first_mut().unwrap().capacity = Some(Capacity::Owner);
        draft
    };
    assert!(told(&of_owner(employee()), &facts()), "the user is an employee");
    assert!(!told(&of_owner(sole_director()), &facts()), "the user is the owner");
    assert!(!told(&employee(), &facts()), "a BV");
    let mut proxy = of_owner(sole_director());
    proxy.representatives.first_mut().unwrap().capacity = Some(Capacity::ProxyHolder);
    assert!(told(&proxy, &facts()), "the user has a proxy");
    let mut low = of_owner(employee());
    low.purpose.authorisation.services = vec![SERVICE_EH2_PLUS.to_owned()];
    assert!(!told(&low, &facts()), "EH2+");
    let not_asked = with_offer(|offer| offer.levels.iter_mut().for_each(|level| level.owner_registers = false));
    assert!(!told(&of_owner(employee()), &not_asked));
}

#[test]
fn the_country_is_asked_where_it_may_be_another() {
    let country = ["organisation.address.country"];
    let asks = |draft: &Draft| !asked(draft, &facts(), &country).is_empty();
    let mut draft = sole_director();
    for (stated, is_asked) in [("", false), ("NL", false), (" nl", false), ("BE", true), ("XX", true)] {
        stated.clone_into(&mut draft.organisation.address.country);
        assert_eq!(asks(&draft), is_asked, "{stated:?}");
    }
    draft.organisation.address.country.clear();
    draft.organisation.legal_form = Some(LegalForm::ForeignCompany);
    assert!(asks(&draft));
}

#[test]
fn companies_above_the_organisation_are_asked_only_where_there_are_any() {
    let paths = ["authority_proof.represented_by_company", "authority_proof.companies"];
    let [company, names] = paths;
    let mut draft = sole_director();
    assert_eq!(asked(&draft, &facts(), &paths), [company]);
    draft.authority_proof.represented_by_company = Some(true);
    assert_eq!(asked(&draft, &facts(), &paths), [company, names]);
    draft.organisation.legal_form = Some(LegalForm::PublicBody);
    assert!(asked(&draft, &facts(), &paths).is_empty());
}

#[test]
fn only_who_has_the_name_of_someone_before_is_asked_whether_they_are_another_person() {
    let paths = ["representatives.0.is_namesake", "representatives.1.is_namesake", "representatives.2.is_namesake"];
    let mut draft = board(3, Authority::Joint);
    assert_eq!(asked(&draft, &facts(), &paths), [""; 0]);
    let second = draft.representatives[1].clone();
    (draft.representatives[2].given_names, draft.representatives[2].surname) = (second.given_names, second.surname);
    assert_eq!(asked(&draft, &facts(), &paths), ["representatives.2.is_namesake"]);

    // The names of the user are asked once; what is left in the row of the user does not count.
    let third = draft.representatives[2].clone();
    let user = &mut draft.representatives[0];
    user.is_user = Some(true);
    (user.given_names, user.prefix, user.surname) = (third.given_names, third.prefix, third.surname);
    draft.representatives[1].surname.push_str("-Smit");
    assert_eq!(asked(&draft, &facts(), &paths), [""; 0]);
}

#[test]
fn each_screen_is_numbered_within_its_step() {
    let (draft, facts) = (sole_director(), facts());
    let journey = Journey::of(&Requirements::of(&draft, &facts), &Issues::default());
    let within = |screen: &Screen| (*screen, journey.within_step(*screen));
    let numbered: Vec<_> = journey.screens().iter().map(within).collect();
    assert_eq!(
        numbered,
        [
            (Screen::Welcome, (1, 1)),
            (Screen::OrganisationKind, (1, 2)),
            (Screen::Services, (2, 2)),
            (Screen::User, (1, 2)),
            (Screen::Representatives, (2, 2)),
            (Screen::Organisation, (1, 4)),
            (Screen::PersonalData, (2, 4)),
            (Screen::IdentityDocument, (3, 4)),
            (Screen::Documents, (4, 4)),
            (Screen::Contract, (1, 2)),
            (Screen::Payment, (2, 2)),
            (Screen::Check, (1, 2)),
            (Screen::Sign, (2, 2)),
        ]
    );
}
