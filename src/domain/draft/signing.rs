//! Consents and signatures.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use crate::domain::scheme::{FormRoute, SigningMethod};

/// What was agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConsentsDraft {
    /// Terms of use.
    pub terms: Option<ConsentDraft>,
    /// Privacy statement.
    pub privacy: Option<ConsentDraft>,
}

/// Agreement with one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConsentDraft {
    /// Version of the text.
    #[serde(with = "Nullable")]
    pub version: String,
    /// Moment of agreement, RFC 3339 in UTC.
    #[serde(with = "Nullable")]
    pub accepted_at: String,
}

/// How the application is signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SigningDraft {
    /// Method.
    pub method: Option<SigningMethod>,
    /// How the form signed with a pen comes.
    pub form: Option<FormRoute>,
}

/// One signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SignatureDraft {
    /// Who signs: `representatives.<row>`.
    #[serde(with = "Nullable")]
    pub by: String,
    /// Method, given when the application is finished.
    pub method: Option<SigningMethod>,
    /// Moment, RFC 3339 in UTC, given when the application is finished.
    #[serde(with = "Nullable")]
    pub at: String,
    /// The name, typed in place of a drawing.
    #[serde(with = "Nullable")]
    pub typed_name: String,
}

impl SignatureDraft {
    /// What `by` says of a representative.
    pub fn by(row: usize) -> String {
        format!("representatives.{row}")
    }
}
