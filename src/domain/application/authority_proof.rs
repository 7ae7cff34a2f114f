//! The proof of who may represent the organisation.

use super::case::Case;
use crate::domain::draft::{AuthorityProofDraft, DateDraft};
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{Date, ExtractSource, PlainName, extract_date};

/// Proof of who may represent the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityProof {
    /// Who provides the extract; `None` without a KvK number.
    pub extract: Option<ExtractSource>,
    /// Date on the attached extract.
    pub extract_issued_on: Option<Date>,
    /// Whether the articles of association allow the entered representatives to sign; `None` when it was not asked.
    pub fewer_suffice: Option<bool>,
    /// Whether another company represents the organisation; `None` when it was not asked.
    pub represented_by_company: Option<bool>,
    /// The companies above the organisation, if there are several.
    pub companies: Vec<PlainName>,
}

impl AuthorityProof {
    pub(super) fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.authority_proof;
        let mut issues = Issues::default();
        let mut asked = |question: Question, answer: Option<bool>| match case.requirements.asks(question) {
            true => issues.keep(question, answer.ok_or(Rule::Required)),
            false => None,
        };
        let fewer_suffice = asked(Question::FewerSuffice, draft.fewer_suffice);
        let represented_by_company = asked(Question::RepresentedByCompany, draft.represented_by_company);
        let mut companies = Vec::new();
        if case.requirements.asks(Question::ParentCompanies) {
            for line in draft.company_lines() {
                companies.extend(issues.keep(Question::ParentCompanies, PlainName::parse(line)));
            }
        }
        let extract = case.requirements.extract();
        if !case.requirements.is_fiscal() && extract.is_none() {
            issues.add(Question::ExtractSource, Rule::Required);
        }
        let extract_issued_on = match case.requirements.asks(Question::ExtractIssuedOn) {
            true => {
                let date = &draft.extract_issued_on;
                let date = Date::parse_parts(&date.day, &date.month, &date.year);
                let date = issues.keep(Question::ExtractIssuedOn, date);
                let most = case.facts.offer.extract.max_age_days;
                if let Some(date) = date
                    && let Err(rule) = extract_date(date, case.facts.today, most)
                {
                    let days = if rule == Rule::ExtractTooOld { most.to_string() } else { String::new() };
                    issues.add_with(Question::ExtractIssuedOn, rule, days);
                }
                date
            }
            false => None,
        };
        issues.finish(|| Some(Self { extract, extract_issued_on, fewer_suffice, represented_by_company, companies }))
    }
}

impl From<&AuthorityProof> for AuthorityProofDraft {
    fn from(proof: &AuthorityProof) -> Self {
        Self {
            extract: proof.extract,
            extract_issued_on: proof.extract_issued_on.as_ref().map(DateDraft::from).unwrap_or_default(),
            fewer_suffice: proof.fewer_suffice,
            represented_by_company: proof.represented_by_company,
            companies: proof.companies.iter().map(PlainName::as_str).collect::<Vec<_>>().join("\n"),
        }
    }
}
