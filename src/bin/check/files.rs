//! Reading files and standard input, printing, and how the program ends.

use std::fmt::Display;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use eherkenning_wizard::domain::verdict::{Fault, Unreadable, Verdict};
use serde::Serialize;

/// How a command ends; an error is a sentence about what kept it from its work.
pub type Done = Result<Ended, String>;

/// What the exit code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Nothing is wrong.
    Right,
    /// Rules do not hold.
    Wrong,
    /// What came in cannot be read.
    Unread,
}

/// The bytes of a file, or of standard input for `-`; never more than one above `most`.
///
/// # Errors
/// Why it cannot be read.
pub fn read(file: &Path, most: usize) -> Result<Vec<u8>, String> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = match file.to_str() {
        Some("-") => io::stdin().lock().take(most).read_to_end(&mut bytes),
        _ => fs::File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes)),
    };
    read.map(|_| bytes).map_err(|error| about(file, &error))
}

/// Tells why a file of a supplier is refused: what can be read but not worked with is wrong, the rest is unread.
///
/// # Errors
/// When nothing can be printed.
pub fn refuse(unreadable: Unreadable, json: bool) -> Done {
    let ended = match unreadable.fault {
        Fault::Syntax | Fault::TooLarge | Fault::Depth => Ended::Unread,
        _ => Ended::Wrong,
    };
    match json {
        true => print(&(Verdict::Unreadable(unreadable).print() + "\n"))?,
        false => print(&format!("{unreadable}\n"))?,
    }
    Ok(ended)
}

/// JSON with indentation.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn pretty(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// Prints to standard output.
///
/// # Errors
/// When it is closed.
pub fn print(text: &str) -> Result<(), String> {
    io::stdout().lock().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

/// Writes a file.
///
/// # Errors
/// Why that cannot be done.
pub fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| about(file, &error))
}

/// Puts a file in the place of another, so that whoever reads it sees the old one or the new one as a whole.
///
/// # Errors
/// Why that cannot be done.
pub fn replace(file: &Path, text: &str) -> Result<(), String> {
    let mut fresh = file.as_os_str().to_owned();
    fresh.push(".new");
    let fresh = Path::new(&fresh);
    write(fresh, text)?;
    fs::rename(fresh, file).map_err(|error| about(file, &error))
}

/// Reads a file piece by piece, or standard input for `-`.
///
/// # Errors
/// Why it cannot be read.
pub fn open(file: &Path) -> Result<Box<dyn BufRead>, String> {
    match file.to_str() {
        Some("-") => Ok(Box::new(io::stdin().lock())),
        _ => fs::File::open(file)
            .map(|file| Box::new(BufReader::new(file)) as Box<dyn BufRead>)
            .map_err(|error| about(file, &error)),
    }
}

fn about(file: &Path, error: &dyn Display) -> String {
    format!("{}: {error}", file.display())
}
