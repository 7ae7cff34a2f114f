//! Empty text is `null` on the wire, and `null` is empty text here.

/// For `#[serde(with)]` on a text that may be left empty.
pub mod nullable {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes empty text as `null`.
    pub fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        if text.is_empty() { serializer.serialize_none() } else { serializer.serialize_str(text) }
    }

    /// Reads `null` as empty text.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        Ok(Option::<String>::deserialize(deserializer)?.unwrap_or_default())
    }
}
