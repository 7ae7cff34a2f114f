//! Adds to schemas what cannot be derived from the types.

use serde_json::{Value, json};

/// Requires this value in the field `format`.
pub fn with_format(mut schema: Value, format: &str) -> Value {
    if let Some(property) = schema.pointer_mut("/properties/format") {
        *property = json!({ "description": "Name of this format.", "const": format, "type": "string" });
    }
    schema
}

/// Forbids unknown fields in every object, as the rules do.
pub fn closed(mut schema: Value) -> Value {
    let fields: Vec<&mut Value> = match &mut schema {
        Value::Array(values) => values.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    for value in fields {
        *value = closed(value.take());
    }
    if let Value::Object(fields) = &mut schema
        && fields.get("properties").is_some_and(Value::is_object)
        && fields.contains_key("type")
    {
        fields.insert("additionalProperties".to_owned(), false.into());
    }
    schema
}
