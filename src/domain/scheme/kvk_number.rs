//! The numbers that identify an organisation.

use super::as_str::as_str;
use super::bsn::eleven_test;
use super::text::{compact, is_digits};
use crate::domain::rules::Rule;

const FORGIVEN: &[char] = &['.', '-'];

/// Number of a business in the Dutch trade register (*KvK-nummer*): eight digits.
/// Source: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KvkNumber(String);

impl KvkNumber {
    /// Reads what a person typed; spaces, dots and dashes are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `KvkNumberIsRsin` for nine digits that pass the eleven test, `KvkNumberShape` for
    /// anything else but eight digits, and for zeros only.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = compact(input, FORGIVEN)?;
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
    /// Reads what a person typed; spaces, dots and dashes are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `BranchNumberShape` for anything but twelve digits, and for zeros only.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = compact(input, FORGIVEN)?;
        if is_number(&number, 12) { Ok(Self(number)) } else { Err(Rule::BranchNumberShape) }
    }
}

/// Number by which the tax authority knows an organisation (*fiscaal nummer*), and also the number of legal persons
/// and partnerships (*RSIN*): nine digits that pass the eleven test.
/// Sources: <https://developers.kvk.nl/cms/api/uploads/api_zoeken.yaml>,
/// <https://github.com/Logius-standaarden/OIN-Stelsel>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalNumber(String);

impl FiscalNumber {
    /// Reads what a person typed; spaces, dots and dashes are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `FiscalNumberShape` for anything but nine digits, `FiscalNumberCheck` if the eleven
    /// test fails.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = compact(input, FORGIVEN)?;
        match is_digits(&number, 9) {
            true if eleven_test(&number) => Ok(Self(number)),
            true => Err(Rule::FiscalNumberCheck),
            false => Err(Rule::FiscalNumberShape),
        }
    }
}

/// Number of an organisation that works with government (*organisatie-identificatienummer*): twenty digits.
/// Source: <https://github.com/Logius-standaarden/OIN-Stelsel>, chapter 6
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Oin(String);

impl Oin {
    /// Reads a number; spaces are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `OinShape` for anything but twenty digits.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = compact(input, &[])?;
        if is_digits(&number, 20) { Ok(Self(number)) } else { Err(Rule::OinShape) }
    }

    /// Whether the RSIN or fiscal number inside passes the eleven test; true where there is none inside.
    ///
    /// The scheme asks twenty digits only, so a number that fails this deserves a warning, not a refusal.
    pub fn number_holds(&self) -> bool {
        let inside = self.0.strip_prefix("00000001").or_else(|| self.0.strip_prefix("00000002"));
        inside.is_none_or(|rest| rest.get(..9).is_some_and(eleven_test))
    }
}

as_str!(KvkNumber, BranchNumber, FiscalNumber, Oin);

fn is_number(text: &str, length: usize) -> bool {
    is_digits(text, length) && text.bytes().any(|byte| byte != b'0')
}
