//! What the means is for.

use crate::domain::json::record;
use crate::domain::scheme::{AuthorisationKind, Level};

record! {
    /// What the means is for.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct PurposeDraft {
        /// The level, when one was chosen; else it follows from the services.
        pub level: Option<Level>,
        /// What the authorisation covers.
        pub authorisation: AuthorisationDraft,
        /// Services in words, when the catalogue could not be loaded.
        pub described_services: String as nullable,
    }
}

record! {
    /// What the authorisation covers.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct AuthorisationDraft {
        /// Kind.
        pub kind: Option<AuthorisationKind>,
        /// OINs of providers.
        pub providers: Vec<String>,
        /// UUIDs of services.
        pub services: Vec<String>,
    }
}
