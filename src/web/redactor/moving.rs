//! Moving and resizing pieces by mouse, finger or keyboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use super::piece::{Drag, Piece};
use super::state::RedactorState;
use crate::domain::redaction::Area;
use crate::web::dom::Element;

/// How far a key moves a piece, in ten-thousandths of the document.
const STEP: i32 = 50;
/// The same while the key is held down.
const STRIDE: i32 = 150;
/// Distance from its lower right corner within which dragging resizes a piece, in CSS pixels.
const CORNER: i32 = 20;

/// Makes a control move its piece.
pub(super) fn listen(control: Element, state: RedactorState, piece: Piece) -> Element {
    control
        .on("focus", move |_| choose(state, piece))
        .on("keydown", move |event| {
            if let Some(key) = event.dyn_ref() {
                press(state, piece, key);
            }
        })
        .on("pointerdown", move |event| grasp(state, piece, &event))
        .on("pointermove", move |event| drag(state, piece, &event))
        .on("pointerup", move |_| state.drag.set_value(None))
        .on("pointercancel", move |_| state.drag.set_value(None))
}

fn choose(state: RedactorState, piece: Piece) {
    if let Piece::Mask(id) = piece {
        state.chosen.set_value(id);
    }
}

fn press(state: RedactorState, piece: Piece, event: &KeyboardEvent) {
    let step = if event.repeat() { STRIDE } else { STEP };
    let (x, y) = match event.key().as_str() {
        "ArrowLeft" => (-step, 0),
        "ArrowRight" => (step, 0),
        "ArrowUp" => (0, -step),
        "ArrowDown" => (0, step),
        "Delete" | "Backspace" => {
            if let Piece::Mask(id) = piece {
                event.prevent_default();
                state.remove_mask(id);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(area) = untrack(|| state.area(piece)) {
        if !event.repeat() {
            state.mark(piece);
        }
        state.put(piece, if event.shift_key() { area.resized(x, y) } else { area.moved(x, y) });
    }
    state.announce(piece);
}

/// The control and the pointer of an event.
fn pointer(event: &Event) -> Option<(HtmlElement, &PointerEvent)> {
    Some((event.current_target()?.dyn_into().ok()?, event.dyn_ref()?))
}

fn grasp(state: RedactorState, piece: Piece, event: &Event) {
    let Some((control, pointer)) = pointer(event) else { return };
    let is_near = |length: i32, offset: i32| length - offset < CORNER;
    let is_resizing =
        is_near(control.client_width(), pointer.offset_x()) && is_near(control.client_height(), pointer.offset_y());
    // Capture the pointer, so that a finger may slide off the piece, and select the piece.
    control.set_pointer_capture(pointer.pointer_id()).ok();
    control.focus().ok();
    let from = (pointer.client_x(), pointer.client_y());
    let area = untrack(|| state.area(piece));
    state.drag.set_value(area.map(|area| Drag { from, area, is_resizing, has_moved: false }));
}

fn drag(state: RedactorState, piece: Piece, event: &Event) {
    let (Some(drag), Some((control, pointer))) = (state.drag.get_value(), pointer(event)) else { return };
    let Some(surface) = control.parent_element() else { return };
    let moved = |at: i32, from: i32, room: i32| (at - from).saturating_mul(Area::SIDE) / room.max(1);
    let x = moved(pointer.client_x(), drag.from.0, surface.client_width());
    let y = moved(pointer.client_y(), drag.from.1, surface.client_height());
    if !drag.has_moved {
        state.mark(piece);
        state.drag.set_value(Some(Drag { has_moved: true, ..drag }));
    }
    state.put(piece, if drag.is_resizing { drag.area.resized(x, y) } else { drag.area.moved(x, y) });
}
