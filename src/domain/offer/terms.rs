//! The parts of an offer: levels, prices, proofs and documents.

use serde::{Deserialize, Serialize};

use crate::domain::rules::codes;
use crate::domain::scheme::{Cents, IdentificationMethod, IdentityDocumentKind, Level, Means, SigningMethod};

/// Search settings for services in the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SearchTerms {
    /// Words that people search for: each list begins with a word or name of the catalogue, followed by what people
    /// type for it.
    pub synonyms: Vec<Vec<String>>,
    /// OINs of providers and UUIDs of services that come first among equal matches.
    pub popular: Vec<String>,
}

/// Where data can be looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lookup {
    /// Where the registration of an organisation is asked by `GET`; a URL with `{kvk_number}` in its path, relative to
    /// that of the offer, or https at one of `origins`.
    pub organisation: String,
    /// Origins other than that of the offer that may be asked.
    #[serde(default)]
    pub origins: Vec<String>,
}

/// The supplier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Supplier {
    /// Name.
    pub name: String,
    /// E-mail address for questions.
    pub email: String,
    /// Telephone number for questions.
    pub telephone: String,
    /// Postal address for the signed form, line by line.
    pub address: Vec<String>,
}

/// Requirements and prices at one level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LevelOffer {
    /// The level.
    pub level: Level,
    /// Terms with their price.
    pub terms: Vec<TermPrice>,
    /// Kinds of means on offer.
    pub means: Vec<Means>,
    /// Ways of identification with their price.
    pub identification: Vec<IdentificationPrice>,
    /// How many representatives with joint authority must sign: `all`; `majority`, more than half and at least two; or
    /// `at_least_two`.
    pub joint: JointPolicy,
    /// Whether representatives with limited authority can sign, and how many must: `refused`, or as `joint`;
    /// `all` only if all representatives have limited authority. If both are `at_least_two`, any two sign together.
    pub limited: LimitedPolicy,
    /// Whether the owner of a sole proprietorship needs a means too if the user is someone else. Source:
    /// https://helpdesk.digidentity.com, article 31557618144145
    #[serde(default)]
    pub owner_registers: bool,
    /// Whether the place of birth is asked.
    pub birth_place: bool,
    /// Whether kind and expiry date of the identity document are asked.
    pub identity_document: bool,
    /// Whether the number of the identity document is asked.
    pub identity_document_number: bool,
    /// Whether e-mail and mobile of the representatives are asked.
    pub representative_contact: bool,
    /// When a copy of the user's identity document is asked: when the user is `not_employed` by the organisation, is a
    /// `not_representative`, or `always`.
    pub user_id_copy: UserIdCopyPolicy,
    /// Whether a copy of each signatory's identity document is asked.
    pub representative_id_copy: bool,
    /// How representatives may sign.
    pub signing: Vec<SigningMethod>,
    /// How representatives with sole authority who apply for themselves may sign.
    pub sole_applicant_signing: Vec<SigningMethod>,
    /// Whether representatives may sign on a device of their own, by a handover.
    #[serde(default)]
    pub handover: bool,
}

/// A term and its price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TermPrice {
    /// Length in years; an authorisation lasts five years at most.
    pub years: u8,
    /// Price of the whole term.
    pub price: Cents,
}

/// A way of identification and its price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IdentificationPrice {
    /// How.
    pub method: IdentificationMethod,
    /// Price.
    pub price: Cents,
}

codes! {
    /// How many representatives with joint authority must sign.
    pub enum JointPolicy {
        /// All of them.
        All = "all",
        /// More than half, and at least two.
        Majority = "majority",
        /// At least two of them.
        AtLeastTwo = "at_least_two",
    }
}

impl JointPolicy {
    /// How many must sign of this many.
    pub fn needed(self, entitled: usize) -> usize {
        match self {
            Self::All => entitled,
            Self::Majority => entitled.min(entitled / 2 + 1),
            Self::AtLeastTwo => entitled.min(2),
        }
    }
}

codes! {
    /// Whether and how those with limited authority can sign.
    pub enum LimitedPolicy {
        /// No.
        Refused = "refused",
        /// Yes, at least two of them.
        AtLeastTwo = "at_least_two",
        /// Yes, more than half of them, and at least two.
        Majority = "majority",
        /// Only if all representatives have limited authority; then all sign.
        All = "all",
    }
}

impl LimitedPolicy {
    /// How many must sign; `None` if they cannot.
    pub const fn how_many(self) -> Option<JointPolicy> {
        match self {
            Self::Refused => None,
            Self::AtLeastTwo => Some(JointPolicy::AtLeastTwo),
            Self::Majority => Some(JointPolicy::Majority),
            Self::All => Some(JointPolicy::All),
        }
    }
}

codes! {
    /// When a copy of the user's identity document is asked.
    pub enum UserIdCopyPolicy {
        /// When the user is not employed by the organisation.
        NotEmployed = "not_employed",
        /// When the user is not a representative.
        NotRepresentative = "not_representative",
        /// Always.
        Always = "always",
    }
}

/// Authorisations included, and the price of each more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuthorisationsOffer {
    /// Number of services or providers that are included.
    pub included: usize,
    /// Price of each extra one.
    pub extra: Cents,
}

/// The KvK extract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExtractOffer {
    /// Maximum age, in days. Source: https://www.kpn.com/zakelijk/eherkenning/eh3.htm
    pub max_age_days: u32,
    /// Price for which the supplier fetches it; absent if the applicant must attach it.
    #[serde(default)]
    pub fetched: Option<Cents>,
}

/// Identity documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IdentityDocumentsOffer {
    /// Months for which the document must still be valid.
    pub valid_months: u32,
    /// Kinds that are accepted.
    pub kinds: Vec<IdentityDocumentKind>,
    /// Kinds for which a copy must show both sides, one image each. Source:
    /// https://support.qv-eherkenning.nl/veelgestelde-vraag/aanvragen-activeren/aanvragen/aan-welke-eisen-moet-mijn-kopie-id-voldoen/
    #[serde(default)]
    pub both_sides: Vec<IdentityDocumentKind>,
    /// Kinds that are accepted only if the Netherlands issued them.
    #[serde(default)]
    pub dutch_only: Vec<IdentityDocumentKind>,
}

/// What must be covered on a copy of an identity document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shielding {
    /// The photo.
    pub photo: bool,
    /// The nationality.
    pub nationality: bool,
    /// The citizen service number, front, back and in the machine-readable zone.
    pub bsn: bool,
    /// The whole machine-readable zone.
    pub mrz: bool,
}

/// Limits to attachments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attachments {
    /// Maximum size of a file, in bytes.
    pub max_bytes: u64,
    /// Maximum total size, in bytes.
    pub max_total_bytes: u64,
    /// Maximum number of files (pages) for one document.
    pub max_files: usize,
    /// Maximum length of the longer side of an image after re-encoding, in pixels.
    pub max_side: u32,
    /// Minimum length of the longer side at which an image is legible, in pixels.
    pub min_side: u32,
}

/// Texts that must be accepted, and help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Links {
    /// Terms of use.
    pub terms: Statement,
    /// Privacy statement.
    pub privacy: Statement,
}

/// A text that must be accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// Version in force.
    pub version: String,
    /// Its address; https only.
    pub url: String,
}
