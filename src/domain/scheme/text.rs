//! Free text, and helpers to tidy and compare text.

use super::as_str::as_str;
use super::bsn::contains_bsn;
use crate::domain::rules::Rule;

/// Free text without markup and without a citizen service number; on one line, except from [`Text::parse_lines`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// Parses typed text; every run of spaces becomes one space.
    ///
    /// A BSN is refused because of art. 46 UAVG and art. 87 GDPR.
    ///
    /// # Errors
    /// `Required` for empty text; `LineBreak` for several lines; `TextCharacters` for control characters, `<` and `>`;
    /// `BsnNotAllowed` for a possible BSN; `TooLong` for more than `max` characters.
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

    /// Parses text of several lines, which are kept except empty ones.
    ///
    /// # Errors
    /// As [`Text::parse`], except `LineBreak`.
    pub fn parse_lines(input: &str, max: usize) -> Result<Self, Rule> {
        let is_end = ['\r', '\n'];
        Self::parse(&input.replace(is_end, " "), max)?;
        let lines: Vec<String> = input.split(is_end).filter_map(|line| tidy(line).ok()).collect();
        Ok(Self(lines.join("\n")))
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

/// Trims, replaces every run of spaces by one space, removes invisible characters, and separates the ligatures of PDFs.
///
/// # Errors
/// `Required` for empty text; `LineBreak` for several lines.
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
    let (mut is_apart, mut is_broken) = (false, false);
    for c in input.chars() {
        if c.is_whitespace() {
            is_apart = true;
            is_broken |= is_line_break(c);
        } else if !is_invisible(c) {
            if is_broken && !text.is_empty() {
                return Err(Rule::LineBreak);
            }
            if std::mem::take(&mut is_apart) && !text.is_empty() {
                text.push(' ');
            }
            match LIGATURES.iter().find(|(ligature, _)| *ligature == c) {
                Some((_, letters)) => text.push_str(letters),
                None => text.push(c),
            }
            is_broken = false;
        }
    }
    if text.is_empty() { Err(Rule::Required) } else { Ok(text) }
}

/// Ligatures in text that is copied from a PDF.
const LIGATURES: [(char, &str); 5] =
    [('\u{fb00}', "ff"), ('\u{fb01}', "fi"), ('\u{fb02}', "fl"), ('\u{fb03}', "ffi"), ('\u{fb04}', "ffl")];

/// Removes white space, invisible characters and the `forgiven` separators, and turns Greek and Cyrillic letters that
/// look like Latin capitals into those.
///
/// A dash is only a separator behind something else: in front it is a sign, and remains.
pub(super) fn compact(input: &str, forgiven: &[char]) -> Result<String, Rule> {
    // Fast path: ASCII with nothing to remove.
    let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || forgiven.is_empty() && byte.is_ascii_graphic();
    if !input.is_empty() && input.bytes().all(is_kept) {
        return Ok(input.to_owned());
    }
    let mut text = String::with_capacity(input.len());
    let mut is_empty = true;
    for c in input.chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)) {
        let c = if is_dash(c) { '-' } else { latin(c) };
        if !forgiven.contains(&c) || c == '-' && is_empty {
            text.push(c);
        }
        is_empty = false;
    }
    if is_empty { Err(Rule::Required) } else { Ok(text) }
}

/// A number of digits as it is copied from letters and lists: without separators, and without Dutch words in front such
/// as `KvK:`. Other words are those of other numbers, and remain.
pub(super) fn digits(input: &str) -> Result<String, Rule> {
    const WORDS: &str = ": kvk coc rsin nl btwid btw vat fiscaal vestigings vestiging branch nummer number nr no";
    let text = compact(input, SEPARATORS)?;
    let mut number = text.as_str();
    let is_first =
        |text: &str, word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    while let Some(word) = WORDS.split(' ').find(|word| is_first(number, word)) {
        number = number.get(word.len()..).unwrap_or_default();
    }
    Ok(as_digits(number))
}

/// What is removed from numbers of digits.
pub(super) const SEPARATORS: &[char] = &['.', '-', '/', '(', ')', ',', ';'];

/// Reads the letters O and I, and a small L, as the digits 0 and 1.
pub(super) fn as_digits(text: &str) -> String {
    let digit = |c: char| match c {
        'O' | 'o' => '0',
        'I' | 'l' => '1',
        _ => c,
    };
    text.chars().map(digit).collect()
}

/// Whether the text is exactly `length` ASCII digits.
pub(super) fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Zero-width characters and direction marks, which pasted text may contain.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

const fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Hyphens, dashes and the minus sign.
pub const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The Latin capital that looks like a Greek or Cyrillic letter.
fn latin(c: char) -> char {
    let mut pairs = LOOKALIKES.chars();
    while let (Some(letter), Some(look)) = (pairs.next(), pairs.next()) {
        if letter == c {
            return look;
        }
    }
    c
}

/// Greek and Cyrillic letters, each before the Latin capital that it looks like.
const LOOKALIKES: &str = "ΑAαAΒBβBΕEεEΖZζZΗHηHΙIιIΚKκKΜMμMΝNνNΟOοOΡPρPΤTτTΥYυYΧXχXАAаAВBвBЕEеEЅSѕSІIіIЈJјJКKкKМMмM\
    НHнHОOоOРPрPСCсCТTтTУYуYХXхX";

/// Lower case without diacritics, for comparing and searching Latin text.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        // Fast path: almost every character is ASCII.
        if c.is_ascii() {
            folded.push(if c == '`' { '\'' } else { c.to_ascii_lowercase() });
            continue;
        }
        match FOLDED.iter().find(|(_, ranges)| is_in(ranges, c)) {
            Some((plain, _)) => folded.push_str(plain),
            None => folded.push(c),
        }
    }
    folded
}

/// Whether a character is in one of these ranges, each written as its first and last character.
fn is_in(ranges: &str, c: char) -> bool {
    let mut ends = ranges.chars();
    while let (Some(first), Some(last)) = (ends.next(), ends.next()) {
        if (first..=last).contains(&c) {
            return true;
        }
    }
    false
}

/// What characters fold to, and the ranges of those characters: all Latin letters of Unicode that have a plain form.
#[rustfmt::skip]
const FOLDED: &[(&str, &str)] = &[
    ("", "\u{300}\u{36f}··"), (" ", "\u{a0}\u{a0}\u{202f}\u{202f}"), ("-", "\u{2010}\u{2015}\u{2212}\u{2212}"),
    ("'", "´´ʹʿ\u{2018}\u{201b}′′"),
    ("a", "ÀÅàåĀąǍǎǞǡǺǻȀȃȦȧȺȺɐɒḀḁẚẚẠặ"), ("ae", "ÆÆææǢǣǼǽ"), ("b", "ƀƃɃɃɓɓḂḇ"), ("c", "ÇÇççĆčƇƈȻȼɕɕḈḉ"),
    ("d", "ÐÐððĎđƉƌɖɗḊḓẟẟ"), ("dz", "ǄǆǱǳ"), ("e", "ÈËèëĒěƎƐǝǝȄȇȨȩɆɇɘəɛɞḔḝẸệ"), ("f", "ƑƒḞḟ"),
    ("g", "ĜģƓƔǤǧǴǵȜȝɠɣḠḡ"), ("h", "ĤħȞȟɦɧḢḫẖẖ"), ("i", "ÌÏìïĨıƖƗǏǐȈȋɨɪḬḯỈị"), ("ij", "Ĳĳ"), ("j", "ĴĵǰǰȷȷɈɉɟɟʝʝ"),
    ("k", "ĶĸƘƙǨǩḰḵ"), ("l", "ĹłƚƚȴȴȽȽɫɭḶḽ"), ("lj", "Ǉǉ"), ("ll", "Ỻỻ"), ("m", "ƜƜɯɯɱɱḾṃ"),
    ("n", "ÑÑññŃŋƝƞǸǹȠȠȵȵɲɴṄṋ"), ("nj", "Ǌǌ"), ("o", "ÒÖØØòöøøŌőƆƆƟơǑǒǪǭǾǿȌȏȪȱɔɔɵɵṌṓỌợ"), ("oe", "Œœɶɶ"),
    ("p", "ƤƥṔṗ"), ("q", "Ɋɋ"), ("r", "ŔřƦƦȐȓɌɍɼɾʀʀṘṟ"), ("s", "ŚšſſƧƩȘșȿȿʂʃṠṩẛẝ"), ("ss", "ßßẞẞ"),
    ("t", "ŢŧƫƮȚțȶȶȾȾʈʈṪṱẗẗ"), ("th", "ÞÞþþ"), ("u", "ÙÜùüŨųƯƱǓǜȔȗɄɄʉʊṲṻỤự"), ("v", "ƲƲʋʋṼṿỼỽ"), ("w", "ŴŵƿƿǷǷẀẉẘẘ"),
    ("x", "Ẋẍ"), ("y", "ÝÝýýÿÿŶŸƳƴȲȳɎɏʏʏẎẏẙẙỲỹỾỿ"), ("z", "ŹžƵƷǮǯȤȥɀɀʐʒẐẕ"),
];
