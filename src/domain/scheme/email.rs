//! E-mail addresses.

use super::as_str::as_str;
use super::text::is_invisible;
use crate::domain::rules::Rule;

/// E-mail address (*e-mailadres*).
///
/// The definition of HTML, plus a dot in the domain and the length limits of RFC 5321. Source:
/// <https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// Parses typed text; surrounding spaces are allowed, and the domain becomes lower case.
    ///
    /// # Errors
    /// `Required` for empty text; `EmailComma` for a comma in the domain; `EmailShape` for any other fault.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        let typed = input.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        if typed.is_empty() {
            return Err(Rule::Required);
        }
        let (local, domain) = typed.rsplit_once('@').ok_or(Rule::EmailShape)?;
        let is_local = (1..=64).contains(&local.len()) && local.bytes().all(is_local_byte);
        if !is_local || typed.len() > 254 {
            return Err(Rule::EmailShape);
        }
        if domain.contains(',') {
            return Err(Rule::EmailComma);
        }
        let has_top = domain.rsplit_once('.').is_some_and(|(_, top)| top.bytes().any(|byte| !byte.is_ascii_digit()));
        if !has_top || !domain.split('.').all(is_label) {
            return Err(Rule::EmailShape);
        }
        Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// The whole address in lower case, for comparison.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

as_str!(Email);

fn is_local_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

fn is_label(label: &str) -> bool {
    let is_inside = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (1..=63).contains(&label.len()) && is_inside && !label.starts_with('-') && !label.ends_with('-')
}
