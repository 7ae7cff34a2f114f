//! The organisation.

use super::case::Case;
use super::optional::text_of;
use crate::domain::draft::{AddressDraft, IdentifierDraft, OrganisationDraft};
use crate::domain::rules::{Issues, Question, Rule};
use crate::domain::scheme::{
    BranchNumber, Country, FiscalNumber, HouseNumber, IdentifierKind, KvkNumber, LegalForm, PlainName, PostalCode, Text,
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
}

/// KvK number or fiscal number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// Number in the trade register.
    Kvk(KvkNumber),
    /// Fiscal number: EH3 at the tax authority only.
    Fiscal(FiscalNumber),
}

/// An address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Street.
    pub street: Text,
    /// House number: in the Dutch format in the Netherlands, free text abroad.
    pub house_number: String,
    /// Postal code, `1234 AB` in the Netherlands.
    pub postal_code: String,
    /// Town or city.
    pub city: Text,
    /// Country.
    pub country: Country,
}

impl Organisation {
    pub(super) fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.organisation;
        let mut issues = Issues::default();
        let kind = issues.keep(Question::IdentifierKind, draft.identifier.kind.ok_or(Rule::Required));
        let number = &draft.identifier.number;
        let identifier = match kind {
            Some(IdentifierKind::Fiscal) => FiscalNumber::parse(number).map(Identifier::Fiscal),
            _ => KvkNumber::parse(number).map(Identifier::Kvk),
        };
        let identifier = issues.keep(Question::OrganisationNumber, identifier);
        let name = issues.keep(Question::OrganisationName, PlainName::parse(&draft.name));
        let legal_form = issues.keep(Question::LegalForm, draft.legal_form.ok_or(Rule::Required));
        if case.requirements.is_fiscal() && legal_form.is_some_and(has_kvk_number) {
            issues.add(Question::LegalForm, Rule::LegalFormHasKvkNumber);
        }
        let address = issues.absorb(Address::parse(case));
        if case.requirements.asks(Question::RestrictedToBranch) {
            issues.keep(Question::RestrictedToBranch, draft.restricted_to_branch.ok_or(Rule::Required));
        }
        let branch_number = match case.requirements.asks(Question::BranchNumber) {
            true => issues.keep(Question::BranchNumber, BranchNumber::parse(&draft.branch_number)),
            false => None,
        };
        issues.finish(|| {
            let (identifier, name, legal_form, address) = (identifier?, name?, legal_form?, address?);
            Some(Self { identifier, branch_number, name, legal_form, address })
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

impl Address {
    fn parse(case: Case<'_>) -> Result<Self, Issues> {
        let draft = &case.draft.organisation.address;
        let mut issues = Issues::default();
        let country = match case.requirements.asks(Question::Country) {
            true => issues.keep(Question::Country, Country::parse(&draft.country)),
            false => issues.keep(Question::Country, Country::parse("NL")),
        };
        let is_dutch = country.as_ref().is_some_and(Country::is_netherlands);
        let street = issues.keep(Question::Street, Text::parse(&draft.street, Question::Street.longest()));
        let city = issues.keep(Question::City, Text::parse(&draft.city, Question::City.longest()));
        let (house_number, postal_code) = if is_dutch {
            (
                HouseNumber::parse(&draft.house_number).map(|number| number.to_string()),
                PostalCode::parse(&draft.postal_code).map(|code| code.as_str().to_owned()),
            )
        } else {
            (
                Text::parse(&draft.house_number, Question::HouseNumber.longest()).map(|text| text.as_str().to_owned()),
                Text::parse(&draft.postal_code, Question::PostalCode.longest()).map(|text| text.as_str().to_owned()),
            )
        };
        let house_number = issues.keep(Question::HouseNumber, house_number);
        let postal_code = issues.keep(Question::PostalCode, postal_code);
        issues.finish(|| {
            let (house_number, postal_code, city) = (house_number?, postal_code?, city?);
            Some(Self { street: street?, house_number, postal_code, city, country: country? })
        })
    }
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
        }
    }
}

impl From<&Address> for AddressDraft {
    fn from(address: &Address) -> Self {
        Self {
            street: address.street.as_str().to_owned(),
            house_number: address.house_number.clone(),
            postal_code: address.postal_code.clone(),
            city: address.city.as_str().to_owned(),
            country: address.country.as_str().to_owned(),
        }
    }
}
