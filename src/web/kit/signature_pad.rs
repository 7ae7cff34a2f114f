//! A field to draw a signature in, by mouse, pen or finger.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A field to draw in. Whoever cannot draw types a name instead: this has no keyboard of its own.
#[component]
pub fn SignaturePad(
    /// What is drawn here, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// Takes the canvas at the end of each stroke.
    #[prop(into)]
    on_stroke: Callback<web_sys::HtmlCanvasElement>,
    /// Changes when the drawing must go.
    #[prop(into)]
    clear: Signal<usize>,
) -> AnyView {
    let node = NodeRef::<html::Canvas>::new();
    let is_drawing = RwSignal::new(false);
    let context = move || {
        let canvas = node.get_untracked()?;
        canvas.get_context("2d").ok()??.dyn_into::<web_sys::CanvasRenderingContext2d>().ok()
    };
    let at = move |event: &web_sys::PointerEvent| {
        let canvas = node.get_untracked();
        let scale = canvas.map_or(1.0, |canvas| f64::from(canvas.width()) / f64::from(canvas.client_width().max(1)));
        (f64::from(event.offset_x()) * scale, f64::from(event.offset_y()) * scale)
    };
    Effect::new(move |_| {
        clear.get();
        if let (Some(canvas), Some(context)) = (node.get(), context()) {
            context.set_fill_style_str("#ffffff");
            context.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
        }
    });
    let begin = move |event: web_sys::PointerEvent| {
        let Some(context) = context() else { return };
        if let Some(canvas) = node.get_untracked() {
            canvas.set_pointer_capture(event.pointer_id()).ok();
        }
        context.set_stroke_style_str("#14213d");
        context.set_line_width(3.0);
        context.set_line_cap("round");
        context.set_line_join("round");
        let (x, y) = at(&event);
        context.begin_path();
        context.move_to(x, y);
        context.line_to(x, y);
        context.stroke();
        is_drawing.set(true);
    };
    let draw = move |event: web_sys::PointerEvent| {
        if let Some(context) = context().filter(|_| is_drawing.get_untracked()) {
            let (x, y) = at(&event);
            context.line_to(x, y);
            context.stroke();
        }
    };
    let end = move |_: web_sys::PointerEvent| {
        if is_drawing.get_untracked() {
            is_drawing.set(false);
            if let Some(canvas) = node.get_untracked() {
                on_stroke.run(canvas);
            }
        }
    };
    view! {
        <canvas class={"pad"} width="900" height="300" role="img" aria-label=label node_ref=node
            on:pointerdown=begin on:pointermove=draw on:pointerup=end on:pointercancel=end></canvas>
    }
    .into_any()
}
