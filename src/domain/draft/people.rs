//! The user, the representatives, and the proof of their authority.

use super::DateDraft;
use crate::domain::json::record;
use crate::domain::scheme::{Authority, Capacity, ExtractSource, IdentityDocumentKind};

record! {
    /// The person who will use the means.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct UserDraft {
        /// Whether the applicant is the user, as must be.
        pub is_applicant: Option<bool>,
        /// Whether the organisation employs the user.
        pub employed: Option<bool>,
        /// All first names, as on the identity document.
        pub given_names: String as nullable,
        /// Prefix of the surname.
        pub prefix: String as nullable,
        /// Surname.
        pub surname: String as nullable,
        /// Date of birth.
        pub birth_date: DateDraft,
        /// Place of birth.
        pub birth_place: String as nullable,
        /// Own e-mail address.
        pub email: String as nullable,
        /// Own mobile number.
        pub mobile: String as nullable,
        /// Identity document.
        pub identity_document: IdentityDocumentDraft,
    }
}

record! {
    /// An identity document.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct IdentityDocumentDraft {
        /// Kind.
        pub kind: Option<IdentityDocumentKind>,
        /// Country that issued it, ISO 3166-1 alpha-2.
        pub country: String as nullable,
        /// Number, where the offer asks it.
        pub number: String as nullable,
        /// Last day on which it is valid.
        pub expires_on: DateDraft,
    }
}

record! {
    /// Somebody who may represent the organisation, as on the extract.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct RepresentativeDraft {
        /// Whether this is the user; then the names are those of the user.
        pub is_user: Option<bool>,
        /// First names.
        pub given_names: String as nullable,
        /// Prefix of the surname.
        pub prefix: String as nullable,
        /// Surname.
        pub surname: String as nullable,
        /// Capacity.
        pub capacity: Option<Capacity>,
        /// How far the authority reaches.
        pub authority: Option<Authority>,
        /// E-mail address.
        pub email: String as nullable,
        /// Mobile number.
        pub mobile: String as nullable,
    }
}

impl RepresentativeDraft {
    /// First names, prefix and surname in one line; nothing while all are empty.
    pub fn full_name(&self) -> Option<String> {
        let parts = [&self.given_names, &self.prefix, &self.surname];
        let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }
}

record! {
    /// Proof of who may represent the organisation.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct AuthorityProofDraft {
        /// Who brings the KvK extract.
        pub extract: Option<ExtractSource>,
        /// Date on the extract.
        pub extract_issued_on: DateDraft,
        /// Whether the articles of association let those entered sign alone.
        pub fewer_suffice: Option<bool>,
        /// Whether another company represents the organisation.
        pub represented_by_company: Option<bool>,
    }
}
