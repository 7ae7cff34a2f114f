//! What a command prints, and how it ends.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use object_store::Error;
use serde::Serialize;

use crate::store::Store;
use crate::store::existing::check_folder;
use crate::store::sealing::KeyRing;

/// How a command ended. The third way is an error: it could not be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything is done, and nothing is wrong.
    Done,
    /// Something was found that is wrong, or was left undone.
    Incomplete,
}

/// Which store an operator works on.
#[derive(clap::Args)]
pub struct Place {
    /// Where applications are stored: a folder, or a URL such as s3://bucket/folder (credentials from AWS_… variables).
    #[arg(long, value_name = "FOLDER|URL", default_value = "./applications")]
    store: String,
    /// File with a key by which applications are sealed; repeatable. Only for reading applications.
    #[arg(long, value_name = "FILE")]
    key_file: Vec<PathBuf>,
}

impl Place {
    /// Opens the store, which exists.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(&self) -> Result<Store, String> {
        let store = Store::open_existing(&self.store, KeyRing::read(&self.key_file)?)?;
        store.folder().map_or(Ok(()), check_folder)?;
        Ok(store)
    }
}

/// Prints a line. A reader that has seen enough, such as `head`, is no error.
///
/// # Errors
/// When it cannot be written.
pub fn line(text: impl Display) -> Result<(), String> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// Prints a value as one line of JSON.
///
/// # Errors
/// When it cannot be written.
pub fn json_line(value: &impl Serialize) -> Result<(), String> {
    line(serde_json::to_string(value).map_err(|error| error.to_string())?)
}

/// Prints what is wrong.
pub fn complain(message: impl Display) {
    // When even that fails, the exit code is left.
    let _ = writeln!(io::stderr(), "intake: {message}");
}

/// Prints the keys that cannot be read.
pub fn complain_about(unreadable: &[(String, Error)]) -> Exit {
    for (key, error) in unreadable {
        complain(format!("{key}: {}", explain(error)));
    }
    if unreadable.is_empty() { Exit::Done } else { Exit::Incomplete }
}

/// Says why the store failed.
pub fn unavailable(error: Error) -> String {
    explain(&error)
}

/// What we found ourselves, or what the library says of the store.
pub fn explain(error: &Error) -> String {
    match error {
        Error::Generic { store: "intake", source } => source.to_string(),
        error => format!("the store cannot be used: {error}"),
    }
}

/// Parses a reason or a name: one short line.
///
/// # Errors
/// That it is not one, as a sentence.
pub fn parse_words(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let is_short = !text.is_empty() && text.chars().count() <= 100 && !text.chars().any(char::is_control);
    if is_short { Ok(text.to_owned()) } else { Err("expected one line of at most 100 characters") }
}
