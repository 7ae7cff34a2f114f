//! Why JSON is not what was expected, and where.

use std::fmt;

/// What is wrong at one place of a JSON text. Boxed, as it is handed up through every reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError(Box<Located>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Located {
    pointer: String,
    fault: JsonFault,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// Something else stands there than this, in words.
    Expected(&'static str),
    /// Nothing stands there.
    Missing,
    /// The name stands there twice.
    Twice,
    /// The text is no JSON; why, in words.
    Syntax(String),
}

impl JsonError {
    /// Something else stands here than `what`.
    #[inline(never)]
    pub fn expected(what: &'static str) -> Self {
        JsonFault::Expected(what).into()
    }

    /// The place as JSON pointer (RFC 6901), such as `/levels/0/price`; empty for the whole.
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// What is wrong there.
    pub fn fault(&self) -> &JsonFault {
        &self.0.fault
    }

    /// The same fault, seen from one level up; `name` is a field of ours or a row, so it needs no escaping.
    #[must_use]
    pub fn within(mut self, name: &str) -> Self {
        self.0.pointer.insert_str(0, name);
        self.0.pointer.insert(0, '/');
        self
    }
}

impl From<JsonFault> for JsonError {
    fn from(fault: JsonFault) -> Self {
        Self(Box::new(Located { pointer: String::new(), fault }))
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer().is_empty() {
            write!(formatter, "{}: ", self.pointer())?;
        }
        match self.fault() {
            JsonFault::Expected(what) => write!(formatter, "expected {what}"),
            JsonFault::Missing => formatter.write_str("is missing"),
            JsonFault::Twice => formatter.write_str("stands twice"),
            JsonFault::Syntax(why) => formatter.write_str(why),
        }
    }
}

impl std::error::Error for JsonError {}
