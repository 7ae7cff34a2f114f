//! One copy: first straightened in its frame, then covered.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlCanvasElement, HtmlElement, HtmlImageElement};

use super::canvas::{self, Sketch};
use super::piece::{Drag, Piece};
use super::zone_words::zone_name;
use crate::domain::redaction::{Alignment, Area, Preset, Redaction, Zone, zones};
use crate::domain::rules::{Place, Question, Rule};
use crate::domain::texts::{self, Phrase, RedactorText, fill};
use crate::web::dom::ElementRef;
use crate::web::wizard::Wizard;

/// Maximum length of the longer side of the copy on screen, in pixels.
const SHOWN: i32 = 1600;
/// Maximum zoom, in percent.
const CLOSEST: i32 = 300;

/// Everything about one copy that is being covered. A handle: clones share the same redactor.
#[derive(Clone, Copy)]
pub(super) struct RedactorState {
    pub wizard: Wizard,
    pub place: Place,
    /// The id of the copy.
    pub scan: StoredValue<String>,
    pub texts: &'static RedactorText,
    /// What kind of document it is.
    pub preset: RwSignal<Preset>,
    /// Alignment, masks and confirmations.
    pub redaction: RwSignal<Redaction>,
    /// Whether aligning is done and the copy is being covered.
    pub is_covering: RwSignal<bool>,
    /// Whether the applicant was asked if the document really is the whole photo.
    pub is_asked: RwSignal<bool>,
    /// Whether the applicant tried to continue before everything was confirmed.
    pub reveals_open: RwSignal<bool>,
    /// Zoom, in percent of the available space.
    pub zoom: RwSignal<i32>,
    /// The selected mask.
    pub chosen: StoredValue<usize>,
    pub drag: StoredValue<Option<Drag>>,
    pub is_busy: StoredValue<bool>,
    pub root: ElementRef,
    pub photo: ElementRef,
    pub canvas: ElementRef,
}

impl RedactorState {
    pub fn new(wizard: Wizard, place: Place, scan: String) -> Self {
        let preset = wizard.with_draft(|draft| match place.question {
            Question::UserIdCopy => {
                let (document, is_first) = (&draft.user.identity_document, draft.documents_at(place).next().is_none());
                Preset::likely(document.kind, &document.country, is_first)
            }
            _ => Preset::Passport,
        });
        let demanded = wizard.with_facts(|facts| zones(&facts.offer.shielding));
        let masks = preset.masks(&demanded);
        Self {
            wizard,
            place,
            scan: StoredValue::new(scan),
            texts: texts::redactor(wizard.lang()),
            preset: RwSignal::new(preset),
            redaction: RwSignal::new(Redaction::new(demanded, masks)),
            is_covering: RwSignal::new(false),
            is_asked: RwSignal::new(false),
            reveals_open: RwSignal::new(false),
            zoom: RwSignal::new(100),
            chosen: StoredValue::new(0),
            drag: StoredValue::new(None),
            is_busy: StoredValue::new(false),
            root: ElementRef::new(),
            photo: ElementRef::new(),
            canvas: ElementRef::new(),
        }
    }

    /// The area of a piece, if it exists.
    pub fn area(self, piece: Piece) -> Option<Area> {
        match piece {
            Piece::Frame => Some(self.redaction.with(Redaction::alignment).frame()),
            Piece::Mask(id) => self.redaction.with(|redaction| redaction.mask(id)).map(|mask| mask.area),
        }
    }

    /// Saves the masks before a change, so that it can be undone.
    pub fn mark(self, piece: Piece) {
        if piece != Piece::Frame {
            self.redaction.update(Redaction::mark);
        }
    }

    /// Moves a piece.
    pub fn put(self, piece: Piece, area: Area) {
        match piece {
            Piece::Frame => self.align(|alignment| alignment.framed(area)),
            Piece::Mask(id) => self.redaction.update(|redaction| redaction.place(id, area)),
        }
    }

    /// The name of a piece.
    pub fn name(self, piece: Piece) -> String {
        let Piece::Mask(id) = piece else { return self.texts.frame.to_owned() };
        match self.redaction.with(|redaction| redaction.mask(id)).and_then(|mask| mask.zone) {
            Some(zone) => zone_name(self.texts, zone).to_owned(),
            None => fill(self.texts.mask, &[("n", &(id + 1).to_string())]),
        }
    }

    /// The name, position and size of a piece.
    pub fn describe(self, piece: Piece) -> String {
        let Some(area) = self.area(piece) else { return String::new() };
        let [left, top, width, height] =
            [area.left(), area.top(), area.width(), area.height()].map(|part| (part / 100).to_string());
        let what = self.name(piece);
        fill(
            self.texts.place,
            &[("what", &what), ("left", &left), ("top", &top), ("width", &width), ("height", &height)],
        )
    }

    /// Announces the position of a piece to a screen reader.
    pub fn announce(self, piece: Piece) {
        self.wizard.announce(untrack(|| self.describe(piece)));
    }

    /// Chooses what kind of document it is, with the masks that it needs.
    pub fn choose_preset(self, code: &str) {
        if let Some(preset) = Preset::ALL.into_iter().find(|preset| preset.code() == code) {
            self.preset.set(preset);
            self.redaction.update(|redaction| redaction.replace(preset.masks(redaction.demanded())));
        }
    }

    /// Rotates the photo by a quarter turn.
    pub fn turn(self) {
        self.align(Alignment::turned);
        self.draw();
    }

    /// Tilts the photo.
    pub fn tilt(self, degrees: i32) {
        self.align(|alignment| alignment.straightened(degrees));
        self.draw();
    }

    /// The alignment; does not subscribe.
    pub fn alignment(self) -> Alignment {
        self.redaction.with_untracked(Redaction::alignment)
    }

    fn align(self, change: impl FnOnce(Alignment) -> Alignment) {
        self.redaction.update(|redaction| redaction.align(change(redaction.alignment())));
    }

    /// Zooms in or out.
    pub fn zoom_by(self, percent: i32) {
        self.zoom.update(|zoom| *zoom = (*zoom + percent).clamp(100, CLOSEST));
    }

    /// Confirms that a zone is covered, or withdraws that.
    pub fn confirm(self, zone: Zone, is_confirmed: bool) {
        self.redaction.update(|redaction| redaction.confirm(zone, is_confirmed));
    }

    /// Adds a mask and moves the focus to it.
    pub fn add_mask(self) {
        let mut added = None;
        self.redaction.update(|redaction| added = redaction.add());
        if let Some(id) = added {
            self.announce(Piece::Mask(id));
            self.wizard.spawn(async move {
                // It only becomes visible after this task, and a hidden element cannot take the focus.
                leptos::task::tick().await;
                self.focus(&Piece::Mask(id).selector());
            });
        }
    }

    /// Removes a mask; the focus goes to another one, or to the button that adds one.
    pub fn remove_mask(self, id: usize) {
        if self.redaction.with_untracked(|redaction| redaction.mask(id).is_some()) {
            let name = untrack(|| self.name(Piece::Mask(id)));
            self.wizard.announce(untrack(|| self.wizard.fill(Phrase::Removed, &[("name", &name)])));
            self.redaction.update(|redaction| redaction.remove(id));
        }
        let next = self.redaction.with_untracked(|redaction| redaction.masks().first().map(|mask| mask.id));
        match next {
            Some(next) => self.focus(&Piece::Mask(next).selector()),
            None => self.focus("[data-action='mask:add']"),
        }
    }

    /// Draws the copy as it is now.
    pub fn draw(self) {
        let canvas = self.canvas.get_untracked().and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
        let (Some(canvas), Some(photo)) = (canvas, self.loaded_photo()) else { return };
        let alignment = self.alignment();
        let (alignment, watermark) = if self.is_covering.get_untracked() {
            (alignment, self.watermark())
        } else {
            // The whole photo, with the frame over it.
            (alignment.framed(Area::WHOLE), String::new())
        };
        let sketch = Sketch { alignment, max_side: SHOWN, watermark: &watermark, masks: &[] };
        if canvas::draw(&canvas, &photo, &sketch).is_none() {
            self.fail();
        }
    }

    /// Gives up because the photo cannot be drawn.
    pub fn fail(self) {
        let Self { wizard, place, .. } = self;
        self.close();
        wizard.refuse_file(place, (Rule::DocumentNotDrawn, String::new()));
    }

    /// Releases the photo and continues with the next copy.
    pub fn close(self) {
        let root = self.root.try_get_untracked().flatten();
        let slot = root.and_then(|root| root.closest("[data-place]").ok().flatten());
        if let Some(scan) = self.scan.try_get_value() {
            self.wizard.drop_scan(&scan);
        }
        self.wizard.spawn(async move {
            // The file input is hidden until the redactor has gone.
            leptos::task::tick().await;
            focus(slot.as_ref(), "input[type=file]");
        });
    }

    /// Moves the focus within the redactor.
    pub fn focus(self, selector: &str) {
        focus(self.root.try_get_untracked().flatten().as_deref(), selector);
    }

    pub fn loaded_photo(self) -> Option<HtmlImageElement> {
        let photo: HtmlImageElement = self.photo.get_untracked()?.dyn_into().ok()?;
        // A photo that is not loaded yet has no width.
        (photo.natural_width() > 0).then_some(photo)
    }

    /// The text of the watermark.
    pub fn watermark(self) -> String {
        let Self { wizard, texts, .. } = self;
        untrack(|| {
            let date = texts::date(wizard.texts(), &wizard.host().today());
            let supplier = wizard.with_facts(|facts| facts.offer.supplier.name.clone());
            fill(texts.watermark, &[("supplier", &supplier), ("date", &date)])
        })
    }
}

fn focus(within: Option<&web_sys::Element>, selector: &str) {
    let found = within.and_then(|within| within.query_selector(selector).ok().flatten());
    if let Some(control) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        control.focus().ok();
    }
}
