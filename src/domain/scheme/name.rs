//! Names of people, as on the identity document.

use super::as_str::as_str;
use super::bsn::contains_bsn;
use super::text::{fold, is_dash, tidy};
use crate::domain::rules::Rule;

/// First names (*voornamen*) or surname (*achternaam*), as on the identity document.
/// Source: <https://helpdesk.digidentity.eu/hc/nl/articles/360005176817>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonName(String);

impl PersonName {
    /// Maximum length, in characters: that of the register of persons.
    pub const MAX: usize = 200;
    /// Maximum length of first names, prefix and surname in one line.
    pub const MAX_FULL: usize = 2 * Self::MAX + Prefix::MAX + 2;

    /// Parses typed text, without redundant spaces.
    ///
    /// People with one name only have `-` where the other would be: the register has a few surnames that are a dash,
    /// and writes a dot for an unknown one.
    ///
    /// # Errors
    /// `Required` for empty text; `NamePartner` for a name with "e/v" or the like in it; `BsnNotAllowed` for a possible
    /// BSN; `NameCharacters` for anything but Latin letters (with diacritics), hyphens, apostrophes, dots and spaces,
    /// or when there is no letter; `TooLong` for more than [`PersonName::MAX`] characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        match tidy(input)?.as_str() {
            "." => Ok(Self(".".to_owned())),
            name if name.chars().all(is_dash) => Ok(Self("-".to_owned())),
            name if has_partner(name) => Err(Rule::NamePartner),
            name => parse_name(name, Self::MAX).map(Self),
        }
    }

    /// Parses first names or initials, prefix and surname in one line.
    ///
    /// # Errors
    /// As [`PersonName::parse`], with at most [`PersonName::MAX_FULL`] characters.
    pub fn parse_full(input: &str) -> Result<Self, Rule> {
        parse_name(input, Self::MAX_FULL).map(Self)
    }

    /// Whether it is a name, and not the dash or dot in its place.
    pub fn is_named(&self) -> bool {
        self.0.chars().any(is_letter)
    }

    /// Lower case without diacritics, for comparison.
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

/// Prefix of a surname (*tussenvoegsel*), such as "van der".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(String);

impl Prefix {
    /// Maximum length, in characters.
    pub const MAX: usize = 20;

    /// Parses typed text, without redundant spaces.
    ///
    /// # Errors
    /// As [`PersonName::parse`], with at most [`Prefix::MAX`] characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        parse_name(input, Self::MAX).map(Self)
    }

    /// Whether this is a common Dutch prefix. Another one is a reason for a warning, not for a refusal.
    ///
    /// The official list is table 36 of the register of persons (BRP), which this list was not compared with.
    pub fn is_known(&self) -> bool {
        let folded = fold(&self.0);
        PREFIXES.split('|').any(|known| known == folded)
    }
}

as_str!(PersonName, Prefix);

fn parse_name(input: &str, max: usize) -> Result<String, Rule> {
    let name = tidy(input)?;
    if contains_bsn(&name) {
        return Err(Rule::BsnNotAllowed);
    }
    if !name.chars().all(is_name_character) || !name.chars().any(is_letter) {
        return Err(Rule::NameCharacters);
    }
    if name.chars().count() > max { Err(Rule::TooLong) } else { Ok(name) }
}

/// Whether a name contains that of a partner, after a word such as "e/v" (*echtgenoot van*) or "geb." (*geboren*).
fn has_partner(name: &str) -> bool {
    const WORDS: &str = " e/v e.v. e/g e.g. p/v p.v. g/p g.p. w/v w.v. h/v h.v. echtgenote echtgenoot geb geb. geboren \
        gehuwd weduwe weduwnaar partner ";
    let is_of_partner = |word: &str| {
        let typed = word.trim_start_matches('(');
        let folded = fold(typed);
        // Capitals with full stops are initials.
        let are_initials = typed.matches('.').count() > 1 && typed != folded;
        WORDS.contains(&format!(" {folded} ")) && !are_initials
    };
    // The name of the partner follows.
    name.rsplit(' ').skip(1).any(is_of_partner)
}

/// Dutch identity documents have names in Latin letters.
const fn is_letter(c: char) -> bool {
    match c {
        '×' | '÷' => false,
        'À'..='ʯ' | 'Ḁ'..='ỿ' => true,
        _ => c.is_ascii_alphabetic(),
    }
}

const fn is_name_character(c: char) -> bool {
    let is_mark = matches!(c, '\u{300}'..='\u{36f}');
    let is_apostrophe = matches!(c, '\'' | '’' | '‘' | 'ʹ'..='ʿ' | '`' | '´' | '′');
    is_letter(c) || is_mark || is_apostrophe || is_dash(c) || matches!(c, ' ' | '.' | '·')
}

const PREFIXES: &str = "'s|'t|a|aan|aan 't|aan de|aan den|aan der|aan het|aan t|af|al|am|am de|auf|auf dem|auf den|\
    auf der|auf ter|aus|aus 'm|aus dem|aus den|aus der|aus m|ben|bij|bij 't|bij de|bij den|bij het|bij t|bin|boven d|\
    boven d'|d|d'|da|dal|dal'|dalla|das|de|de die|de die le|de l|de l'|de la|de las|de le|de van der|deca|degli|dei|\
    del|della|den|der|des|di|die|die le|do|don|dos|du|el|het|i|im|in|in 't|in de|in den|in der|in het|in t|l|l'|la|\
    las|le|les|lo|los|of|onder|onder 't|onder de|onder den|onder het|onder t|op|op 't|op de|op den|op der|op gen|\
    op het|op t|op ten|over|over 't|over de|over den|over het|over t|s|s'|t|te|ten|ter|tho|thoe|thor|to|toe|tot|uijt|\
    uijt 't|uijt de|uijt den|uijt te de|uijt ten|uit|uit 't|uit de|uit den|uit het|uit t|uit te de|uit ten|unter|van|\
    van 't|van de|van de l|van de l'|van den|van der|van gen|van het|van la|van t|van ter|van van de|ver|vom|von|\
    von 't|von dem|von den|von der|von t|voor|voor 't|voor de|voor den|voor in 't|voor in t|vor|vor der|zu|zum|zur";
