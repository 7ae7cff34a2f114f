//! The user, and names and identity documents.

use super::case::Case;
use super::optional::optional;
use super::optional::text_of;
use crate::domain::draft::{DateDraft, IdentityDocumentDraft, UserDraft};
use crate::domain::rules::{Issues, Place, Question, Rule};
use crate::domain::scheme::{
    BirthDate, Country, Date, Email, IdentityDocumentKind, IdentityDocumentNumber, Mobile, PersonName, Prefix, Text,
    birth_date, fold, identity_document_expiry, is_dash,
};

/// The person who will use the means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Names as on the identity document.
    pub name: FullName,
    /// Date of birth.
    pub birth_date: BirthDate,
    /// Place of birth, if the offer asks it.
    pub birth_place: Option<Text>,
    /// Own e-mail address.
    pub email: Email,
    /// Own mobile number.
    pub mobile: Mobile,
    /// Whether the organisation employs the user.
    pub employed: bool,
    /// Identity document, if the offer asks it.
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
    /// Number, if the offer asks it.
    pub number: Option<IdentityDocumentNumber>,
    /// Last day on which it is valid; in the year 9999 if it has no end.
    pub expires_on: Date,
}

impl User {
    pub(super) fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.user;
        let offer = &case.facts.offer;
        let mut issues = Issues::default();
        match draft.is_applicant {
            None => issues.add(Question::UserIsApplicant, Rule::Required),
            Some(false) => issues.add(Question::UserIsApplicant, Rule::UserMustApply),
            Some(true) => {}
        }
        let employed = match case.requirements.asks(Question::UserEmployed) {
            true => issues.keep(Question::UserEmployed, draft.employed.ok_or(Rule::Required)),
            false => Some(true),
        };
        let name = issues.absorb(FullName::parse(
            [&draft.given_names, &draft.prefix, &draft.surname],
            [Question::GivenNames, Question::Prefix, Question::Surname].map(Place::from),
        ));
        let born = BirthDate::parse_parts(&draft.birth_date.day, &draft.birth_date.month, &draft.birth_date.year);
        let born = issues.keep(Question::BirthDate, born);
        let represents = case.requirements.user_row().is_some();
        let min_age = if represents { offer.min_age_representative } else { offer.min_age_employee };
        if let Some(Err(rule)) = born.map(|date| birth_date(date, case.facts.today, min_age)) {
            let limit = if rule == Rule::UserTooYoung { min_age.to_string() } else { String::new() };
            issues.add_with(Question::BirthDate, rule, limit);
        }
        let birth_place = match case.requirements.asks(Question::BirthPlace) {
            true => issues.keep(Question::BirthPlace, Text::parse(&draft.birth_place, Question::BirthPlace.longest())),
            false => None,
        };
        let email = issues.keep(Question::Email, Email::parse(&draft.email));
        let mobile = issues.keep(Question::Mobile, Mobile::parse(&draft.mobile, offer.foreign_mobile));
        let identity_document = match case.requirements.asks(Question::IdentityDocumentKind) {
            true => issues.absorb(IdentityDocument::parse(case)),
            false => None,
        };
        issues.finish(|| {
            let (name, birth_date, email, mobile) = (name?, born?, email?, mobile?);
            Some(Self { name, birth_date, birth_place, email, mobile, employed: employed?, identity_document })
        })
    }
}

impl FullName {
    pub(super) fn parse(typed: [&str; 3], places: [Place; 3]) -> Result<Self, Issues> {
        let [given_names, prefix, surname] = typed;
        let [given_place, prefix_place, surname_place] = places;
        let mut issues = Issues::default();
        let given_names = issues.keep(given_place, PersonName::parse(&given_names.replace(',', " ")));
        // A dash means that there is none.
        let prefix = if prefix.trim().chars().all(is_dash) { "" } else { prefix };
        let prefix = optional(&mut issues, prefix_place, prefix, Prefix::parse);
        let surname = issues.keep(surname_place, PersonName::parse(surname));
        if let (Some(given_names), Some(surname)) = (&given_names, &surname)
            && !given_names.is_named()
            && !surname.is_named()
        {
            issues.add(surname_place, Rule::NameCharacters);
        }
        issues.finish(|| Some(Self { given_names: given_names?, prefix, surname: surname? }))
    }

    /// First names, prefix and surname in one line.
    pub fn display(&self) -> String {
        let prefix = self.prefix.as_ref().map(|prefix| format!("{} ", prefix.as_str())).unwrap_or_default();
        format!("{} {prefix}{}", self.given_names.as_str(), self.surname.as_str())
    }

    /// First names, prefix and surname as text.
    pub(super) fn parts(&self) -> [String; 3] {
        let prefix = text_of(self.prefix.as_ref(), Prefix::as_str);
        [self.given_names.as_str().to_owned(), prefix, self.surname.as_str().to_owned()]
    }

    /// The name in a form for comparing it with that of another person.
    pub(super) fn folded(&self) -> String {
        fold(&self.display())
    }
}

impl IdentityDocument {
    fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.user.identity_document;
        let offer = &case.facts.offer.identity_documents;
        let mut issues = Issues::default();
        let kind = issues.keep(Question::IdentityDocumentKind, draft.kind.ok_or(Rule::Required));
        if kind.is_some_and(|kind| !offer.kinds.contains(&kind)) {
            issues.add(Question::IdentityDocumentKind, Rule::IdentityDocumentNotAccepted);
        }
        let country = issues.keep(Question::IdentityDocumentCountry, Country::parse(&draft.country));
        if country.is_some_and(|country| !country.is_netherlands())
            && kind.is_some_and(|kind| offer.dutch_only.contains(&kind))
        {
            issues.add(Question::IdentityDocumentCountry, Rule::IdentityDocumentNotAccepted);
        }
        let expires = &draft.expires_on;
        let expires = Date::parse_parts(&expires.day, &expires.month, &expires.year);
        let expires_on = issues.keep(Question::IdentityDocumentExpiresOn, expires);
        if let Some(date) = expires_on
            && let Err(rule) = identity_document_expiry(date, case.facts.today, offer.valid_months)
        {
            let months =
                if rule == Rule::IdentityDocumentExpiresSoon { offer.valid_months.to_string() } else { String::new() };
            issues.add_with(Question::IdentityDocumentExpiresOn, rule, months);
        }
        let number = match (case.requirements.asks(Question::IdentityDocumentNumber), kind) {
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

impl From<&User> for UserDraft {
    fn from(user: &User) -> Self {
        let [given_names, prefix, surname] = user.name.parts();
        Self {
            is_applicant: Some(true),
            employed: Some(user.employed),
            given_names,
            prefix,
            surname,
            birth_date: DateDraft::from(&user.birth_date),
            birth_place: text_of(user.birth_place.as_ref(), Text::as_str),
            email: user.email.as_str().to_owned(),
            email_ascii: user.email.ascii_if_international(),
            mobile: user.mobile.as_str().to_owned(),
            identity_document: user.identity_document.as_ref().map(IdentityDocumentDraft::from).unwrap_or_default(),
        }
    }
}

impl From<&IdentityDocument> for IdentityDocumentDraft {
    fn from(document: &IdentityDocument) -> Self {
        Self {
            kind: Some(document.kind),
            country: document.country.as_str().to_owned(),
            number: text_of(document.number.as_ref(), IdentityDocumentNumber::as_str),
            expires_on: DateDraft::from(&document.expires_on),
        }
    }
}
