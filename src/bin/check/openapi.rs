//! The endpoints of a backend, as OpenAPI 3.1; docs/backends.md describes them in words.

use eherkenning_wizard::domain::draft::{APPLICATION_FORMAT, Draft};
use eherkenning_wizard::domain::lookup::{REGISTRATION_FORMAT, Registration};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

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
    ("409", "An application with this key is still being processed", &["still_processing"]),
    ("413", "Something is too large", &["too_large", "application_too_large", "request_too_large"]),
    ("415", "Not a form, or the application is not JSON", &["form_expected", "application_type"]),
    ("422", "Rules are broken, or the key was used with another application", &["issues", "idempotency_key_reused"]),
    ("500", "The store is unavailable; the application may be stored", &["outcome_unknown"]),
    ("503", "Too many requests at once, or the store is unavailable", &["busy", "out_of_order"]),
];

/// The same for the question what became of an application; 202 is described apart, because it has a body of its own.
const OUTCOME_RESPONSES: &[(&str, &str, &[&str])] = &[
    ("200", "The application is stored", &[]),
    ("403", "The origin of the page is not allowed", &["origin_not_allowed"]),
    ("404", "No application is stored under this key, and none is being stored", &["key_unknown"]),
    ("503", "The store is unavailable: this says nothing about the application", &["out_of_order"]),
];

/// The same for a look-up.
const LOOKUP_RESPONSES: &[(&str, &str, &[&str])] = &[
    ("200", "The organisation is registered, or was", &[]),
    ("400", "The number is not eight digits", &["kvk_number_shape"]),
    ("403", "The origin of the page is not allowed", &["origin_not_allowed"]),
    ("404", "The register does not have this number", &["kvk_number_unknown"]),
    ("429", "Too many look-ups", &["too_many_lookups"]),
    ("503", "Nothing can be looked up now: this says nothing about the organisation", &["lookup_unavailable"]),
];

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

fn outcome(receipt: &Value, problem: &Value) -> Value {
    let mut responses = responses(OUTCOME_RESPONSES, receipt, problem);
    responses.insert(
        "202".to_owned(),
        json!({
            "description": "An application with this key is being stored",
            "headers": { "Retry-After": retry_after() },
            "content": { "application/json": { "schema": {
                "type": "object", "properties": { "status": { "const": "processing" } }, "required": ["status"],
            } } },
        }),
    );
    json!({
        "operationId": "outcome",
        "summary": "Says what became of an application",
        "security": [],
        "parameters": [{
            "name": "key",
            "in": "path",
            "required": true,
            "description": "The `id` of the application.",
            "schema": { "type": "string" },
        }],
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
            "description": "The KvK number: eight digits.",
            "schema": { "type": "string" },
        }],
        "responses": responses(LOOKUP_RESPONSES, registration, problem),
    })
}

fn retry_after() -> Value {
    json!({ "description": "Seconds to wait before retrying", "schema": { "type": "integer" } })
}

fn responses(list: &[(&str, &str, &[&str])], receipt: &Value, problem: &Value) -> Map<String, Value> {
    let responses = list.iter().map(|(status, meaning, codes)| {
        let (description, media_type, schema) = if codes.is_empty() {
            ((*meaning).to_owned(), "application/json", receipt)
        } else {
            (format!("{meaning}: `{}`", codes.join("`, `")), "application/problem+json", problem)
        };
        let mut response = json!({ "description": description, "content": { media_type: { "schema": schema } } });
        if matches!(*status, "409" | "429" | "500" | "503")
            && let Value::Object(fields) = &mut response
        {
            fields.insert("headers".to_owned(), json!({ "Retry-After": retry_after() }));
        }
        ((*status).to_owned(), response)
    });
    responses.collect()
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
        "responses": responses(RESPONSES, receipt, problem),
    })
}
