//! What is announced of an application: no personal data.

use eherkenning_wizard::domain::scheme::Level;
use serde::Serialize;

use crate::clock;
use crate::store::Receipt;

/// An announcement, in the structure that Standard Webhooks recommends.
#[derive(Serialize)]
struct Message<'a> {
    r#type: &'static str,
    id: &'a str,
    /// When it happened.
    timestamp: String,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    /// The id of the application, for `intake export`.
    key: &'a str,
    reference: &'a str,
    level: Option<Level>,
    stored_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    export_from: Option<&'a str>,
}

/// The id of an announcement: always the same for the same application.
pub fn id(key: &str) -> String {
    format!("stored_{key}")
}

/// The announcement of an application that is stored.
///
/// # Errors
/// Never, in practice: all of it can be written as JSON.
pub fn body(id: &str, key: &str, receipt: &Receipt, export_from: Option<&str>) -> serde_json::Result<String> {
    let stored_at = clock::rfc3339(receipt.stored_at_unix);
    serde_json::to_string(&Message {
        r#type: "application.stored",
        id,
        timestamp: stored_at.clone(),
        data: Data { key, reference: &receipt.reference, level: receipt.level, stored_at, export_from },
    })
}
