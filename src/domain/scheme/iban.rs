//! Bank account numbers.

use super::text::compact;
use crate::domain::rules::Rule;

/// Number of a bank account (*IBAN*), without spaces.
/// Source: ISO 13616
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iban(String);

impl Iban {
    /// Reads what a person typed; spaces, dots, dashes and lower case are forgiven.
    ///
    /// # Errors
    /// `Required` for nothing, `IbanShape` for other characters or another length than the country has, `IbanCheck`
    /// if the check digits fail.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let number = compact(input, &['-', '.'])?.to_ascii_uppercase();
        let is_plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let (country, rest) = number.split_at_checked(2).ok_or(Rule::IbanShape)?;
        let (check, account) = rest.split_at_checked(2).ok_or(Rule::IbanShape)?;
        let has_parts =
            country.bytes().all(|byte| byte.is_ascii_uppercase()) && check.bytes().all(|b| b.is_ascii_digit());
        let has_length = match LENGTHS.split_whitespace().find_map(|entry| entry.strip_prefix(country)) {
            Some(length) => length.parse() == Ok(number.len()),
            None => (15..=34).contains(&number.len()),
        };
        if !is_plain || !has_parts || !has_length {
            return Err(Rule::IbanShape);
        }
        let holds = !matches!(check, "00" | "01" | "99") && mod_97(&format!("{account}{country}{check}")) == Some(1);
        if holds { Ok(Self(number)) } else { Err(Rule::IbanCheck) }
    }
}

as_str!(Iban);

/// The remainder by 97, with A as 10 to Z as 35; nothing for other characters.
pub(super) fn mod_97(text: &str) -> Option<u32> {
    text.chars().try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

/// The length of each country in the single euro payments area.
const LENGTHS: &str = "AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 \
    HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 \
    SM27 VA22";
