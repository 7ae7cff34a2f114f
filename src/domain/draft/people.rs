//! The user, the representatives, and the proof of their authority.

use serde::{Deserialize, Serialize};

use super::DateDraft;
use super::nullable::Nullable;
use super::part::{Answer, AnswerMut, Part};
use crate::domain::rules::Question;
use crate::domain::scheme::{Authority, Capacity, ExtractSource, IdentityDocumentKind, PersonName};

/// The person who will use the means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct UserDraft {
    /// Whether the applicant is the user, which is required.
    pub is_applicant: Option<bool>,
    /// Whether the organisation employs the user.
    pub employed: Option<bool>,
    /// All first names, as on the identity document.
    #[serde(with = "Nullable")]
    pub given_names: String,
    /// Prefix of the surname.
    #[serde(with = "Nullable")]
    pub prefix: String,
    /// Surname.
    #[serde(with = "Nullable")]
    pub surname: String,
    /// Date of birth.
    pub birth_date: DateDraft,
    /// Place of birth.
    #[serde(with = "Nullable")]
    pub birth_place: String,
    /// Own e-mail address.
    #[serde(with = "Nullable")]
    pub email: String,
    /// The same address with its international domain in ASCII; absent if that is no different. It follows from the
    /// address, and is written for systems that cannot send to the other form.
    #[serde(with = "Nullable", skip_serializing_if = "String::is_empty")]
    pub email_ascii: String,
    /// Own mobile number.
    #[serde(with = "Nullable")]
    pub mobile: String,
    /// Identity document.
    pub identity_document: IdentityDocumentDraft,
}

/// An identity document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct IdentityDocumentDraft {
    /// Kind.
    pub kind: Option<IdentityDocumentKind>,
    /// Country that issued it, ISO 3166-1 alpha-2.
    #[serde(with = "Nullable")]
    pub country: String,
    /// Number, if the offer asks it.
    #[serde(with = "Nullable")]
    pub number: String,
    /// Last day on which it is valid.
    pub expires_on: DateDraft,
}

/// A person who may represent the organisation, as on the extract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RepresentativeDraft {
    /// Whether this is the user; then the names are those of the user.
    pub is_user: Option<bool>,
    /// First names.
    #[serde(with = "Nullable")]
    pub given_names: String,
    /// Prefix of the surname.
    #[serde(with = "Nullable")]
    pub prefix: String,
    /// Surname.
    #[serde(with = "Nullable")]
    pub surname: String,
    /// Whether this is another person than the one of the same name who is in the application already; absent if nobody
    /// is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_namesake: Option<bool>,
    /// Capacity.
    pub capacity: Option<Capacity>,
    /// Extent of the authority.
    pub authority: Option<Authority>,
    /// E-mail address.
    #[serde(with = "Nullable")]
    pub email: String,
    /// The same address with its international domain in ASCII; absent if that is no different.
    #[serde(with = "Nullable", skip_serializing_if = "String::is_empty")]
    pub email_ascii: String,
    /// Mobile number.
    #[serde(with = "Nullable")]
    pub mobile: String,
    /// Whether this representative is one of those who sign, where not all of them must; absent if nobody chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signs: Option<bool>,
}

impl UserDraft {
    /// First names, prefix and surname in one line; `None` while all are empty.
    pub fn full_name(&self) -> Option<String> {
        joined([&self.given_names, &self.prefix, &self.surname])
    }
}

impl RepresentativeDraft {
    /// Extent of the authority. An owner has sole authority, unless something else was stated.
    pub fn authority(&self) -> Option<Authority> {
        let of_owner = (self.capacity == Some(Capacity::Owner)).then_some(Authority::Sole);
        self.authority.or(of_owner)
    }

    /// First names, prefix and surname in one line; `None` while all are empty.
    pub fn full_name(&self) -> Option<String> {
        joined([&self.given_names, &self.prefix, &self.surname])
    }
}

/// Proof of who may represent the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AuthorityProofDraft {
    /// Who provides the KvK extract.
    pub extract: Option<ExtractSource>,
    /// Date on the extract.
    pub extract_issued_on: DateDraft,
    /// Whether the articles of association allow the entered representatives to sign without the others.
    pub fewer_suffice: Option<bool>,
    /// Whether another company represents the organisation.
    pub represented_by_company: Option<bool>,
    /// The companies above the organisation if there are several, one per line, up to the one that a person represents.
    #[serde(with = "Nullable", skip_serializing_if = "String::is_empty")]
    pub companies: String,
}

impl AuthorityProofDraft {
    /// The companies above the organisation as typed, if there are several.
    pub fn company_lines(&self) -> impl Iterator<Item = &str> {
        self.companies.lines().filter(|line| !line.trim().is_empty())
    }
}

impl Part for UserDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::UserIsApplicant => Answer::Choice(&self.is_applicant),
            Question::UserEmployed => Answer::Choice(&self.employed),
            Question::GivenNames => Answer::Text(&self.given_names),
            Question::Prefix => Answer::Text(&self.prefix),
            Question::Surname => Answer::Text(&self.surname),
            Question::BirthDate => Answer::Date(&self.birth_date),
            Question::BirthPlace => Answer::Text(&self.birth_place),
            Question::Email => Answer::Text(&self.email),
            Question::Mobile => Answer::Text(&self.mobile),
            Question::IdentityDocumentKind => Answer::Choice(&self.identity_document.kind),
            Question::IdentityDocumentCountry => Answer::Text(&self.identity_document.country),
            Question::IdentityDocumentNumber => Answer::Text(&self.identity_document.number),
            Question::IdentityDocumentExpiresOn => Answer::Date(&self.identity_document.expires_on),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::UserIsApplicant => AnswerMut::Choice(&mut self.is_applicant),
            Question::UserEmployed => AnswerMut::Choice(&mut self.employed),
            Question::GivenNames => AnswerMut::Text(&mut self.given_names),
            Question::Prefix => AnswerMut::Text(&mut self.prefix),
            Question::Surname => AnswerMut::Text(&mut self.surname),
            Question::BirthDate => AnswerMut::Date(&mut self.birth_date),
            Question::BirthPlace => AnswerMut::Text(&mut self.birth_place),
            Question::Email => AnswerMut::Text(&mut self.email),
            Question::Mobile => AnswerMut::Text(&mut self.mobile),
            Question::IdentityDocumentKind => AnswerMut::Choice(&mut self.identity_document.kind),
            Question::IdentityDocumentCountry => AnswerMut::Text(&mut self.identity_document.country),
            Question::IdentityDocumentNumber => AnswerMut::Text(&mut self.identity_document.number),
            Question::IdentityDocumentExpiresOn => AnswerMut::Date(&mut self.identity_document.expires_on),
            _ => return None,
        })
    }
}

impl Part for RepresentativeDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::RepresentativeIsUser => Answer::Choice(&self.is_user),
            Question::RepresentativeGivenNames => Answer::Text(&self.given_names),
            Question::RepresentativePrefix => Answer::Text(&self.prefix),
            Question::RepresentativeSurname => Answer::Text(&self.surname),
            Question::RepresentativeIsNamesake => Answer::Choice(&self.is_namesake),
            Question::RepresentativeCapacity => Answer::Choice(&self.capacity),
            Question::RepresentativeAuthority => Answer::Choice(&self.authority),
            Question::RepresentativeEmail => Answer::Text(&self.email),
            Question::RepresentativeMobile => Answer::Text(&self.mobile),
            Question::RepresentativeSigns => Answer::Choice(&self.signs),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::RepresentativeIsUser => AnswerMut::Choice(&mut self.is_user),
            Question::RepresentativeGivenNames => AnswerMut::Text(&mut self.given_names),
            Question::RepresentativePrefix => AnswerMut::Text(&mut self.prefix),
            Question::RepresentativeSurname => AnswerMut::Text(&mut self.surname),
            Question::RepresentativeIsNamesake => AnswerMut::Choice(&mut self.is_namesake),
            Question::RepresentativeCapacity => AnswerMut::Choice(&mut self.capacity),
            Question::RepresentativeAuthority => AnswerMut::Choice(&mut self.authority),
            Question::RepresentativeEmail => AnswerMut::Text(&mut self.email),
            Question::RepresentativeMobile => AnswerMut::Text(&mut self.mobile),
            Question::RepresentativeSigns => AnswerMut::Choice(&mut self.signs),
            _ => return None,
        })
    }
}

impl Part for AuthorityProofDraft {
    fn answer(&self, question: Question) -> Option<Answer<'_>> {
        Some(match question {
            Question::FewerSuffice => Answer::Choice(&self.fewer_suffice),
            Question::RepresentedByCompany => Answer::Choice(&self.represented_by_company),
            Question::ParentCompanies => Answer::Text(&self.companies),
            Question::ExtractSource => Answer::Choice(&self.extract),
            Question::ExtractIssuedOn => Answer::Date(&self.extract_issued_on),
            _ => return None,
        })
    }

    fn answer_mut(&mut self, question: Question) -> Option<AnswerMut<'_>> {
        Some(match question {
            Question::FewerSuffice => AnswerMut::Choice(&mut self.fewer_suffice),
            Question::RepresentedByCompany => AnswerMut::Choice(&mut self.represented_by_company),
            Question::ParentCompanies => AnswerMut::Text(&mut self.companies),
            Question::ExtractSource => AnswerMut::Choice(&mut self.extract),
            Question::ExtractIssuedOn => AnswerMut::Date(&mut self.extract_issued_on),
            _ => return None,
        })
    }
}

/// The parts of a name that are there, after each other; `None` if there are none.
fn joined(parts: [&String; 3]) -> Option<String> {
    let is_name = |part: &&str| PersonName::parse(part).map_or(!part.is_empty(), |name| name.is_named());
    let parts: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(is_name).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
