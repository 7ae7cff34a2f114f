//! A field to draw a signature in, by mouse, pen or finger.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, Event, HtmlCanvasElement, HtmlImageElement, PointerEvent};

use crate::web::dom::{Element, ElementRef, canvas};

/// A field to draw in. It does not work with the keyboard: applicants who cannot draw type their name instead.
pub struct SignaturePad {
    /// Its name for a screen reader.
    pub label: Memo<String>,
    /// Called with the canvas at the end of each stroke.
    pub on_stroke: Callback<HtmlCanvasElement>,
    /// Changes each time the drawing must be cleared.
    pub clear: Memo<usize>,
    /// Address of what was drawn before, if anything was.
    pub drawn: Option<String>,
}

/// A field to draw a signature in.
pub fn signature_pad(pad: SignaturePad) -> Element {
    let SignaturePad { label, on_stroke, clear, drawn } = pad;
    let node = ElementRef::new();
    let is_drawing = RwSignal::new(false);
    Effect::new(move |before: Option<()>| {
        clear.get();
        if let Some(canvas) = node.get().and_then(|node| node.dyn_into::<HtmlCanvasElement>().ok())
            && let Some(context) = context(&canvas)
        {
            context.set_fill_style_str("#ffffff");
            context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
            if let Some(drawn) = drawn.as_ref().filter(|_| before.is_none()) {
                draw_again(&context, drawn);
            }
        }
    });
    let begin = move |event: Event| {
        let Some((canvas, context, event)) = drawing(&event) else { return };
        canvas.set_pointer_capture(event.pointer_id()).ok();
        context.set_stroke_style_str("#14213d");
        context.set_line_width(3.0);
        context.set_line_cap("round");
        context.set_line_join("round");
        let (x, y) = place_of(&canvas, event);
        context.begin_path();
        context.move_to(x, y);
        context.line_to(x, y);
        context.stroke();
        is_drawing.set(true);
    };
    let draw = move |event: Event| {
        if let Some((canvas, context, event)) = drawing(&event).filter(|_| is_drawing.get_untracked()) {
            let (x, y) = place_of(&canvas, event);
            context.line_to(x, y);
            context.stroke();
        }
    };
    let end = move |event: Event| {
        if let Some((canvas, ..)) = drawing(&event).filter(|_| is_drawing.get_untracked()) {
            is_drawing.set(false);
            on_stroke.run(canvas);
        }
    };
    canvas()
        .class("pad")
        .attr("width", "900")
        .attr("height", "300")
        .attr("role", "img")
        .attr("aria-label", move || label.get())
        .node_ref(node)
        .on("pointerdown", begin)
        .on("pointermove", draw)
        .on("pointerup", end)
        .on("pointercancel", end)
}

/// Draws what was drawn before, when it has loaded.
fn draw_again(context: &CanvasRenderingContext2d, address: &str) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let (context, loaded) = (context.clone(), image.clone());
    let draw = Closure::once_into_js(move || {
        // If the browser cannot draw it, the line below the pad still says that it is there.
        context.draw_image_with_html_image_element(&loaded, 0.0, 0.0).ok();
    });
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_src(address);
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn drawing(event: &Event) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d, &PointerEvent)> {
    let canvas: HtmlCanvasElement = event.target()?.dyn_into().ok()?;
    let context = context(&canvas)?;
    Some((canvas, context, event.dyn_ref()?))
}

/// Position of the pointer, in canvas pixels.
fn place_of(canvas: &HtmlCanvasElement, event: &PointerEvent) -> (f64, f64) {
    let scale = f64::from(canvas.width()) / f64::from(canvas.client_width().max(1));
    (f64::from(event.offset_x()) * scale, f64::from(event.offset_y()) * scale)
}
