//! The representatives, and the check that nobody is in the application twice.

use super::case::Case;
use super::optional::text_of;
use super::people::FullName;
use crate::domain::draft::{Draft, RepresentativeDraft};
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::{Authority, Capacity, Email, Mobile};

/// A person who may represent the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// The name; `None` for the user.
    pub name: Option<FullName>,
    /// Whether somebody else in the application has the same name.
    pub is_namesake: bool,
    /// Capacity.
    pub capacity: Capacity,
    /// Extent of the authority.
    pub authority: Authority,
    /// E-mail address, if the offer asks it.
    pub email: Option<Email>,
    /// Mobile number, if the offer asks it.
    pub mobile: Option<Mobile>,
    /// Whether this representative signs, where the applicant chose who do.
    pub signs: Option<bool>,
}

pub(super) fn parse_representatives(case: Case<'_>) -> Result<Vec<Representative>, Issues> {
    let draft = case.draft;
    let mut issues = Issues::default();
    let mut representatives = Vec::new();
    for row in 0..draft.representatives.len() {
        representatives.extend(issues.absorb(Representative::parse(case, row)));
    }
    if draft.representatives.is_empty() {
        issues.add(Question::Representatives, Rule::Required);
    }
    let most = case.facts.offer.max_representatives;
    if draft.representatives.len() > most {
        issues.add_with(Question::Representatives, Rule::TooManyRepresentatives, most.to_string());
    }
    if draft.representatives.iter().filter(|one| one.is_user == Some(true)).count() > 1 {
        issues.add(Question::Representatives, Rule::UserTwice);
    }
    if let Some(terms) = case.terms() {
        case.requirements.signatories.check(draft, terms, &mut issues);
    }
    check_people(case, &mut issues);
    issues.finish(|| Some(representatives))
}

impl Representative {
    fn parse(case: Case<'_>, row: usize) -> Result<Self, Issues> {
        let mut issues = Issues::default();
        let at = |question| Place::row(question, row);
        let draft = case.draft.representative(row).cloned().unwrap_or_default();
        if row == 0 && draft.is_user.is_none() {
            issues.add(at(Question::RepresentativeIsUser), Rule::Required);
        }
        let is_named = draft.is_user != Some(true) && case.requirements.asks(at(Question::RepresentativeGivenNames));
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
        let is_namesake = match case.namesake(row) {
            Some(rule) if draft.is_namesake != Some(true) => {
                issues.add(at(Question::RepresentativeSurname), rule);
                false
            }
            namesake => namesake.is_some(),
        };
        let capacity = issues.keep(at(Question::RepresentativeCapacity), draft.capacity.ok_or(Rule::Required));
        let authority = issues.keep(at(Question::RepresentativeAuthority), draft.authority().ok_or(Rule::Required));
        if capacity == Some(Capacity::Owner) && authority.is_some_and(|authority| authority != Authority::Sole) {
            issues.add(at(Question::RepresentativeAuthority), Rule::OwnerIsSole);
        }
        let (email, mobile) = match case.requirements.asks(at(Question::RepresentativeEmail)) {
            true => {
                let foreign = case.facts.offer.foreign_mobile;
                let email = issues.keep(at(Question::RepresentativeEmail), Email::parse(&draft.email));
                (email, issues.keep(at(Question::RepresentativeMobile), Mobile::parse(&draft.mobile, foreign)))
            }
            false => (None, None),
        };
        let signatories = &case.requirements.signatories;
        let is_chosen = signatories.is_chosen && case.requirements.asks(at(Question::RepresentativeSigns));
        let signs = is_chosen.then(|| signatories.rows.contains(&row));
        issues.finish(|| {
            Some(Self { name, is_namesake, capacity: capacity?, authority: authority?, email, mobile, signs })
        })
    }
}

impl Case<'_> {
    /// The rule that a representative breaks unless it is another person than the user or an earlier representative of
    /// the same name; `None` if nobody has the same name.
    pub(super) fn namesake(self, row: usize) -> Option<Rule> {
        let folded = |typed: [&str; 3]| {
            FullName::parse(typed, [Place::from(Question::Surname); 3]).ok().map(|name| name.folded())
        };
        let name_of = |one: &RepresentativeDraft| match one.is_user {
            Some(true) => None,
            _ => folded([&one.given_names, &one.prefix, &one.surname]),
        };
        let Draft { user, representatives, .. } = self.draft;
        let name = name_of(representatives.get(row)?)?;
        let is_same = |other: Option<String>| other.as_ref() == Some(&name);
        if is_same(folded([&user.given_names, &user.prefix, &user.surname])) {
            return Some(Rule::RepresentativeIsUser);
        }
        representatives.iter().take(row).any(|one| is_same(name_of(one))).then_some(Rule::RepresentativeTwice)
    }
}

/// Checks that nobody shares an e-mail address or a mobile number.
fn check_people(case: Case<'_>, issues: &mut Issues) {
    struct Person {
        email: Option<String>,
        mobile: Option<Mobile>,
    }
    let draft = case.draft;
    let foreign = case.facts.offer.foreign_mobile;
    let email = |typed: &str| Email::parse(typed).ok().map(|email| email.folded());
    let mut people =
        vec![Person { email: email(&draft.user.email), mobile: Mobile::parse(&draft.user.mobile, foreign).ok() }];
    for (row, one) in draft.representatives.iter().enumerate().filter(|(_, one)| one.is_user != Some(true)) {
        let has_contact = case.requirements.asks(Place::row(Question::RepresentativeEmail, row));
        let person = Person {
            email: email(&one.email).filter(|_| has_contact),
            mobile: Mobile::parse(&one.mobile, foreign).ok().filter(|_| has_contact),
        };
        for other in &people {
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

impl From<&Representative> for RepresentativeDraft {
    fn from(representative: &Representative) -> Self {
        let [given_names, prefix, surname] = representative.name.as_ref().map(FullName::parts).unwrap_or_default();
        Self {
            is_user: Some(representative.name.is_none()),
            given_names,
            prefix,
            surname,
            is_namesake: representative.is_namesake.then_some(true),
            capacity: Some(representative.capacity),
            authority: Some(representative.authority),
            email: text_of(representative.email.as_ref(), Email::as_str),
            email_ascii: representative.email.as_ref().map(Email::ascii_if_international).unwrap_or_default(),
            mobile: text_of(representative.mobile.as_ref(), Mobile::as_str),
            signs: representative.signs,
        }
    }
}
