//! Names of providers and services, in several languages.

use super::element::Element;
use super::report::{Part, Report, SkipReason};
use crate::domain::catalogue::NameFile;

/// The scheme allows 64 characters, but a somewhat longer name is no reason to skip a service.
const MAX_CHARACTERS: usize = 256;
/// How many languages of one name are read.
const MAX_LANGUAGES: usize = 8;

/// A name in Dutch and English, and its names in other languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub name: NameFile,
    pub others: Vec<String>,
}

impl Names {
    /// Reads the names in the child elements `child`; `None` when none is usable.
    pub fn read(parent: &Element, child: &'static str, report: &mut Report) -> Option<Self> {
        let mut names = Self::default();
        for element in parent.all(child).take(MAX_LANGUAGES) {
            match tidy(element) {
                Ok(text) => names.add(element.attribute("lang").unwrap_or("nl"), text),
                Err(reason) => report.skip(element.line, Part::Name, &element.text, reason),
            }
        }
        if names.name.nl.is_none() && names.name.en.is_none() {
            // A name in another language is better than none.
            names.name.nl = (!names.others.is_empty()).then(|| names.others.remove(0));
        }
        (names.name != NameFile::default()).then_some(names)
    }

    /// The length of all names together.
    pub fn len_bytes(&self) -> usize {
        [&self.name.nl, &self.name.en].into_iter().flatten().chain(&self.others).map(String::len).sum()
    }

    fn add(&mut self, language: &str, text: String) {
        match language.split('-').next().unwrap_or_default() {
            "nl" if self.name.nl.is_none() => self.name.nl = Some(text),
            "en" if self.name.en.is_none() => self.name.en = Some(text),
            _ => self.others.push(text),
        }
    }
}

fn tidy(element: &Element) -> Result<String, SkipReason> {
    let words: Vec<&str> = element.text.split_whitespace().collect();
    let text = words.join(" ");
    if text.contains('<') || !element.children.is_empty() {
        return Err(SkipReason::NameMarkup);
    }
    if text.chars().any(char::is_control) {
        return Err(SkipReason::NameCharacters);
    }
    match text.chars().count() {
        0 => Err(SkipReason::NoName),
        1..=MAX_CHARACTERS => Ok(text),
        _ => Err(SkipReason::NameLength),
    }
}
