//! The organisation.

use serde::{Deserialize, Serialize};

use super::nullable::Nullable;
use super::part::{Answer, AnswerMut, Part};
use crate::domain::rules::Question;
use crate::domain::scheme::{IdentifierKind, LegalForm};

/// The organisation for which the means is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct OrganisationDraft {
    /// What identifies it.
    pub identifier: IdentifierDraft,
    /// Whether the means is for one branch only.
    pub restricted_to_branch: Option<bool>,
    /// The branch, if the means is for one branch.
    #[serde(with = "Nullable")]
    pub branch_number: String,
    /// Name as registered.
    #[serde(with = "Nullable")]
    pub name: String,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Address.
    pub address: AddressDraft,
    /// Where all this was looked up; absent if it was typed.
    #[serde(skip_serializing_if = "SourceDraft::is_empty")]
    pub source: SourceDraft,
}

/// Where the name, legal form and address of an organisation were looked up, unchanged since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SourceDraft {
    /// When, RFC 3339 in UTC.
    #[serde(with = "Nullable")]
    pub fetched_at: String,
    /// The host that answered, such as `www.example.nl`.
    #[serde(with = "Nullable")]
    pub host: String,
}

impl SourceDraft {
    /// Whether nothing was looked up.
    pub fn is_empty(&self) -> bool {
        self.fetched_at.is_empty() && self.host.is_empty()
    }
}

/// KvK number or fiscal number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct IdentifierDraft {
    /// Which of the two.
    pub kind: Option<IdentifierKind>,
    /// The number.
    #[serde(with = "Nullable")]
    pub number: String,
}

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AddressDraft {
    /// Street.
    #[serde(with = "Nullable")]
    pub street: String,
    /// House number with letter or addition.
    #[serde(with = "Nullable")]
    pub house_number: String,
    /// Postal code.
    #[serde(with = "Nullable")]
    pub postal_code: String,
    /// Town or city.
    #[serde(with = "Nullable")]
    pub city: String,
    /// Country, ISO 3166-1 alpha-2; empty means the Netherlands.
    #[serde(with = "Nullable")]
    pub country: String,
}

impl AddressDraft {
    /// Whether nothing of the address was stated, except perhaps the country.
    pub fn is_empty(&self) -> bool {
        [&self.street, &self.house_number, &self.postal_code, &self.city].iter().all(|line| line.trim().is_empty())
    }
}

impl OrganisationDraft {
    /// Whether the country is asked: without a KvK number, of a company under foreign law, and if another country than
    /// the Netherlands was stated. A foreign company without Dutch branch can have a KvK number. Source:
    /// https://www.kvk.nl/en/registration/registering-foreign-companies-in-the-business-register
    pub fn has_country(&self) -> bool {
        self.identifier.kind == Some(IdentifierKind::Fiscal)
            || self.legal_form == Some(LegalForm::ForeignCompany)
            || !matches!(self.address.country.trim(), "" | "NL" | "nl")
    }
}

impl OrganisationDraft {
    /// Forgets what an answer contradicts: another number is another organisation, and a changed answer was typed.
    pub(super) fn changed(&mut self, question: Question) {
        if self.source.is_empty() {
            return;
        }
        match question {
            Question::IdentifierKind | Question::OrganisationNumber => {
                *self = Self { identifier: std::mem::take(&mut self.identifier), ..Self::default() };
            }
            Question::OrganisationName
            | Question::LegalForm
            | Question::Street
            | Question::HouseNumber
            | Question::PostalCode
            | Question::City
            | Question::Country => self.source = SourceDraft::default(),
            _ => {}
        }
    }
}

impl Part for OrganisationDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::IdentifierKind => Answer::Choice(&self.identifier.kind),
            Question::OrganisationNumber => Answer::Text(&self.identifier.number),
            Question::OrganisationName => Answer::Text(&self.name),
            Question::LegalForm => Answer::Choice(&self.legal_form),
            Question::Street => Answer::Text(&self.address.street),
            Question::HouseNumber => Answer::Text(&self.address.house_number),
            Question::PostalCode => Answer::Text(&self.address.postal_code),
            Question::City => Answer::Text(&self.address.city),
            Question::Country => Answer::Text(&self.address.country),
            Question::RestrictedToBranch => Answer::Choice(&self.restricted_to_branch),
            Question::BranchNumber => Answer::Text(&self.branch_number),
            Question::FetchedAt => Answer::Text(&self.source.fetched_at),
            Question::FetchedFrom => Answer::Text(&self.source.host),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::IdentifierKind => AnswerMut::Choice(&mut self.identifier.kind),
            Question::OrganisationNumber => AnswerMut::Text(&mut self.identifier.number),
            Question::OrganisationName => AnswerMut::Text(&mut self.name),
            Question::LegalForm => AnswerMut::Choice(&mut self.legal_form),
            Question::Street => AnswerMut::Text(&mut self.address.street),
            Question::HouseNumber => AnswerMut::Text(&mut self.address.house_number),
            Question::PostalCode => AnswerMut::Text(&mut self.address.postal_code),
            Question::City => AnswerMut::Text(&mut self.address.city),
            Question::Country => AnswerMut::Text(&mut self.address.country),
            Question::RestrictedToBranch => AnswerMut::Choice(&mut self.restricted_to_branch),
            Question::BranchNumber => AnswerMut::Text(&mut self.branch_number),
            Question::FetchedAt => AnswerMut::Text(&mut self.source.fetched_at),
            Question::FetchedFrom => AnswerMut::Text(&mut self.source.host),
            _ => return None,
        })
    }
}
