//! Reads what comes in: bounded in size, depth and rows, so that no input takes more than its share.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::unknown::{escaped, unknown_fields};
use super::{Fault, Input, Unreadable};
use crate::domain::application::{Facts, SignedApplication};
use crate::domain::catalogue::{CATALOGUE_FORMAT, Catalogue, CatalogueFile, OFFER_FORMAT, Offer, OfferTerms};
use crate::domain::draft::{APPLICATION_FORMAT, Draft};
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
    let source = Source { of: Input::Offer, max_bytes: MAX_OFFER_BYTES, max_rows: MAX_ROWS };
    let terms: OfferTerms = source.whole(bytes, OFFER_FORMAT, false)?;
    let unworkable = |error: &dyn std::fmt::Display| Unreadable::new(Input::Offer, Fault::Value, error.to_string());
    Offer::try_from(terms).map_err(|error| unworkable(&error).at(error.pointer()))
}

/// Reads a catalogue. As everywhere, services that cannot be worked with are left out.
///
/// # Errors
/// The first thing that cannot be read; a field that is not known is one.
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, Unreadable> {
    let source = Source { of: Input::Catalogue, max_bytes: MAX_CATALOGUE_BYTES, max_rows: usize::MAX };
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
    let source = Source { of: Input::Application, max_bytes: MAX_APPLICATION_BYTES, max_rows: MAX_ROWS };
    let json = source.json(bytes)?;
    let mut unknown = Issues::default();
    if format_of(&json).is_some_and(|format| format != APPLICATION_FORMAT) {
        unknown.add_with(Question::Format, Rule::FormatUnknown, APPLICATION_FORMAT);
        return Ok(Unjudged { draft: Draft::default(), unknown });
    }
    let draft = Draft::from_json(json.clone()).map_err(|error| Unreadable::of(Input::Application, &error))?;
    for pointer in unknown_fields(&json, &draft.write(), false) {
        unknown.add_with(Question::Format, Rule::FieldUnknown, pointer);
    }
    Ok(Unjudged { draft, unknown })
}

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
    max_bytes: usize,
    max_rows: usize,
}

impl Source {
    fn json(self, bytes: &[u8]) -> Result<Json, Unreadable> {
        if bytes.len() > self.max_bytes {
            let message = format!("{} bytes, of which {} are taken", bytes.len(), self.max_bytes);
            return Err(Unreadable::new(self.of, Fault::TooLarge, message));
        }
        let mut reading = Reading { max_rows: self.max_rows, path: Vec::new(), fault: Fault::Syntax };
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let read = Here(&mut reading).deserialize(&mut deserializer).and_then(|json| deserializer.end().map(|()| json));
        read.map_err(|error| Unreadable::new(self.of, reading.fault, error.to_string()).at(reading.pointer()))
    }

    /// Reads a whole record of a known format, in which every field is known.
    fn whole<T: Wire>(self, bytes: &[u8], format: &str, is_sparse: bool) -> Result<T, Unreadable> {
        let json = self.json(bytes)?;
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

/// Where reading is: what was entered and not left stays on the path, so that a fault tells where it is.
struct Reading {
    max_rows: usize,
    path: Vec<Step>,
    fault: Fault,
}

enum Step {
    Field(String),
    Row(usize),
}

impl Reading {
    fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Field(name) => format!("/{}", escaped(name)),
            Step::Row(row) => format!("/{row}"),
        };
        self.path.iter().map(step).collect()
    }

    fn fail<E: serde::de::Error>(&mut self, fault: Fault, message: &str) -> E {
        self.fault = fault;
        E::custom(message)
    }
}

/// Reads the value at the place where reading is.
struct Here<'a>(&'a mut Reading);

impl<'de> DeserializeSeed<'de> for Here<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Here<'_> {
    type Value = Json;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Natural(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(u64::try_from(number).map_or(Json::Negative(number), Json::Natural))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::of_text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let Self(reading) = self;
        if reading.path.len() >= super::MAX_DEPTH {
            return Err(reading.fail(Fault::Depth, "nested too deep"));
        }
        let mut list = Vec::new();
        loop {
            reading.path.push(Step::Row(list.len()));
            let next = access.next_element_seed(Here(reading))?;
            reading.path.pop();
            match next {
                None => return Ok(Json::List(list)),
                Some(_) if list.len() == reading.max_rows => {
                    return Err(reading.fail(Fault::Rows, "the list is too long"));
                }
                Some(value) => list.push(value),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let Self(reading) = self;
        if reading.path.len() >= super::MAX_DEPTH {
            return Err(reading.fail(Fault::Depth, "nested too deep"));
        }
        let mut fields = Vec::new();
        while let Some(name) = access.next_key::<String>()? {
            reading.path.push(Step::Field(name.clone()));
            let value = access.next_value_seed(Here(reading))?;
            reading.path.pop();
            fields.push((name.into(), value));
        }
        Ok(Json::Object(fields))
    }
}
