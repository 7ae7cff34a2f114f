//! Mobile numbers.
//!
//! Source: the Dutch numbering plan (*Nummerplan telefoon- en ISDN-diensten*).

use super::as_str::as_str;
use super::text::{SEPARATORS, as_digits, compact};
use crate::domain::rules::Rule;

/// Mobile number (*mobiel nummer*): `+316########`, or a foreign number in E.164.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile(String);

impl Mobile {
    /// Parses typed text; separators and words around it are allowed, a missing plus or zero where the number can only be
    /// Dutch, and the zero of a national number behind the code of a country.
    ///
    /// # Errors
    /// `Required` for empty text; `MobileMachine` for 097; `MobileLandline` for a Dutch number that is not 06;
    /// `MobileForeign` for a foreign number unless `allow_foreign`, else `MobileCountry` for one that may be foreign and
    /// lacks its country; `MobileShape` for anything else.
    pub fn parse(input: &str, allow_foreign: bool) -> Result<Self, Rule> {
        match Number::read(input)?.ok_or(Rule::MobileShape)? {
            Number::Foreign(number) if allow_foreign => Ok(Self(number)),
            Number::Foreign(_) => Err(Rule::MobileForeign),
            Number::National(number) if allow_foreign && (10..=15).contains(&number.len()) => Err(Rule::MobileCountry),
            Number::National(number) if number.strip_prefix('0').is_some_and(is_landline) => Err(Rule::MobileLandline),
            Number::National(_) => Err(Rule::MobileShape),
            Number::Dutch(number) if number.starts_with("97") => Err(Rule::MobileMachine),
            Number::Dutch(number) if number.starts_with('6') => match number.len() {
                9 => Ok(Self(format!("+31{number}"))),
                _ => Err(Rule::MobileShape),
            },
            Number::Dutch(number) if is_landline(&number) => Err(Rule::MobileLandline),
            Number::Dutch(_) => Err(Rule::MobileShape),
        }
    }
}

as_str!(Mobile);

enum Number {
    /// The digits after the leading zero.
    Dutch(String),
    /// E.164, with the plus sign.
    Foreign(String),
    /// Digits without the code of a country that are not those of a Dutch mobile number.
    National(String),
}

impl Number {
    fn read(input: &str) -> Result<Option<Self>, Rule> {
        let typed = compact(&input.replace("(0)", ""), SEPARATORS)?;
        let typed = as_digits(without_words(&typed));
        let international = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00"));
        let international = international.map(|digits| digits.trim_start_matches('+'));
        let digits = international.unwrap_or(&typed);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        let is_mobile = |rest: &&str| rest.starts_with('6') && rest.len() == 9;
        let behind_code = digits.strip_prefix("31").map(|rest| rest.strip_prefix('0').unwrap_or(rest));
        let dutch = match international {
            Some(_) => behind_code,
            // Address books and spreadsheets drop the plus or the zero.
            None => behind_code
                .filter(is_mobile)
                .or_else(|| Some(digits).filter(is_mobile))
                .or_else(|| digits.strip_prefix('0').filter(|rest| rest.starts_with('6') || rest.starts_with("97"))),
        };
        Ok(match (dutch, international) {
            (Some(rest), _) => Some(Self::Dutch(rest.to_owned())).filter(|_| !rest.starts_with('0')),
            (None, Some(digits)) => foreign(digits).map(Self::Foreign),
            (None, None) => Some(Self::National(typed)),
        })
    }
}

/// The number between words such as `Tel:` and `(work)`.
fn without_words(typed: &str) -> &str {
    let start = typed.find(|c: char| c.is_ascii_digit() || c == '+').filter(|_| !typed.starts_with('-'));
    let end = typed.rfind(|c: char| c.is_ascii_digit()).map(|last| last + 1);
    let start = start.filter(|start| *start > 1).unwrap_or_default();
    let end = end.filter(|end| typed.len() - end > 1).unwrap_or(typed.len());
    typed.get(start..end).unwrap_or_default()
}

/// Countries whose numbers begin with a zero only within the country. Source: ITU-T E.129
const ZERO_WITHIN: [&str; 11] = ["32", "33", "40", "41", "43", "44", "46", "49", "90", "212", "353"];

/// A foreign number in E.164, without the zeros that only belong within its country.
fn foreign(digits: &str) -> Option<String> {
    let rest = |code: &'static str| Some((code, digits.strip_prefix(code)?.strip_prefix('0')?.trim_start_matches('0')));
    let number = match ZERO_WITHIN.into_iter().find_map(rest) {
        Some((code, rest)) => format!("+{code}{rest}"),
        None => format!("+{digits}"),
    };
    ((9..=16).contains(&number.len()) && !digits.starts_with('0')).then_some(number)
}

/// Nine digits after the zero, or 0800, 0900, 0906 and 0909 with four or seven digits.
fn is_landline(number: &str) -> bool {
    let is_service = ["800", "900", "906", "909"].iter().any(|start| number.starts_with(start));
    number.len() == 9 || is_service && matches!(number.len(), 7 | 10)
}
