//! The user, the representatives, and the proof of their authority.

use super::{Requirements, optional};
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::{
    Authority, Capacity, Country, Date, Email, ExtractSource, IdentityDocumentKind, IdentityDocumentNumber, Mobile,
    PersonName, Prefix, Text, birth_date, extract_date, identity_document_expiry,
};

/// The person who will use the means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Names as on the identity document.
    pub name: FullName,
    /// Date of birth.
    pub birth_date: Date,
    /// Place of birth, where the offer asks it.
    pub birth_place: Option<Text>,
    /// Own e-mail address.
    pub email: Email,
    /// Own mobile number.
    pub mobile: Mobile,
    /// Whether the organisation employs the user.
    pub employed: bool,
    /// Identity document, where the offer asks it.
    pub identity_document: Option<IdentityDocument>,
}

/// First names, prefix and surname.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName {
    /// All first names.
    pub given_names: PersonName,
    /// Prefix of the surname.
    pub prefix: Option<Prefix>,
    /// Surname.
    pub surname: PersonName,
}

/// An identity document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityDocument {
    /// Kind.
    pub kind: IdentityDocumentKind,
    /// Country that issued it.
    pub country: Country,
    /// Number, where the offer asks it.
    pub number: Option<IdentityDocumentNumber>,
    /// Last day on which it is valid.
    pub expires_on: Date,
}

/// Somebody who may represent the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// The name; `None` for the user.
    pub name: Option<FullName>,
    /// Capacity.
    pub capacity: Capacity,
    /// How far the authority reaches.
    pub authority: Authority,
    /// E-mail address, where the offer asks it.
    pub email: Option<Email>,
    /// Mobile number, where the offer asks it.
    pub mobile: Option<Mobile>,
}

/// Proof of who may represent the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityProof {
    /// Who brings the extract; `None` without a KvK number.
    pub extract: Option<ExtractSource>,
    /// Date on the extract that is attached.
    pub extract_issued_on: Option<Date>,
    /// Whether the articles of association let those entered sign; `None` when it was not asked.
    pub fewer_suffice: Option<bool>,
    /// Whether another company represents the organisation; `None` when it was not asked.
    pub represented_by_company: Option<bool>,
}

impl User {
    pub(super) fn parse(requirements: &Requirements<'_>) -> Result<Self, Issues> {
        let draft = &requirements.draft.user;
        let offer = &requirements.facts.offer;
        let mut issues = Issues::default();
        match draft.is_applicant {
            None => issues.add(Question::UserIsApplicant, Rule::Required),
            Some(false) => issues.add(Question::UserIsApplicant, Rule::UserMustApply),
            Some(true) => {}
        }
        let employed = issues.keep(Question::UserEmployed, draft.employed.ok_or(Rule::Required));
        let name = issues.absorb(FullName::parse(
            [&draft.given_names, &draft.prefix, &draft.surname],
            [Question::GivenNames, Question::Prefix, Question::Surname].map(Place::from),
        ));
        let born = Date::parse_parts(&draft.birth_date.day, &draft.birth_date.month, &draft.birth_date.year);
        let born = born.and_then(|date| birth_date(date, requirements.facts.today));
        let born = issues.keep(Question::BirthDate, born);
        let birth_place = match requirements.asks(Question::BirthPlace) {
            true => issues.keep(Question::BirthPlace, Text::parse(&draft.birth_place, Question::BirthPlace.longest())),
            false => None,
        };
        let email = issues.keep(Question::Email, Email::parse(&draft.email));
        let mobile = issues.keep(Question::Mobile, Mobile::parse(&draft.mobile, offer.foreign_mobile));
        let identity_document = match requirements.asks(Question::IdentityDocumentKind) {
            true => issues.absorb(IdentityDocument::parse(requirements)),
            false => None,
        };
        issues.finish(|| {
            let (name, birth_date, email, mobile) = (name?, born?, email?, mobile?);
            Some(Self { name, birth_date, birth_place, email, mobile, employed: employed?, identity_document })
        })
    }
}

impl FullName {
    fn parse(typed: [&str; 3], places: [Place; 3]) -> Result<Self, Issues> {
        let [given_names, prefix, surname] = typed;
        let [given_place, prefix_place, surname_place] = places;
        let mut issues = Issues::default();
        let given_names = issues.keep(given_place, PersonName::parse(given_names));
        let prefix = optional(&mut issues, prefix_place, prefix, Prefix::parse);
        let surname = issues.keep(surname_place, PersonName::parse(surname));
        issues.finish(|| Some(Self { given_names: given_names?, prefix, surname: surname? }))
    }

    /// First names, prefix and surname in one line.
    pub fn display(&self) -> String {
        let prefix = self.prefix.as_ref().map(|prefix| format!("{} ", prefix.as_str())).unwrap_or_default();
        format!("{} {prefix}{}", self.given_names.as_str(), self.surname.as_str())
    }

    fn folded(&self) -> String {
        crate::domain::scheme::fold(&self.display())
    }
}

impl IdentityDocument {
    fn parse(requirements: &Requirements<'_>) -> Result<Self, Issues> {
        let draft = &requirements.draft.user.identity_document;
        let offer = &requirements.facts.offer.identity_documents;
        let mut issues = Issues::default();
        let kind = issues.keep(Question::IdentityDocumentKind, draft.kind.ok_or(Rule::Required));
        if kind.is_some_and(|kind| !offer.kinds.contains(&kind)) {
            issues.add(Question::IdentityDocumentKind, Rule::IdentityDocumentNotAccepted);
        }
        let country = issues.keep(Question::IdentityDocumentCountry, Country::parse(&draft.country));
        let expires = &draft.expires_on;
        let expires = Date::parse_parts(&expires.day, &expires.month, &expires.year);
        let expires_on = issues.keep(Question::IdentityDocumentExpiresOn, expires);
        if let Some(date) = expires_on
            && let Err(rule) = identity_document_expiry(date, requirements.facts.today, offer.valid_months)
        {
            let months =
                if rule == Rule::IdentityDocumentExpiresSoon { offer.valid_months.to_string() } else { String::new() };
            issues.add_with(Question::IdentityDocumentExpiresOn, rule, months);
        }
        let number = match (requirements.asks(Question::IdentityDocumentNumber), kind) {
            (true, Some(kind)) => {
                let is_dutch = country.as_ref().is_some_and(Country::is_netherlands);
                let number = IdentityDocumentNumber::parse(&draft.number, kind, is_dutch);
                issues.keep(Question::IdentityDocumentNumber, number)
            }
            _ => None,
        };
        issues.finish(|| Some(Self { kind: kind?, country: country?, number, expires_on: expires_on? }))
    }
}

pub(super) fn parse_representatives(requirements: &Requirements<'_>) -> Result<Vec<Representative>, Issues> {
    let draft = requirements.draft;
    let mut issues = Issues::default();
    let mut representatives = Vec::new();
    for row in 0..draft.representatives.len() {
        representatives.extend(issues.absorb(Representative::parse(requirements, row)));
    }
    if draft.representatives.is_empty() {
        issues.add(Question::Representatives, Rule::Required);
    }
    let most = requirements.facts.offer.max_representatives;
    if draft.representatives.len() > most {
        issues.add_with(Question::Representatives, Rule::TooManyRepresentatives, most.to_string());
    }
    if draft.representatives.iter().filter(|one| one.is_user == Some(true)).count() > 1 {
        issues.add(Question::Representatives, Rule::UserTwice);
    }
    if let Some(terms) = requirements.terms {
        requirements.signatories.check(draft, terms, &mut issues);
    }
    check_people(requirements, &mut issues);
    issues.finish(|| Some(representatives))
}

impl Representative {
    fn parse(requirements: &Requirements<'_>, row: usize) -> Result<Self, Issues> {
        let mut issues = Issues::default();
        let at = |question| Place::row(question, row);
        let draft = requirements.draft.representative(row).cloned().unwrap_or_default();
        if row == 0 && draft.is_user.is_none() {
            issues.add(at(Question::RepresentativeIsUser), Rule::Required);
        }
        let is_named = draft.is_user != Some(true) && requirements.asks(at(Question::RepresentativeGivenNames));
        let name = match is_named {
            false => None,
            true => issues.absorb(FullName::parse(
                [&draft.given_names, &draft.prefix, &draft.surname],
                [
                    at(Question::RepresentativeGivenNames),
                    at(Question::RepresentativePrefix),
                    at(Question::RepresentativeSurname),
                ],
            )),
        };
        let capacity = issues.keep(at(Question::RepresentativeCapacity), draft.capacity.ok_or(Rule::Required));
        let authority = issues.keep(at(Question::RepresentativeAuthority), draft.authority.ok_or(Rule::Required));
        if capacity == Some(Capacity::Owner) && authority.is_some_and(|authority| authority != Authority::Sole) {
            issues.add(at(Question::RepresentativeAuthority), Rule::OwnerIsSole);
        }
        let (email, mobile) = match requirements.asks(at(Question::RepresentativeEmail)) {
            true => {
                let foreign = requirements.facts.offer.foreign_mobile;
                let email = issues.keep(at(Question::RepresentativeEmail), Email::parse(&draft.email));
                (email, issues.keep(at(Question::RepresentativeMobile), Mobile::parse(&draft.mobile, foreign)))
            }
            false => (None, None),
        };
        issues.finish(|| Some(Self { name, capacity: capacity?, authority: authority?, email, mobile }))
    }
}

/// Nobody stands in the form twice, and nobody shares an e-mail address or a mobile number.
fn check_people(requirements: &Requirements<'_>, issues: &mut Issues) {
    struct Person {
        row: Option<usize>,
        name: Option<String>,
        email: Option<String>,
        mobile: Option<Mobile>,
    }
    let draft = requirements.draft;
    let foreign = requirements.facts.offer.foreign_mobile;
    let full_name =
        |typed: [&str; 3]| FullName::parse(typed, [Place::from(Question::Surname); 3]).ok().map(|name| name.folded());
    let email = |typed: &str| Email::parse(typed).ok().map(|email| email.folded());
    let mut people = vec![Person {
        row: None,
        name: full_name([&draft.user.given_names, &draft.user.prefix, &draft.user.surname]),
        email: email(&draft.user.email),
        mobile: Mobile::parse(&draft.user.mobile, foreign).ok(),
    }];
    for (row, one) in draft.representatives.iter().enumerate().filter(|(_, one)| one.is_user != Some(true)) {
        let has_contact = requirements.asks(Place::row(Question::RepresentativeEmail, row));
        let person = Person {
            row: Some(row),
            name: full_name([&one.given_names, &one.prefix, &one.surname]),
            email: email(&one.email).filter(|_| has_contact),
            mobile: Mobile::parse(&one.mobile, foreign).ok().filter(|_| has_contact),
        };
        for other in &people {
            if person.name.is_some() && person.name == other.name {
                let rule = if other.row.is_some() { Rule::RepresentativeTwice } else { Rule::RepresentativeIsUser };
                issues.add(Place::row(Question::RepresentativeSurname, row), rule);
            }
            if person.email.is_some() && person.email == other.email {
                issues.add(Place::row(Question::RepresentativeEmail, row), Rule::EmailShared);
            }
            if person.mobile.is_some() && person.mobile == other.mobile {
                issues.add(Place::row(Question::RepresentativeMobile, row), Rule::MobileShared);
            }
        }
        people.push(person);
    }
}

impl AuthorityProof {
    pub(super) fn parse(requirements: &Requirements<'_>) -> Result<Self, Issues> {
        let draft = &requirements.draft.authority_proof;
        let mut issues = Issues::default();
        let mut asked = |question: Question, answer: Option<bool>| match requirements.asks(question) {
            true => issues.keep(question, answer.ok_or(Rule::Required)),
            false => None,
        };
        let fewer_suffice = asked(Question::FewerSuffice, draft.fewer_suffice);
        let represented_by_company = asked(Question::RepresentedByCompany, draft.represented_by_company);
        let extract = requirements.extract();
        if !requirements.is_fiscal() && extract.is_none() {
            issues.add(Question::ExtractSource, Rule::Required);
        }
        let extract_issued_on = match requirements.asks(Question::ExtractIssuedOn) {
            true => {
                let date = &draft.extract_issued_on;
                let date = Date::parse_parts(&date.day, &date.month, &date.year);
                let date = issues.keep(Question::ExtractIssuedOn, date);
                let most = requirements.facts.offer.extract.max_age_days;
                if let Some(date) = date
                    && let Err(rule) = extract_date(date, requirements.facts.today, most)
                {
                    let days = if rule == Rule::ExtractTooOld { most.to_string() } else { String::new() };
                    issues.add_with(Question::ExtractIssuedOn, rule, days);
                }
                date
            }
            false => None,
        };
        issues.finish(|| Some(Self { extract, extract_issued_on, fewer_suffice, represented_by_company }))
    }
}
