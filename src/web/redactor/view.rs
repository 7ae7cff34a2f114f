//! The view of the redactor: the heading, the copy with its pieces, and the buttons.

use leptos::prelude::*;
use web_sys::ScrollLogicalPosition;

use super::piece::{Piece, style};
use super::state::RedactorState;
use super::{checks, moving};
use crate::domain::redaction::{MAX_TILT_DEGREES, Preset, Redaction};
use crate::domain::rules::Place;
use crate::domain::texts::Phrase;
use crate::web::dom::{
    Element, ElementRef, IntoChild, canvas, div, effect, img, input, label, option, p, scroll_into_view, section,
    select, span, value_of,
};
use crate::web::kit::{ButtonKind, NoticeKind, button, disclosure, spoken_notice, sub_heading};
use crate::web::wizard::Wizard;

/// The redactor, for the copy of this id.
pub fn redactor(wizard: Wizard, place: Place, scan: String) -> Element {
    let address = wizard.with_scan(&scan, |scan| scan.raw.image().address.clone());
    let state = RedactorState::new(wizard, place, scan);
    effect(move || {
        state.is_covering.get();
        if state.canvas.get().is_some() {
            state.draw();
        }
    });
    let heading = ElementRef::new();
    // Takes the focus at the top of the window, when aligning starts and again when covering starts.
    effect(move || {
        state.is_covering.get();
        if let Some(heading) = heading.get() {
            heading.focus().ok();
            scroll_into_view(&heading, ScrollLogicalPosition::Start);
        }
    });
    let texts = state.texts;
    let waiting = untrack(|| wizard.scans_at(place)).len().saturating_sub(1);
    let more = (waiting > 0).then(|| p().child(wizard.fill(Phrase::MorePages, &[("n", &waiting.to_string())])));
    let photo = img()
        .attr("hidden", true)
        .attr("alt", "")
        .node_ref(state.photo)
        .on("load", move |_| state.draw())
        .on("error", move |_| state.fail())
        .attr("src", address.unwrap_or_default());
    section()
        .class("redactor")
        .node_ref(state.root)
        .child(sub_heading().class("redactor__title").attr("tabindex", "-1").node_ref(heading).child(texts.title))
        .child(p().child(texts.intro))
        .child(more)
        .child(photo)
        .child(move || {
            let is_covering = state.is_covering.get();
            untrack(|| if is_covering { covering(state).into_child() } else { aligning(state).into_child() })
        })
}

/// First step: which document it is, and where it is in the photo.
fn aligning(state: RedactorState) -> impl IntoChild {
    let (texts, place) = (state.texts, state.place);
    let (preset_id, tilt_id) = (format!("{place}.preset"), format!("{place}.tilt"));
    let preset = state.preset.get_untracked();
    let options = Preset::ALL
        .into_iter()
        .zip(texts.presets)
        .map(|(other, words)| option().attr("value", other.code()).attr("selected", other == preset).child(words));
    let select = select()
        .class("input select")
        .id(&preset_id)
        .attr("name", &preset_id)
        .on("change", move |event| state.choose_preset(&value_of(&event)))
        .child(options.collect::<Vec<_>>());
    let range = input()
        .class("redactor__tilt")
        .id(&tilt_id)
        .attr("name", &tilt_id)
        .attr("type", "range")
        .attr("min", (-MAX_TILT_DEGREES).to_string())
        .attr("max", MAX_TILT_DEGREES.to_string())
        .attr("value", state.alignment().tilt().to_string())
        .on("input", move |event| state.tilt(value_of(&event).parse().unwrap_or_default()));
    let preset_label = label().class("field__label").attr("part", "label").attr("for", preset_id).child(texts.preset);
    let straighten =
        div().class("redactor__straighten").child(label().attr("for", tilt_id).child(texts.tilt)).child(range);
    let cover = button(ButtonKind::Primary, move || state.cover())
        .attr("data-action", format!("align:{place}"))
        .child(texts.cover);
    let whole = move || state.is_asked.get().then(|| spoken_notice(NoticeKind::Warning).child(p().child(texts.whole)));
    (
        p().class("redactor__how").child(texts.align),
        board(state, control(state, Piece::Frame, "piece piece--frame")),
        div().class("redactor__tools").child(tool("turn", texts.turn, move || state.turn())).child(straighten),
        div().class("field").attr("part", "field").child(preset_label).child(select),
        whole,
        div().class("actions").child(cover).child(cancel(state)),
    )
}

/// Second step: masks over the document, and the confirmations.
fn covering(state: RedactorState) -> impl IntoChild {
    let (texts, place) = (state.texts, state.place);
    let tools = div()
        .class("redactor__tools")
        .child(tool("mask:add", texts.add, move || state.add_mask()))
        .child(tool("mask:remove", texts.remove, move || state.remove_mask(state.chosen.get_value())))
        .child(tool("mask:undo", texts.undo, move || state.redaction.update(|redaction| _ = redaction.undo())))
        .child(tool("mask:redo", texts.redo, move || state.redaction.update(|redaction| _ = redaction.redo())))
        .child(tool("zoom:in", texts.closer, move || state.zoom_by(50)))
        .child(tool("zoom:out", texts.farther, move || state.zoom_by(-50)));
    let masks = (0..Redaction::MAX_MASKS).map(|id| control(state, Piece::Mask(id), "piece piece--mask"));
    let accept = button(ButtonKind::Primary, move || state.accept())
        .attr("data-action", format!("shield:{place}"))
        .child(texts.accept);
    let back = button(ButtonKind::Secondary, move || state.is_covering.set(false))
        .attr("data-action", "unalign")
        .child(texts.back);
    (
        p().class("redactor__how").child(texts.how),
        board(state, masks.collect::<Vec<_>>()),
        tools,
        (disclosure(texts.keyboard, texts.keys), checks::checks(state)),
        div().class("actions").child(accept).child(back).child(cancel(state)),
    )
}

/// The copy with the pieces on top.
fn board(state: RedactorState, pieces: impl IntoChild) -> Element {
    let surface = div()
        .class("redactor__surface")
        .style(move || format!("width:{}%", state.zoom.get()))
        .child(canvas().class("redactor__canvas").attr("aria-hidden", "true").node_ref(state.canvas))
        .child(pieces);
    div()
        .class("redactor__board")
        // `application`, so that a screen reader passes the arrow keys on to us.
        .attr("role", "application")
        .attr("tabindex", "0")
        .attr("aria-label", state.texts.board)
        .child(surface)
}

/// The control of a piece; hidden while the piece does not exist.
fn control(state: RedactorState, piece: Piece, class: &'static str) -> Element {
    let name = move || if piece == Piece::Frame { String::new() } else { state.name(piece) };
    let control = crate::web::dom::button()
        .class(class)
        .attr("type", "button")
        .attr("data-piece", piece.id())
        .attr("aria-label", move || state.describe(piece))
        .style(move || style(state.area(piece)))
        .child(span().class("piece__name").attr("aria-hidden", "true").child(name));
    moving::listen(control, state, piece)
}

fn tool(action: &'static str, words: &'static str, run: impl Fn() + 'static) -> Element {
    button(ButtonKind::Secondary, run).class("redactor__tool").attr("data-action", action).child(words)
}

fn cancel(state: RedactorState) -> Element {
    button(ButtonKind::Quiet, move || state.close())
        .attr("data-action", format!("unshield:{}", state.place))
        .child(state.wizard.phrase(Phrase::Cancel))
}
