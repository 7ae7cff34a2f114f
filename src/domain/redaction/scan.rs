//! The copy of an identity document, before and after covering.

use super::{Mask, Redaction};

/// A copy as the applicant chose it; `T` holds its pixels. It cannot be serialised, so it never leaves the browser.
#[derive(Debug)]
pub struct RawScan<T> {
    image: T,
}

/// A copy redrawn with its masks and without metadata, after the applicant confirmed every required zone.
#[derive(Debug)]
pub struct RedactedScan<T> {
    image: T,
}

impl<T> RawScan<T> {
    /// Wraps a copy as it was chosen.
    pub const fn new(image: T) -> Self {
        Self { image }
    }

    /// The image that the applicant sees while covering it.
    pub const fn image(&self) -> &T {
        &self.image
    }

    /// The only way to make a redacted scan: redraws the copy with the masks.
    ///
    /// `None` when a required zone is not confirmed, or when `draw` fails.
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
