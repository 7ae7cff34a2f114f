//! Errors that stop an import.

use std::fmt;

use super::bounds::{MAX_DEPTH, MAX_ELEMENTS, MAX_ENTRIES, MAX_NAME_BYTES, MAX_PIECE_BYTES};

/// Why a file is refused as a whole, and the line where that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: ImportFault,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// Reading failed, with the message of the operating system.
    Io(String),
    /// The file is not UTF-8.
    Encoding,
    /// The file is not well-formed XML.
    Syntax(String),
    /// The file has a document type declaration. The scheme does not use one, and its entities can expand a few bytes
    /// to any amount of text.
    DocumentType,
    /// The file uses this entity, which XML does not predefine.
    Entity(String),
    /// Elements are nested too deep.
    Depth,
    /// One tag, text or comment is too long.
    Length,
    /// One element has too many attributes, or one definition or instance too many elements.
    Breadth,
    /// There are too many providers, definitions and instances.
    Entries,
    /// The names together are too long.
    Text,
    /// The first element is this one, not `ServiceCatalogue`.
    Root(String),
    /// The first element is in this namespace, which is not known.
    Namespace(String),
    /// The moment of issue is missing or not a date and time; the value found.
    IssueInstant(String),
    /// The file has no providers.
    Empty,
}

impl ImportFault {
    /// The code for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::Encoding => "encoding",
            Self::Syntax(_) => "syntax",
            Self::DocumentType => "document_type",
            Self::Entity(_) => "entity",
            Self::Depth => "depth",
            Self::Length => "length",
            Self::Breadth => "breadth",
            Self::Entries => "entries",
            Self::Text => "text",
            Self::Root(_) => "root",
            Self::Namespace(_) => "namespace",
            Self::IssueInstant(_) => "issue_instant",
            Self::Empty => "empty",
        }
    }
}

impl fmt::Display for ImportFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(why) => write!(formatter, "cannot be read: {why}"),
            Self::Encoding => write!(formatter, "not UTF-8"),
            Self::Syntax(why) => write!(formatter, "not well-formed: {why}"),
            Self::DocumentType => write!(formatter, "a document type declaration (DOCTYPE) is not allowed"),
            Self::Entity(name) => {
                write!(formatter, "the entity &{name}; is not allowed, only those that XML predefines")
            }
            Self::Depth => write!(formatter, "elements nested more than {MAX_DEPTH} deep"),
            Self::Length => write!(formatter, "a tag, text or comment of more than {MAX_PIECE_BYTES} bytes"),
            Self::Breadth => write!(
                formatter,
                "more than {MAX_ELEMENTS} elements in one entry, or too many attributes in one element"
            ),
            Self::Entries => write!(formatter, "more than {MAX_ENTRIES} providers, definitions and instances"),
            Self::Text => write!(formatter, "more than {MAX_NAME_BYTES} bytes of names"),
            Self::Root(found) => write!(formatter, "expected the element ServiceCatalogue, found {found:?}"),
            Self::Namespace(found) => write!(
                formatter,
                "expected the namespace urn:etoegang:1.11:service-catalog or urn:etoegang:1.13:service-catalog, found {found:?}"
            ),
            Self::IssueInstant(found) => {
                write!(formatter, "IssueInstant must be a date and time, found {found:?}; or pass --date")
            }
            Self::Empty => write!(formatter, "no ServiceProvider in the file"),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.fault)
    }
}

impl std::error::Error for ImportError {}
