//! Numbers of identity documents.

use super::IdentityDocumentKind;
use super::as_str::as_str;
use super::bsn::eleven_test;
use super::text::{as_digits, compact, is_digits};
use crate::domain::rules::Rule;

/// Number of an identity document (*documentnummer*), upper case.
///
/// Dutch passports and identity cards: two letters, six letters or digits, one digit, never the letter O; source:
/// <https://github.com/arthurdejong/python-stdnum> (nl.identiteitskaartnummer, after rvig.nl/node/356).
/// Dutch driving licences: ten digits. Any other: four to twenty letters and digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityDocumentNumber(String);

impl IdentityDocumentNumber {
    /// Parses typed text; spaces, dots, dashes, lower case and the fillers of the machine-readable zone are
    /// allowed, and the letters O and I in a Dutch driving licence number.
    ///
    /// # Errors
    /// `Required` for empty text; `BsnNotAllowed` when the BSN on a Dutch document was entered instead;
    /// `TravelDocumentNumberShape`, `DrivingLicenceNumberShape` or `DocumentNumberShape` depending on the kind.
    pub fn parse(input: &str, kind: IdentityDocumentKind, dutch: bool) -> Result<Self, Rule> {
        let typed = compact(input, &['-', '.', '<'])?;
        let has_digits_only = dutch && kind == IdentityDocumentKind::DrivingLicence;
        let number = if has_digits_only { as_digits(&typed) } else { typed }.to_ascii_uppercase();
        let is_plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let (holds, rule) = match kind {
            IdentityDocumentKind::DrivingLicence if has_digits_only => {
                (is_digits(&number, 10), Rule::DrivingLicenceNumberShape)
            }
            IdentityDocumentKind::Passport | IdentityDocumentKind::IdentityCard if dutch => {
                (is_plain && is_travel_document(&number), Rule::TravelDocumentNumberShape)
            }
            IdentityDocumentKind::Passport
            | IdentityDocumentKind::IdentityCard
            | IdentityDocumentKind::ResidencePermit
            | IdentityDocumentKind::DrivingLicence => {
                (is_plain && (4..=20).contains(&number.len()), Rule::DocumentNumberShape)
            }
        };
        match holds {
            _ if dutch && eleven_test(&number) => Err(Rule::BsnNotAllowed),
            true => Ok(Self(number)),
            false => Err(rule),
        }
    }
}

as_str!(IdentityDocumentNumber);

fn is_travel_document(number: &str) -> bool {
    let starts_with_letters = number.bytes().take(2).all(|byte| byte.is_ascii_alphabetic());
    let ends_with_digit = number.ends_with(|c: char| c.is_ascii_digit());
    number.len() == 9 && starts_with_letters && ends_with_digit && !number.contains('O')
}
