//! Free text, and helpers to tidy and compare text.

use super::as_str::as_str;
use super::bsn::contains_bsn;
use crate::domain::rules::Rule;

/// Free text on one line, without markup and without a citizen service number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// Parses typed text; every run of spaces and line breaks becomes one space.
    ///
    /// A BSN is refused because of art. 46 UAVG and art. 87 GDPR.
    ///
    /// # Errors
    /// `Required` for empty text; `TextCharacters` for control characters, `<` and `>`; `BsnNotAllowed` for a possible
    /// BSN; `TooLong` for more than `max` characters.
    pub fn parse(input: &str, max: usize) -> Result<Self, Rule> {
        let text = tidy(input)?;
        if text.chars().any(|c| c.is_control() || matches!(c, '<' | '>')) {
            return Err(Rule::TextCharacters);
        }
        if contains_bsn(&text) {
            return Err(Rule::BsnNotAllowed);
        }
        match text.chars().count() <= max {
            true => Ok(Self(text)),
            false => Err(Rule::TooLong),
        }
    }
}

/// Name of an organisation (*statutaire naam*, *handelsnaam*): any characters except markup.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlainName(String);

impl PlainName {
    /// Maximum length, in characters.
    pub const MAX: usize = 200;

    /// Parses the name as in the register.
    ///
    /// # Errors
    /// As [`Text::parse`], with at most [`PlainName::MAX`] characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        Text::parse(input, Self::MAX).map(|text| Self(text.0))
    }
}

as_str!(Text, PlainName);

/// Trims, replaces every run of white space by one space, and removes invisible characters.
pub(super) fn tidy(input: &str) -> Result<String, Rule> {
    // Fast path: already tidy ASCII.
    let mut before = b' ';
    let is_tidy = |byte: u8| {
        let is_apart = std::mem::replace(&mut before, byte) == b' ';
        byte.is_ascii_graphic() || byte == b' ' && !is_apart
    };
    if input.bytes().all(is_tidy) && before != b' ' {
        return Ok(input.to_owned());
    }
    let mut text = String::with_capacity(input.len());
    let mut is_apart = false;
    for c in input.chars() {
        if c.is_whitespace() {
            is_apart = true;
        } else if !is_invisible(c) {
            if std::mem::take(&mut is_apart) && !text.is_empty() {
                text.push(' ');
            }
            text.push(c);
        }
    }
    if text.is_empty() { Err(Rule::Required) } else { Ok(text) }
}

/// Removes white space, invisible characters and the `forgiven` separators.
pub(super) fn compact(input: &str, forgiven: &[char]) -> Result<String, Rule> {
    // Fast path: ASCII with nothing to remove.
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || forgiven.is_empty() && byte.is_ascii_graphic();
    if !input.is_empty() && input.bytes().all(is_kept) {
        return Ok(input.to_owned());
    }
    let mut text = String::with_capacity(input.len());
    let mut is_empty = true;
    for c in input.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)) {
        is_empty = false;
        if !forgiven.contains(&c) {
            text.push(c);
        }
    }
    if is_empty { Err(Rule::Required) } else { Ok(text) }
}

/// Whether the text is exactly `length` ASCII digits.
pub(super) fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Zero-width characters and direction marks, which pasted text may contain.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Lower case without diacritics, for comparing and searching Latin text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        // Fast path: almost every character is ASCII.
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        match FOLDED.iter().find(|(first, last, _)| (*first..=*last).contains(&c)) {
            Some((_, _, plain)) => folded.push_str(plain),
            None => folded.push(c),
        }
    }
    folded
}

/// Ranges of characters and what they fold to.
#[rustfmt::skip]
const FOLDED: &[(char, char, &str)] = &[
    ('\u{a0}', '\u{a0}', " "), ('´', '´', "'"), ('À', 'Å', "a"), ('Æ', 'Æ', "ae"), ('Ç', 'Ç', "c"), ('È', 'Ë', "e"),
    ('Ì', 'Ï', "i"), ('Ð', 'Ð', "d"), ('Ñ', 'Ñ', "n"), ('Ò', 'Ö', "o"), ('Ø', 'Ø', "o"), ('Ù', 'Ü', "u"),
    ('Ý', 'Ý', "y"), ('Þ', 'Þ', "th"), ('ß', 'ß', "ss"), ('à', 'å', "a"), ('æ', 'æ', "ae"), ('ç', 'ç', "c"),
    ('è', 'ë', "e"), ('ì', 'ï', "i"), ('ð', 'ð', "d"), ('ñ', 'ñ', "n"), ('ò', 'ö', "o"), ('ø', 'ø', "o"),
    ('ù', 'ü', "u"), ('ý', 'ý', "y"), ('þ', 'þ', "th"), ('ÿ', 'ÿ', "y"), ('Ā', 'ą', "a"), ('Ć', 'č', "c"),
    ('Ď', 'đ', "d"), ('Ē', 'ě', "e"), ('Ĝ', 'ģ', "g"), ('Ĥ', 'ħ', "h"), ('Ĩ', 'ı', "i"), ('Ĳ', 'ĳ', "ij"),
    ('Ĵ', 'ĵ', "j"), ('Ķ', 'ĸ', "k"), ('Ĺ', 'ł', "l"), ('Ń', 'ŋ', "n"), ('Ō', 'ő', "o"), ('Œ', 'œ', "oe"),
    ('Ŕ', 'ř', "r"), ('Ś', 'š', "s"), ('Ţ', 'ŧ', "t"), ('Ũ', 'ų', "u"), ('Ŵ', 'ŵ', "w"), ('Ŷ', 'Ÿ', "y"),
    ('Ź', 'ž', "z"), ('ſ', 'ſ', "s"), ('Ə', 'Ə', "e"), ('Ơ', 'ơ', "o"), ('Ư', 'ư', "u"), ('Ǎ', 'ǎ', "a"),
    ('Ǐ', 'ǐ', "i"), ('Ǒ', 'ǒ', "o"), ('Ǔ', 'ǜ', "u"), ('Ǧ', 'ǧ', "g"), ('Ǩ', 'ǩ', "k"), ('Ǫ', 'ǭ', "o"),
    ('Ș', 'ș', "s"), ('Ț', 'ț', "t"), ('ə', 'ə', "e"), ('ʼ', 'ʼ', "'"), ('\u{300}', '\u{36f}', ""), ('Ẁ', 'ẅ', "w"),
    ('ẞ', 'ẞ', "ss"), ('Ạ', 'ặ', "a"), ('Ẹ', 'ệ', "e"), ('Ỉ', 'ị', "i"), ('Ọ', 'ợ', "o"), ('Ụ', 'ự', "u"),
    ('Ỳ', 'ỹ', "y"), ('\u{2010}', '\u{2013}', "-"), ('\u{2018}', '\u{2019}', "'"), ('\u{202f}', '\u{202f}', " "),
];
