//! The list of an exported application's files, by which anyone can check that they are complete and unchanged.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The format of a manifest.
const FORMAT: &str = "eherkenning-export/1";

/// The list of files.
#[derive(PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    /// The id of the application.
    pub key: String,
    /// The number that people quote.
    pub reference: String,
    /// All files but this one, by name.
    pub files: Vec<ListedFile>,
}

/// One file.
#[derive(PartialEq, Serialize, Deserialize)]
pub struct ListedFile {
    /// Its name, below the folder of the application.
    pub name: String,
    /// How large it is.
    pub size_bytes: usize,
    /// The SHA-256 digest of its content, hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// The manifest of these files.
    pub fn of(key: &str, reference: &str, files: &[(String, Vec<u8>)]) -> Self {
        let mut files: Vec<ListedFile> = files.iter().map(|(name, bytes)| ListedFile::of(name, bytes)).collect();
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Self { format: FORMAT.to_owned(), key: key.to_owned(), reference: reference.to_owned(), files }
    }
}

impl ListedFile {
    /// The facts of a file.
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), size_bytes: bytes.len(), sha256: hex::encode(Sha256::digest(bytes)) }
    }
}
