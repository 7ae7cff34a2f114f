//! What the means is for.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use crate::domain::scheme::{AuthorisationKind, Level};

/// What the means is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PurposeDraft {
    /// The level, when one was chosen; else it follows from the services.
    pub level: Option<Level>,
    /// What the authorisation covers.
    pub authorisation: AuthorisationDraft,
    /// Services in words, when the catalogue could not be loaded.
    #[serde(with = "Nullable")]
    pub described_services: String,
}

/// What the authorisation covers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "check", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AuthorisationDraft {
    /// Kind.
    pub kind: Option<AuthorisationKind>,
    /// OINs of providers.
    pub providers: Vec<String>,
    /// UUIDs of services.
    pub services: Vec<String>,
}
