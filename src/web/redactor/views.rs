//! What is seen of the bench: the heading, the copy with its pieces, and what can be pressed.
//!
//! All events go through one handler and all words through one function: a closure for each would weigh much more.

use leptos::prelude::*;
use web_sys::Event;

use super::bench::Bench;
use super::piece::{self, Piece};
use crate::domain::redaction::{MOST_TILT, Preset, Redaction, Zone};
use crate::domain::rules::Rule;
use crate::domain::texts::{Phrase, RedactorText, fill};
use crate::web::kit::{Element, ElementRef, element, group, is_checked, paragraph, value_of};
use crate::web::reactive::effect;

/// Closest zoom, in percent.
const CLOSEST: i32 = 300;

/// What the applicant does.
#[derive(Clone, Copy)]
enum Act {
    Loaded,
    Failed,
    Preset,
    Turn,
    Tilt,
    Cover,
    Back,
    Cancel,
    Add,
    Remove,
    Undo,
    Redo,
    Zoom(i32),
    Touch(Piece),
    Confirm(Zone),
    Accept,
}

/// What is written somewhere and changes.
#[derive(Clone, Copy)]
enum Words {
    Zoom,
    Style(Piece),
    Label(Piece),
    Name(Piece),
    Check(Zone),
}

/// The whole redactor.
pub(super) fn redactor(bench: Bench) -> AnyView {
    let heading = ElementRef::new();
    // Said and shown from its beginning, at each of the two stages.
    effect(move || {
        bench.is_covering.get();
        if let Some(heading) = heading.get() {
            heading.focus().ok();
        }
    });
    let (texts, address) = bench.work.with_untracked(|work| {
        let address = work.sheets.with_untracked(|sheets| Some(sheets.first()?.scan.image().address.clone()));
        (work.texts, address.unwrap_or_default())
    });
    let photo = element("img", "").attr("hidden", "").attr("alt", "").node(bench.photo);
    let photo = on(on(photo, bench, "load", Act::Loaded), bench, "error", Act::Failed).attr("src", address);
    element("section", "redactor")
        .node(bench.root)
        .child(element("h3", "redactor__title").attr("tabindex", "-1").node(heading).text(texts.title).view())
        .child(paragraph("", texts.intro))
        .child(photo.view())
        .child_with(move || {
            let is_covering = bench.is_covering.get();
            untrack(|| if is_covering { covering(bench, texts) } else { aligning(bench, texts) })
        })
        .view()
}

/// The first stage: which document it is, and where it lies in the photo.
fn aligning(bench: Bench, texts: &'static RedactorText) -> AnyView {
    let place = bench.home().1.to_string();
    let (mut preset, mut tilt) = (Preset::Other, 0);
    bench.look(&mut |work| (preset, tilt) = (work.preset, work.redaction.alignment().tilt()));
    let options = Preset::ALL.into_iter().zip(texts.presets).map(|(other, words)| {
        let option = element("option", "").attr("value", other.code()).text(words);
        if other == preset { option.attr("selected", "").view() } else { option.view() }
    });
    let select = field("select", "input select", [&place, ".preset"].concat()).children(options);
    let range = field("input", "redactor__tilt", [&place, ".tilt"].concat())
        .attr("type", "range")
        .attr("min", (-MOST_TILT).to_string())
        .attr("max", MOST_TILT.to_string())
        .attr("value", tilt.to_string());
    let preset = label("field__label", &[&place, ".preset"].concat(), texts.preset);
    let straighten = label("", &[&place, ".tilt"].concat(), texts.tilt);
    group([
        element("div", "field").child(preset).child(on(select, bench, "change", Act::Preset).view()).view(),
        paragraph("redactor__how", texts.align),
        board(bench, texts, vec![Piece::Frame], "piece piece--frame"),
        element("div", "redactor__tools")
            .child(tool(bench, "turn", texts.turn, Act::Turn))
            .child(
                element("div", "redactor__straighten")
                    .child(straighten)
                    .child(on(range, bench, "input", Act::Tilt).view())
                    .view(),
            )
            .view(),
        element("div", "actions")
            .child(press(bench, "button", ["align:", &place].concat(), texts.cover, Act::Cover))
            .child(cancel(bench, &place))
            .view(),
    ])
}

/// The second stage: masks over the document, and what is confirmed of them.
fn covering(bench: Bench, texts: &'static RedactorText) -> AnyView {
    let place = bench.home().1.to_string();
    let tools = [
        ("mask:add", texts.add, Act::Add),
        ("mask:remove", texts.remove, Act::Remove),
        ("mask:undo", texts.undo, Act::Undo),
        ("mask:redo", texts.redo, Act::Redo),
        ("zoom:in", texts.closer, Act::Zoom(50)),
        ("zoom:out", texts.farther, Act::Zoom(-50)),
    ];
    let tools = tools.into_iter().map(|(action, words, act)| tool(bench, action, words, act));
    group([
        paragraph("redactor__how", texts.keys),
        element("div", "redactor__tools").children(tools).view(),
        board(bench, texts, (0..Redaction::MOST).map(Piece::Mask).collect(), "piece piece--mask"),
        checks(bench, texts, &place),
        element("div", "actions")
            .child(press(bench, "button", ["shield:", &place].concat(), texts.accept, Act::Accept))
            .child(press(bench, "button button--secondary", "unalign".to_owned(), texts.back, Act::Back))
            .child(cancel(bench, &place))
            .view(),
    ])
}

/// The copy with what lies over it.
fn board(bench: Bench, texts: &RedactorText, pieces: Vec<Piece>, class: &'static str) -> AnyView {
    let canvas = element("canvas", "redactor__canvas").attr("aria-hidden", "true").node(bench.canvas);
    let surface = element("div", "redactor__surface")
        .style(words(bench, Words::Zoom))
        .child(canvas.view())
        .children(pieces.into_iter().map(|piece| control(bench, piece, class)));
    element("div", "redactor__board")
        // Arrow keys are ours here, also for who listens to the screen.
        .attr("role", "application")
        .attr("tabindex", "0")
        .attr("aria-label", texts.board)
        .child(surface.view())
        .view()
}

/// The control of a piece; it is not seen while the piece is not there.
fn control(bench: Bench, piece: Piece, class: &'static str) -> AnyView {
    let id = match piece {
        Piece::Frame => "frame".to_owned(),
        Piece::Mask(id) => id.to_string(),
    };
    let mut control = element("button", class)
        .attr("type", "button")
        .attr("data-piece", id)
        .style(words(bench, Words::Style(piece)))
        .labelled(words(bench, Words::Label(piece)));
    for event in ["focus", "keydown", "pointerdown", "pointermove", "pointerup", "pointercancel"] {
        control = on(control, bench, event, Act::Touch(piece));
    }
    let name = element("span", "piece__name").attr("aria-hidden", "true").text_with(words(bench, Words::Name(piece)));
    control.child(name.view()).view()
}

/// What the applicant confirms, zone by zone.
fn checks(bench: Bench, texts: &'static RedactorText, place: &str) -> AnyView {
    let mut demanded = Vec::new();
    bench.look(&mut |work| demanded = work.redaction.demanded().to_vec());
    let of = place.to_owned();
    let error = move || {
        let mut is_wrong = false;
        bench.read(&mut |work| is_wrong = work.is_wrong && !work.redaction.open().is_empty());
        is_wrong.then(|| {
            element("p", "field__error")
                .attr("data-issue", Rule::DocumentNotShielded.code())
                .attr("data-for", of.as_str())
                .text(texts.open)
                .view()
        })
    };
    element("fieldset", "field redactor__checks")
        .child(element("legend", "field__label").text(texts.check).view())
        .maybe(demanded.contains(&Zone::Bsn).then(|| paragraph("field__hint", texts.bsn)))
        .maybe_with(error)
        .children(demanded.into_iter().map(|zone| {
            let name = format!("{place}.{}", zone_code(zone));
            let control = field("input", "option__control", name.clone())
                .attr("type", "checkbox")
                .attr("value", "true")
                .property("checked", move || {
                    let mut is_confirmed = false;
                    bench.read(&mut |work| is_confirmed = work.redaction.is_confirmed(zone));
                    is_confirmed
                });
            let text = element("span", "option__text").text_with(words(bench, Words::Check(zone)));
            let label = element("label", "option__label").attr("for", name).child(text.view());
            element("div", "option option--check")
                .child(on(control, bench, "change", Act::Confirm(zone)).view())
                .child(label.view())
                .view()
        }))
        .view()
}

fn field(tag: &'static str, class: &'static str, name: String) -> Element {
    element(tag, class).attr("id", name.as_str()).attr("name", name)
}

fn label(class: &'static str, of: &str, words: &'static str) -> AnyView {
    element("label", class).attr("for", of).text(words).view()
}

fn press(bench: Bench, class: &'static str, action: String, words: &'static str, act: Act) -> AnyView {
    let button = element("button", class).attr("type", "button").attr("data-action", action).text(words);
    on(button, bench, "click", act).view()
}

fn tool(bench: Bench, action: &str, words: &'static str, act: Act) -> AnyView {
    press(bench, "button button--secondary redactor__tool", action.to_owned(), words, act)
}

fn cancel(bench: Bench, place: &str) -> AnyView {
    let words = bench.home().0.phrase(Phrase::Cancel);
    press(bench, "button button--quiet", ["unshield:", place].concat(), words, Act::Cancel)
}

fn on(element: Element, bench: Bench, event: &'static str, act: Act) -> Element {
    element.on(event, move |event| perform(bench, act, &event))
}

fn perform(bench: Bench, act: Act, event: &Event) {
    match act {
        Act::Loaded => bench.show(),
        Act::Failed => bench.fail(),
        Act::Cover => bench.cover(),
        Act::Back => bench.is_covering.set(false),
        Act::Cancel => bench.close(),
        Act::Add => bench.add(),
        Act::Remove => {
            let mut chosen = 0;
            bench.look(&mut |work| chosen = work.chosen);
            bench.remove(chosen);
        }
        Act::Accept => bench.accept(),
        Act::Touch(piece) => piece::handle(bench, piece, event),
        _ => {
            bench.change(&mut |work| match act {
                Act::Preset => {
                    let code = value_of(event);
                    if let Some(preset) = Preset::ALL.into_iter().find(|preset| preset.code() == code) {
                        work.preset = preset;
                        work.redaction.replace(preset.masks(work.redaction.demanded()));
                    }
                }
                Act::Turn => work.redaction.align(work.redaction.alignment().turned()),
                Act::Tilt => {
                    let degrees = value_of(event).parse().unwrap_or_default();
                    work.redaction.align(work.redaction.alignment().straightened(degrees));
                }
                Act::Undo => _ = work.redaction.undo(),
                Act::Redo => _ = work.redaction.redo(),
                Act::Zoom(by) => work.zoom = (work.zoom + by).clamp(100, CLOSEST),
                Act::Confirm(zone) => work.redaction.confirm(zone, is_checked(event)),
                _ => {}
            });
            if matches!(act, Act::Turn | Act::Tilt) {
                bench.show();
            }
        }
    }
}

fn words(bench: Bench, words: Words) -> impl Fn() -> String + Send + 'static {
    move || {
        let mut written = String::new();
        bench.read(&mut |work| {
            written = match words {
                Words::Zoom => format!("width:{}%", work.zoom),
                Words::Style(piece) => piece::style(work, piece),
                Words::Label(piece) => work.describe(piece),
                Words::Name(Piece::Frame) => String::new(),
                Words::Name(piece) => work.name(piece),
                Words::Check(zone) => {
                    let template = if work.redaction.covers(zone) { work.texts.covered } else { work.texts.absent };
                    fill(template, &[("zone", zone_name(work.texts, zone))])
                }
            };
        });
        written
    }
}

/// The name of a zone.
pub(super) const fn zone_name(texts: &RedactorText, zone: Zone) -> &'static str {
    let [photo, nationality, bsn, mrz] = texts.zones;
    match zone {
        Zone::Photo => photo,
        Zone::Nationality => nationality,
        Zone::Bsn => bsn,
        Zone::Mrz => mrz,
    }
}

/// The code of a zone, as in the offer.
const fn zone_code(zone: Zone) -> &'static str {
    match zone {
        Zone::Photo => "photo",
        Zone::Nationality => "nationality",
        Zone::Bsn => "bsn",
        Zone::Mrz => "mrz",
    }
}
