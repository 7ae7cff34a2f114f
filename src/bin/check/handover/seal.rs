//! `check handover seal`: seals a folder, as `check handover open` writes it, into a file.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use eherkenning_wizard::domain::draft::DocumentDraft;
use eherkenning_wizard::domain::handover::{
    Clear, DAYS, Fault, Handover, Header, MAX_CONTENT_BYTES, Passphrase, check_document,
};
use eherkenning_wizard::domain::scheme::{Date, Lang};
use serde_json::Value;

use super::asking::{made_up, passphrase};
use super::crypto::{Keys, random, sha256};
use super::explain::explain;
use super::folder::{APPLICATION, DRAFT, HANDOVER, document, must_be_new, write_private};
use crate::clock;
use crate::files::{Exit, Outcome, day, language, open, print, read};

#[derive(Args)]
pub struct Arguments {
    /// The folder, as `open` writes it.
    folder: PathBuf,
    /// The file to write, which must not exist.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// File with the passphrase. Without it the passphrase is read from the terminal or from standard input.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
    /// Makes up a passphrase and prints it, instead of asking for one.
    #[arg(long, conflicts_with = "passphrase_file")]
    print_passphrase: bool,
    /// Language of that passphrase, `nl` or `en`.
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "nl", requires = "print_passphrase")]
    lang: Lang,
    /// The last day on which the file counts, YYYY-MM-DD. Default: seven days from now.
    #[arg(long, value_name = "DATE", value_parser = day)]
    ends_on: Option<Date>,
}

/// Seals the folder.
pub fn run(arguments: &Arguments) -> Outcome {
    let Arguments { folder, out, passphrase_file, print_passphrase, lang, ends_on } = arguments;
    must_be_new(out)?;
    let handover = read_handover(folder)?;
    for (described, row) in handover.draft.documents.iter().zip(0..) {
        read_document(folder, row, described)?;
    }
    let words = if *print_passphrase { Some(made_up(*lang)?) } else { None };
    let passphrase = match &words {
        Some(words) => Passphrase::parse(words).map_err(explain)?,
        None => passphrase(passphrase_file.as_deref())?,
    };

    let ends_on = ends_on.unwrap_or_else(|| clock::today().add_days(DAYS));
    let header = Header { salt: random()?, nonce: random()?, ends_on };
    let keys = Keys::derive(&passphrase, &header.salt);
    let content = handover.to_json();
    let clear = Clear::new(header, keys.check, content.len()).map_err(explain)?;
    let sum = sha256(&clear.to_sum());
    let envelope = clear.summed(sum);
    write_private(out, |file| {
        let mut write = |bytes: &[u8]| file.write_all(bytes).map_err(|error| error.to_string());
        write(envelope.bytes())?;
        write(&keys.seal(&envelope, 0, content.as_bytes()).map_err(explain)?)?;
        for ((described, row), number) in handover.draft.documents.iter().zip(0..).zip(1..) {
            write(&keys.seal(&envelope, number, &read_document(folder, row, described)?).map_err(explain)?)?;
        }
        Ok(())
    })?;
    if let Some(words) = words {
        print(&format!("{words}\n"))?;
    }
    Ok(Exit::Valid)
}

/// Reads the content: `handover.json`, with `application.json` as its draft.
fn read_handover(folder: &Path) -> Result<Handover, String> {
    let read_json = |name: &str| {
        let file = folder.join(name);
        let bytes = read(&file, usize::try_from(MAX_CONTENT_BYTES).unwrap_or(usize::MAX))?;
        serde_json::from_slice::<Value>(&bytes).map_err(|error| format!("{}: {error}", file.display()))
    };
    let mut content = read_json(HANDOVER)?;
    if let Some(fields) = content.as_object_mut() {
        fields.insert(DRAFT.to_owned(), read_json(APPLICATION)?);
    }
    let today = clock::today();
    let opened = Handover::read(content.to_string().as_bytes(), None, today, today);
    opened.map(|opened| opened.handover).map_err(|_| format!("{}: this is not a handover", folder.display()))
}

/// Reads a document, which must be as the application describes it.
fn read_document(folder: &Path, row: usize, described: &DocumentDraft) -> Result<Vec<u8>, String> {
    let file = folder.join(document(row, described));
    let mut bytes = Vec::new();
    let limit = described.size_bytes.saturating_add(1);
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    open(&file)?.take(limit).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    let checked = check_document(described, bytes.len(), &hex::encode(sha256(&bytes)));
    checked.map_err(|_: Fault| failed(&"its size or digest is not that in application.json"))?;
    Ok(bytes)
}
