//! What the KvK answers about an organisation, as far as it is passed on. Every field may be missing.

use eherkenning_wizard::domain::draft::{AddressDraft, IdentifierDraft, OrganisationDraft};
use eherkenning_wizard::domain::lookup::{Branch, REGISTRATION_FORMAT, Registration};
use eherkenning_wizard::domain::scheme::{HouseNumber, IdentifierKind, KvkNumber, PostalCode};
use serde::Deserialize;

use super::legal_form::legal_form;

/// An organisation (*Basisprofiel*).
#[derive(Deserialize)]
pub struct Profile {
    #[serde(rename = "kvkNummer")]
    kvk_number: Option<String>,
    #[serde(rename = "naam")]
    name: Option<String>,
    #[serde(rename = "statutaireNaam")]
    statutory_name: Option<String>,
    #[serde(rename = "materieleRegistratie")]
    period: Option<Period>,
    #[serde(rename = "_embedded")]
    parts: Option<Parts>,
}

/// When it ended, if it has.
#[derive(Deserialize)]
struct Period {
    #[serde(rename = "datumEinde")]
    end: Option<String>,
}

#[derive(Default, Deserialize)]
struct Parts {
    #[serde(rename = "hoofdvestiging")]
    main_branch: Option<MainBranch>,
    #[serde(rename = "eigenaar")]
    owner: Option<Owner>,
}

#[derive(Deserialize)]
struct MainBranch {
    #[serde(rename = "adressen")]
    addresses: Option<Vec<Address>>,
}

/// The legal person or the partnership, or the legal form of a natural person.
#[derive(Deserialize)]
struct Owner {
    #[serde(rename = "rechtsvorm")]
    legal_form: Option<String>,
    #[serde(rename = "uitgebreideRechtsvorm")]
    legal_form_in_full: Option<String>,
    #[serde(rename = "adressen")]
    addresses: Option<Vec<Address>>,
}

#[derive(Deserialize)]
struct Address {
    r#type: Option<String>,
    #[serde(rename = "indAfgeschermd")]
    shielded: Option<String>,
    #[serde(rename = "straatnaam")]
    street: Option<String>,
    #[serde(rename = "huisnummer")]
    house_number: Option<u32>,
    #[serde(rename = "huisletter")]
    house_letter: Option<String>,
    #[serde(rename = "huisnummerToevoeging")]
    addition: Option<String>,
    #[serde(rename = "postcode")]
    postal_code: Option<String>,
    #[serde(rename = "plaats")]
    city: Option<String>,
    #[serde(rename = "land")]
    country: Option<String>,
}

/// The branches of an organisation (*vestigingen*).
#[derive(Deserialize)]
pub struct BranchList {
    #[serde(rename = "vestigingen")]
    branches: Option<Vec<BranchRow>>,
}

#[derive(Deserialize)]
struct BranchRow {
    #[serde(rename = "vestigingsnummer")]
    branch_number: Option<String>,
    #[serde(rename = "eersteHandelsnaam")]
    name: Option<String>,
}

impl Profile {
    /// Whether it is about the organisation with this number.
    pub fn is_of(&self, number: &KvkNumber) -> bool {
        self.kvk_number.as_deref() == Some(number.as_str())
    }

    /// Whether the organisation has branches: at least its main one, and it has not ended.
    pub fn has_branches(&self) -> bool {
        self.parts.as_ref().is_some_and(|parts| parts.main_branch.is_some()) && self.end().is_none()
    }

    /// The registration, without branches.
    pub fn registration(self, number: &KvkNumber) -> Registration {
        let ended_on = self.end().map(day);
        let Parts { main_branch, owner } = self.parts.unwrap_or_default();
        let form = owner.as_ref().and_then(|owner| owner.legal_form.as_ref().or(owner.legal_form_in_full.as_ref()));
        let legal_form = form.and_then(|name| legal_form(name));
        // Legal persons without an enterprise have no branches.
        let addresses = match main_branch {
            Some(branch) => branch.addresses,
            None => owner.and_then(|owner| owner.addresses),
        };
        let is_visited = |address: &Address| address.r#type.as_deref() == Some("bezoekadres");
        let address = addresses.unwrap_or_default().into_iter().find(is_visited);
        Registration {
            format: REGISTRATION_FORMAT.to_owned(),
            address_shielded: address.as_ref().is_some_and(|address| is_yes(address.shielded.as_deref())),
            organisation: OrganisationDraft {
                identifier: IdentifierDraft { kind: Some(IdentifierKind::Kvk), number: number.as_str().to_owned() },
                name: text(self.statutory_name.filter(|name| !name.trim().is_empty()).or(self.name)),
                legal_form,
                address: address.and_then(Address::public).unwrap_or_default(),
                ..OrganisationDraft::default()
            },
            branches: Some(Vec::new()),
            ended_on,
        }
    }

    fn end(&self) -> Option<&str> {
        self.period.as_ref().and_then(|period| period.end.as_deref()).filter(|end| !end.is_empty())
    }
}

impl Address {
    /// The address, if it is in the Netherlands and certainly not shielded.
    fn public(self) -> Option<AddressDraft> {
        let is_public = self.shielded.as_deref().is_some_and(|shielded| shielded.eq_ignore_ascii_case("nee"));
        let is_dutch = self.country.as_deref().is_none_or(|country| country.eq_ignore_ascii_case("nederland"));
        if !is_public || !is_dutch {
            return None;
        }
        let number = self.house_number.map(|number| number.to_string()).unwrap_or_default();
        let mut house_number = number + &text(self.house_letter);
        let addition = text(self.addition);
        if !addition.is_empty() {
            house_number.push('-');
            house_number.push_str(addition.trim_start_matches('-'));
        }
        let postal_code = text(self.postal_code);
        Some(AddressDraft {
            street: text(self.street),
            house_number: HouseNumber::parse(&house_number).map_or(house_number, |tidy| tidy.as_str().to_owned()),
            postal_code: PostalCode::parse(&postal_code).map_or(postal_code, |tidy| tidy.as_str().to_owned()),
            city: text(self.city),
            country: "NL".to_owned(),
        })
    }
}

impl BranchList {
    /// The branches that have a number.
    pub fn branches(self) -> Vec<Branch> {
        let rows = self.branches.unwrap_or_default().into_iter();
        let branch = |row: BranchRow| Some(Branch { branch_number: row.branch_number?, name: text(row.name) });
        rows.filter_map(branch).collect()
    }
}

fn is_yes(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.eq_ignore_ascii_case("ja"))
}

fn text(text: Option<String>) -> String {
    text.map(|text| text.trim().to_owned()).unwrap_or_default()
}

/// Converts a date such as `20240131` to `2024-01-31`. Unknown parts stay zeros, and text in another format has only zeros.
fn day(text: &str) -> String {
    let digits = Some(text).filter(|text| text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, rest) = digits.unwrap_or("00000000").split_at(4);
    let (month, day) = rest.split_at(2);
    format!("{year}-{month}-{day}")
}
