//! Signatures of something else than what was sent.

use sha2::{Digest, Sha256};

use crate::domain::application::{Application, Facts, Requirements, SignedApplication};
use crate::domain::draft::Draft;
use crate::domain::rules::Issues;
use crate::domain::scheme::hexadecimal;

/// An issue for each signature whose digest is not that of what is signed. There is none while other rules about what is
/// signed are broken: their issues come first.
pub(super) fn outdated(draft: &Draft, facts: &Facts) -> Issues {
    if draft.signatures.iter().all(|signature| signature.digest.is_empty()) {
        return Issues::default();
    }
    let digest = Application::what_is_signed(draft, facts).map(|signed| hexadecimal(&Sha256::digest(signed)));
    let outdated = |digest: String| SignedApplication::outdated(draft, &Requirements::of(draft, facts), &digest);
    digest.map(outdated).unwrap_or_default()
}
