//! Reads what comes in: bounded in size, depth and rows, so that no input takes more than its share.

use std::sync::LazyLock;

use serde::de::DeserializeSeed;

use super::reading::Reading;
use super::unknown::unknown_fields;
use super::{Fault, Input, Unreadable};
use crate::domain::application::{Facts, SignedApplication};
use crate::domain::catalogue::{CATALOGUE_FORMAT, Catalogue, CatalogueFile, OFFER_FORMAT, Offer, OfferTerms};
use crate::domain::draft::{
    APPLICATION_FORMAT, ConsentDraft, ConsentsDraft, ContractDraft, DocumentDraft, Draft, PriceDraft,
    RepresentativeDraft, SignatureDraft,
};
use crate::domain::json::{Json, Wire};
use crate::domain::rules::{Issues, Question, Rule};

/// Largest application, without its documents, in bytes.
pub const MAX_APPLICATION_BYTES: usize = 256 * 1024;

/// Largest offer, in bytes.
pub const MAX_OFFER_BYTES: usize = 256 * 1024;

/// Largest catalogue, in bytes: some fifty thousand services.
pub const MAX_CATALOGUE_BYTES: usize = 16 * 1024 * 1024;

/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 32;

/// Longest list in an application or an offer.
pub const MAX_ROWS: usize = 1000;

/// Reads an offer.
///
/// # Errors
/// The first thing that cannot be read; a field that is not known is one.
pub fn read_offer(bytes: &[u8]) -> Result<Offer, Unreadable> {
    let source = Source { of: Input::Offer, max_rows: MAX_ROWS };
    let terms: OfferTerms = source.whole(bytes, OFFER_FORMAT, false)?;
    let unworkable = |error: &dyn std::fmt::Display| Unreadable::new(Input::Offer, Fault::Value, error.to_string());
    Offer::try_from(terms).map_err(|error| unworkable(&error).at(error.pointer()))
}

/// Reads a catalogue. As everywhere, services that cannot be worked with are left out.
///
/// # Errors
/// The first thing that cannot be read; a field that is not known is one.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, Unreadable> {
    let source = Source { of: Input::Catalogue, max_rows: usize::MAX };
    let file: CatalogueFile = source.whole(bytes, CATALOGUE_FORMAT, true)?;
    let unworkable = |error: &dyn std::fmt::Display| Unreadable::new(Input::Catalogue, Fault::Value, error.to_string());
    Catalogue::try_from(file).map_err(|error| unworkable(&error).at(error.pointer()))
}

/// An application that was read and not judged yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unjudged {
    /// What it says; nothing for one of an unknown format.
    pub draft: Draft,
    unknown: Issues,
}

impl Unjudged {
    /// Whether its format is not known, so that nothing of it was read.
    pub fn is_foreign(&self) -> bool {
        self.unknown.has(Question::Format, Rule::FormatUnknown)
    }

    /// An issue for its format if that is not known, and for each of its fields that is not known.
    pub fn unknown(&self) -> &Issues {
        &self.unknown
    }

    /// What the rules say of it.
    ///
    /// # Errors
    /// Every rule that does not hold; of an application of an unknown format, that alone.
    pub fn judge(&self, facts: &Facts) -> Result<SignedApplication, Issues> {
        if self.is_foreign() {
            return Err(self.unknown.clone());
        }
        let judged = SignedApplication::parse(&self.draft, facts);
        if judged.is_ok() && self.unknown.is_empty() {
            return judged;
        }
        let mut issues = judged.err().unwrap_or_default();
        issues.extend(self.unknown.clone());
        Err(issues)
    }
}

/// Reads an application.
///
/// # Errors
/// The first thing that cannot be read.
pub fn read_application(bytes: &[u8]) -> Result<Unjudged, Unreadable> {
    let source = Source { of: Input::Application, max_rows: MAX_ROWS };
    let (json, fields) = source.json(bytes, Some(&APPLICATION_SHAPE))?;
    let mut unknown = Issues::default();
    if format_of(&json).is_some_and(|format| format != APPLICATION_FORMAT) {
        unknown.add_with(Question::Format, Rule::FormatUnknown, APPLICATION_FORMAT);
        return Ok(Unjudged { draft: Draft::default(), unknown });
    }
    let draft = Draft::from_json(json).map_err(|error| Unreadable::of(Input::Application, &error))?;
    for pointer in fields {
        unknown.add_with(Question::Format, Rule::FieldUnknown, pointer);
    }
    Ok(Unjudged { draft, unknown })
}

/// Every field of an application, with one row in each list.
static APPLICATION_SHAPE: LazyLock<Json> = LazyLock::new(|| {
    let consent = || Some(ConsentDraft::default());
    let draft = Draft {
        representatives: vec![RepresentativeDraft::default()],
        contract: ContractDraft { price: Some(PriceDraft::default()), ..ContractDraft::default() },
        documents: vec![DocumentDraft::default()],
        consents: ConsentsDraft { terms: consent(), privacy: consent() },
        signatures: vec![SignatureDraft::default()],
        ..Draft::default()
    };
    draft.write()
});

fn format_of(json: &Json) -> Option<&str> {
    let Json::Object(fields) = json else { return None };
    match fields.iter().find(|(name, _)| name == "format") {
        Some((_, Json::Text(format))) => Some(format),
        _ => None,
    }
}

/// What is read, and how much of it is taken.
#[derive(Clone, Copy)]
struct Source {
    of: Input,
    max_rows: usize,
}

impl Source {
    /// Reads JSON; with the shape that it should have come pointers to the fields that the shape has not.
    fn json(self, bytes: &[u8], shape: Option<&'static Json>) -> Result<(Json, Vec<String>), Unreadable> {
        if bytes.len() > self.of.max_bytes() {
            return Err(Unreadable::too_large(self.of, bytes.len()));
        }
        // What is no text is read as far as it is, to tell where that ends.
        let (text, end) = match std::str::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let text = bytes.get(..error.valid_up_to()).and_then(|bytes| std::str::from_utf8(bytes).ok());
                (text.unwrap_or_default(), Some(error.to_string()))
            }
        };
        let mut reading = Reading::new(self.max_rows);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let read = reading.here(shape).deserialize(&mut deserializer);
        let message = match (read.and_then(|json| deserializer.end().map(|()| json)), end) {
            (Ok(json), None) => return Ok((json, reading.unknown)),
            (Ok(_), Some(end)) => end,
            (Err(error), Some(end)) if error.is_eof() => end,
            (Err(error), _) => error.to_string(),
        };
        Err(Unreadable::new(self.of, reading.fault, message).at(reading.pointer()))
    }

    /// Reads a whole record of a known format, in which every field is known.
    fn whole<T: Wire>(self, bytes: &[u8], format: &str, is_sparse: bool) -> Result<T, Unreadable> {
        let (json, _) = self.json(bytes, None)?;
        if let Some(found) = format_of(&json).filter(|found| *found != format) {
            let message = format!("format is {found:?}, known is {format:?}");
            return Err(Unreadable::new(self.of, Fault::Format, message).at("/format"));
        }
        let value = T::from_json(json.clone()).map_err(|error| Unreadable::of(self.of, &error))?;
        match unknown_fields(&json, &value.write(), is_sparse).into_iter().next() {
            Some(pointer) => Err(Unreadable::new(self.of, Fault::Field, "there is no such field").at(pointer)),
            None => Ok(value),
        }
    }
}
