//! The contract: term, means, payment, price, identification.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use crate::domain::scheme::{Cents, IdentificationMethod, Means, PaymentMethod};

/// What is agreed with the supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ContractDraft {
    /// Length in years.
    pub term_years: Option<u8>,
    /// How the user logs in.
    pub means: Option<Means>,
    /// Whether it is handled with urgency.
    pub urgent: Option<bool>,
    /// Payment.
    pub payment: PaymentDraft,
    /// Price, given when the application is finished.
    pub price: Option<PriceDraft>,
}

/// How the organisation pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PaymentDraft {
    /// Method.
    pub method: Option<PaymentMethod>,
    /// Where the invoice goes; empty: to the user.
    #[serde(with = "Nullable")]
    pub invoice_email: String,
    /// Reference on the invoice.
    #[serde(with = "Nullable")]
    pub reference: String,
}

/// Price of the whole, in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PriceDraft {
    /// With VAT.
    pub total_cents: Cents,
    /// The VAT in it.
    pub vat_cents: Cents,
}

/// How the user is identified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct IdentificationDraft {
    /// Method.
    pub method: Option<IdentificationMethod>,
}
