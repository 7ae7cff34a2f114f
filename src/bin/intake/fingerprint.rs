//! The digest of an application and its documents, by which two of them are told apart.

use sha2::{Digest, Sha256};

/// Identifies exactly these bytes: a digest of the application and of the digests of its documents, in the order of their
/// ids.
pub fn fingerprint<'a>(application: &[u8], documents: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut digest = Sha256::new();
    digest.update(Sha256::digest(application));
    for (id, sha256) in documents {
        digest.update(format!("{id} {sha256}\n"));
    }
    hex::encode(digest.finalize())
}
