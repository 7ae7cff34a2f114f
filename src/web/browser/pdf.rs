//! PDFs: whether one opens without a password, and pictures of its pages. A module of its own does both; it is fetched when
//! the first PDF needs it, and each PDF gets an instance, whose memory goes with it.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Promise, Uint8Array, Uint8ClampedArray, WebAssembly};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ImageData, Response};

use super::files::Files;
use super::image::{self, Drawn};
use super::script::{self, BoxFuture, JsError};
use super::{clock, file_upload};
use crate::domain::redaction::{Flaw, RawScan};
use crate::domain::rules::Rule;
use crate::web::wizard::{Pages, Photo, Refusal, Task};

/// Result of `open` for a PDF that only opens with a password: see `src/bin/pdf`.
const NEEDS_PASSWORD: i32 = -2;

/// How long the browser may paint before a page is drawn, in milliseconds.
const PAINT_MS: u32 = 50;

#[wasm_bindgen]
extern "C" {
    /// Fetches a module of this wizard. The bundle has a function of this name that checks its digest: `public/fetch-module.js`.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn fetch_module(address: &str) -> Result<Promise, JsValue>;
}

/// A PDF in an instance of the module.
pub(super) struct Pdf {
    exports: Object,
    pages: u32,
}

impl Pdf {
    /// Opens a PDF; `module` is the address of the module.
    ///
    /// # Errors
    /// `DocumentEncrypted` when it needs a password, `DocumentUnreadable` when it is damaged, and `DocumentNotDrawn` when the
    /// module cannot be loaded now.
    pub fn open<'a>(module: &'a str, file: &'a Blob) -> BoxFuture<'a, Result<Self, Rule>> {
        Box::pin(async move {
            let exports = instance(module).await.map_err(|_| Rule::DocumentNotDrawn)?;
            let bytes = script::bytes(file).await.map_err(|_| Rule::DocumentGone)?;
            match opened(&exports, &Uint8Array::new(&bytes)) {
                Ok(NEEDS_PASSWORD) => Err(Rule::DocumentEncrypted),
                Ok(pages @ 1..) => Ok(Self { exports, pages: pages.unsigned_abs() }),
                // A file that asks for too much work or memory ends its instance.
                _ => Err(Rule::DocumentUnreadable),
            }
        })
    }

    /// Draws a page, counted from 0, as a JPEG; and whether its text may be incomplete.
    async fn draw(&self, page: u32, dots_per_inch: u32) -> Result<Drawn, Rule> {
        // So that the words that say so are seen meanwhile.
        TimeoutFuture::new(PAINT_MS).await;
        let picture = self.pixels(page, dots_per_inch).map_err(|_| Rule::DocumentUnreadable)?;
        let mut drawn = image::of_pixels(&picture).await?;
        if self.call("lacks_fonts", &[]) == Ok(1) {
            drawn.flaws.push(Flaw::MissingFonts);
        }
        Ok(drawn)
    }

    fn pixels(&self, page: u32, dots_per_inch: u32) -> Result<ImageData, JsError> {
        if self.call("draw", &[page, dots_per_inch])? != 0 {
            return Err(JsError);
        }
        let [address, width, height] = ["pixels", "width", "height"].map(|name| self.call(name, &[]));
        let [address, width, height] = [address?, width?, height?].map(i32::cast_unsigned);
        let memory = memory(&self.exports)?;
        let length = width.checked_mul(height).and_then(|count| count.checked_mul(4)).ok_or(JsError)?;
        let pixels = Uint8ClampedArray::new_with_byte_offset_and_length(&memory, address, length);
        Ok(ImageData::new_with_js_u8_clamped_array_and_sh(&pixels, width, height)?)
    }

    fn call(&self, name: &str, given: &[u32]) -> Result<i32, JsError> {
        call(&self.exports, name, given)
    }
}

/// A new instance of the module: its exports.
async fn instance(module: &str) -> Result<Object, JsError> {
    let response: Response = script::settled(fetch_module(module)?).await?;
    if !response.ok() {
        return Err(JsError);
    }
    let bytes = script::awaited(response.array_buffer()?).await?;
    let module = script::settled(WebAssembly::compile(&bytes)).await?;
    let nothing: Object = script::options(&[]);
    let instance: WebAssembly::Instance = script::settled(WebAssembly::instantiate_module(&module, &nothing)).await?;
    Ok(instance.exports())
}

fn opened(exports: &Object, bytes: &Uint8Array) -> Result<i32, JsError> {
    let length = bytes.length();
    let address = call(exports, "reserve", &[length])?.cast_unsigned();
    if address == 0 {
        return Err(JsError);
    }
    Uint8Array::new_with_byte_offset_and_length(&memory(exports)?, address, length).set(bytes, 0);
    call(exports, "open", &[length])
}

fn memory(exports: &Object) -> Result<JsValue, JsError> {
    Ok(script::field::<WebAssembly::Memory>(exports, "memory").ok_or(JsError)?.buffer())
}

fn call(exports: &Object, name: &str, given: &[u32]) -> Result<i32, JsError> {
    let given = given.iter().map(|number| JsValue::from(*number)).collect();
    let result = script::method(exports, name).ok_or(JsError)?.apply(&JsValue::UNDEFINED, &given)?;
    // WebAssembly returns a whole number of 32 bits.
    result.as_f64().map(|number| number as i32).ok_or(JsError)
}

/// The pages of a copy of an identity document, for the applicant to choose.
pub(super) struct PdfPages {
    pdf: Rc<Pdf>,
    files: Rc<Files>,
    file_name: String,
}

impl PdfPages {
    pub fn new(pdf: Pdf, files: Rc<Files>, file_name: String) -> Self {
        Self { pdf: Rc::new(pdf), files, file_name }
    }
}

impl Pages for PdfPages {
    fn count(&self) -> u32 {
        self.pdf.pages
    }

    fn draw(&self, page: u32, dots_per_inch: u32) -> Task<Result<RawScan<Photo>, Refusal>> {
        let (pdf, files, file_name) = (Rc::clone(&self.pdf), Rc::clone(&self.files), self.file_name.clone());
        Box::pin(async move {
            let Drawn { blob, flaws } = pdf.draw(page, dots_per_inch).await.map_err(|rule| (rule, String::new()))?;
            let id = clock::new_id();
            let address = files.hold(&id, blob).ok_or_else(file_upload::not_drawn)?;
            Ok(RawScan::new(Photo { id, address, file_name, flaws }))
        })
    }
}
