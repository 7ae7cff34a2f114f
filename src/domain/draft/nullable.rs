//! How text that may be empty is written in JSON.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// For `#[serde(with = "Nullable")]`: text that is `null` in JSON where it is empty.
pub(super) struct Nullable;

impl Nullable {
    pub fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        Some(text).filter(|text| !text.is_empty()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        Option::deserialize(deserializer).map(Option::unwrap_or_default)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Nullable {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        Option::<String>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<String>::json_schema(generator)
    }
}
