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
    /// `Required` for empty text; `KvkNumberIsRsin` for nine digits that pass the eleven test; `KvkNumberShape` for
    /// anything else that is not eight digits, and for only zeros.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = digits(input)?;
        match () {
            () if is_number(&number, 8) => Ok(Self(number)),
            () if eleven_test(&number) => Err(Rule::KvkNumberIsRsin),
            () => Err(Rule::KvkNumberShape),
        }
    }
}

/// Number of a branch in the trade register (*vestigingsnummer*): twelve digits.
/// Source: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BranchNumber(String);

impl BranchNumber {
    /// Parses typed text; separators and a word in front are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `BranchNumberShape` unless it is twelve digits that are not all zero.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = digits(input)?;
        if is_number(&number, 12) { Ok(Self(number)) } else { Err(Rule::BranchNumberShape) }
    }
}

/// Number of an organisation at the tax authority (*fiscaal nummer*), and of legal persons and partnerships (*RSIN*):
/// nine digits that pass the eleven test.
/// Sources: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>,
/// <https://github.com/Logius-standaarden/OIN-Stelsel>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalNumber(String);

impl FiscalNumber {
    /// Parses typed text; separators and a word in front are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `FiscalNumberShape` unless it is nine digits; `FiscalNumberCheck` if the eleven test
    /// fails.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = digits(input)?;
        match is_digits(&number, 9) {
            true if eleven_test(&number) => Ok(Self(number)),
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

fn is_number(text: &str, length: usize) -> bool {
    is_digits(text, length) && text.bytes().any(|byte| byte != b'0')
}
