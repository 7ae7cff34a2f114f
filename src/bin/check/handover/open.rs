//! `check handover open`: opens a file into a folder.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;

use clap::Args;
use eherkenning_wizard::domain::handover::{
    BoxPlace, Envelope, Fault, Handover, MAX_CLEAR_BYTES, Opened, ReceivedClear, check_document,
};

use super::asking::passphrase;
use super::crypto::{Keys, sha256};
use super::explain::explain;
use super::folder::{APPLICATION, HANDOVER, NewFolder, document, must_be_new, without_draft};
use crate::clock;
use crate::files::{Exit, Outcome, pretty, print};

#[derive(Args)]
pub struct Arguments {
    /// The file.
    file: PathBuf,
    /// The folder to write, which must not exist.
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// File with the passphrase. Without it the passphrase is read from the terminal or from standard input.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// Opens the file, and writes what is in it.
pub fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, to, passphrase_file } = arguments;
    let failed = |error: &dyn Display| format!("{}: {error}", file.display());
    let refused = |fault: Fault| failed(&explain(fault));

    must_be_new(to)?;
    let mut source = Source::open(file).map_err(|error| failed(&error))?;
    let start = source.start().map_err(|error| failed(&error))?;
    let envelope = check_clear(&start, source.bytes).map_err(refused)?;
    let keys = Keys::derive(&passphrase(passphrase_file.as_deref())?, &envelope.header().salt);
    envelope.check_key(keys.check).map_err(refused)?;
    let source_bytes = source.bytes;
    let mut open = |place: BoxPlace| {
        let sealed = source.read(place).map_err(|error| failed(&error))?;
        keys.open(&envelope, place.number, &sealed).map_err(refused)
    };

    let content = open(envelope.content_box())?;
    let Opened { handover, warning } =
        Handover::read(&content, None, envelope.header().ends_on, clock::today()).map_err(refused)?;
    let documents = &handover.draft.documents;
    let places = envelope.document_boxes(documents, source_bytes).map_err(refused)?;
    let folder = NewFolder::create(to)?;
    for ((described, place), row) in documents.iter().zip(places).zip(0..) {
        let bytes = open(place)?;
        check_document(described, bytes.len(), &hex::encode(sha256(&bytes))).map_err(refused)?;
        folder.write(&document(row, described), &bytes)?;
    }
    folder.write(APPLICATION, pretty(&handover.draft)?.as_bytes())?;
    folder.write(HANDOVER, pretty(&without_draft(&handover)?)?.as_bytes())?;
    folder.finish();

    // Nothing else of the content: a terminal might obey it.
    print(&format!("{}: {}\n", to.display(), handover.number.as_str()))?;
    let Some(fault) = warning else { return Ok(Exit::Valid) };
    eprintln!("check: {}", refused(fault));
    Ok(Exit::Invalid)
}

/// Reads the clear part of a file.
fn check_clear(start: &[u8], file_bytes: u64) -> Result<Envelope, Fault> {
    let received = ReceivedClear::read(start)?;
    let sum = sha256(&received.to_sum());
    received.checked(sum, file_bytes)
}

/// The file, read one box at a time.
struct Source {
    file: File,
    bytes: u64,
}

impl Source {
    fn open(path: &PathBuf) -> io::Result<Self> {
        let file = File::open(path)?;
        let bytes = file.metadata()?.len();
        Ok(Self { file, bytes })
    }

    fn start(&mut self) -> io::Result<Vec<u8>> {
        let mut start = Vec::new();
        self.file.by_ref().take(u64::try_from(MAX_CLEAR_BYTES).unwrap_or(u64::MAX)).read_to_end(&mut start)?;
        Ok(start)
    }

    fn read(&mut self, place: BoxPlace) -> io::Result<Vec<u8>> {
        let mut sealed = Vec::new();
        self.file.seek(SeekFrom::Start(place.start))?;
        self.file.by_ref().take(place.length).read_to_end(&mut sealed)?;
        Ok(sealed)
    }
}
