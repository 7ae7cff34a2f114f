//! Why a look-up failed. Says nothing about the organisation, so it can be logged.

use std::fmt;

use axum::http::StatusCode;

/// Why a look-up failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is no connection, or it broke.
    Unreachable,
    /// The response did not come in time.
    Slow,
    /// The response has another status than documented for this request.
    Status(StatusCode),
    /// The response is larger than we read.
    TooLarge,
    /// The response is not what is documented, or about another organisation.
    Malformed,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable => formatter.write_str("no response"),
            Self::Slow => formatter.write_str("no response in time"),
            Self::Status(status) => write!(formatter, "response with status {}", status.as_u16()),
            Self::TooLarge => formatter.write_str("response too large"),
            Self::Malformed => formatter.write_str("response malformed"),
        }
    }
}

impl From<reqwest::Error> for Failure {
    /// Only the kind: the text of the error has the URL, and so the number.
    fn from(error: reqwest::Error) -> Self {
        if error.is_timeout() { Self::Slow } else { Self::Unreachable }
    }
}
