//! Mobile numbers.
//!
//! Source: the Dutch numbering plan (*Nummerplan telefoon- en ISDN-diensten*).

use super::as_str::as_str;
use super::text::digits;
use crate::domain::rules::Rule;

/// Mobile number (*mobiel nummer*): `+316########`, or a foreign number in E.164.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile(String);

impl Mobile {
    /// Parses typed text; separators and a word in front are allowed, and a missing plus or zero where the number can
    /// only be Dutch.
    ///
    /// # Errors
    /// `Required` for empty text; `MobileMachine` for 097; `MobileLandline` for a Dutch number that is not 06;
    /// `MobileForeign` for a foreign number unless `allow_foreign`; `MobileShape` for anything else.
    pub fn parse(input: &str, allow_foreign: bool) -> Result<Self, Rule> {
        match Number::read(input)?.ok_or(Rule::MobileShape)? {
            Number::Foreign(number) if allow_foreign => Ok(Self(number)),
            Number::Foreign(_) => Err(Rule::MobileForeign),
            Number::Dutch(number) if number.starts_with("97") => Err(Rule::MobileMachine),
            Number::Dutch(number) if number.starts_with('6') => match number.len() {
                9 => Ok(Self(format!("+31{number}"))),
                _ => Err(Rule::MobileShape),
            },
            Number::Dutch(number) if number.len() == 9 || is_service(&number) => Err(Rule::MobileLandline),
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
}

impl Number {
    fn read(input: &str) -> Result<Option<Self>, Rule> {
        let typed = digits(&input.replace("(0)", ""))?;
        let international = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00"));
        let international = international.map(|digits| digits.trim_start_matches('+'));
        let digits = international.unwrap_or(&typed);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        let dutch = match international {
            Some(digits) => digits.strip_prefix("31").map(|rest| rest.strip_prefix('0').unwrap_or(rest)),
            // Address books and spreadsheets drop the plus or the zero.
            None if typed.starts_with("316") && typed.len() == 11 => typed.strip_prefix("31"),
            None if typed.starts_with('6') && typed.len() == 9 => Some(typed.as_str()),
            None => typed.strip_prefix('0'),
        };
        let is_foreign = international.is_some() && (8..=15).contains(&digits.len()) && !digits.starts_with('0');
        Ok(match dutch {
            Some(rest) => Some(Self::Dutch(rest.to_owned())).filter(|_| !rest.starts_with('0')),
            None => is_foreign.then(|| Self::Foreign(format!("+{digits}"))),
        })
    }
}

/// 0800, 0900, 0906 and 0909 with four or seven digits.
fn is_service(number: &str) -> bool {
    ["800", "900", "906", "909"].iter().any(|start| number.starts_with(start)) && matches!(number.len(), 7 | 10)
}
