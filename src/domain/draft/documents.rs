//! The descriptions of the documents; their bytes are elsewhere.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use crate::domain::rules::Place;
use crate::domain::scheme::DocumentKind;

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct DocumentDraft {
    /// Name of its part in the request; unique in the application.
    #[serde(with = "Nullable")]
    pub id: String,
    /// What it is.
    pub kind: Option<DocumentKind>,
    /// Of whom: `user`, `organisation` or `representatives.<row>`.
    #[serde(with = "Nullable")]
    pub of: String,
    /// Name of the file.
    #[serde(with = "Nullable")]
    pub file_name: String,
    /// Media type, determined from the content.
    #[serde(with = "Nullable")]
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256 digest, hexadecimal.
    #[serde(with = "Nullable")]
    pub sha256: String,
    /// Whether photo, nationality and BSN are covered, as the offer requires for copies of identity documents.
    pub shielded: bool,
}

impl DocumentDraft {
    /// The place of the document that this file is a page of.
    pub fn place(&self) -> Option<Place> {
        self.kind?.place(&self.of)
    }

    /// Makes it a file for the question at this place.
    pub fn set_place(&mut self, place: Place) {
        let path = place.to_string();
        path.splitn(3, '.').nth(2).unwrap_or_default().clone_into(&mut self.of);
    }
}
