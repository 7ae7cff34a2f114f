//! A file that was made to be handed over or kept.

use super::host::SealedFile;
use crate::domain::handover::Party;

/// A file that was made, and what opens it.
#[derive(Clone)]
pub struct Made {
    /// The file.
    pub file: SealedFile,
    /// Its words, to be shown once.
    pub passphrase: String,
    /// Who gets it; `None` if it is for whoever made it.
    pub receiver: Option<Party>,
}
