//! A finished application for tests to start from, which spoil one thing and see which rules it breaks.

#![allow(dead_code, reason = "each test target uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

pub mod strict;

use std::fs;
use std::path::PathBuf;

use eherkenning_wizard::domain::application::{Facts, Seal, SignedApplication};
use eherkenning_wizard::domain::draft::{
    AddressDraft, AuthorisationDraft, AuthorityProofDraft, ConsentDraft, ConsentsDraft, ContractDraft, DateDraft,
    DocumentDraft, Draft, IdentificationDraft, IdentifierDraft, IdentityDocumentDraft, OrganisationDraft, PaymentDraft,
    PurposeDraft, RepresentativeDraft, SignatureDraft, SigningDraft, SourceDraft, UserDraft,
};
use eherkenning_wizard::domain::scheme::{
    AuthorisationKind, Authority, Capacity, Date, DocumentKind, ExtractSource, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, Lang, LegalForm, Means, PaymentMethod, SigningMethod,
};

/// A service at EH3.
pub const SERVICE_EH3: &str = "9a794d1d-f7ba-5ee4-86ea-d3d5490b2f7e";

/// A service at EH2+ of another provider.
pub const SERVICE_EH2_PLUS: &str = "71c69e39-150c-5940-97b4-4c02d052937a";

/// The number of the finished application.
pub const ID: &str = "019ab0c4-5c1e-7d52-9f0e-6f1d2c3b4a59";

/// The moment at which everything happens.
pub const MOMENT: &str = "2026-11-23T10:15:00Z";

/// The day of [`MOMENT`].
pub const TODAY: &str = "2026-11-23";

/// A file of the public folder.
pub fn public(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("public").join(name)
}

/// The offer and the catalogue that come with the wizard, on [`TODAY`].
pub fn facts() -> Facts {
    let read = |name| fs::read(public(name)).unwrap();
    Facts {
        offer: serde_json::from_slice(&read("offer.json")).unwrap(),
        catalogue: serde_json::from_slice(&read("catalogue.json")).unwrap(),
        today: Date::parse_iso(TODAY).unwrap(),
    }
}

/// All answers of a sole director who applies for themself: EH3 for two services, everything on the screen.
pub fn sole_director() -> Draft {
    Draft {
        language: Some(Lang::Nl),
        purpose: PurposeDraft {
            authorisation: AuthorisationDraft {
                kind: Some(AuthorisationKind::Services),
                services: vec![SERVICE_EH3.to_owned(), SERVICE_EH2_PLUS.to_owned()],
                ..AuthorisationDraft::default()
            },
            ..PurposeDraft::default()
        },
        user: user(),
        organisation: organisation(),
        representatives: vec![RepresentativeDraft {
            is_user: Some(true),
            capacity: Some(Capacity::Director),
            authority: Some(Authority::Sole),
            ..RepresentativeDraft::default()
        }],
        authority_proof: AuthorityProofDraft {
            extract: Some(ExtractSource::Fetched),
            represented_by_company: Some(false),
            ..AuthorityProofDraft::default()
        },
        contract: ContractDraft {
            term_years: Some(3),
            means: Some(Means::App),
            urgent: Some(false),
            payment: PaymentDraft { method: Some(PaymentMethod::Ideal), ..PaymentDraft::default() },
            price: None,
        },
        identification: IdentificationDraft { method: Some(IdentificationMethod::App) },
        documents: vec![DocumentDraft { shielded: true, ..document(DocumentKind::UserIdCopy, "user", "kopie.jpg") }],
        consents: ConsentsDraft { terms: consent(), privacy: consent() },
        signing: SigningDraft { method: Some(SigningMethod::Screen), form: None },
        signatures: vec![SignatureDraft {
            by: SignatureDraft::by(0),
            typed_name: "J.M. de Vries".to_owned(),
            ..SignatureDraft::default()
        }],
        ..Draft::default()
    }
}

fn user() -> UserDraft {
    UserDraft {
        is_applicant: Some(true),
        employed: Some(true),
        given_names: "Johanna Maria".to_owned(),
        prefix: "de".to_owned(),
        surname: "Vries".to_owned(),
        birth_date: DateDraft::from("1985-02-28"),
        birth_place: "Groningen".to_owned(),
        email: "johanna@bakkerij-devries.example".to_owned(),
        mobile: "+31612345678".to_owned(),
        identity_document: IdentityDocumentDraft {
            kind: Some(IdentityDocumentKind::Passport),
            country: "NL".to_owned(),
            number: String::new(),
            expires_on: DateDraft::from("2031-05-01"),
        },
        ..UserDraft::default()
    }
}

fn organisation() -> OrganisationDraft {
    OrganisationDraft {
        identifier: IdentifierDraft { kind: Some(IdentifierKind::Kvk), number: "68750110".to_owned() },
        restricted_to_branch: Some(false),
        branch_number: String::new(),
        name: "Bakkerij De Vries B.V.".to_owned(),
        legal_form: Some(LegalForm::PrivateLimitedCompany),
        address: AddressDraft {
            street: "Oude Ebbingestraat".to_owned(),
            house_number: "12".to_owned(),
            postal_code: "9712 HH".to_owned(),
            city: "Groningen".to_owned(),
            country: "NL".to_owned(),
        },
        source: SourceDraft::default(),
    }
}

/// A description of a document, for the rules only: a posted document needs its true size and digest.
pub fn document(kind: DocumentKind, of: &str, file_name: &str) -> DocumentDraft {
    let media_type = match file_name.rsplit('.').next() {
        Some("jpg") => "image/jpeg",
        Some("png") => "image/png",
        _ => "application/pdf",
    };
    let row = DocumentKind::ALL.iter().position(|other| *other == kind).unwrap();
    DocumentDraft {
        id: format!("019ab0c4-5c1e-7d52-9f0e-{row:012x}"),
        kind: Some(kind),
        of: of.to_owned(),
        file_name: file_name.to_owned(),
        media_type: media_type.to_owned(),
        size_bytes: 1000,
        sha256: "ab".repeat(32),
        shielded: false,
    }
}

fn consent() -> Option<ConsentDraft> {
    Some(ConsentDraft { version: "2026-01".to_owned(), accepted_at: MOMENT.to_owned() })
}

/// Finishes a draft that has no issues.
pub fn seal(draft: &Draft) -> SignedApplication {
    let seal = Seal { id: ID.to_owned(), at: MOMENT.to_owned() };
    SignedApplication::seal(draft, &facts(), &seal).unwrap()
}

/// The finished application of [`sole_director`], as it is sent.
pub fn finished_draft() -> Draft {
    Draft::from(&seal(&sole_director()))
}
