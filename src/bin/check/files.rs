//! Reading files, standard input and arguments, printing, and exit codes.

use std::fmt::Display;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use eherkenning_wizard::domain::scheme::{Date, Lang};
use eherkenning_wizard::domain::verdict::{Fault, Unreadable, Verdict};
use serde::Serialize;

/// How a command ends; the error is a sentence for standard error.
pub type Outcome = Result<Exit, String>;

/// What the exit code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// No rule is broken.
    Valid,
    /// Rules are broken.
    Invalid,
    /// The input cannot be read.
    Unreadable,
}

/// Reads a file, or standard input for `-`, up to one byte beyond `max_bytes`, so that the caller can tell when it is
/// too large.
///
/// # Errors
/// Why the file cannot be read.
pub fn read(file: &Path, max_bytes: usize) -> Result<Vec<u8>, String> {
    let limit = u64::try_from(max_bytes).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = match file.to_str() {
        Some("-") => io::stdin().lock().take(limit).read_to_end(&mut bytes),
        _ => fs::File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
    };
    read.map(|_| bytes).map_err(|error| with_path(file, &error))
}

/// Prints why an offer or catalogue is refused. It is unreadable when it is not JSON within bounds, otherwise invalid.
///
/// # Errors
/// When standard output is closed.
pub fn print_unreadable(unreadable: Unreadable, json: bool) -> Outcome {
    let exit = match unreadable.fault {
        Fault::Syntax | Fault::TooLarge | Fault::Depth => Exit::Unreadable,
        _ => Exit::Invalid,
    };
    let text = if json { Verdict::Unreadable(unreadable).print() } else { unreadable.to_string() };
    print(&(text + "\n"))?;
    Ok(exit)
}

/// Formats a value as indented JSON.
///
/// # Errors
/// When it cannot be serialized.
pub fn pretty(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// Prints to standard output.
///
/// # Errors
/// When standard output is closed.
pub fn print(text: &str) -> Result<(), String> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

/// Writes a file.
///
/// # Errors
/// Why the file cannot be written.
pub fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| with_path(file, &error))
}

/// Replaces a file atomically: readers see the old content or the new, never half of it.
///
/// # Errors
/// Why the file cannot be replaced.
pub fn replace(file: &Path, text: &str) -> Result<(), String> {
    let mut temporary = file.as_os_str().to_owned();
    temporary.push(".new");
    let temporary = Path::new(&temporary);
    write(temporary, text)?;
    fs::rename(temporary, file).map_err(|error| with_path(file, &error))
}

/// Opens a file, or standard input for `-`, to read it as a stream.
///
/// # Errors
/// Why the file cannot be opened.
pub fn open(file: &Path) -> Result<Box<dyn BufRead>, String> {
    match file.to_str() {
        Some("-") => Ok(Box::new(io::stdin().lock())),
        _ => fs::File::open(file)
            .map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead>)
            .map_err(|error| with_path(file, &error)),
    }
}

/// Parses the code of a language.
///
/// # Errors
/// What is expected.
pub fn language(code: &str) -> Result<Lang, &'static str> {
    Lang::from_code(code).ok_or("expected nl or en")
}

/// Parses a day.
///
/// # Errors
/// What is expected.
pub fn day(text: &str) -> Result<Date, &'static str> {
    Date::parse_iso(text).map_err(|_| "expected a day as YYYY-MM-DD")
}

fn with_path(file: &Path, error: &dyn Display) -> String {
    format!("{}: {error}", file.display())
}
