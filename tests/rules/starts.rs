//! Valid answers that test cases start from.

use eherkenning_wizard::domain::draft::{
    AuthorityProofDraft, DateDraft, DocumentDraft, Draft, RepresentativeDraft, SignatureDraft,
};
use eherkenning_wizard::domain::scheme::{
    Authority, Capacity, DocumentKind, ExtractSource, FormRoute, IdentifierKind, LegalForm, Level, SigningMethod,
};

use crate::case::{Case, check};
use crate::common::{SERVICE_EH2_PLUS, document, sole_director};

/// A service of the tax authority that does not require a KvK number.
pub const SERVICE_TAX: &str = "ea055808-150d-57a0-8620-835d99ec7fa8";

/// A fiscal number. Like every fiscal number it passes the check of a BSN.
pub const FISCAL_NUMBER: &str = "823807071";

/// A number that could be a BSN.
pub const BSN: &str = "111222333";

/// Attaches a file with a unique id.
pub fn attach(draft: &mut Draft, kind: DocumentKind, of: &str) {
    let name = if kind.is_id_copy() { "kopie.jpg" } else { "document.pdf" };
    let id = format!("019ab0c4-5c1e-7d52-9f0e-0000000f{:04x}", draft.documents.len());
    draft.documents.push(DocumentDraft { id, shielded: kind.is_id_copy(), ..document(kind, of, name) });
}

/// Removes every file of a kind.
pub fn detach(draft: &mut Draft, kind: DocumentKind) {
    draft.documents.retain(|document| document.kind != Some(kind));
}

/// A representative who is not the user.
pub fn other(row: usize, authority: Authority) -> RepresentativeDraft {
    let letter = "ABCDEFGHIJKLMNOP".chars().nth(row).unwrap();
    RepresentativeDraft {
        is_user: Some(false),
        given_names: "Jan Willem".to_owned(),
        prefix: "van".to_owned(),
        surname: format!("Smit-{letter}"),
        capacity: Some(Capacity::Director),
        authority: Some(authority),
        email: format!("jan.{row}@bakkerij-devries.example"),
        mobile: format!("+316111111{row:02}"),
        ..RepresentativeDraft::default()
    }
}

/// Adds a representative who is not the user, with a copy of the identity document and a signature.
pub fn add(draft: &mut Draft, authority: Authority) {
    let row = draft.representatives.len();
    let representative = other(row, authority);
    let (by, typed_name) = (SignatureDraft::by(row), representative.surname.clone());
    attach(draft, DocumentKind::RepresentativeIdCopy, &by);
    draft.representatives.push(representative);
    draft.signatures.push(SignatureDraft { by, typed_name, ..SignatureDraft::default() });
}

/// `count` representatives with this authority at EH3, who all sign; the first is the user.
pub fn board(count: usize, authority: Authority) -> Draft {
    let mut draft = sole_director();
    draft.representatives.first_mut().unwrap().authority = Some(authority);
    for _ in 1..count {
        add(&mut draft, authority);
    }
    draft.representatives.iter_mut().for_each(|one| one.signs = Some(true));
    draft.authority_proof.fewer_suffice = Some(false);
    draft.authorisations_manager = Some(true);
    draft
}

/// An employee at EH3 who is not a representative; a director with sole authority signs.
pub fn employee() -> Draft {
    let mut draft = sole_director();
    draft.representatives.clear();
    draft.signatures.clear();
    draft.documents.clear();
    add(&mut draft, Authority::Sole);
    draft.authorisations_manager = Some(false);
    draft
}

/// An organisation with only a fiscal number, at EH3.
pub fn fiscal() -> Draft {
    let mut draft = sole_director();
    draft.purpose.authorisation.services = vec![SERVICE_TAX.to_owned()];
    draft.organisation.identifier.kind = Some(IdentifierKind::Fiscal);
    draft.organisation.identifier.number = FISCAL_NUMBER.to_owned();
    draft.organisation.restricted_to_branch = None;
    draft.organisation.legal_form = Some(LegalForm::ForeignCompany);
    draft.organisation.address.country = "BE".to_owned();
    draft.authority_proof = AuthorityProofDraft::default();
    attach(&mut draft, DocumentKind::TaxLetter, "organisation");
    attach(&mut draft, DocumentKind::ForeignRegistration, "organisation");
    draft
}

/// The sole director at another level.
pub fn at(level: Level) -> Draft {
    let mut draft = sole_director();
    match level {
        Level::Eh2Plus => draft.purpose.authorisation.services = vec![SERVICE_EH2_PLUS.to_owned()],
        Level::Eh3 => {}
        Level::Eh4 => raise(&mut draft),
    }
    draft
}

/// Raises the answers to EH4, signed with a pen and posted.
pub fn raise(draft: &mut Draft) {
    draft.purpose.level = Some(Level::Eh4);
    draft.user.identity_document.number = "XR1001R58".to_owned();
    draft.signing.method = Some(SigningMethod::Pen);
    draft.signing.form = Some(FormRoute::Posted);
}

/// The sole director with an attached extract of this date.
pub fn with_extract(date: &str) -> Draft {
    let mut draft = sole_director();
    draft.authority_proof.extract = Some(ExtractSource::Attached);
    draft.authority_proof.extract_issued_on = DateDraft::from(date);
    attach(&mut draft, DocumentKind::KvkExtract, "organisation");
    draft
}

/// Every start, by name.
pub fn all() -> Vec<(&'static str, Draft)> {
    vec![
        ("sole director", sole_director()),
        ("two together", board(2, Authority::Joint)),
        ("three together", board(3, Authority::Joint)),
        ("three of limited authority", board(3, Authority::Limited)),
        ("employee", employee()),
        ("fiscal number", fiscal()),
        ("EH2+", at(Level::Eh2Plus)),
        ("EH4", at(Level::Eh4)),
        ("extract attached", with_extract("2026-11-23")),
    ]
}

#[test]
fn every_start_is_valid() {
    check(all().into_iter().map(|(name, draft)| Case::new(name, draft)).collect());
    check(all().into_iter().map(|(name, draft)| Case::signed(name, &draft)).collect());
}
