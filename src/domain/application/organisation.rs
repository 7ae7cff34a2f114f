//! The organisation.

use super::case::Case;
use super::optional::text_of;
use crate::domain::draft::{AddressDraft, IdentifierDraft, OrganisationDraft, SourceDraft};
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{
    BranchNumber, Capacity, Country, FiscalNumber, HouseNumber, IdentifierKind, KvkNumber, LegalForm, Moment,
    PlainName, PostalCode, Text, fold,
};

/// The organisation for which the means is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// What identifies it.
    pub identifier: Identifier,
    /// The branch to which the means is restricted; `None` for the whole organisation.
    pub branch_number: Option<BranchNumber>,
    /// Name as registered.
    pub name: PlainName,
    /// Legal form.
    pub legal_form: LegalForm,
    /// Address.
    pub address: Address,
    /// Where name, legal form and address were looked up; `None` if they were typed.
    pub source: Option<Source>,
}

/// Where something was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// When.
    pub fetched_at: Moment,
    /// The host that answered.
    pub host: Text,
}

/// KvK number or fiscal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// Number in the trade register.
    Kvk(KvkNumber),
    /// Fiscal number: EH3 at the tax authority only.
    Fiscal(FiscalNumber),
}

/// An address. With a KvK number it may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Street, or post office box.
    pub street: Option<Text>,
    /// House number: in the Dutch format in the Netherlands, free text abroad; empty for a post office box, or if there
    /// is none abroad.
    pub house_number: String,
    /// Postal code, `1234 AB` in the Netherlands; empty if there is none abroad.
    pub postal_code: String,
    /// Town or city.
    pub city: Option<Text>,
    /// Country.
    pub country: Option<Country>,
}

impl Organisation {
    pub(super) fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.organisation;
        let mut issues = Issues::default();
        let kind = issues.keep(Question::IdentifierKind, draft.identifier.kind.ok_or(Rule::Required));
        let number = &draft.identifier.number;
        let identifier = match kind {
            Some(IdentifierKind::Fiscal) if KvkNumber::parse(number).is_ok() => Err(Rule::FiscalNumberIsKvk),
            Some(IdentifierKind::Fiscal) => FiscalNumber::parse(number).map(Identifier::Fiscal),
            _ => KvkNumber::parse(number).map(Identifier::Kvk),
        };
        let identifier = issues.keep(Question::OrganisationNumber, identifier);
        let name = issues.keep(Question::OrganisationName, PlainName::parse(&draft.name));
        let legal_form = issues.keep(Question::LegalForm, draft.legal_form.ok_or(Rule::Required));
        if case.requirements.is_fiscal() && legal_form.is_some_and(has_kvk_number) {
            issues.add(Question::LegalForm, Rule::LegalFormHasKvkNumber);
        }
        if legal_form.is_some_and(|form| !case.draft.representatives.iter().all(|one| suits(one.capacity, form))) {
            issues.add(Question::LegalForm, Rule::LegalFormCapacity);
        }
        let address = issues.absorb(Address::parse(case));
        if case.requirements.asks(Question::RestrictedToBranch) {
            issues.keep(Question::RestrictedToBranch, draft.restricted_to_branch.ok_or(Rule::Required));
        }
        let branch_number = match case.requirements.asks(Question::BranchNumber) {
            true => {
                let typed = &draft.branch_number;
                let is_kvk = matches!(&identifier, Some(Identifier::Kvk(number)) if number.is_in(typed));
                let number = if is_kvk { Err(Rule::BranchNumberIsKvk) } else { BranchNumber::parse(typed) };
                issues.keep(Question::BranchNumber, number)
            }
            false => None,
        };
        let source = match case.requirements.asks(Question::FetchedAt) {
            true => issues.absorb(Source::parse(&draft.source)),
            false => None,
        };
        issues.finish(|| {
            let (identifier, name, legal_form, address) = (identifier?, name?, legal_form?, address?);
            Some(Self { identifier, branch_number, name, legal_form, address, source })
        })
    }
}

/// BV, NV, VOF and CV must register at the KvK first: https://reconi.nl/en/eherkenning/zonder-kvk-nummer/
const fn has_kvk_number(form: LegalForm) -> bool {
    matches!(
        form,
        LegalForm::PrivateLimitedCompany
            | LegalForm::PublicLimitedCompany
            | LegalForm::GeneralPartnership
            | LegalForm::LimitedPartnership
    )
}

/// Whether a capacity exists in an organisation of this form: a sole proprietorship has an owner, others have not.
/// Forms under foreign law are not known here.
const fn suits(capacity: Option<Capacity>, form: LegalForm) -> bool {
    match form {
        LegalForm::SoleProprietorship => !matches!(capacity, Some(Capacity::Director | Capacity::Partner)),
        LegalForm::ForeignCompany | LegalForm::Other => true,
        _ => !matches!(capacity, Some(Capacity::Owner)),
    }
}

impl Source {
    fn parse(draft: &SourceDraft) -> Result<Self, Issues> {
        let mut issues = Issues::default();
        let fetched_at = issues.keep(Question::FetchedAt, Moment::parse(&draft.fetched_at));
        let host = issues.keep(Question::FetchedFrom, Text::parse(&draft.host, Question::FetchedFrom.longest()));
        issues.finish(|| Some(Self { fetched_at: fetched_at?, host: host? }))
    }
}

impl Address {
    /// With a KvK number an address may be left out altogether: the supplier looks it up, and one that is shielded is in
    /// no extract. Source: kvk.nl, on shielding an address.
    fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.organisation.address;
        let mut issues = Issues::default();
        let is_left_out = !case.requirements.is_fiscal() && draft.is_empty();
        let country = match draft.country.trim() {
            "" if is_left_out => None,
            "" if !case.requirements.asks(Question::Country) => Country::parse("NL").ok(),
            stated => issues.keep(Question::Country, Country::parse(stated)),
        };
        if is_left_out {
            return issues.finish(|| Some(Self { country, ..Self::default() }));
        }
        let is_dutch = country.as_ref().is_some_and(Country::is_netherlands);
        let street = issues.keep(Question::Street, Text::parse(&draft.street, Question::Street.longest()));
        let city = issues.keep(Question::City, Text::parse(&draft.city, Question::City.longest()));
        let (house_number, postal_code) = if is_dutch {
            let house_number = match draft.house_number.trim() {
                "" if is_po_box(&draft.street) => Ok(String::new()),
                typed => HouseNumber::parse(typed).map(|number| number.as_str().to_owned()),
            };
            (house_number, PostalCode::parse(&draft.postal_code).map(|code| code.as_str().to_owned()))
        } else {
            (
                text_abroad(&draft.house_number, Question::HouseNumber),
                text_abroad(&draft.postal_code, Question::PostalCode),
            )
        };
        let house_number = issues.keep(Question::HouseNumber, house_number);
        let postal_code = issues.keep(Question::PostalCode, postal_code);
        issues.finish(|| {
            let (house_number, postal_code) = (house_number?, postal_code?);
            Some(Self { street, house_number, postal_code, city, country })
        })
    }
}

/// A house number or postal code abroad, which not every country or house has: Hong Kong has no postal codes.
fn text_abroad(typed: &str, question: Question) -> Result<String, Rule> {
    match Text::parse(typed, question.longest()) {
        Err(Rule::Required) => Ok(String::new()),
        text => text.map(|text| text.as_str().to_owned()),
    }
}

/// Whether a street is a post office box with its number, as in "Postbus 200".
fn is_po_box(street: &str) -> bool {
    let street = fold(street.trim());
    let number = ["postbus ", "po box ", "p.o. box "].iter().find_map(|words| street.strip_prefix(words));
    number.is_some_and(|number| number.trim().bytes().all(|byte| byte.is_ascii_digit()))
}

impl From<&Organisation> for OrganisationDraft {
    fn from(organisation: &Organisation) -> Self {
        let (kind, number) = match &organisation.identifier {
            Identifier::Kvk(number) => (IdentifierKind::Kvk, number.as_str()),
            Identifier::Fiscal(number) => (IdentifierKind::Fiscal, number.as_str()),
        };
        Self {
            identifier: IdentifierDraft { kind: Some(kind), number: number.to_owned() },
            restricted_to_branch: (kind == IdentifierKind::Kvk).then_some(organisation.branch_number.is_some()),
            branch_number: text_of(organisation.branch_number.as_ref(), BranchNumber::as_str),
            name: organisation.name.as_str().to_owned(),
            legal_form: Some(organisation.legal_form),
            address: AddressDraft::from(&organisation.address),
            source: SourceDraft {
                fetched_at: text_of(organisation.source.as_ref().map(|source| &source.fetched_at), Moment::as_str),
                host: text_of(organisation.source.as_ref().map(|source| &source.host), Text::as_str),
            },
        }
    }
}

impl From<&Address> for AddressDraft {
    fn from(address: &Address) -> Self {
        Self {
            street: text_of(address.street.as_ref(), Text::as_str),
            house_number: address.house_number.clone(),
            postal_code: address.postal_code.clone(),
            city: text_of(address.city.as_ref(), Text::as_str),
            country: text_of(address.country.as_ref(), |country| country.as_str()),
        }
    }
}
