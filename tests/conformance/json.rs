//! JSON whose fields keep their order, so that cases are written and compared byte for byte.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// Any JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Json {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(String),
    List(Vec<Json>),
    Object(IndexMap<String, Json>),
}

impl Json {
    /// Reads a text.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// As text, without spaces.
    pub fn print(&self) -> String {
        serde_json::to_string(self).unwrap()
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// An object with these fields.
    pub fn object<const N: usize>(fields: [(&str, Self); N]) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// A field of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.get(name),
            _ => None,
        }
    }

    /// The text of a field.
    pub fn text_of(&self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(Self::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }
}
