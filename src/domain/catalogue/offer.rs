//! What the supplier offers, as data: levels, prices, requirements, limits and texts' versions.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::domain::json::{record, wire_names};
use crate::domain::scheme::{
    Cents, FormRoute, IdentificationMethod, IdentityDocumentKind, Level, Means, PaymentMethod, SigningMethod,
};

/// The format that this version reads.
pub const OFFER_FORMAT: &str = "eherkenning-offer/1";

/// An offer that can be worked with: every level has a price, a means, an identification and a way of signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "OfferTerms")]
pub struct Offer(OfferTerms);

impl Deref for Offer {
    type Target = OfferTerms;

    fn deref(&self) -> &OfferTerms {
        &self.0
    }
}

/// Why an offer cannot be worked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferError {
    /// The format is another than [`OFFER_FORMAT`].
    Format(String),
    /// A level stands in the offer twice.
    LevelTwice(Level),
    /// A list that must hold something is empty; the name of the list.
    Empty(&'static str),
    /// A copy identifies somebody at EH2+ only: from EH3 on the document itself is looked at.
    /// Source: <https://www.eherkenning.nl/en/levels-of-assurance>
    CopyNotEnough,
}

impl fmt::Display for OfferError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(found) => write!(formatter, "offer: format is \"{found}\", known is \"{OFFER_FORMAT}\""),
            Self::LevelTwice(level) => write!(formatter, "offer: level {} stands twice", level.code()),
            Self::Empty(list) => write!(formatter, "offer: {list} is empty"),
            Self::CopyNotEnough => formatter.write_str("offer: a copy identifies nobody above EH2+"),
        }
    }
}

impl std::error::Error for OfferError {}

impl OfferError {
    /// Where in the offer, as a JSON pointer.
    pub fn pointer(&self) -> String {
        match self {
            Self::Format(_) => "/format".to_owned(),
            Self::LevelTwice(_) | Self::CopyNotEnough => "/levels".to_owned(),
            Self::Empty(list) if list.starts_with("levels.") => "/levels".to_owned(),
            Self::Empty(list) => format!("/{}", list.replace('.', "/")),
        }
    }
}

impl TryFrom<OfferTerms> for Offer {
    type Error = OfferError;

    fn try_from(terms: OfferTerms) -> Result<Self, OfferError> {
        if terms.format != OFFER_FORMAT {
            return Err(OfferError::Format(terms.format));
        }
        let lists = [
            ("levels", terms.levels.is_empty()),
            ("payment_methods", terms.payment_methods.is_empty()),
            ("form_routes", terms.form_routes.is_empty()),
            ("identity_documents.kinds", terms.identity_documents.kinds.is_empty()),
        ];
        if let Some((name, _)) = lists.into_iter().find(|(_, empty)| *empty) {
            return Err(OfferError::Empty(name));
        }
        for (index, level) in terms.levels.iter().enumerate() {
            if terms.levels.iter().take(index).any(|other| other.level == level.level) {
                return Err(OfferError::LevelTwice(level.level));
            }
            let lists = [
                ("levels.terms", level.terms.is_empty()),
                ("levels.means", level.means.is_empty()),
                ("levels.identification", level.identification.is_empty()),
                ("levels.signing", level.signing.is_empty() || level.sole_applicant_signing.is_empty()),
            ];
            if let Some((name, _)) = lists.into_iter().find(|(_, empty)| *empty) {
                return Err(OfferError::Empty(name));
            }
            let is_copy = |one: &IdentificationPrice| one.method == IdentificationMethod::Copy;
            if level.level != Level::Eh2Plus && level.identification.iter().any(is_copy) {
                return Err(OfferError::CopyNotEnough);
            }
        }
        Ok(Self(terms))
    }
}

record! {
    /// The terms as they stand in `offer.json`. Amounts are cents without VAT.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct OfferTerms {
        /// [`OFFER_FORMAT`].
        pub format: String,
        /// Version of this offer; free text.
        pub version: String,
        /// Whether this is an example of a supplier that does not exist.
        pub example: bool as optional,
        /// Who offers.
        pub supplier: Supplier,
        /// Where applications are posted in mode `frame`, and when the page names no endpoint; a URL, which may be
        /// relative to that of the offer.
        pub endpoint: Option<String> as optional,
        /// VAT on every amount, in percent.
        pub vat_percent: u32,
        /// The levels that are offered.
        pub levels: Vec<LevelOffer>,
        /// Ways of paying.
        pub payment_methods: Vec<PaymentMethod>,
        /// Surcharge for urgent handling; absent when there is none to be had.
        pub urgent: Option<Cents> as optional,
        /// Authorisations included, and the price of each more.
        pub authorisations: AuthorisationsOffer,
        /// The KvK extract.
        pub extract: ExtractOffer,
        /// Identity documents.
        pub identity_documents: IdentityDocumentsOffer,
        /// What must be covered on a copy of an identity document.
        pub shielding: Shielding,
        /// Limits to attachments.
        pub attachments: Attachments,
        /// How the signed form may come.
        pub form_routes: Vec<FormRoute>,
        /// Whether the articles of association may prove that fewer people sign.
        pub articles_prove_fewer: bool,
        /// The most representatives that can be entered.
        pub max_representatives: usize,
        /// Whether foreign mobile numbers are taken.
        pub foreign_mobile: bool as optional,
        /// Working days in which an application is handled once it is complete, at most.
        pub handling_days: u32,
        /// Texts that must be accepted, and help.
        pub links: Links,
        /// Origins to which `return-url` may point.
        pub return_origins: Vec<String> as optional,
        /// Origins whose pages may hold the wizard in a frame; that of the wizard's own page always may.
        pub frame_parents: Vec<String> as optional,
        /// What helps to find services.
        pub search: SearchTerms as optional,
    }
}

record! {
    /// What helps to find services in the catalogue.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct SearchTerms {
        /// Words for which people look: in each list first a word or name that stands in the catalogue, then what
        /// people type for it.
        pub synonyms: Vec<Vec<String>>,
        /// OINs of providers and UUIDs of services that stand first where others match as well.
        pub popular: Vec<String>,
    }
}

record! {
    /// Who offers.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Supplier {
        /// Name.
        pub name: String,
        /// E-mail address for questions.
        pub email: String,
        /// Telephone number for questions.
        pub telephone: String,
        /// Where the signed form is posted; one line each.
        pub address: Vec<String>,
    }
}

record! {
    /// What is asked and what it costs at one level.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LevelOffer {
        /// The level.
        pub level: Level,
        /// Terms with their price.
        pub terms: Vec<TermPrice>,
        /// Kinds of means.
        pub means: Vec<Means>,
        /// Ways of identification with their price.
        pub identification: Vec<IdentificationPrice>,
        /// How many of the jointly authorised must sign (DOMAIN 3 row 16).
        pub joint: JointPolicy,
        /// Whether those with limited authority can sign (DOMAIN 3 row 16 note j).
        pub limited: LimitedPolicy,
        /// Whether the place of birth is asked (row 10 note f).
        pub birth_place: bool,
        /// Whether kind and last day of the identity document are asked (row 13 note i).
        pub identity_document: bool,
        /// Whether the number of the identity document is asked (row 13 note i).
        pub identity_document_number: bool,
        /// Whether e-mail and mobile of the representatives are asked (row 15).
        pub representative_contact: bool,
        /// When a copy of the user's identity document is asked (row 12 notes g and h).
        pub user_id_copy: UserIdCopyPolicy,
        /// Whether a copy of each signatory's identity document is asked (row 17).
        pub representative_id_copy: bool,
        /// How representatives may sign (row 20).
        pub signing: Vec<SigningMethod>,
        /// How a solely authorised representative who applies for themself may sign (row 20 note m).
        pub sole_applicant_signing: Vec<SigningMethod>,
    }
}

record! {
    /// A term and its price.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TermPrice {
        /// Length in years; an authorisation lasts five years at most.
        pub years: u8,
        /// Price of the whole term.
        pub price: Cents,
    }
}

record! {
    /// A way of identification and its price.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct IdentificationPrice {
        /// How.
        pub method: IdentificationMethod,
        /// Price.
        pub price: Cents,
    }
}

/// How many of the jointly authorised must sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "check", schemars(rename_all = "snake_case"))]
pub enum JointPolicy {
    /// All of them.
    All,
    /// More than half, and at least two.
    Majority,
}
wire_names!(JointPolicy: All = "all", Majority = "majority");

/// Whether and how those with limited authority can sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "check", schemars(rename_all = "snake_case"))]
pub enum LimitedPolicy {
    /// They cannot.
    Refused,
    /// At least two of them.
    AtLeastTwo,
    /// More than half of them, and at least two.
    Majority,
    /// Only when all representatives are limited; then all sign.
    All,
}
wire_names!(LimitedPolicy: Refused = "refused", AtLeastTwo = "at_least_two", Majority = "majority", All = "all");

/// When a copy of the user's identity document is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "check", schemars(rename_all = "snake_case"))]
pub enum UserIdCopyPolicy {
    /// When the user is not employed by the organisation.
    NotEmployed,
    /// When the user is not a representative.
    NotRepresentative,
    /// Always.
    Always,
}
wire_names!(UserIdCopyPolicy:
    NotEmployed = "not_employed", NotRepresentative = "not_representative", Always = "always");

record! {
    /// Authorisations included, and the price of each more.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AuthorisationsOffer {
        /// How many services or providers are included.
        pub included: usize,
        /// Price of each more.
        pub extra: Cents,
    }
}

record! {
    /// The KvK extract.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ExtractOffer {
        /// How old it may be, in days. Source: https://www.kpn.com/zakelijk/eherkenning/eh3.htm
        pub max_age_days: u32,
        /// Price for which the supplier fetches it; absent when the applicant must bring it.
        pub fetched: Option<Cents> as optional,
    }
}

record! {
    /// Identity documents.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct IdentityDocumentsOffer {
        /// Months for which the document must still be valid.
        pub valid_months: u32,
        /// Kinds that are taken.
        pub kinds: Vec<IdentityDocumentKind>,
        /// Kinds of which a copy must show both sides, one image each. Source:
        /// https://support.qv-eherkenning.nl/veelgestelde-vraag/aanvragen-activeren/aanvragen/aan-welke-eisen-moet-mijn-kopie-id-voldoen/
        pub both_sides: Vec<IdentityDocumentKind> as optional,
    }
}

record! {
    /// What must be covered on a copy of an identity document.
    #[derive(Clone, Debug, PartialEq, Eq)]
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
}

record! {
    /// Limits to attachments.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Attachments {
        /// Largest file, in bytes.
        pub max_bytes: u64,
        /// Largest total, in bytes.
        pub max_total_bytes: u64,
        /// Most files for one document, as pages.
        pub max_files: usize,
        /// Longest side of an image after re-encoding, in pixels.
        pub max_side: u32,
        /// Shortest long side that can still be read, in pixels.
        pub min_side: u32,
    }
}

record! {
    /// Texts that must be accepted, and help.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Links {
        /// Terms of use.
        pub terms: Statement,
        /// Privacy statement.
        pub privacy: Statement,
    }
}

record! {
    /// A text that must be accepted.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Statement {
        /// Version in force.
        pub version: String,
        /// Where it can be read; https only.
        pub url: String,
    }
}

impl Offer {
    /// What is offered at a level.
    pub fn level(&self, level: Level) -> Option<&LevelOffer> {
        self.levels.iter().find(|offer| offer.level == level)
    }

    /// The lowest price of a means per year, for the welcome screen.
    pub fn lowest_price_per_year(&self) -> Option<Cents> {
        let terms = self.levels.iter().flat_map(|level| &level.terms);
        terms.filter(|term| term.years > 0).map(|term| Cents(term.price.0 / i64::from(term.years))).min()
    }
}
