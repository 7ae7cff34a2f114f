//! Draws a copy: the part of the photo that is the document, the watermark, and the masks over both.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use crate::domain::redaction::{Alignment, Mask, SLANT, Watermark};

/// What is drawn.
pub(super) struct Sketch<'a> {
    /// Where the document is in the photo.
    pub alignment: Alignment,
    /// Maximum length of the longer side of the drawing, in pixels.
    pub max_side: i32,
    /// The watermark; empty for none.
    pub watermark: &'a str,
    /// The masks.
    pub masks: &'a [Mask],
}

const DEGREE: f64 = std::f64::consts::PI / 180.0;

/// A canvas that is not attached to the document.
pub(super) fn canvas() -> Option<HtmlCanvasElement> {
    web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()
}

/// Width and height of a photo.
pub(super) fn size(photo: &HtmlImageElement) -> (i32, i32) {
    let side = |pixels: u32| i32::try_from(pixels).unwrap_or(i32::MAX);
    (side(photo.natural_width()), side(photo.natural_height()))
}

/// Draws a copy; `None` if the browser does not allow it.
pub(super) fn draw(canvas: &HtmlCanvasElement, photo: &HtmlImageElement, sketch: &Sketch<'_>) -> Option<()> {
    let Sketch { alignment, max_side, .. } = *sketch;
    let (width, height) = size(photo);
    let drawing = alignment.drawing(width, height, max_side);
    canvas.set_width(u32::try_from(drawing.width).ok()?);
    canvas.set_height(u32::try_from(drawing.height).ok()?);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(drawing.width), f64::from(drawing.height));
    let scale = f64::from(drawing.width) / f64::from(drawing.across);
    context.scale(scale, scale).ok()?;
    let (turned_width, turned_height) = alignment.turned_size(width, height);
    let middle = |length: i32, from: i32| f64::from(length) / 2.0 - f64::from(from);
    context.translate(middle(turned_width, drawing.left), middle(turned_height, drawing.top)).ok()?;
    context.rotate(f64::from(alignment.degrees()) * DEGREE).ok()?;
    context.draw_image_with_html_image_element(photo, f64::from(width) / -2.0, f64::from(height) / -2.0).ok()?;
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
    write(&context, sketch.watermark, drawing.width, drawing.height)?;
    // Drawn over the watermark, so that a mask has one colour and nothing shows through.
    context.set_fill_style_str("#000");
    for mask in sketch.masks {
        let [left, top, across, down] = mask.area.blocks(drawing.width, drawing.height).map(f64::from);
        context.fill_rect(left, top, across, down);
    }
    Some(())
}

fn write(context: &CanvasRenderingContext2d, words: &str, width: i32, height: i32) -> Option<()> {
    if words.is_empty() {
        return Some(());
    }
    let mark = Watermark::of(width, height, words.chars().count());
    let line = mark.line(words);
    context.set_font(&format!("600 {}px sans-serif", mark.letters));
    context.set_text_align("center");
    context.translate(f64::from(width) / 2.0, f64::from(height) / 2.0).ok()?;
    context.rotate(f64::from(SLANT) * DEGREE).ok()?;
    for at in -mark.lines..=mark.lines {
        // Every other line is shifted, so that the words do not form columns.
        let (left, top) = (f64::from(at % 2 * mark.letters * 9), f64::from(at * mark.spacing));
        // Light and dark, so that it is visible on both.
        context.set_fill_style_str("#ffffff73");
        context.fill_text(&line, left + 2.0, top + 2.0).ok()?;
        context.set_fill_style_str("#0b2a5a59");
        context.fill_text(&line, left, top).ok()?;
    }
    context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()
}
