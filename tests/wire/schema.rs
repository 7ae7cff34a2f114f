//! The schemas in `public/schema` are up to date, and applications match them.
//!
//! After a change: `cargo run --features check -- schema --write public/schema`.

use std::process::Command;

use serde_json::Value;

use crate::common::{finished_draft, public};

fn printed(of: &str) -> String {
    let printed = Command::new(env!("CARGO_BIN_EXE_check")).args(["schema", of]).output().unwrap();
    assert!(printed.status.success());
    String::from_utf8(printed.stdout).unwrap()
}

#[test]
fn the_schemas_are_up_to_date() {
    for (of, file) in [
        ("answer", "answer.schema.json"),
        ("application", "application.schema.json"),
        ("catalogue", "catalogue.schema.json"),
        ("handover", "handover.schema.json"),
        ("issues", "issues.schema.json"),
        ("offer", "offer.schema.json"),
        ("openapi", "openapi.json"),
        ("registration", "registration.schema.json"),
    ] {
        let schema = std::fs::read_to_string(public(&format!("schema/{file}"))).unwrap_or_default();
        assert!(schema == printed(of), "run: check schema --write public/schema");
    }
}

#[test]
fn all_schemas_are_printed_as_one_object() {
    let all: Value = serde_json::from_str(&printed("all")).unwrap();
    for name in ["answer", "application", "catalogue", "handover", "issues", "offer", "openapi", "registration"] {
        assert_eq!(all[name], serde_json::from_str::<Value>(&printed(name)).unwrap(), "{name}");
    }
}

#[test]
fn applications_offers_and_catalogues_match_their_schemas() {
    let schema: Value = serde_json::from_str(&printed("application")).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    check(&schema, &schema, &serde_json::to_value(finished_draft()).unwrap(), "$");
    for name in ["offer", "catalogue"] {
        let schema: Value = serde_json::from_str(&printed(name)).unwrap();
        let file: Value = serde_json::from_slice(&std::fs::read(public(&format!("{name}.json"))).unwrap()).unwrap();
        check(&schema, &schema, &file, name);
    }
}

/// A validator for the part of JSON Schema that these schemas use.
fn check(root: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap();
        return check(root, target, value, at);
    }
    if let Some(choices) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        let choice = choices.iter().find(|choice| (choice["type"] == "null") == value.is_null());
        return check(root, choice.unwrap_or_else(|| panic!("{at}: {value}")), value, at);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        Value::String(only) => vec![only],
        _ => panic!("{at}: no type in {schema}"),
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.contains(&kind), "{at}: {value} does not have a type in {types:?}");
    if let Some(names) = schema["enum"].as_array() {
        assert!(names.contains(value), "{at}: {value}");
    }
    for (index, one) in value.as_array().into_iter().flatten().enumerate() {
        check(root, &schema["items"], one, &format!("{at}[{index}]"));
    }
    for (name, one) in value.as_object().into_iter().flatten() {
        let property = schema["properties"].get(name).unwrap_or_else(|| panic!("{at}.{name} is not described"));
        check(root, property, one, &format!("{at}.{name}"));
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        assert!(value.get(name).is_some(), "{at}.{name} is missing");
    }
}
