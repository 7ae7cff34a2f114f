//! Reads the body of an answer leniently: each field by itself, so that one odd field does not hide the reference beside
//! it. What an answer means is decided in `domain::submission`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::domain::submission::{Fields, Remark};
use crate::domain::wire;

/// The fields of a body; nothing when it is no JSON object, or cut off.
pub fn fields(body: &str) -> Option<Fields> {
    let body: Json = wire::read(body).ok()?;
    let Json::Object(_) = &body else { return None };
    Some(Fields {
        reference: body.field("reference").and_then(Json::text).map(str::to_owned),
        kind: body.words("type"),
        code: body.words("code"),
        title: body.words("title"),
        detail: body.words("detail"),
        issues: body.field("issues").map(Json::rows).unwrap_or_default().into_iter().map(remark).collect(),
        errors: body.field("errors").map(errors).unwrap_or_default(),
    })
}

fn remark(issue: &Json) -> Remark {
    let limit = issue.field("params").map(|params| params.words("limit")).unwrap_or_default();
    Remark { place: issue.words("place"), code: issue.words("code"), limit, title: issue.words("title") }
}

/// The texts of `errors`: a list of texts or of objects, or an object of lists, as ASP.NET writes it.
fn errors(errors: &Json) -> Vec<String> {
    let rows = errors.rows();
    let texts = rows.into_iter().flat_map(|row| match row {
        Json::List(rows) => rows.iter().collect(),
        row => vec![row],
    });
    let words = |row: &Json| {
        let named = || ["detail", "message", "title"].into_iter().find_map(|name| row.field(name)?.text());
        row.text().or_else(named).map(str::to_owned)
    };
    texts.filter_map(words).collect()
}

/// Any JSON, as far as it is read here.
enum Json {
    /// A text, or a whole number as text.
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
    Other,
}

impl Json {
    fn field(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    fn words(&self, name: &str) -> String {
        self.field(name).and_then(Self::text).unwrap_or_default().to_owned()
    }

    /// The rows of a list, or the values of an object.
    fn rows(&self) -> Vec<&Self> {
        match self {
            Self::List(rows) => rows.iter().collect(),
            Self::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
            Self::Text(_) | Self::Other => Vec::new(),
        }
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

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Text(number.to_string()))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
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
