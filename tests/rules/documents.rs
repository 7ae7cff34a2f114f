//! The documents: which are required, and what each must be.

use eherkenning_wizard::domain::application::Application;
use eherkenning_wizard::domain::draft::{DocumentDraft, Draft};
use eherkenning_wizard::domain::rules::Rule;
use eherkenning_wizard::domain::scheme::{
    Authority, Capacity, DocumentKind, FormRoute, IdentityDocumentKind, LegalForm, Level, SigningMethod,
};

use crate::case::{Case, check};
use crate::common::{document, facts, sole_director};
use crate::starts::{BSN, add, at, attach, board, detach, employee, fiscal, raise, with_extract};

const USER_COPY: &str = "documents.user_id_copy.user";
const EXTRACT: &str = "documents.kvk_extract.organisation";

/// The answers as they are, and without documents of this kind, where the one for `of` is then missing.
fn without(name: &str, draft: Draft, kind: DocumentKind, of: &str) -> [Case; 2] {
    let path = format!("documents.{}.{of}", kind.code());
    let there = Case::new(name, draft);
    let gone = there.clone().but(|draft| detach(draft, kind)).breaks(&[(&path, Rule::DocumentMissing)]);
    [there, gone]
}

/// The answers with one more document.
fn with(mut draft: Draft, kind: DocumentKind, of: &str) -> Draft {
    attach(&mut draft, kind, of);
    draft
}

fn missing_cases() -> Vec<Case> {
    use DocumentKind::*;
    let organisation = "organisation";
    let changed = |mut draft: Draft, change: fn(&mut Draft)| {
        change(&mut draft);
        draft
    };
    let articles = changed(board(2, Authority::Joint), |draft| draft.authority_proof.fewer_suffice = Some(true));
    let company = changed(sole_director(), |draft| draft.authority_proof.represented_by_company = Some(true));
    let church = changed(sole_director(), |draft| {
        draft.organisation.legal_form = Some(LegalForm::ReligiousOrganisation);
    });
    let church = with(with(church, Articles, organisation), AuthorityEvidence, organisation);
    let public_body = changed(sole_director(), |draft| {
        draft.organisation.legal_form = Some(LegalForm::PublicBody);
        draft.authority_proof.represented_by_company = None;
    });
    let in_capacity = |capacity| {
        let mut draft = with(sole_director(), AuthorityEvidence, organisation);
        draft.representatives.first_mut().unwrap().capacity = Some(capacity);
        without(&format!("{capacity:?}"), draft, AuthorityEvidence, organisation)
    };
    let proxy = changed(board(1, Authority::Limited), |draft| {
        draft.representatives.first_mut().unwrap().capacity = Some(Capacity::ProxyHolder);
        draft.authority_proof.fewer_suffice = Some(true);
    });
    let proxy_and_director = changed(board(2, Authority::Limited), |draft| {
        draft.representatives.first_mut().unwrap().capacity = Some(Capacity::ProxyHolder);
        draft.authority_proof.fewer_suffice = Some(true);
    });
    let mandated = changed(board(2, Authority::Joint), |draft| {
        draft.organisation.legal_form = Some(LegalForm::PublicBody);
        draft.authority_proof.represented_by_company = None;
        draft.authority_proof.fewer_suffice = Some(true);
    });
    let heirs = changed(board(2, Authority::Joint), |draft| {
        draft.organisation.legal_form = Some(LegalForm::SoleProprietorship);
        draft.representatives.iter_mut().for_each(|one| one.capacity = Some(Capacity::Other));
        draft.authority_proof.fewer_suffice = Some(true);
    });
    let scanned = changed(sole_director(), |draft| {
        (draft.signing.method, draft.signing.form) = (Some(SigningMethod::Pen), Some(FormRoute::Attached));
    });
    let qualified = changed(at(Level::Eh4), |draft| draft.signing.method = Some(SigningMethod::Qualified));
    let cases = [
        without("user who signs", sole_director(), UserIdCopy, "user"),
        without("somebody else who signs", employee(), RepresentativeIdCopy, "representatives.0"),
        without("extract attached", with_extract("2026-11-23"), KvkExtract, organisation),
        without("represented by a company", with(company, ParentExtract, organisation), ParentExtract, organisation),
        without("articles", with(articles, Articles, organisation), Articles, organisation),
        without("church, articles", church.clone(), Articles, organisation),
        without("church, minutes", church, AuthorityEvidence, organisation),
        without("public body", with(public_body, AuthorityEvidence, organisation), AuthorityEvidence, organisation),
        without("public body, fewer", with(mandated, AuthorityEvidence, organisation), AuthorityEvidence, organisation),
        without("heirs, fewer", with(heirs, AuthorityEvidence, organisation), AuthorityEvidence, organisation),
        in_capacity(Capacity::Trustee),
        in_capacity(Capacity::Liquidator),
        in_capacity(Capacity::Administrator),
        in_capacity(Capacity::Other),
        without("proxy", with(proxy, AuthorityEvidence, organisation), AuthorityEvidence, organisation),
        without("proxy and director", with(proxy_and_director, Articles, organisation), Articles, organisation),
        without("fiscal number", fiscal(), TaxLetter, organisation),
        without("fiscal number", fiscal(), ForeignRegistration, organisation),
        without("form scanned", with(scanned, RegistrationForm, organisation), RegistrationForm, organisation),
        without("qualified", with(qualified, RegistrationForm, organisation), RegistrationForm, organisation),
    ];
    let mut cases = cases.concat();
    let third = [("documents.representative_id_copy.representatives.2", Rule::DocumentMissing)];
    let in_row = |draft: &mut Draft| draft.documents.retain(|document| document.of != "representatives.2");
    cases.push(Case::new("one of three who sign", board(3, Authority::Joint)).but(in_row).breaks(&third));
    cases.push(Case::new("who need not sign", sole_director()).but(|draft| {
        add(draft, Authority::Limited);
        detach(draft, DocumentKind::RepresentativeIdCopy);
    }));
    cases
}

/// The extracts of the companies above the organisation.
fn chain_cases() -> Vec<Case> {
    let chain = |companies: &str, extracts: usize| {
        let mut draft = sole_director();
        draft.authority_proof.represented_by_company = Some(true);
        companies.clone_into(&mut draft.authority_proof.companies);
        (0..extracts).for_each(|_| attach(&mut draft, DocumentKind::ParentExtract, "organisation"));
        Case::new(&format!("{companies:?} with {extracts}"), draft)
    };
    let extracts = "documents.parent_extract.organisation";
    vec![
        chain("", 1),
        chain("De Vries Holding B.V.", 1),
        chain("De Vries Holding B.V.\n\n De Vries Beheer B.V. \n", 2),
        chain("De Vries Holding B.V.\nDe Vries Beheer B.V.", 0).breaks(&[(extracts, Rule::DocumentMissing)]),
        chain("De Vries Holding B.V.\nDe Vries Beheer B.V.", 1).breaks(&[(extracts, Rule::ExtractsTooFew)]),
        chain("A\nB\nC", 2).offer(|offer| offer.attachments.max_files = 2),
        chain("<b>", 1).breaks(&[("authority_proof.companies", Rule::TextCharacters)]),
        chain(&format!("A\n{}", "b".repeat(201)), 2).breaks(&[("authority_proof.companies", Rule::TooLong)]),
        chain("<b>\nB", 1).but(|draft| draft.authority_proof.represented_by_company = Some(false)),
    ]
}

/// When a copy of the user's identity document is required, for a user who is not a representative.
fn user_copy_cases() -> Vec<Case> {
    let missing = [(USER_COPY, Rule::DocumentMissing)];
    let hired = |draft: &mut Draft| draft.user.employed = Some(false);
    let two_plus = |draft: &mut Draft| draft.purpose.authorisation = at(Level::Eh2Plus).purpose.authorisation;
    let copied = |draft: &mut Draft| attach(draft, DocumentKind::UserIdCopy, "user");
    vec![
        Case::new("employed, EH2+", employee()).but(two_plus),
        Case::new("hired, EH2+", employee()).but(two_plus).but(hired).breaks(&missing),
        Case::new("hired with a copy, EH2+", employee()).but(two_plus).but(hired).but(copied),
        Case::new("employed, EH3", employee()),
        Case::new("hired, EH3", employee()).but(hired).breaks(&missing),
        Case::new("employed, EH4", employee()).but(raise).breaks(&missing),
        Case::new("employed with a copy, EH4", employee()).but(raise).but(copied),
        Case::new("hired, EH4", employee()).but(raise).but(hired).breaks(&missing),
    ]
}

/// Changes the one document of the sole director: the copy of the user's identity document.
fn copy(name: &str, change: impl FnOnce(&mut DocumentDraft)) -> Case {
    Case::new(name, sole_director()).but(|draft| change(draft.documents.first_mut().unwrap()))
}

/// Changes the extract, the second document of an applicant who attaches it.
fn extract(name: &str, change: impl FnOnce(&mut DocumentDraft)) -> Case {
    Case::new(name, with_extract("2026-11-23")).but(|draft| change(draft.documents.get_mut(1).unwrap()))
}

fn media(media_type: &'static str) -> impl Fn(&mut DocumentDraft) {
    move |document| document.media_type = media_type.to_owned()
}

fn file_cases() -> Vec<Case> {
    let name = |name: &str| copy(name, |document| name.clone_into(&mut document.file_name));
    let digest = |digest: &'static str| copy(digest, |document| document.sha256 = digest.to_owned());
    let id = |id: &'static str| copy(id, |document| document.id = id.to_owned());
    let size = |bytes: u64| copy("size", move |document| document.size_bytes = bytes);
    let at = |rule| [(USER_COPY, rule)];
    let astray = [("documents", Rule::DocumentNotAsked), (USER_COPY, Rule::DocumentMissing)];
    vec![
        copy("a PNG", media("image/png")),
        copy("a PDF of an identity document", media("application/pdf")).breaks(&at(Rule::DocumentPdfCopy)),
        copy("a GIF", media("image/gif")).breaks(&at(Rule::DocumentType)),
        copy("no type", media("")).breaks(&at(Rule::DocumentType)),
        extract("a JPEG of an extract", media("image/jpeg")),
        extract("a text", media("text/plain")).breaks(&[(EXTRACT, Rule::DocumentType)]),
        extract("an extract needs no shielding", |document| document.shielded = false),
        copy("not shielded", |document| document.shielded = false).breaks(&at(Rule::DocumentNotShielded)),
        size(0).breaks(&at(Rule::DocumentEmpty)),
        size(1),
        size(10_485_760),
        size(10_485_761).breaks(&at(Rule::DocumentTooLarge)),
        size(u64::MAX).breaks(&at(Rule::DocumentTooLarge)),
        name("").breaks(&at(Rule::Required)),
        name("mijn kopie (1).jpg"),
        name("../kopie.jpg").breaks(&at(Rule::FileNameShape)),
        name("kopie\u{202e}gpj.exe").breaks(&at(Rule::FileNameShape)),
        name("paspoort 111222333.jpg").breaks(&at(Rule::BsnNotAllowed)),
        name(&"a".repeat(100)),
        name(&"a".repeat(101)).breaks(&at(Rule::TooLong)),
        digest("").breaks(&at(Rule::Required)),
        digest("abcd").breaks(&at(Rule::DocumentDigestShape)),
        id("").breaks(&at(Rule::Required)),
        id("1").breaks(&at(Rule::IdShape)),
        copy("no kind", |document| document.kind = None).breaks(&astray),
        copy("for nobody", |document| document.of = BSN.to_owned()).breaks(&astray),
        copy("of another kind", |document| document.kind = Some(DocumentKind::Articles)).breaks(&astray),
    ]
}

/// A copy of `count` pages of this size.
fn pages(count: usize, size_bytes: u64) -> Draft {
    let mut draft = sole_director();
    draft.documents.clear();
    for _ in 0..count {
        attach(&mut draft, DocumentKind::UserIdCopy, "user");
    }
    draft.documents.iter_mut().for_each(|document| document.size_bytes = size_bytes);
    draft
}

fn count_cases() -> Vec<Case> {
    let twice = |id: &str| {
        let id = id.to_owned();
        move |draft: &mut Draft| draft.documents.iter_mut().for_each(|document| document.id.clone_from(&id))
    };
    let id = "019ab0c4-5c1e-7d52-9f0e-00000000000a";
    let in_capitals = |draft: &mut Draft| {
        let second = draft.documents.get_mut(1).unwrap();
        second.id = second.id.to_uppercase();
    };
    let ignored = document(DocumentKind::TaxLetter, "organisation", "../111222333.exe");
    vec![
        Case::new("ten pages", pages(10, 1)),
        Case::new("eleven pages", pages(11, 1)).breaks(&[(USER_COPY, Rule::DocumentTooMany)]),
        Case::new("together just enough", pages(5, 5_242_880)),
        Case::new("together a byte too much", pages(5, 5_242_881)).breaks(&[("documents", Rule::DocumentsTooLarge)]),
        Case::new("the same number twice", pages(2, 1)).but(twice(id)).breaks(&[(USER_COPY, Rule::DocumentIdTwice)]),
        Case::new("the same number twice, once in capitals", pages(2, 1))
            .but(twice(id))
            .but(in_capitals)
            .breaks(&[(USER_COPY, Rule::DocumentIdTwice)]),
        Case::new("a document that is not required is left out", sole_director())
            .but(|draft| draft.documents.push(ignored)),
    ]
}

/// One page of a passport shows everything; of a card both sides are required, if the offer says so.
fn side_cases() -> Vec<Case> {
    let of = |kind: IdentityDocumentKind, count: usize| {
        let mut draft = pages(count, 1);
        draft.user.identity_document.kind = Some(kind);
        Case::new("sides", draft)
    };
    let missing = [(USER_COPY, Rule::DocumentSideMissing)];
    vec![
        of(IdentityDocumentKind::Passport, 1),
        of(IdentityDocumentKind::IdentityCard, 1).breaks(&missing),
        of(IdentityDocumentKind::ResidencePermit, 1).breaks(&missing),
        of(IdentityDocumentKind::DrivingLicence, 1).breaks(&missing),
        of(IdentityDocumentKind::IdentityCard, 2),
        of(IdentityDocumentKind::IdentityCard, 1).offer(|offer| offer.identity_documents.both_sides.clear()),
        of(IdentityDocumentKind::IdentityCard, 1)
            .offer(|offer| offer.levels.iter_mut().for_each(|level| level.identity_document = false)),
        of(IdentityDocumentKind::IdentityCard, 0).breaks(&[(USER_COPY, Rule::DocumentMissing)]),
    ]
}

pub fn cases() -> Vec<Case> {
    [missing_cases(), chain_cases(), user_copy_cases(), file_cases(), count_cases(), side_cases()].concat()
}

#[test]
fn both_sides_of_a_card_are_required() {
    check(side_cases());
}

#[test]
fn there_is_an_extract_of_each_company_above_the_organisation() {
    check(chain_cases());
}

#[test]
fn companies_are_written_one_per_line() {
    let mut draft = sole_director();
    draft.authority_proof.represented_by_company = Some(true);
    draft.authority_proof.companies = " De  Vries Holding B.V.\r\n\nDe Vries Beheer B.V. ".to_owned();
    attach(&mut draft, DocumentKind::ParentExtract, "organisation");
    attach(&mut draft, DocumentKind::ParentExtract, "organisation");
    let written = Draft::from(&Application::parse(&draft, &facts()).unwrap()).authority_proof.companies;
    assert_eq!(written, "De Vries Holding B.V.\nDe Vries Beheer B.V.");
}

#[test]
fn every_required_document_must_be_attached() {
    check(missing_cases());
}

#[test]
fn a_copy_of_the_users_id_is_required_for_hired_users_and_at_eh4() {
    check(user_copy_cases());
}

#[test]
fn a_file_must_have_an_accepted_type() {
    check(file_cases());
}

#[test]
fn the_number_and_size_of_files_are_limited() {
    check(count_cases());
}

#[test]
fn an_application_contains_only_the_required_documents() {
    let application = Application::parse(&sole_director(), &facts()).unwrap();
    assert_eq!(application.documents().len(), 1);
}
