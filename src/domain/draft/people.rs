//! The user, the representatives, and the proof of their authority.

use serde::{Deserialize, Serialize};

use super::{DateDraft, wire};
use crate::domain::scheme::{Authority, Capacity, ExtractSource, IdentityDocumentKind};

/// The person who will use the means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct UserDraft {
    /// Whether the applicant is the user, as must be.
    pub is_applicant: Option<bool>,
    /// Whether the organisation employs the user.
    pub employed: Option<bool>,
    /// All first names, as on the identity document.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub given_names: String,
    /// Prefix of the surname.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub prefix: String,
    /// Surname.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub surname: String,
    /// Date of birth.
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub birth_date: DateDraft,
    /// Place of birth.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub birth_place: String,
    /// Own e-mail address.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub email: String,
    /// Own mobile number.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub mobile: String,
    /// Identity document.
    pub identity_document: IdentityDocumentDraft,
}

/// An identity document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct IdentityDocumentDraft {
    /// Kind.
    pub kind: Option<IdentityDocumentKind>,
    /// Country that issued it, ISO 3166-1 alpha-2.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub country: String,
    /// Number, where the offer asks it.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub number: String,
    /// Last day on which it is valid.
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub expires_on: DateDraft,
}

/// Somebody who may represent the organisation, as on the extract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RepresentativeDraft {
    /// Whether this is the user; then the names are those of the user.
    pub is_user: Option<bool>,
    /// First names.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub given_names: String,
    /// Prefix of the surname.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub prefix: String,
    /// Surname.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub surname: String,
    /// Capacity.
    pub capacity: Option<Capacity>,
    /// How far the authority reaches.
    pub authority: Option<Authority>,
    /// E-mail address.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub email: String,
    /// Mobile number.
    #[serde(with = "wire::nullable")]
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub mobile: String,
}

/// Proof of who may represent the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AuthorityProofDraft {
    /// Who brings the KvK extract.
    pub extract: Option<ExtractSource>,
    /// Date on the extract.
    #[cfg_attr(feature = "check", schemars(with = "Option<String>"))]
    pub extract_issued_on: DateDraft,
    /// Whether the articles of association let those entered sign alone.
    pub fewer_suffice: Option<bool>,
    /// Whether another company represents the organisation.
    pub represented_by_company: Option<bool>,
}
