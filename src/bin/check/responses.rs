//! The responses of a backend, for OpenAPI.

use serde_json::{Map, Value, json};

/// Status, meaning and problem codes of each response; a success has no codes.
pub type Responses = &'static [(&'static str, &'static str, &'static [&'static str])];

/// The responses to an application.
pub const POST: Responses = &[
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
    ("408", "The request stopped arriving, or is too slow", &["request_timeout"]),
    ("409", "An application with this key is still being processed", &["still_processing"]),
    ("413", "Something is too large", &["too_large", "application_too_large", "request_too_large"]),
    ("415", "Not a form, or the application is not JSON", &["form_expected", "application_type"]),
    (
        "422",
        "Rules are broken, a virus was found, or the key was used with another application",
        &["issues", "infected", "idempotency_key_reused"],
    ),
    ("429", "Too many applications were posted", &["too_many_applications"]),
    ("500", "The store is unavailable; the application may be stored", &["outcome_unknown"]),
    (
        "503",
        "Too many requests at once, or the store or the virus scanner is unavailable",
        &["busy", "out_of_order", "scanner_unavailable"],
    ),
];

/// The responses to the question what became of an application; 202 is described apart, because it has a body of its own.
pub const OUTCOME: Responses = &[
    ("200", "The application is stored", &[]),
    ("403", "The origin of the page is not allowed", &["origin_not_allowed"]),
    ("404", "No application is stored under this key, and none is being stored", &["key_unknown"]),
    ("503", "The store is unavailable: this says nothing about the application", &["out_of_order"]),
];

/// The responses to a look-up.
pub const LOOKUP: Responses = &[
    ("200", "The organisation is registered, or was", &[]),
    ("400", "The number is not eight digits", &["kvk_number_shape"]),
    ("403", "The origin of the page is not allowed", &["origin_not_allowed"]),
    ("404", "The register does not have this number", &["kvk_number_unknown"]),
    ("429", "Too many look-ups", &["too_many_lookups"]),
    ("503", "Nothing can be looked up now: this says nothing about the organisation", &["lookup_unavailable"]),
];

/// What a receipt looks like.
pub fn receipt_example() -> Value {
    json!({ "reference": "EH-7K2M-9XQ4" })
}

/// A problem with each of the codes, by the code.
fn problem_examples(status: &str, meaning: &str, codes: &[&str]) -> Value {
    let status: u16 = status.parse().unwrap_or_default();
    let example = |code: &&str| {
        let mut problem = json!({
            "type": format!("urn:eherkenning-wizard:{code}"),
            "title": meaning,
            "status": status,
            "code": code,
            "request_id": "5f0c1b0e-9a54-4a39-8d2b-3c0a4f6f9b11",
        });
        let issue = match *code {
            "issues" => Some(("user.email", "email_shape")),
            "infected" => Some(("documents.kvk_extract.organisation", "document_infected")),
            _ => None,
        };
        if let (Value::Object(fields), Some((place, code))) = (&mut problem, issue) {
            let issue = json!({ "place": place, "code": code, "params": {}, "title": "A sentence" });
            fields.insert("issues".to_owned(), json!([issue]));
        }
        ((*code).to_owned(), json!({ "value": problem }))
    };
    codes.iter().map(example).collect::<Map<_, _>>().into()
}

/// All responses, with an example of the success if there is one.
pub fn responses(list: Responses, receipt: &Value, example: Option<&Value>, problem: &Value) -> Map<String, Value> {
    let responses = list.iter().map(|(status, meaning, codes)| {
        let (description, media_type, schema) = if codes.is_empty() {
            ((*meaning).to_owned(), "application/json", receipt)
        } else {
            (format!("{meaning}: `{}`", codes.join("`, `")), "application/problem+json", problem)
        };
        let content = match example {
            _ if !codes.is_empty() => {
                json!({ "schema": schema, "examples": problem_examples(status, meaning, codes) })
            }
            Some(example) => json!({ "schema": schema, "example": example }),
            None => json!({ "schema": schema }),
        };
        let headers = if matches!(*status, "409" | "429" | "500" | "503") {
            json!({ "X-Request-Id": request_id(), "Retry-After": retry_after() })
        } else {
            json!({ "X-Request-Id": request_id() })
        };
        let response = json!({ "description": description, "headers": headers, "content": { media_type: content } });
        ((*status).to_owned(), response)
    });
    responses.collect()
}

/// A response that is a status, and perhaps more.
pub fn state(description: &str, status: &str) -> Value {
    json!({
        "description": description,
        "headers": { "X-Request-Id": request_id() },
        "content": { "application/json": { "schema": {
            "type": "object", "properties": { "status": { "const": status } }, "required": ["status"],
        } } },
    })
}

/// The header of the same name.
pub fn retry_after() -> Value {
    json!({ "description": "Seconds to wait before retrying", "schema": { "type": "integer" } })
}

/// The header of the same name.
pub fn request_id() -> Value {
    json!({
        "description": "Identifies the request in the log of the backend",
        "schema": { "type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$" },
    })
}
