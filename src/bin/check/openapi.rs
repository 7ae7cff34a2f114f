//! The endpoint that takes applications, as OpenAPI 3.1; in words it is told in docs/backends.md.

use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::closing::{closed, of_format};
use super::shapes::{ProblemShape, ReceiptShape};

/// What is answered: the status, what it means, and the codes of its problems; none where it is no problem.
const ANSWERS: &[(&str, &str, &[&str])] = &[
    ("200", "The same application was kept before", &[]),
    ("201", "The application is kept", &[]),
    (
        "400",
        "The request cannot be read",
        &[
            "idempotency_key_missing",
            "idempotency_key_shape",
            "idempotency_key_differs",
            "form_unreadable",
            "application_missing",
            "application_unreadable",
            "part_unexpected",
            "part_twice",
        ],
    ),
    ("403", "A page of an origin that is not on the list", &["origin_not_allowed"]),
    ("409", "The same application is on its way", &["still_processing"]),
    ("413", "Something is too large", &["too_large", "application_too_large", "request_too_large"]),
    ("415", "Not a form, or the application is not JSON", &["form_expected", "application_type"]),
    ("422", "Rules do not hold, or the key was used with another application", &["issues", "idempotency_key_reused"]),
    ("503", "Too many at once, or applications cannot be kept now", &["busy", "out_of_order"]),
];

/// The whole document.
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = SchemaGenerator::new(settings);
    let [application, receipt, problem] = [
        generator.subschema_for::<Draft>(),
        generator.subschema_for::<ReceiptShape>(),
        generator.subschema_for::<ProblemShape>(),
    ];
    let mut schemas = generator.take_definitions(true);
    if let Some(draft) = schemas.get_mut("Draft") {
        *draft = closed(of_format(draft.take(), APPLICATION_FORMAT));
    }
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Intake of applications for eHerkenning",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": "/", "description": "The offer or the page names the whole address." }],
        "paths": {
            "/applications": { "post": post(&application.to_value(), &receipt.to_value(), &problem.to_value()) },
            "/health": { "get": {
                "operationId": "health",
                "summary": "Tells that the backend runs",
                "security": [],
                "responses": { "200": { "description": "It does", "content": { "application/json": {
                    "schema": { "type": "object", "properties": { "status": { "const": "ok" } }, "required": ["status"] }
                } } } },
            } },
        },
        "components": { "schemas": schemas },
    })
}

fn post(application: &Value, receipt: &Value, problem: &Value) -> Value {
    let answers = ANSWERS.iter().map(|(status, meaning, codes)| {
        let (media_type, schema) = match codes.is_empty() {
            true => ("application/json", receipt),
            false => ("application/problem+json", problem),
        };
        let named = if codes.is_empty() { String::new() } else { format!(": `{}`", codes.join("`, `")) };
        let mut answer =
            json!({ "description": format!("{meaning}{named}"), "content": { media_type: { "schema": schema } } });
        if matches!(*status, "409" | "503")
            && let Value::Object(fields) = &mut answer
        {
            let after = json!({ "description": "Seconds until to ask again", "schema": { "type": "integer" } });
            fields.insert("headers".to_owned(), json!({ "Retry-After": after }));
        }
        ((*status).to_owned(), answer)
    });
    json!({
        "operationId": "apply",
        "summary": "Takes a finished application with its documents",
        "security": [],
        "parameters": [{
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "The `id` of the application: plain, or as a quoted string. Sending twice is harmless.",
            "schema": { "type": "string" },
        }],
        "requestBody": { "required": true, "content": { "multipart/form-data": {
            "schema": {
                "description": "The application first; then a part for each of its documents, named by its `id`.",
                "type": "object",
                "properties": { "application": application },
                "required": ["application"],
                "additionalProperties": { "description": "The bytes of a document.", "type": "string" },
            },
            "encoding": { "application": { "contentType": "application/json" } },
        } } },
        "responses": answers.collect::<serde_json::Map<_, _>>(),
    })
}
