//! Whether a JSON value says no more than leaving it out would.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// Reads any value, and reports whether it says no more than leaving it out would: `null`, `false`, an empty text, list
/// or object.
pub struct IsDefault(pub bool);

impl<'de> Deserialize<'de> for IsDefault {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IsDefaultVisitor)
    }
}

struct IsDefaultVisitor;

impl<'de> Visitor<'de> for IsDefaultVisitor {
    type Value = IsDefault;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_unit<E>(self) -> Result<IsDefault, E> {
        Ok(IsDefault(true))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<IsDefault, E> {
        Ok(IsDefault(!flag))
    }

    fn visit_i64<E>(self, _: i64) -> Result<IsDefault, E> {
        Ok(IsDefault(false))
    }

    fn visit_u64<E>(self, _: u64) -> Result<IsDefault, E> {
        Ok(IsDefault(false))
    }

    fn visit_f64<E>(self, _: f64) -> Result<IsDefault, E> {
        Ok(IsDefault(false))
    }

    fn visit_str<E>(self, text: &str) -> Result<IsDefault, E> {
        Ok(IsDefault(text.is_empty()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<IsDefault, A::Error> {
        let mut is_empty = true;
        while rows.next_element::<IsDefault>()?.is_some() {
            is_empty = false;
        }
        Ok(IsDefault(is_empty))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<IsDefault, A::Error> {
        let mut is_empty = true;
        while fields.next_entry::<String, IsDefault>()?.is_some() {
            is_empty = false;
        }
        Ok(IsDefault(is_empty))
    }
}
