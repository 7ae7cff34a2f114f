//! Encryption at rest: each application has a data key of its own, which is sealed by the key of a file.
//!
//! `docs/encryption.md` describes the format. AES-256-GCM by the crate `aes-gcm`; every nonce is random, and every sealed text
//! is bound to the name of its file, so that no file can take the place of another.

use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead, Generate, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use axum::body::Bytes;
use object_store::Error;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::objects::failed;

/// The name of the file with the sealed data key, next to the application.
pub const DATA_KEY: &str = "data-key.json";

/// The end of the name of a sealed file.
pub const SEALED: &str = ".sealed";

/// The first bytes of a sealed file.
const MAGIC: &[u8] = b"EHS1";

/// The format of the file with the data key.
const FORMAT: &str = "eherkenning-sealed/1";

/// The option that names a file. Its value is not printed: somebody may give the key in place of a file.
const OPTION: &str = "--key-file";

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 12;

/// The keys from files. The first one seals, all of them open.
#[derive(Default)]
pub struct KeyRing {
    keys: Vec<FileKey>,
}

struct FileKey {
    id: String,
    cipher: Aes256Gcm,
}

/// The key of one application.
pub struct DataKey(Aes256Gcm);

/// A data key, sealed by the key of a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct SealedKey {
    format: String,
    /// Which key sealed it.
    key_id: String,
    /// Nonce and sealed key, hexadecimal.
    sealed: String,
}

impl KeyRing {
    /// Reads keys: files of 32 random bytes.
    ///
    /// # Errors
    /// That one of the files is none, as a sentence without its name.
    pub fn read(files: &[PathBuf]) -> Result<Self, String> {
        let keys = files.iter().map(|file| FileKey::read(file));
        Ok(Self { keys: keys.collect::<Result<_, _>>()? })
    }

    /// Whether new applications are sealed.
    pub fn seals(&self) -> bool {
        !self.keys.is_empty()
    }

    /// A new key for the application in a folder, and the same key sealed; `None` when there are no keys.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn new_data_key(&self, folder: &str) -> Result<Option<(DataKey, SealedKey)>, Error> {
        let Some(key) = self.keys.first() else { return Ok(None) };
        let bytes = <[u8; KEY_BYTES]>::try_generate().map_err(|_| failed("no randomness"))?;
        let sealed = seal(&key.cipher, &data_key_name(folder), &bytes)?;
        let sealed = SealedKey { format: FORMAT.to_owned(), key_id: key.id.clone(), sealed: hex::encode(sealed) };
        Ok(Some((DataKey::new(&bytes)?, sealed)))
    }

    /// Opens the key of the application in a folder.
    ///
    /// # Errors
    /// When the key that sealed it is not given, or it was changed.
    pub fn open(&self, folder: &str, sealed: &SealedKey) -> Result<DataKey, Error> {
        let Some(key) = self.keys.iter().find(|key| key.id == sealed.key_id) else {
            return Err(failed(&format!("{folder} is sealed by key {}: give its --key-file", sealed.key_id)));
        };
        let name = data_key_name(folder);
        let bytes = hex::decode(&sealed.sealed).ok().and_then(|bytes| open(&key.cipher, &name, &bytes));
        DataKey::new(&bytes.ok_or_else(|| damaged(&name))?)
    }
}

impl FileKey {
    fn read(file: &Path) -> Result<Self, String> {
        let bytes = std::fs::read(file).map_err(|error| format!("{OPTION}: {error}"))?;
        if bytes.len() != KEY_BYTES {
            return Err(format!("{OPTION}: expected {KEY_BYTES} random bytes, found {}", bytes.len()));
        }
        let cipher = Aes256Gcm::new_from_slice(&bytes).map_err(|error| format!("{OPTION}: {error}"))?;
        Ok(Self { id: key_id(&bytes), cipher })
    }
}

impl DataKey {
    fn new(bytes: &[u8]) -> Result<Self, Error> {
        Aes256Gcm::new_from_slice(bytes).map(Self).map_err(|_| failed("a data key has a wrong length"))
    }

    /// Seals a file.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn seal(&self, name: &str, bytes: &[u8]) -> Result<Bytes, Error> {
        let mut file = MAGIC.to_vec();
        file.extend(seal(&self.0, name, bytes)?);
        Ok(file.into())
    }

    /// Opens a sealed file.
    ///
    /// # Errors
    /// That it was changed.
    pub fn open(&self, name: &str, file: &[u8]) -> Result<Bytes, Error> {
        let opened = file.strip_prefix(MAGIC).and_then(|sealed| open(&self.0, name, sealed));
        opened.map(Bytes::from).ok_or_else(|| damaged(name))
    }
}

/// Identifies a key without giving it away.
fn key_id(key: &[u8]) -> String {
    let digest = Sha256::new().chain_update(FORMAT).chain_update(key).finalize();
    hex::encode(digest).chars().take(16).collect()
}

fn data_key_name(folder: &str) -> String {
    format!("{folder}/{DATA_KEY}")
}

/// A nonce, and the text sealed with it.
fn seal(cipher: &Aes256Gcm, name: &str, text: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = <[u8; NONCE_BYTES]>::try_generate().map_err(|_| failed("no randomness"))?;
    let payload = Payload { msg: text, aad: name.as_bytes() };
    let sealed = cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| failed("a file could not be sealed"))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(cipher: &Aes256Gcm, name: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: name.as_bytes() }).ok()
}

fn damaged(name: &str) -> Error {
    failed(&format!("{name} was changed: it cannot be opened"))
}
