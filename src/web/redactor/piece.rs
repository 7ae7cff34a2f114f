//! A rectangle over the photo that is moved and resized, by mouse, finger or keyboard: a mask, or the frame.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::bench::{Bench, Work};
use crate::domain::redaction::Area;

/// What is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// The frame around the document.
    Frame,
    /// The mask of this number.
    Mask(usize),
}

/// How far a key moves a piece, in ten-thousandths of the document.
const STEP: i32 = 50;
/// The same while the key is held.
const STRIDE: i32 = 150;
/// How far from its lower right corner a piece is grasped to be resized, in CSS pixels.
const CORNER: i32 = 20;

/// A piece that is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drag {
    /// Where the pointer was, in CSS pixels.
    from: (i32, i32),
    /// Where the piece was.
    area: Area,
    is_resizing: bool,
    has_moved: bool,
}

/// What is done to a piece.
pub(super) fn handle(bench: Bench, piece: Piece, event: &Event) {
    match event.dyn_ref::<PointerEvent>() {
        Some(pointer) => point(bench, piece, pointer),
        None => match event.dyn_ref::<KeyboardEvent>() {
            Some(key) => press(bench, piece, key),
            // The focus came to it.
            None => choose(bench, piece),
        },
    }
}

/// Where a piece stands on its surface. Ten-thousandths are written as hundredths of a percent.
pub(super) fn style(work: &Work, piece: Piece) -> String {
    let Some(area) = work.area(piece) else { return "display:none".to_owned() };
    let mut style = String::new();
    let sides = [("left", area.left()), ("top", area.top()), ("width", area.width()), ("height", area.height())];
    for (side, length) in sides {
        style.push_str(&[side, ":calc(", &length.to_string(), "%/100);"].concat());
    }
    style
}

fn choose(bench: Bench, piece: Piece) {
    if let Piece::Mask(id) = piece {
        bench.change(&mut |work| work.chosen = id);
    }
}

fn press(bench: Bench, piece: Piece, event: &KeyboardEvent) {
    let step = if event.repeat() { STRIDE } else { STEP };
    let (x, y) = match event.key().as_str() {
        "ArrowLeft" => (-step, 0),
        "ArrowRight" => (step, 0),
        "ArrowUp" => (0, -step),
        "ArrowDown" => (0, step),
        "Delete" | "Backspace" => {
            if let Piece::Mask(id) = piece {
                event.prevent_default();
                bench.remove(id);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    bench.change(&mut |work| {
        if let Some(area) = work.area(piece) {
            if !event.repeat() {
                work.mark(piece);
            }
            work.put(piece, if event.shift_key() { area.resized(x, y) } else { area.moved(x, y) });
        }
    });
    bench.say(piece);
}

fn point(bench: Bench, piece: Piece, event: &PointerEvent) {
    let Some(control) = event.current_target().and_then(|control| control.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let at = (event.client_x(), event.client_y());
    let kind = event.type_();
    if kind == "pointermove" {
        let Some(surface) = control.parent_element() else { return };
        let room = (surface.client_width().max(1), surface.client_height().max(1));
        let mut is_dragged = false;
        bench.look(&mut |work| is_dragged = work.drag.is_some());
        if is_dragged {
            bench.change(&mut |work| pull(work, piece, at, room));
        }
        return;
    }
    let is_near = |length: i32, offset: i32| length - offset < CORNER;
    let is_resizing =
        is_near(control.client_width(), event.offset_x()) && is_near(control.client_height(), event.offset_y());
    let is_begun = kind == "pointerdown";
    if is_begun {
        // The finger stays with the piece also when it slides off, and the piece is the one that is worked on.
        control.set_pointer_capture(event.pointer_id()).ok();
        control.focus().ok();
    }
    bench.change(&mut |work| {
        let area = work.area(piece).filter(|_| is_begun);
        work.drag = area.map(|area| Drag { from: at, area, is_resizing, has_moved: false });
    });
}

fn pull(work: &mut Work, piece: Piece, at: (i32, i32), room: (i32, i32)) {
    let Some(drag) = work.drag else { return };
    let x = (at.0 - drag.from.0).saturating_mul(Area::SIDE) / room.0;
    let y = (at.1 - drag.from.1).saturating_mul(Area::SIDE) / room.1;
    if !drag.has_moved {
        work.mark(piece);
        work.drag = Some(Drag { has_moved: true, ..drag });
    }
    work.put(piece, if drag.is_resizing { drag.area.resized(x, y) } else { drag.area.moved(x, y) });
}
