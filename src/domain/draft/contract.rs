//! The contract: term, means, payment, price, identification.

use crate::domain::json::record;
use crate::domain::scheme::{Cents, IdentificationMethod, Means, PaymentMethod};

record! {
    /// What is agreed with the supplier.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct ContractDraft {
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
}

record! {
    /// How the organisation pays.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct PaymentDraft {
        /// Method.
        pub method: Option<PaymentMethod>,
        /// Where the invoice goes; empty: to the user.
        pub invoice_email: String as nullable,
        /// Reference on the invoice.
        pub reference: String as nullable,
    }
}

record! {
    /// Price of the whole, in cents.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct PriceDraft {
        /// With VAT.
        pub total_cents: Cents,
        /// The VAT in it.
        pub vat_cents: Cents,
    }
}

record! {
    /// How the user is identified.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub partial struct IdentificationDraft {
        /// Method.
        pub method: Option<IdentificationMethod>,
    }
}
