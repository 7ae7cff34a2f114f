//! PDFs: whether one opens without a password, and pictures of its pages. A module of its own does both; it is fetched when
//! the first PDF needs it, and each PDF gets an instance, whose memory goes with it.

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ImageData};

use super::image::{self, Drawn};
use super::script::{self, BoxFuture, JsError};
use crate::domain::redaction::Flaw;
use crate::domain::rules::Rule;

/// The number of pages of a PDF that only opens with a password: see `src/bin/pdf`.
const NEEDS_PASSWORD: f64 = -2.0;

/// Resolution of a page: small print stays legible.
const DOTS_PER_INCH: u32 = 200;

/// How long the browser may paint before a page is drawn, in milliseconds.
const PAINT_MS: u32 = 50;

#[wasm_bindgen]
extern "C" {
    /// The bundle has this function: `public/open-pdf.js`.
    #[wasm_bindgen(catch, js_name = openPdf)]
    fn open_pdf(file: &Blob) -> Result<Promise, JsValue>;
}

/// A PDF in an instance of the module.
pub(super) struct Pdf {
    instance: JsValue,
    pages: u32,
}

impl Pdf {
    /// Opens a PDF.
    ///
    /// # Errors
    /// `DocumentEncrypted` when it needs a password, `DocumentUnreadable` when it is damaged, and `DocumentNotDrawn` when the
    /// module cannot be loaded now.
    pub fn open(file: &Blob) -> BoxFuture<'_, Result<Self, Rule>> {
        Box::pin(async move {
            let opening = open_pdf(file).map_err(|_| Rule::DocumentNotDrawn)?;
            let instance = script::awaited(opening).await.map_err(|_| Rule::DocumentNotDrawn)?;
            match script::field::<JsValue>(&instance, "pages").and_then(|pages| pages.as_f64()) {
                Some(NEEDS_PASSWORD) => Err(Rule::DocumentEncrypted),
                Some(pages) if pages > 0.0 => Ok(Self { instance, pages: pages as u32 }),
                _ => Err(Rule::DocumentUnreadable),
            }
        })
    }

    /// How many pages it has: at least one.
    pub const fn pages(&self) -> u32 {
        self.pages
    }

    /// Draws a page, counted from 0, as a JPEG; one of its flaws may be that its text is incomplete.
    pub fn draw(&self, page: u32) -> BoxFuture<'_, Result<Drawn, Rule>> {
        Box::pin(async move {
            // So that the words that say so are seen meanwhile.
            TimeoutFuture::new(PAINT_MS).await;
            let picture = self.call("draw", page).map_err(|_| Rule::DocumentUnreadable)?;
            let picture: ImageData = picture.dyn_into().map_err(|_| Rule::DocumentUnreadable)?;
            let mut drawn = image::of_pixels(&picture).await?;
            if self.call("lacks_fonts", page).is_ok_and(|lacks| lacks.is_truthy()) {
                drawn.flaws.push(Flaw::MissingFonts);
            }
            Ok(drawn)
        })
    }

    fn call(&self, name: &str, page: u32) -> Result<JsValue, JsError> {
        let function = script::method(&self.instance, name).ok_or(JsError)?;
        Ok(function.call2(&JsValue::UNDEFINED, &page.into(), &DOTS_PER_INCH.into())?)
    }
}
