//! People, documents and organisations that forms like this one refuse, or accept as something else than they are.
//!
//! The name of a test begins with the number of its case. Cases about the page have theirs in `tests/e2e`.

use eherkenning_wizard::domain::draft::{DateDraft, SignatureDraft};
use eherkenning_wizard::domain::journey::{Addressee, Choice};
use eherkenning_wizard::domain::offer::JointPolicy;
use eherkenning_wizard::domain::rules::{Question, Rule};
use eherkenning_wizard::domain::scheme::{Authority, Capacity, DocumentKind, IdentityDocumentKind, Lang, Level};
use eherkenning_wizard::domain::texts::{question, texts};
use serde_json::json;

use crate::case::{Case, check};
use crate::common::{facts, sole_director};
use crate::starts::{at, attach, board, employee};

const ARTICLES: &str = "documents.articles.organisation";
const EVIDENCE: &str = "documents.authority_evidence.organisation";

/// The finished application of the sole director.
fn director(name: &str) -> Case {
    Case::signed(name, &sole_director())
}

fn with(case: Case, kind: DocumentKind) -> Case {
    case.but(|draft| attach(draft, kind, "organisation"))
}

/// The sole director with both sides of a card that this country issued.
fn card(level: Level, kind: &str, country: &str) -> Case {
    Case::signed(&format!("{kind} of {country}"), &at(level))
        .but(|draft| attach(draft, DocumentKind::UserIdCopy, "user"))
        .give("user.identity_document.kind", kind)
        .give("user.identity_document.country", country)
}

/// The user has these names, and types the last one.
fn named(given_names: &str, surname: &str, typed_name: &str) -> Case {
    director(&format!("{given_names} {surname}"))
        .give("user.given_names", given_names)
        .give("user.prefix", "")
        .give("user.surname", surname)
        .give("signatures.0.typed_name", typed_name)
}

#[test]
fn name_01_a_person_without_first_names_has_a_dash_for_them() {
    for none in ["-", "."] {
        assert_eq!(named(none, "Suparman", "Suparman").sent("/user/given_names"), none);
    }
    let told = named("", "Suparman", "Suparman").told("user.given_names");
    assert!(told.ends_with("Geen voornamen? Vul een streepje in."), "{told}");
}

#[test]
fn name_02_a_person_without_surname_has_a_dash_for_it() {
    for none in ["-", "."] {
        assert_eq!(named("Johanna Maria", none, "Johanna Maria").sent("/user/surname"), none);
    }
    let told = named("Suparman", "", "Suparman").told("user.surname");
    assert!(told.ends_with("Geen achternaam? Vul een streepje in."), "{told}");
}

#[test]
fn name_04_names_have_up_to_200_characters() {
    let many = "Maximiliana Wilhelmina Alexandrina Frederica Christophora Apollonia Bartholomea Eleonora Antoinetta \
                Cornelia Petronella Dorothea Josephina Elisabeth";
    let [longest, longer] = [200, 201].map(|length| "a".repeat(length));
    check(vec![
        named(many, "Vries", "M. Vries"),
        named(&longest, "Vries", "A. Vries"),
        named("Johanna", &longest, &format!("J.M. de {longest}")),
        named(&longer, "Vries", "A. Vries").breaks(&[("user.given_names", Rule::TooLong)]),
        named("Johanna", &longer, "Johanna").breaks(&[("user.surname", Rule::TooLong)]),
    ]);
    let told = named(&longer, "Vries", "A. Vries").told("user.given_names");
    assert_eq!(told, "Maak dit korter: hoogstens 200 tekens.");
}

#[test]
fn name_07_father_and_son_of_one_name_are_two_people() {
    let son_of_user = |name: &str| {
        Case::signed(name, &board(2, Authority::Joint))
            .give("representatives.1.given_names", "Johanna Maria")
            .give("representatives.1.prefix", "de")
            .give("representatives.1.surname", "Vries")
            .give("signatures.1.typed_name", "J.M. de Vries")
    };
    let son_of_second = |name: &str| {
        Case::signed(name, &board(3, Authority::Joint))
            .give("representatives.2.surname", "Smit-B")
            .give("signatures.2.typed_name", "J.W. van Smit-B")
    };
    let [second, third] = ["representatives.1.is_namesake", "representatives.2.is_namesake"];
    check(vec![
        son_of_user("not answered").breaks(&[("representatives.1.surname", Rule::RepresentativeIsUser)]),
        son_of_user("another").give(second, "true"),
        son_of_user("another with the same address")
            .give(second, "true")
            .give("representatives.1.email", "johanna@bakkerij-devries.example")
            .breaks(&[("representatives.1.email", Rule::EmailShared)]),
        son_of_second("not answered").breaks(&[("representatives.2.surname", Rule::RepresentativeTwice)]),
        son_of_second("another").give(third, "true"),
        son_of_second("another with the same number")
            .give(third, "true")
            .give("representatives.2.mobile", "+31611111101")
            .breaks(&[("representatives.2.mobile", Rule::MobileShared)]),
    ]);
}

#[test]
fn date_01_a_date_of_birth_may_lack_its_day_and_month() {
    for known in ["1970-00-00", "1970-05-00"] {
        assert_eq!(director(known).give("user.birth_date", known).sent("/user/birth_date"), known);
    }
    let [zeros, nothing] = ["00", ""].map(|unknown| {
        let [day, month, year] = [unknown, unknown, "1970"].map(str::to_owned);
        director("in three boxes").but(|draft| draft.user.birth_date = DateDraft { day, month, year })
    });
    assert_eq!(zeros.sent("/user/birth_date"), "1970-00-00");
    let told = nothing.told("user.birth_date");
    assert!(told.ends_with("Onbekende dag of maand van geboorte? Vul 00 in."), "{told}");
}

#[test]
fn date_04_a_card_without_end_is_valid_to_9999() {
    for end in ["9999-01-01", "9999-12-31"] {
        let case = card(Level::Eh3, "identity_card", "IT").give("user.identity_document.expires_on", end);
        assert_eq!(case.sent("/user/identity_document/expires_on"), end);
    }
}

#[test]
fn date_05_who_has_no_date_of_expiry_is_told_what_to_enter() {
    let expires_on = |text| card(Level::Eh3, "identity_card", "MD").give("user.identity_document.expires_on", text);
    let told = expires_on("").told("user.identity_document.expires_on");
    assert!(told.ends_with("Geen einddatum? Vul 31 12 9999 in."), "{told}");
    check(vec![expires_on("31 12 9999")]);
}

#[test]
fn age_01_a_minor_owner_is_told_what_to_do_or_accepted_by_the_offer() {
    let born = |date: &str| {
        director(date)
            .give("user.birth_date", date)
            .give("organisation.legal_form", "sole_proprietorship")
            .give("representatives.0.capacity", "owner")
            .give("authority_proof.represented_by_company", "")
    };
    let too_young = [("user.birth_date", Rule::UserTooYoung)];
    check(vec![
        born("2008-11-23"),
        born("2008-11-24").breaks(&too_young),
        born("2009-03-01").breaks(&too_young).offer(|offer| offer.min_age_employee = 16),
        born("2009-03-01").offer(|offer| offer.min_age_representative = 16),
    ]);
    let told = born("2009-03-01").told("user.birth_date");
    assert_eq!(told, "De gebruiker moet 18 jaar of ouder zijn. Klopt de datum? Neem dan contact op.");
}

#[test]
fn age_02_the_offer_says_how_old_an_employee_is() {
    let born = || Case::signed("an employee of 17", &employee()).give("user.birth_date", "2009-03-01");
    check(vec![
        born().breaks(&[("user.birth_date", Rule::UserTooYoung)]),
        born().offer(|offer| offer.min_age_employee = 17),
    ]);
}

#[test]
fn doc_01_kosovo_issues_passports() {
    let country = |code: &str| director(code).give("user.identity_document.country", code);
    assert_eq!(country("XK").sent("/user/identity_document/country"), "XK");
    let unknown = [("user.identity_document.country", Rule::CountryUnknown)];
    check(["KS", "XKX", "RKS"].map(|code| country(code).breaks(&unknown)).into());
}

#[test]
fn doc_02_greek_and_cyrillic_letters_that_look_latin_are_read_as_latin() {
    for number in ["\u{391}\u{392} 123456", "\u{410}\u{412} 123456", "AB 123456"] {
        let case = card(Level::Eh4, "identity_card", "GR").give("user.identity_document.number", number);
        assert_eq!(case.sent("/user/identity_document/number"), "AB123456", "{number}");
    }
}

#[test]
fn doc_05_an_offer_can_refuse_foreign_driving_licences() {
    let licence = |country| card(Level::Eh3, "driving_licence", country);
    let dutch_only = |case: Case| {
        case.offer(|offer| offer.identity_documents.dutch_only = vec![IdentityDocumentKind::DrivingLicence])
    };
    let refused = [("user.identity_document.country", Rule::IdentityDocumentNotAccepted)];
    check(vec![
        licence("DE"),
        dutch_only(licence("DE")).breaks(&refused),
        dutch_only(licence("NL")),
        dutch_only(card(Level::Eh3, "identity_card", "DE")),
    ]);
}

#[test]
fn org_01_an_organisation_with_a_kvk_number_may_be_abroad() {
    for [street, house_number, postal_code, city, country] in
        [["Meir", "12 bus 3", "2000", "Antwerpen", "BE"], ["Torstraße", "140, 2. OG", "10119", "Berlin", "DE"]]
    {
        let case = director(city)
            .give("organisation.legal_form", "foreign_company")
            .give("organisation.address.street", street)
            .give("organisation.address.house_number", house_number)
            .give("organisation.address.postal_code", postal_code)
            .give("organisation.address.city", city)
            .give("organisation.address.country", country);
        let address = json!({
            "street": street, "house_number": house_number, "postal_code": postal_code,
            "city": city, "country": country,
        });
        assert_eq!(case.sent("/organisation/address"), address);
    }
}

#[test]
fn org_03_a_shielded_address_is_left_out() {
    let without = |fields: &[&str]| {
        fields.iter().fold(director("without"), |case, field| case.give(&format!("organisation.address.{field}"), ""))
    };
    let nothing = json!({ "street": null, "house_number": null, "postal_code": null, "city": null, "country": null });
    let left_out = without(&["street", "house_number", "postal_code", "city", "country"]);
    assert_eq!(left_out.sent("/organisation/address"), nothing);
    let box_number = without(&["house_number"]).give("organisation.address.street", "Postbus 12345");
    assert_eq!(box_number.sent("/organisation/address/street"), "Postbus 12345");
    let hint = question(Lang::Nl, Question::Street, Addressee::default()).hint;
    assert!(hint.contains("postbus") && hint.contains("afgeschermd"), "{hint}");
}

#[test]
fn org_04_the_kvk_number_is_no_branch_number() {
    let branch = |number: &str| {
        Case::signed(number, &at(Level::Eh2Plus))
            .give("organisation.restricted_to_branch", "true")
            .give("organisation.branch_number", number)
            .breaks(&[("organisation.branch_number", Rule::BranchNumberIsKvk)])
    };
    check(["000068750110", "687501100000", "68750110"].map(branch).into());
}

#[test]
fn org_06_a_public_body_proves_authority_by_a_mandate_decision() {
    let body = |capacity: &str| {
        director(capacity)
            .give("organisation.legal_form", "public_body")
            .give("representatives.0.capacity", capacity)
            .give("authority_proof.represented_by_company", "")
    };
    for capacity in ["other", "director", "proxy_holder"] {
        check(vec![
            body(capacity).breaks(&[(EVIDENCE, Rule::DocumentMissing)]),
            with(body(capacity), DocumentKind::AuthorityEvidence),
        ]);
    }
    assert_eq!(body("other").told(EVIDENCE), "Voeg het mandaatbesluit en de eigen verklaring toe.");
}

#[test]
fn org_07_a_church_adds_its_articles_and_the_question_names_them() {
    let church = director("church").give("organisation.legal_form", "religious_organisation");
    let minutes = with(church, DocumentKind::AuthorityEvidence);
    check(vec![minutes.clone().breaks(&[(ARTICLES, Rule::DocumentMissing)]), with(minutes, DocumentKind::Articles)]);
    let words = question(Lang::Nl, Question::RepresentativeAuthority, Addressee::default());
    assert_eq!(words.label, "Bevoegdheid");
    assert!(words.hint.contains("statuten"), "{}", words.hint);
}

#[test]
fn org_08_who_was_appointed_adds_proof_of_it() {
    for capacity in ["liquidator", "administrator", "trustee", "other"] {
        let case = director(capacity).give("representatives.0.capacity", capacity);
        check(vec![
            case.clone().breaks(&[(EVIDENCE, Rule::DocumentMissing)]),
            with(case, DocumentKind::AuthorityEvidence),
        ]);
    }
    let label = |capacity| (texts(Lang::Nl).choice)(Choice::Capacity(capacity)).label;
    assert_eq!([Capacity::Liquidator, Capacity::Administrator].map(label), ["Vereffenaar", "Bewindvoerder"]);
}

#[test]
fn org_09_one_limited_representative_suffices_with_proof() {
    let limited = |level, capacity: &str, fewer: &str| {
        Case::signed(&format!("{level:?}, {capacity}, {fewer}"), &at(level))
            .give("representatives.0.capacity", capacity)
            .give("representatives.0.authority", "limited")
            .give("authority_proof.fewer_suffice", fewer)
    };
    let authority = "representatives.0.authority";
    for level in [Level::Eh2Plus, Level::Eh3] {
        check(vec![
            limited(level, "proxy_holder", "false").breaks(&[(authority, Rule::LimitedNeedsMore)]),
            limited(level, "proxy_holder", "true").breaks(&[(EVIDENCE, Rule::DocumentMissing)]),
            with(limited(level, "proxy_holder", "true"), DocumentKind::AuthorityEvidence),
            with(limited(level, "director", "true"), DocumentKind::Articles),
        ]);
    }
}

/// Directors with joint authority, of whom these have signed.
fn signed_by(rows: &[usize], of: usize, level: Level) -> Case {
    let mut draft = board(of, Authority::Joint);
    draft.purpose.authorisation = at(level).purpose.authorisation;
    draft.representatives.iter_mut().for_each(|one| one.signs = None);
    draft.signatures.retain(|signature| rows.iter().any(|row| signature.by == SignatureDraft::by(*row)));
    Case::signed(&format!("{rows:?} of {of}"), &draft)
}

/// Those who sign the application that a backend gets.
fn signatories(case: &Case) -> Vec<String> {
    let signatures = case.sent("/signatures");
    signatures.as_array().unwrap().iter().map(|one| one["by"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn sign_01_two_of_five_joint_directors_suffice_where_the_offer_says_so() {
    assert_eq!(facts().offer.level(Level::Eh2Plus).unwrap().joint, JointPolicy::AtLeastTwo);
    for rows in [[0, 1], [2, 4]] {
        let case = signed_by(&rows, 5, Level::Eh2Plus);
        assert_eq!(signatories(&case), rows.map(SignatureDraft::by));
    }
    let alone = signed_by(&[0, 1], 5, Level::Eh2Plus).but(|draft| draft.signatures.truncate(1));
    let missing = ["signatures.1", "signatures.1.typed_name"].map(|path| (path, Rule::SignatureMissing));
    check(vec![alone.breaks(&missing)]);
}

#[test]
fn sign_02_a_majority_of_joint_directors_suffices_at_eh3() {
    assert_eq!(facts().offer.level(Level::Eh3).unwrap().joint, JointPolicy::Majority);
    for rows in [[0, 1], [0, 2]] {
        let case = signed_by(&rows, 3, Level::Eh3);
        assert_eq!(signatories(&case), rows.map(SignatureDraft::by));
    }
}
