//! The endpoint that receives applications, as OpenAPI 3.1; docs/backends.md describes it in words.

use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::closing::{closed, with_format};
use super::shapes::{ProblemShape, ReceiptShape};

/// Status, meaning and problem codes of each response; a success has no codes.
const RESPONSES: &[(&str, &str, &[&str])] = &[
    ("200", "The same application was stored before", &[]),
    ("201", "The application is stored", &[]),
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
    ("403", "The origin of the page is not allowed", &["origin_not_allowed"]),
    ("408", "The request stopped arriving", &["request_timeout"]),
    ("409", "The same application is still being processed", &["still_processing"]),
    ("413", "Something is too large", &["too_large", "application_too_large", "request_too_large"]),
    ("415", "Not a form, or the application is not JSON", &["form_expected", "application_type"]),
    ("422", "Rules are broken, or the key was used with another application", &["issues", "idempotency_key_reused"]),
    ("503", "Too many requests at once, or the store is unavailable", &["busy", "out_of_order"]),
];

/// The OpenAPI document.
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
        *draft = closed(with_format(draft.take(), APPLICATION_FORMAT));
    }
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Intake of applications for eHerkenning",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": "/", "description": "The offer or the page names the full address." }],
        "paths": {
            "/applications": { "post": post(&application.to_value(), &receipt.to_value(), &problem.to_value()) },
            "/health": { "get": {
                "operationId": "health",
                "summary": "Reports that the backend is running",
                "security": [],
                "responses": { "200": { "description": "The backend is running", "content": { "application/json": {
                    "schema": { "type": "object", "properties": { "status": { "const": "ok" } }, "required": ["status"] }
                } } } },
            } },
        },
        "components": { "schemas": schemas },
    })
}

fn post(application: &Value, receipt: &Value, problem: &Value) -> Value {
    let responses = RESPONSES.iter().map(|(status, meaning, codes)| {
        let (description, media_type, schema) = if codes.is_empty() {
            ((*meaning).to_owned(), "application/json", receipt)
        } else {
            (format!("{meaning}: `{}`", codes.join("`, `")), "application/problem+json", problem)
        };
        let mut response = json!({ "description": description, "content": { media_type: { "schema": schema } } });
        if matches!(*status, "409" | "503")
            && let Value::Object(fields) = &mut response
        {
            let retry_after =
                json!({ "description": "Seconds to wait before retrying", "schema": { "type": "integer" } });
            fields.insert("headers".to_owned(), json!({ "Retry-After": retry_after }));
        }
        ((*status).to_owned(), response)
    });
    json!({
        "operationId": "apply",
        "summary": "Receives a finished application with its documents",
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
                "description": "First the application, then one part per document, named by the document's `id`.",
                "type": "object",
                "properties": { "application": application },
                "required": ["application"],
                "additionalProperties": { "description": "The content of a document.", "type": "string" },
            },
            "encoding": { "application": { "contentType": "application/json" } },
        } } },
        "responses": responses.collect::<serde_json::Map<_, _>>(),
    })
}
