//! Addresses.

use super::as_str::as_str;
use super::text::{Text, as_digits, compact, fold, is_dash, is_digits};
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

/// House number (*huisnummer*) with what is behind it: a letter, an addition, or up to which number.
/// Source: <https://github.com/PDOK/locatieserver/wiki/API-Locatieserver>
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HouseNumber(String);

impl HouseNumber {
    /// Parses text such as `47A`, `47 a`, `12-2`, `12 bis`, `12 t/m 14` and `nr. 12`.
    ///
    /// A letter directly behind the number is joined to it as a capital, and a single addition by a dash. Anything
    /// else is kept as typed, because joining would change its meaning: `12 t/m 14` is no addition.
    ///
    /// # Errors
    /// `HouseNumberShape` for a number outside 1 to 99999, a word of more than four letters and digits behind it, or
    /// other characters; otherwise as [`Text::parse`], with at most 20 characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = Text::parse(&input.replace(is_dash, "-"), 20)?;
        let start = typed.as_str().find(|c: char| c.is_ascii_digit()).ok_or(Rule::HouseNumberShape)?;
        let (word, typed) = typed.as_str().split_at(start);
        let is_prefix =
            matches!(fold(word.trim_end_matches([' ', '.', ':'])).as_str(), "" | "nr" | "no" | "huisnummer");
        let rest = typed.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = typed.strip_suffix(rest).unwrap_or_default();
        let number: u32 = digits.parse().map_err(|_| Rule::HouseNumberShape)?;
        let rest = rest.trim_end_matches(SEPARATORS);
        let is_short = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_prefix || number == 0 || digits.len() > 5 || !rest.split(SEPARATORS).all(is_short) {
            return Err(Rule::HouseNumberShape);
        }
        let addition = rest.strip_prefix(' ').unwrap_or(rest);
        let mut behind = addition.chars();
        let letter = behind.next().filter(char::is_ascii_alphabetic);
        Ok(Self(match (letter, behind.as_str()) {
            (Some(letter), more) if more.is_empty() || more.starts_with('-') => {
                format!("{number}{}{more}", letter.to_ascii_uppercase())
            }
            _ if rest.starts_with(' ') && !addition.contains(SEPARATORS) => format!("{number}-{addition}"),
            _ => format!("{number}{rest}"),
        }))
    }
}

as_str!(HouseNumber);

/// What separates the number from the words behind it.
const SEPARATORS: [char; 3] = [' ', '-', '/'];

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
