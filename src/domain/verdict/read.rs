//! Reads the input, with limits on size, depth and rows, so that no input uses too much time or memory.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::compose::composed;
use super::outdated::outdated;
use super::{Fault, Input, Unreadable, reading};
use crate::domain::application::{Facts, SignedApplication};
use crate::domain::catalogue::{CATALOGUE_FORMAT, Catalogue, CatalogueFile};
use crate::domain::draft::{APPLICATION_FORMAT, Draft};
use crate::domain::offer::{OFFER_FORMAT, Offer, OfferTerms};
use crate::domain::rules::{Issues, Question, Rule};

/// Reads an offer.
///
/// # Errors
/// The first thing that cannot be read; a field that is not known is one.
pub fn read_offer(bytes: &[u8]) -> Result<Offer, Unreadable> {
    let terms = read_known(Input::Offer, bytes, |terms: &OfferTerms| &terms.format, OFFER_FORMAT)?;
    let unworkable = |error: &dyn std::fmt::Display| Unreadable::new(Input::Offer, Fault::Value, error.to_string());
    Offer::try_from(terms).map_err(|error| unworkable(&error).at(error.pointer()))
}

/// Reads a catalogue. As everywhere, services that cannot be used are left out.
///
/// # Errors
/// The first thing that cannot be read; a field that is not known is one.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, Unreadable> {
    let file = read_known(Input::Catalogue, bytes, |file: &CatalogueFile| &file.format, CATALOGUE_FORMAT)?;
    let unworkable = |error: &dyn std::fmt::Display| Unreadable::new(Input::Catalogue, Fault::Value, error.to_string());
    Catalogue::try_from(file).map_err(|error| unworkable(&error).at(error.pointer()))
}

/// An application that was read but not checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unjudged {
    /// Its content; `None` for an unknown format.
    pub draft: Draft,
    unknown: Issues,
}

impl Unjudged {
    /// Whether its format is unknown, so that nothing of it was read.
    pub fn is_foreign(&self) -> bool {
        self.unknown.has(Question::Format, Rule::FormatUnknown)
    }

    /// An issue if its format is unknown, and one for each unknown field.
    pub fn unknown(&self) -> &Issues {
        &self.unknown
    }

    /// Checks it.
    ///
    /// # Errors
    /// Every broken rule; for an unknown format only that.
    pub fn judge(&self, facts: &Facts) -> Result<SignedApplication, Issues> {
        if self.is_foreign() {
            return Err(self.unknown.clone());
        }
        let judged = SignedApplication::parse(&self.draft, facts);
        let outdated = outdated(&self.draft, facts);
        if judged.is_ok() && outdated.is_empty() && self.unknown.is_empty() {
            return judged;
        }
        let mut issues = judged.err().unwrap_or_default();
        issues.extend(outdated);
        issues.extend(self.unknown.clone());
        Err(issues)
    }
}

/// Reads an application.
///
/// # Errors
/// The first thing that cannot be read.
pub fn read_application(bytes: &[u8]) -> Result<Unjudged, Unreadable> {
    let mut unknown = Issues::default();
    let read = read_formatted(Input::Application, bytes, |draft: &Draft| &draft.format, APPLICATION_FORMAT)?;
    let Ok((mut draft, fields)) = read else {
        unknown.add_with(Question::Format, Rule::FormatUnknown, APPLICATION_FORMAT);
        return Ok(Unjudged { draft: Draft::default(), unknown });
    };
    let may_be_apart = !bytes.is_ascii() || bytes.windows(2).any(|pair| pair == br"\u");
    if may_be_apart {
        draft.change_texts(|text| *text = composed(text));
    }
    for pointer in fields {
        unknown.add_with(Question::Format, Rule::FieldUnknown, pointer);
    }
    Ok(Unjudged { draft, unknown })
}

/// Reads a value that must have a known format and no unknown fields.
fn read_known<T: DeserializeOwned>(
    of: Input,
    bytes: &[u8],
    format_of: fn(&T) -> &str,
    format: &str,
) -> Result<T, Unreadable> {
    let (value, fields) = read_formatted(of, bytes, format_of, format)?.map_err(|found| {
        let message = format!("unknown format {found:?}, expected {format:?}");
        Unreadable::new(of, Fault::Format, message).at("/format")
    })?;
    match fields.into_iter().next() {
        Some(pointer) => Err(Unreadable::new(of, Fault::Field, "unknown field").at(pointer)),
        None => Ok(value),
    }
}

/// Reads a value, with pointers to its unknown fields; or only its format, if that is a different one.
fn read_formatted<T: DeserializeOwned>(
    of: Input,
    bytes: &[u8],
    format_of: fn(&T) -> &str,
    format: &str,
) -> Result<Result<(T, Vec<String>), String>, Unreadable> {
    match reading::read(of, bytes) {
        Ok((value, fields)) => {
            let found = format_of(&value);
            Ok(if found == format { Ok((value, fields)) } else { Err(found.to_owned()) })
        }
        // JSON in another format need not be readable as ours. Invalid JSON is reported first.
        Err(unreadable) => match named_format(of, bytes)? {
            Some(found) if found != format => Ok(Err(found)),
            _ => Err(unreadable),
        },
    }
}

/// The format that a JSON text names.
fn named_format(of: Input, bytes: &[u8]) -> Result<Option<String>, Unreadable> {
    #[derive(Deserialize)]
    struct Header {
        format: Option<String>,
    }
    let (Header { format }, _) = reading::read(of, bytes)?;
    Ok(format)
}
