//! What is known of the documents; their bytes are elsewhere.

use crate::domain::json::record;
use crate::domain::rules::Place;
use crate::domain::scheme::DocumentKind;

record! {
    /// One file.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct DocumentDraft {
        /// Name of its part in the request; unique in the application.
        pub id: String as nullable,
        /// What it is.
        pub kind: Option<DocumentKind>,
        /// Of whom: `user`, `organisation` or `representatives.<row>`.
        pub of: String as nullable,
        /// Name of the file.
        pub file_name: String as nullable,
        /// Media type, as the content tells.
        pub media_type: String as nullable,
        /// Size in bytes.
        pub size_bytes: u64,
        /// SHA-256 digest, hexadecimal.
        pub sha256: String as nullable,
        /// Whether photo, nationality and BSN are covered, as the offer demands of copies of identity documents.
        pub shielded: bool,
    }
}

impl DocumentDraft {
    /// The place of the document that this file is a page of.
    pub fn place(&self) -> Option<Place> {
        self.kind?.place(&self.of)
    }
}
