//! JSON of any kind, for what is read field by field and not as a type.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Any JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number, as it is written.
    Number(String),
    /// A number that is not whole, which we never use; the value is dropped.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// An object; its fields are in order.
    Object(Vec<(String, Self)>),
}

/// JSON is not of the kind that is read. It holds the name of the field, or nothing for the value itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misfit(pub &'static str);

impl Json {
    /// Reads JSON text.
    ///
    /// # Errors
    /// The first thing that is not JSON.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// A field of an object; nothing when it is missing, or when this is no object. Of two with the same name it is the
    /// first.
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A field of an object that must not be there twice; nothing when it is missing.
    fn only(&self, name: &str) -> Result<Option<&Self>, Misfit> {
        let Self::Object(fields) = self else { return Ok(None) };
        let mut found = fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value);
        let first = found.next();
        if found.next().is_none() { Ok(first) } else { Err(Misfit("")) }
    }

    /// What is at a path, such as `user.email`; nothing when a field on the way is missing.
    ///
    /// # Errors
    /// When something on the way is no object.
    pub fn at(&self, path: &str) -> Result<Option<&Self>, Misfit> {
        let mut found = Some(self);
        for name in path.split('.') {
            found = match found {
                None => return Ok(None),
                Some(object @ Self::Object(_)) => object.only(name)?,
                Some(_) => return Err(Misfit("")),
            };
        }
        Ok(found)
    }

    /// This, which must be a text.
    ///
    /// # Errors
    /// For anything else.
    pub fn as_text(&self) -> Result<String, Misfit> {
        if let Self::Text(text) = self { Ok(text.clone()) } else { Err(Misfit("")) }
    }

    /// The text at a path; empty when it is missing or `null`.
    ///
    /// # Errors
    /// For anything else.
    pub fn text(&self, path: &str) -> Result<String, Misfit> {
        self.at(path)?.filter(|json| **json != Self::Null).map_or(Ok(String::new()), Self::as_text)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = list.next_element()? {
            rows.push(row);
        }
        Ok(Json::List(rows))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}
