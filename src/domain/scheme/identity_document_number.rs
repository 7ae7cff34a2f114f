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
/// Dutch driving licences: ten digits. Any other: four to twenty letters and digits; abroad the letters may be Greek or
/// Cyrillic, because older identity cards of Greece have Ξ, Σ and Ω.
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
        let read = if has_digits_only { as_digits(&typed) } else { typed };
        let number: String = read.chars().map(capital).collect();
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
                let is_written = is_plain || !dutch && number.chars().all(is_printed);
                (is_written && (4..=20).contains(&number.chars().count()), Rule::DocumentNumberShape)
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

/// Whether documents of some country have this character in their number.
const fn is_printed(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'Α'..='Ρ' | 'Σ'..='Ω' | 'Ѐ'..='Я' | 'Ґ')
}

/// Upper case of Latin, Greek and Cyrillic letters.
fn capital(c: char) -> char {
    let distance = match c {
        'α'..='ω' | 'а'..='я' => 0x20,
        'ѐ'..='џ' => 0x50,
        'ґ' => 1,
        _ => return c.to_ascii_uppercase(),
    };
    char::from_u32(u32::from(c) - distance).unwrap_or(c)
}

fn is_travel_document(number: &str) -> bool {
    let starts_with_letters = number.bytes().take(2).all(|byte| byte.is_ascii_alphabetic());
    let ends_with_digit = number.ends_with(|c: char| c.is_ascii_digit());
    number.len() == 9 && starts_with_letters && ends_with_digit && !number.contains('O')
}
