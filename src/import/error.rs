//! Why a file cannot be read at all.

use std::fmt;

use super::bounds::{DEEPEST, LONGEST_PIECE, MOST_ELEMENTS, MOST_ENTRIES, MOST_TEXT};

/// Why a file cannot be read at all, and at which line it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: ImportFault,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// Reading failed; why, in the words of the system.
    Io(String),
    /// It is not UTF-8.
    Encoding,
    /// It is not well-formed XML; why, in words.
    Syntax(String),
    /// It has a document type declaration, which the scheme does not use and which can make any text of a few bytes.
    DocumentType,
    /// It names this entity, which XML itself does not define.
    Entity(String),
    /// Elements stand in each other too deep.
    Depth,
    /// One tag, text or comment is too long.
    Length,
    /// One element has too many attributes, or one definition or instance too many elements.
    Breadth,
    /// There are too many definitions or instances.
    Entries,
    /// The names together are too long.
    Text,
    /// The first element is this one.
    Root(String),
    /// The first element is of this namespace.
    Namespace(String),
    /// The moment of issue is missing or no moment; what stands there.
    IssueInstant(String),
    /// There is no provider in it.
    Empty,
}

impl ImportFault {
    /// The code by which programs know it.
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
            Self::Encoding => write!(formatter, "is not UTF-8"),
            Self::Syntax(why) => write!(formatter, "not well-formed: {why}"),
            Self::DocumentType => write!(formatter, "a document type declaration (DOCTYPE) is refused"),
            Self::Entity(name) => {
                write!(formatter, "the entity &{name}; is refused; only those of XML itself are read")
            }
            Self::Depth => write!(formatter, "elements stand in each other more than {DEEPEST} deep"),
            Self::Length => write!(formatter, "a tag, text or comment of over {LONGEST_PIECE} bytes"),
            Self::Breadth => write!(
                formatter,
                "more than {MOST_ELEMENTS} elements in one entry, or too many attributes in one element"
            ),
            Self::Entries => write!(formatter, "more than {MOST_ENTRIES} providers, definitions and instances"),
            Self::Text => write!(formatter, "more than {MOST_TEXT} bytes of names"),
            Self::Root(found) => write!(formatter, "the first element is {found:?}, must be ServiceCatalogue"),
            Self::Namespace(found) => write!(
                formatter,
                "the namespace is {found:?}, known are urn:etoegang:1.11:service-catalog and urn:etoegang:1.13:service-catalog"
            ),
            Self::IssueInstant(found) => {
                write!(formatter, "IssueInstant is {found:?}, must be a moment; or give the date")
            }
            Self::Empty => write!(formatter, "there is no ServiceProvider in it"),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.fault)
    }
}

impl std::error::Error for ImportError {}
