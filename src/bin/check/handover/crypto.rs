//! The cryptography of handovers, by the crates of RustCrypto.

use aes_gcm::aead::{Aead, Generate, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use eherkenning_wizard::domain::handover::{CHECK_BYTES, CHECK_INFO, Envelope, Fault, KEY_INFO, Passphrase, ROUNDS};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};

/// What follows from a passphrase and the salt of a file.
pub struct Keys {
    /// The key check.
    pub check: [u8; CHECK_BYTES],
    cipher: Aes256Gcm,
}

impl Keys {
    /// Derives them, which takes about a second.
    pub fn derive(passphrase: &Passphrase, salt: &[u8]) -> Self {
        let mut secret = [0; 32];
        pbkdf2::pbkdf2_hmac::<Sha256>(passphrase.as_str().as_bytes(), salt, ROUNDS, &mut secret);
        let expander = Hkdf::<Sha256>::new(None, &secret);
        Self { check: expand(&expander, CHECK_INFO), cipher: Aes256Gcm::new(&expand::<32>(&expander, KEY_INFO).into()) }
    }

    /// Seals a box.
    ///
    /// # Errors
    /// `TooLarge`, far above every limit of ours.
    pub fn seal(&self, envelope: &Envelope, number: u32, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
        let payload = Payload { msg: bytes, aad: envelope.bytes() };
        self.cipher.encrypt(&Nonce::from(envelope.nonce(number)), payload).map_err(|_| Fault::TooLarge)
    }

    /// Opens a box.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn open(&self, envelope: &Envelope, number: u32, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let payload = Payload { msg: sealed, aad: envelope.bytes() };
        self.cipher.decrypt(&Nonce::from(envelope.nonce(number)), payload).map_err(|_| Fault::Damaged)
    }
}

/// The SHA-256 digest.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Random bytes.
///
/// # Errors
/// When there is no randomness, as a sentence.
pub fn random<const N: usize>() -> Result<[u8; N], String> {
    <[u8; N]>::try_generate().map_err(|_| "there is no randomness".to_owned())
}

fn expand<const N: usize>(expander: &Hkdf<Sha256>, info: &str) -> [u8; N] {
    let mut bytes = [0; N];
    // Cannot fail: it only does for more than 8,160 bytes.
    let _ = expander.expand(info.as_bytes(), &mut bytes);
    bytes
}
