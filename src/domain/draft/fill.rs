//! Fills in a draft with part of another one, which the page around the wizard gives as JSON.

use serde::Serialize;
use serde::de::{DeserializeOwned, Error};
use serde_json::Value;

use super::Draft;
use crate::domain::wire;

/// What a page may fill in; not what only the applicant can give: documents, consents, signatures.
const FILLED: [&str; 8] = [
    "purpose",
    "user",
    "organisation",
    "representatives",
    "authority_proof",
    "authorisations_manager",
    "contract",
    "identification",
];

impl Draft {
    /// Fills in what is not answered yet; what is answered stays.
    ///
    /// # Errors
    /// When `given` is not part of a draft; then nothing is filled in.
    pub fn fill(&mut self, given: Value) -> Result<(), serde_json::Error> {
        let Value::Object(mut fields) = given else { return Err(Error::custom("expected an object")) };
        fields.retain(|name, _| FILLED.contains(&name.as_str()));
        let given = Value::Object(fields);
        // Reads all of it, also what will not be filled in because it is answered.
        let read: Value = through_text(&through_text::<Self>(&given)?)?;
        let mut filled: Value = through_text(&*self)?;
        fill_in(&mut filled, read);
        *self = through_text(&filled)?;
        Ok(())
    }
}

/// Converts by way of JSON text. Reading from and writing to a [`Value`] directly would compile both for every type of a
/// draft once more, which weighs some 30 KB in the wizard.
fn through_text<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, serde_json::Error> {
    wire::read(&serde_json::to_string(value)?)
}

fn fill_in(own: &mut Value, given: Value) {
    match (own, given) {
        (Value::Object(own), Value::Object(given)) => {
            for (name, value) in given {
                fill_in(own.entry(name).or_insert(Value::Null), value);
            }
        }
        (own, given) if is_unanswered(own) => *own = given,
        _ => {}
    }
}

/// Whether nothing is answered in it: `null`, empty text, or a list or object with nothing but these.
fn is_unanswered(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(rows) => rows.iter().all(is_unanswered),
        Value::Object(fields) => fields.values().all(is_unanswered),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
