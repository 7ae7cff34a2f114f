//! Reads the body of an answer leniently: each field by itself, so that one odd field does not hide the reference beside
//! it. What an answer means is decided in `domain::submission`.

use crate::domain::submission::{Fields, Remark};
use crate::domain::wire::Json;

/// The fields of a body; nothing when it is no JSON object, or cut off.
pub fn fields(body: &str) -> Option<Fields> {
    let body = Json::parse(body).ok()?;
    let Json::Object(_) = &body else { return None };
    Some(Fields {
        reference: body.field("reference").and_then(text).map(str::to_owned),
        kind: words(&body, "type"),
        code: words(&body, "code"),
        title: words(&body, "title"),
        detail: words(&body, "detail"),
        issues: body.field("issues").map(rows).unwrap_or_default().into_iter().map(remark).collect(),
        errors: body.field("errors").map(errors).unwrap_or_default(),
    })
}

fn remark(issue: &Json) -> Remark {
    let limit = issue.field("params").map(|params| words(params, "limit")).unwrap_or_default();
    Remark { place: words(issue, "place"), code: words(issue, "code"), limit, title: words(issue, "title") }
}

/// The texts of `errors`: a list of texts or of objects, or an object of lists, as ASP.NET writes it.
fn errors(errors: &Json) -> Vec<String> {
    let texts = rows(errors).into_iter().flat_map(|row| match row {
        Json::List(rows) => rows.iter().collect(),
        row => vec![row],
    });
    let said = |row: &Json| {
        let named = || ["detail", "message", "title"].into_iter().find_map(|name| text(row.field(name)?));
        text(row).or_else(named).map(str::to_owned)
    };
    texts.filter_map(said).collect()
}

/// A text, or a whole number as text.
fn text(json: &Json) -> Option<&str> {
    if let Json::Text(text) | Json::Number(text) = json { Some(text) } else { None }
}

fn words(json: &Json, name: &str) -> String {
    json.field(name).and_then(text).unwrap_or_default().to_owned()
}

/// The rows of a list, or the values of an object.
fn rows(json: &Json) -> Vec<&Json> {
    match json {
        Json::List(rows) => rows.iter().collect(),
        Json::Object(fields) => fields.iter().map(|(_, value)| value).collect(),
        _ => Vec::new(),
    }
}
