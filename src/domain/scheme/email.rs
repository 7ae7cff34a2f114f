//! E-mail addresses.

use super::as_str::as_str;
use super::punycode;
use super::text::is_invisible;
use crate::domain::rules::Rule;

/// E-mail address (*e-mailadres*).
///
/// The definition of HTML, plus a dot in the domain, international domains and the length limits of RFC 5321. Sources:
/// <https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address>, RFC 5891
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Parses typed or pasted text: a name in front with the address in angle brackets, `mailto:` and what follows an
    /// address there, brackets, quotation marks, a full stop behind and doubled dots in the domain are allowed. ASCII in
    /// the domain becomes lower case.
    ///
    /// # Errors
    /// `Required` for empty text; `EmailComma` for a comma; `EmailCharacters` for a space or another character that
    /// addresses do not have, and for letters that look like those of another alphabet; `EmailShape` for several
    /// addresses and any other fault.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed: String = input.trim().chars().filter(|c| !is_invisible(*c)).collect();
        let typed = typed.replace(['‘', '’'], "'");
        if typed.is_empty() {
            return Err(Rule::Required);
        }
        let is_around = |c: char| c.is_whitespace() || "<>\"“”„()[]:;,".contains(c);
        let typed = typed.trim_start_matches(is_around).trim_end_matches(|c| is_around(c) || "./…".contains(c));
        let typed = typed.strip_prefix('\'').and_then(|quoted| quoted.strip_suffix('\'')).unwrap_or(typed);
        let (name, address) = typed.split_once('<').unwrap_or(("", typed));
        let (label, address) = address.rsplit_once(':').unwrap_or(("", address));
        if name.contains('>') || label.contains('@') {
            return Err(Rule::EmailShape);
        }
        let address = address.trim_start();
        let (local, domain) =
            address.split_once('@').filter(|(_, rest)| !rest.contains('@')).ok_or(Rule::EmailShape)?;
        let domain = domain.split_once('?').map_or(domain, |(domain, _)| domain);
        if local.contains(',') || domain.contains(',') {
            return Err(Rule::EmailComma);
        }
        let is_domain = domain.chars().all(is_domain_character) && !domain.split('.').any(is_mixed);
        if !local.bytes().all(is_local_byte) || !is_domain {
            return Err(Rule::EmailCharacters);
        }
        let domain = domain.replace("..", ".").to_ascii_lowercase();
        let address = Self(format!("{local}@{domain}"));
        let ascii = address.ascii();
        let (_, labels) = ascii.rsplit_once('@').ok_or(Rule::EmailShape)?;
        let has_top = labels.rsplit_once('.').is_some_and(|(_, top)| top.bytes().any(|byte| !byte.is_ascii_digit()));
        let is_local = (1..=64).contains(&local.len()) && !local.starts_with(['.', '/']);
        let is_whole = is_local && ascii.len() <= 254 && has_top && labels.split('.').all(is_label);
        if is_whole { Ok(address) } else { Err(Rule::EmailShape) }
    }

    /// The same address, with an international domain as it is looked up (`xn--`).
    pub fn ascii(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or_default();
        let labels: Vec<String> = domain.split('.').map(punycode::label).collect();
        format!("{local}@{}", labels.join("."))
    }

    /// [`Email::ascii`] if that is different, else empty.
    pub fn ascii_if_international(&self) -> String {
        if self.0.is_ascii() { String::new() } else { self.ascii() }
    }

    /// The whole address in lower case, for comparison.
    pub fn folded(&self) -> String {
        self.ascii().to_ascii_lowercase()
    }
}

as_str!(Email);

fn is_local_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

/// Letters and digits of all scripts, and what separates them: beyond ASCII, everything but signs, marks of punctuation
/// and forms for compatibility.
const fn is_domain_character(c: char) -> bool {
    match c {
        '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{e000}'.. => false,
        '\u{c0}'.. => true,
        _ => c.is_ascii_alphanumeric() || matches!(c, '.' | '-'),
    }
}

/// Whether a label has Latin letters together with Greek or Cyrillic ones, which can look the same.
fn is_mixed(label: &str) -> bool {
    label.contains(|c: char| c.is_ascii_alphabetic()) && label.contains(|c| matches!(c, '\u{370}'..='\u{52f}'))
}

fn is_label(label: &str) -> bool {
    let is_inside = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (1..=63).contains(&label.len()) && is_inside && !label.starts_with('-') && !label.ends_with('-')
}
