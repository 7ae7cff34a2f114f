//! Redraws an image, so that only its pixels are sent, without metadata.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, ImageBitmapOptions, ImageData,
};

use super::image_header::{self, Jpeg};
use super::script::{self, BoxFuture, JsError};
use crate::domain::redaction::{Flaw, TILE, TILES, flaws};
use crate::domain::rules::Rule;
use crate::domain::scheme::{MediaType, jpeg_without_notes};
use crate::web::wizard::Refusal;

/// Maximum number of pixels to decode. What phones sell as 64 megapixels is up to 64.5 million.
const MAX_PIXELS: u64 = 65_000_000;
/// JPEG quality of images that are drawn once more before they are sent.
pub(super) const FINE_QUALITY: f64 = 0.92;
/// Timeout for one image, in milliseconds.
const TIMEOUT_MS: u32 = 10_000;
/// How many rows are drawn at a time: few enough for a slow phone to respond to the applicant in between.
const BAND: f64 = 128.0;
/// How much of a JPEG is read at a time, in bytes.
const PIECE: u32 = 64 * 1024;
/// How many pieces of a JPEG are read at most to find its size.
const PIECES: usize = 64;

/// An image that was redrawn.
pub(super) struct Drawn {
    /// A JPEG.
    pub blob: Blob,
    /// Flaws that may make it hard to read.
    pub flaws: Vec<Flaw>,
}

/// Draws an image upright and on white, as JPEG; `head` is the beginning of its file, `max_side` limits its longer
/// side.
///
/// If that fails it is tried once more at half the size, because phones have little memory and small canvases.
pub(super) async fn redrawn(
    blob: &Blob,
    media_type: Option<MediaType>,
    head: &[u8],
    [max_side, min_side]: [u32; 2],
    quality: f64,
) -> Result<Drawn, Refusal> {
    let size = match media_type {
        Some(MediaType::Jpeg) => jpeg_size(blob, head).await,
        Some(MediaType::Png) => image_header::png(head),
        Some(MediaType::Pdf) => None,
        None => image_header::heic(head),
    };
    let refused = |rule| (rule, String::new());
    let (width, height) = size.ok_or_else(|| refused(Rule::DocumentUnreadable))?;
    let longest = width.max(height);
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(refused(Rule::DocumentTooManyPixels));
    }
    if longest < min_side {
        return Err((Rule::DocumentTooSmall, min_side.to_string()));
    }
    let mut rule = Rule::DocumentUnreadable;
    for (side, smaller) in [(max_side, None), (max_side / 2, Some(max_side / 2))] {
        let trying = attempt(blob, side.max(min_side), smaller, quality);
        match script::within(TIMEOUT_MS, Box::pin(trying)).await.unwrap_or(Err(Rule::DocumentNotDrawn)) {
            Ok(mut drawn) => {
                if longest < min_side * 2 {
                    drawn.flaws.push(Flaw::FewPixels);
                }
                return Ok(drawn);
            }
            // Once the image could be opened, it is not called unreadable.
            Err(failed) if failed != Rule::DocumentUnreadable => rule = failed,
            Err(_) => {}
        }
    }
    Err(refused(rule))
}

/// One attempt; `smaller` makes the browser decode the image at that width.
async fn attempt(blob: &Blob, side: u32, smaller: Option<u32>, quality: f64) -> Result<Drawn, Rule> {
    let bitmap = decoded(blob, smaller).await.map_err(|_| Rule::DocumentUnreadable)?;
    let drawn = drawn(&bitmap, side).await;
    bitmap.close();
    finished(&drawn.map_err(|_| Rule::DocumentNotDrawn)?, quality).await
}

/// The JPEG of a drawing, which is erased.
async fn finished(canvas: &HtmlCanvasElement, quality: f64) -> Result<Drawn, Rule> {
    let flaws = sample(canvas).map(|sample| flaws(&sample)).unwrap_or_default();
    let blob = encoded(canvas, "image/jpeg", Some(quality)).await;
    // Frees the memory at once.
    canvas.set_width(0);
    Ok(Drawn { blob: blob.map_err(|_| Rule::DocumentNotDrawn)?, flaws })
}

/// The JPEG of an image that is drawn once more before it is sent.
pub(super) async fn of_pixels(picture: &ImageData) -> Result<Drawn, Rule> {
    let canvas =
        blank(f64::from(picture.width()), f64::from(picture.height()), "#fff").and_then(|(canvas, context)| {
            context.put_image_data(picture, 0.0, 0.0)?;
            Ok(canvas)
        });
    finished(&canvas.map_err(|_| Rule::DocumentNotDrawn)?, FINE_QUALITY).await
}

/// Tiles from all parts of an image, at full size, in one square: see [`flaws`].
fn sample(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let (tile, tiles) = (f64::from(u32::try_from(TILE).ok()?), u32::try_from(TILES).ok()?);
    let side = tile * f64::from(tiles);
    let (_, context) = blank(side, side, "#fff").ok()?;
    let step = |length: u32| (f64::from(length) - tile).max(0.0) / f64::from(tiles - 1);
    let (across, down) = (step(canvas.width()), step(canvas.height()));
    for at in 0..tiles * tiles {
        let (column, row) = (f64::from(at % tiles), f64::from(at / tiles));
        // The pixels are copied unchanged: `from` is a whole number.
        let from = [(column * across).floor(), (row * down).floor()];
        let to = [column * tile, row * tile];
        copy_tile(&context, canvas, from, to, tile).ok()?;
    }
    pixels(&context, side)
}

fn copy_tile(
    context: &CanvasRenderingContext2d,
    canvas: &HtmlCanvasElement,
    [left, top]: [f64; 2],
    [x, y]: [f64; 2],
    side: f64,
) -> Result<(), JsError> {
    let copied = context.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
        canvas, left, top, side, side, x, y, side, side,
    );
    Ok(copied?)
}

/// The pixels of a square in the upper left corner: red, green, blue and opacity.
fn pixels(context: &CanvasRenderingContext2d, side: f64) -> Option<Vec<u8>> {
    let data = context.get_image_data(0.0, 0.0, side, side).ok()?;
    script::field::<Uint8Array>(&data, "data").map(|bytes| Uint8Array::new(&bytes).to_vec())
}

/// The content of a canvas as a file.
pub(super) fn encoded<'a>(
    canvas: &'a HtmlCanvasElement,
    media_type: &'a str,
    quality: Option<f64>,
) -> BoxFuture<'a, Result<Blob, JsError>> {
    Box::pin(encoding(canvas, media_type, quality))
}

async fn encoding(canvas: &HtmlCanvasElement, media_type: &str, quality: Option<f64>) -> Result<Blob, JsError> {
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsError)?.unchecked_into();
    // All our drawings are opaque. A canvas beyond a limit of the browser stays transparent, and its file is black.
    if pixels(&context, 1.0).is_none_or(|pixel| pixel.last() == Some(&0)) {
        return Err(JsError);
    }
    let quality = quality.map_or(JsValue::UNDEFINED, JsValue::from);
    let encoding = script::called(|done, failed| {
        if canvas.to_blob_with_type_and_encoder_options(&done, media_type, &quality).is_err() {
            failed.call0(&JsValue::UNDEFINED).ok();
        }
    });
    let value = script::within(TIMEOUT_MS, script::awaited(encoding)).await.ok_or(JsError)??;
    // `null` for a canvas that cannot be encoded, PNG for a type that the browser does not write.
    let blob: Blob = value.dyn_into()?;
    if blob.size() <= 0.0 || blob.type_() != media_type {
        return Err(JsError);
    }
    if quality.is_undefined() { Ok(blob) } else { without_notes(&blob).await }
}

/// A JPEG without the metadata that browsers add, such as a colour profile.
async fn without_notes(jpeg: &Blob) -> Result<Blob, JsError> {
    let head = script::part(jpeg, 0.0, f64::from(PIECE)).await?;
    let size = usize::try_from(script::count(jpeg.size())).map_err(|_| JsError)?;
    let parts = Array::new();
    for (from, to) in jpeg_without_notes(&head, size).ok_or(JsError)? {
        let edge = |at: usize| u32::try_from(at).map(f64::from).map_err(|_| JsError);
        parts.push(&jpeg.slice_with_f64_and_f64(edge(from)?, edge(to)?)?.into());
    }
    let bag: BlobPropertyBag = script::options(&[("type", "image/jpeg".into())]);
    Ok(Blob::new_with_blob_sequence_and_options(&parts, &bag)?)
}

async fn jpeg_size(blob: &Blob, head: &[u8]) -> Option<(u32, u32)> {
    let mut piece = head.to_vec();
    let mut from = 0.0;
    for _ in 0..PIECES {
        match image_header::jpeg(&piece) {
            Jpeg::Size(width, height) => return Some((width, height)),
            Jpeg::Broken => return None,
            Jpeg::Further(at) => from += f64::from(u32::try_from(at).ok()?),
        }
        piece = script::part(blob, from, from + f64::from(PIECE)).await.ok()?;
    }
    None
}

async fn decoded(blob: &Blob, width: Option<u32>) -> Result<ImageBitmap, JsError> {
    let window = web_sys::window().ok_or(JsError)?;
    let options: ImageBitmapOptions = script::options(&[("imageOrientation", "from-image".into())]);
    if let Some(width) = width {
        script::set(&options, "resizeWidth", &width.into());
    }
    script::settled(window.create_image_bitmap_with_blob_and_image_bitmap_options(blob, &options)?).await
}

async fn drawn(bitmap: &ImageBitmap, max_side: u32) -> Result<HtmlCanvasElement, JsError> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (f64::from(max_side) / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let (canvas, context) = blank(width, height, "#fff")?;
    if !is_honest() {
        return Err(JsError);
    }
    script::set(&context, "imageSmoothingQuality", &"high".into());
    let mut top = 0.0;
    while top < height {
        context.save();
        context.begin_path();
        context.rect(0.0, top, width, BAND);
        context.clip();
        context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
        context.restore();
        // A browser may postpone drawing until a pixel is read.
        context.get_image_data(0.0, top, 1.0, 1.0)?;
        TimeoutFuture::new(0).await;
        top += BAND;
    }
    Ok(canvas)
}

/// Whether drawn pixels can be read back: some browsers return noise, against fingerprinting.
fn is_honest() -> bool {
    let bytes = blank(16.0, 16.0, "#3c78b4").ok().and_then(|(_, context)| pixels(&context, 16.0));
    // Some browsers only change the lowest bits, which does no harm.
    let is_near = |(byte, drawn): (&u8, &u8)| byte.abs_diff(*drawn) <= 8;
    bytes.is_some_and(|bytes| bytes.iter().zip([0x3c, 0x78, 0xb4, 0xff].iter().cycle()).all(is_near))
}

/// A canvas of one colour, not attached to the document.
fn blank(width: f64, height: f64, colour: &str) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsError> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsError)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    script::set(&canvas, "width", &width.into());
    script::set(&canvas, "height", &height.into());
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsError)?.unchecked_into();
    context.set_fill_style_str(colour);
    context.fill_rect(0.0, 0.0, width, height);
    Ok((canvas, context))
}
