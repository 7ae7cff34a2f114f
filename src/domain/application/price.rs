//! The price, line by line, derived from the offer and the answers.

use super::facts::Facts;
use super::requirements::Requirements;
use crate::domain::draft::Draft;
use crate::domain::rules::Question;
use crate::domain::scheme::{Cents, ExtractSource};

/// What a line of the price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceOf {
    /// The means for its term.
    Means,
    /// Identification.
    Identification,
    /// The extract that the supplier fetches.
    Extract,
    /// Authorisations beyond those included.
    Authorisations,
    /// Urgent handling.
    Urgent,
}

/// One line of the price, without VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceLine {
    /// What it is for.
    pub of: PriceOf,
    /// The amount.
    pub amount: Cents,
}

/// The price of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Its lines, without VAT; lines with an amount of zero are left out, except that of the means.
    pub lines: Vec<PriceLine>,
    /// The VAT.
    pub vat: Cents,
    /// The total, with VAT.
    pub total: Cents,
}

impl Price {
    /// The price so far; `None` while the term is unknown.
    pub fn of(draft: &Draft, facts: &Facts, requirements: &Requirements) -> Option<Self> {
        let offer = &facts.offer;
        let terms = requirements.terms(facts)?;
        let years = draft.contract.term_years?;
        let means = terms.terms.iter().find(|term| term.years == years)?.price;
        let method = requirements.identification();
        let identification = terms.identification.iter().find(|one| Some(one.method) == method);
        let is_fetched = requirements.extract() == Some(ExtractSource::Fetched);
        let is_urgent = draft.contract.urgent == Some(true);
        let nothing = Cents(0);
        let mut lines = vec![PriceLine { of: PriceOf::Means, amount: means }];
        let others = [
            (PriceOf::Identification, identification.map_or(nothing, |one| one.price)),
            (PriceOf::Extract, offer.extract.fetched.filter(|_| is_fetched).unwrap_or(nothing)),
            (PriceOf::Authorisations, extra_authorisations(draft, facts, requirements)),
            (PriceOf::Urgent, offer.urgent.filter(|_| is_urgent).unwrap_or(nothing)),
        ];
        let others = others.into_iter().filter(|(_, amount)| *amount != nothing);
        lines.extend(others.map(|(of, amount)| PriceLine { of, amount }));
        let excluding = Cents(lines.iter().fold(0, |sum: i64, line| sum.saturating_add(line.amount.0)));
        let total = excluding.plus_vat(offer.vat_percent);
        Some(Self { lines, vat: Cents(total.0 - excluding.0), total })
    }

    /// The least and the most that the application can cost in all, with VAT, at this level, whatever the missing answers
    /// will be; `None` while the level is unknown.
    pub fn bounds(draft: &Draft, facts: &Facts, requirements: &Requirements) -> Option<(Cents, Cents)> {
        let terms = requirements.terms(facts)?;
        let total = |is_most: bool| {
            let rank = |price: Cents| if is_most { -price.0 } else { price.0 };
            let mut draft = draft.clone();
            if draft.contract.term_years.is_none() {
                draft.contract.term_years =
                    terms.terms.iter().min_by_key(|term| rank(term.price)).map(|term| term.years);
            }
            if requirements.identification().is_none() {
                let method = terms.identification.iter().min_by_key(|one| rank(one.price));
                draft.identification.method = method.map(|one| one.method);
            }
            let extract = if is_most { ExtractSource::Fetched } else { ExtractSource::Attached };
            draft.authority_proof.extract.get_or_insert(extract);
            draft.contract.urgent.get_or_insert(is_most);
            Self::of(&draft, facts, &Requirements::of(&draft, facts)).map(|price| price.total)
        };
        Some((total(false)?, total(true)?))
    }
}

/// What authorisations cost beyond those that are included.
fn extra_authorisations(draft: &Draft, facts: &Facts, requirements: &Requirements) -> Cents {
    let authorisation = &draft.purpose.authorisation;
    let count = if requirements.asks(Question::Services) {
        authorisation.services.len()
    } else if requirements.asks(Question::Providers) {
        authorisation.providers.len()
    } else {
        0
    };
    let offer = &facts.offer.authorisations;
    let more = i64::try_from(count.saturating_sub(offer.included)).unwrap_or(i64::MAX);
    Cents(offer.extra.0.saturating_mul(more))
}
