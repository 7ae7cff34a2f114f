//! Draws an image anew, so that nothing goes along but its pixels.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, ImageBitmapOptions};

use super::image_header::{self, Jpeg};
use super::script::{self, Thrown, Work};
use crate::domain::catalogue::Attachments;
use crate::domain::rules::Rule;
use crate::domain::scheme::MediaType;
use crate::web::wizard::Refusal;

/// The most pixels that are decoded.
const MOST_PIXELS: u64 = 50_000_000;
/// How long a browser may take over one image, in milliseconds.
const PATIENCE: u32 = 10_000;
/// How much of a JPEG is read at a time, in bytes.
const PIECE: u32 = 64 * 1024;
/// How many pieces of a JPEG are read in search of its size.
const PIECES: usize = 64;

/// Draws an image upright, on white, within the limits, as JPEG; `head` is how its file begins.
pub(super) async fn redrawn(
    blob: &Blob,
    media_type: Option<MediaType>,
    head: &[u8],
    limits: &Attachments,
) -> Result<Blob, Refusal> {
    let unreadable = || (Rule::DocumentUnreadable, String::new());
    let size = match media_type {
        Some(MediaType::Jpeg) => jpeg_size(blob, head).await,
        Some(MediaType::Png) => image_header::png(head),
        Some(MediaType::Pdf) => None,
        None => image_header::heic(head),
    };
    let (width, height) = size.ok_or_else(unreadable)?;
    let is_small = |side: u32| side < limits.min_side;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(unreadable());
    }
    if is_small(width.max(height)) {
        return Err((Rule::DocumentTooSmall, limits.min_side.to_string()));
    }
    let drawing = async {
        let bitmap = decoded(blob).await?;
        let drawn = drawn(&bitmap, limits.max_side);
        bitmap.close();
        let canvas = drawn?;
        let drawn = encoded(&canvas, "image/jpeg", Some(0.85)).await;
        // Gives the memory back at once.
        canvas.set_width(0);
        drawn
    };
    script::within(PATIENCE, Box::pin(drawing)).await.and_then(Result::ok).ok_or_else(unreadable)
}

/// The content of a canvas as a file.
pub(super) fn encoded<'a>(
    canvas: &'a HtmlCanvasElement,
    media_type: &'a str,
    quality: Option<f64>,
) -> Work<'a, Result<Blob, Thrown>> {
    Box::pin(encoding(canvas, media_type, quality))
}

async fn encoding(canvas: &HtmlCanvasElement, media_type: &str, quality: Option<f64>) -> Result<Blob, Thrown> {
    let quality = quality.map_or(JsValue::UNDEFINED, JsValue::from);
    let encoding = script::called(|done, failed| {
        if canvas.to_blob_with_type_and_encoder_options(&done, media_type, &quality).is_err() {
            failed.call0(&JsValue::UNDEFINED).ok();
        }
    });
    let value = script::within(PATIENCE, script::awaited(encoding)).await.ok_or(Thrown)??;
    // `null` for a canvas that cannot be encoded, PNG for a type that the browser does not write.
    let blob: Blob = value.dyn_into()?;
    if blob.size() > 0.0 && blob.type_() == media_type { Ok(blob) } else { Err(Thrown) }
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

async fn decoded(blob: &Blob) -> Result<ImageBitmap, Thrown> {
    let window = web_sys::window().ok_or(Thrown)?;
    let options: ImageBitmapOptions = script::options(&[("imageOrientation", "from-image".into())]);
    script::settled(window.create_image_bitmap_with_blob_and_image_bitmap_options(blob, &options)?).await
}

fn drawn(bitmap: &ImageBitmap, max_side: u32) -> Result<HtmlCanvasElement, Thrown> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (f64::from(max_side) / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let (canvas, context) = blank(width, height, "#fff")?;
    if !is_honest() {
        return Err(Thrown);
    }
    script::set(&context, "imageSmoothingQuality", &"high".into());
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Whether what is drawn can be read again: some browsers answer with noise, against fingerprinting.
fn is_honest() -> bool {
    let Ok((_, context)) = blank(16.0, 16.0, "#3c78b4") else { return false };
    let Ok(data) = context.get_image_data(0.0, 0.0, 16.0, 16.0) else { return false };
    let bytes = script::field::<Uint8Array>(&data, "data").map(|bytes| Uint8Array::new(&bytes).to_vec());
    // A few browsers change the last bits only; that hurts nobody.
    let is_near = |(byte, drawn): (&u8, &u8)| byte.abs_diff(*drawn) <= 8;
    bytes.is_some_and(|bytes| bytes.iter().zip([0x3c, 0x78, 0xb4, 0xff].iter().cycle()).all(is_near))
}

/// A canvas of one colour, which stands in no document.
fn blank(width: f64, height: f64, colour: &str) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), Thrown> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Thrown)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    script::set(&canvas, "width", &width.into());
    script::set(&canvas, "height", &height.into());
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(Thrown)?.unchecked_into();
    context.set_fill_style_str(colour);
    context.fill_rect(0.0, 0.0, width, height);
    Ok((canvas, context))
}
