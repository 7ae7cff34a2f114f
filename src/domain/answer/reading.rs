//! JSON as a value, read within bounds, with the place of what is wrong and of what nobody knows.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::unknown::{MOST, escaped};
use super::{Fault, MAX_DEPTH};
use crate::domain::draft::DateDraft;
use crate::domain::json::Json;

/// Where reading is: what was entered and not left stays on the path, so that a fault tells where it is.
pub struct Reading {
    max_rows: usize,
    path: Vec<Step>,
    /// What is wrong, when something is.
    pub fault: Fault,
    /// Pointers to the fields that the shape has not, the first of them.
    pub unknown: Vec<String>,
}

enum Step {
    Field(&'static str),
    /// A field that nobody knows.
    Other(String),
    Row(usize),
}

impl Reading {
    /// Lists may have so many rows.
    pub fn new(max_rows: usize) -> Self {
        Self { max_rows, path: Vec::new(), fault: Fault::Syntax, unknown: Vec::new() }
    }

    /// Reads the value that comes next, which should have this shape.
    pub fn here(&mut self, shape: Option<&'static Json>) -> Here<'_> {
        Here { reading: self, shape }
    }

    /// Where reading is, as a JSON pointer.
    pub fn pointer(&self) -> String {
        let step = |step: &Step| match step {
            Step::Field(name) => format!("/{name}"),
            Step::Other(name) => format!("/{}", escaped(name)),
            Step::Row(row) => format!("/{row}"),
        };
        self.path.iter().map(step).collect()
    }

    fn enter<E: Error>(&mut self) -> Result<(), E> {
        if self.path.len() >= MAX_DEPTH { Err(self.fail(Fault::Depth, "nested too deep")) } else { Ok(()) }
    }

    fn fail<E: Error>(&mut self, fault: Fault, message: &str) -> E {
        self.fault = fault;
        E::custom(message)
    }
}

/// Reads the value at the place where reading is.
pub struct Here<'a> {
    reading: &'a mut Reading,
    shape: Option<&'static Json>,
}

impl<'de> DeserializeSeed<'de> for Here<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Here<'_> {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
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
        let Self { reading, shape } = self;
        reading.enter()?;
        let shape = match shape {
            Some(Json::List(rows)) => rows.first(),
            _ => None,
        };
        let mut list = Vec::new();
        loop {
            reading.path.push(Step::Row(list.len()));
            let next = access.next_element_seed(reading.here(shape))?;
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
        let Self { reading, shape } = self;
        reading.enter()?;
        let (known, capacity) = match shape {
            Some(Json::Object(fields)) => (fields.as_slice(), fields.len()),
            _ => (&[][..], 0),
        };
        let mut fields = Vec::with_capacity(capacity);
        while let Some((name, at)) = access.next_key_seed(Name { known, likely: fields.len() })? {
            reading.path.push(match &name {
                Cow::Borrowed(name) => Step::Field(name),
                Cow::Owned(name) => Step::Other(name.clone()),
            });
            // Only a date comes as an object where the shape has none.
            let is_known =
                at.is_some() || shape.is_none() || known.is_empty() && DateDraft::PARTS.contains(&name.as_ref());
            if !is_known && reading.unknown.len() < MOST {
                reading.unknown.push(reading.pointer());
            }
            let value = access.next_value_seed(reading.here(at))?;
            reading.path.pop();
            fields.push((name, value));
        }
        Ok(Json::Object(fields))
    }
}

/// Reads a name: one of those that are known, or another.
struct Name {
    known: &'static [(Cow<'static, str>, Json)],
    /// Which it is if all come in their order.
    likely: usize,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = (Cow<'static, str>, Option<&'static Json>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = (Cow<'static, str>, Option<&'static Json>);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        let likely = self.known.get(self.likely).filter(|(name, _)| name == text);
        match likely.or_else(|| self.known.iter().find(|(name, _)| name == text)) {
            Some((name, shape)) => Ok((name.clone(), Some(shape))),
            None => Ok((Cow::Owned(text.to_owned()), None)),
        }
    }
}
