//! PDFs: whether one opens without a password, and pictures of its pages. A module of its own does both; it is fetched when
//! the first PDF needs it, and each PDF gets an instance, whose memory goes with it.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Promise, Uint8Array, Uint8ClampedArray, WebAssembly};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, ImageData, Response};

use super::image::{self, Drawn};
use super::script::{self, BoxFuture, JsError};
use crate::domain::redaction::Flaw;
use crate::domain::rules::Rule;

/// Result of `open` for a PDF that only opens with a password: see `src/bin/pdf`.
const NEEDS_PASSWORD: i32 = -2;

/// Resolution of a page: small print stays legible.
const DOTS_PER_INCH: u32 = 200;

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

    /// How many pages it has: at least one.
    pub const fn pages(&self) -> u32 {
        self.pages
    }

    /// Draws a page, counted from 0, as a JPEG; one of its flaws may be that its text is incomplete.
    pub fn draw(&self, page: u32) -> BoxFuture<'_, Result<Drawn, Rule>> {
        Box::pin(async move {
            // So that the words that say so are seen meanwhile.
            TimeoutFuture::new(PAINT_MS).await;
            let picture = self.pixels(page).map_err(|_| Rule::DocumentUnreadable)?;
            let mut drawn = image::of_pixels(&picture).await?;
            if self.call("lacks_fonts", &[]) == Ok(1) {
                drawn.flaws.push(Flaw::MissingFonts);
            }
            Ok(drawn)
        })
    }

    fn pixels(&self, page: u32) -> Result<ImageData, JsError> {
        if self.call("draw", &[page, DOTS_PER_INCH])? != 0 {
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
