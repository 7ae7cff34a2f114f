//! A copy before and after it is covered.

use super::{Mask, Redaction};

/// A copy as it was chosen; `T` is where its pixels are. It cannot be written anywhere.
#[derive(Debug)]
pub struct RawScan<T> {
    image: T,
}

/// A copy of which the applicant confirmed every demanded zone, drawn anew with its masks and without metadata.
#[derive(Debug)]
pub struct RedactedScan<T> {
    image: T,
}

impl<T> RawScan<T> {
    /// A copy as it was chosen.
    pub const fn new(image: T) -> Self {
        Self { image }
    }

    /// What the applicant looks at while covering.
    pub const fn image(&self) -> &T {
        &self.image
    }

    /// The only way to a redacted scan: every demanded zone is confirmed, and the copy is drawn anew with these masks.
    ///
    /// Nothing when a zone is still open, or when it cannot be drawn.
    pub fn redact<R>(
        &self,
        redaction: &Redaction,
        draw: impl FnOnce(&T, &[Mask]) -> Option<R>,
    ) -> Option<RedactedScan<R>> {
        if !redaction.open().is_empty() {
            return None;
        }
        draw(&self.image, redaction.masks()).map(|image| RedactedScan { image })
    }
}

impl<T> RedactedScan<T> {
    /// The image that goes into the application.
    pub fn into_image(self) -> T {
        self.image
    }
}
