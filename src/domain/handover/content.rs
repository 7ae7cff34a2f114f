//! What a file contains besides the documents.

use serde::{Serialize, Serializer};

use super::header::HANDOVER_FORMAT;
use super::{Fault, Party};
use crate::domain::draft::{APPLICATION_FORMAT, DocumentDraft, Draft};
use crate::domain::rules::{Rule, Screen, codes};
use crate::domain::scheme::{Date, Moment, Text, Uuid};
use crate::domain::wire::{FromJson, Json, Misfit};

/// The most characters of a note.
pub const MAX_NOTE: usize = 1000;

/// The most documents, representatives, signatures or deeds.
const MAX_ROWS: usize = 1000;

/// An application that is handed from one person to another before it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Handover {
    /// [`HANDOVER_FORMAT`].
    format: String,
    /// Name of the supplier, as in the offer.
    pub supplier: String,
    /// Number of the application, a UUID: the same wherever the file goes, so that it is stored once at most.
    #[serde(serialize_with = "number")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub number: Uuid,
    /// The application so far. Its documents are in the file, in this order.
    pub draft: Draft,
    /// What was done with it, from the first to the last.
    pub history: Vec<Deed>,
    /// A note for the next person, at most 1,000 characters; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", default))]
    pub note: Option<Note>,
    /// Who signs next: `representatives.<row>`; absent if that is open.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", default))]
    pub signer: Option<Party>,
    /// The code of the screen on which the sender was, to go on there; absent if the file was not made by the wizard.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", default))]
    pub screen: Option<Screen>,
}

/// One thing that was done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deed {
    /// Who did it: `user` or `representatives.<row>`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub by: Party,
    /// What.
    pub did: Act,
    /// When, RFC 3339 in UTC.
    #[serde(serialize_with = "moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub at: Moment,
}

codes! {
    /// What can be done with it.
    pub enum Act {
        /// Filled it in from nothing.
        Began = "began",
        /// Handed it to another person.
        HandedOn = "handed_on",
        /// Signed it.
        Signed = "signed",
        /// Gave it back, because something in it is not right.
        Returned = "returned",
    }
}

/// A note, on one or more lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note(Text);

/// A file whose content is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The content.
    pub handover: Handover,
    /// `Ended` if the last day of the file is over. The content is there: with it the application can be begun anew.
    pub warning: Option<Fault>,
}

impl Note {
    /// Parses a typed note.
    ///
    /// # Errors
    /// As [`Text::parse_lines`], with at most [`MAX_NOTE`] characters.
    pub fn parse(input: &str) -> Result<Self, Rule> {
        Text::parse_lines(input, MAX_NOTE).map(Self)
    }

    /// The note as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Handover {
    /// An application that nothing was done with yet.
    pub fn new(supplier: &str, number: Uuid, draft: Draft) -> Self {
        let (format, supplier) = (HANDOVER_FORMAT.to_owned(), supplier.to_owned());
        Self { format, supplier, number, draft, history: Vec::new(), note: None, signer: None, screen: None }
    }

    /// The JSON of the first box, without spaces.
    pub fn to_json(&self) -> String {
        // Cannot fail: it writes to memory, and every key is text.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Each document has an id of its own, so that the one that is looked at is the one that is signed; and no list is longer
    /// than those that backends read.
    fn check_lists(&self) -> Result<(), Fault> {
        let Draft { documents, representatives, signatures, .. } = &self.draft;
        let longest = [documents.len(), representatives.len(), signatures.len(), self.history.len()].into_iter().max();
        if longest > Some(MAX_ROWS) {
            return Err(Fault::TooLarge);
        }
        let mut ids: Vec<String> = documents.iter().map(|document| document.id.to_ascii_lowercase()).collect();
        ids.sort_unstable();
        if ids.windows(2).any(|pair| pair.first() == pair.last()) { Err(Fault::Damaged) } else { Ok(()) }
    }

    /// Reads the opened first box of a file that counts until `ends_on`. Without the name of a supplier, any will do.
    ///
    /// # Errors
    /// `Damaged` if it is not the content of a handover, `NewerVersion` if the application in it is of another version,
    /// `AnotherSupplier` if it is for another supplier.
    pub fn read(content: &[u8], supplier: Option<&str>, ends_on: Date, today: Date) -> Result<Opened, Fault> {
        let json = std::str::from_utf8(content).ok().and_then(|text| Json::parse(text).ok()).ok_or(Fault::Damaged)?;
        let handover = Self::from_json(&json).map_err(|_| Fault::Damaged)?;
        handover.check_lists()?;
        if handover.draft.format != APPLICATION_FORMAT {
            return Err(Fault::NewerVersion);
        }
        if supplier.is_some_and(|supplier| supplier != handover.supplier) {
            return Err(Fault::AnotherSupplier);
        }
        Ok(Opened { handover, warning: (today > ends_on).then_some(Fault::Ended) })
    }
}

/// Compares an opened document with its description: its size, and its SHA-256 digest in hexadecimal.
///
/// # Errors
/// `Damaged` if they differ.
pub fn check_document(document: &DocumentDraft, size_bytes: usize, sha256: &str) -> Result<(), Fault> {
    let is_same = u64::try_from(size_bytes) == Ok(document.size_bytes) && document.sha256.eq_ignore_ascii_case(sha256);
    if is_same { Ok(()) } else { Err(Fault::Damaged) }
}

impl FromJson for Handover {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let format = json.text("format")?;
        if format != HANDOVER_FORMAT {
            return Err(Misfit("format"));
        }
        Ok(Self {
            format,
            supplier: json.get("supplier")?,
            number: Uuid::parse(&json.text("number")?).map_err(|_| Misfit("number"))?,
            draft: json.get("draft")?,
            history: json.get("history")?,
            note: json.get_or_default("note")?,
            signer: json.get_or_default("for")?,
            // A newer version may have other screens.
            screen: json.get_or_default("screen").unwrap_or_default(),
        })
    }
}

impl FromJson for Deed {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        let at = Moment::parse(&json.text("at")?).map_err(|_| Misfit("at"))?;
        Ok(Self { by: json.get("by")?, did: json.get("did")?, at })
    }
}

impl FromJson for Note {
    fn from_json(json: &Json) -> Result<Self, Misfit> {
        Self::parse(&json.as_text()?).map_err(|_| Misfit(""))
    }
}

impl Serialize for Note {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

fn number<S: Serializer>(number: &Uuid, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(number.as_str())
}

fn moment<S: Serializer>(moment: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(moment.as_str())
}
