//! VAT numbers.

use super::bsn::eleven_test;
use super::iban::mod_97;
use super::text::{compact, is_digits};
use crate::domain::rules::Rule;

/// Dutch VAT identification number (*btw-id*): NL, nine digits, B and two digits.
///
/// The nine digits pass the eleven test, or (sole traders since 2020) the whole has remainder 1 by 97.
/// Source: <https://github.com/arthurdejong/python-stdnum> (nl.btw)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VatNumber(String);

impl VatNumber {
    /// Reads what a person typed; spaces, dots, dashes, lower case and up to two missing leading zeros are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `VatNumberShape` for any other shape or the suffix 00, `VatNumberCheck` if neither
    /// check holds.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = compact(input, &['-', '.'])?.to_ascii_uppercase();
        let parts = typed.strip_prefix("NL").and_then(|rest| rest.split_once('B'));
        let (digits, suffix) = parts.ok_or(Rule::VatNumberShape)?;
        if !(7..=9).any(|length| is_digits(digits, length)) || !is_digits(suffix, 2) || suffix == "00" {
            return Err(Rule::VatNumberShape);
        }
        let digits = format!("{digits:0>9}");
        let number = format!("NL{digits}B{suffix}");
        let holds = eleven_test(&digits) || mod_97(&number) == Some(1);
        if holds { Ok(Self(number)) } else { Err(Rule::VatNumberCheck) }
    }
}

as_str!(VatNumber);
