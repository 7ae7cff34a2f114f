//! Signing by the specification of Standard Webhooks, with shared secrets.
//!
//! Source: <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The option that names the file. Its value is not printed: somebody may give the secret in place of a file.
const OPTION: &str = "--webhook-secret-file";

/// What secrets begin with.
const PREFIX: &str = "whsec_";

/// How long a secret may be, in bytes.
const MIN_BYTES: usize = 24;
const MAX_BYTES: usize = 64;

/// A secret that the receiver knows too.
pub struct Secret(Hmac<Sha256>);

impl Secret {
    /// Reads a file with a secret.
    ///
    /// # Errors
    /// What is wrong with the file, as a sentence without the secret.
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(file).map_err(|error| format!("{OPTION}: {error}"))?;
        let expected =
            || format!("{OPTION}: expected one line: {PREFIX}, and {MIN_BYTES} to {MAX_BYTES} bytes in base64");
        Self::parse(text.trim()).ok_or_else(expected)
    }

    /// Parses a secret; `None` when it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = STANDARD.decode(text.strip_prefix(PREFIX)?).ok()?;
        let bytes = Some(bytes).filter(|bytes| (MIN_BYTES..=MAX_BYTES).contains(&bytes.len()))?;
        Hmac::new_from_slice(&bytes).ok().map(Self)
    }

    /// The signature of a message that is sent now.
    pub fn sign(&self, id: &str, unix_seconds: u64, body: &str) -> String {
        let mut signature = self.0.clone();
        signature.update(format!("{id}.{unix_seconds}.{body}").as_bytes());
        format!("v1,{}", STANDARD.encode(signature.finalize().into_bytes()))
    }
}
