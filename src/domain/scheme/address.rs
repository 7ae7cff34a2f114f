//! Addresses.

use super::as_str::as_str;
use std::fmt;

use super::text::{as_digits, compact, is_digits, tidy};
use crate::domain::rules::Rule;

/// Dutch postal code (*postcode*), as `1234 AB`.
/// Source: <https://github.com/arthurdejong/python-stdnum> (nl.postcode)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PostalCode(String);

impl PostalCode {
    /// Parses typed text; spaces, dashes, lower case, a leading NL, and the letters O and I for digits are allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `PostalCodeShape` unless it is four digits, not starting with 0, and two letters
    /// other than SA, SD and SS.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = compact(input, &['-', '.'])?.to_ascii_uppercase();
        let code = typed.strip_prefix("NL").unwrap_or(&typed);
        let (digits, letters) = code.split_at_checked(4).ok_or(Rule::PostalCodeShape)?;
        let digits = as_digits(digits);
        let is_letters = letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_digits(&digits, 4) || digits.starts_with('0') || !is_letters || matches!(letters, "SA" | "SD" | "SS") {
            return Err(Rule::PostalCodeShape);
        }
        Ok(Self(format!("{digits} {letters}")))
    }
}

as_str!(PostalCode);

/// House number (*huisnummer*) with its letter (*huisletter*) and addition (*toevoeging*).
/// Source: <https://github.com/PDOK/locatieserver/wiki/API-Locatieserver>
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HouseNumber {
    number: u32,
    letter: Option<char>,
    addition: String,
}

impl HouseNumber {
    /// Parses text such as `47A`, `47 a`, `12-2` and `12 bis`.
    ///
    /// # Errors
    /// `Required` for empty text; `HouseNumberShape` for a number outside 1 to 99999, an addition of more than four
    /// letters and digits, or other characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = tidy(input)?;
        let rest = typed.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = typed.strip_suffix(rest).unwrap_or_default();
        let number = digits.parse().ok().filter(|number| *number > 0 && digits.len() <= 5);
        let number = number.ok_or(Rule::HouseNumberShape)?;
        let mut parts = rest.split([' ', '-', '/']).filter(|part| !part.is_empty()).peekable();
        let is_letter = |part: &&str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
        let letter = parts.next_if(is_letter).and_then(|part| part.chars().next());
        let addition: String = parts.collect();
        if addition.len() > 4 || !addition.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Rule::HouseNumberShape);
        }
        Ok(Self { number, letter: letter.map(|letter| letter.to_ascii_uppercase()), addition })
    }

    /// The number without letter and addition.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The letter, upper case.
    pub const fn letter(&self) -> Option<char> {
        self.letter
    }

    /// The addition; empty if there is none.
    pub fn addition(&self) -> &str {
        &self.addition
    }
}

impl fmt::Display for HouseNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.number)?;
        if let Some(letter) = self.letter {
            write!(formatter, "{letter}")?;
        }
        match self.addition.as_str() {
            "" => Ok(()),
            addition => write!(formatter, "-{addition}"),
        }
    }
}

/// Country (*land*), as its two-letter code: those of ISO 3166-1, and XK for Kosovo.
/// Sources: ISO 3166-1 alpha-2; <https://github.com/unicode-org/cldr> (XK, as the EU and the IMF use it)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(&'static str);

impl Country {
    /// Parses a two-letter code; lower case is allowed.
    ///
    /// # Errors
    /// `Required` for empty text; `CountryUnknown` for any other code.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let code = compact(input, &[])?.to_ascii_uppercase();
        Self::all().find(|country| country.0.as_bytes() == code.as_bytes()).ok_or(Rule::CountryUnknown)
    }

    /// Every country, in alphabetical order of the code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNTRIES.len()).step_by(3).filter_map(|at| COUNTRIES.get(at..at + 2)).map(Self)
    }

    /// The two-letter code, upper case.
    pub const fn as_str(&self) -> &'static str {
        self.0
    }

    /// Whether this is the Netherlands, without its Caribbean parts.
    pub fn is_netherlands(&self) -> bool {
        self.0 == "NL"
    }
}

const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT \
    JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY \
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM \
    PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT \
    ZA ZM ZW";
