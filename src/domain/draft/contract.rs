//! The contract: term, means, payment, price, identification.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use super::part::{Answer, AnswerMut, Part};
use crate::domain::rules::Question;
use crate::domain::scheme::{Cents, IdentificationMethod, Means, PaymentMethod};

/// What is agreed with the supplier.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Price, set when the application is finished.
    pub price: Option<PriceDraft>,
}

/// How the organisation pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PaymentDraft {
    /// Method.
    pub method: Option<PaymentMethod>,
    /// Where the invoice goes; empty for the user's address.
    #[serde(with = "Nullable")]
    pub invoice_email: String,
    /// The same address with its international domain in ASCII; absent if that is no different.
    #[serde(with = "Nullable", skip_serializing_if = "String::is_empty")]
    pub invoice_email_ascii: String,
    /// Reference on the invoice.
    #[serde(with = "Nullable")]
    pub reference: String,
}

/// Total price, in cents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct PriceDraft {
    /// With VAT.
    pub total_cents: Cents,
    /// The VAT in it.
    pub vat_cents: Cents,
}

/// How the user is identified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct IdentificationDraft {
    /// Method.
    pub method: Option<IdentificationMethod>,
}

impl Part for ContractDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::TermYears => Answer::Choice(&self.term_years),
            Question::Means => Answer::Choice(&self.means),
            Question::Urgent => Answer::Choice(&self.urgent),
            Question::PaymentMethod => Answer::Choice(&self.payment.method),
            Question::InvoiceEmail => Answer::Text(&self.payment.invoice_email),
            Question::InvoiceReference => Answer::Text(&self.payment.reference),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::TermYears => AnswerMut::Choice(&mut self.term_years),
            Question::Means => AnswerMut::Choice(&mut self.means),
            Question::Urgent => AnswerMut::Choice(&mut self.urgent),
            Question::PaymentMethod => AnswerMut::Choice(&mut self.payment.method),
            Question::InvoiceEmail => AnswerMut::Text(&mut self.payment.invoice_email),
            Question::InvoiceReference => AnswerMut::Text(&mut self.payment.reference),
            _ => return None,
        })
    }
}

impl Part for IdentificationDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        (question == Question::IdentificationMethod).then_some(Answer::Choice(&self.method))
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        (question == Question::IdentificationMethod).then_some(AnswerMut::Choice(&mut self.method))
    }
}
