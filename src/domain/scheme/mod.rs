//! The value types of the eHerkenning scheme. `parse` is the only way to make one, so a value that exists is valid.
//!
//! # Glossary
//!
//! The English words are those of the scheme and of business.gov.nl. Definitions:
//! <https://afsprakenstelsel.etoegang.nl/display/as/Artikel+1.+Definities>
//!
//! | Type | Dutch | Meaning |
//! | --- | --- | --- |
//! | [`Authority`] | *bevoegdheid* | whether a representative may act alone, jointly or within limits |
//! | [`AuthorisationKind`] | *machtiging* | for which services the user may act for the organisation |
//! | [`BirthDate`] | *geboortedatum* | date of birth; its day, or day and month, may be unknown |
//! | [`BranchNumber`] | *vestigingsnummer* | number of a branch in the trade register |
//! | [`Capacity`] | *hoedanigheid* | role of a representative: owner, director, … |
//! | [`Cents`] | *bedrag* | amount of money |
//! | [`Country`] | *land* | country, ISO 3166-1, or Kosovo |
//! | [`Date`] | *datum* | civil date |
//! | [`DocumentKind`] | *bijlage* | kind of attached document |
//! | [`Email`] | *e-mailadres* | e-mail address |
//! | [`ExtractSource`] | *KVK-uittreksel* | who provides the extract from the trade register |
//! | [`FileName`] | *bestandsnaam* | name of an attached file |
//! | [`FiscalNumber`] | *fiscaal nummer*, *RSIN* | number at the tax authority; number of legal persons |
//! | [`FormRoute`] | *registratieformulier* | how the form signed with a pen reaches the supplier |
//! | [`HouseNumber`] | *huisnummer* | number, and what is behind it |
//! | [`IdentificationMethod`] | *identificatie* | how the user is identified |
//! | [`IdentifierKind`] | *identificerend nummer* | what identifies the organisation |
//! | [`IdentityDocumentKind`] | *identiteitsbewijs* | kind of identity document |
//! | [`IdentityDocumentNumber`] | *documentnummer* | number of an identity document |
//! | [`KvkNumber`] | *KVK-nummer* | number of a business in the trade register |
//! | [`Lang`] | *taal* | language of the applicant |
//! | [`LegalForm`] | *rechtsvorm* | legal form |
//! | [`Level`] | *betrouwbaarheidsniveau* | level of assurance that is still issued |
//! | [`Means`] | *eHerkenningsmiddel*, *inlogmiddel* | how the user logs in |
//! | [`MediaType`] | *bestandstype* | kind of file |
//! | [`Mobile`] | *mobiel nummer* | mobile number, for codes by SMS |
//! | [`Moment`] | *tijdstip* | point in time in UTC |
//! | [`Oin`] | *organisatie-identificatienummer* | number of an organisation that exchanges data with government |
//! | [`PaymentMethod`] | *betaalwijze* | how the organisation pays |
//! | [`PersonName`] | *voornamen*, *achternaam* | first names or surname, as on the identity document |
//! | [`PlainName`] | *statutaire naam*, *handelsnaam* | name of an organisation |
//! | [`PostalCode`] | *postcode* | Dutch postal code |
//! | [`Prefix`] | *tussenvoegsel* | prefix of a surname |
//! | [`ServiceId`] | *dienst-ID* | names a service of one provider |
//! | [`ServiceUuid`] | *dienst-UUID* | identifies a service for authorisations |
//! | [`Sha256`] | *hash* | digest of a document, or of what is signed |
//! | [`SigningMethod`] | *ondertekening* | how representatives sign |
//! | [`StatedLevel`] | *betrouwbaarheidsniveau* | level that a service provider states, including those no longer issued |
//! | [`Text`] | *vrije tekst* | free text |
//! | [`Uuid`] | *kenmerk* | id of an application or document |
//!
//! A citizen service number (*burgerservicenummer*, BSN) has no type: [`contains_bsn`] detects it, so that it can be
//! refused.

mod address;
mod as_str;
mod birth_date;
mod bsn;
mod choices;
mod date;
mod date_rules;
mod digest;
mod document_kind;
mod email;
mod file_name;
mod identity_document_number;
mod kvk_number;
mod level;
mod media;
mod mobile;
mod money;
mod name;
mod punycode;
mod service_id;
mod text;

pub use address::{Country, HouseNumber, PostalCode};
pub use birth_date::BirthDate;
pub use bsn::contains_bsn;
pub use choices::{
    AuthorisationKind, Authority, Capacity, ExtractSource, FormRoute, IdentificationMethod, IdentifierKind,
    IdentityDocumentKind, Lang, LegalForm, Means, MediaType, PaymentMethod, SigningMethod,
};
pub use date::Date;
pub use date_rules::{birth_date, extract_date, identity_document_expiry};
pub use digest::{Moment, Sha256, Uuid, from_hexadecimal, hexadecimal};
pub use document_kind::DocumentKind;
pub use email::Email;
pub use file_name::FileName;
pub use identity_document_number::IdentityDocumentNumber;
pub use kvk_number::{BranchNumber, FiscalNumber, KvkNumber, Oin};
pub use level::{Level, StatedLevel};
pub use media::{JpegEnd, jpeg_without_notes, pdf_may_be_encrypted};
pub use mobile::Mobile;
pub use money::Cents;
pub use name::{PersonName, Prefix};
pub use service_id::{ServiceId, ServiceUuid};
pub use text::{PlainName, Text, fold, is_dash};
