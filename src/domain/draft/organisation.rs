//! The organisation.

use crate::domain::json::record;
use crate::domain::scheme::{IdentifierKind, LegalForm};

record! {
    /// The organisation for which the means is.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct OrganisationDraft {
        /// What identifies it.
        pub identifier: IdentifierDraft,
        /// Whether the means is for one branch only.
        pub restricted_to_branch: Option<bool>,
        /// The branch, when it is.
        pub branch_number: String as nullable,
        /// Name as registered.
        pub name: String as nullable,
        /// Legal form.
        pub legal_form: Option<LegalForm>,
        /// Address.
        pub address: AddressDraft,
    }
}

record! {
    /// KvK number or fiscal number.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct IdentifierDraft {
        /// Which of the two.
        pub kind: Option<IdentifierKind>,
        /// The number.
        pub number: String as nullable,
    }
}

record! {
    /// An address.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct AddressDraft {
        /// Street.
        pub street: String as nullable,
        /// House number with letter or addition.
        pub house_number: String as nullable,
        /// Postal code.
        pub postal_code: String as nullable,
        /// Town or city.
        pub city: String as nullable,
        /// Country, ISO 3166-1 alpha-2; empty means the Netherlands.
        pub country: String as nullable,
    }
}
