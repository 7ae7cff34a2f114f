//! Consents and signatures.

use crate::domain::json::record;
use crate::domain::scheme::{FormRoute, SigningMethod};

record! {
    /// What was agreed to.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct ConsentsDraft {
        /// Terms of use.
        pub terms: Option<ConsentDraft>,
        /// Privacy statement.
        pub privacy: Option<ConsentDraft>,
    }
}

record! {
    /// Agreement with one text.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct ConsentDraft {
        /// Version of the text.
        pub version: String as nullable,
        /// Moment of agreement, RFC 3339 in UTC.
        pub accepted_at: String as nullable,
    }
}

record! {
    /// How the application is signed.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct SigningDraft {
        /// Method.
        pub method: Option<SigningMethod>,
        /// How the form signed with a pen comes.
        pub form: Option<FormRoute>,
    }
}

record! {
    /// One signature.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct SignatureDraft {
        /// Who signs: `representatives.<row>`.
        pub by: String as nullable,
        /// Method, given when the application is finished.
        pub method: Option<SigningMethod>,
        /// Moment, RFC 3339 in UTC, given when the application is finished.
        pub at: String as nullable,
        /// The name, typed in place of a drawing.
        pub typed_name: String as nullable,
    }
}

impl SignatureDraft {
    /// What `by` says of a representative.
    pub fn by(row: usize) -> String {
        format!("representatives.{row}")
    }
}
