//! Why a document could not be scanned. Says nothing about the document, so it can be logged.

use std::{fmt, io};

/// Why a document could not be scanned.
#[derive(Debug)]
pub enum Failure {
    /// There is no connection, or it broke.
    Unreachable(io::Error),
    /// There was no verdict in time.
    Slow,
    /// The connection ended before the verdict.
    Incomplete,
    /// The verdict came before the end of the document was sent.
    Early,
    /// The scanner takes no documents of this size.
    TooLarge,
    /// The scanner says that it failed.
    Refused(String),
    /// The response is not one of the protocol.
    Malformed,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(error) => error.fmt(formatter),
            Self::Slow => formatter.write_str("no verdict in time"),
            Self::Incomplete => formatter.write_str("the connection ended before the verdict"),
            Self::Early => formatter.write_str("the verdict came before the end of the document"),
            Self::TooLarge => formatter.write_str("the document is larger than StreamMaxLength of the scanner"),
            Self::Refused(words) => write!(formatter, "the scanner says: {words}"),
            Self::Malformed => formatter.write_str("response malformed"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Unreachable(error)
    }
}
