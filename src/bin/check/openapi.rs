//! The endpoints of a backend, as OpenAPI 3.1; docs/backends.md describes them in words.

use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use eherkenning_wizard::domain::lookup::{REGISTRATION_FORMAT, Registration};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::closing::{closed, with_format};
use super::responses::{LOOKUP, OUTCOME, POST, receipt_example, request_id, responses, retry_after, state};
use super::shapes::{ProblemShape, ReceiptShape};

/// The id of an application, as a UUID.
const UUID: &str = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";

const EXAMPLE_KEY: &str = "019ab0c4-5c1e-7d52-9f0e-6f1d2c3b4a59";

/// A whole application, whose `id` is the key above.
const EXAMPLE_APPLICATION: &str = include_str!("../../../docs/examples/application.json");

/// The OpenAPI document.
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = SchemaGenerator::new(settings);
    let [application, receipt, registration, problem] = [
        generator.subschema_for::<Draft>(),
        generator.subschema_for::<ReceiptShape>(),
        generator.subschema_for::<Registration>(),
        generator.subschema_for::<ProblemShape>(),
    ]
    .map(Schema::to_value);
    let mut schemas = generator.take_definitions(true);
    if let Some(draft) = schemas.get_mut("Draft") {
        *draft = closed(with_format(draft.take(), APPLICATION_FORMAT));
    }
    if let Some(registration) = schemas.get_mut("Registration") {
        *registration = with_format(registration.take(), REGISTRATION_FORMAT);
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
            "/applications": { "post": post(&application, &receipt, &problem) },
            "/applications/{key}": { "get": outcome(&receipt, &problem) },
            "/lookup/{kvk_number}": { "get": lookup(&registration, &problem) },
            "/health": { "get": health("health", "Reports that the backend is running; the same as `/live`") },
            "/live": { "get": health("live", "Reports that the backend is running") },
            "/ready": { "get": ready() },
        },
        "components": { "schemas": schemas },
    })
}

fn health(id: &str, summary: &str) -> Value {
    json!({
        "operationId": id,
        "summary": summary,
        "security": [],
        "parameters": [request_id_parameter()],
        "responses": { "200": state("The backend is running", "ok") },
    })
}

fn ready() -> Value {
    let response = |description: &str, status: &str, example: &[&str]| {
        json!({
            "description": description,
            "headers": { "X-Request-Id": request_id() },
            "content": { "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "status": { "const": status },
                        "failed": {
                            "description": "The parts that fail.",
                            "type": "array",
                            "items": { "type": "string" },
                        },
                    },
                    "required": ["status", "failed"],
                },
                "example": { "status": status, "failed": example },
            } },
        })
    };
    json!({
        "operationId": "ready",
        "summary": "Tries whether applications can be stored",
        "security": [],
        "parameters": [request_id_parameter()],
        "responses": {
            "200": response("Applications can be stored", "ready", &[]),
            "503": response("Something fails", "not_ready", &["store"]),
        },
    })
}

fn outcome(receipt: &Value, problem: &Value) -> Value {
    let mut responses = responses(OUTCOME, receipt, Some(&receipt_example()), problem);
    let mut processing = state("An application with this key is being stored", "processing");
    if let Some(Value::Object(headers)) = processing.get_mut("headers") {
        headers.insert("Retry-After".to_owned(), retry_after());
    }
    responses.insert("202".to_owned(), processing);
    json!({
        "operationId": "outcome",
        "summary": "Says what became of an application",
        "security": [],
        "parameters": [{
            "name": "key",
            "in": "path",
            "required": true,
            "description": "The `id` of the application. Anything but a UUID is unknown.",
            "schema": { "type": "string", "format": "uuid" },
            "example": EXAMPLE_KEY,
        }, request_id_parameter()],
        "responses": responses,
    })
}

fn lookup(registration: &Value, problem: &Value) -> Value {
    json!({
        "operationId": "lookUp",
        "summary": "Looks an organisation up in the trade register",
        "security": [],
        "parameters": [{
            "name": "kvk_number",
            "in": "path",
            "required": true,
            "description": "The KvK number, which is not zero.",
            "schema": { "type": "string", "pattern": "^[0-9]*[1-9][0-9]*$", "minLength": 8, "maxLength": 8 },
            "example": "68750110",
        }, request_id_parameter()],
        "responses": responses(LOOKUP, registration, None, problem),
    })
}

fn request_id_parameter() -> Value {
    json!({
        "name": "X-Request-Id",
        "in": "header",
        "required": false,
        "description": "An id that a proxy gives: 1 to 64 letters, digits, `.`, `_` or `-`. Any other is replaced.",
        "schema": { "type": "string" },
    })
}

/// The application of docs/examples, with the name of its file instead of the document.
fn whole_application() -> Value {
    let application: Value = serde_json::from_str(EXAMPLE_APPLICATION).unwrap_or_default();
    let document = application.pointer("/documents/0/id").and_then(Value::as_str).unwrap_or_default();
    json!({
        "summary": "A director applies for herself, at EH3: docs/examples has the document",
        "value": { "application": application, document: "id-copy.png" },
    })
}

fn post(application: &Value, receipt: &Value, problem: &Value) -> Value {
    json!({
        "operationId": "apply",
        "summary": "Receives a finished application with its documents",
        "security": [],
        "parameters": [{
            "name": "Idempotency-Key",
            "in": "header",
            "required": true,
            "description": "The `id` of the application: plain, or as a quoted string. Sending twice is harmless.",
            "schema": { "type": "string", "pattern": format!("^({UUID}|\"{UUID}\")$") },
            "example": EXAMPLE_KEY,
        }, request_id_parameter()],
        "requestBody": { "required": true, "content": { "multipart/form-data": {
            "schema": {
                "description": "First the application, then one part per document, named by the document's `id`.",
                "type": "object",
                "properties": { "application": application },
                "required": ["application"],
                "additionalProperties": { "description": "The content of a document.", "type": "string" },
            },
            "encoding": { "application": { "contentType": "application/json" } },
            "examples": { "whole": whole_application() },
        } } },
        "responses": responses(POST, receipt, Some(&receipt_example()), problem),
    })
}
