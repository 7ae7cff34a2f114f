//! The organisation.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use crate::domain::scheme::{IdentifierKind, LegalForm};

/// The organisation for which the means is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct OrganisationDraft {
    /// What identifies it.
    pub identifier: IdentifierDraft,
    /// Whether the means is for one branch only.
    pub restricted_to_branch: Option<bool>,
    /// The branch, when it is.
    #[serde(with = "Nullable")]
    pub branch_number: String,
    /// Name as registered.
    #[serde(with = "Nullable")]
    pub name: String,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Address.
    pub address: AddressDraft,
}

/// KvK number or fiscal number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct IdentifierDraft {
    /// Which of the two.
    pub kind: Option<IdentifierKind>,
    /// The number.
    #[serde(with = "Nullable")]
    pub number: String,
}

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AddressDraft {
    /// Street.
    #[serde(with = "Nullable")]
    pub street: String,
    /// House number with letter or addition.
    #[serde(with = "Nullable")]
    pub house_number: String,
    /// Postal code.
    #[serde(with = "Nullable")]
    pub postal_code: String,
    /// Town or city.
    #[serde(with = "Nullable")]
    pub city: String,
    /// Country, ISO 3166-1 alpha-2; empty means the Netherlands.
    #[serde(with = "Nullable")]
    pub country: String,
}
