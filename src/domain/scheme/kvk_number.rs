//! The numbers that identify an organisation.

use super::as_str::as_str;
use super::bsn::eleven_test;
use super::text::{compact, digits, is_digits};
use crate::domain::rules::Rule;

/// Number of a business in the Dutch trade register (*KvK-nummer*): eight digits.
/// Source: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KvkNumber(String);

impl KvkNumber {
    /// Parses typed text; separators and a word in front are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `KvkNumberSevenDigits`, `KvkNumberIsRsin`, `KvkNumberIsBranch` or `KvkNumberIsVat` for
    /// these usual mistakes; `KvkNumberShape` for anything else that is not eight digits, and for only zeros.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = digits(input)?;
        match () {
            () if is_number(&number, 8) => Ok(Self(number)),
            () if is_number(&number, 7) => Err(Rule::KvkNumberSevenDigits),
            () if eleven_test(&number) => Err(Rule::KvkNumberIsRsin),
            () if is_branch(&number) => Err(Rule::KvkNumberIsBranch),
            () if in_tax_number(&number, &['B', 'b']).is_some() => Err(Rule::KvkNumberIsVat),
            () => Err(Rule::KvkNumberShape),
        }
    }

    /// Whether this text is the same number, perhaps made as long as a branch number with zeros.
    pub fn is_in(&self, input: &str) -> bool {
        digits(input).is_ok_and(|number| {
            number.trim_start_matches('0') == self.0.trim_start_matches('0') || number == format!("{}0000", self.0)
        })
    }
}

/// Number of a branch in the trade register (*vestigingsnummer*): twelve digits. Issued numbers begin with four zeros,
/// those in the test environment of the KvK with 99.
/// Sources: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>,
/// <https://developers.kvk.nl/documentation/testing>; the zeros are inferred from issued numbers
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BranchNumber(String);

impl BranchNumber {
    /// Parses typed text; separators and a word in front are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `BranchNumberShape` unless it is twelve digits that begin as issued or test numbers do
    /// and are not all zero.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = digits(input)?;
        if is_branch(&number) { Ok(Self(number)) } else { Err(Rule::BranchNumberShape) }
    }
}

/// Number of an organisation at the tax authority (*fiscaal nummer*), and of legal persons and partnerships (*RSIN*):
/// nine digits that pass the eleven test.
/// Sources: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>,
/// <https://github.com/Logius-standaarden/OIN-Stelsel>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalNumber(String);

impl FiscalNumber {
    /// Parses typed text; separators and a word in front are allowed. In a VAT number (*btw-nummer*) and in the numbers for
    /// returns of payroll tax and corporation tax it is the first nine digits.
    ///
    /// # Errors
    /// `Required` for empty text; `FiscalNumberShape` unless it is nine digits; `FiscalNumberCheck` if the eleven test
    /// fails.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = digits(input)?;
        let number = in_tax_number(&typed, &['B', 'b', 'L', 'V', 'v']).unwrap_or(&typed);
        match is_digits(number, 9) {
            true if eleven_test(number) => Ok(Self(number.to_owned())),
            true => Err(Rule::FiscalNumberCheck),
            false => Err(Rule::FiscalNumberShape),
        }
    }
}

/// Number of an organisation that exchanges data with government (*organisatie-identificatienummer*): twenty digits.
/// Source: <https://github.com/Logius-standaarden/OIN-Stelsel>, chapter 6
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oin(String);

impl Oin {
    /// Parses a number; spaces are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `OinShape` unless it is twenty digits.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = compact(input, &[])?;
        if is_digits(&number, 20) { Ok(Self(number)) } else { Err(Rule::OinShape) }
    }

    /// Whether the RSIN or fiscal number in it passes the eleven test; `true` when it contains none.
    ///
    /// The scheme only requires twenty digits, so a failure is a reason for a warning, not for a refusal.
    pub fn number_holds(&self) -> bool {
        let inside = self.0.strip_prefix("00000001").or_else(|| self.0.strip_prefix("00000002"));
        inside.is_none_or(|rest| rest.get(..9).is_some_and(eleven_test))
    }
}

as_str!(KvkNumber, BranchNumber, FiscalNumber, Oin);

/// The nine digits in the number for a tax with one of these letters, such as B in the VAT number NL823807071B01;
/// [`digits`] has removed the country.
fn in_tax_number<'a>(text: &'a str, taxes: &[char]) -> Option<&'a str> {
    let (number, suffix) = text.split_at_checked(9)?;
    let suffix = suffix.strip_prefix(taxes)?;
    (is_digits(number, 9) && is_digits(suffix, 2)).then_some(number)
}

/// Whether it begins as issued or test numbers of branches do.
fn is_branch(text: &str) -> bool {
    is_number(text, 12) && (text.starts_with("0000") || text.starts_with("99"))
}

fn is_number(text: &str, length: usize) -> bool {
    is_digits(text, length) && text.bytes().any(|byte| byte != b'0')
}
