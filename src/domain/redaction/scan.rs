//! The copy of an identity document, before and after covering.

use super::{ConfirmedLayout, Layout};

/// A copy as the applicant chose it; `T` holds its pixels. It cannot be serialised, so it never leaves the browser.
#[derive(Debug)]
pub struct RawScan<T> {
    image: T,
}

/// A copy redrawn without metadata, in a frame and with masks in which the applicant confirmed every required zone.
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

    /// The only way to make a redacted scan: redraws the copy in the layout that the applicant confirmed.
    ///
    /// `None` when `draw` fails.
    pub fn redact<R>(
        &self,
        confirmed: ConfirmedLayout<'_>,
        draw: impl FnOnce(&T, &Layout) -> Option<R>,
    ) -> Option<RedactedScan<R>> {
        draw(&self.image, confirmed.layout()).map(|image| RedactedScan { image })
    }
}

impl<T> RedactedScan<T> {
    /// The image that goes into the application.
    pub fn into_image(self) -> T {
        self.image
    }
}
