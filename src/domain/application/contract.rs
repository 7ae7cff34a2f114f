//! The contract and the identification.

use super::case::Case;
use super::optional::{optional, text_of};
use super::price::Price;
use crate::domain::draft::{ContractDraft, IdentificationDraft, PaymentDraft, PriceDraft};
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{Email, IdentificationMethod, Means, PaymentMethod, Text};

/// Longest time for which an authorisation is valid, in years. Source:
/// <https://afsprakenstelsel.etoegang.nl/Startpagina/v1/specificaties-voor-het-beheer-van-bevoegdheden>
const MAX_TERM_YEARS: u8 = 5;

/// What is agreed with the supplier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Length in years, [`MAX_TERM_YEARS`] at most.
    pub term_years: u8,
    /// How the user logs in.
    pub means: Means,
    /// Whether it is handled with urgency.
    pub urgent: bool,
    /// Payment.
    pub payment: Payment,
    /// Price.
    pub price: Price,
    /// How the user is identified.
    pub identification: IdentificationMethod,
}

/// How the organisation pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Method.
    pub method: PaymentMethod,
    /// Where the invoice goes, when not to the user.
    pub invoice_email: Option<Email>,
    /// Reference on the invoice.
    pub reference: Option<Text>,
}

impl Contract {
    pub(super) fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.contract;
        let mut issues = Issues::default();
        let term_years = issues.keep(Question::TermYears, draft.term_years.ok_or(Rule::Required));
        let means = issues.keep(Question::Means, draft.means.ok_or(Rule::Required));
        let identification = case.requirements.identification();
        let identification = issues.keep(Question::IdentificationMethod, identification.ok_or(Rule::Required));
        if let Some(terms) = case.terms() {
            let is_unknown = |years| terms.terms.iter().all(|term| term.years != years);
            match term_years {
                Some(years) if years > MAX_TERM_YEARS => {
                    issues.add_with(Question::TermYears, Rule::TermTooLong, MAX_TERM_YEARS.to_string());
                }
                Some(years) if is_unknown(years) => issues.add(Question::TermYears, Rule::TermNotOffered),
                _ => {}
            }
            if means.is_some_and(|means| !terms.means.contains(&means)) {
                issues.add(Question::Means, Rule::MeansNotOffered);
            }
            if identification.is_some_and(|method| terms.identification.iter().all(|one| one.method != method)) {
                issues.add(Question::IdentificationMethod, Rule::IdentificationNotOffered);
            }
        }
        let urgent = match case.requirements.asks(Question::Urgent) {
            true => issues.keep(Question::Urgent, draft.urgent.ok_or(Rule::Required)),
            false if draft.urgent == Some(true) => {
                issues.add(Question::Urgent, Rule::UrgentNotOffered);
                None
            }
            false => Some(false),
        };
        let payment = issues.absorb(Payment::parse(case));
        let price = Price::of(case.draft, case.facts, case.requirements);
        if let (Some(given), Some(price)) = (&draft.price, &price)
            && *given != PriceDraft::from(price)
        {
            issues.add_with(Question::Price, Rule::PriceDiffers, price.total.0.to_string());
        }
        issues.finish(|| {
            let (term_years, means, urgent) = (term_years?, means?, urgent?);
            let (payment, price, identification) = (payment?, price?, identification?);
            Some(Self { term_years, means, urgent, payment, price, identification })
        })
    }
}

impl Payment {
    fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.contract.payment;
        let mut issues = Issues::default();
        let method = issues.keep(Question::PaymentMethod, draft.method.ok_or(Rule::Required));
        if method.is_some_and(|method| !case.facts.offer.payment_methods.contains(&method)) {
            issues.add(Question::PaymentMethod, Rule::PaymentNotOffered);
        }
        let (invoice_email, reference) = match case.requirements.asks(Question::InvoiceEmail) {
            true => (
                optional(&mut issues, Question::InvoiceEmail, &draft.invoice_email, Email::parse),
                optional(&mut issues, Question::InvoiceReference, &draft.reference, |text| {
                    Text::parse(text, Question::InvoiceReference.longest())
                }),
            ),
            false => (None, None),
        };
        issues.finish(|| Some(Self { method: method?, invoice_email, reference }))
    }
}

impl From<&Price> for PriceDraft {
    fn from(price: &Price) -> Self {
        Self { total_cents: price.total, vat_cents: price.vat }
    }
}

impl From<&Contract> for ContractDraft {
    fn from(contract: &Contract) -> Self {
        Self {
            term_years: Some(contract.term_years),
            means: Some(contract.means),
            urgent: Some(contract.urgent),
            payment: PaymentDraft::from(&contract.payment),
            price: Some(PriceDraft::from(&contract.price)),
        }
    }
}

impl From<&Contract> for IdentificationDraft {
    fn from(contract: &Contract) -> Self {
        Self { method: Some(contract.identification) }
    }
}

impl From<&Payment> for PaymentDraft {
    fn from(payment: &Payment) -> Self {
        Self {
            method: Some(payment.method),
            invoice_email: text_of(payment.invoice_email.as_ref(), Email::as_str),
            invoice_email_ascii: payment.invoice_email.as_ref().map(Email::ascii_if_international).unwrap_or_default(),
            reference: text_of(payment.reference.as_ref(), Text::as_str),
        }
    }
}
